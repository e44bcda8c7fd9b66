import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { cellOf, importByCommand, seed, tabTo } from './journey.ts'
import { eachJourney, preparedOnce } from './together.ts'

/** Codebooks worked on in the window: a draft, what it would do, the version it becomes, and the way back. */

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const copies = preparedOnce((library) => importByCommand(library, [seed]))

const journey = eachJourney(() => ({ library: copies.next() }))

const until = <T>(read: () => T) => expect.poll(read, { timeout: 60_000 })
const screen = (page: Page): Locator => page.getByRole('region', { name: '编码本', exact: true })
const tree = (page: Page): Locator => page.getByRole('tree', { name: '主题树' })
const inTree = (page: Page, name: string): Locator => tree(page).getByRole('treeitem', { name: new RegExp(name) })
const draft = (page: Page): Locator => page.getByRole('region', { name: '草稿' })
const effect = (page: Page): Locator => page.getByRole('region', { name: '会改变主题的语句' })
const choice = (page: Page): Locator => screen(page).getByRole('button', { name: /^编码本 / })
const words = (page: Page, list: string): Locator => screen(page).getByRole('textbox', { name: list, exact: true })

async function openScreen(page: Page): Promise<void> {
  await page.getByRole('grid', { name: '对照表' }).waitFor()
  await page.keyboard.press('Alt+b')
  await tree(page).waitFor()
}

async function makeOwn(page: Page, name: string): Promise<void> {
  await screen(page).getByRole('button', { name: '新建', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '新建编码本' })
  await dialog.getByRole('textbox', { name: '名称' }).fill(name)
  await dialog.getByRole('button', { name: '新建' }).click()
  await until(() => choice(page).textContent()).toContain(name)
  await screen(page).getByRole('button', { name: '用于全库' }).click()
  await screen(page).getByText('正用于全库').waitFor()
}

async function addWord(page: Page, { theme, list, word }: { theme: string; list: string; word: string }): Promise<void> {
  await inTree(page, theme).click()
  const field = words(page, list)
  await field.fill(`${await field.inputValue()}\n${word}`)
  await field.blur()
}

async function apply(page: Page): Promise<void> {
  await draft(page).getByRole('button', { name: '应用为新版本' }).click()
  await draft(page).getByText('没有未应用的改动').waitFor()
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: /^撤销/ }).click()
}

async function showMatrix(page: Page): Promise<void> {
  await page.keyboard.press('Alt+2')
  await page.getByRole('grid', { name: '对照表' }).waitFor()
}

async function saved(page: Page, format: string): Promise<{ name: string; path: string }> {
  await screen(page).getByRole('button', { name: '导出', exact: true }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: new RegExp(format) }).click()])
  const name = download.suggestedFilename()
  const path = join(journey.folder, name)
  await download.saveAs(path)
  return { name, path }
}

async function receive(page: Page, path: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), screen(page).getByRole('button', { name: '导入', exact: true }).click()])
  await chooser.setFiles(path)
}

