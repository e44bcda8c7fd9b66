import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openSample } from './journey.ts'
import { eachJourney } from './together.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })
const patient = 90_000

const journey = eachJourney()

beforeEach(() => journey.page.setDefaultTimeout(patient))

/** The reports of the library's list at the side. */
const listed = (page: Page): Locator => page.locator('.report-item')

const listbox = (page: Page): Locator => page.getByRole('listbox', { name: '文件的文字，按文章排列' })

const awaitReports = async (page: Page, count: number): Promise<void> =>
  void (await page.waitForFunction((wanted) => document.querySelectorAll('.report-item').length === wanted, count, { timeout: patient }))

const previewed = (page: Page): Locator => page.getByRole('region', { name: '将得到' }).getByRole('listitem')

const awaitPreview = (page: Page, count: number): Promise<void> =>
  page.getByRole('region', { name: '将得到' }).getByText(`${count} 份报告`, { exact: true }).waitFor()

async function openFirstReport(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/view?report=1'))
  await page.getByRole('button', { name: '划分文章…' }).waitFor({ timeout: patient })
}

describe('the articles of a page, put right by hand', () => {
  it('with the mouse: split wrongly, three reports; undone by Ctrl Z, done again, back to the machine’s', async () => {
    const { page } = journey
    await openSample(page)
    await openFirstReport(page)
    await page.getByRole('button', { name: '划分文章…' }).click()
    await listbox(page).waitFor()
    expect(await page.getByRole('button', { name: '应用', exact: true }).isDisabled()).toBe(true)
    await page.getByRole('option').filter({ hasText: '王文序要求' }).first().click()
    await page.getByRole('button', { name: '在此分开' }).click()
    await awaitPreview(page, 3)
    expect(await previewed(page).count()).toBe(3)
    await awaitReports(page, 2)
    await page.getByRole('button', { name: '应用', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await awaitReports(page, 3)
    await page.locator('body').press('Control+z')
    await awaitReports(page, 2)
    expect(await listed(page).allInnerTexts()).toEqual([expect.stringContaining('浙江'), expect.stringContaining('湖北')])
    await page.locator('body').press('Control+Shift+z')
    await awaitReports(page, 3)
    await openFirstReport(page)
    await page.getByRole('button', { name: '划分文章…' }).click()
    await listbox(page).waitFor()
    expect(await page.getByText('手工', { exact: true }).count()).toBe(2)
    await page.getByRole('button', { name: '恢复机器划分' }).click()
    await awaitPreview(page, 2)
    await page.getByRole('button', { name: '应用', exact: true }).click()
    await awaitReports(page, 2)
  })

  it('with the keyboard alone: merge, see one report, take it back inside, split, leave out, apply, undo', async () => {
    const { page } = journey
    await openSample(page)
    await openFirstReport(page)
    await page.getByRole('button', { name: '划分文章…' }).focus()
    await page.keyboard.press('Enter')
    await listbox(page).waitFor()
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'listbox')
    await page.keyboard.press('End')
    await page.keyboard.press('m')
    await awaitPreview(page, 1)
    await page.keyboard.press('Control+z')
    await awaitPreview(page, 2)
    expect(await page.getByText('机器划分', { exact: true }).count()).toBe(2)
    await page.keyboard.press('Home')
    for (let n = 0; n < 12; n++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('s')
    await awaitPreview(page, 3)
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('x')
    await page.getByRole('group', { name: /不属于任何一篇/ }).waitFor()
    await page.getByText(/^另有 \d+ 字不收入$/).waitFor()
    // Esc asks before it throws away what was done
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '继续划分' }).press('Enter')
    await page.getByRole('button', { name: '应用', exact: true }).focus()
    await page.keyboard.press('Enter')
    await awaitReports(page, 3)
    await page.keyboard.press('Control+z')
    await awaitReports(page, 2)
  })
})

// 虚构样例
const invented = '浙江召开全省民政工作会议\n2月10日，全省民政工作会议在杭州召开。会议强调，要建好邻里食堂，办好养老服务。\n'

describe('another encoding (虚构样例)', () => {
  it('is a change that Ctrl Z takes back', async () => {
    const { page, folder } = journey
    const path = join(folder, 'invented.txt')
    writeFileSync(path, invented)
    await page.locator('.drop-area').drop({ files: [path] })
    await awaitReports(page, 1)
    await openFirstReport(page)
    const title = page.getByRole('heading', { name: '浙江召开全省民政工作会议' }).first()
    await title.waitFor()
    await page.getByLabel('换一种编码重读').selectOption('gb18030')
    await title.waitFor({ state: 'detached' })
    await page.locator('body').press('Control+z')
    await title.waitFor()
  })
})
