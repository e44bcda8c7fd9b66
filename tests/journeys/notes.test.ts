import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { openHost } from '../../src-main/host/open-host.ts'
import { browserShell } from '../../src-main/host/shell.ts'
import { sql } from '../../src-main/library/sql.ts'
import { violations } from './axe.ts'
import { dragOver, importByCommand, markedText, seed, tabTo } from './journey.ts'
import { eachJourney, preparedOnce } from './together.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 })

const kept = '探索政府救助与慈善救助有效衔接机制'
const changedBefore = '全省平均低保标准农村占城市的比例达到75％以上'
const changedNow = '全省平均低保标准农村占城市的比例达到95％以上'
const gone = '壮大养老产业规模'

const copies = preparedOnce(async (library) => {
  importByCommand(library, [seed])
  await writeNotes(library)
  readAnew(library)
})

const journey = eachJourney(() => ({ library: copies.next() }))

/** Three notes, on the report of 湖北 two and on that of 浙江 one. */
async function writeNotes(prepared: string): Promise<void> {
  const host = openHost({ library: prepared, createMissing: false, shell: browserShell, samples: [], now: () => new Date('2026-03-01T08:00:00Z'), log: () => undefined })
  await host.current
  const reports = host.library.read.all<{ id: number; text: string }>(sql`SELECT id, text FROM reports`)
  for (const [quote, body, tags] of [[kept, '与浙江对照', ['对比']], [changedBefore, '核对年报', ['数字']], [gone, '产业', []]] as const) {
    const { id, text } = reports.find((report) => report.text.includes(quote))!
    const start = text.indexOf(quote)
    await host.answer('notes.write', { note: null, report: String(id), theme: null, start, end: start + quote.length, words: quote, body, tags, author: '甲' })
  }
  await host.close()
}

/** As a later reading might have it: a number is another, and a clause with what stood around it other words. */
function readAnew(prepared: string): void {
  const library = new Database(prepared)
  const rows = library.prepare('SELECT id, text FROM reports').all() as { id: number; text: string }[]
  for (const { id, text } of rows) {
    const at = text.indexOf(gone)
    const replaced = at === -1 ? text : text.slice(0, at - 40) + '云'.repeat(80 + gone.length) + text.slice(at + gone.length + 40)
    library.prepare('UPDATE reports SET text = ? WHERE id = ?').run(replaced.replace(changedBefore, changedNow), id)
  }
  library.close()
}

/** As `expect.poll`, with the patience that a busy machine needs. */
const settled = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 30_000 })

const list = (page: Page): Locator => page.getByRole('listbox', { name: '全部批注' })
const detail = (page: Page): Locator => page.getByRole('region', { name: '这一条批注' })
const sheet = (page: Page): Locator => page.getByRole('complementary', { name: '原文' })
const chosen = (page: Page): Locator => list(page).getByRole('option', { selected: true })

async function showNotes(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: /^批注/ }).click()
  await list(page).waitFor()
}

const selectWords = (page: Page, words: string): Promise<void> => dragOver(sheet(page).locator('.reading-text'), words)

/** In the list letters are commands: what is typed waits for the field. */
const fieldHasFocus = (page: Page): Promise<void> => settled(() => page.evaluate(() => document.activeElement?.matches('textarea, input'))).toBe(true)

describe('selected words', () => {
  it('are highlighted, tagged and noted beside where they stand', async () => {
    const { page } = journey
    await showNotes(page)
    await list(page).getByRole('option').filter({ hasText: kept }).dblclick()
    await selectWords(page, '大力发展慈善事业')
    const tools = page.getByRole('toolbar', { name: '对选中的文字' })
    await tools.getByRole('button', { name: '划线（绿）' }).click()
    await settled(() => sheet(page).locator('.mark-note-green').allTextContents()).toEqual(['大力发展慈善事业'])
    await tools.waitFor({ state: 'detached' })

    await selectWords(page, '健全残疾人')
    await tools.getByRole('button', { name: '标签' }).click()
    await page.getByRole('combobox', { name: '添加标签，回车确认' }).last().fill('残疾人')
    await page.keyboard.press('Enter')
    await settled(() => sheet(page).getByRole('note').filter({ hasText: '残疾人' }).count()).toBe(1)

    await selectWords(page, '引导支持企业')
    await tools.getByRole('button', { name: '批注' }).click()
    await page.getByRole('textbox', { name: /^批注：引导支持企业/ }).fill('谁来引导')
    await page.keyboard.press('Control+Enter')
    await settled(() => list(page).getByRole('option').count()).toBe(6)
    await settled(() => list(page).getByRole('option').filter({ hasText: '谁来引导' }).textContent()).toContain('引导支持企业')
    await expect(list(page).getByRole('option').filter({ hasText: '大力发展慈善事业' }).getByRole('img', { name: '绿' }).count()).resolves.toBe(1)
  })
})

