import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { describe, expect, it, vi } from 'vitest'
import { Refusal } from '#core/contract/problem.ts'
import { readDocx } from '../../src-main/readers/docx/read-docx.ts'
import { cellOf, markedText, openSample, seed, withoutSpace } from './journey.ts'
import { eachJourney } from './together.ts'

// a browser and a host of its own for each journey: patience on a busy machine
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 })

const journey = eachJourney()

describe('the sample', () => {
  it('is one click away, and shows Zhejiang and Hubei side by side', async () => {
    const { page } = journey
    await openSample(page)
    const heads = page.getByRole('columnheader')
    await expect(heads.nth(1).getByRole('button').textContent()).resolves.toBe('浙江')
    await expect(heads.nth(2).getByRole('button').textContent()).resolves.toBe('湖北')
    await expect(heads.nth(2).textContent()).resolves.toContain('年份推定')
    for (const theme of ['养老服务', '社会救助', '社区治理']) {
      for (const column of [0, 1]) {
        await expect(cellOf(page, theme, column).locator('blockquote').count(), `${theme} ${column}`).resolves.toBeGreaterThan(0)
      }
    }
    await expect(cellOf(page, '残疾人', 0).textContent()).resolves.toContain('待读')
    await expect(page.getByRole('contentinfo').textContent()).resolves.toMatch(/已保存 \d\d:\d\d.*离线.*编码本.*2 份报告/)
  })

  it('leads from every quotation to its exact characters in the file', async () => {
    const { page } = journey
    await openSample(page)
    const raw = readFileSync(seed, 'utf8')
    for (const [theme, column] of [['养老服务', 0], ['养老服务', 1], ['社会救助', 1], ['社区治理', 0], ['党的领导', 0], ['殡葬', 1]] as const) {
      const quotation = cellOf(page, theme, column).locator('blockquote').first()
      await quotation.click()
      const sheet = page.getByRole('complementary', { name: '原文' })
      const reading = sheet.getByLabel('阅读文本').locator('.reading-text')
      const lines = sheet.getByRole('list', { name: '原始行' })
      await lines.locator('.mark-place').first().waitFor()
      const quoted = (await quotation.textContent()) ?? ''
      await expect.poll(() => markedText(reading)).toBe(quoted)
      const original = await markedText(lines)
      expect(withoutSpace(original)).toBe(withoutSpace(quoted))
      for (const line of await lines.locator('li:has(.mark-place)').all()) {
        const number = Number(await line.getAttribute('data-line'))
        const text = (await line.locator('> span').last().textContent()) ?? ''
        expect(raw.split('\n')[number - 1]).toBe(text)
      }
    }
  })

  it('leads back from any sentence of the reading text, and from any selection, which stays selected', async () => {
    const { page } = journey
    await openSample(page)
    await page.getByRole('button', { name: /^阅读：\s*浙江/ }).click()
    const reading = page.locator('.reading-text')
    const lines = page.getByRole('list', { name: '原始行' })
    const first = reading.locator('p').first()
    await first.evaluate((element) => element.scrollIntoView({ block: 'start' }))
    const box = await first.boundingBox()
    if (box === null) throw new Error('the first paragraph is not drawn')
    await page.mouse.click(box.x + 40, box.y + 12)
    await lines.locator('.mark-place').first().waitFor()
    const sentence = await markedText(reading)
    expect(sentence).toMatch(/[，。；]$/)
    expect(withoutSpace(await markedText(lines))).toBe(withoutSpace(sentence))
    // what is known of the place now stands above the text
    const now = await first.boundingBox()
    if (now === null) throw new Error('the first paragraph is not drawn')
    await page.mouse.move(now.x + 40, now.y + 12)
    await page.mouse.down()
    await page.mouse.move(now.x + 160, now.y + 12, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(await markedText(reading))
    expect(withoutSpace(await markedText(lines))).toBe(withoutSpace(await markedText(reading)))
  })

  it('shows the first marked line in sight, and closes back to the cell', async () => {
    const { page } = journey
    await openSample(page)
    await cellOf(page, '养老服务', 1).locator('blockquote').last().click()
    const mark = page.getByRole('list', { name: '原始行' }).locator('.mark-place').first()
    await mark.waitFor()
    await expect.poll(() => mark.evaluate(isInScroller)).toBe(true)
    await expect.poll(() => page.locator('.reading-text .mark-place').first().evaluate(isInScroller)).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('complementary', { name: '原文' }).waitFor({ state: 'detached' })
    await expect(page.locator(':focus').getAttribute('role')).resolves.toBe('gridcell')
  })
})

describe('the table', () => {
  it('shows only the themes that are pressed, and all again', async () => {
    const { page } = journey
    await openSample(page)
    const rows = page.getByRole('rowheader')
    const all = await rows.count()
    await page.getByRole('region', { name: '主题' }).getByRole('button', { name: /^养老服务/ }).click()
    await expect.poll(() => rows.count()).toBe(1)
    await expect(rows.textContent()).resolves.toContain('Elderly care')
    await page.getByRole('button', { name: '显示全部' }).click()
    await expect.poll(() => rows.count()).toBe(all)
  })

  it('is narrowed to the quotations that hold some words', async () => {
    const { page } = journey
    await openSample(page)
    await page.getByRole('searchbox', { name: '在表中筛选词句' }).fill('慈善')
    await expect.poll(async () => (await page.locator('blockquote').allTextContents()).every((text) => text.includes('慈善'))).toBe(true)
    await expect(page.locator('.mark-hit').first().textContent()).resolves.toBe('慈善')
  })

  it('leaves a report out when its box is cleared', async () => {
    const { page } = journey
    await openSample(page)
    await page.getByRole('checkbox', { name: /湖北/ }).click()
    await expect.poll(() => page.getByRole('columnheader').count()).toBe(2)
  })

  it('counts by five measures, with base and n printed below', async () => {
    const { page } = journey
    await openSample(page)
    await page.getByRole('radio', { name: '频次' }).click()
    for (const measure of ['条数', '字数', '占比', '每千字', '序位']) {
      await page.locator('.counts').getByRole('radio', { name: measure, exact: true }).click()
      await page.getByRole('grid', { name: new RegExp(measure) }).waitFor()
      await expect(page.locator('.figure-foot').textContent()).resolves.toMatch(/n = 2 列、2 份报告/)
    }
    await page.getByRole('button', { name: '按浙江排序' }).click()
    await expect(page.getByRole('columnheader', { name: /浙江/ }).first().getAttribute('aria-sort')).resolves.toMatch(/ending/)
  })

  it('groups by province, and a quotation copied takes its whole origin along', async () => {
    const page = await journey.again({ permissions: ['clipboard-read', 'clipboard-write'] })
    await openSample(page)
    await page.getByRole('radio', { name: '按省份' }).click()
    await page.getByText('主题 × 省份').waitFor()
    const figure = cellOf(page, '养老服务', 0).getByRole('figure').first()
    const quoted = (await figure.locator('blockquote').textContent()) ?? ''
    await figure.hover()
    await figure.getByRole('button', { name: '复制带出处' }).click()
    await figure.getByRole('button', { name: '已复制' }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain(`“${quoted}”`)
    expect(copied).toMatch(/（浙江召开全省民政工作座谈会，2023-02-10，.*\.txt，.*¶\d.*原文 \d+–\d+ 行）$/)
  })

  it('goes out as a workbook that holds the quotations', async () => {
    const { page, folder } = journey
    await openSample(page)
    const quoted = (await cellOf(page, '养老服务', 0).locator('blockquote').first().textContent()) ?? ''
    await page.getByRole('button', { name: '导出对照表' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /Excel 工作簿/ }).click()])
    const path = join(folder, download.suggestedFilename())
    expect(path).toMatch(/\.xlsx$/)
    await download.saveAs(path)
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.readFile(path)
    const names = workbook.worksheets.map((sheet) => sheet.name)
    expect(names).toEqual(expect.arrayContaining(['原文对照', '频次', '目标', '说明']))
    const cells: string[] = []
    workbook.getWorksheet('原文对照')?.eachRow((row) => row.eachCell((cell) => void cells.push(cell.text)))
    expect(cells.some((text) => text.includes(quoted))).toBe(true)
  })

  it('goes out as the tables of a paper, in Word, by the keyboard alone', async () => {
    const { page, folder } = journey
    await openSample(page)
    const quoted = (await cellOf(page, '养老服务', 0).locator('blockquote').first().textContent()) ?? ''
    await page.getByRole('button', { name: '导出对照表' }).focus()
    await page.keyboard.press('Enter')
    const choice = page.getByRole('menuitem', { name: /Word 三线表/ })
    await choice.waitFor()
    const isChosen = (): Promise<boolean> => choice.evaluate((item) => item === document.activeElement)
    for (let step = 0; step < 12 && !(await isChosen()); step++) await page.keyboard.press('ArrowDown')
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    const path = join(folder, download.suggestedFilename())
    expect(path).toMatch(/论文表格 \d{4}-\d\d-\d\d\.docx$/)
    await download.saveAs(path)
    const file = await readDocx(readFileSync(path), { fileName: path, folders: [], encoding: null, columns: null, pageProgress: () => undefined })
    if (file instanceof Refusal) throw file
    const text = file.source.text.replaceAll(/\s/g, '')
    for (const part of ['表1　样本文件一览', '表4　主题频次与占比', quoted, '方法说明']) expect(text).toContain(part.replaceAll(/\s/g, ''))
  })
})

