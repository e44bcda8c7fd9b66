import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openLibrary } from '../../src-main/library/open.ts'
import { sql } from '../../src-main/library/sql.ts'
import { temporaryFolder } from '../main/temporary-folder.ts'
import { violations } from './axe.ts'
import { importByCommand, nextFrames, seed, startJourney, type Journey } from './journey.ts'
import { sharedBrowser } from './together.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 90_000 })

const browser = sharedBrowser()
let journey: Journey | null = null

afterEach(async () => {
  await journey?.end()
  journey = null
})

const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 30_000 })
const grid = (page: Page): Locator => page.getByRole('grid', { name: '摘要矩阵' })
const cell = (page: Page, theme: string, column: number): Locator =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: theme, exact: true }) })
    .getByRole('gridcell')
    .nth(column)
const pane = (page: Page): Locator => page.getByRole('region', { name: '来源与摘要' })
const field = (page: Page): Locator => pane(page).getByRole('textbox')
const said = (page: Page): Locator => pane(page).locator('.summary-said')
const beside = (page: Page, mode: string): Promise<void> => pane(page).getByRole('radio', { name: mode }).check({ force: true })

/** A library of the two sample reports, which outlives its window. */
function library(): string {
  const path = join(temporaryFolder(), 'summaries.duizhao')
  importByCommand(path, [seed])
  return path
}

async function openMatrix(path: string): Promise<Page> {
  journey = await startJourney(browser(), { library: path })
  const { page } = journey
  await page.getByRole('grid').first().waitFor()
  await page.keyboard.press('Alt+S')
  await grid(page).waitFor()
  return page
}

async function write(page: Page, at: Locator, text: string): Promise<void> {
  await at.click()
  await field(page).fill(text)
}

const storedBodies = (path: string): string[] => {
  const opened = openLibrary({ path, now: '2026-03-01T08:00:00.000Z' })
  const bodies = opened.read.all<{ body: string }>(sql`SELECT body FROM summaries ORDER BY body`).map(({ body }) => body)
  opened.close()
  return bodies
}

