import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { importByCommand, seed, tabTo } from './journey.ts'
import { eachJourney, preparedOnce } from './together.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

const copies = preparedOnce(fillLibrary)

const journey = eachJourney(() => ({ library: copies.next() }))

/** The seed's two reports (浙江, 湖北; 2023) and three invented ones. */
function fillLibrary(library: string, folder: string): void {
  const texts = join(folder, '虚构样例')
  mkdirSync(texts)
  for (const [province, city, year] of [['安徽', '合肥', 2022], ['安徽', '合肥', 2024], ['江西', '南昌', 2022]] as const) {
    const text = `${province}召开全省民政工作会议\n1月5日，${year}年${province}省民政工作会议在${city}召开。会议要求，健全养老服务体系，发展慈善事业，推进社区治理。这是虚构样例第${year}号。`
    writeFileSync(join(texts, `${province}${year}.txt`), text)
  }
  importByCommand(library, [seed, texts])
}

/** What the window shows comes after the host has written: patience on a busy machine. */
const until = <T>(read: () => T) => expect.poll(read, { timeout: 40_000 })

const gridOf = (page: Page): Locator => page.getByRole('grid', { name: '报告列表' })
const lineOf = (page: Page, title: RegExp): Locator => gridOf(page).getByRole('row').filter({ has: page.getByRole('button', { name: title }) })
const titlesOf = (page: Page): Promise<string[]> => gridOf(page).locator('.title-button').allTextContents()

async function openLibrary(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: /^资料库/ }).click()
  await gridOf(page).waitFor()
  await until(() => titlesOf(page)).toHaveLength(5)
}

/** Places in the order of the lines, which lie by position, not by the order of the page. */
async function placesOf(page: Page): Promise<string[]> {
  const lines = await gridOf(page).locator('.report-line-row').all()
  const said = await Promise.all(lines.map(async (line) => ({ at: Number(await line.getAttribute('aria-rowindex')), place: (await line.locator('.cell-province .cell-main').textContent()) ?? '' })))
  return said.sort((a, b) => a.at - b.at).map(({ place }) => place)
}

