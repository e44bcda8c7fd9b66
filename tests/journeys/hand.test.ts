import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { cellOf, dragOver, markedText, openSample } from './journey.ts'
import { eachJourney } from './together.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 90_000 })

const journey = eachJourney()

/** As `expect.poll`, with the patience that a busy machine needs. */
const settled = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 30_000 })

const tools = (page: Page): Locator => page.getByRole('toolbar', { name: '对选中的文字' })
const goTo = (page: Page, view: string): Promise<void> => page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: new RegExp(`^${view}`) }).click()
const notes = (page: Page): Locator => page.getByRole('listbox', { name: '全部批注' }).getByRole('option')

async function searchFor(page: Page, query: string): Promise<Locator> {
  await page.getByRole('combobox', { name: '检索全部报告' }).fill(query)
  await page.getByRole('option', { name: /在检索中查看全部/ }).click()
  const lines = page.getByRole('listbox', { name: '检索结果逐行列出' })
  await lines.waitFor()
  return lines
}

describe('words selected where they are read', () => {
  it('are highlighted and tagged in a cell of the table, and go under another theme there', async () => {
    const { page } = journey
    await openSample(page)
    const cell = cellOf(page, '养老服务', 1)
    await dragOver(cell.locator('blockquote'), '健全基本养老一体化服务体系')
    await tools(page).getByRole('button', { name: '划线（绿）' }).click()
    await settled(() => cell.locator('.mark-note-green').allTextContents()).toEqual(['健全基本养老一体化服务体系'])

    await dragOver(cell.locator('blockquote'), '健全基本养老一体化服务体系')
    await tools(page).getByRole('button', { name: '标签' }).click()
    await tools(page).getByRole('combobox').fill('体系')
    await page.keyboard.press('Enter')
    await settled(() => cell.locator('.note-tag').allTextContents()).toEqual(['体系'])

    await dragOver(cell.locator('blockquote'), '健全基本养老一体化服务体系')
    await tools(page).getByRole('button', { name: '改主题' }).click()
    await page.getByRole('menuitemcheckbox', { name: /^慈善/ }).click()
    await settled(() => cellOf(page, '慈善', 1).textContent()).toContain('健全基本养老一体化服务体系')
  })

  it('get a note in a search hit, and a colour by the keys alone', async () => {
    const { page } = journey
    await openSample(page)
    const lines = await searchFor(page, '养老服务')
    await dragOver(lines.getByRole('option').first().locator('.line-words'), '老服务')
    await tools(page).getByRole('button', { name: '批注' }).click()
    await page.getByRole('textbox', { name: /^批注：老服务/ }).fill('第一处')
    await page.keyboard.press('Control+Enter')
    await lines.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('h')
    await settled(() => page.evaluate(() => document.activeElement?.closest('.hand-tools') !== null)).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: '已划线（黄）' }).waitFor()
    await settled(() => lines.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Alt+0')
    await settled(() => notes(page).locator('q').allTextContents()).toEqual(expect.arrayContaining(['老服务', '养老服务']))
    await expect(notes(page).filter({ hasText: '第一处' }).count()).resolves.toBe(1)
  })

  it('are highlighted in a report read side by side; Esc puts the tools away', async () => {
    const { page } = journey
    await openSample(page)
    await goTo(page, '并排阅读')
    const column = page.getByRole('region', { name: /^第 2 栏：/ })
    await dragOver(column.locator('.theme-block'), '三是健全基本养老一体化服务体系')
    await tools(page).waitFor()
    await page.keyboard.press('Escape')
    await tools(page).waitFor({ state: 'detached' })
    await dragOver(column.locator('.theme-block'), '三是健全基本养老一体化服务体系')
    await tools(page).getByRole('button', { name: '划线（蓝）' }).click()
    await settled(async () => (await column.locator('.mark-note-blue').allTextContents()).join('')).toBe('三是健全基本养老一体化服务体系')
  })

  it('are linked from a cell to a passage in the source; each end leads to the other, and undo takes the link away', async () => {
    const { page } = journey
    await openSample(page)
    const cell = cellOf(page, '养老服务', 1)
    await dragOver(cell.locator('blockquote'), '健全基本养老一体化服务体系')
    await tools(page).getByRole('button', { name: '连接…' }).click()
    await page.getByRole('group', { name: /^正在连接：健全基本养老一体化服务体系/ }).waitFor()
    const other = cellOf(page, '养老服务', 0)
    await other.focus()
    await page.keyboard.press('l')
    await tools(page).getByRole('button', { name: '连到这里' }).press('Enter')
    await settled(() => cell.getByRole('list', { name: '连接' }).textContent()).toContain('浙江')
    await settled(() => other.getByRole('list', { name: '连接' }).textContent()).toContain('健全基本养老一体化服务体系')
    await page.getByRole('group', { name: /^正在连接/ }).waitFor({ state: 'detached' })

    await other.getByRole('button', { name: /湖北.*健全基本养老一体化服务体系/ }).click()
    const source = page.getByRole('complementary', { name: '原文' })
    await settled(() => markedText(source.locator('.reading-text'))).toBe('健全基本养老一体化服务体系')
    await source.getByRole('list', { name: '连接' }).getByRole('button', { name: /浙江/ }).click()
    await settled(() => markedText(source.locator('.reading-text'))).toContain('要聚焦养老事业')

    await goTo(page, '批注')
    await settled(() => notes(page).filter({ hasText: '↔ 1 处' }).count()).toBe(2)
    await page.getByRole('button', { name: /撤销/ }).first().click()
    await settled(() => notes(page).count()).toBe(0)
  })
})
