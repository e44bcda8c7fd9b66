import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { violations } from './axe.ts'
import { importByCommand, markedText, tabTo } from './journey.ts'
import { eachJourney, preparedOnce } from './together.ts'
import { reportOf2022, reportOf2023 } from './version-texts.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 })

const copies = preparedOnce((library, folder) => {
  const files = join(folder, 'files')
  mkdirSync(files)
  writeFileSync(join(files, '虚构样例一.txt'), reportOf2022)
  writeFileSync(join(files, '虚构样例二.txt'), reportOf2023)
  importByCommand(library, [files])
})

const journey = eachJourney(() => ({ library: copies.next() }))

/** As `expect.poll`, with the patience that a busy machine needs. */
const settled = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 30_000 })

const text = (page: Page): Locator => page.getByRole('region', { name: '正文比对' })
const side = (page: Page, name: '前' | '后'): Locator => page.getByRole('group', { name, exact: true }).getByRole('button')
const original = (page: Page): Locator => page.getByRole('complementary', { name: '原文' }).locator('.reading-text')
const focused = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.textContent ?? null)

/** The two invented reports as they are proposed: the earlier before. */
async function compareThem(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '版本比对' }).click()
  await page.getByRole('button', { name: /浙江\s*2022-02-11 → 2023-02-10/ }).click()
  await text(page).waitFor()
}

describe('two versions by mouse', () => {
  it('are proposed by place and date, turned round by the person, and every piece leads to its characters', async () => {
    const { page } = journey
    await compareThem(page)
    await settled(() => side(page, '前').textContent()).toContain('2022-02-11')
    await settled(() => page.locator('.version-summary').textContent()).toContain('改动 3 段 · 新增 1 段 · 删去 1 段 · 移动 1 段 · 相同 5 段')
    expect(await text(page).locator('del').allTextContents()).toEqual(['2022', '11', '2.5', '能力', expect.stringContaining('要培育发展慈善组织')])
    expect(await violations(page)).toEqual([])
    await text(page).locator('del', { hasText: '2.5' }).click()
    await settled(() => markedText(original(page))).toBe('2.5')
    await text(page).locator('ins', { hasText: /^3$/ }).click()
    await settled(() => markedText(original(page))).toBe('3')
    await page.getByRole('button', { name: '前后对调' }).click()
    await settled(() => side(page, '前').textContent()).toContain('2023-02-10')
    await settled(() => text(page).locator('ins').allTextContents()).toContain('2.5')
  })

  it('take any other report for before or after', async () => {
    const { page } = journey
    await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '版本比对' }).click()
    await side(page, '前').click()
    await page.getByRole('combobox', { name: '省份、日期、标题、文件名' }).fill('2023-02')
    await page.getByRole('option', { name: /浙江/ }).click()
    await settled(() => side(page, '前').textContent()).toContain('2023-02-10')
    await side(page, '后').click()
    await page.getByRole('option', { name: /2022-02-11/ }).click()
    await text(page).waitFor()
    await settled(() => text(page).locator('del').allTextContents()).toContain('2023')
  })

  it('show what is unchanged as one line that unfolds, and a moved paragraph with its two ends', async () => {
    const { page } = journey
    await compareThem(page)
    const fold = text(page).getByRole('button', { name: /相同 5 段/ })
    expect(await text(page).getByText('推进殡葬移风易俗').count()).toBe(0)
    await fold.click()
    await settled(() => text(page).getByText('推进殡葬移风易俗').count()).toBe(2)
    await text(page).getByRole('button', { name: '← 移自前文第 10 段' }).click()
    await settled(() => focused(page)).toBe('→ 移至后文第 2 段')
  })

  it('come as the old clause with notes under it', async () => {
    const { page } = journey
    await compareThem(page)
    await page.getByRole('radio', { name: '编注' }).check()
    const row = text(page).getByRole('group', { name: '前 第 7 段 改动' })
    await settled(() => row.locator('p').textContent()).toContain('今年新增养老床位2.5万张')
    expect((await row.getByRole('listitem').textContent())?.replaceAll(/\s+/g, ' ').trim()).toBe('改 2.5 改为 3')
    expect(await violations(page)).toEqual([])
  })

  it('count their themes and targets, each count open to its passages, and go out as files', async () => {
    const { page } = journey
    await compareThem(page)
    await page.getByRole('radio', { name: /^主题消长/ }).check()
    const line = page.getByRole('row', { name: /社会组织/ })
    expect(await line.locator('.version-kind').textContent()).toContain('新增')
    await line.getByRole('button', { name: /后：社会组织 1 条/ }).click()
    await settled(() => markedText(original(page))).toContain('要加强社会组织登记管理')
    expect(await violations(page)).toEqual([])
    await page.getByRole('radio', { name: /^目标变化/ }).check()
    const changed = page.getByRole('row', { name: /改变/ })
    await settled(() => changed.getByRole('button').allTextContents()).toEqual(['今年新增养老床位2.5万张', '今年新增养老床位3万张'])
    await page.getByRole('button', { name: '导出…' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: '改动清单 .csv' }).click()])
    const path = join(journey.folder, `file.csv`)
    await download.saveAs(path)
    const rows = readFileSync(path, 'utf8').split('\r\n')
    expect(rows.find((row) => row.startsWith('"改写","2.5","3",'))).toBeDefined()
    expect(rows.some((row) => row.startsWith('"移动",'))).toBe(true)
  })
})

describe('two versions by keyboard alone', () => {
  it('are chosen, walked through, opened and left, and are there again after a restart', async () => {
    const { page } = journey
    await page.getByRole('navigation', { name: '视图' }).waitFor()
    await page.keyboard.press('Alt+V')
    const proposed = page.getByRole('button', { name: /2022-02-11 → 2023-02-10/ })
    await proposed.waitFor()
    await tabTo(page, proposed)
    await page.keyboard.press('Enter')
    await text(page).waitFor()
    await page.keyboard.press('F8')
    await settled(() => focused(page)).toBe('2022')
    await page.keyboard.press('F8')
    await settled(() => focused(page)).toBe('11')
    await page.keyboard.press('F8')
    await settled(() => focused(page)).toBe('← 移自前文第 10 段')
    await page.keyboard.press('F8')
    await settled(() => focused(page)).toBe('2.5')
    await page.keyboard.press('Enter')
    await settled(() => markedText(original(page))).toBe('2.5')
    await page.keyboard.press('Escape')
    await original(page).waitFor({ state: 'detached' })
    await settled(() => focused(page)).toBe('2.5')
    await page.keyboard.press('Shift+F8')
    await settled(() => focused(page)).toBe('← 移自前文第 10 段')
    const fold = text(page).getByRole('button', { name: /相同 5 段/ })
    await tabTo(page, fold)
    const kept = page.waitForResponse((response) => response.url().endsWith('workspace.write') && (response.request().postData() ?? '').includes('"unfolded":[2]'))
    await page.keyboard.press('Enter')
    await settled(() => fold.getAttribute('aria-expanded')).toBe('true')
    await kept
    const later = await journey.again({ library: copies.now() })
    await settled(() => side(later, '后').textContent()).toContain('2023-02-10')
    await settled(() => text(later).getByRole('button', { name: /相同 5 段/ }).getAttribute('aria-expanded')).toBe('true')
    await settled(() => later.getByRole('group', { name: '逐处看改动' }).textContent()).toContain('3 / 7')
  })
})