describe('a codebook of one’s own', () => {
  it('shows what a word more would do, with the very statement; applied it changes the cell, and undone it is as it was', async () => {
    const { page } = journey
    await openScreen(page)
    await makeOwn(page, '我的编码本')
    await addWord(page, { theme: '殡葬服务', list: '主题词', word: '三次分配' })
    await draft(page).getByText('修改“殡葬服务”：词').waitFor()
    await inTree(page, '殡葬服务').getByText('有改动').waitFor()
    await draft(page).getByRole('button', { name: '看影响' }).click()
    const line = effect(page).getByRole('button', { name: /^打开原文：.*三次分配/ }).first()
    await line.waitFor()
    await expect(line.textContent()).resolves.toContain('殡葬服务')
    await line.click()
    await until(async () => (await page.locator('.mark-place').allTextContents()).join('')).toContain('三次分配')
    await page.keyboard.press('Escape')

    await apply(page)
    await showMatrix(page)
    const cells = async (): Promise<string> => (await Promise.all([0, 1].map((column) => cellOf(page, '殡葬服务', column).textContent()))).join('')
    await until(cells).toContain('三次分配')
    await undo(page)
    await until(cells).not.toContain('三次分配')
  })

  it('takes a theme into another; the versions say so, and any two can be compared', async () => {
    const { page } = journey
    await openScreen(page)
    await makeOwn(page, '我的编码本')
    await inTree(page, '慈善事业').click()
    await screen(page).getByRole('button', { name: '并入…' }).click()
    await page.getByRole('menuitem', { name: '社会组织', exact: true }).click()
    await draft(page).getByText('“慈善事业”并入“社会组织”').waitFor()
    await apply(page)
    await until(() => inTree(page, '慈善事业').textContent()).toContain('已停用')
    await inTree(page, '慈善事业').click()
    await screen(page).getByText('已并入“社会组织”').waitFor()
    await screen(page).getByRole('radio', { name: '版本' }).check()
    const difference = page.getByRole('region', { name: /^从 1\.0\.0 到 2\.0\.0/ })
    await until(() => difference.textContent()).toMatch(/慈善事业\s*并入\s*社会组织/)
    await page.getByRole('radio', { name: '较早 2.0.0' }).check()
    await page.getByText('两个版本没有不同。').waitFor()
  })

  it('is renamed, and a theme that was retired is brought back into use', async () => {
    const { page } = journey
    await openScreen(page)
    await makeOwn(page, '我的编码本')
    await screen(page).getByText('编码本名称').click()
    const name = screen(page).getByRole('textbox', { name: '中文名称', exact: true })
    await name.fill('改过名的编码本')
    await name.blur()
    await draft(page).getByText('编码本改名为“改过名的编码本”').waitFor()
    await inTree(page, '殡葬服务').click()
    await screen(page).getByRole('button', { name: '停用', exact: true }).click()
    await draft(page).getByText('停用“殡葬服务”').waitFor()
    await apply(page)
    await until(() => choice(page).textContent()).toContain('改过名的编码本')
    await inTree(page, '殡葬服务.*已停用').click()
    await screen(page).getByRole('button', { name: '恢复使用', exact: true }).click()
    await draft(page).getByText('恢复使用“殡葬服务”').waitFor()
    await apply(page)
    await until(() => inTree(page, '殡葬服务.*已停用').count()).toBe(0)
    await screen(page).getByRole('textbox', { name: '名称', exact: true }).waitFor()
  })

  it('has its themes put elsewhere in the tree with the mouse: under another, or between two', async () => {
    const { page } = journey
    await openScreen(page)
    await makeOwn(page, '我的编码本')
    const line = (name: string): Locator => inTree(page, name).first()
    await line('殡葬服务').dragTo(line('慈善事业'))
    await draft(page).getByText('移动“殡葬服务”到“慈善事业”下').waitFor()
    await until(() => line('殡葬服务').getAttribute('aria-level')).toBe('2')
    const { height } = (await line('慈善事业').boundingBox())!
    await line('殡葬服务').dragTo(line('慈善事业'), { targetPosition: { x: 60, y: height - 2 } })
    await draft(page).getByText('移动“殡葬服务”到最上一级').waitFor()
    await until(() => line('殡葬服务').getAttribute('aria-level')).toBe('1')
  })

  it('is made of one that comes with the program by changing that one, which stays', async () => {
    const { page } = journey
    await openScreen(page)
    await screen(page).getByText(/随程序提供，本身不会改动/).waitFor()
    await addWord(page, { theme: '殡葬服务', list: '主题词', word: '三次分配' })
    await apply(page)
    await until(() => choice(page).textContent()).toContain('民政政策编码本（自订）')
    await until(() => page.getByRole('contentinfo').getByRole('button', { name: /^编码本 / }).textContent()).toContain('民政政策编码本（自订）')
    await choice(page).click()
    await page.getByRole('menuitem', { name: /^民政政策编码本随程序提供|^民政政策编码本 ?随程序提供/ }).click()
    await inTree(page, '殡葬服务').click()
    await until(() => words(page, '主题词').inputValue()).not.toContain('三次分配')
  })
})

describe('what is wrong', () => {
  it('with a word is said beside it, and it waits outside the draft', async () => {
    const { page } = journey
    await openScreen(page)
    await inTree(page, '养老服务').click()
    const [first] = (await words(page, '主题词').inputValue()).split('\n')
    const field = words(page, '列举词')
    const before = await field.inputValue()
    await field.fill(`${before}\n${first}`)
    await screen(page).getByRole('alert').filter({ hasText: `“${first}”已在“主题词”里` }).waitFor()
    await expect(field.getAttribute('aria-invalid')).resolves.toBe('true')
    await field.blur()
    await draft(page).getByText('没有未应用的改动').waitFor()
    await inTree(page, '社会救助').click()
    await inTree(page, '养老服务').click()
    await expect(field.inputValue(), 'what was written is not lost').resolves.toBe(`${before}\n${first}`)
    await field.fill(`${before}\n虚构的词`)
    await field.blur()
    await draft(page).getByText('修改“养老服务”：词').waitFor()
    await draft(page).getByRole('button', { name: /^不要这一处/ }).click()
    await until(() => field.inputValue()).toBe(before)
  })
})

