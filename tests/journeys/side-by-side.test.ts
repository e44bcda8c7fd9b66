import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { nextFrames, openSample, seed, withoutSpace } from './journey.ts'
import { eachJourney } from './together.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

/** Asked again until it is so; a busy machine takes its time. */
const soon = <T>(ask: () => T | Promise<T>) => expect.poll(ask, { timeout: 30_000 })

const journey = eachJourney()

/** The sample, side by side. */
async function openReader(page: Page): Promise<void> {
  await openSample(page)
  await goToReader(page)
}

async function goToReader(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '并排阅读' }).click()
  await column(page, 1).getByRole('heading', { level: 3 }).waitFor()
}

const column = (page: Page, n: number): Locator => page.getByRole('region', { name: new RegExp(`^第 ${n} 栏：`) })

/** The block of a column that holds some words. */
const blockOf = (page: Page, n: number, words: string): Locator => column(page, n).locator('.theme-block').filter({ hasText: words })

const topOf = (locator: Locator): Promise<number> => locator.first().evaluate((element) => element.getBoundingClientRect().top)

/** How far apart the tops of the blocks (or empty places) are that stand on one level, in pixels. */
const unlevel = (page: Page): Promise<{ levels: number; worst: number; heights: number }> =>
  page.evaluate(() => {
    const tops = new Map<string, number[]>()
    for (const item of document.querySelectorAll<HTMLElement>('[data-column] [data-level]')) {
      const body = item.firstElementChild
      if (body === null) continue
      const level = item.dataset['level'] ?? ''
      tops.set(level, [...(tops.get(level) ?? []), body.getBoundingClientRect().top])
    }
    const both = [...tops.values()].filter((list) => list.length > 1)
    return {
      levels: both.length,
      worst: Math.max(0, ...both.map((list) => Math.max(...list) - Math.min(...list))),
      heights: [...document.querySelectorAll('[data-column] .theme-block')].reduce((sum, block) => sum + block.getBoundingClientRect().height, 0)
    }
  })

async function expectLevel(page: Page): Promise<number> {
  await soon(async () => (await unlevel(page)).worst).toBeLessThanOrEqual(1)
  const { levels, heights } = await unlevel(page)
  expect(levels).toBeGreaterThan(8)
  return heights
}