describe('the library as a table', () => {
  it('sorts by a head, by several with Shift, and shows fewer with several filters at once', async () => {
    const { page } = journey
    await openLibrary(page)
    expect(await placesOf(page)).toEqual(['浙江', '安徽', '安徽', '江西', '湖北'])
    const head = (name: string): Locator => gridOf(page).getByRole('columnheader', { name: new RegExp(`^${name}`) })
    await head('日期').getByRole('button').click()
    await until(() => placesOf(page)).toEqual(['安徽', '江西', '湖北', '浙江', '安徽'])
    await expect(head('日期').getAttribute('aria-sort')).resolves.toBe('ascending')
    await head('日期').getByRole('button').click()
    await until(() => placesOf(page)).toEqual(['安徽', '浙江', '湖北', '安徽', '江西'])
    await head('地区').getByRole('button').click()
    await head('日期').getByRole('button').click({ modifiers: ['Shift'] })
    await head('日期').getByRole('button').click({ modifiers: ['Shift'] })
    await until(() => gridOf(page).locator('.cell-date .cell-main').allTextContents()).toEqual(['2023-02-10', '2024-01-05', '2022-01-05', '2022-01-05', '2023-02-08'])

    await page.getByRole('button', { name: '按省份筛选' }).click()
    await page.getByRole('menuitemcheckbox', { name: /^安徽/ }).click()
    await page.getByRole('menuitemcheckbox', { name: /^浙江/ }).click()
    await page.keyboard.press('Escape')
    await until(() => placesOf(page)).toEqual(['浙江', '安徽', '安徽'])
    await page.getByRole('button', { name: '按年份筛选' }).click()
    await page.getByRole('menuitemcheckbox', { name: /^2022/ }).click()
    await page.keyboard.press('Escape')
    await until(() => placesOf(page)).toEqual(['安徽'])
    await expect(page.getByText('5 份中的 1 份').count()).resolves.toBe(1)
    await page.getByRole('button', { name: '清除筛选' }).click()
    await page.getByRole('searchbox', { name: '在列表中查找词语' }).fill('座谈会 浙江')
    await until(() => placesOf(page)).toEqual(['浙江'])
  })

  it('groups, folds a group, and chooses columns', async () => {
    const { page } = journey
    await openLibrary(page)
    await page.getByRole('button', { name: '分组' }).click()
    await page.getByRole('menuitem', { name: '按大区' }).click()
    const east = page.getByRole('button', { name: '收起华东' })
    await east.click()
    await until(() => placesOf(page)).toEqual(['湖北'])
    await page.getByRole('button', { name: '展开华东' }).click()
    await until(() => placesOf(page)).toEqual(['浙江', '安徽', '安徽', '江西', '湖北'])
    await page.getByRole('button', { name: '列', exact: true }).click()
    await page.getByRole('checkbox', { name: '会议', exact: true }).uncheck()
    await page.getByRole('button', { name: '“日期”左移' }).click()
    const heads = (): Promise<string[]> => gridOf(page).getByRole('columnheader').allTextContents()
    await until(heads).toEqual(['', '地区', '日期', '级别', '标题', '字数', '主题', '批注', '文件'])
  })

  it('keeps a filter under a name, and its place, for the next start', async () => {
    const { page } = journey
    await openLibrary(page)
    await page.getByRole('button', { name: '按年份筛选' }).click()
    await page.getByRole('menuitemcheckbox', { name: /^2022/ }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '存的筛选' }).click()
    await page.getByRole('textbox', { name: '名称' }).fill('前年的会')
    const kept = page.waitForResponse((response) => response.url().endsWith('workspace.write') && (response.request().postData() ?? '').includes('前年的会'))
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await kept

    const again = await journey.again({ library: copies.now() })
    await gridOf(again).waitFor()
    await until(() => placesOf(again)).toEqual(['安徽', '江西'])
    await again.getByRole('button', { name: '清除筛选' }).click()
    await until(() => titlesOf(again)).toHaveLength(5)
    await again.getByRole('button', { name: /^存的筛选/ }).click()
    await again.getByRole('button', { name: '用“前年的会”' }).click()
    await until(() => placesOf(again)).toEqual(['安徽', '江西'])
  })

  it('brings selected reports into the comparison', async () => {
    const { page } = journey
    await openLibrary(page)
    await page.getByRole('checkbox', { name: /^选取：浙江/ }).click()
    await page.getByRole('checkbox', { name: /^选取：江西/ }).click({ modifiers: ['Shift'] })
    await until(() => page.getByRole('group', { name: '选取的报告' }).textContent()).toContain('已选 4 份')
    await page.getByRole('checkbox', { name: /^选取：安徽/ }).first().click()
    await page.getByRole('checkbox', { name: /^选取：安徽/ }).last().click()
    await page.getByRole('button', { name: '比较这些' }).click()
    const table = page.getByRole('grid', { name: '对照表' })
    await table.waitFor()
    await until(() => table.getByRole('columnheader').allTextContents().then((heads) => heads.map((head) => /浙江|江西|安徽|湖北/.exec(head)?.[0]).filter((name) => name !== undefined))).toEqual(['浙江', '江西'])
  })
})

