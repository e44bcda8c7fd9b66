import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { violations } from './axe.ts'
import { openSample, startJourney, tabTo } from './journey.ts'
import { sharedBrowser } from './together.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 90_000 })

const browser = sharedBrowser()

const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 30_000 })
const screen = (page: Page): Locator => page.getByRole('region', { name: '统计', exact: true })
const grid = (page: Page, name: string): Locator => screen(page).getByRole('grid', { name })
const row = (page: Page, table: string, term: string): Locator => grid(page, table).getByRole('row').filter({ has: page.getByRole('rowheader', { name: term, exact: true }) })
const choose = (page: Page, name: string): Promise<void> => screen(page).getByRole('radio', { name, exact: true }).check({ force: true })
const sheet = (page: Page): Locator => page.getByRole('complementary', { name: '原文' })
const notes = (page: Page): Locator => screen(page).getByRole('region', { name: '说明：单位、基数、公式' })

it('keyness of two provinces: every number leads to its characters; sorted, exported, and other measures beside it', async () => {
  const journey = await startJourney(browser())
  const { page } = journey
  await openSample(page)
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '统计' }).click()

  // what tells 浙江 from 湖北: n, per thousand, G², log ratio, p; unit, bases and formulas below
  await row(page, '关键性（G²）', '民政').waitFor()
  await expect(notes(page).innerText()).resolves.toMatch(/注意[^]*浙江[^]*篇幅不足一千个单位[^]*单位：词。[^]*浙江：报告 1 份[^]*G² = 2 Σ O ln\(O ÷ E\)[^]*0\.5 代之[^]*Benjamini–Hochberg/)
  expect(await violations(page)).toEqual([])

  // a count is as many places as it says, and one of them is the very word in the original
  const count = row(page, '关键性（G²）', '民政').getByRole('gridcell').first()
  const said = await count.innerText()
  await count.click()
  const places = page.getByRole('dialog', { name: '民政 · 浙江' })
  await places.getByText(`${said} 处`, { exact: true }).waitFor()
  expect(await places.locator('.behind-quotation').count()).toBe(Number(said))
  expect(new Set(await places.locator('.behind-quotation b').allTextContents())).toEqual(new Set(['民政']))
  expect(await violations(page)).toEqual([])
  await places.locator('.behind-quotation').first().click()
  await sheet(page).locator('.mark-place').filter({ hasText: '民政' }).first().waitFor()
  await page.keyboard.press('Escape')

  // sorted by the log ratio: what 浙江 alone has comes first; again, last
  const ratios = async (): Promise<number[]> => (await grid(page, '关键性（G²）').getByRole('row').locator('[aria-colindex="7"]').allTextContents()).slice(1).map((text) => Number(text.replace('−', '-')))
  await grid(page, '关键性（G²）').getByRole('columnheader', { name: /^对数比/ }).click()
  await soon(async () => (await ratios())[0]! > 0).toBe(true)
  expect(await ratios()).toEqual([...(await ratios())].sort((a, b) => b - a))
  await grid(page, '关键性（G²）').getByRole('columnheader', { name: /^对数比/ }).click()
  await soon(async () => (await ratios())[0]! < 0).toBe(true)

  // what is on the page is what the file has
  const downloading = page.waitForEvent('download')
  await screen(page).getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: /CSV/ }).click()
  const csv = readFileSync(await (await downloading).path(), 'utf8')
  expect(csv).toContain('"词","浙江 n","浙江 每千","湖北 n","湖北 每千","G²","对数比","p"')
  expect(csv).toContain(`"民政",${said},`)

  // TF-IDF of two is degenerate, and says so
  await choose(page, 'TF-IDF')
  await soon(() => notes(page).innerText()).toContain('idf 只能是 0 或 ln 2')
  // themes: every number is that of its statements
  await choose(page, '词频')
  await choose(page, '主题')
  const elderly = row(page, '词频', '养老服务').getByRole('gridcell').first()
  await elderly.click()
  await page.getByRole('dialog', { name: /^养老服务/ }).getByText(`${await elderly.innerText()} 处`, { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  // how like they are, and which words keep company
  await choose(page, '词')
  await choose(page, '相似度')
  await soon(() => row(page, '相似度矩阵', '浙江').getByRole('gridcell').allInnerTexts()).toEqual(['1.00', expect.stringMatching(/^0\.\d\d$/)])
  await choose(page, '共现')
  await row(page, '共现矩阵', '服务').waitFor()
  // policy instruments by themes: the clauses of a number are those whose numbers stand beside it
  await choose(page, '政策工具')
  const funds = row(page, '政策工具 X–Y 交叉表', '资金投入')
  await funds.waitFor()
  const numbers = (await funds.getByRole('gridcell').last().innerText()).split('、')
  expect(numbers.every((number) => /^[12]-\d+-\d+$/.test(number))).toBe(true)
  const clauses = funds.getByRole('gridcell').first()
  expect(await clauses.innerText()).toBe(String(numbers.length))
  await clauses.click()
  await page.getByRole('dialog', { name: '资金投入 · n' }).getByText(`${numbers.length} 处`, { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  expect(await violations(page)).toEqual([])
  expect(journey.wrongs).toEqual([])
  await journey.end()
})

it('while another question is being reckoned, a number still leads to its own places', async () => {
  const journey = await startJourney(browser())
  const { page } = journey
  await openSample(page)
  await page.keyboard.press('Alt+a')
  const count = row(page, '关键性（G²）', '民政').getByRole('gridcell').first()
  const said = await count.innerText()
  // the next question, of themes, which knows no 民政, is held back until the person has looked
  const looked = Promise.withResolvers<null>()
  await page.route('**/statistics.compute', async (route) => {
    await looked.promise
    await route.continue()
  })
  await choose(page, '主题')
  await screen(page).getByRole('status').waitFor()
  await count.click()
  const places = page.getByRole('dialog', { name: '民政 · 浙江' })
  await places.getByText(`${said} 处`, { exact: true }).waitFor()
  looked.resolve(null)
  await page.keyboard.press('Escape')
  await soon(() => notes(page).innerText()).toContain('单位：陈述')
  expect(journey.wrongs).toEqual([])
  await journey.end()
})

it('by keyboard alone: the screen, another measure, a number, its place, and back to the number', async () => {
  const journey = await startJourney(browser())
  const { page } = journey
  await openSample(page)
  await page.keyboard.press('Alt+a')
  await screen(page).getByRole('radio', { name: '关键性' }).waitFor()
  await tabTo(page, screen(page).getByRole('radio', { name: '关键性' }))
  await page.keyboard.press('ArrowRight')
  await grid(page, '词频').waitFor()
  await page.keyboard.press('Alt+t')
  const active = (): Promise<string | null> => page.evaluate(() => document.activeElement?.textContent ?? null)
  // the sum of the most frequent word
  const first = grid(page, '词频').getByRole('row').nth(1)
  await soon(active).toBe(await first.getByRole('gridcell').first().innerText())
  const said = await active()
  await page.keyboard.press('Enter')
  const places = page.getByRole('dialog')
  await places.getByText(`${said} 处`, { exact: true }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await sheet(page).locator('.mark-place').first().waitFor()
  await page.keyboard.press('Escape')
  await soon(active).toBe(said)
  // a head sorts
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await soon(() => grid(page, '词频').getByRole('columnheader', { name: /^合计/ }).getAttribute('aria-sort')).toBe('descending')
  // the last row is reached, and drawn
  await page.keyboard.press('Control+ArrowDown')
  const rows = await grid(page, '词频').getAttribute('aria-rowcount')
  await soon(() => page.evaluate(() => document.activeElement?.closest('[role="row"]')?.getAttribute('aria-rowindex'))).toBe(rows)
  // the palette knows it too
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('统计')
  await page.keyboard.press('Enter')
  await grid(page, '词频').waitFor()
  expect(journey.wrongs).toEqual([])
  await journey.end()
})