describe('two reports side by side', () => {
  it('stand level block by block after wrapping, at three widths of the window, in another size of letters and in another language', async () => {
    const { page } = journey
    await openReader(page)
    const heights: number[] = []
    for (const width of [1280, 1010, 1720]) {
      await page.setViewportSize({ width, height: 800 })
      heights.push(await expectLevel(page))
    }
    expect(new Set(heights.map(Math.round)).size, 'each width wraps anew').toBe(3)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.getByRole('contentinfo').getByRole('button', { name: '设置' }).click()
    await page.getByRole('radio', { name: '大', exact: true }).click()
    await goToReader(page)
    const larger = await expectLevel(page)
    expect(larger).toBeGreaterThan(heights[0]! * 1.1)
    await page.getByRole('radio', { name: 'EN' }).click()
    await page.getByRole('region', { name: /^Column 1: Zhejiang/ }).waitFor()
    await expectLevel(page)
    await page.getByRole('radio', { name: '中' }).click()
    await page.getByRole('radiogroup', { name: '湖北：显示' }).getByRole('radio', { name: '原始行' }).click()
    await column(page, 2).locator('.block-lines').first().waitFor()
    await expectLevel(page)
  })

  it('scroll so that the theme being read stands at one height, also where the other tells it in another place', async () => {
    const { page } = journey
    await openReader(page)
    const elderly = [blockOf(page, 1, '要聚焦养老事业'), blockOf(page, 2, '三是健全基本养老')] as const
    const community = [blockOf(page, 1, '要聚焦完善社会治理体系'), blockOf(page, 2, '二是健全党建引领')] as const
    await wheelUntil(page, 1, async () => (await topOf(elderly[0])) < 260)
    await soon(async () => Math.abs((await topOf(elderly[0])) - (await topOf(elderly[1])))).toBeLessThanOrEqual(1)
    // Hubei speaks of the communities before the old: its column goes back for them
    await wheelUntil(page, 1, async () => (await topOf(community[0])) < 200)
    await soon(async () => Math.abs((await topOf(community[0])) - (await topOf(community[1])))).toBeLessThanOrEqual(1)
    await expect(page.getByRole('toolbar', { name: '并排阅读的工具' }).textContent()).resolves.toContain('社区治理')
    await expect(community[0].textContent()).resolves.toContain('次序不同')
  })

  it('scroll by proportion, or each by itself', async () => {
    const { page } = journey
    await openReader(page)
    const top = (n: number): Promise<number> => column(page, n).evaluate((element) => element.scrollTop)
    await page.getByRole('radio', { name: '按比例' }).click()
    await column(page, 1).hover()
    await page.mouse.wheel(0, 600)
    await soon(() => top(2)).toBeGreaterThan(100)
    const share = (n: number): Promise<number> => column(page, n).evaluate((element) => element.scrollTop / (element.scrollHeight - element.clientHeight))
    await soon(async () => Math.abs((await share(1)) - (await share(2)))).toBeLessThan(0.005)
    await page.getByRole('radio', { name: '不同步' }).click()
    const before = await top(2)
    const here = await top(1)
    await column(page, 1).hover()
    await page.mouse.wheel(0, 500)
    await soon(() => top(1)).toBeGreaterThan(here + 300)
    expect(await top(2)).toBe(before)
  })

  it('say what one of them does not mention, and never of what it mentions in passing', async () => {
    const { page } = journey
    await openReader(page)
    const absent = column(page, 2).locator('.absent-block')
    await expect(absent.filter({ hasText: '婚姻服务' }).textContent()).resolves.toContain('未提及')
    const passing = absent.filter({ hasText: '党的领导' }).first()
    await expect(passing.textContent()).resolves.not.toContain('未提及')
    await passing.getByRole('button').click()
    await soon(() => blockOf(page, 2, '党建工作机构落实党建责任').evaluate(isInSight)).toBe(true)
  })

  it('join the same themes with bands that light up together', async () => {
    const { page } = journey
    await openReader(page)
    await page.keyboard.press('F8')
    const mine = blockOf(page, 1, '健全分层分类的社会救助体系')
    await mine.getByRole('button', { name: '社会救助' }).click()
    const band = page.locator('.reader-gutter .band').filter({ hasText: '社会救助' }).first()
    await soon(() => band.getAttribute('data-lit')).toBe('true')
    const [path, left, right, gutter] = await Promise.all([band.locator('path').first().getAttribute('d'), boxOf(mine), boxOf(blockOf(page, 2, '一是健全分层分类')), boxOf(page.locator('.reader-gutter').first())])
    const [, from, to] = /^M0 (-?[\d.]+)C.* ([\d.-]+)V/.exec(path ?? '') ?? []
    expect(Math.abs(Number(from) - (left.y - gutter.y))).toBeLessThanOrEqual(1)
    expect(Math.abs(Number(to) - (right.y - gutter.y))).toBeLessThanOrEqual(1)
    await soon(() => column(page, 2).locator('.entry[data-lit="true"]').count()).toBeGreaterThan(0)
  })

  it('fold what is outside the chosen themes to one line that says how much it is, and unfold it', async () => {
    const { page } = journey
    await openReader(page)
    await page.getByRole('region', { name: '主题' }).getByRole('button', { name: /^养老服务/ }).click()
    const whole = ((await column(page, 2).textContent()) ?? '').length
    await page.getByRole('radio', { name: '只看主题' }).click()
    const fold = column(page, 2).getByRole('button', { name: /另有 \d+ 段 [\d,]+ 字/ })
    await soon(() => fold.count()).toBeGreaterThan(0)
    await expect(fold.first().textContent()).resolves.toMatch(/（.*社会救助.*）/)
    await expect(column(page, 2).textContent()).resolves.not.toContain('一是健全分层分类的社会救助')
    await fold.first().click()
    await soon(() => column(page, 2).textContent()).toContain('一是健全分层分类的社会救助')
    await page.getByRole('radio', { name: '全文' }).click()
    await soon(async () => ((await column(page, 2).textContent()) ?? '').length).toBeGreaterThanOrEqual(whole)
    await expectText(page, 2)
  })

  it('underline the words they share; a click goes round their places', async () => {
    const { page } = journey
    await openReader(page)
    const count = page.getByRole('group', { name: '共同短语' })
    await expect(count.textContent()).resolves.toMatch(/共同短语 \d+ 条 \d+ 处/)
    const shared = column(page, 1).locator('.mark-shared').filter({ hasText: '健全分层分类的社会救助' }).first()
    await shared.scrollIntoViewIfNeeded()
    await shared.click()
    await soon(() => count.textContent()).toMatch(/“健全分层分类的社会救助体系”第 2 \/ 2 处/)
    const there = column(page, 2).locator('.mark-place')
    await soon(async () => (await there.allTextContents()).join('')).toBe('健全分层分类的社会救助体系')
    await soon(() => there.first().evaluate(isInSight)).toBe(true)
    const number = async (): Promise<number> => Number(/共同短语 (\d+)/.exec((await count.textContent()) ?? '')?.[1] ?? '0')
    await page.getByRole('spinbutton', { name: '最短字数' }).fill('12')
    await soon(() => column(page, 1).locator('.mark-shared').count()).toBeLessThan(4)
    expect(await number()).toBeLessThan(4)
  })

  it('show the lines of the file beside the clean text, exact to the character', async () => {
    const { page } = journey
    await openReader(page)
    await page.getByRole('radiogroup', { name: '湖北：显示' }).getByRole('radio', { name: '原始行' }).click()
    const block = column(page, 2).locator('.theme-block').filter({ hasText: '殡葬' }).first()
    const lines = block.locator('.block-lines li')
    await lines.first().waitFor()
    const raw = readFileSync(seed, 'utf8').split('\n')
    let own = ''
    for (const line of await lines.all()) {
      const text = (await line.locator('> span').last().textContent()) ?? ''
      expect(raw[Number(await line.getAttribute('data-line')) - 1]).toBe(text)
      own += (await line.locator('> span').last().locator('span:not(.not-own)').allTextContents()).join('')
    }
    expect(withoutSpace(own)).toBe('六是健全惠民殡葬一体化服务体系。加快推进城乡公益性公墓建设，持续规范殡葬服务机构管理，扩大惠民殡葬政策覆盖范围。')
    await expect(column(page, 1).locator('.block-lines').count()).resolves.toBe(0)
  })

  it('lead from a block to its place in the source', async () => {
    const { page } = journey
    await openReader(page)
    const block = blockOf(page, 1, '要聚焦养老事业')
    const text = ((await block.locator('.block-text').textContent()) ?? '').trim()
    await block.getByRole('button', { name: /^看原文/ }).click()
    const reading = page.getByRole('complementary', { name: '原文' }).locator('.reading-text')
    await soon(async () => (await reading.locator('.mark-place').allTextContents()).join('')).toBe(text)
    await expectLevel(page)
  })

  it('have maps: a click goes there, the frame can be dragged', async () => {
    const { page } = journey
    await openReader(page)
    const map = page.getByRole('scrollbar', { name: /^浙江/ })
    const box = await boxOf(map)
    const top = (): Promise<number> => column(page, 1).evaluate((element) => element.scrollTop)
    await page.mouse.click(box.x + 6, box.y + box.height * 0.6)
    await soon(top).toBeGreaterThan(300)
    const frame = await boxOf(map.locator('[data-view]'))
    await page.mouse.move(frame.x + 6, frame.y + frame.height / 2)
    await page.mouse.down()
    await page.mouse.move(frame.x + 6, box.y + 2, { steps: 8 })
    await page.mouse.up()
    await soon(top).toBeLessThan(40)
  })

  it('is where it was left after another view was looked at', async () => {
    const { page } = journey
    await openReader(page)
    await wheelUntil(page, 1, async () => (await topOf(blockOf(page, 1, '要聚焦养老事业'))) < 260)
    await page.getByRole('radio', { name: '只看主题' }).click()
    const place = await topOf(blockOf(page, 1, '要聚焦养老事业'))
    const kept = page.waitForRequest((request) => request.url().endsWith('/call/workspace.write') && (request.postData() ?? '').includes('side-by-side'))
    await column(page, 1).hover()
    await page.mouse.wheel(0, 1)
    await kept
    await page.getByRole('navigation', { name: '视图' }).getByText('目标').click()
    await column(page, 1).waitFor({ state: 'detached' })
    await goToReader(page)
    await soon(async () => Math.abs((await topOf(blockOf(page, 1, '要聚焦养老事业'))) - place)).toBeLessThanOrEqual(3)
    await expect(page.getByRole('radio', { name: '只看主题' }).isChecked()).resolves.toBe(true)
  })

  it('stacked in a narrow window, begin at the place that another view has sent the person to', async () => {
    const { page } = journey
    await openSample(page)
    await page.setViewportSize({ width: 860, height: 800 })
    await page.getByRole('radiogroup', { name: '视图' }).getByRole('radio', { name: '结构', exact: true }).check()
    const cell = page.getByRole('group', { name: '湖北的结构条' }).getByRole('button', { name: /养老服务.*三是健全基本养老一体化服务体系/ }).first()
    await cell.click({ modifiers: ['Control'] })
    const place = page.getByRole('region', { name: '并排阅读' }).locator('.mark-place').first()
    await soon(() => place.evaluate((element) => element.getBoundingClientRect().top > 0 && element.getBoundingClientRect().bottom < innerHeight)).toBe(true)
    await expect(place.textContent()).resolves.toContain('三是健全基本养老一体化服务体系')
  })

  it('are stacked theme by theme where the window is narrow', async () => {
    const { page } = journey
    await openReader(page)
    await page.setViewportSize({ width: 860, height: 800 })
    const stacked = page.getByRole('region', { name: '并排阅读' })
    await stacked.waitFor()
    const elderly = stacked.locator('.stacked-theme').filter({ has: page.getByRole('heading', { name: '养老服务' }) })
    await expect(elderly.getByRole('heading', { level: 4 }).allTextContents()).resolves.toEqual(['浙江', '湖北'])
    const [first, second] = await Promise.all([boxOf(elderly.locator('.stacked-report').nth(0)), boxOf(elderly.locator('.stacked-report').nth(1))])
    expect(second.y).toBeGreaterThanOrEqual(first.y + first.height)
    for (const part of ['2月8日，湖北省召开全省民政工作会议', '2月10日，浙江省民政工作座谈会在杭州召开']) await expect(stacked.textContent()).resolves.toContain(part)
  })
})