describe('what is being written', () => {
  it('is in the draft however the field is left, and goes into it while it is written, which can go on', async () => {
    const { page } = journey
    await openScreen(page)
    await inTree(page, '养老服务').click()
    const definition = words(page, '定义')
    await definition.fill('虚构的长定义')
    await page.keyboard.press('Alt+2')
    await page.getByRole('grid', { name: '对照表' }).waitFor()
    await page.keyboard.press('Alt+b')
    await draft(page).getByText('修改“养老服务”：定义').waitFor()
    await inTree(page, '养老服务').click()
    await until(() => definition.inputValue()).toBe('虚构的长定义')
    const include = words(page, '纳入')
    await include.fill('虚构的一条\n')
    await draft(page).getByText(/^修改“养老服务”：定义.纳入$/).waitFor()
    await include.pressSequentially('虚构的两条')
    await expect(include.inputValue()).resolves.toBe('虚构的一条\n虚构的两条')
    await include.blur()
    await inTree(page, '社会救助').click()
    await inTree(page, '养老服务').click()
    await until(() => include.inputValue()).toBe('虚构的一条\n虚构的两条')
  })
})

describe('a codebook as a file', () => {
  it.each(['Excel', 'REFI-QDA'])('goes out as %s and comes back', async (format) => {
    const { page } = journey
    await openScreen(page)
    await makeOwn(page, '我的编码本')
    const file = await saved(page, format)
    expect(readFileSync(file.path).length).toBeGreaterThan(1000)
    if (format === 'REFI-QDA') await screen(page).getByText(/^这个格式不含：.*识别用的词/).waitFor()
    await receive(page, file.path)
    await screen(page).getByText('《我的编码本》与文件里的完全一样，没有改动。').waitFor()
    await addWord(page, { theme: '殡葬服务', list: '排除', word: '虚构的一条' })
    await apply(page)
    await receive(page, file.path)
    await screen(page).getByText(/已作为《我的编码本》的新版本 1\.0\.2/).waitFor()
  })
})

describe('the keyboard alone', () => {
  it('walks the tree, renames, moves, retires, sees the effect and applies', async () => {
    const { page } = journey
    await openScreen(page)
    await tabTo(page, tree(page))
    const chosen = (): Promise<string | null> => tree(page).locator('[aria-selected="true"]').textContent()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await until(chosen).toContain('社会救助')
    await page.keyboard.press('F2')
    await page.keyboard.type('救助')
    await page.keyboard.press('Enter')
    await draft(page).getByText('修改“社会救助”：名称').waitFor()
    await tabTo(page, tree(page))
    await page.keyboard.press('Alt+ArrowRight')
    await until(() => tree(page).locator('[aria-selected="true"]').getAttribute('aria-level')).toBe('2')
    await page.keyboard.press('Alt+ArrowLeft')
    await until(() => tree(page).locator('[aria-selected="true"]').getAttribute('aria-level')).toBe('1')
    await page.keyboard.press('End')
    await page.keyboard.press('Delete')
    await draft(page).getByText('停用“能力建设和安全”').waitFor()
    await tabTo(page, draft(page).getByRole('button', { name: '看影响' }))
    await page.keyboard.press('Enter')
    await draft(page).getByText(/^全库 2 份报告/).waitFor()
    await tabTo(page, draft(page).getByRole('button', { name: '应用为新版本' }))
    await page.keyboard.press('Enter')
    await draft(page).getByText('没有未应用的改动').waitFor()
    await until(() => inTree(page, '能力建设和安全').textContent()).toContain('已停用')
    await inTree(page, '救助').first().waitFor()
  })

  it('finds the screen from the palette and from the codebook menu; a draft is there after a restart', async () => {
    const { page } = journey
    await page.getByRole('grid', { name: '对照表' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('编码本')
    await page.getByRole('option', { name: '编码本 Alt B' }).waitFor()
    await page.keyboard.press('Escape')
    const menu = page.getByRole('contentinfo').getByRole('button', { name: /^编码本 / })
    await menu.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: '查看、修改编码本…' }).press('Enter')
    await tree(page).waitFor()
    await addWord(page, { theme: '殡葬服务', list: '主题词', word: '虚构的词' })
    await draft(page).getByText('修改“殡葬服务”：词').waitFor()
    await page.waitForResponse((response) => response.request().postData()?.includes('codebook-draft') === true)
    const again = await journey.again({ library: copies.now() })
    await draft(again).getByText('修改“殡葬服务”：词').waitFor()
  })
})
