import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../main/temporary-folder.ts'
import { openSample } from './journey.ts'
import { eachJourney } from './together.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 90_000 })

let library = ''
const journey = eachJourney(() => {
  library = join(temporaryFolder(), 'mine.duizhao')
  return { library }
})

const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 30_000 })
const item = (page: Page): Locator => page.getByRole('group', { name: '存疑的识读' })
const read = async (page: Page): Promise<string> => `${await item(page).locator('blockquote').textContent()} ${await item(page).locator('.review-machine').textContent()}`

/** 认可, 更正, 未看: of all readings of the reports. */
async function counts(page: Page): Promise<number[]> {
  const line = (await page.getByRole('status').filter({ hasText: '全部识读' }).textContent()) ?? ''
  return [/认可 ([\d,]+)/, /更正 ([\d,]+)/, /未看 ([\d,]+)/].map((figure) => Number(figure.exec(line)?.[1]?.replace(',', '')))
}

describe('the queue of what the program is least sure of', () => {
  it('is gone through with the keyboard alone: accepted, skipped, changed, rejected, undone; it is there after a restart', async () => {
    const { page } = journey
    await openSample(page)
    await page.keyboard.press('Alt+r')
    await item(page).waitFor()
    await soon(() => counts(page)).toEqual([0, 0, expect.any(Number)])
    const [, , all] = await counts(page) as [number, number, number]
    // one thing in its context, with what the program made of it and why it is unsure
    const first = await read(page)
    expect(await item(page).locator('.mark-doubt').count()).toBeGreaterThan(0)
    expect(await item(page).locator('.review-reasons li').count()).toBeGreaterThan(0)

    await item(page).focus()
    await page.keyboard.press('Enter')
    await soon(() => counts(page)).toEqual([1, 0, all - 1])
    const second = await read(page)
    expect(second).not.toBe(first)

    await page.keyboard.press('s')
    await soon(() => read(page)).not.toBe(second)
    expect(await counts(page)).toEqual([1, 0, all - 1])
    await page.keyboard.press('ArrowLeft')
    await soon(() => read(page)).toBe(second)

    // another theme takes its place
    await page.keyboard.press('c')
    await page.getByRole('combobox', { name: '改归哪个主题' }).fill('福利彩票')
    await page.keyboard.press('Enter')
    await soon(async () => (await counts(page))[2]).toBe(all - 2)
    const [confirmed, changed] = await counts(page) as [number, number]
    expect(confirmed).toBe(1)
    expect(changed).toBeGreaterThanOrEqual(1)

    const third = await read(page)
    await page.keyboard.press('x')
    await soon(() => counts(page)).toEqual([1, changed + 1, all - 3])
    expect(await read(page)).not.toBe(third)

    await page.keyboard.press('z')
    await soon(() => counts(page)).toEqual([1, changed, all - 2])
    await soon(() => read(page)).toBe(third)

    const again = await journey.again({ library })
    await item(again).waitFor()
    await soon(() => counts(again)).toEqual([1, changed, all - 2])
    expect(await read(again)).toBe(third)
  })
})

describe('narrowed to one part of one report', () => {
  it('comes to an end that says what is left', async () => {
    const { page } = journey
    await openSample(page)
    await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '核对' }).click()
    await item(page).waitFor()
    await page.getByRole('combobox', { name: '内容' }).selectOption({ label: '标题、省份、日期等' })
    await page.getByRole('combobox', { name: '报告', exact: true }).selectOption({ index: 2 })
    // Hubei's year is taken from the other report of the file
    await item(page).getByText('年份据同一文件的另一篇推定').waitFor()
    await item(page).getByRole('button', { name: /^看原文/ }).click()
    await page.getByRole('complementary', { name: '原文' }).waitFor()
    await item(page).getByRole('button', { name: /^认可/ }).click()
    await page.getByText('存疑的都看过了').waitFor()
    await soon(() => page.getByText(/另有 [\d,]+ 条识读程序较有把握/).count()).toBe(1)
    await page.getByRole('button', { name: '上一条' }).click()
    await soon(() => item(page).getByText('已认可').count()).toBe(1)
  })
})

describe('the list of reports', () => {
  it('shows how far the readings of each have been looked at, when that column is chosen, and sorts by it', async () => {
    const { page } = journey
    await openSample(page)
    await page.keyboard.press('Alt+r')
    await item(page).waitFor()
    await soon(() => counts(page)).toEqual([0, 0, expect.any(Number)])
    await item(page).press('Enter')
    await soon(() => counts(page)).toEqual([1, 0, expect.any(Number)])
    const [, , unseen] = await counts(page) as [number, number, number]

    await page.getByRole('navigation').getByRole('button', { name: /^资料库/ }).click()
    await page.getByRole('button', { name: '列', exact: true }).click()
    await page.getByRole('checkbox', { name: '核对', exact: true }).check()
    await page.keyboard.press('Escape')
    const list = page.getByRole('grid', { name: '报告列表' })
    const cells = async (): Promise<string[]> => {
      const lines = await list.locator('.report-line-row').all()
      const said = await Promise.all(lines.map(async (line) => ({ at: Number(await line.getAttribute('aria-rowindex')), cell: (await line.locator('.cell-review').textContent()) ?? '' })))
      return said.sort((a, b) => a.at - b.at).map(({ cell }) => cell)
    }
    const untouched = /^未看 \d+$/
    const looked = /^认可 1 · 更正 0未看 \d+$/
    await soon(async () => (await cells()).filter((cell) => untouched.test(cell) || looked.test(cell)).length).toBe(2)
    expect((await cells()).map((cell) => Number(/未看 (\d+)/.exec(cell)![1])).reduce((sum, count) => sum + count)).toBe(unseen)
    const head = list.getByRole('columnheader', { name: /^核对/ }).getByRole('button')
    await head.click()
    await soon(cells).toEqual([expect.stringMatching(untouched), expect.stringMatching(looked)])
    await head.click()
    await soon(cells).toEqual([expect.stringMatching(looked), expect.stringMatching(untouched)])
  })
})