describe('with the keyboard alone', () => {
  it('goes from theme to theme, column to column, locks and unlocks, matches, unfolds', async () => {
    const { page } = journey
    await openReader(page)
    await page.keyboard.press('Control+1')
    await soon(() => focusIsIn(column(page, 1))).toBe(true)
    const current = page.locator('.current-name')
    await stepUntil(page, '养老服务')
    await expect(current.textContent()).resolves.toContain('养老服务')
    const pair = [blockOf(page, 1, '要聚焦养老事业'), blockOf(page, 2, '三是健全基本养老')] as const
    await soon(async () => Math.abs((await topOf(pair[0])) - (await topOf(pair[1])))).toBeLessThanOrEqual(1)
    await soon(() => focusIsIn(pair[0])).toBe(true)
    await page.keyboard.press('Shift+F8')
    await soon(() => current.textContent()).not.toContain('养老服务')
    await page.keyboard.press('F8')

    await page.keyboard.press('Control+l')
    await soon(() => page.getByRole('radio', { name: '不同步' }).isChecked()).toBe(true)
    await page.keyboard.press('Control+2')
    await page.keyboard.press('End')
    await soon(async () => Math.abs((await topOf(pair[0])) - (await topOf(pair[1])))).toBeGreaterThan(100)
    // the browser takes the way to the end in many frames
    await soon(async () => {
      const before = await topOf(pair[1])
      await nextFrames(page)
      return (await topOf(pair[1])) - before
    }).toBe(0)
    await page.keyboard.press('Control+1')
    await stepUntil(page, '养老服务')
    await page.keyboard.press('m')
    await soon(async () => Math.abs((await topOf(pair[0])) - (await topOf(pair[1])))).toBeLessThanOrEqual(1)
    await page.keyboard.press('Control+l')
    await soon(() => page.getByRole('radio', { name: '按主题' }).isChecked()).toBe(true)
    await expectLevel(page)

    await page.getByRole('radio', { name: '留一段' }).focus()
    await page.keyboard.press('ArrowRight')
    await soon(() => page.getByRole('radio', { name: '只看主题' }).isChecked()).toBe(true)
    const fold = column(page, 1).getByRole('button', { name: /另有/ }).first()
    await fold.focus()
    await page.keyboard.press('Enter')
    await soon(() => column(page, 1).getByRole('button', { name: '收起' }).count()).toBe(1)
    await page.keyboard.press('Enter')
    await soon(() => column(page, 1).getByRole('button', { name: '收起' }).count()).toBe(0)
    await page.getByRole('button', { name: '下一处共同短语' }).focus()
    await page.keyboard.press('Enter')
    await soon(() => page.locator('.reader-column .mark-place').first().evaluate(isInSight)).toBe(true)
  })
})

