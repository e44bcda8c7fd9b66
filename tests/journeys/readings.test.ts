import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { dragOver, importByCommand } from './journey.ts'
import { eachJourney, preparedOnce } from './together.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 90_000 })

// 虚构样例
const text = '江苏召开2031年民政工作会议\n\n2031年2月8日，江苏省民政工作会议在南京召开。省民政厅厅长张山出席会议并讲话（虚构样例）。\n\n会议要求，做好今后的工作。到2033年新增养老服务床位3000张。要大力培训养老护理员若干名。要实施云岭康养行动。要推进社区治理。\n'

const copies = preparedOnce((library, folder) => {
  const files = join(folder, 'files')
  mkdirSync(files)
  writeFileSync(join(files, '江苏.txt'), text)
  importByCommand(library, [files])
})

const journey = eachJourney(() => ({ library: copies.next() }))

/** As `expect.poll`, with the patience that a busy machine needs. */
const settled = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 30_000 })

const goTo = (page: Page, view: string): Promise<void> => page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: new RegExp(`^${view}`) }).click()
const tools = (page: Page): Locator => page.getByRole('toolbar', { name: '对选中的文字' })
const editor = (page: Page): Locator => page.getByRole('dialog', { name: /^(?:更正|标为)/ })
const sheet = (page: Page): Locator => page.getByRole('complementary', { name: '原文' })
const undo = (page: Page): Promise<void> => page.keyboard.press('Control+z')

async function targets(page: Page): Promise<Locator> {
  await goTo(page, '目标')
  const table = page.getByRole('grid', { name: '量化目标' })
  await table.waitFor()
  await page.getByRole('combobox', { name: '分组' }).selectOption('none')
  return table
}

/** The values with who says so, in the order of the table. */
const values = async (table: Locator): Promise<string[]> => (await table.locator('.targets-cell.value[role="gridcell"]').allTextContents()).map((value) => value.trim())

/** The source of the one report, at a target of it. */
async function openSource(page: Page): Promise<Locator> {
  const table = await targets(page)
  await table.locator('q').first().click()
  const reading = sheet(page).locator('.reading-text')
  await reading.waitFor()
  return reading
}

