import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { cellOf, openSample } from './journey.ts'
import { eachJourney } from './together.ts'

// a browser and a host of its own for each journey: patience on a busy machine
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const journey = eachJourney(() => ({ permissions: ['clipboard-read', 'clipboard-write'] }))

beforeEach(() => openSample(journey.page))

const heads = (page: Page): Promise<string[]> => page.locator('[role=columnheader] .name, [role=columnheader] .theme-name').allTextContents()
/** What comes true in a while, on a busy machine too. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 })
const at = (page: Page): Promise<string | null> => page.locator(':focus').getAttribute('data-at')
const widthOf = async (head: Locator): Promise<number> => Math.round((await head.boundingBox())?.width ?? 0)
const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())

async function focusCell(page: Page, theme: string, column: number): Promise<Locator> {
  const cell = cellOf(page, theme, column)
  await cell.focus()
  return cell
}

/** Writes the comparison into a file as a person does, and gives its text. */
async function exported(page: Page, folder: string): Promise<string> {
  await page.getByRole('button', { name: '导出对照表' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /HTML|网页/ }).click()])
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return readFileSync(path, 'utf8')
}

describe('a cell without quotations', () => {
  it('is to be read until a person has checked it; the word is undone, done again, and stands in the exported file', async () => {
    const { page, folder } = journey
    const cell = cellOf(page, '残疾人', 0)
    await cell.scrollIntoViewIfNeeded()
    await cell.getByRole('button', { name: '核实: 待读' }).waitFor()
    expect(await exported(page, folder)).toContain('待读（程序未找到引文）')
    await cell.getByRole('button', { name: /核实/ }).click()
    await page.getByRole('menuitemradio', { name: '未提及（已核实）' }).click()
    await cell.getByText('未提及（已核实）').waitFor()
    await soon(() => exported(page, folder)).toContain('<td class="absent judged"><span>未提及（已核实）</span></td>')
    await page.keyboard.press('Control+z')
    await cell.getByText('待读').waitFor()
    await page.keyboard.press('Control+Shift+z')
    await cell.getByText('未提及（已核实）').waitFor()
  })

  it('is judged by V: not mentioned, in passing, not applicable, to be read; a cell with quotations: in passing, or not', async () => {
    const { page } = journey
    const cell = await focusCell(page, '残疾人', 0)
    for (const word of ['未提及（已核实）', '顺带提及', '不适用', '待读', '未提及（已核实）']) {
      await page.keyboard.press('v')
      await cell.getByText(word).waitFor()
    }
    const full = await focusCell(page, '残疾人', 1)
    const before = await full.textContent()
    await page.keyboard.press('v')
    await full.getByText('顺带提及').waitFor()
    await page.keyboard.press('v')
    await soon(() => full.textContent()).toBe(before)
  })

  it('of a theme that no report mentions is shown when asked for, and judged too', async () => {
    const { page } = journey
    const before = await page.getByRole('rowheader').count()
    await page.locator('.absent-themes').getByRole('button').click()
    await soon(() => page.getByRole('rowheader').count()).toBeGreaterThan(before)
    await page.getByRole('button', { name: '去掉筛选：也列出没有引文的主题' }).click()
    await soon(() => page.getByRole('rowheader').count()).toBe(before)
  })
})

