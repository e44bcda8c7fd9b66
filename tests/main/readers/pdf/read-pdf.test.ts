import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#core/contract/problem.ts'
import type { PageProgress, ReadingGround, SourceFile } from '../../../../src-main/readers/reader.ts'
import { readPdf } from '../../../../src-main/readers/pdf/read-pdf.ts'
import { printedPdf, scannedPdf } from './printed-pdf.ts'
import { songtiText, writtenPdf } from './written-pdf.ts'

function ground(pageProgress: ReadingGround['pageProgress'] = () => undefined): ReadingGround {
  return { fileName: '虚构样例.pdf', folders: ['2023', '浙江'], encoding: null, columns: null, pageProgress }
}

async function read(bytes: Uint8Array, pageProgress?: ReadingGround['pageProgress']): Promise<SourceFile> {
  const file = await readPdf(bytes, ground(pageProgress))
  if (file instanceof Refusal) throw file
  return file
}

/** The kind of the refusal, returned or thrown. */
async function refusalOf(bytes: Uint8Array): Promise<string> {
  try {
    const file = await readPdf(bytes, ground())
    return file instanceof Refusal ? file.problem.kind : 'read'
  } catch (error) {
    if (error instanceof Refusal) return error.problem.kind
    throw error
  }
}

const squeezed = (text: string): string => text.replace(/\s+/g, '')

describe('a PDF as a source', () => {
  it('has its text, pages and lines with their places', async () => {
    const { source, warnings, mediaType, encoding } = await read(await printedPdf(['<p>第一页——全省民政工作会议（虚构样例）</p>', '<p>第二页：养老服务</p>']))
    expect(squeezed(source.text)).toBe('第一页——全省民政工作会议（虚构样例）第二页：养老服务')
    expect({ mediaType, encoding, warnings }).toEqual({ mediaType: 'application/pdf', encoding: null, warnings: [] })
    expect(source).toMatchObject({ fileName: '虚构样例.pdf', folders: ['2023', '浙江'] })
    expect(source.pages).toHaveLength(2)
    const written = source.lines.filter(({ start, end }) => end > start)
    expect(written.map(({ page }) => page)).toEqual([1, 2])
    for (const { start, end, box, edges, confidence } of written) {
      expect(box).toBeDefined()
      expect(edges).toHaveLength(end - start + 1)
      expect(confidence).toBeUndefined()
    }
  }, 60_000)

  it('recognises the pages that are pictures, tells how far it is, and says so', async () => {
    const progress: PageProgress[] = []
    const { source, warnings } = await read(await scannedPdf('<p>全省民政工作会议在杭州召开，会议强调要坚持以人民为中心。</p><p>要健全养老服务体系，推进城乡社区治理（虚构样例）。</p>'), (at) => void progress.push(at))
    expect(squeezed(source.text)).toContain('会议强调要坚持以人民为中心')
    expect(squeezed(source.text)).toContain('推进城乡社区治理')
    expect(source.lines.filter(({ start, end }) => end > start).every(({ confidence }) => confidence !== undefined && confidence > 0.5)).toBe(true)
    expect(progress.map(({ page, pages }) => [page, pages])).toEqual([[0, 1], [1, 1]])
    expect(progress[0]!.confidence).toBeNull()
    expect(progress[1]!.confidence).toBeGreaterThan(0.5)
    expect(warnings.map(({ kind }) => kind)).toEqual(['recognised-page'])
  }, 120_000)

  it('says where the text is a hidden layer of somebody’s recognition', async () => {
    const layer = `BT /F1 20 Tf 3 Tr 1 0 0 1 100 700 Tm ${songtiText('识别得到的文字层')} Tj ET`
    const { source, warnings } = await read(writtenPdf([{ content: `q 595 0 0 842 0 0 cm /P1 Do Q ${layer}` }]))
    expect(squeezed(source.text)).toBe('识别得到的文字层')
    expect(source.lines[0]!.confidence).toBeUndefined()
    expect(warnings.map(({ kind }) => kind)).toEqual(['recognised-layer'])
    expect(warnings[0]!.message.zh).toMatch(/^第 1 页/)
  })

  it('is empty where there is nothing to read, damaged where it is none', async () => {
    expect(await refusalOf(writtenPdf([{ content: '' }]))).toBe('no-text')
    expect(await refusalOf(writtenPdf([{ content: '' }]).subarray(0, 300))).toBe('damaged-file')
  })
})

interface Sample {
  readonly file: string
  readonly expect: string
  readonly must_contain: string | null
}

const folder = new URL('../../../../../shared/data/formats/', import.meta.url)
const index = new URL('index.json', folder)
const samples = existsSync(index)
  ? (JSON.parse(readFileSync(index, 'utf8')) as { records: readonly Sample[] }).records.filter(({ file }) => file.startsWith('pdf-'))
  : []

// pages that have to be recognised take seconds each: those files are the corpus run's
const isRecognised = ({ expect: expected }: Sample): boolean => expected === 'no-text-layer' || expected === 'garbage'

describe.skipIf(samples.length === 0)('real PDFs (../shared/data/formats)', () => {
  it.each(samples.filter((sample) => !isRecognised(sample)))('$file: $expect', async ({ file, expect: expected, must_contain }) => {
    const bytes = new Uint8Array(readFileSync(new URL(file, folder)))
    if (expected === 'text') {
      const { source } = await read(bytes)
      expect(squeezed(source.text)).toContain(squeezed(must_contain ?? ''))
      expect(source.text).not.toMatch(/[\u2e80-\u2fd5]/)
    } else {
      const kind = await refusalOf(bytes)
      if (expected === 'empty') expect(kind).toBe('no-text')
      // the one that is encrypted opens without a password, and is blank
      if (expected === 'error') expect(kind).toBe(file === 'pdf-protected-empty.pdf' ? 'no-text' : 'damaged-file')
      if (expected === 'error-or-text') expect(['read', 'damaged-file']).toContain(kind)
    }
  })

  it('gives text that is painted four times once', async () => {
    const { source } = await read(new Uint8Array(readFileSync(new URL('pdf-fake-bold.pdf', folder))))
    expect(source.text.match(/股票代码/g)).toHaveLength(1)
  })
})
