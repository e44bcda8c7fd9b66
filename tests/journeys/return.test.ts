import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createLibrary } from '../../src-main/library/open.ts'
import { buildIfStale } from '../../src-main/cli/build.ts'
import { launchBrowser } from './browser.ts'
import { cellOf, openSample, startJourney } from './journey.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

let browser: Browser
let folder: string

beforeAll(async () => {
  buildIfStale(resolve(import.meta.dirname, '..', '..'))
  browser = await launchBrowser()
  folder = mkdtempSync(join(tmpdir(), 'duizhao-return-'))
}, 300_000)

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The window keeps its place some time after the last change; what it has kept is what the host says. */
const isKept = (page: Page): Promise<unknown> => page.waitForResponse((response) => response.url().endsWith('workspace.write') && response.ok())

describe('the place in a library', () => {
  it('is where it was left when the program is started again: view, filters, source', async () => {
    const library = join(folder, 'mine.duizhao')
    createLibrary({ path: library, now: '2026-03-01T08:00:00.000Z' }).close()
    const before = await startJourney(browser, { library })
    await openSample(before.page)
    await before.page.getByRole('button', { name: '养老服务', exact: false }).and(before.page.locator('.theme-button')).click()
    await cellOf(before.page, '养老服务', 1).locator('blockquote').first().click()
    const quoted = await before.page.getByRole('complementary', { name: '原文' }).locator('.mark-place').first().textContent()
    const kept = isKept(before.page)
    await before.page.getByRole('searchbox', { name: '在表中筛选词句' }).fill('养老')
    await kept
    await before.end()

    const after = await startJourney(browser, { library })
    await after.page.getByRole('grid', { name: '对照表' }).waitFor()
    await expect(after.page.getByRole('searchbox', { name: '在表中筛选词句' }).inputValue()).resolves.toBe('养老')
    await expect(after.page.locator('.theme-button[aria-pressed="true"]').count()).resolves.toBe(1)
    await expect(after.page.getByRole('complementary', { name: '原文' }).locator('.mark-place').first().textContent()).resolves.toBe(quoted)
    expect(after.wrongs).toEqual([])
    await after.end()
  })
})