async function choose(page: Page, words: string, item: RegExp): Promise<void> {
  await dragOver(sheet(page).locator('.reading-text'), words)
  await tools(page).getByRole('button', { name: '识读' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

describe('what the program reads, put right by a person', () => {
  it('a clause is marked as a target, drafted by the program; it stands in the list and in the file that is exported', async () => {
    const { page } = journey
    await openSource(page)
    await choose(page, '培训养老护理员若干名', /^标为目标/)
    await editor(page).getByText('程序在这里没有读出').waitFor()
    await editor(page).getByRole('textbox', { name: '数值' }).fill('三十')
    await page.keyboard.press('Enter')
    await editor(page).getByRole('alert').waitFor()
    await editor(page).getByRole('textbox', { name: '数值' }).fill('30')
    await editor(page).getByRole('textbox', { name: '单位' }).fill('名')
    await page.keyboard.press('Enter')
    await editor(page).waitFor({ state: 'detached' })
    await settled(() => sheet(page).locator('.reading-text .mark-target.mark-by-hand').allTextContents()).toEqual(['培训养老护理员若干名'])
    const table = await targets(page)
    await settled(() => values(table)).toEqual(['3,000', '30 人工'])
    await page.getByRole('button', { name: '导出目标' }).click()
    const downloaded = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'CSV 表格' }).click()
    const csv = readFileSync(await (await downloaded).path(), 'utf8')
    expect(csv).toMatch(/30,.*名.*培训养老护理员若干名.*人工/)
    expect(csv).toMatch(/3000,.*新增养老服务床位3000张.*程序/)
    await undo(page)
    await settled(() => values(table)).toEqual(['3,000'])
  })

  it('a target is corrected in its row by the keyboard, the program’s reading in sight; then it is none, and each is undone', async () => {
    const { page } = journey
    const table = await targets(page)
    await table.locator('.targets-cell.value[role="gridcell"]').first().focus()
    await page.keyboard.press('e')
    await editor(page).getByText('以下由程序读出，保存后算作您的').waitFor()
    await editor(page).getByRole('textbox', { name: '数值' }).fill('3500')
    await page.keyboard.press('Enter')
    await settled(() => values(table)).toEqual(['3,500 人工'])
    await settled(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('gridcell')
    await page.keyboard.press('e')
    await settled(() => editor(page).locator('.machine-line').first().textContent()).toMatch(/程序读作：.*3000张.*恢复程序所读/)
    await editor(page).getByRole('button', { name: '恢复程序所读' }).click()
    await settled(() => values(table)).toEqual(['3,000'])
    await page.keyboard.press('e')
    await editor(page).getByRole('button', { name: '不是目标' }).click()
    await settled(() => values(table)).toEqual([])
    await undo(page)
    await settled(() => values(table)).toEqual(['3,000'])
    await undo(page)
    await settled(() => values(table)).toEqual(['3,500 人工'])
  })

  it('the kind of a sentence is changed, a programme named, a heading set; all stand in the list of the source and are taken back there', async () => {
    const { page } = journey
    await openSource(page)
    await dragOver(sheet(page).locator('.reading-text'), '推进社区治理')
    await tools(page).getByRole('button', { name: '识读' }).click()
    await page.getByRole('menuitemradio', { name: /^工作回顾/ }).click()
    await choose(page, '云岭康养行动', /^标为项目名/)
    await settled(() => sheet(page).locator('.reading-text .mark-by-hand').allTextContents()).toEqual(['云岭康养行动'])
    await choose(page, '推进社区治理', /^标为标题/)
    await editor(page).getByRole('textbox', { name: '序号' }).fill('三是')
    await page.keyboard.press('Enter')
    await editor(page).waitFor({ state: 'detached' })
    // the path of what stands under the heading says whose word it is, beside the source and in the matrix
    await settled(() => sheet(page).locator('.where .hand').allTextContents()).toEqual(['三是推进社区治理 人工'])
    const about = sheet(page).locator('details.about-report')
    await settled(() => about.locator('summary').textContent()).toBe('报告信息 更正 3')
    await about.locator('summary').click()
    const list = about.getByRole('region', { name: '我对识读的更正' })
    await settled(() => list.locator('.said').allTextContents()).toEqual(['语句类别 · 工作回顾 更正', '项目名 · “云岭康养行动” 更正', '标题 · 三是推进社区治理 · 第 1 级 更正'])
    await expect(list.locator('.machine').first().textContent()).resolves.toBe('程序读作：工作部署')
    for (const left of [2, 1, 0]) {
      await list.getByRole('button', { name: '撤回' }).first().click()
      await settled(() => list.locator('li').count()).toBe(left)
    }
  })

  it('what a person said of a sentence and of its heading stands at its quotation in the comparison, with whose word it is', async () => {
    const { page } = journey
    await openSource(page)
    await choose(page, '推进社区治理', /^标为标题/)
    await editor(page).getByRole('textbox', { name: '序号' }).press('Enter')
    await editor(page).waitFor({ state: 'detached' })
    await settled(() => sheet(page).locator('.where .hand').count()).toBe(1)
    await dragOver(sheet(page).locator('.reading-text'), '社区治理')
    await tools(page).getByRole('button', { name: '识读' }).click()
    await page.getByRole('menuitemradio', { name: /^工作回顾/ }).click()
    await goTo(page, '对照')
    const quotation = page.locator('.quotation').filter({ hasText: '推进社区治理' }).first()
    await settled(() => quotation.locator('.place-line .by-hand').allTextContents()).toEqual(['工作回顾 人工', '标题 人工'])
    await undo(page)
    await settled(() => quotation.locator('.place-line .by-hand').allTextContents()).toEqual(['标题 人工'])
  })

  it('who took part is corrected in the source, and the place; the program’s reading stays beside it, and comes back', async () => {
    const { page } = journey
    await openSource(page)
    const about = sheet(page).locator('details.about-report')
    await about.locator('summary').click()
    const officials = about.locator('dd').filter({ has: page.getByRole('button', { name: '更正官员' }) })
    const read = (await officials.locator('ul').textContent()) ?? ''
    await officials.getByRole('button', { name: '更正官员' }).click()
    await editor(page).getByRole('textbox', { name: '官员' }).fill('张山 民政厅党组书记\n李水，副厅长\n')
    await page.keyboard.press('Control+Enter')
    await settled(() => officials.locator('li').allTextContents()).toEqual(['张山民政厅党组书记', '李水副厅长'])
    await expect(officials.locator('.inferred').textContent()).resolves.toContain('张山')
    await about.getByRole('button', { name: '更正地点' }).click()
    await editor(page).getByRole('textbox', { name: '地点' }).fill('南京市')
    await page.keyboard.press('Enter')
    await settled(() => about.locator('dd.hand').allTextContents()).toEqual([expect.stringContaining('南京市'), expect.stringContaining('李水')])
    await officials.getByRole('button', { name: '更正官员' }).click()
    await editor(page).getByRole('button', { name: '改回机器所读' }).click()
    await settled(() => officials.locator('ul').textContent()).toBe(read)
    await undo(page)
    await settled(() => officials.locator('li').count()).toBe(2)
  })

  it('holds when the file is read by another encoding and by the right one again', async () => {
    const { page } = journey
    await openSource(page)
    await choose(page, '云岭康养行动', /^标为项目名/)
    await settled(() => sheet(page).locator('.reading-text .mark-by-hand').allTextContents()).toEqual(['云岭康养行动'])
    const about = sheet(page).locator('details.about-report')
    await about.locator('summary').click()
    for (const encoding of ['gb18030', 'utf-8']) {
      await about.getByRole('combobox', { name: '换一种编码重读' }).selectOption(encoding)
      const list = sheet(page).locator('.reading-list')
      await settled(() => list.locator('li.is-lost').count()).toBe(encoding === 'utf-8' ? 0 : 1)
    }
    await settled(() => sheet(page).locator('.reading-text .mark-by-hand').allTextContents()).toEqual(['云岭康养行动'])
  })
})