describe('files', () => {
  it('say one by one what became of them, a bad one without harm to a good one', async () => {
    const { page, folder } = journey
    const good = join(folder, '民政报道.txt')
    const bad = join(folder, '空文件.txt')
    copyFileSync(seed, good)
    writeFileSync(bad, '')
    await page.locator('.drop-area').drop({ files: [bad, good] })
    await page.getByRole('grid', { name: '对照表' }).waitFor()
    const outcomes = page.locator('.outcomes')
    await outcomes.waitFor()
    await expect(outcomes.locator('li', { hasText: '空文件.txt' }).getAttribute('data-state')).resolves.toBe('failed')
    await expect(outcomes.locator('li', { hasText: '空文件.txt' }).locator('small').first().textContent()).resolves.toMatch(/[一-鿿]/)
    await expect(outcomes.locator('li', { hasText: '民政报道.txt' }).textContent()).resolves.toContain('读入 2 份报告')
    await page.getByRole('button', { name: '知道了' }).click()
    await page.getByRole('button', { name: /通知/ }).click()
    await page.getByRole('dialog').getByText('空文件.txt').waitFor()
  })

  it('can be stopped while they are read; what was read stays', async () => {
    const { page } = journey
    await page.getByRole('button', { name: '打开示例资料' }).waitFor()
    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer()
      for (let index = 0; index < 2_500; index++) dataTransfer.items.add(new File([`${text}\n${index}`], `报道${index}.txt`))
      document.querySelector('.drop-area')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    }, readFileSync(seed, 'utf8'))
    // while they are handed over and while they are read: there is one card, then the other, then both
    await page.getByRole('button', { name: '停止' }).first().click()
    const card = page.locator('.notice-card').filter({ hasText: '已停止' })
    await card.waitFor()
    const read = Number(/读入 (\d+) 个/.exec((await card.textContent()) ?? '')?.[1] ?? 0)
    expect(read).toBeLessThan(2_500)
    if (read > 0) await page.getByRole('grid', { name: '对照表' }).waitFor()
  })

  it('that are in the library already change nothing, and it is said', async () => {
    const { page, folder } = journey
    await openSample(page)
    const again = join(folder, '又一份.txt')
    copyFileSync(seed, again)
    await page.locator('.drop-area').drop({ files: [again] })
    await page.getByText('已有 1 个').waitFor()
    await expect(page.getByRole('columnheader').count()).resolves.toBe(3)
  })
})

