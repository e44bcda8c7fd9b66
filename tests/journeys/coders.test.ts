import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { violations } from './axe.ts'
import { cellOf, importByCommand, startJourney, tabTo } from './journey.ts'
import { temporaryFolder } from '../main/temporary-folder.ts'
import { sharedBrowser } from './together.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 90_000 })

const browser = sharedBrowser()

// 虚构样例: the program reads elderly_care, charity and community_governance in the last three sentences
const text = '甘南省召开民政工作会议\n2023年3月1日，甘南省召开民政工作会议。会议强调，要健全养老服务体系。要发展慈善事业。要推进社区治理。'

const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 30_000 })
const sheet = (page: Page): Locator => page.getByRole('complementary', { name: '原文' })
const here = (page: Page): Locator => sheet(page).getByRole('group', { name: '这里的主题' })
const coder = (page: Page, name: string): Locator => page.getByRole('button', { name: `正在编码：${name}` })
const quotations = (page: Page, theme: string): Promise<string[]> => cellOf(page, theme, 0).locator('blockquote').allTextContents()
const tab = (page: Page, name: string): Promise<void> => page.getByRole('radio', { name }).check({ force: true })
const show = (page: Page, name: string): Promise<void> => page.getByRole('navigation', { name: '视图' }).getByRole('button', { name }).click()

async function sitDown(page: Page, from: string, to: string): Promise<void> {
  await coder(page, from).click()
  await page.getByRole('menuitem', { name: `换为 ${to}` }).click()
  await coder(page, to).waitFor()
}

it('two coders code one report apart, see where they differ when both are done, agree, and read their agreement', async () => {
  const folder = temporaryFolder()
  const library = join(folder, 'coders.duizhao')
  writeFileSync(join(folder, '一.txt'), text)
  importByCommand(library, [join(folder, '一.txt')])
  const journey = await startJourney(browser(), { library })
  const { page } = journey
  // a round over the report that is compared
  await show(page, '编码比较')
  await page.getByRole('textbox', { name: /^编码者/ }).fill('甲、乙')
  await page.getByRole('button', { name: '开始', exact: true }).click()
  await coder(page, '甲').waitFor()

  // 甲 takes charity out, and is done
  await show(page, '对照')
  await cellOf(page, '慈善事业', 0).locator('blockquote').first().click()
  await here(page).getByRole('button', { name: '不属于慈善事业' }).click()
  await soon(() => quotations(page, '慈善事业')).toEqual([])
  await here(page).getByRole('button', { name: '甲：本篇完成' }).click()
  await here(page).getByRole('button', { name: '甲：继续编码' }).waitFor()

  // 乙 does not see it, in the table or beside the source; nothing of it is in the list of changes
  await sitDown(page, '甲', '乙')
  await soon(() => quotations(page, '慈善事业')).toEqual(['要发展慈善事业。'])
  expect(await here(page).getByText('我已移出').count()).toBe(0)
  await show(page, '编码比较')
  await tab(page, '分歧')
  await page.getByText('还没有一份报告由全部编码者完成，因此无从比较。').waitFor()
  await tab(page, '轮次')
  await page.getByRole('region', { name: '试编码' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('region', { name: '试编码' }).getByRole('button', { name: '乙：本篇完成' }).click()

  // both are done: the one disagreement, side by side; the keyboard alone takes 乙's
  await tab(page, '分歧')
  await page.getByText('已议 0/1').waitFor()
  expect(await violations(page)).toEqual([])
  const list = page.getByRole('listbox', { name: '分歧' })
  await tabTo(page, list)
  expect(await page.getByRole('region', { name: '要发展慈善事业。' }).locator('dl').innerText()).toMatch(/甲\s*未归入主题[^]*乙\s*慈善事业[^]*程序\s*慈善事业/)
  await page.keyboard.press('2')
  await page.getByText('已议 1/1').waitFor()
  await page.keyboard.press('Enter')
  await sheet(page).locator('.mark-place').first().waitFor()

  // the agreed coding holds, for 甲 too, who had taken it out; the figures are of what each had
  await sitDown(page, '乙', '甲')
  await tab(page, '一致性')
  // 甲 has none under charity, 乙 one of n: Po = Pe = (n − 1) / n, so kappa is 0; alpha is 1 − (2n − 1) × 2 / (4n − 2) = 0
  const row = page.getByRole('table', { name: '编码信度' }).getByRole('row', { name: /^慈善事业/ })
  await row.waitFor()
  expect(await violations(page)).toEqual([])
  const cells = await row.getByRole('cell').allTextContents()
  const n = Number(cells[1])
  expect(cells).toEqual(['甲–乙', String(n), '0 · 1', '0', `${(((n - 1) / n) * 100).toFixed(1)}%`, '0.000', '0.000', '0.000'])
  const care = page.getByRole('row', { name: /^养老服务/ }).getByRole('cell')
  expect((await care.allTextContents()).slice(4)).toEqual(['100.0%', '1.000', '1.000', '1.000'])
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出表 R1' }).click()
  await page.getByRole('menuitem', { name: /CSV/ }).click()
  const file = await saved
  expect(file.suggestedFilename()).toMatch(/^编码信度 .*\.csv$/)
  expect(readFileSync(await file.path(), 'utf8')).toContain(`"慈善事业","甲–乙",${n},"0 · 1",0`)

  // undone as any change
  await page.getByRole('button', { name: /^撤销/ }).click()
  await tab(page, '分歧')
  await page.getByText('已议 0/1').waitFor()
  const { wrongs } = journey
  await journey.end()
  expect(wrongs).toEqual([])
})
