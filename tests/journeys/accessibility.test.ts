import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { violations } from './axe.ts'
import { startJourney, type Journey } from './journey.ts'
import { sharedBrowser } from './together.ts'

// every view is looked through by axe, some seconds each on a busy machine
vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 })

const browser = sharedBrowser()
let journey: Journey | null = null

afterEach(async () => {
  await journey?.end()
  journey = null
})

const views = ['library', 'quotations', 'counts', 'structure', 'ranks', 'targets', 'reader', 'search', 'settings', 'notes', 'summaries', 'coders', 'codebook', 'review'] as const

const looks = [
  { name: '中文，浅色', colorScheme: 'light', locale: 'zh-CN' },
  { name: '中文，深色', colorScheme: 'dark', locale: 'zh-CN' },
  { name: 'English, light', colorScheme: 'light', locale: 'en-GB' },
  { name: 'English, dark', colorScheme: 'dark', locale: 'en-GB' }
] as const

describe.each(looks)('axe ($name)', ({ colorScheme, locale }) => {
  it('finds nothing serious at the first start', async () => {
    journey = await startJourney(browser(), { colorScheme, locale })
    await sampleButton(journey.page).waitFor()
    expect(await violations(journey.page)).toEqual([])
  })

  it('finds nothing serious in any view of the sample', async () => {
    journey = await startJourney(browser(), { colorScheme, locale })
    const { page } = journey
    await openTheSample(page)
    const found: string[] = []
    for (const view of views) {
      await show(page, `#/${view}`)
      found.push(...(await violations(page)).map((violation) => `${view}: ${violation}`))
    }
    expect(found).toEqual([])
  })

  it('finds nothing serious with a source open beside the table', async () => {
    journey = await startJourney(browser(), { colorScheme, locale })
    const { page } = journey
    await openTheSample(page)
    await page.locator('blockquote').first().click()
    await page.locator('.mark-place').first().waitFor()
    expect(await violations(page)).toEqual([])
  })
})

describe.each(looks)('axe on what opens over the window ($name)', ({ colorScheme, locale }) => {
  it('finds nothing serious in dialogs and menus', async () => {
    journey = await startJourney(browser(), { colorScheme, locale })
    const { page } = journey
    await openTheSample(page)
    const found: string[] = []
    for (const { what, open } of overlays) {
      await open(page)
      const overlay = page.locator('[role="dialog"]:visible, [role="menu"]:visible').first()
      await overlay.waitFor()
      found.push(...(await violations(page)).map((violation) => `${what}: ${violation}`))
      await page.keyboard.press('Escape')
      await overlay.waitFor({ state: 'detached' })
    }
    expect(found).toEqual([])
  })
})

/** Each opens something over the window; Escape puts it away. */
const overlays: readonly { readonly what: string; readonly open: (page: Page) => Promise<void> }[] = [
  { what: 'palette', open: (page) => page.keyboard.press('Control+k') },
  { what: 'keys', open: (page) => page.keyboard.press('?') },
  { what: 'export menu', open: (page) => page.getByRole('button', { name: /^(导出对照表|Export)/ }).first().click() },
  { what: 'look menu', open: (page) => page.getByRole('button', { name: /^(明暗|Look|Appearance|Theme)/ }).first().click() },
  { what: 'limits', open: (page) => page.getByRole('button', { name: /512 MB/ }).click() },
  {
    what: 'filter of targets',
    open: async (page) => {
      await show(page, '#/targets')
      await page.getByRole('button', { name: /^(省份|Province)/ }).first().click()
    }
  }
]

const sampleButton = (page: Page) => page.getByRole('button', { name: /^(打开示例资料|Open the sample)/ })

async function openTheSample(page: Page): Promise<void> {
  await sampleButton(page).click()
  await page.locator('blockquote').first().waitFor()
}

/** Goes to a view as an address does, and waits until nothing says that it is still loading. */
async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash)
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null && (document.querySelector('main')?.textContent ?? '') !== '')
}
