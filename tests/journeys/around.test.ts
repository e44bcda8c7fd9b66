import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { cellOf, nextFrames, openSample, seed } from './journey.ts'
import { eachJourney } from './together.ts'

/** What lies around the views: palette, keys, menus, undo, libraries, notices, settings, the guide. */

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })
const patient = { timeout: 60_000 }

const journey = eachJourney()

beforeEach(() => journey.page.setDefaultTimeout(60_000))

const palette = (page: Page) => page.getByRole('dialog', { name: '命令' })
const look = (page: Page): Promise<string | null> => page.locator('html').getAttribute('data-look')

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await palette(page).waitFor()
  await page.keyboard.type(words)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await palette(page).waitFor({ state: 'detached' })
}

/** A report of the rail. */
const report = (page: Page, title: RegExp) => page.locator('.report-list').getByRole('button', { name: title })

describe('the command palette', () => {
  it('runs a command by a part of its name in either language, by the keyboard alone', async () => {
    const { page } = journey
    await openSample(page)
    await command(page, '深色')
    await expect.poll(() => look(page), patient).toBe('dark')
    await command(page, 'appearance light')
    await expect.poll(() => look(page), patient).toBe('light')
    await command(page, '频次')
    await expect.poll(() => page.getByRole('radio', { name: '频次' }).isChecked(), patient).toBe(true)
    await command(page, 'quotations side')
    await page.getByRole('grid', { name: '对照表' }).waitFor()
  })

  it('opens a report by its province and title, on a click too', async () => {
    const { page } = journey
    await openSample(page)
    await command(page, '湖北 全省民政')
    await page.getByRole('complementary', { name: '原文' }).getByText('湖北召开全省民政工作会议').first().waitFor()
    await page.keyboard.press('Control+Shift+p')
    await page.getByRole('option', { name: /界面语言：英文/ }).click()
    await page.getByRole('grid', { name: 'Comparison' }).waitFor()
  })

  it('looks for what was typed in the text of the reports', async () => {
    const { page } = journey
    await openSample(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('养老服务体系')
    const entry = page.getByRole('option', { name: '检索正文“养老服务体系”' })
    await entry.waitFor()
    for (let step = 0; step < 40 && (await entry.getAttribute('data-highlighted')) === null; step++) {
      await page.keyboard.press('ArrowDown')
      await nextFrames(page)
    }
    await page.keyboard.press('Enter')
    await palette(page).waitFor({ state: 'detached' })
    await expect.poll(() => page.getByRole('main').getByRole('searchbox').first().inputValue(), patient).toBe('养老服务体系')
    await page.getByRole('main').locator('mark, .keyword').filter({ hasText: '养老服务体系' }).first().waitFor()
  })

  it('says what to do where nothing matches, and gives the focus back', async () => {
    const { page } = journey
    await openSample(page)
    await report(page, /湖北/).focus()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('没有这样的命令')
    await palette(page).getByText('没有与“没有这样的命令”相符的命令或报告').waitFor()
    await page.keyboard.press('Escape')
    await palette(page).waitFor({ state: 'detached' })
    await expect.poll(() => report(page, /湖北/).evaluate((element) => element === document.activeElement), patient).toBe(true)
  })
})

describe('the sheet of keys', () => {
  it('lists the keys of the commands as they are, and opens nowhere while text is written', async () => {
    const { page } = journey
    await openSample(page)
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: '键盘' })
    await sheet.waitFor()
    await expect(sheet.getByRole('row', { name: /命令面板/ }).textContent()).resolves.toMatch(/Ctrl K.*Ctrl Shift P/)
    await expect(sheet.getByRole('row', { name: /^撤销/ }).textContent()).resolves.toContain('Ctrl Z')
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    await page.keyboard.type('?')
    await expect(page.locator('#search').inputValue()).resolves.toBe('?')
    await expect(sheet.count()).resolves.toBe(0)
  })
})

describe('menus under the right button', () => {
  it('put a report in and out of the comparison', async () => {
    const { page } = journey
    await openSample(page)
    await report(page, /湖北/).click({ button: 'right' })
    await page.getByRole('menuitem', { name: '只比较这一份' }).click()
    await expect.poll(() => page.getByRole('checkbox', { name: /浙江/ }).isChecked(), patient).toBe(false)
    await expect(page.getByRole('checkbox', { name: /湖北/ }).isChecked()).resolves.toBe(true)
  })

  it('come up by Shift+F10 as well, and the focus comes back', async () => {
    const { page } = journey
    await openSample(page)
    await report(page, /湖北/).focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: '移出比较' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('checkbox', { name: /湖北/ }).isChecked(), patient).toBe(false)
    await expect.poll(() => report(page, /湖北/).evaluate((element) => element === document.activeElement), patient).toBe(true)
  })
})

