import { beforeAll, describe, expect, it } from 'vitest'
import type { Box } from '#core/source/source.ts'
import type { PrintedRun } from '../../../../src-main/readers/layout/printed-page.ts'
import { withDocument } from '../../../../src-main/readers/pdf/document.ts'
import { readPage, type PdfPage } from '../../../../src-main/readers/pdf/printed-pages.ts'
import { withoutEmptyMappings } from '../../../../src-main/readers/pdf/to-unicode.ts'
import { hasUsableText, needsRecognition } from '../../../../src-main/readers/pdf/usable-text.ts'
import { printedPdf } from './printed-pdf.ts'
import { songtiText, writtenPdf } from './written-pdf.ts'

function pagesOf(bytes: Uint8Array): Promise<PdfPage[]> {
  return withDocument(bytes, '虚构样例.pdf', (opened) => Array.from({ length: opened.pageCount }, (_, index) => readPage(opened, index)!))
}

const textOf = ({ printed: { runs } }: PdfPage): string => runs.map(({ text }) => text).join('\n')

/** Where a word lies by the edges of the run that holds it. */
function boxOf({ printed: { runs } }: PdfPage, word: string): Box {
  const run = runs.find(({ text }) => text.includes(word))
  if (run?.edges === undefined) throw new Error(`no run with edges holds ${word}`)
  const at = run.text.indexOf(word)
  const [begin, end] = [run.edges[at]!, run.edges[at + word.length]!]
  return run.isVertical === true ? { ...run.box, y: begin, height: end - begin } : { ...run.box, x: begin, width: end - begin }
}

function keepsLaw({ text, edges }: PrintedRun): boolean {
  return edges === undefined || (edges.length === text.length + 1 && edges.every((edge, i) => i === 0 || edge >= edges[i - 1]!))
}

describe('a page that Chromium printed', () => {
  const sentence = '民政工作要以人为本，长远见效，车马门户，水火山石，龙飞凤舞，金玉食音。'
  const sideways = Array.from({ length: 4 }, (_, i) => `<p>第${String(i)}行：横向表格印在竖放的页上（虚构样例）</p>`).join('')
  let pages: readonly PdfPage[]

  beforeAll(async () => {
    const bytes = await printedPdf([
      `<p>${sentence}</p><p>二〇二三年“十四五”规划（虚构样例）；𠮷祥</p><p>小切口——大民生</p>`,
      '<div style="position: absolute; left: 144pt; top: 288pt; font-size: 20pt; line-height: 20pt; white-space: nowrap">坚持绿水青山的理念</div>',
      '<div style="writing-mode: vertical-rl; position: absolute; left: 100pt; top: 50pt; height: 400pt; font-size: 20pt">各地经验，竖排标题</div>',
      `<div style="transform: rotate(-90deg); transform-origin: 0 0; position: absolute; top: 700pt; left: 40pt; width: 600pt">${sideways}</div>`,
      '<hr style="position: absolute; left: 72pt; top: 100pt; width: 300pt; border: 0; border-top: 1pt solid black; margin: 0"><div style="position: absolute; left: 72pt; top: 200pt; width: 200pt; height: 100pt; border: 1pt solid black">框</div>'
    ])
    const unrepaired = await pagesOf(bytes)
    expect(unrepaired).toHaveLength(5)
    pages = await pagesOf(withoutEmptyMappings(bytes) ?? bytes)
  }, 60_000)

  it('gives its characters, ideographs and not the radicals that the font maps them to', () => {
    expect(textOf(pages[0]!)).toContain(sentence)
    expect(textOf(pages[0]!)).toContain('二〇二三年“十四五”规划（虚构样例）；𠮷祥')
    expect(textOf(pages[0]!)).not.toMatch(/[\u2e80-\u2fdf]/)
    expect(pages[0]!.printed.width).toBeCloseTo(595, -1)
    expect(pages[0]!.printed.height).toBeCloseTo(842, -1)
  })

  it('keeps the dash that stands for two characters, which the file maps to nothing first', () => {
    expect(textOf(pages[0]!)).toContain('小切口——大民生')
    expect(pages[0]!.unmapped).toBe(0)
    const { x, width } = boxOf(pages[0]!, '——')
    expect([x, width].map(Math.round)).toEqual([36, 24])
  })

  it('has an edge for each code unit, ascending', () => {
    for (const { printed } of pages) expect(printed.runs.filter((run) => !keepsLaw(run))).toEqual([])
  })

  it('tells where a word lies', () => {
    const { x, y, width, height } = boxOf(pages[1]!, '绿水青山')
    expect(x).toBeCloseTo(144 + 2 * 20, 0)
    expect(width).toBeCloseTo(4 * 20, 0)
    expect(y).toBeGreaterThan(288 - 3)
    expect(y + height).toBeLessThan(288 + 20 + 3)
    expect(height).toBeCloseTo(20, 0)
  })

  it('knows vertical writing', () => {
    const run = pages[2]!.printed.runs.find(({ text }) => text.includes('各地经验'))
    expect(run).toMatchObject({ isVertical: true, text: '各地经验，竖排标题' })
    expect(run!.box.height).toBeGreaterThan(8 * 20)
    expect(run!.box.width).toBeLessThan(30)
    expect(boxOf(pages[2]!, '竖排').y).toBeCloseTo(50 + 5 * 20, -1)
  })

  it('turns a page whose text lies on its side, so that it reads', () => {
    const { width, height, runs } = pages[3]!.printed
    expect(width).toBeGreaterThan(height)
    const tops = runs.filter(({ text }) => text.startsWith('第')).map(({ box }) => box.y)
    expect(tops).toHaveLength(4)
    expect(tops).toEqual([...tops].sort((a, b) => a - b))
    expect(runs.every(({ isVertical }) => isVertical !== true)).toBe(true)
  })

  it('gives the rules and frames that are drawn', () => {
    const { rules } = pages[4]!.printed
    expect(rules.some(({ x, y, width, height }) => Math.abs(x - 72) < 2 && Math.abs(y - 100) < 2 && Math.abs(width - 300) < 3 && height < 3)).toBe(true)
    const left = Math.min(...rules.filter(({ y }) => y > 150).map(({ x }) => x))
    const right = Math.max(...rules.filter(({ y }) => y > 150).map(({ x, width }) => x + width))
    expect(Math.abs(left - 72)).toBeLessThan(2)
    expect(Math.abs(right - 274)).toBeLessThan(2)
  })
})

