import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startJourney, type Journey } from './journey.ts'
import { sharedBrowser } from './together.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// every view is looked through by axe, some seconds each on a busy machine
vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 })

const browser = sharedBrowser()
let journey: Journey | null = null

afterEach(async () => {
  await journey?.end()
  journey = null
})

const views = ['library', 'quotations', 'counts', 'structure', 'ranks', 'targets', 'reader', 'search', 'settings', 'notes', 'summaries', 'coders', 'codebook'] as const

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

/** Serious and critical violations: the rule and the elements. */
async function violations(page: Page): Promise<string[]> {
  // evaluated by the browser's own protocol: the page's policy forbids script elements, and rightly so
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: { run: (context: object, options: object) => Promise<AxeResults> } }
    // the spans around an open menu that send the focus back into it: no one ever stays on them
    const results = await checker.run({ exclude: [['[data-base-ui-focus-guard]']] }, { resultTypes: ['violations'] })
    // the rule compares words between spaces, of which Chinese has none: 语句类别 is in 按语句类别筛选
    const isInName = (selector: unknown): boolean => {
      const element = typeof selector === 'string' ? document.querySelector(selector) : null
      return element !== null && (element.getAttribute('aria-label') ?? '').includes(element.textContent.trim())
    }
    return results.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, help, nodes }) =>
        nodes.filter(({ target }) => id !== 'label-content-name-mismatch' || !isInName(target[0])).map(({ html }) => `${id} (${help}): ${html.slice(0, 160)}`)
      )
  })
  return found
}
