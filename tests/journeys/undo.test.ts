import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { importByCommand, openSample, seed } from './journey.ts'
import { eachJourney, preparedOnce } from './together.ts'

/** Nothing vanishes unseen: what undoing would take away is shown first, what it took away is said, and comes back. */

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

const copies = preparedOnce((library, folder) => {
  const texts = join(folder, '虚构样例')
  mkdirSync(texts)
  for (const [province, city] of [['安徽', '合肥'], ['江西', '南昌'], ['湖南', '长沙'], ['广东', '广州']] as const) {
    writeFileSync(join(texts, `${province}.txt`), `${province}召开全省民政工作会议\n1月5日，2024年${province}省民政工作会议在${city}召开。会议要求，健全养老服务体系，发展慈善事业。这是虚构样例。`)
  }
  importByCommand(library, [seed, texts])
})

const journey = eachJourney(() => ({ library: copies.next() }))

const until = <T>(read: () => T) => expect.poll(read, { timeout: 40_000 })

const table = (page: Page): Locator => page.getByRole('grid', { name: '报告列表' })
const lines = (page: Page): Promise<number> => table(page).locator('.report-line-row').count()
const question = (page: Page, name = '撤销这一步？'): Locator => page.getByRole('dialog', { name })
const card = (page: Page, text: string): Locator => page.locator('.notice-card').filter({ hasText: text })

async function openTable(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: /^资料库/ }).click()
  await until(() => lines(page)).toBe(6)
}

/** By the menu of its line. */
async function bin(page: Page, title: RegExp): Promise<void> {
  await table(page).getByRole('button', { name: title }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: '移到回收站' }).click()
}

describe('a change of an earlier session', () => {
  it('is shown before it is undone: what, when, how many reports; a person can leave it', async () => {
    const { page } = journey
    await openTable(page)
    await page.keyboard.press('Control+z')
    await question(page).waitFor()
    await expect(question(page).textContent()).resolves.toMatch(/导入 5 个文件.*\d{4}-\d\d-\d\d \d\d:\d\d 所做，早于这次打开资料库.*6 份报告会移到回收站.*浙江召开全省民政工作座谈会.*另有 1 份/)
    await question(page).getByRole('button', { name: '取消' }).click()
    await question(page).waitFor({ state: 'detached' })
    await expect(lines(page)).resolves.toBe(6)
  })

  it('undone, says where its reports are, on a page of its own too, and comes back at once; by the keyboard', async () => {
    const { page } = journey
    await openTable(page)
    await page.keyboard.press('Control+z')
    await question(page).waitFor()
    await page.keyboard.press('Enter')
    await card(page, '已撤销：导入 5 个文件').getByText('6 份报告移到了回收站。').waitFor()
    await page.getByRole('heading', { name: '报告都在回收站里' }).waitFor()
    await expect(page.getByRole('button', { name: '打开示例资料' }).count()).resolves.toBe(0)
    await page.getByRole('button', { name: '打开回收站' }).click()
    await until(() => page.getByRole('region', { name: '回收站里的报告' }).getByRole('listitem').count()).toBe(6)
    await card(page, '已撤销').getByRole('button', { name: '重做' }).click()
    await page.getByText('回收站是空的').waitFor()
    await page.getByRole('radio', { name: '列表' }).check()
    await until(() => lines(page)).toBe(6)
  })
})

