import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { encodeAs } from '../main/readers/encode.ts'
import { markedText, seed, withoutSpace } from './journey.ts'
import { eachJourney } from './together.ts'

const seedText = readFileSync(seed, 'utf8')

// a browser, a host and its parser processes for each journey: patience on a busy machine
const patience = 120_000
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

const journey = eachJourney()

beforeEach(() => journey.page.setDefaultTimeout(patience))

const drop = (page: Page, files: string[]): Promise<unknown> => page.locator('.drop-area').drop({ files })
const poll = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: patience, interval: 250 })

interface Rect {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

// 虚构样例
const sentences = [
  '会议强调，要推进养老服务体系建设，办好老年食堂和社区助餐点。',
  '会议指出，要健全分层分类的社会救助体系，兜住民生底线。',
  '会议要求，要完善社区治理，规范婚姻登记服务。'
]
const article = `3月1日，甘肃省民政工作会议在兰州召开。${sentences.join('')}`

/** The invented report as a page of A4 (793.7 × 1122.5 CSS pixels) whose width does not depend on the paper. */
const printed = `<!doctype html><html lang="zh-CN"><style>body { margin: 0; background: #fff; font: 17px/32px 'Noto Serif CJK SC' }
  h1 { position: absolute; left: 90px; top: 70px; font-size: 26px; margin: 0 } p { position: absolute; left: 90px; top: 150px; width: 610px; margin: 0 }</style>
  <h1>甘肃召开全省民政工作会议</h1><p>${article}</p>`
const paper = { width: 210 * (96 / 25.4), height: 297 * (96 / 25.4) }

describe('a printed report (虚构样例)', () => {
  it('is shown as its page, with the quotation marked over its own characters, and a click on a word leads back', async () => {
    const { page, folder } = journey
    const { pdf, rectsOf } = await printReport()
    writeFileSync(join(folder, '虚构.pdf'), pdf)
    await drop(page, [join(folder, '虚构.pdf')])
    const quotation = page.locator('blockquote').filter({ hasText: '老年食堂' }).first()
    await quotation.click()
    const original = page.getByRole('region', { name: '版面' })
    await original.locator('img').waitFor()
    const quoted = (await quotation.textContent()) ?? ''
    await expectMarks(original, await rectsOf(quoted))

    await original.focus()
    await page.keyboard.press('+')
    await page.keyboard.press('+')
    await expect(page.getByRole('button', { name: '适合宽度（0）' }).textContent()).resolves.toBe('150%')
    await expectMarks(original, await rectsOf(quoted))
    await page.keyboard.press('0')

    const [word] = await rectsOf('分层分类')
    const frame = await original.locator('.page-of-file').boundingBox()
    if (word === undefined || frame === null) throw new Error('the page is not drawn')
    await page.mouse.click(frame.x + ((word.left + word.right) / 2) * frame.width, frame.y + ((word.top + word.bottom) / 2) * frame.height)
    await poll(() => markedText(page.locator('.reading-text'))).toContain('分层分类')
    await expectMarks(original, await rectsOf(await markedText(page.locator('.reading-text'))))

    await page.getByRole('radio', { name: '文字行' }).click()
    const lines = page.getByRole('list', { name: '原始行' })
    await lines.getByText('第 1 页').waitFor()
    expect(withoutSpace(await markedText(lines))).toBe(withoutSpace(await markedText(page.locator('.reading-text'))))
  })
})

describe('a picture of a report (虚构样例)', () => {
  it('is recognised before the eyes of the person, and marked as recognised wherever it is shown', async () => {
    const { page, folder } = journey
    const picture = await journey.browser.newPage({ viewport: { width: 800, height: 420 }, deviceScaleFactor: 1.5 })
    await picture.setContent(printed)
    await picture.screenshot({ path: join(folder, '虚构.png') })
    await picture.close()
    await drop(page, [join(folder, '虚构.png')])
    await page.getByRole('region', { name: '虚构.png' }).getByRole('progressbar').waitFor()
    await expect(page.getByRole('contentinfo').textContent()).resolves.toMatch(/识别/)
    const quotation = page.locator('figure').filter({ hasText: '老年食堂' }).first()
    await quotation.waitFor()
    await expect(quotation.locator('.place-line').textContent()).resolves.toMatch(/识别文字 \d+%/)
    await expect(page.locator('.report-item').textContent()).resolves.toMatch(/识别文字 \d+%/)
    await quotation.locator('blockquote').click()
    const original = page.getByRole('region', { name: '版面' })
    await original.locator('img').waitFor()
    await expect(page.locator('.sheet-header').textContent()).resolves.toMatch(/识别文字 \d+%/)
    const quoted = (await quotation.locator('blockquote').textContent()) ?? ''
    const { rectsOf } = await printReport({ width: 800, height: 420 })
    await expectMarks(original, await rectsOf(quoted), 0.6)
    await page.keyboard.press('/')
    await page.keyboard.type('老年食堂')
    await page.getByRole('option').filter({ hasText: /识别文字 \d+%/ }).first().waitFor()
  })
})

describe('a sheet whose columns are not settled (虚构样例)', () => {
  it('asks the person, keeps what is left unanswered, and reads each row as a report once it is confirmed', async () => {
    const { page, folder } = journey
    const rows = ['甘肃省', '青海省'].map((province, index) => `${index + 1},${province},2023-03-0${index + 1},${article.replaceAll('甘肃省', province)}`)
    writeFileSync(join(folder, '材料.csv'), ['编号,所在地,哪一天,材料', ...rows].join('\n'))
    await drop(page, [join(folder, '材料.csv')])
    const confirm = page.getByRole('button', { name: '确认列…' })
    await confirm.click()
    const dialog = page.getByRole('dialog', { name: '这张表的各列是什么？' })
    await expect(dialog.getByRole('columnheader').allTextContents()).resolves.toContain('正文材料')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await confirm.click()
    await poll(() => dialog.getByLabel(/^正文/).evaluate((element) => element === document.activeElement)).toBe(true)
    await dialog.getByLabel('省份').selectOption({ label: '所在地' })
    await dialog.getByLabel('日期').selectOption({ label: '哪一天' })
    await expect(dialog.getByRole('columnheader').allTextContents()).resolves.toEqual([' 编号', '省份所在地', '日期哪一天', '正文材料'])
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    for (const [province, date] of [['甘肃', '2023-03-01'], ['青海', '2023-03-02']] as const) {
      await page.locator('.report-item').filter({ hasText: province }).filter({ hasText: date }).waitFor()
    }
    await expect(confirm.count()).resolves.toBe(0)
  })
})

describe('the same report twice', () => {
  it('is offered, decided by the person, left out of the comparison when it is the same, and can be taken back', async () => {
    const { page, folder } = journey
    writeFileSync(join(folder, '甲.txt'), seedText)
    await drop(page, [join(folder, '甲.txt')])
    await poll(() => page.locator('.report-item').count()).toBe(2)
    writeFileSync(join(folder, '乙.txt'), `${seedText}\n`)
    await drop(page, [join(folder, '乙.txt')])
    await page.getByRole('button', { name: '疑似重复 2 对', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '疑似重复的报告' })
    await dialog.getByText('程序不会自行合并').waitFor()
    const first = dialog.getByRole('listitem').filter({ hasText: '浙江' })
    await expect(first.textContent()).resolves.toMatch(/100% 相同.*甲\.txt.*乙\.txt/)
    await first.getByRole('button', { name: '同一份报告' }).click()
    await dialog.getByText('已定：同一份报告').waitFor()
    await dialog.getByRole('button', { name: '同一报告的两个版本' }).click()
    await dialog.getByText('没有待定的疑似重复').waitFor()
    await page.keyboard.press('Escape')
    const items = page.locator('.report-item')
    const zhejiang = items.filter({ hasText: '浙江' })
    await poll(() => zhejiang.filter({ hasText: '同一份' }).count()).toBe(2)
    await poll(() => items.filter({ hasText: '湖北' }).filter({ hasText: '版本' }).count()).toBe(2)
    await poll(() => zhejiang.getByRole('checkbox', { checked: true }).count()).toBe(1)
    await poll(() => items.filter({ hasText: '湖北' }).getByRole('checkbox', { checked: true }).count()).toBe(2)

    await zhejiang.nth(1).getByRole('button').click()
    await page.getByRole('button', { name: /^撤销: 浙江/ }).click()
    await page.getByRole('button', { name: '疑似重复 1 对', exact: true }).waitFor()
    await poll(() => zhejiang.getByRole('checkbox', { checked: true }).count()).toBe(2)
  })
})

describe('a text in a wrong encoding', () => {
  it('is read again in the encoding that the person names, and stays open', async () => {
    const { page, folder } = journey
    writeFileSync(join(folder, '国标.txt'), encodeAs(seedText, 'gb18030'))
    await drop(page, [join(folder, '国标.txt')])
    await page.locator('.report-item').filter({ hasText: '浙江' }).getByRole('button').click()
    const choice = page.getByLabel('换一种编码重读')
    await expect(choice.inputValue()).resolves.toBe('gb18030')
    const reading = page.locator('.reading-text')
    await reading.getByText('养老').first().waitFor()
    await choice.selectOption('big5')
    await poll(async () => ((await reading.textContent()) ?? '养老').includes('养老')).toBe(false)
    await choice.selectOption('gb18030')
    await reading.getByText('养老').first().waitFor()
    await expect(choice.inputValue()).resolves.toBe('gb18030')
  })
})

describe('the reading limits', () => {
  it('are in sight, checked where they are typed, and kept', async () => {
    const { page } = journey
    await page.getByRole('button', { name: '读取限额 512 MB · 10 秒' }).click()
    const memory = page.getByLabel('内存（MB）')
    await memory.fill('100')
    await page.getByText('请填 256 到 8,192 之间的整数。').waitFor()
    await expect(page.getByRole('button', { name: '保存' }).isDisabled()).resolves.toBe(true)
    await page.getByRole('button', { name: '默认' }).click()
    await expect(memory.inputValue()).resolves.toBe('512')
    await page.getByLabel('每个文件的处理时间（秒）').fill('20')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '读取限额 512 MB · 20 秒' }).waitFor()
  })
})