describe('a report that holds markup (虚构样例)', () => {
  it('is shown as the text it is, its file name too', async () => {
    const { page } = journey
    await page.getByRole('button', { name: '打开示例资料' }).waitFor()
    await page.evaluate(() => {
      const text = '甲省召开养老服务工作会议\n3月1日，甲省召开养老服务工作会议，强调要推进<img src=x onerror="document.title=1">养老服务，办好<b>老年食堂</b>。'
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], '<svg onload=alert(1)>.txt'))
      document.querySelector('.drop-area')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    })
    const quotation = page.locator('blockquote').filter({ hasText: '老年食堂' }).first()
    await quotation.waitFor()
    await expect(quotation.textContent()).resolves.toContain('<b>')
    await quotation.click()
    await page.getByRole('list', { name: '原始行' }).getByText('<img src=x').first().waitFor()
    await expect(page.locator('blockquote img, blockquote b, .reading-text img, .original-lines img, .notice-card svg').count()).resolves.toBe(0)
    await expect(page.title()).resolves.toBe('对照')
  })
})

describe('search', () => {
  it('finds a two-character word and opens the source at it', async () => {
    const { page } = journey
    await openSample(page)
    await page.keyboard.press('/')
    await page.keyboard.type('婚姻')
    const first = page.getByRole('option').first()
    await first.waitFor()
    await expect(first.locator('mark').textContent()).resolves.toBe('婚姻')
    await page.keyboard.press('Enter')
    await expect.poll(() => markedText(page.locator('.reading-text'))).toBe('婚姻')
    expect(withoutSpace(await markedText(page.getByRole('list', { name: '原始行' })))).toBe('婚姻')
  })
})