describe('the columns', () => {
  it('of a new library fit the least window with the rail open, in both languages', async () => {
    const { page } = journey
    await openLibrary(page)
    const spare = (): Promise<number> => page.getByRole('main').getByRole('grid').evaluate((grid) => grid.clientWidth - grid.scrollWidth)
    await expect(spare()).resolves.toBe(0)
    await page.getByRole('radio', { name: 'EN' }).click()
    await page.getByRole('columnheader', { name: 'Characters' }).waitFor()
    await expect(spare()).resolves.toBe(0)
    for (const head of await page.getByRole('columnheader').getByRole('button').all()) {
      await expect(head.evaluate((button) => button.scrollWidth - button.clientWidth), 'no name is cut').resolves.toBe(0)
    }
  })

  it('are moved by dragging a head, which does not sort, and stay so for the next start', async () => {
    const { page } = journey
    await openLibrary(page)
    const heads = (on: Page): Promise<string[]> => gridOf(on).getByRole('columnheader').allTextContents()
    const drag = async (name: string, to: string): Promise<void> => {
      const [from, at] = [await gridOf(page).getByRole('button', { name, exact: true }).boundingBox(), await gridOf(page).getByRole('button', { name: to, exact: true }).boundingBox()]
      await page.mouse.move((from?.x ?? 0) + 8, (from?.y ?? 0) + 8)
      await page.mouse.down()
      await page.mouse.move((at?.x ?? 0) + 2, (at?.y ?? 0) + 8, { steps: 5 })
    }
    await drag('批注', '日期')
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expect(heads(page)).resolves.toEqual(['', '地区', '级别', '日期', '标题', '会议', '字数', '主题', '批注', '文件'])
    const kept = page.waitForResponse((response) => response.url().endsWith('workspace.write') && (response.request().postData() ?? '').includes('"level","notes","date"'))
    await drag('批注', '日期')
    await page.mouse.up()
    await until(() => heads(page)).toEqual(['', '地区', '级别', '批注', '日期', '标题', '会议', '字数', '主题', '文件'])
    await expect(gridOf(page).getByRole('columnheader', { name: '批注' }).getAttribute('aria-sort')).resolves.toBe('none')
    await kept
    const again = await journey.again({ library: copies.now() })
    await gridOf(again).waitFor()
    await expect(heads(again)).resolves.toEqual(['', '地区', '级别', '批注', '日期', '标题', '会议', '字数', '主题', '文件'])
  })
})

describe('the menu of a line', () => {
  it('comes up under the right button, and for all selected lines where it is one of them', async () => {
    const { page } = journey
    await openLibrary(page)
    await lineOf(page, /^阅读：江西/).locator('.cell-title').click({ button: 'right' })
    await page.getByRole('menuitem', { name: '更正标题' }).click()
    const field = page.getByRole('textbox', { name: '标题' })
    await until(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })

    await page.getByRole('checkbox', { name: /^选取：浙江/ }).click()
    await page.getByRole('checkbox', { name: /^选取：湖北/ }).click()
    await lineOf(page, /^阅读：湖北/).locator('.cell-date').click({ button: 'right' })
    await page.getByRole('menuitem', { name: '移到回收站（2）' }).click()
    await until(() => placesOf(page)).toEqual(['安徽', '安徽', '江西'])
  })

  for (const key of ['Shift+F10', 'ContextMenu']) {
    it(`comes up by ${key} at the line of the keyboard, and gives the focus back`, async () => {
      const { page } = journey
      await openLibrary(page)
      await gridOf(page).focus()
      await page.keyboard.press('Control+End')
      const line = await lineOf(page, /^阅读：湖北/).boundingBox()
      await page.keyboard.press(key)
      const menu = page.getByRole('menu')
      await menu.getByRole('menuitem', { name: '阅读' }).waitFor()
      const below = async (): Promise<number> => ((await menu.boundingBox())?.y ?? 0) - (line?.y ?? 0)
      await until(below).toBeGreaterThan(0)
      expect(await below()).toBeLessThan(60)
      await page.keyboard.press('Escape')
      await menu.waitFor({ state: 'detached' })
      await until(() => gridOf(page).evaluate((grid) => grid === document.activeElement)).toBe(true)
      await page.keyboard.press(key)
      await menu.getByRole('menuitem', { name: '只比较这一份' }).focus()
      await page.keyboard.press('Enter')
      await until(() => page.getByRole('region', { name: '报告', exact: true }).getByRole('checkbox', { checked: true }).count()).toBe(1)
    })
  }
})

