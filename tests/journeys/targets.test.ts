import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import type { Locator, Page } from 'playwright-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { importByCommand, markedText, seed, tabTo, withoutSpace } from './journey.ts'
import { eachJourney, preparedOnce } from './together.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 })

/** 虚构样例: three provinces that promise the same things, each its own number. */
const invented: Readonly<Record<string, string>> = {
  '江苏': report('江苏', 2031, '到2033年养老机构护理型床位占比达到65%以上，新增养老服务床位3000张，推动乡镇社工站全覆盖。'),
  '四川': report('四川', 2032, '到2033年养老机构护理型床位占比达到58%以上，新增养老服务床位1.2万张。'),
  '甘肃': report('甘肃', 2032, '到2034年养老机构护理型床位占比达到50%，火化率提高到70%。')
}

function report(province: string, year: number, plan: string): string {
  return `${province}召开${year}年民政工作会议\n\n${year}年2月8日，${province}省民政工作会议在省会召开。省民政厅厅长出席会议并讲话（虚构样例）。\n\n会议要求，做好今后的工作。${plan}`
}

const copies = preparedOnce((library, folder) => {
  const files = join(folder, 'files')
  mkdirSync(files)
  for (const [name, text] of Object.entries(invented)) writeFileSync(join(files, `${name}.txt`), text)
  importByCommand(library, [seed, files])
})

const journey = eachJourney(() => ({ library: copies.next(), permissions: ['clipboard-read', 'clipboard-write'] }))

beforeEach(async () => {
  await journey.page.getByRole('navigation').getByRole('button', { name: /^目标/ }).click()
  await table(journey.page).waitFor()
})

const table = (page: Page): Locator => page.getByRole('grid', { name: '量化目标' })

/** As `expect.poll`, with the patience that a busy machine needs. */
const settled = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 30_000 })

/** Rows of targets, by the words of their clause. */
const clauses = (page: Page): Locator => table(page).locator('q')

const column = async (page: Page, name: string): Promise<string[]> => (await table(page).locator(`.targets-cell.${name}[role="gridcell"]`).allTextContents()).map((text) => text.trim())

const choose = async (page: Page, filter: string, value: RegExp): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`^${filter}`) }).click()
  await page.getByRole('menuitemcheckbox', { name: value }).click()
  await page.keyboard.press('Escape')
}

describe('the table of targets', () => {
  it('sets the values of several provinces for one metric on one axis, and each leads to its characters', async () => {
    const { page } = journey
    const plot = page.getByRole('gridcell', { name: '养老机构护理型床位占比（％）各报告取值' })
    const dots = plot.getByRole('button')
    await settled(() => dots.count()).toBe(3)
    const names = await dots.evaluateAll((all) => all.map((dot) => dot.getAttribute('aria-label') ?? ''))
    expect(names.map((name) => name.replace(/。.*/, ''))).toEqual(['甘肃 2032：达到 50 ％', '四川 2032：不低于 58 ％', '江苏 2031：不低于 65 ％'])
    await dots.nth(2).click()
    const reading = page.getByRole('complementary', { name: '原文' }).locator('.reading-text')
    await settled(() => markedText(reading)).toBe('到2033年养老机构护理型床位占比达到65%以上')
  })

  it('shows the targets of the seed as written, and a click shows them in the file', async () => {
    const { page } = journey
    await page.getByRole('combobox', { name: '分组' }).selectOption('none')
    await choose(page, '省份', /湖北/)
    await settled(() => clauses(page).count()).toBe(5)
    const row = page.getByRole('row').filter({ hasText: '75％以上' })
    await expect(row.textContent()).resolves.toMatch(/全省平均低保标准农村占城市的比例.*75.*％.*不低于.*2025.*“十四五”末.*湖北.*年份推定.*社会救助/)
    await row.locator('q').click()
    const lines = page.getByRole('list', { name: '原始行' })
    await lines.locator('.mark-place').first().waitFor()
    const quoted = (await row.locator('q').textContent()) ?? ''
    expect(withoutSpace(await markedText(lines))).toBe(withoutSpace(quoted))
    expect(withoutSpace(readFileSync(seed, 'utf8'))).toContain(withoutSpace(quoted))
  })

  it('sorts numbers within their unit, and narrows by several filters at once', async () => {
    const { page } = journey
    await page.getByRole('combobox', { name: '分组' }).selectOption('none')
    await choose(page, '单位', /^%/)
    await choose(page, '关系', /不低于/)
    await page.getByRole('columnheader', { name: '数值' }).click()
    await settled(() => column(page, 'value')).toEqual(['58', '65', '75'])
    await page.getByRole('columnheader', { name: '数值' }).click()
    await settled(() => column(page, 'value')).toEqual(['75', '65', '58'])
    await page.getByRole('searchbox', { name: '在原句中查找' }).fill('护理 型')
    await settled(() => column(page, 'province')).toEqual(['江苏', '四川'])
    await page.getByRole('button', { name: '清除筛选' }).click()
    await settled(() => clauses(page).count()).toBeGreaterThan(9)
  })

  it('goes to a workbook and a CSV file with what is shown, in its order', async () => {
    const { page } = journey
    await page.getByRole('combobox', { name: '分组' }).selectOption('none')
    await page.getByRole('searchbox', { name: '在原句中查找' }).fill('床位')
    await settled(() => clauses(page).count()).toBe(5)
    await page.getByRole('columnheader', { name: '省份' }).click()
    await page.getByRole('columnheader', { name: '省份' }).click()
    const shown = await clauses(page).allTextContents()
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.readFile(await saved(page, 'Excel 工作簿'))
    const sheet = workbook.worksheets[0]!
    const header = (sheet.getRow(1).values as string[]).slice(1)
    const cells = (name: string): unknown[] => (sheet.getColumn(header.indexOf(name) + 1).values as unknown[]).slice(2)
    expect(cells('目标原文')).toEqual(shown)
    expect(cells('指标')).toContain('新增养老服务床位')
    expect(cells('数值')).toEqual(expect.arrayContaining([12000, 3000, 65, 58, 50]))
    const csv = readFileSync(await saved(page, 'CSV 表格'), 'utf8')
    expect(csv.trim().split('\r\n')).toHaveLength(6)
    expect(csv).toContain('"养老机构护理型床位占比","不低于",65,')
  })

  it('comes back as it was left, in a window opened later', async () => {
    const { page } = journey
    await page.getByRole('radio', { name: '全资料库' }).check({ force: true })
    await page.getByRole('combobox', { name: '分组' }).selectOption('province')
    await choose(page, '单位', /^张/)
    await settled(() => clauses(page).count()).toBe(2)
    await page.getByRole('columnheader', { name: '数值' }).click()
    const written = page.waitForResponse((response) => response.url().endsWith('workspace.write') && (response.request().postData() ?? '').includes('"descending":true'))
    await page.getByRole('columnheader', { name: '数值' }).click()
    await written
    const again = await journey.again({ library: copies.now() })
    await table(again).waitFor()
    await settled(() => clauses(again).count()).toBe(2)
    await expect(again.getByRole('radio', { name: '全资料库' }).isChecked()).resolves.toBe(true)
    await expect(again.getByRole('combobox', { name: '分组' }).inputValue()).resolves.toBe('province')
    await expect(again.getByRole('button', { name: '去掉筛选：张' }).count()).resolves.toBe(1)
    await expect(again.getByRole('columnheader', { name: '数值' }).getAttribute('aria-sort')).resolves.toBe('descending')
  })
})

