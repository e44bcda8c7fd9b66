import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { createLibrary } from '../../src-main/library/open.ts'
import { cellOf, openSample } from './journey.ts'
import { eachJourney } from './together.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'duizhao-return-'))
const library = join(folder, 'mine.duizhao')

const journey = eachJourney(() => {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${library}${ending}`, { force: true })
  createLibrary({ path: library, now: '2026-03-01T08:00:00.000Z' }).close()
  return { library }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The window keeps its place some time after the last change; what it has kept is what the host says. */
const isKept = (page: Page): Promise<unknown> => page.waitForResponse((response) => response.url().endsWith('workspace.write') && response.ok())

describe('the place in a library', () => {
  it('is where it was left when the program is started again: view, filters, source', async () => {
    const { page } = journey
    await openSample(page)
    await page.getByRole('button', { name: '养老服务', exact: false }).and(page.locator('.theme-button')).click()
    await cellOf(page, '养老服务', 1).locator('blockquote').first().click()
    const quoted = await page.getByRole('complementary', { name: '原文' }).locator('.mark-place').first().textContent()
    const kept = isKept(page)
    await page.getByRole('searchbox', { name: '在表中筛选词句' }).fill('养老')
    await kept

    const after = await journey.again({ library })
    await after.getByRole('grid', { name: '对照表' }).waitFor()
    await expect(after.getByRole('searchbox', { name: '在表中筛选词句' }).inputValue()).resolves.toBe('养老')
    await expect(after.locator('.theme-button[aria-pressed="true"]').count()).resolves.toBe(1)
    await expect(after.getByRole('complementary', { name: '原文' }).locator('.mark-place').first().textContent()).resolves.toBe(quoted)
  })

  it('is where the person went back to by the browser', async () => {
    const { page } = journey
    await openSample(page)
    await page.keyboard.press('Alt+1')
    await page.getByRole('grid', { name: '报告列表' }).waitFor()
    const kept = page.waitForResponse((response) => response.url().endsWith('workspace.write') && (response.request().postData() ?? '').includes('#/quotations'))
    await page.goBack()
    await kept

    const after = await journey.again({ library })
    await after.getByRole('grid', { name: '对照表' }).waitFor()
    await expect(after.getByRole('grid', { name: '报告列表' }).count()).resolves.toBe(0)
  })
})
