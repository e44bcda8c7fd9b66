import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import type { Download, Locator, Page } from 'playwright-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { cellOf, markedText, openSample, withoutSpace } from './journey.ts'
import { eachJourney } from './together.ts'

// a browser and a host of its own for each journey: patience on a busy machine
vi.setConfig({ testTimeout: 300_000, hookTimeout: 240_000 })

const patient = { timeout: 90_000 }

const journey = eachJourney()
let page: Page

beforeEach(async () => {
  page = journey.page
  page.setDefaultTimeout(90_000)
  await openSample(page)
})

const radio = (name: string): Locator => page.getByRole('radio', { name, exact: true })
const source = (): Locator => page.getByRole('complementary', { name: '原文' })
const markedSource = (): Promise<string> => markedText(source().getByLabel('阅读文本').locator('.reading-text'))
const at = (locator: Locator): Promise<string | null> => locator.getAttribute('data-at')

const view = (name: string): Locator => page.getByRole('radiogroup', { name: '视图' }).getByRole('radio', { name, exact: true })

/** Goes to a view with the keys alone. */
async function viewByKeys(name: string): Promise<void> {
  const all = ['原文', '摘要', '频次', '结构', '序位']
  await view('原文').focus()
  for (const next of all.slice(1, all.indexOf(name) + 1)) {
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => view(next).isChecked(), patient).toBe(true)
  }
}

async function savedBy(menu: string, item: RegExp): Promise<Download> {
  await page.getByRole('button', { name: menu }).click()
  const [download] = await Promise.all([page.waitForEvent('download', patient), page.getByRole('menuitem', { name: item }).click()])
  return download
}