describe('undo and redo', () => {
  it('bring back a report from the bin and send it there again, saying what they do', async () => {
    const { page } = journey
    await openSample(page)
    await report(page, /湖北/).click({ button: 'right' })
    await page.getByRole('menuitem', { name: '移到回收站' }).click()
    await report(page, /湖北/).waitFor({ state: 'detached' })
    const undo = page.getByRole('group', { name: '历史' }).getByRole('button', { name: '撤销' })
    await expect.poll(() => undo.getAttribute('title'), patient).toMatch(/^撤销：移到回收站.*湖北召开全省民政工作会议/)
    await undo.click()
    await report(page, /湖北/).waitFor()
    const card = page.locator('.notice-card').filter({ hasText: '已撤销：移到回收站' })
    await card.getByRole('button', { name: '重做' }).click()
    await report(page, /湖北/).waitFor({ state: 'detached' })
  })

  it('take back an import by the keyboard: its reports go to the bin, and come again', async () => {
    const { page } = journey
    await openSample(page)
    await page.keyboard.press('Control+z')
    await report(page, /湖北/).waitFor({ state: 'detached' })
    await page.getByText('已撤销：导入').first().waitFor()
    await page.keyboard.press('Control+y')
    await report(page, /湖北/).waitFor()
    await page.keyboard.press('Alt+h')
    const history = page.getByRole('dialog', { name: '历史' })
    await history.getByText(/^导入 /).waitFor()
    await page.keyboard.press('Escape')
    await history.waitFor({ state: 'detached' })
  })

  it('leave a text field its own keys', async () => {
    const { page } = journey
    await openSample(page)
    await page.keyboard.press('/')
    await page.keyboard.type('养老')
    await page.keyboard.press('Control+z')
    await expect.poll(() => page.locator('#search').inputValue(), patient).not.toBe('养老')
    await expect(report(page, /湖北/).count()).resolves.toBe(1)
  })
})

describe('libraries', () => {
  it('are made, opened and switched while the window stays open; each comes back as it was', async () => {
    const { page } = journey
    await openSample(page)
    await page.getByRole('button', { name: '资料库：library' }).click()
    await page.getByRole('menuitem', { name: '新建资料库…' }).click()
    await page.getByRole('textbox', { name: '名称' }).fill('长三角 2023')
    await page.getByRole('button', { name: '新建并打开' }).click()
    await page.getByRole('button', { name: '资料库：长三角 2023' }).waitFor()
    await page.getByRole('button', { name: '打开示例资料' }).waitFor()
    expect(existsSync(join(journey.folder, 'program', '长三角 2023.duizhao'))).toBe(true)
    await page.getByRole('button', { name: '资料库：长三角 2023' }).click()
    await page.getByRole('menuitem', { name: /^library/ }).click()
    await page.getByRole('button', { name: '资料库：library' }).waitFor()
    await page.getByRole('grid', { name: '对照表' }).waitFor()
    await expect(cellOf(page, '养老服务', 0).locator('blockquote').count()).resolves.toBeGreaterThan(0)
  })

  it('that are none are refused where the path was written, with what to do next; by the keyboard alone', async () => {
    const { page, folder } = journey
    const other = join(folder, '笔记.txt')
    writeFileSync(other, '虚构样例：不是资料库。')
    await page.getByRole('button', { name: '打开示例资料' }).waitFor()
    await command(page, '打开资料库')
    const field = page.getByRole('textbox', { name: '完整路径' })
    await field.waitFor()
    await expect.poll(() => field.evaluate((element) => element === document.activeElement), patient).toBe(true)
    await page.keyboard.type(other)
    await page.keyboard.press('Enter')
    const alert = page.getByRole('alert')
    await alert.waitFor()
    await expect(alert.textContent()).resolves.toMatch(/不是对照的资料库.*\.duizhao/)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '打开示例资料' }).waitFor()
  })
})

