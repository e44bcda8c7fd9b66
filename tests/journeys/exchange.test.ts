import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
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