describe('notes', () => {
  it('are written at the quotation, saved by themselves, and stand in the side sheet under their words', async () => {
    const { page } = journey
    const cell = cellOf(page, '养老服务', 0)
    await cell.getByRole('figure').first().hover()
    await cell.getByRole('figure').first().getByRole('button', { name: '批注' }).click()
    await page.getByRole('textbox', { name: /^批注/ }).fill('只讲方向，没有量化目标。')
    await cell.getByText(/已保存 \d\d:\d\d/).waitFor()
    await cell.getByRole('button', { name: '完成' }).click()
    await cell.getByRole('note').getByText('只讲方向，没有量化目标。').waitFor()
    await cell.locator('blockquote').first().click()
    const sheet = page.getByRole('complementary', { name: '原文' })
    await sheet.getByRole('note').getByText('只讲方向，没有量化目标。').waitFor()
    const quoted = (await cell.locator('blockquote').first().textContent()) ?? ''
    await soon(async () => (await sheet.locator('.reading-text .mark-note').allTextContents()).join('')).toBe(quoted)
    await sheet.getByRole('button', { name: '只讲方向，没有量化目标。' }).click()
    await sheet.getByRole('textbox', { name: /^批注/ }).fill('以品牌统领。')
    await sheet.getByText(/已保存/).waitFor()
    await sheet.getByRole('button', { name: '完成' }).click()
    await cell.getByRole('note').getByText('以品牌统领。').waitFor()
  })

  it('are written, changed, removed and brought back with the keyboard alone', async () => {
    const { page } = journey
    const cell = await focusCell(page, '社会救助', 1)
    await page.keyboard.press('n')
    await page.keyboard.type('湖北写得细。')
    await cell.getByText(/已保存/).waitFor()
    await page.keyboard.press('Escape')
    await cell.getByRole('note').getByText('湖北写得细。').waitFor()
    await soon(() => cell.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('n')
    await page.keyboard.type('有数。')
    await page.keyboard.press('Control+Enter')
    await cell.getByRole('note').getByText('湖北写得细。有数。').waitFor()
    await page.keyboard.press('n')
    await page.keyboard.press('Tab')
    await soon(() => page.locator(':focus').textContent()).toBe('删除')
    await page.keyboard.press('Enter')
    await cell.getByRole('note').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await cell.getByRole('note').getByText('湖北写得细。有数。').waitFor()
  })

  it('on a cell that says nothing stay with the cell; the filter shows what has notes alone', async () => {
    const { page } = journey
    const cell = await focusCell(page, '残疾人', 0)
    await page.keyboard.press('n')
    await page.keyboard.type('浙江全文没有出现残疾人。')
    await cell.getByText(/已保存/).waitFor()
    await page.keyboard.press('Escape')
    await cell.getByRole('note').waitFor()
    await page.getByRole('button', { name: '＋ 筛选' }).click()
    await page.getByRole('menuitemcheckbox', { name: '有批注的引文' }).click()
    await page.keyboard.press('Escape')
    await soon(() => page.getByRole('rowheader').count()).toBe(1)
    await page.getByRole('button', { name: '去掉筛选：有批注的引文' }).click()
    await soon(() => page.getByRole('rowheader').count()).toBeGreaterThan(1)
  })
})

describe('the form of the table', () => {
  it('is transposed and back, the same cells', async () => {
    const { page } = journey
    const words = await cellOf(page, '慈善', 1).locator('blockquote').first().textContent()
    await page.getByRole('button', { name: '行列互换' }).click()
    await soon(async () => (await heads(page))[0]).toContain('养老服务')
    await expect(page.getByRole('grid').getAttribute('aria-rowcount')).resolves.toBe('3')
    await expect(page.locator('blockquote', { hasText: words ?? '' }).count()).resolves.toBeGreaterThan(0)
    await page.getByRole('button', { name: '行列互换' }).click()
    await soon(() => heads(page)).toEqual(['浙江', '湖北'])
  })

  it('has columns that are dragged to another place and to another width', async () => {
    const { page } = journey
    const head = page.getByRole('columnheader').filter({ hasText: '湖北' })
    const box = await head.boundingBox()
    if (box === null) throw new Error('no head')
    await page.mouse.move(box.x + box.width - 60, box.y + 12)
    await page.mouse.down()
    await page.mouse.move(box.x - 300, box.y + 12, { steps: 6 })
    await page.mouse.up()
    await soon(() => heads(page)).toEqual(['湖北', '浙江'])
    const edge = page.getByRole('separator', { name: '湖北的列宽' })
    const line = await edge.boundingBox()
    if (line === null) throw new Error('no edge')
    const before = await widthOf(head)
    await page.mouse.move(line.x + 4, line.y + 20)
    await page.mouse.down()
    await page.mouse.move(line.x + 84, line.y + 20, { steps: 5 })
    await page.mouse.up()
    await soon(() => widthOf(head)).toBe(before + 80)
    await page.mouse.move(line.x + 84, line.y + 20)
    await page.mouse.down()
    await page.mouse.move(line.x - 2000, line.y + 20, { steps: 5 })
    await page.mouse.up()
    await soon(() => widthOf(head)).toBe(280)
    await expect(edge.getAttribute('aria-valuenow')).resolves.toBe('280')
  })

  it('has columns that are moved and widened with the keyboard', async () => {
    const { page } = journey
    const head = page.getByRole('columnheader').filter({ hasText: '湖北' })
    await head.focus()
    const before = await widthOf(head)
    await page.keyboard.press('Alt+ArrowLeft')
    await soon(() => heads(page)).toEqual(['湖北', '浙江'])
    await page.getByText('湖北移到第 1 列，共 2 列').waitFor({ state: 'attached' })
    await soon(() => head.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Shift+ArrowRight')
    await soon(() => widthOf(head)).toBe(before + 40)
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: '自动列宽' }).waitFor()
    await page.keyboard.press('Escape')
  })

  it('has rows that fold: one, all, and a cell alone', async () => {
    const { page } = journey
    const cell = await focusCell(page, '养老服务', 1)
    const folded = await cell.locator('blockquote').count()
    await page.keyboard.press(' ')
    await soon(() => cell.locator('blockquote').count()).toBeGreaterThan(folded)
    await page.keyboard.press(' ')
    await soon(() => cell.locator('blockquote').count()).toBe(folded)
    await page.getByRole('button', { name: /行高/ }).click()
    await page.getByRole('menuitem', { name: '收起' }).click()
    await soon(() => page.locator('blockquote').count()).toBe(0)
    await soon(() => cell.textContent()).toMatch(/有 \d+ 条 · \d+ 字/)
    await focusCell(page, '养老服务', 1)
    await page.keyboard.press('Shift+ ')
    await soon(() => cellOf(page, '养老服务', 0).locator('blockquote').count()).toBeGreaterThan(0)
    await expect(cellOf(page, '社会救助', 0).locator('blockquote').count()).resolves.toBe(0)
  })

  it.each([
    ['按年份', ['2023 年'], '主题 × 年份'],
    ['按大区', ['华东', '华中'], '主题 × 大区']
  ])('has its columns %s', async (choice, names, corner) => {
    const { page } = journey
    await page.getByRole('radio', { name: choice }).click()
    await page.getByText(corner).waitFor()
    await soon(() => heads(page)).toEqual(names)
  })

  it('is narrowed by filters that all stand in sight and go one by one, hits counted in every cell', async () => {
    const { page } = journey
    await page.getByRole('button', { name: '＋ 筛选' }).click()
    await page.getByRole('menuitemcheckbox', { name: '有目标的引文' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox', { name: '在表中筛选词句' }).fill('服务')
    const chips = page.getByRole('group', { name: '现在的筛选' })
    await soon(() => chips.getByRole('button').count()).toBe(3)
    const cell = cellOf(page, '养老服务', 1)
    await soon(async () => {
      const hits = await cell.locator('.mark-hit').count()
      return hits > 0 && (await cell.locator('.hits').textContent()) === `${hits} 处`
    }).toBe(true)
    await chips.getByRole('button', { name: '去掉筛选：有目标的引文' }).click()
    await soon(() => chips.getByRole('button').count()).toBe(1)
    await chips.getByRole('button').click()
    await chips.waitFor({ state: 'detached' })
  })
})

describe('without a mouse', () => {
  it('a person walks the table, copies, reads the source, and comes back to the same cell', async () => {
    const { page } = journey
    const cell = await focusCell(page, '养老服务', 1)
    const quotations = Number(/有 (\d+) 条/.exec((await cell.textContent()) ?? '')?.[1])
    await page.keyboard.press('c')
    await soon(() => copied(page)).toContain('湖北召开全省民政工作会议')
    const first = await copied(page)
    await page.keyboard.press('Shift+C')
    await soon(async () => (await copied(page)).split('\n').length).toBe(quotations)
    expect((await copied(page)).startsWith(first)).toBe(true)
    await page.keyboard.press('j')
    await page.keyboard.press('c')
    await soon(() => copied(page)).not.toBe(first)
    await page.keyboard.press('Enter')
    const text = page.getByRole('region', { name: '阅读文本' })
    await text.locator('.mark-place').first().waitFor()
    const place = await at(page)
    await page.keyboard.press('Escape')
    await page.getByRole('complementary', { name: '原文' }).waitFor({ state: 'detached' })
    expect(await at(page)).toBe(place)
    await page.keyboard.press('Control+End')
    const grid = page.getByRole('grid')
    const [rows, columns] = await Promise.all(['aria-rowcount', 'aria-colcount'].map((name) => grid.getAttribute(name)))
    expect(await at(page)).toBe(`${Number(rows) - 1}:${Number(columns) - 1}`)
  })

  it('the side sheet is read sentence by sentence, and a note written in it', async () => {
    const { page } = journey
    await focusCell(page, '养老服务', 0)
    await page.keyboard.press('Enter')
    const text = page.getByRole('region', { name: '阅读文本' })
    await text.locator('.mark-place').first().waitFor()
    await text.focus()
    const placed = async (): Promise<string> => (await text.locator('.mark-place').allTextContents()).join('')
    const before = await placed()
    await page.keyboard.press('Alt+ArrowDown')
    await soon(placed).not.toBe(before)
    const sentence = await placed()
    await page.keyboard.press('n')
    await page.keyboard.type('这一句要核对。')
    await text.getByText(/已保存/).waitFor()
    await page.keyboard.press('Escape')
    await text.getByRole('note').getByText('这一句要核对。').waitFor()
    await soon(async () => (await text.locator('.mark-note').allTextContents()).join('')).toBe(sentence)
    await expect(page.getByRole('complementary', { name: '原文' }).count()).resolves.toBe(1)
  })
})
