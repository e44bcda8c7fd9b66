import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import type { Page, Response } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../main/temporary-folder.ts'
import { markedText, openSample, withoutSpace } from './journey.ts'
import { eachJourney } from './together.ts'

// a browser and a host of its own for each journey: patience on a busy machine
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const journey = eachJourney(() => ({ permissions: ['clipboard-read', 'clipboard-write'] }))

/** A busy machine takes its time. */
const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 30_000 })

const field = (page: Page) => page.getByRole('searchbox', { name: '检索词' })
const list = (page: Page) => page.getByRole('listbox', { name: '检索结果逐行列出' })
const summary = (page: Page) => page.locator('.search-summary > p')

/** From the top of the window, as a person gets there; all lines of 养老服务 are in sight. */
async function searchFor(page: Page, query: string): Promise<void> {
  await page.getByRole('combobox', { name: '检索全部报告' }).fill(query)
  await page.getByRole('option', { name: /在检索中查看全部/ }).click()
  await list(page).waitFor()
}

async function saved(page: Page, format: string): Promise<Buffer> {
  await page.getByRole('button', { name: '导出检索结果' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: format }).click()])
  return readFileSync(await download.path())
}

describe('search', () => {
  it('lists every place with the word in the middle, and each leads to its exact characters', async () => {
    const { page } = journey
    await openSample(page)
    await searchFor(page, '养 老服务')
    await eventually(() => summary(page).textContent()).toMatch(/^\d+ 处，2 份报告$/)
    const total = Number((await summary(page).textContent())?.split(' ')[0])
    expect(total).toBeGreaterThan(5)
    const lines = list(page).getByRole('option')
    await expect(lines.first().getAttribute('aria-setsize')).resolves.toBe(String(total))
    for (const word of await lines.locator('mark').allTextContents()) expect(withoutSpace(word)).toBe('养老服务')
    const centres = await lines.locator('mark').evaluateAll((marks) => marks.map((mark) => Math.round(mark.getBoundingClientRect().x + mark.getBoundingClientRect().width / 2)))
    expect(new Set(centres).size, 'the words stand under each other').toBe(1)
    await lines.nth(2).click()
    const sheet = page.getByRole('complementary', { name: '原文' })
    await eventually(async () => withoutSpace(await markedText(sheet.locator('.reading-text')))).toBe('养老服务')
    await eventually(async () => withoutSpace(await markedText(page.getByRole('list', { name: '原始行' })))).toBe('养老服务')
    expect(await sheet.locator('.reading-text .mark-hit').count(), 'the other places are marked too').toBeGreaterThan(1)
  })

  it('says how often in each province, and a bar, a filter and another order narrow and turn the list', async () => {
    const { page } = journey
    // all lines in sight
    await page.setViewportSize({ width: 1280, height: 1400 })
    await openSample(page)
    await searchFor(page, '服务')
    const counts = page.getByRole('region', { name: '分布' })
    const zhejiang = counts.getByRole('button', { name: /^浙江/ })
    await zhejiang.waitFor()
    const said = /^浙江：(\d+) 处，1 份报告中 1 份有，每千字 ([\d.]+)$/.exec((await zhejiang.getAttribute('aria-label')) ?? '')
    await zhejiang.click()
    await eventually(() => summary(page).textContent()).toBe(`${said?.[1]} 处，1 份报告`)
    await counts.getByRole('radio', { name: '每千字' }).check()
    await eventually(() => zhejiang.textContent()).toContain(said?.[2])
    await page.getByRole('button', { name: '清除筛选' }).click()
    await eventually(() => summary(page).textContent()).toMatch(/2 份报告$/)
    await page.getByRole('radio', { name: '右文' }).first().check()
    // where equal contexts stand: under each other
    const places = async (): Promise<number[]> =>
      (await list(page).locator('.line-right').allTextContents()).flatMap((text, index) => (text.startsWith('体系') ? [index] : []))
    await eventually(async () => new Set((await places()).map((place, index) => place - index)).size).toBe(1)
    expect((await places()).length).toBeGreaterThan(1)
    await page.getByRole('region', { name: '相邻字词' }).getByRole('button', { name: /“服务体系”/ }).click()
    await eventually(() => field(page).inputValue()).toBe('服务体系')
    await eventually(async () => (await list(page).locator('mark').allTextContents()).every((word) => withoutSpace(word) === '服务体系')).toBe(true)
  })

  it('copies lines with citations and exports all of them', async () => {
    const { page } = journey
    await openSample(page)
    await searchFor(page, '婚姻')
    const lines = list(page).getByRole('option')
    const total = Number(await lines.first().getAttribute('aria-setsize'))
    await lines.first().click({ modifiers: ['ControlOrMeta'] })
    await page.getByRole('button', { name: '复制（含出处）' }).click()
    await page.getByText('已复制 1 行，含出处').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/【婚姻】.*（.*省.*，2023-02-.*第\d+段.*原文[\d–]+行）$/)
    const csv = (await saved(page, 'CSV')).toString('utf8')
    expect(csv.trim().split('\r\n')).toHaveLength(total + 1)
    expect(csv).toContain('"婚姻"')
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load((await saved(page, 'Excel')) as unknown as ArrayBuffer)
    const sheet = workbook.getWorksheet('检索')
    expect(sheet?.rowCount).toBe(total + 1)
    expect(sheet?.getRow(1).getCell(7).text).toBe('检索词')
    expect(withoutSpace(sheet?.getRow(2).getCell(7).text ?? '')).toBe('婚姻')
  })

  it('is where it was left after a restart, its history too', async () => {
    const library = join(temporaryFolder(), 'kept.duizhao')
    const before = await journey.again({ library })
    await openSample(before)
    await searchFor(before, '慈善')
    await field(before).press('Enter')
    await field(before).fill('养老')
    await field(before).press('Enter')
    const isKept = (response: Response): boolean => response.url().endsWith('/call/workspace.write') && (response.request().postData() ?? '').includes('"order":"year"')
    const [kept] = await Promise.all([before.waitForResponse(isKept), before.getByRole('radio', { name: '年份' }).check()])
    expect(kept.ok()).toBe(true)
    const page = await journey.again({ library })
    await list(page).waitFor()
    await expect(field(page).inputValue()).resolves.toBe('养老')
    await expect(page.getByRole('radio', { name: '年份' }).isChecked()).resolves.toBe(true)
    await page.getByRole('button', { name: '检索历史' }).click()
    await page.getByRole('menuitem', { name: '慈善' }).click()
    await eventually(async () => (await list(page).locator('mark').allTextContents()).every((word) => withoutSpace(word) === '慈善')).toBe(true)
  })
})

describe('search without a mouse', () => {
  it('finds, walks the lines, opens the source, copies and comes back', async () => {
    const { page } = journey
    await openSample(page)
    await page.locator('body').press('/')
    await page.keyboard.type('服务')
    await page.getByRole('option', { name: /在检索中查看全部/ }).waitFor()
    await page.keyboard.press('Control+Enter')
    await list(page).waitFor()
    await page.keyboard.press('Control+f')
    await eventually(() => field(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowDown')
    await eventually(() => list(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('End')
    const last = await list(page).getAttribute('aria-activedescendant')
    expect(last).toMatch(/^line-\d+$/)
    await page.locator(`#${last} mark`).waitFor()
    await page.keyboard.press('Enter')
    const sheet = page.getByRole('complementary', { name: '原文' })
    await eventually(async () => withoutSpace(await markedText(sheet.locator('.reading-text')))).toBe('服务')
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await eventually(() => list(page).evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await list(page).getAttribute('aria-activedescendant'), 'back at the same line').toBe(last)
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Space')
    await page.keyboard.press('Control+c')
    await page.getByText('已复制 2 行，含出处').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.split('\n')).toHaveLength(2)
  })
})
