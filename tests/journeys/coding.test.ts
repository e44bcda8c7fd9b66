import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { cellOf, nextFrames, openSample } from './journey.ts'
import { eachJourney } from './together.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 })

const journey = eachJourney()

const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 30_000 })
const sheet = (page: Page): Locator => page.getByRole('complementary', { name: '原文' })
const here = (page: Page): Locator => sheet(page).getByRole('group', { name: '这里的主题' })
const quotations = (page: Page, theme: string): Promise<string[]> => cellOf(page, theme, 0).locator('blockquote').allTextContents()

/** The source of Zhejiang's first quotation on elderly care. */
async function openSource(page: Page): Promise<string> {
  await openSample(page)
  const quotation = cellOf(page, '养老服务', 0).locator('blockquote').first()
  const text = await quotation.textContent()
  await quotation.click()
  await here(page).waitFor()
  return text ?? ''
}

describe('a person changes the theme of a sentence', () => {
  it('in the source beside the table; the table follows, and it is undone', async () => {
    const { page } = journey
    const text = await openSource(page)
    await here(page).getByRole('button', { name: '不属于养老服务' }).click()
    await soon(() => here(page).getByText('我已移出').count()).toBe(1)
    await soon(() => quotations(page, '养老服务')).not.toContain(text)

    await here(page).getByRole('button', { name: '改主题' }).click()
    await page.getByRole('menuitemcheckbox', { name: /^慈善事业/ }).click()
    await page.keyboard.press('Escape')
    await soon(() => here(page).getByText('我的归类').count()).toBe(1)
    await soon(async () => (await quotations(page, '慈善事业')).some((words) => words.includes(text.slice(0, 12)))).toBe(true)

    await page.getByRole('button', { name: /^撤销/ }).click()
    await soon(() => here(page).getByText('我的归类').count()).toBe(0)
    await here(page).getByRole('button', { name: '撤回我对养老服务的判断' }).click()
    await soon(() => quotations(page, '养老服务')).toContain(text)
  })
})

describe('with the keyboard alone', () => {
  it('T opens the themes of the place', async () => {
    const { page } = journey
    const text = await openSource(page)
    await sheet(page).getByRole('region', { name: '阅读文本' }).focus()
    await page.keyboard.press('t')
    const item = page.getByRole('menuitemcheckbox', { name: /养老服务/ })
    await item.waitFor()
    await expect(item.getAttribute('aria-checked')).resolves.toBe('true')
    for (let step = 0; step < 30 && !(await item.evaluate((element) => element === document.activeElement)); step++) {
      await page.keyboard.press('ArrowDown')
      await nextFrames(page)
    }
    await page.keyboard.press('Enter')
    await soon(() => item.getAttribute('aria-checked')).toBe('false')
    await page.keyboard.press('Escape')
    await soon(() => quotations(page, '养老服务')).not.toContain(text)
  })
})