/** The report as a PDF, and where its characters stand, as shares of the paper, by the layout of the browser that printed it. */
async function printReport(size = paper): Promise<{ pdf: Buffer; rectsOf: (text: string) => Promise<Rect[]> }> {
  const context = await journey.browser.newContext({ viewport: { width: 794, height: 1123 } })
  const printer = await context.newPage()
  await printer.setContent(printed)
  const pdf = await printer.pdf({ format: 'A4', printBackground: true, margin: { top: 0, right: 0, bottom: 0, left: 0 } })
  const { width, height } = size
  const wanted = await printer.evaluate(() => {
    const node = document.querySelector('p')?.firstChild
    const text = node?.textContent ?? ''
    return [...text].map((character, at) => {
      const range = document.createRange()
      range.setStart(node!, at)
      range.setEnd(node!, at + 1)
      const { left, right, top, bottom } = range.getBoundingClientRect()
      return { character, left, right, top, bottom }
    })
  })
  await context.close()
  const whole = wanted.map(({ character }) => character).join('')
  const rectsOf = (text: string): Promise<Rect[]> => {
    const at = whole.indexOf(text)
    if (at === -1) return Promise.reject(new Error(`not on the page: ${text}`))
    const lines: Rect[] = []
    for (const { left, right, top, bottom } of wanted.slice(at, at + text.length)) {
      const last = lines.at(-1)
      if (last !== undefined && Math.abs(last.top - top / height) < 1e-6) lines[lines.length - 1] = { ...last, right: right / width }
      else lines.push({ left: left / width, right: right / width, top: top / height, bottom: bottom / height })
    }
    return Promise.resolve(lines)
  }
  return { pdf, rectsOf }
}

