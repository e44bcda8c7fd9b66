import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { violations } from './axe.ts'
import { importByCommand, seed } from './journey.ts'
import { eachJourney, preparedOnce } from './together.ts'

/** One library, several codebooks: what is chosen in the frame is what every view shows. */

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

const copies = preparedOnce((library) => importByCommand(library, [seed]))

const journey = eachJourney(() => ({ library: copies.next() }))

const until = <T>(read: () => T) => expect.poll(read, { timeout: 60_000 })
const button = (page: Page): Locator => page.getByRole('contentinfo').getByRole('button', { name: /^编码本 / })
const rows = (page: Page): Locator => page.getByRole('grid', { name: '对照表' }).getByRole('rowheader')
const rail = (page: Page, theme: string): Locator => page.getByRole('region', { name: '主题' }).getByRole('button', { name: new RegExp(theme) })

async function choose(page: Page, name: string): Promise<void> {
  await button(page).click()
  await page.getByRole('menuitemradio', { name: new RegExp(name) }).click()
  await until(() => button(page).textContent()).toContain(name)
}

describe('another codebook, chosen in the frame', () => {
  it('gives every view its themes, stays after a restart, and is undone', async () => {
    const { page } = journey
    await rows(page).filter({ hasText: '养老服务' }).waitFor()
    await rail(page, '养老服务').click()
    await choose(page, '政策工具编码本')
    await rows(page).filter({ hasText: '资金投入' }).waitFor()
    await expect(rows(page).filter({ hasText: '养老服务' }).count()).resolves.toBe(0)
    await rail(page, '资金投入').waitFor()
    await expect(rail(page, '养老服务').count(), 'a filter of themes that are gone would leave out everything').resolves.toBe(0)

    const again = await journey.again({ library: copies.now() })
    await rows(again).filter({ hasText: '资金投入' }).waitFor()
    await again.keyboard.press('Control+z')
    await again.getByRole('dialog', { name: '撤销这一步？' }).getByRole('button', { name: '撤销', exact: true }).click()
    await rows(again).filter({ hasText: '养老服务' }).waitFor()
  })

  it('is reached by the keyboard from the palette, and its menu is clean for axe', async () => {
    const { page } = journey
    await rows(page).filter({ hasText: '养老服务' }).waitFor()
    await page.keyboard.press('Control+k')
    const choice = page.getByRole('option', { name: /换用编码本：政府工作报告编码本/ })
    await choice.waitFor()
    await page.getByRole('combobox').fill('换用编码本 政府工作')
    // the line that Enter runs
    await until(() => choice.getAttribute('data-highlighted')).not.toBeNull()
    await page.keyboard.press('Enter')
    await until(() => button(page).textContent()).toContain('政府工作报告编码本')
    await button(page).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitemradio', { name: /政府工作报告编码本/ }).waitFor()
    await expect(page.getByRole('menuitemradio', { name: /政府工作报告编码本/ }).getAttribute('aria-checked')).resolves.toBe('true')
    await expect(violations(page)).resolves.toEqual([])
  })
})