async function fileOf(download: Download): Promise<string> {
  const path = join(journey.folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

describe('counts and shares', () => {
  const grid = (): Locator => page.getByRole('grid', { name: /^频次表/ })
  const popover = (): Locator => page.getByRole('dialog')
  const themesInOrder = async (): Promise<string[]> => (await grid().getByRole('rowheader').allTextContents()).map((text) => text.trim())

  it('every number opens its quotations, and each of these its place in the source', async () => {
    await view('频次').check()
    await radio('条数').check()
    const cell = cellOf(page, '养老服务', 1)
    const count = Number(await cell.textContent())
    expect(count).toBeGreaterThan(1)
    await cell.click()
    const quotations = popover().locator('.behind-quotation')
    await expect.poll(() => quotations.count(), patient).toBe(count)
    const text = await quotations.first().locator('q').textContent()
    await quotations.first().click()
    await expect.poll(markedSource, patient).toBe(text)
    await expect.poll(() => popover().count(), patient).toBe(0)
  })

  it('a head of a row opens all of its theme, a head of a column all of the report', async () => {
    await view('频次').check()
    await radio('条数').check()
    const sum = async (which: Locator): Promise<number> => Number(((await which.textContent()) ?? '').replace('—', '0'))
    const all = (await sum(cellOf(page, '社会救助', 0))) + (await sum(cellOf(page, '社会救助', 1)))
    await grid().getByRole('rowheader', { name: '社会救助' }).click()
    await expect.poll(() => popover().locator('.behind-quotation').count(), patient).toBe(all)
    await page.keyboard.press('Escape')
    await expect.poll(() => popover().count(), patient).toBe(0)
    await grid().getByRole('columnheader', { name: /浙江/ }).first().locator('.line-name').click()
    const total = await sum(cellOf(page, '合计', 0))
    await expect.poll(() => popover().locator('.behind-quotation').count(), patient).toBe(total)
  })

  it('is exported exactly as it is shown: measure, base, order, turned round, with n and base', async () => {
    await view('频次').check()
    await radio('字数').check()
    await radio('占列').check()
    await page.getByRole('button', { name: '行列互换' }).click()
    await page.getByRole('checkbox', { name: '隐藏空行空列' }).check()
    await grid().getByRole('button', { name: '按养老服务排序' }).click()
    const rows = grid().locator('tbody tr')
    const shown = await rows.evaluateAll((list) => list.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')))
    expect(shown[0]![0]).toBe('湖北')
    const book = new exceljs.Workbook()
    await book.xlsx.readFile(await fileOf(await savedBy('导出此表', /Excel/)))
    const sheet = book.worksheets[0]!
    const heads = await grid().locator('thead .line-name').allTextContents()
    expect((sheet.getRow(1).values as string[]).slice(1)).toEqual(heads)
    shown.forEach((cells, index) => {
      const row = sheet.getRow(index + 2)
      expect(row.getCell(1).value).toBe(cells[0])
      // a difference of shares is in points already
      const isDifference = cells[0]!.includes('百分点')
      expect((Number(row.getCell(2).value) * (isDifference ? 1 : 100)).toFixed(1)).toBe(cells[1]!.replace(/ %$/, '').replace('−', '-').replace('+', ''))
    })
    const notes = (book.worksheets[1]!.getColumn(1).values as string[]).join('\n')
    const printed = (await page.locator('.figure-foot p').first().locator('span').allTextContents()).map((text) => text.trim())
    expect(printed[0]).toMatch(/^n = 2 列、2 份报告、[\d,]+ 字。$/)
    for (const note of printed) expect(notes).toContain(note)
    const csv = readFileSync(await fileOf(await savedBy('导出此表', /CSV/)), 'utf8')
    expect(csv.split('\r\n')[1]).toMatch(/^"湖北",/)
    expect(csv).toContain(printed[0])
  })

  it('by keys alone: choose the measure, sort by a column, open a quotation, read it, come back to the cell', async () => {
    await viewByKeys('频次')
    await radio('占比').focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => radio('条数').isChecked(), patient).toBe(true)
    const before = await themesInOrder()
    while (!(await page.evaluate(() => document.activeElement?.matches('td[data-at], th[data-at]')))) await page.keyboard.press('Tab')
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('s')
    const values = async (): Promise<number[]> => (await grid().locator('tbody tr:not([class]) td:nth-child(3), tbody tr[class=""] td:nth-child(3)').allTextContents()).map((text) => Number(text.replace('—', '0')))
    await expect.poll(themesInOrder, patient).not.toEqual(before)
    const sorted = await values()
    expect(sorted).toEqual([...sorted].sort((a, b) => b - a))
    await page.keyboard.press('Enter')
    await expect.poll(() => popover().count(), patient).toBe(1)
    await page.keyboard.press('ArrowDown')
    const text = await page.locator('.behind-quotation:focus q').textContent(patient)
    await page.keyboard.press('Enter')
    await expect.poll(markedSource, patient).toBe(text)
    await page.keyboard.press('Escape')
    await expect.poll(() => source().count(), patient).toBe(0)
    await expect.poll(() => at(page.locator(':focus')), patient).toBe('1:2')
  })
})

describe('structure strips', () => {
  const strip = (name: string): Locator => page.getByRole('group', { name: `${name}的结构条` })
  const cells = (name: string): Locator => strip(name).getByRole('button')
  const range = (): Locator => page.locator('.zoom-range')

  it('say what a stretch begins with, and lead to it in the source', async () => {
    await view('结构').check()
    const cell = cells('湖北').filter({ has: page.locator('rect') }).and(page.getByRole('button', { name: /养老服务.*三是健全基本养老一体化服务体系/ })).first()
    await cell.hover(patient)
    const tip = page.locator('.cell-tip')
    await expect.poll(() => tip.textContent(), patient).toContain('三是健全基本养老一体化服务体系')
    await expect(tip.textContent()).resolves.toContain('养老服务')
    await cell.click()
    await expect.poll(markedSource, patient).toContain('三是健全基本养老一体化服务体系')
  })

  it('lead to the same place in the side-by-side reader, by Ctrl and a click, by the menu and by a key', async () => {
    const inReader = (): Promise<string> => markedText(page.getByRole('region', { name: '第 2 栏：湖北' }))
    const cell = (): Locator => cells('湖北').and(page.getByRole('button', { name: /养老服务.*三是健全基本养老一体化服务体系/ })).first()
    const back = async (): Promise<void> => {
      await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: /^对照/ }).click()
      await cells('湖北').first().waitFor(patient)
    }
    await view('结构').check()
    await cell().click({ modifiers: ['Control'], ...patient })
    await expect.poll(inReader, patient).toContain('三是健全基本养老一体化服务体系')
    await expect.poll(() => page.locator('#reader-column-1 .mark-place').first().evaluate(isInSight), patient).toBe(true)
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.theme-block')?.textContent ?? ''), patient).toContain('三是健全基本养老一体化服务体系')

    await back()
    await cell().click({ button: 'right', ...patient })
    await page.getByRole('menuitem', { name: '到并排阅读看这一处' }).click()
    await expect.poll(inReader, patient).toContain('三是健全基本养老一体化服务体系')

    await back()
    await cell().focus(patient)
    await page.keyboard.press('ArrowRight')
    const name = (await page.locator(':focus').getAttribute('aria-label')) ?? ''
    await page.keyboard.press('Control+Enter')
    const text = name.slice(name.indexOf('。') + 1).replace(/…$/, '')
    await expect.poll(async () => withoutSpace(await inReader()).slice(0, 20), patient).toBe(withoutSpace(text).slice(0, 20))
  })

  it('show a brushed part larger, and all of it again', async () => {
    await view('结构').check()
    await cells('湖北').first().waitFor(patient)
    const box = (await strip('湖北').boundingBox())!
    const before = await cells('湖北').count()
    await page.mouse.move(box.x + box.width * 0.4, box.y + 25)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.5, box.y + 25, { steps: 4 })
    await page.mouse.move(box.x + box.width * 0.6, box.y + 25, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => range().textContent(), patient).toMatch(/^[\d,]+–[\d,]+ 字$/)
    expect(await cells('湖北').count()).toBeLessThan(before)
    await page.getByRole('button', { name: '全长' }).click()
    await expect.poll(() => cells('湖北').count(), patient).toBe(before)
  })

  it('have a hundred sections of one length each, or paragraphs of one width', async () => {
    await view('结构').check()
    await radio('等长').check()
    await expect.poll(() => cells('浙江').count(), patient).toBe(100)
    await expect(cells('湖北').count()).resolves.toBe(100)
    await radio('等宽段').check()
    await expect.poll(() => cells('浙江').count(), patient).not.toBe(100)
  })

  it('are saved as a drawing and as a picture, with names, legend and n', async () => {
    await view('结构').check()
    await cells('湖北').first().waitFor(patient)
    const svg = readFileSync(await fileOf(await savedBy('存为图', /SVG/)), 'utf8')
    for (const words of ['浙江', '湖北', '养老服务', 'n = 2 份报告']) expect(svg).toContain(words)
    expect(svg).not.toContain('var(')
    const png = readFileSync(await fileOf(await savedBy('存为图', /PNG/)))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    const drawn = Number(/ width="([\d.]+)"/.exec(svg)![1])
    expect(png.readUInt32BE(16)).toBe(Math.ceil(drawn * 2))
  })

  it('by keys alone: walk, choose a part, see it larger, open its source', async () => {
    await viewByKeys('结构')
    await cells('浙江').first().waitFor(patient)
    while (!(await page.evaluate(() => document.activeElement?.matches('.strip g')))) await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Home')
    await expect.poll(() => at(page.locator(':focus')), patient).toBe('1:0')
    for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(() => page.locator('.brush').count(), patient).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(() => range().textContent(), patient).toMatch(/^0–/)
    const name = (await page.locator(':focus').getAttribute('aria-label')) ?? ''
    await page.keyboard.press('Enter')
    const text = name.slice(name.indexOf('。') + 1).replace(/…$/, '')
    await expect.poll(async () => withoutSpace(await markedSource()).slice(0, 20), patient).toBe(withoutSpace(text).slice(0, 20))
    await page.keyboard.press('Escape')
    await expect.poll(() => at(page.locator(':focus')), patient).toBe('1:3')
    await page.keyboard.press('0')
    await expect.poll(() => range().textContent(), patient).toBe('')
  })
})