describe('writing summaries', () => {
  it('with the keyboard alone: cell to cell, into the field, on to the next empty one; it is saved by itself and counted', async () => {
    const page = await openMatrix(library())
    await expect(page.getByText(/^已写 0\/\d+ 格$/).count()).resolves.toBe(1)
    await page.keyboard.press('Alt+T')
    await soon(() => cell(page, '养老服务', 0).evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowRight')
    await nextFrames(page)
    await page.keyboard.press('Enter')
    await soon(() => field(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await expect(field(page).getAttribute('aria-label')).resolves.toBe('养老服务，湖北：我的摘要')
    await page.keyboard.type('湖北重在一体化服务体系。')
    await soon(() => said(page).textContent()).toMatch(/^已保存 \d\d:\d\d$/)
    await soon(() => page.getByText(/^已写 1\/\d+ 格$/).count()).toBe(1)
    await page.keyboard.press('Control+Enter')
    await soon(() => field(page).getAttribute('aria-label')).toBe('养老服务，共同点：我的摘要')
    await soon(() => field(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type('都以居家社区为主。')
    await page.keyboard.press('Escape')
    await soon(() => cell(page, '养老服务', 2).evaluate((element) => element === document.activeElement)).toBe(true)
    await soon(() => page.getByText(/^已写 2\/\d+ 格$/).count()).toBe(1)
    await soon(() => cell(page, '养老服务', 1).textContent()).toContain('湖北重在一体化服务体系。')
  })

  it('is one step to undo for each time that a cell is written in', async () => {
    const page = await openMatrix(library())
    await write(page, cell(page, '养老服务', 0), '浙江')
    await soon(() => said(page).textContent()).toMatch(/^已保存/)
    await field(page).fill('浙江重在康养。')
    await soon(() => cell(page, '养老服务', 0).textContent()).toContain('浙江重在康养。')
    await soon(() => said(page).textContent()).toMatch(/^已保存/)
    await cell(page, '养老服务', 1).click()
    await page.getByRole('button', { name: /^撤销/ }).click()
    await soon(() => cell(page, '养老服务', 0).textContent()).not.toContain('浙江')
    await page.keyboard.press('Control+Shift+Z')
    await soon(() => cell(page, '养老服务', 0).textContent()).toContain('浙江重在康养。')
  })

  it('keeps what is half typed when the view is left at once, and when the window is closed', async () => {
    const path = library()
    const page = await openMatrix(path)
    await write(page, cell(page, '社会救助', 0), '写到一半就走')
    await page.keyboard.press('Alt+2')
    await page.getByRole('grid', { name: '对照表' }).waitFor()
    await page.keyboard.press('Alt+S')
    await soon(() => cell(page, '社会救助', 0).textContent()).toContain('写到一半就走')
    await write(page, cell(page, '社会救助', 1), '关窗之前')
    await page.close({ runBeforeUnload: true })
    await soon(() => storedBodies(path)).toEqual(['关窗之前', '写到一半就走'])
  })

  it('keeps all that the window showed as saved when the host is killed at that moment', async () => {
    const path = library()
    let page = await openMatrix(path)
    for (const [n, text] of ['第一稿。', '第二稿，再长一些。', '第三稿，写完了。'].entries()) {
      await write(page, cell(page, '养老服务', 0), text)
      await soon(() => said(page).textContent()).toMatch(/^已保存 \d\d:\d\d$/)
      await journey!.kill()
      await journey!.end()
      expect(storedBodies(path), `kill ${n + 1}`).toEqual([text])
      page = await openMatrix(path)
      await soon(() => cell(page, '养老服务', 0).textContent()).toContain(text)
    }
  })

  it('says nothing of saved, and keeps the text, while the host is gone', async () => {
    const page = await openMatrix(library())
    await cell(page, '养老服务', 0).click()
    await journey!.kill()
    await field(page).fill('没有人听见')
    await soon(() => said(page).textContent()).toContain('没有存上')
    await cell(page, '养老服务', 1).click()
    await soon(() => cell(page, '养老服务', 0).textContent()).toContain('没有人听见')
    await expect(page.getByText(/^已写 0\//).count()).resolves.toBe(1)
  })
})

describe('the sources of a summary', () => {
  it('are selected in the whole report, linked by a key, and told to have changed when their words have, with the old ones', async () => {
    const path = library()
    let page = await openMatrix(path)
    await write(page, cell(page, '养老服务', 0), '浙江重在康养。')
    await beside(page, '本省全文')
    const words = pane(page).locator('.summary-whole .mark-theme').first()
    await words.waitFor()
    await words.evaluate((element) => getSelection()?.setBaseAndExtent(element.firstChild!, 0, element.firstChild!, 12))
    await page.keyboard.press('Alt+L')
    await beside(page, '摘要来源')
    const source = pane(page).getByRole('listitem')
    await soon(() => source.count()).toBe(1)
    const quote = (await source.locator('.mark-note').textContent())!
    expect(quote).toHaveLength(12)
    await beside(page, '本格原文')
    await pane(page).getByRole('figure').first().focus()
    await page.keyboard.press('Alt+L')
    await soon(() => pane(page).getByRole('radio', { name: '摘要来源 2' }).count()).toBe(1)
    await journey!.end()

    const opened = openLibrary({ path, now: '2026-03-01T08:00:00.000Z' })
    opened.write((library) => void library.run(sql`UPDATE reports SET text = replace(text, ${quote}, '（此处文字已被重新识读过）')`))
    opened.close()
    page = await openMatrix(path)
    await soon(() => cell(page, '养老服务', 0).textContent()).toContain('来源已变')
    await cell(page, '养老服务', 0).click()
    await beside(page, '摘要来源')
    await soon(() => pane(page).locator('.is-changed blockquote').first().textContent()).toContain(quote)
    await expect(field(page).inputValue()).resolves.toBe('浙江重在康养。')
    while ((await pane(page).locator('.is-changed').count()) > 0) {
      const before = await pane(page).locator('.is-changed').count()
      await pane(page).locator('.is-changed').first().getByRole('button', { name: '去掉' }).click()
      await soon(() => pane(page).locator('.is-changed').count()).toBe(before - 1)
    }
    await soon(() => cell(page, '养老服务', 0).textContent()).not.toContain('来源已变')
  })

  it('come along when cells are filled in; these are marked until they are touched, and go away in one step', async () => {
    const page = await openMatrix(library())
    await page.getByRole('button', { name: /^自动填入/ }).first().click()
    await soon(() => cell(page, '养老服务', 1).textContent()).toContain('自动填入，未改')
    await cell(page, '养老服务', 1).click()
    await soon(() => pane(page).getByRole('radio', { name: /^摘要来源 [1-9]/ }).count()).toBe(1)
    await expect(page.getByText(/^已写 0\//).count()).resolves.toBe(1)
    await field(page).fill('自己的话。')
    await soon(() => cell(page, '养老服务', 1).textContent()).not.toContain('自动填入，未改')
    await soon(() => page.getByText(/^已写 1\//).count()).toBe(1)
    await soon(() => said(page).textContent()).toMatch(/^已保存/)
    await page.getByRole('button', { name: /^撤销/ }).click()
    await soon(() => cell(page, '养老服务', 1).textContent()).toContain('自动填入，未改')
    await page.getByRole('button', { name: /^撤销/ }).click()
    await soon(() => page.getByText('自动填入，未改').count()).toBe(0)
  })
})

describe('what is known of a cell', () => {
  it('is said by V: in passing of what was found, not mentioned of what was not; and stands in the file', async () => {
    const page = await openMatrix(library())
    const found = cell(page, '养老服务', 0)
    await found.focus()
    await page.keyboard.press('v')
    await soon(() => found.textContent()).toContain('顺带提及')
    const empty = grid(page).getByRole('gridcell').filter({ hasText: '待读' }).first()
    const at = (await empty.getAttribute('data-cell'))!
    const named = page.locator(`[data-cell="${at}"]`)
    await named.focus()
    await page.keyboard.press('v')
    await soon(() => named.textContent()).toContain('未提及（已核实）')
    await write(page, cell(page, '社会救助', 0), '浙江的救助。')
    await page.getByRole('button', { name: '导出摘要' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: /CSV/ }).click()
    const text = readFileSync(await (await download).path(), 'utf8')
    expect(text).toContain('"主题","浙江省","湖北省","共同点","差异"')
    for (const words of ['顺带提及', '未提及（已核实）', '浙江的救助。', '有（未写摘要）']) expect(text).toContain(words)
  })

  it('and all around it is open to those who do not see it (axe)', async () => {
    const page = await openMatrix(library())
    await write(page, cell(page, '养老服务', 0), '浙江重在康养。')
    await page.getByRole('button', { name: /^自动填入/ }).first().click()
    await soon(() => cell(page, '养老服务', 1).textContent()).toContain('自动填入，未改')
    for (const mode of ['本省全文', '本格原文', '摘要来源']) {
      await beside(page, mode)
      await nextFrames(page)
      expect((await violations(page)).map((found) => `${mode} ${found}`)).toEqual([])
    }
  })
})