describe('the list of notes', () => {
  it('is filtered by state, province, tag and words, and goes into a file as it is shown', async () => {
    const { page } = journey
    await showNotes(page)
    await settled(() => list(page).getByRole('option').count()).toBe(3)
    await page.locator('.notes-filters').getByRole('button', { name: /标签/ }).click()
    await page.getByRole('menuitemcheckbox', { name: /对比/ }).click()
    await page.keyboard.press('Escape')
    await settled(() => list(page).getByRole('option').allTextContents()).toEqual([expect.stringContaining(kept)])
    await page.getByRole('button', { name: '清除筛选' }).click()
    await page.getByRole('searchbox', { name: '在批注、原文与标签中查找' }).fill('产 业')
    await settled(() => list(page).getByRole('option').allTextContents()).toEqual([expect.stringContaining(gone)])
    await page.getByRole('button', { name: '导出批注' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'CSV 表格' }).click()])
    const path = join(journey.folder, `file-${download.suggestedFilename()}`)
    await download.saveAs(path)
    const csv = readFileSync(path, 'utf8').trim().split('\r\n')
    expect(csv).toHaveLength(2)
    expect(csv[1]).toContain(`"${gone}","产业",,,"甲","失去原文"`)
  })

  it('leads to the words, and is read by the keyboard and by axe', async () => {
    const { page } = journey
    await showNotes(page)
    await list(page).getByRole('option').filter({ hasText: kept }).click()
    await detail(page).getByRole('button', { name: '看原文' }).click()
    await settled(() => markedText(sheet(page).locator('.reading-text'))).toBe(kept)
    await page.getByRole('radio', { name: /^待核对/ }).check({ force: true })
    await settled(() => detail(page).textContent()).toContain('原来的文字与前后文')
    expect(await violations(page)).toEqual([])
  })
})