describe('a change of this session', () => {
  it('is undone without a question, unless it takes more than a handful of reports away', async () => {
    const { page } = journey
    await openTable(page)
    await table(page).focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.getByRole('heading', { name: '报告都在回收站里' }).waitFor()
    await page.keyboard.press('Control+z')
    await until(() => lines(page)).toBe(6)
    await expect(question(page).count()).resolves.toBe(0)
    await page.keyboard.press('Control+y')
    await question(page, '重做这一步？').getByText('6 份报告会移到回收站').waitFor()
    await page.keyboard.press('Escape')
    await question(page, '重做这一步？').waitFor({ state: 'detached' })
    await expect(lines(page)).resolves.toBe(6)
  })

  it('is undone from the history by itself, and done again from the notices', async () => {
    const { page } = journey
    await openTable(page)
    await bin(page, /^阅读：湖北/)
    await until(() => lines(page)).toBe(5)
    await bin(page, /^阅读：江西/)
    await until(() => lines(page)).toBe(4)
    await page.keyboard.press('Alt+h')
    await page.getByRole('dialog', { name: '历史' }).getByRole('button', { name: /^撤销：移到回收站 湖北/ }).click()
    await until(() => lines(page)).toBe(5)
    await table(page).getByRole('button', { name: /^阅读：湖北/ }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+n')
    const notices = page.getByRole('dialog', { name: '通知' })
    await notices.getByText(/^已撤销：移到回收站 湖北/).waitFor()
    await notices.getByRole('button', { name: '重做' }).click()
    await until(() => lines(page)).toBe(4)
  })
})

describe('the way back that stands beside the list', () => {
  it('brings back the reports that were binned, whatever was changed since', async () => {
    const { page } = journey
    await openTable(page)
    await bin(page, /^阅读：湖北/)
    await page.getByText('已把 1 份报告移到回收站').waitFor()
    await table(page).getByRole('button', { name: /^阅读：江西/ }).click({ button: 'right' })
    await page.getByRole('menuitem', { name: '更正标题' }).click()
    await page.getByRole('textbox', { name: '标题' }).fill('改过的标题')
    await page.keyboard.press('Enter')
    await table(page).getByRole('button', { name: '阅读：改过的标题' }).waitFor()
    await page.getByRole('main').getByRole('status').getByRole('button', { name: '撤销' }).click()
    await table(page).getByRole('button', { name: /^阅读：湖北/ }).waitFor()
    await expect(table(page).getByRole('button', { name: '阅读：改过的标题' }).count()).resolves.toBe(1)
  })
})

describe('an import of this session', () => {
  it('is undone at once where it is small', async () => {
    const page = await journey.again({})
    await openSample(page)
    await page.keyboard.press('Control+z')
    await page.getByRole('heading', { name: '报告都在回收站里' }).waitFor()
    await page.getByRole('button', { name: '全部恢复' }).click()
    await page.getByRole('grid', { name: '对照表' }).waitFor()
  })
})

const history = (page: Page): Locator => page.getByRole('dialog', { name: '历史' })
const points = (page: Page): Locator => history(page).getByRole('region', { name: '恢复点' })
const pointLine = (page: Page, name: string): Locator => points(page).getByRole('listitem').filter({ hasText: name })

/** By the palette, as somebody whose hands stay on the keyboard. */
async function keepPoint(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '输入命令、省份或标题' }).fill('记下恢复点')
  await page.getByRole('option').first().getByText('记下恢复点').waitFor()
  await page.keyboard.press('Enter')
  await until(() => points(page).getByRole('textbox', { name: '恢复点名称' }).evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await pointLine(page, name).getByText('此后没有变化').waitFor()
  await page.keyboard.press('Escape')
  await history(page).waitFor({ state: 'detached' })
}

describe('a restore point', () => {
  it('is kept by name, says what has changed since, is gone back to after a look, across restarts; that is undone and done again', async () => {
    await openTable(journey.page)
    await keepPoint(journey.page, '交稿前')
    await bin(journey.page, /^阅读：湖北/)
    await until(() => lines(journey.page)).toBe(5)
    await bin(journey.page, /^阅读：江西/)
    await until(() => lines(journey.page)).toBe(4)

    const page = await journey.again({ library: copies.now() })
    await page.getByRole('navigation').getByRole('button', { name: /^资料库/ }).click()
    await until(() => lines(page)).toBe(4)
    await page.keyboard.press('Alt+h')
    await pointLine(page, '交稿前').getByText('此后：移出报告 2').waitFor()
    await pointLine(page, '交稿前').getByRole('button', { name: '回到：交稿前' }).focus()
    await page.keyboard.press('Enter')
    const asked = question(page, '回到这个恢复点？')
    await asked.waitFor()
    await expect(asked.textContent()).resolves.toMatch(/交稿前.*移出报告 2.*2 份报告会从回收站回来/)
    await page.keyboard.press('Enter')
    await until(() => lines(page)).toBe(6)
    await card(page, '已回到恢复点 交稿前').waitFor()

    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await until(() => lines(page)).toBe(4)
    await page.keyboard.press('Control+y')
    await until(() => lines(page)).toBe(6)
  })

  it('stands before every import without being asked, and is left as it is where the person turns away', async () => {
    const page = await journey.again({})
    await openSample(page)
    await page.keyboard.press('Alt+h')
    await pointLine(page, '导入之前').getByText('此后：新增报告 2').waitFor()
    await points(page).getByRole('button', { name: '回到：导入之前' }).click()
    await question(page, '回到这个恢复点？').getByText('2 份报告会移到回收站').waitFor()
    await page.keyboard.press('Escape')
    await question(page, '回到这个恢复点？').waitFor({ state: 'detached' })
    await page.getByRole('grid', { name: '对照表' }).waitFor()
  })
})