describe('theme ranks', () => {
  const chart = (): Locator => page.getByRole('group', { name: '主题序位图' })
  const mark = (theme: string, column: string): Locator => chart().getByRole('button', { name: new RegExp(`^${theme}，${column}：`) })

  it('agree with the counts, lead to the source, and light the theme that is pointed at', async () => {
    await view('频次').check()
    await page.getByRole('radiogroup', { name: '计量' }).getByRole('radio', { name: '序位' }).check()
    const ranks = [await cellOf(page, '养老服务', 0).textContent(), await cellOf(page, '养老服务', 1).textContent()]
    await view('序位').check()
    await expect(mark('养老服务', '浙江').getAttribute('aria-label', patient)).resolves.toContain(`第 ${ranks[0]} 位`)
    const change = Number(ranks[0]) - Number(ranks[1])
    await expect(mark('养老服务', '湖北').getAttribute('aria-label')).resolves.toMatch(new RegExp(`第 ${ranks[1]} 位.*升 ${change} 位`))
    await expect(mark('婚姻服务', '湖北').getAttribute('aria-label')).resolves.toContain('未提及')
    await mark('养老服务', '湖北').hover()
    const dim = chart().locator('path[style*="--stepped-back"]')
    await expect.poll(() => dim.count(), patient).toBeGreaterThan(3)
    await mark('养老服务', '湖北').click()
    await expect.poll(markedSource, patient).toContain('养老')
  })

  it('by first mention; a name leads to the quotations side by side; the figures as a table', async () => {
    await view('序位').check()
    const before = await chart().textContent(patient)
    await radio('按先后').check()
    await expect.poll(() => chart().textContent(), patient).not.toBe(before)
    await page.getByRole('checkbox', { name: '显示表格' }).check()
    const row = page.getByRole('table', { name: '主题序位表' }).getByRole('row').filter({ hasText: '社会救助' })
    await expect(row.isVisible()).resolves.toBe(true)
    expect(await row.getByRole('cell').first().textContent()).toMatch(/\d+=? +[\d.]+ %/)
    await chart().getByRole('button', { name: '看社会救助的原文对照' }).first().click()
    await page.getByRole('grid', { name: '对照表' }).waitFor(patient)
    await expect.poll(markedSource, patient).not.toBe('')
  })

  it('are saved as a drawing, a picture and a table', async () => {
    await view('序位').check()
    await chart().waitFor(patient)
    const svg = readFileSync(await fileOf(await savedBy('保存此图', /SVG/)), 'utf8')
    for (const words of ['浙江', '湖北', '养老服务', '未提及', 'n = 2 列']) expect(svg).toContain(words)
    const png = readFileSync(await fileOf(await savedBy('保存此图', /PNG/)))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    const csv = readFileSync(await fileOf(await savedBy('保存此图', /CSV/)), 'utf8')
    expect(csv).toMatch(/"养老服务",\d+,0\.\d+,\d+,0\.\d+,-?\d+/)
  })

  it('by keys alone: follow a theme to the other province and open it there; then its name', async () => {
    await viewByKeys('序位')
    await chart().waitFor(patient)
    while (!(await page.evaluate(() => document.activeElement?.matches('.rank-chart g')))) await page.keyboard.press('Tab')
    await page.keyboard.press('Home')
    const top = (await page.locator(':focus').getAttribute('aria-label')) ?? ''
    expect(top).toContain('第 1 位')
    const theme = top.slice(0, top.indexOf('，'))
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.locator(':focus').getAttribute('aria-label'), patient).toMatch(new RegExp(`^${theme}，湖北：`))
    await page.keyboard.press('Enter')
    await expect.poll(markedSource, patient).not.toBe('')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator(':focus').getAttribute('aria-label'), patient).toMatch(new RegExp(`^${theme}，湖北：`))
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.locator(':focus').getAttribute('aria-label'), patient).toBe(`看${theme}的原文对照`)
    await page.keyboard.press('Enter')
    await page.getByRole('grid', { name: '对照表' }).waitFor(patient)
  })
})

function isInSight(element: Element): boolean {
  const box = element.getBoundingClientRect()
  const frame = element.closest('[data-column]')!.getBoundingClientRect()
  return box.bottom > frame.top && box.top < frame.bottom
}
