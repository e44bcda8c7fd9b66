import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { violations } from './axe.ts'
import { openSample, startJourney, tabTo } from './journey.ts'
import { sharedBrowser } from './together.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 90_000 })

const browser = sharedBrowser()

const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 30_000 })
const screen = (page: Page): Locator => page.getByRole('region', { name: '提法', exact: true })
const row = (page: Page, text: string): Locator => screen(page).getByRole('row').filter({ has: page.getByRole('rowheader').filter({ hasText: text }) })
const sheet = (page: Page): Locator => page.getByRole('complementary', { name: '原文' })
const choose = (page: Page, name: string): Promise<void> => screen(page).getByRole('radio', { name, exact: true }).check({ force: true })

it('who uses a phrase, where it stands, a name of one’s own, text in common, local language; each down to the characters', async () => {
  const journey = await startJourney(browser())
  const { page } = journey
  await openSample(page)
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '提法' }).click()

  // a name of 浙江 alone: 湖北 does not use it; its place is the very characters
  await row(page, '浙里康养').click()
  const detail = screen(page).getByRole('region', { name: '浙里康养' })
  await detail.getByText('未用：湖北').waitFor()
  await detail.getByRole('heading', { name: /^原文 \d+ 处$/ }).waitFor()
  expect(await violations(page)).toEqual([])
  await detail.locator('.phrases-place').first().click()
  await sheet(page).locator('.mark-place').filter({ hasText: '浙里康养' }).first().waitFor()
  await page.keyboard.press('Escape')

  // a name of one's own is found, and stays with the library
  await screen(page).getByRole('button', { name: '自定名称…' }).click()
  const dialog = page.getByRole('dialog', { name: '自定名称' })
  await dialog.getByRole('textbox').fill('养老事业和养老产业\n老')
  await dialog.getByRole('button', { name: '加入' }).click()
  await dialog.getByRole('alert').filter({ hasText: '2 到 40 个字' }).waitFor()
  await dialog.getByRole('textbox').fill('养老事业和养老产业')
  await dialog.getByRole('button', { name: '加入' }).click()
  await dialog.getByRole('list', { name: '已有的名称' }).getByText('养老事业和养老产业').waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await screen(page).getByRole('searchbox').fill('养老事业')
  await row(page, '养老事业和养老产业').filter({ hasText: '自定名称' }).waitFor()

  // the file has what the page has
  const downloading = page.waitForEvent('download')
  await screen(page).getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: /CSV/ }).click()
  expect(readFileSync(await (await downloading).path(), 'utf8')).toMatch(/"提法","类别","报告数","次数"[^]*"养老事业和养老产业"/)

  // text in common of the two, and its places in both
  await choose(page, '共同文字')
  const common = screen(page).getByRole('grid', { name: '共同文字' })
  await common.getByRole('gridcell', { name: /%/ }).first().click()
  const pair = screen(page).getByRole('region', { name: /浙江 与 湖北|湖北 与 浙江/ })
  const first = pair.getByRole('listitem').first()
  const words = await first.locator('q').innerText()
  await first.getByRole('button', { name: /第 1 处/ }).last().click()
  await sheet(page).locator('.mark-place').filter({ hasText: words.slice(0, 4) }).first().waitFor()
  await page.keyboard.press('Escape')
  expect(await violations(page)).toEqual([])

  // 湖北 beside 浙江 as the baseline
  await choose(page, '地方用语')
  await screen(page).getByText('请选一份基准文件').waitFor()
  const baselines = screen(page).getByLabel('基准文件')
  await baselines.selectOption({ label: (await baselines.locator('option').allTextContents()).find((label) => label.startsWith('浙江'))! })
  const local = screen(page).getByRole('grid', { name: '地方用语' })
  await soon(() => local.getByRole('rowheader').last().innerText()).toContain('湖北')
  await local.getByRole('gridcell', { name: /%/ }).first().click()
  await screen(page).getByRole('region', { name: '湖北 · 全文' }).getByText(/与基准相同 [\d,]+ \/ [\d,]+ 字/).waitFor()
  expect(await violations(page)).toEqual([])
  expect(journey.wrongs).toEqual([])
  await journey.end()
})

it('by keyboard alone: from phrase to phrase, to a place, back, and to a share', async () => {
  const journey = await startJourney(browser())
  const { page } = journey
  await openSample(page)
  await page.keyboard.press('Alt+p')
  await screen(page).getByRole('row').nth(1).waitFor()
  await tabTo(page, screen(page).locator('[data-at="0"]'))
  await page.keyboard.press('ArrowDown')
  await soon(() => screen(page).locator('[aria-selected="true"]').getAttribute('data-at')).toBe('1')
  await page.keyboard.press('End')
  await soon(async () => Number(await screen(page).locator('[aria-selected="true"]').getAttribute('data-at'))).toBeGreaterThan(5)
  await screen(page).locator('.phrases-detail .phrases-place').first().waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await sheet(page).locator('.mark-place').first().waitFor()
  await page.keyboard.press('Escape')

  await tabTo(page, screen(page).getByRole('radio', { name: '谁在用' }))
  await page.keyboard.press('ArrowRight')
  const common = screen(page).getByRole('grid', { name: '共同文字' })
  await common.waitFor()
  await tabTo(page, common.locator('[tabindex="0"]'))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await screen(page).getByRole('region', { name: /与/ }).getByRole('heading', { name: '相同的文字' }).waitFor()
  expect(journey.wrongs).toEqual([])
  await journey.end()
})