describe('while the list of reports is fetched', () => {
  it('says so, and does not show an empty library', async () => {
    const { page } = await holdingBack('reports.list')
    await page.getByText('正在取报告列表…').waitFor()
    await expect(page.getByRole('main').textContent()).resolves.not.toMatch(/0 份|打开示例资料/)
    await page.evaluate(() => dispatchEvent(new Event('let-go')))
    await page.getByRole('grid', { name: '对照表' }).waitFor()
    await expect(page.getByText('正在取报告列表…').count()).resolves.toBe(0)
  })

  it('shows the first reports of a large library, to be read until the others are there', async () => {
    const { page } = await holdingBack('reports.list', { answeringFirst: true })
    await page.getByRole('navigation').getByRole('button', { name: /^资料库/ }).click()
    await page.locator('.title-button').filter({ hasText: '湖北' }).first().waitFor()
    await page.locator('.reports-body[inert][aria-busy="true"]').waitFor()
    await until(() => page.locator('.shown-count').textContent()).toBe('正在取报告列表…')
    await page.evaluate(() => dispatchEvent(new Event('let-go')))
    await until(() => page.locator('.shown-count').textContent()).toMatch(/^\d+ 份/)
    await lineOf(page, /^阅读：湖北/).first().waitFor()
  })

  /** A window whose answers to one call wait until the event `let-go`; `answeringFirst`: these few reports are the first of a large library. */
  async function holdingBack(call: string, { answeringFirst = false } = {}): Promise<{ page: Page }> {
    const script = `{
      const [ask, letGo] = [fetch, new Promise((go) => addEventListener('let-go', go, { once: true }))]
      window.fetch = async (...request) => {
        if (${answeringFirst} && String(request[0]).endsWith('reports.first')) {
          const { value } = await (await ask('/call/reports.list', request[1])).json()
          return new Response(JSON.stringify({ ok: true, value: value.reports }))
        }
        const answer = await ask(...request)
        if (String(request[0]).endsWith('${call}')) await letGo
        return answer
      }
    }`
    return { page: await journey.again({ library: copies.now(), script }) }
  }
})

describe('what is there and what is missing', () => {
  it('stands in one grid of provinces and years; a cell lists its reports', async () => {
    const { page } = journey
    await openLibrary(page)
    await page.getByRole('radio', { name: '覆盖' }).check()
    const grid = page.getByRole('grid', { name: '各省各年的报告数' })
    await expect(grid.getByRole('rowheader', { name: /^(北京|浙江|安徽|西藏)$/ }).count()).resolves.toBe(4)
    await expect(grid.getByRole('gridcell', { name: '安徽 2022 年：1 份' }).textContent()).resolves.toBe('1')
    await expect(grid.getByRole('gridcell', { name: '安徽 2023 年：缺' }).textContent()).resolves.toBe('缺')
    await expect(grid.getByRole('row', { name: /^有报告的省份/ }).textContent()).resolves.toContain('2 / 31')
    await grid.getByRole('gridcell', { name: '安徽 2022 年：1 份' }).click()
    await until(() => placesOf(page)).toEqual(['安徽'])
  })

  it('says by name what a missing cell lacks', async () => {
    const { page } = journey
    await openLibrary(page)
    await page.getByRole('radio', { name: '覆盖' }).check()
    await page.getByRole('gridcell', { name: '西藏 2023 年：缺' }).click()
    await page.getByText('资料库里没有西藏2023 年的报告。').waitFor()
    await page.getByRole('main').getByRole('status').getByRole('button', { name: '清除筛选' }).click()
    await until(() => titlesOf(page)).toHaveLength(5)
  })
})

describe('metadata put right', () => {
  it('a date of less precision holds, what the machine read stays beside it, and comes back', async () => {
    const { page } = journey
    await openLibrary(page)
    const line = lineOf(page, /^阅读：湖北/)
    await line.locator('.cell-date').hover()
    await line.getByRole('button', { name: /^更正日期/ }).click()
    await page.getByRole('textbox', { name: '日', exact: true }).fill('30')
    await page.getByText('没有这样的日期。').waitFor()
    await page.getByRole('textbox', { name: '日', exact: true }).fill('')
    await page.getByText('2023-02 · 精确到月').waitFor()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await until(() => line.locator('.cell-date').textContent()).toMatch(/2023-02改.*机器读作 2023-02-08/)
    await page.getByRole('button', { name: '人工更正' }).click()
    await until(() => placesOf(page)).toEqual(['湖北'])
    await page.getByRole('button', { name: '清除筛选' }).click()
    await line.locator('.cell-date').hover()
    await line.getByRole('button', { name: /^更正日期/ }).click()
    await page.getByRole('button', { name: '改回机器所读' }).click()
    await until(() => line.locator('.cell-date .cell-main').textContent()).toBe('2023-02-08')
    await until(() => line.locator('.hand-mark').count()).toBe(0)
  })
})