describe('without a mouse', () => {
  it('a person opens the sample, walks the table, reads the source and comes back', async () => {
    const { page } = journey
    const sample = page.getByRole('button', { name: '打开示例资料' })
    await sample.waitFor()
    for (let presses = 0; presses < 60 && !(await sample.evaluate((e) => e === document.activeElement)); presses++) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    const grid = page.getByRole('grid', { name: '对照表' })
    await grid.waitFor()
    const inGrid = (): Promise<boolean> => grid.evaluate((element) => element.contains(document.activeElement))
    for (let presses = 0; presses < 80 && !(await inGrid()); presses++) await page.keyboard.press('Tab')
    const at = (): Promise<string | null> => page.locator(':focus').getAttribute('data-at')
    expect(await at()).toBe('1:1')
    await page.keyboard.press('ArrowRight')
    expect(await at()).toBe('1:2')
    await page.keyboard.press('Home')
    expect(await at()).toBe('1:1')
    await page.keyboard.press('Control+ArrowDown')
    expect(await at()).toMatch(/^[2-9]:1$/)
    const place = await at()
    await page.keyboard.press('Enter')
    await page.locator('.reading-text .mark-place').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('complementary', { name: '原文' }).waitFor({ state: 'detached' })
    expect(await at()).toBe(place)
  })
})

describe('the window', () => {
  it('speaks English at once, down to the dates, and leaves the reports Chinese', async () => {
    const { page } = journey
    await openSample(page)
    await page.getByRole('radio', { name: 'EN' }).click()
    await page.getByRole('grid', { name: 'Comparison' }).waitFor()
    await expect(page.locator('html').getAttribute('lang')).resolves.toBe('en')
    await expect(page.getByRole('columnheader').nth(1).textContent()).resolves.toContain('Zhejiang')
    await expect(page.locator('blockquote').first().textContent()).resolves.toMatch(/[一-鿿]/)
    await expect(page.getByRole('contentinfo').textContent()).resolves.toContain('Offline')
  })

  it.each(['light', 'dark'] as const)('is %s where the system is, with text that stands out from its paper', async (colorScheme) => {
    const page = await journey.again({ colorScheme })
    await openSample(page)
    const contrasts = await page.evaluate(() =>
      ['blockquote', '.place-line button', '.theme-button', '.theme-button small', '.rail-line span', '.bottom-line', '.column-header p', '.inferred', '.theme-name small', '.absent', '.tag'].map((selector) => {
        const element = document.querySelector(selector)
        if (element === null) return { selector, contrast: 0 }
        const light = (color: string): number => {
          const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
            const value = Number(part) / 255
            return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
          })
          return 0.2126 * r + 0.7152 * g + 0.0722 * b
        }
        let paper: Element | null = element
        while (paper !== null && getComputedStyle(paper).backgroundColor === 'rgba(0, 0, 0, 0)') paper = paper.parentElement
        const a = light(getComputedStyle(element).color)
        const b = light(getComputedStyle(paper ?? document.body).backgroundColor)
        return { selector, contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) }
      })
    )
    await expect(page.locator('html').getAttribute('data-look')).resolves.toBe(colorScheme)
    for (const { selector, contrast } of contrasts) expect(contrast, selector).toBeGreaterThan(4.5)
  })

  it('stacks the columns by theme when it is narrow, and never scrolls sideways', async () => {
    const page = await journey.again({ viewport: { width: 900, height: 800 } })
    await openSample(page)
    const [left, right] = await Promise.all([0, 1].map((column) => cellOf(page, '养老服务', column).boundingBox()))
    expect(right?.y).toBeGreaterThanOrEqual((left?.y ?? 0) + (left?.height ?? 0))
    const overflow = await page.locator('.matrix-scroll').evaluate((element) => element.scrollWidth - element.clientWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })

  it('says how to come back when the page was reloaded: its pass is used once', async () => {
    const { page } = journey
    await page.getByRole('button', { name: '打开示例资料' }).waitFor()
    await page.reload()
    await page.getByRole('alert').waitFor()
    await expect(page.getByRole('alert').textContent()).resolves.toContain('重新打开窗口')
  })
})

function isInScroller(element: Element): boolean {
  const box = element.getBoundingClientRect()
  const frame = element.closest('[data-scroller]')?.getBoundingClientRect()
  return frame !== undefined && box.top >= frame.top - 1 && box.top < frame.bottom
}
