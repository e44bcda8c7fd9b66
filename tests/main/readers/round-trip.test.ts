import { describe, expect, it, vi } from 'vitest'
import { Refusal } from '#core/contract/problem.ts'
import { readReports } from '#core/report/read-reports.ts'
import type { Report } from '#core/report/report.ts'
import { readSourceFile } from '../../../src-main/readers/read-source.ts'
import type { SourceFile } from '../../../src-main/readers/reader.ts'
import { context, essence, read, seedText } from '../../golden/seed/seed.ts'
import { encodeAs } from './encode.ts'
import { docxOfParagraphs } from './make-docx.ts'
import { ofdOfLines } from './make-ofd.ts'
import { makeZip } from './make-zip.ts'
import { newspaperPdf, newspaperScan } from './newspaper.ts'

// The seed in every format, made here by the project's own writers and the browser, and read again.

vi.setConfig({ testTimeout: 180_000 })

const plain = read(seedText)
const lines = seedText.split('\n')
const paragraphs = plain.flatMap((report) => [report.title!.text, ...paragraphsOf(report), ...(report.attribution === null ? [] : [`（据${report.attribution}）`])])

function paragraphsOf({ paragraphs: spans, text }: Report): string[] {
  return spans.map(({ start, end }) => text.slice(start, end))
}

async function sourceOf(bytes: Uint8Array, fileName: string): Promise<SourceFile> {
  const file = await readSourceFile(bytes, { fileName, folders: [], encoding: null, columns: null, pageProgress: () => null })
  if (file instanceof Refusal) throw file
  return file
}

async function reportsOf(bytes: Uint8Array, fileName: string): Promise<readonly Report[]> {
  return readReports((await sourceOf(bytes, fileName)).source, context).reports
}

const html = (): Uint8Array => {
  const [first, ...others] = paragraphs
  return Buffer.from(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>${first}</title></head><body><div class="menu"><a href="/">首页</a></div>
<div class="TRS_Editor"><p>${[first, ...others].join('</p><p>')}</p></div><div>上一篇：无</div></body></html>`)
}

describe('the seed in every format gives the reports of the seed text', () => {
  it.each([
    ['docx of paragraphs', () => docxOfParagraphs(paragraphs), '浙江湖北.docx'],
    ['docx, the page pasted line by line', () => docxOfParagraphs(lines), '浙江湖北.docx'],
    ['html', html, '浙江湖北.html'],
    ['ofd', () => ofdOfLines(lines, { size: 4, leading: 6 }), '浙江湖北.ofd'],
    ['GBK text', () => encodeAs(seedText, 'gb18030'), '浙江湖北.txt'],
    ['Big5-free UTF-16 text', () => encodeAs(seedText, 'utf-16le'), '浙江湖北.txt']
  ])('%s', async (_, make, name) => {
    const reports = await reportsOf(make(), name)
    expect(reports.map(essence)).toEqual(plain.map(essence))
    // on pages the width of the lines tells where paragraphs end: a narrow column above a wide one leaves it open
    if (!name.endsWith('.ofd')) expect(reports.map(paragraphsOf)).toEqual(plain.map(paragraphsOf))
  })

  it('a four-column newspaper page as PDF: the same words in the same order, each on its page with its box', async () => {
    const { source } = await sourceOf(await newspaperPdf(plain), '浙江湖北.pdf')
    const { reports } = readReports(source, context)
    expect(reports.map(essence)).toEqual(plain.map(essence))
    expect(reports.map(({ text }) => withoutSpace(text))).toEqual(plain.map(({ text }) => withoutSpace(text)))
    for (const line of source.lines.filter(({ start, end }) => end > start)) {
      expect(line.page).toBe(1)
      expect(line.box!.x).toBeGreaterThanOrEqual(0)
      expect(line.box!.x + line.box!.width).toBeLessThanOrEqual(source.pages![0]!.width + 1)
    }
  })

  it('a scan at 300 dpi: at least 98 % of the characters, the same themes, marked as recognised', async () => {
    const { source, warnings } = await sourceOf(await newspaperScan(plain), '浙江湖北.png')
    const { reports } = readReports(source, context)
    expect(reports.map(({ jurisdiction }) => jurisdiction?.province?.name)).toEqual(plain.map(({ jurisdiction }) => jurisdiction?.province?.name))
    const [right, all] = reports.reduce(
      ([hits, total], report, n) => [hits + commonLength(withoutSpace(report.text), withoutSpace(plain[n]!.text)), total + withoutSpace(plain[n]!.text).length],
      [0, 0]
    )
    expect(right / all).toBeGreaterThanOrEqual(0.98)
    expect(reports.map(themesOf)).toEqual(plain.map(themesOf))
    expect(warnings.map(({ kind }) => kind)).toContain('recognised')
    for (const line of source.lines.filter(({ start, end }) => end > start)) expect(line.confidence).toBeGreaterThan(0)
  })

  it('in a zip, each file is read by itself', async () => {
    const { openArchive } = await import('../../../src-main/readers/archive.ts')
    const archive = await openArchive(makeZip([{ name: '2023/seed.txt', bytes: Buffer.from(seedText) }]), 'a.zip')
    expect(archive.members.map(({ name }) => name)).toEqual(['2023/seed.txt'])
    expect((await reportsOf(await archive.read('2023/seed.txt'), 'seed.txt')).map(essence)).toEqual(plain.map(essence))
  })
})

const withoutSpace = (text: string): string => text.replace(/\s/g, '')

const themesOf = ({ statements }: Report): string[] => [...new Set(statements.flatMap(({ themes }) => themes.map(({ id }) => id)))].sort()

/** Length of the longest common subsequence: characters that stand in both in one order. */
function commonLength(a: string, b: string): number {
  let row = new Uint32Array(b.length + 1)
  for (const character of a) {
    const next = new Uint32Array(b.length + 1)
    for (let j = 0; j < b.length; j++) next[j + 1] = character === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!)
    row = next
  }
  return row[b.length]!
}