describe('the keyboard alone', () => {
  it('walks to a target, reads its source, comes back and copies it with its citation', async () => {
    const { page } = journey
    await tabTo(page, table(page).locator('[data-at][tabindex="0"]'))
    await page.keyboard.press('Control+ArrowUp')
    await expect(page.locator(':focus').getAttribute('role')).resolves.toBe('columnheader')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await settled(() => page.locator(':focus').getAttribute('aria-sort')).toBe('ascending')
    await page.keyboard.press('ArrowDown')
    await expect(page.locator(':focus').getAttribute('aria-expanded')).resolves.toBe('true')
    await page.keyboard.press('ArrowDown')
    await expect(page.locator(':focus').getAttribute('aria-label'), 'the first dot').resolves.toContain('甘肃')
    await page.keyboard.press('ArrowRight')
    await expect(page.locator(':focus').getAttribute('aria-label')).resolves.toContain('四川')
    await page.keyboard.press('ArrowDown')
    const clause = (await page.locator('[role="row"]:has(:focus) q').textContent()) ?? ''
    await page.keyboard.press('Enter')
    const reading = page.getByRole('complementary', { name: '原文' }).locator('.reading-text')
    await settled(() => markedText(reading)).toBe(clause)
    await page.keyboard.press('Escape')
    await page.getByRole('complementary', { name: '原文' }).waitFor({ state: 'detached' })
    await expect(page.locator('[role="row"]:has(:focus) q').textContent()).resolves.toBe(clause)
    await page.keyboard.press('Control+c')
    await page.getByText('已复制').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain(`${clause}”（`)
    expect(copied).toMatch(/召开203\d年民政工作会议.*203\d-02-08.*\.txt.*¶\d/)
  })

  it('folds a group, and chooses a filter', async () => {
    const { page } = journey
    await tabTo(page, table(page).locator('[data-at][tabindex="0"]'))
    await page.keyboard.press('Control+Home')
    const before = await clauses(page).count()
    await page.keyboard.press('Enter')
    await settled(() => page.locator(':focus').getAttribute('aria-expanded')).toBe('false')
    await settled(() => clauses(page).count()).toBeLessThan(before)
    await page.getByRole('button', { name: /^年份/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitemcheckbox', { name: /2031/ }).waitFor()
    for (let presses = 0; presses < 8 && !((await page.locator('[data-highlighted]').textContent()) ?? '').startsWith('2031'); presses++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '去掉筛选：2031' }).waitFor()
    await settled(() => page.getByText(/^\d+ \/ \d+ 条目标/).textContent()).toMatch(/^3 \/ \d+ 条目标 · 1 份报告/)
  })
})

async function saved(page: Page, format: string): Promise<string> {
  await page.getByRole('button', { name: '导出目标' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: format }).click()])
  const path = join(journey.folder, `file-${download.suggestedFilename()}`)
  await download.saveAs(path)
  return path
}