describe('a restart', () => {
  it('finds language, look and size of text as they were left, in a browser too', async () => {
    const data = mkdtempSync(join(tmpdir(), 'duizhao-data-'))
    try {
      await journey.again({ data })
      await journey.page.getByRole('button', { name: '打开示例资料' }).waitFor()
      await command(journey.page, '深色')
      await command(journey.page, '引文字号：大')
      const written = journey.page.waitForResponse((response) => response.url().endsWith('preferences.write'))
      await command(journey.page, 'Language: English')
      await written
      await journey.again({ data })
      await journey.page.getByRole('button', { name: 'Open the sample' }).waitFor()
      await expect(look(journey.page)).resolves.toBe('dark')
      await expect(journey.page.locator('html').getAttribute('data-text-size')).resolves.toBe('large')
    } finally {
      rmSync(data, { recursive: true, force: true })
    }
  })
})

describe('notices', () => {
  it('can be read later with kind, time and what to do next, and cleared one by one', async () => {
    const { page, folder } = journey
    const [good, bad] = [join(folder, '民政报道.txt'), join(folder, '空文件.txt')]
    copyFileSync(seed, good)
    writeFileSync(bad, '')
    await page.locator('.drop-area').drop({ files: [bad, good] })
    await page.locator('.outcomes li', { hasText: '空文件.txt' }).waitFor()
    await page.getByRole('button', { name: '知道了' }).click()
    await page.keyboard.press('Alt+n')
    const dialog = page.getByRole('dialog', { name: '通知' })
    const notice = dialog.getByRole('listitem').filter({ hasText: '空文件.txt' })
    await notice.waitFor()
    await expect(notice.textContent()).resolves.toMatch(/导入\d\d:\d\d/)
    await expect(notice.locator('.past-failure').textContent()).resolves.toMatch(/空文件\.txt 这是一个空文件（0 字节）。请从原处重新取一份。/)
    await notice.getByRole('button', { name: '清除这一条' }).click()
    await dialog.getByText('还没有通知').waitFor()
  })
})

describe('settings', () => {
  it('change the size of quotations at once, and say where the library lies', async () => {
    const { page } = journey
    await openSample(page)
    const sizeOf = (): Promise<string> => page.locator('[role="gridcell"] blockquote').first().evaluate((element) => getComputedStyle(element).fontSize)
    const before = parseFloat(await sizeOf())
    await page.getByRole('contentinfo').getByRole('button', { name: '设置' }).click()
    await page.getByRole('heading', { name: '设置' }).waitFor()
    await expect.poll(() => page.getByRole('region', { name: '资料库' }).textContent(), patient).toContain(join(journey.folder, 'library.duizhao'))
    await page.getByRole('radiogroup', { name: '引文字号' }).getByRole('radio', { name: '大' }).click()
    await page.keyboard.press('Alt+2')
    await page.getByRole('grid', { name: '对照表' }).waitFor()
    expect(parseFloat(await sizeOf())).toBeGreaterThan(before)
  })
})

describe('empty states', () => {
  it('where nothing is compared, one click compares', async () => {
    const { page } = journey
    await openSample(page)
    await command(page, '清空比较')
    await page.getByRole('button', { name: '比较全部' }).click()
    await page.getByRole('grid', { name: '对照表' }).waitFor()
  })
})

describe('the guide', () => {
  const note = (page: Page) => page.getByRole('complementary', { name: '导览' })
  const step = (page: Page, at: number) => note(page).getByText(`${at} / 8`)

  it('goes from step to step by what the person really does', async () => {
    const { page } = journey
    await page.getByRole('button', { name: '开始导览' }).click()
    await step(page, 1).waitFor()
    await page.getByRole('button', { name: '打开示例资料' }).click()
    await step(page, 2).waitFor()
    await page.locator('.guide-ring').waitFor()
    await cellOf(page, '养老服务', 0).locator('blockquote').first().click()
    await step(page, 3).waitFor()
    await page.getByRole('complementary', { name: '原文' }).locator('.mark-place').first().waitFor()
    await page.keyboard.press('Escape')
    await step(page, 4).waitFor()
    await note(page).getByRole('button', { name: '下一步' }).click()
    await step(page, 5).waitFor()
    await page.getByRole('radio', { name: '频次' }).click()
    await step(page, 6).waitFor()
  })

  it('can be left and is taken up where it was, by the keyboard alone', async () => {
    const { page } = journey
    await page.getByRole('button', { name: '打开示例资料' }).waitFor()
    await command(page, '导览')
    await step(page, 1).waitFor()
    const next = note(page).getByRole('button', { name: '下一步' })
    await next.focus()
    await page.keyboard.press('Enter')
    await step(page, 2).waitFor()
    await note(page).getByRole('button', { name: '离开' }).focus()
    await page.keyboard.press('Enter')
    await note(page).waitFor({ state: 'detached' })
    await command(page, 'guide')
    await step(page, 2).waitFor()
  })
})