/** F8 from theme to theme until one is the current one. */
async function stepUntil(page: Page, theme: string): Promise<void> {
  const current = page.locator('.current-name')
  for (let step = 0; step < 30; step++) {
    if (((await current.textContent()) ?? '').includes(theme)) return
    await page.keyboard.press('F8')
    await nextFrames(page)
  }
  throw new Error(`F8 does not come to ${theme}`)
}

/** Turns the wheel over a column until something is so. */
async function wheelUntil(page: Page, n: number, isSo: () => Promise<boolean>): Promise<void> {
  await column(page, n).hover()
  for (let turn = 0; turn < 80; turn++) {
    if (await isSo()) return
    await page.mouse.wheel(0, 60)
    await nextFrames(page)
  }
  throw new Error('the place did not come into sight')
}

/** All that a column holds is the whole text of its report, in its order. */
async function expectText(page: Page, n: number): Promise<void> {
  const shown = withoutSpace((await column(page, n).locator('.block-text').allTextContents()).join(''))
  expect(shown.startsWith('2月8日，湖北省召开全省民政工作会议')).toBe(true)
  expect(shown.endsWith('大力完善村（社区）养老、托幼、社会组织培育孵化等服务设施。')).toBe(true)
  expect(shown).toHaveLength(2033)
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.first().boundingBox()
  if (box === null) throw new Error('not drawn')
  return box
}

const focusIsIn = (locator: Locator): Promise<boolean> => locator.first().evaluate((element) => element.contains(document.activeElement))

function isInSight(element: Element): boolean {
  const pane = element.closest('[data-column]')
  if (pane === null) return false
  const box = element.getBoundingClientRect()
  const frame = pane.getBoundingClientRect()
  return box.bottom > frame.top && box.top < frame.bottom
}
