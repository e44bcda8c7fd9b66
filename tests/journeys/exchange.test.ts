import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import type { ExportedWork } from '#core/contract/exchange-calls.ts'
import { defaultCodebook } from '../../src-main/host/reference.ts'
import { ask, list, openTestHost, upload } from '../main/host/test-host.ts'
import { temporaryFolder } from '../main/temporary-folder.ts'
import { cellOf, dragOver, openSample, tabTo } from './journey.ts'
import { eachJourney } from './together.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 90_000 })

const journey = eachJourney()

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: '与他人交换' })

async function openExchange(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /命令|输入/ }).fill('与他人交换')
  await page.getByRole('option', { name: /^与他人交换/ }).waitFor()
  await page.keyboard.press('Enter')
  await dialogOf(page).waitFor()
  return dialogOf(page)
}

interface SentFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** Writes the library's work into a file, by the keyboard. */
async function exported(page: Page, folder: string, format: string): Promise<SentFile> {
  const dialog = await openExchange(page)
  await tabTo(page, dialog.getByRole('button', { name: `导出：${format}` }))
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  await dialog.getByText('这种格式存不下的：').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  return { name: basename(path), mimeType: 'application/octet-stream', buffer: readFileSync(path) }
}

async function highlight(page: Page): Promise<void> {
  const cell = cellOf(page, '养老服务', 1)
  await dragOver(cell.locator('blockquote'), '健全基本养老一体化服务体系')
  await page.getByRole('toolbar', { name: '对选中的文字' }).getByRole('button', { name: '划线（绿）' }).click()
  await cell.locator('.mark-note-green').waitFor()
}

async function merge(page: Page, file: SentFile): Promise<Locator> {
  const dialog = await openExchange(page)
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), dialog.getByRole('button', { name: '选择文件…' }).click()])
  await chooser.setFiles(file)
  await dialog.getByText(/^已并入：/).waitFor({ timeout: 60_000 })
  return dialog
}

// 虚构样例
const invented = Object.fromEntries(['甲', '乙', '丙', '丁'].map((name, n) => [`${name}.txt`, `甘南省${name}州召开民政工作会议\n3月${n + 1}日，甘南省${name}州召开民政工作会议，强调要办好实事。`]))
const judgedThemes = defaultCodebook.themes.filter(({ group }) => group === undefined).slice(0, 15)

/** A library in which somebody said the same of every report and theme; its bundle, where it is another's. */
async function judged(path: string, verdict: 'absent' | 'not-applicable'): Promise<Buffer> {
  const test = openTestHost({ library: path })
  const { host } = test
  await upload(test, invented)
  const reports = (await list(host)).map(({ id }) => id)
  for (const { id } of judgedThemes) await ask(host, 'cells.judge', { reports, theme: id, verdict })
  const { base64 } = await ask<ExportedWork>(host, 'exchange.export', { format: 'bundle' })
  await host.close()
  return Buffer.from(base64!, 'base64')
}

describe('conflicts with a colleague', () => {
  it('are listed by pages, taken one by one, and still listed after a restart; what was not taken is mine', async () => {
    const folder = temporaryFolder()
    const library = join(folder, '我的.duizhao')
    const file = { name: '同事.duizhao.zip', mimeType: 'application/zip', buffer: await judged(join(folder, '同事.duizhao'), 'not-applicable') }
    await judged(library, 'absent')

    const page = await journey.again({ library })
    await page.getByRole('grid', { name: '对照表' }).waitFor()
    const dialog = await merge(page, file)
    await dialog.getByText('核实：新增 0 · 相同 0 · 冲突 60').waitFor()
    await dialog.getByText('60 处现在仍是我的。').waitFor()
    await dialog.getByText('第 1–50 条，共 60 条').waitFor()
    const take = dialog.getByRole('button', { name: /^采用对方的：/ })
    const first = await take.first().getAttribute('aria-label')
    await take.first().click()
    await dialog.getByText('59 处现在仍是我的。').waitFor()
    expect(await dialog.getByText('已采用对方的。').count()).toBe(1)
    await dialog.getByRole('button', { name: '后一页' }).click()
    await dialog.getByText('第 51–60 条，共 60 条').waitFor()
    expect(await take.count()).toBe(10)
    await take.last().click()
    await dialog.getByText('58 处现在仍是我的。').waitFor()

    const again = await journey.again({ library })
    await again.getByRole('grid', { name: '对照表' }).waitFor()
    const later = await openExchange(again)
    await later.getByRole('button', { name: /的冲突（58 处未决）$/ }).click()
    await later.getByText('58 处现在仍是我的。').waitFor()
    expect(await later.getByRole('button', { name: first!, exact: true }).count()).toBe(0)
    await later.getByRole('button', { name: '全部采用对方的（58）' }).click()
    await later.getByRole('button', { name: /处未决）$/ }).waitFor({ state: 'detached' })
    await later.getByText('已采用对方的。').first().waitFor()
    await again.keyboard.press('Escape')
    await again.keyboard.press('Control+z')
    const undone = await openExchange(again)
    await undone.getByRole('button', { name: /的冲突（58 处未决）$/ }).waitFor()
  })
})

describe('exchange with others', () => {
  it('sends a bundle that another library takes in: what was new is said, and what is there already on the second time', async () => {
    const { page, folder } = journey
    await openSample(page)
    await highlight(page)
    const file = await exported(page, folder, '交换包')

    const other = await journey.again({})
    await other.getByRole('button', { name: /示例资料/ }).first().waitFor()
    const first = await merge(other, file)
    await first.getByText('报告：新增 2 · 已有 0 · 从回收站恢复 0').waitFor()
    await first.getByText('批注：新增 1 · 相同 0 · 冲突 0').waitFor()
    await other.keyboard.press('Escape')
    await cellOf(other, '养老服务', 1).locator('.mark-note-green').waitFor()

    const second = await merge(other, file)
    await second.getByText('报告：新增 0 · 已有 2 · 从回收站恢复 0').waitFor()
    await second.getByText('批注：新增 0 · 相同 1 · 冲突 0').waitFor()
    await other.keyboard.press('Escape')

    await other.keyboard.press('Control+z')
    await other.getByRole('status').filter({ hasText: /撤销/ }).first().waitFor()
  })

  it('sends a REFI-QDA project, says what it does not hold, and takes it in again as equal', async () => {
    const { page, folder } = journey
    await openSample(page)
    await highlight(page)
    const file = await exported(page, folder, 'REFI-QDA 项目')
    expect(file.name).toMatch(/\.qdpx$/)
    const dialog = await merge(page, file)
    await dialog.getByText('报告：新增 0 · 已有 2 · 从回收站恢复 0').waitFor()
    await dialog.getByText('批注：新增 0 · 相同 1 · 冲突 0').waitFor()
  })

  it('refuses what is no work, with a sentence, and changes nothing', async () => {
    const { page } = journey
    await openSample(page)
    const dialog = await openExchange(page)
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), dialog.getByRole('button', { name: '选择文件…' }).click()])
    await chooser.setFiles({ name: '别的.jsonld', mimeType: 'application/json', buffer: Buffer.from('不是批注\n') })
    await dialog.getByRole('alert').getByText(/没有可以并入的内容/).waitFor()
  })
})