describe('the bin', () => {
  it('takes reports out of everywhere else, and gives them back', async () => {
    const { page } = journey
    await openLibrary(page)
    await page.getByRole('checkbox', { name: /^选取：湖北/ }).click()
    await page.getByRole('button', { name: '移到回收站' }).click()
    await until(() => placesOf(page)).toEqual(['浙江', '安徽', '安徽', '江西'])
    await until(() => page.getByRole('region', { name: '报告', exact: true }).getByText('湖北').count()).toBe(0)
    await page.getByRole('radio', { name: '回收站' }).check()
    await page.getByRole('button', { name: /^恢复：湖北/ }).click()
    await page.getByText('回收站是空的').waitFor()
    await page.getByRole('radio', { name: '列表' }).check()
    await until(() => placesOf(page)).toEqual(['浙江', '安徽', '安徽', '江西', '湖北'])
  })
})

describe('with the keyboard alone', () => {
  /** The cell that a screen reader would read out. */
  const activeCell = (page: Page): Promise<string> =>
    gridOf(page).evaluate((grid) => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '')

  async function openByKeys(page: Page): Promise<void> {
    await page.getByRole('navigation').getByRole('button', { name: /^资料库/ }).waitFor()
    await tabTo(page, page.getByRole('navigation').getByRole('button', { name: /^资料库/ }))
    await page.keyboard.press('Enter')
    await gridOf(page).waitFor()
    await tabTo(page, gridOf(page))
  }

  it('a person moves, sorts, selects, bins, takes it back, and reads', async () => {
    const { page } = journey
    await openByKeys(page)
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
    await until(() => activeCell(page)).toContain('2023-02-10')
    await page.keyboard.press('ArrowUp')
    await until(() => activeCell(page)).toContain('日期')
    await page.keyboard.press('Enter')
    await until(() => placesOf(page)).toEqual(['安徽', '江西', '湖北', '浙江', '安徽'])
    await page.keyboard.press('Control+End')
    await until(() => activeCell(page)).toContain('安徽2024.txt')
    await page.keyboard.press('Space')
    await until(() => page.getByRole('group', { name: '选取的报告' }).textContent()).toContain('已选 1 份')
    await page.keyboard.press('Shift+ArrowUp')
    await until(() => page.getByRole('group', { name: '选取的报告' }).textContent()).toContain('已选 2 份')
    await page.keyboard.press('Delete')
    await until(() => placesOf(page)).toEqual(['安徽', '江西', '湖北'])
    await page.keyboard.press('Control+z')
    await until(() => placesOf(page)).toEqual(['安徽', '江西', '湖北', '浙江', '安徽'])
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Enter')
    await until(() => page.getByRole('complementary', { name: '原文' }).textContent()).toContain('虚构样例第2022号')
  })

  it('a person puts a province right, choosing from the divisions, and goes back to what the machine read', async () => {
    const { page } = journey
    await openByKeys(page)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('F2')
    await page.getByRole('combobox', { name: '输入省、市、县的名称或代码' }).waitFor()
    await page.keyboard.type('杭州')
    await page.getByRole('option', { name: /浙江省 杭州市/ }).waitFor()
    await page.keyboard.press('Enter')
    await until(() => activeCell(page)).toMatch(/杭州市.*机器读作 浙江/)
    await until(() => lineOf(page, /^阅读：浙江/).locator('.cell-level').textContent()).toContain('市级')
    await page.keyboard.press('F2')
    await tabTo(page, page.getByRole('button', { name: '改回机器所读' }))
    await page.keyboard.press('Enter')
    await until(() => activeCell(page)).toMatch(/^浙江/)
    await until(() => lineOf(page, /^阅读：浙江/).locator('.hand-mark').count()).toBe(0)
  })

  it('a person finds in the coverage what is missing', async () => {
    const { page } = journey
    await openByKeys(page)
    await tabTo(page, page.getByRole('radio', { name: '列表' }))
    await page.keyboard.press('ArrowRight')
    const grid = page.getByRole('grid', { name: '各省各年的报告数' })
    const first = grid.getByRole('gridcell', { name: '北京 2022 年：缺' })
    await first.waitFor()
    await tabTo(page, first)
    for (let n = 0; n < 10; n++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await until(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('浙江 2023 年：1 份')
    await page.keyboard.press('Enter')
    await until(() => placesOf(page)).toEqual(['浙江'])
  })
})