describe('notes that a person has to look at', () => {
  it('by mouse: a changed number is accepted and taken back, and an orphan is put on other words', async () => {
    const { page } = journey
    await showNotes(page)
    await page.getByRole('radio', { name: '待核对 2' }).check({ force: true })
    await settled(() => list(page).getByRole('option').count()).toBe(2)
    await list(page).getByRole('option').filter({ hasText: changedBefore }).click()
    await settled(() => detail(page).locator('blockquote').nth(1).textContent()).toContain(changedNow)
    await expect(detail(page).locator('blockquote').first().textContent()).resolves.toContain(changedBefore)
    await detail(page).getByRole('button', { name: '接受此处' }).click()
    await page.getByRole('radio', { name: '待核对 1' }).waitFor()
    await page.getByRole('button', { name: /撤销/ }).first().click()
    await page.getByRole('radio', { name: '待核对 2' }).waitFor()

    await list(page).getByRole('option').filter({ hasText: gone }).click()
    await detail(page).getByRole('button', { name: '在原文中另选…' }).click()
    await sheet(page).getByRole('group', { name: /为批注选定新位置/ }).waitFor()
    await selectWords(page, '广泛凝聚民政工作')
    await sheet(page).getByRole('button', { name: '放在这里' }).click()
    await page.getByRole('radio', { name: '待核对 1' }).waitFor()
    await page.getByRole('radio', { name: '全部 3' }).check({ force: true })
    await settled(() => list(page).getByRole('option').filter({ hasText: '产业' }).textContent()).toContain('广泛凝聚民政工作')
    await list(page).getByRole('option').filter({ hasText: '广泛凝聚民政工作' }).click()
    await settled(() => detail(page).textContent()).toContain(`最初批注的文字${gone}`)
  })

  it('by the keyboard alone: looked through, left, accepted, edited, tagged, coloured, and read in the source', async () => {
    const { page } = journey
    await page.getByRole('navigation').waitFor()
    await page.keyboard.press('Alt+0')
    await list(page).waitFor()
    await page.getByRole('radio', { name: '全部 3' }).focus()
    await page.keyboard.press('ArrowRight')
    await settled(() => list(page).getByRole('option').count()).toBe(2)
    await tabTo(page, list(page))
    await page.keyboard.press('Home')
    await settled(() => chosen(page).textContent()).toContain(gone)
    await page.keyboard.press('l')
    await settled(() => chosen(page).textContent()).toContain(changedBefore)
    // a place is accepted by the words that are seen there
    await settled(() => page.locator('.note-candidates section').first().textContent()).toContain(changedNow)
    await page.keyboard.press('1')
    await settled(() => list(page).getByRole('option').count()).toBe(1)
    await page.keyboard.press('Shift+Tab')
    await tabTo(page, page.getByRole('radio', { name: '待核对 1' }))
    await page.keyboard.press('ArrowLeft')
    await settled(() => list(page).getByRole('option').count()).toBe(3)
    await tabTo(page, list(page))
    await page.keyboard.press('End')
    await settled(() => chosen(page).textContent()).toContain(kept)

    await page.keyboard.press('e')
    await fieldHasFocus(page)
    await page.keyboard.type('：已核')
    await page.keyboard.press('Control+Enter')
    await settled(() => chosen(page).textContent()).toContain('与浙江对照：已核')
    await page.keyboard.press('g')
    await fieldHasFocus(page)
    await page.keyboard.type('重点')
    await page.keyboard.press('Enter')
    await settled(() => chosen(page).textContent()).toContain('重点')
    await page.keyboard.press('Escape')
    await page.keyboard.press('c')
    await page.keyboard.press('ArrowDown')
    await settled(() => chosen(page).getByRole('img', { name: '朱红' }).count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await settled(() => markedText(sheet(page).locator('.reading-text'))).toBe(kept)
    await tabTo(page, sheet(page).getByRole('region', { name: '阅读文本' }))
    await page.keyboard.press('Alt+ArrowDown')
    await settled(() => markedText(sheet(page).locator('.reading-text'))).not.toBe(kept)
    await page.keyboard.press('h')
    await settled(() => list(page).getByRole('option').count()).toBe(4)
    await page.keyboard.press('g')
    await fieldHasFocus(page)
    await page.keyboard.type('next one')
    await page.keyboard.press('Enter')
    await settled(() => list(page).getByRole('option').filter({ hasText: 'next one' }).count()).toBe(1)
  })
})

describe('the keyboard in the list and beside it', () => {
  it('comes back from the source, counts the notes, answers the keys of views, and is kept when a tag or the last note goes', async () => {
    const { page } = journey
    await showNotes(page)
    await settled(() => list(page).getByRole('option').count()).toBe(3)
    await list(page).focus()
    await page.keyboard.press('End')
    await settled(() => chosen(page).getAttribute('aria-posinset')).toBe('3')
    await expect(chosen(page).getAttribute('aria-setsize')).resolves.toBe('3')
    await list(page).getByRole('option').filter({ hasText: kept }).click()
    await list(page).focus()
    await page.keyboard.press('Enter')
    await tabTo(page, sheet(page).getByRole('region', { name: '阅读文本' }))
    await page.keyboard.press('Escape')
    await sheet(page).waitFor({ state: 'detached' })
    await settled(() => list(page).evaluate((element) => element === document.activeElement)).toBe(true)

    await tabTo(page, detail(page).getByRole('button', { name: '去掉标签：对比' }))
    await page.keyboard.press('Enter')
    await settled(() => detail(page).getByRole('button', { name: '去掉标签：对比' }).count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('note-tag')

    await page.keyboard.press('Escape')
    for (const left of [2, 1]) {
      await page.keyboard.press('Delete')
      await settled(() => list(page).getByRole('option').count()).toBe(left)
    }
    await page.keyboard.press('Delete')
    await list(page).waitFor({ state: 'detached' })
    await settled(() => page.evaluate(() => document.activeElement?.closest('.notes-bar') !== null)).toBe(true)
    await page.keyboard.press('Control+z')
    await list(page).focus()
    await page.keyboard.press('Alt+9')
    await page.getByRole('textbox', { name: '署名' }).waitFor()
  })

  it('the tools beside selected words go with their place, and Esc puts them away before the source', async () => {
    const { page } = journey
    await showNotes(page)
    await list(page).getByRole('option').filter({ hasText: kept }).dblclick()
    const tools = page.getByRole('toolbar', { name: '对选中的文字' })
    await selectWords(page, '大力发展慈善事业')
    await tools.waitFor()
    await page.keyboard.press('Alt+ArrowDown')
    await tools.waitFor({ state: 'detached' })
    await selectWords(page, '健全残疾人')
    await tools.waitFor()
    await page.keyboard.press('Escape')
    await tools.waitFor({ state: 'detached' })
    await expect(sheet(page).count()).resolves.toBe(1)
    await page.keyboard.press('Escape')
    await sheet(page).waitFor({ state: 'detached' })
  })
})

describe('the name of the person', () => {
  it('is written on new notes', async () => {
    const { page } = journey
    await page.getByRole('navigation').waitFor()
    await page.keyboard.press('Alt+9')
    await page.getByRole('textbox', { name: '署名' }).fill('乙')
    await showNotes(page)
    await list(page).getByRole('option').filter({ hasText: kept }).dblclick()
    await selectWords(page, '大力发展慈善事业')
    await page.getByRole('toolbar').getByRole('button', { name: '划线（黄）' }).click()
    await settled(() => list(page).getByRole('option').filter({ hasText: '大力发展慈善事业' }).textContent()).toContain('乙')
  })
})