/** One mark for each line, on its characters: sideways to `within` of a character, and through the middle of the line. */
async function expectMarks(original: Locator, expected: readonly Rect[], within = 0.3): Promise<void> {
  await poll(() => original.locator('.page-mark').count()).toBe(expected.length)
  const marks = await original.locator('.page-of-file').evaluate((page) => {
    const frame = page.getBoundingClientRect()
    return [...page.querySelectorAll('.page-mark')].map((mark) => {
      const box = mark.getBoundingClientRect()
      return {
        left: (box.left - frame.left) / frame.width,
        right: (box.right - frame.left) / frame.width,
        top: (box.top - frame.top) / frame.height,
        bottom: (box.bottom - frame.top) / frame.height
      }
    })
  })
  const character = (17 / paper.width) * within
  for (const [index, line] of expected.entries()) {
    const mark = marks[index]!
    expect(Math.abs(mark.left - line.left), `left of line ${index + 1}`).toBeLessThan(character)
    expect(Math.abs(mark.right - line.right), `right of line ${index + 1}`).toBeLessThan(character)
    const middle = (line.top + line.bottom) / 2
    expect(mark.top < middle && middle < mark.bottom, `middle of line ${index + 1}`).toBe(true)
    expect(mark.bottom - mark.top, `height of line ${index + 1}`).toBeLessThan((line.bottom - line.top) * 1.4)
  }
  await poll(() => original.locator('.page-mark').first().evaluate(isInPane)).toBe(true)
}

function isInPane(element: Element): boolean {
  const box = element.getBoundingClientRect()
  const frame = element.closest('[data-scroller]')?.getBoundingClientRect()
  return frame !== undefined && box.top >= frame.top && box.bottom <= frame.bottom && box.left >= frame.left - 1 && box.left < frame.right
}