describe('a page written by hand', () => {
  const show = (text: string, [x, y]: readonly [number, number], size = 20): string => `BT /F1 ${String(size)} Tf 1 0 0 1 ${String(x)} ${String(y)} Tm ${songtiText(text)} Tj ET\n`

  it('gives once, and bold, what is painted twice a hair apart', async () => {
    const content = show('股票代码：', [100, 700]) + show('股票代码：', [100.4, 700]) + show('股票代码：', [100, 700.3]) + show('三百', [220, 700])
    const [page] = await pagesOf(writtenPdf([{ content }]))
    expect(textOf(page!)).toBe('股票代码：\n三百')
    expect(textOf(page!).match(/股/g)).toHaveLength(1)
  })

  it('keeps a text that begins at the place of another as that one does', async () => {
    const [page] = await pagesOf(writtenPdf([{ content: show('第一页的题目写得长些', [100, 700]) + show('第二册', [100, 700]) }]))
    expect(textOf(page!)).toBe('第一页的题目写得长些\n第二册')
  })

  it('keeps characters that truly stand twice side by side', async () => {
    const [page] = await pagesOf(writtenPdf([{ content: show('一', [100, 700]) + show('一', [120, 700]) + show('人人', [100, 600]) }]))
    expect(textOf(page!).replace(/\n/g, '')).toBe('一一人人')
  })

  it('gives letters that are spaced out as one run without spaces of its own making', async () => {
    const content = `BT /F1 16 Tf 12 Tc 1 0 0 1 100 700 Tm ${songtiText('竞争性磋商文件')} Tj ET`
    const [page] = await pagesOf(writtenPdf([{ content }]))
    expect(textOf(page!)).toBe('竞争性磋商文件')
    expect(boxOf(page!, '磋商').x).toBeCloseTo(100 + 3 * 28, 0)
  })

  it('shows a page as its dictionary turns it where its text does not tell', async () => {
    const [page] = await pagesOf(writtenPdf([{ content: show('短', [100, 700]), more: ' /Rotate 90' }]))
    expect(page!.printed).toMatchObject({ width: 842, height: 595 })
    const { x, y } = page!.printed.runs[0]!.box
    expect(x).toBeCloseTo(700 - 0.12 * 20, 0)
    expect(y).toBeCloseTo(100, 0)
  })

  it('counts from the corner of the part that is shown, and leaves out what lies beyond', async () => {
    const [page] = await pagesOf(writtenPdf([{ content: show('看得见', [150, 700]) + show('看不见', [20, 20]), more: ' /CropBox [100 100 500 800]' }]))
    expect(textOf(page!)).toBe('看得见')
    expect(page!.outside).toBe(3)
    expect(page!.printed).toMatchObject({ width: 400, height: 700 })
    expect(page!.printed.runs[0]!.box.x).toBeCloseTo(50, 0)
  })

  it('keeps text without ink over a picture, and says that it has none', async () => {
    const layer = `BT /F1 20 Tf 3 Tr 1 0 0 1 100 700 Tm ${songtiText('识别得到的文字层')} Tj ET`
    const [page] = await pagesOf(writtenPdf([{ content: `q 595 0 0 842 0 0 cm /P1 Do Q ${layer}` }]))
    expect(textOf(page!)).toBe('识别得到的文字层')
    expect(page!.invisible).toBe(1)
    expect(needsRecognition(page!)).toBe(false)
  })

  it('needs recognition where it is a picture, not where it is blank or has text', async () => {
    const scan = 'q 595 0 0 842 0 0 cm /P1 Do Q'
    const pages = await pagesOf(writtenPdf([{ content: scan }, { content: '' }, { content: show('这一页有足够多的文字，不需要识别，直接读出来就行了（虚构样例）。', [20, 700], 12) + scan }, { content: scan + show('3', [290, 30]) }]))
    expect(pages.map(needsRecognition)).toEqual([true, false, false, true])
  })

  it('does not believe a text layer of rare characters, private ones or a font’s own numbers', async () => {
    const texts = ['犛犲犮狌狉犲狊犲犪犾犮狉狔狆狋狅犵狉犪狆犺狔狋犲犮犺', '\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008\ue009\ue00a\ue00b\ue00c\ue00d\ue00e\ue00f\ue010\ue011\ue012\ue013\ue014']
    const pages = await pagesOf(writtenPdf([...texts, '全省民政工作会议强调，要坚持以人民为中心的发展思想。'].map((text) => ({ content: show(text, [20, 700], 12) }))))
    expect(pages.map(hasUsableText)).toEqual([false, false, true])
  })
})
