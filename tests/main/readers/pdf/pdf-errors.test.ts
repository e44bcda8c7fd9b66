import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#core/contract/problem.ts'
import { withDocument } from '../../../../src-main/readers/pdf/document.ts'
import { drawPage } from '../../../../src-main/readers/pdf/draw-page.ts'
import { readPages } from '../../../../src-main/readers/pdf/printed-pages.ts'
import { songtiText, writtenPdf } from './written-pdf.ts'

const content = `BT /F1 20 Tf 1 0 0 1 100 700 Tm ${songtiText('虚构样例')} Tj ET`

/** The kind of the refusal, or the text of the pages. */
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    return await withDocument(bytes, '虚构样例.pdf', (opened) =>
      readPages(opened, '虚构样例.pdf')
        .map((page) => page?.printed.runs.map(({ text }) => text).join('') ?? '')
        .join('\n')
    )
  } catch (error) {
    if (error instanceof Refusal) return error.problem.kind
    throw error
  }
}

describe('a PDF that cannot be read', () => {
  it('is damaged: no PDF, cut off at its head, without pages', async () => {
    const whole = writtenPdf([{ content }])
    expect(await outcomeOf(Buffer.from('%PDF-1.7 这不是 PDF'))).toBe('damaged-file')
    expect(await outcomeOf(whole.subarray(0, 200))).toBe('damaged-file')
    expect(await outcomeOf(writtenPdf([]))).toBe('damaged-file')
    expect(await outcomeOf(whole)).toBe('虚构样例')
  })

  it('is read as far as it goes where its table of objects is lost', async () => {
    const whole = Buffer.from(writtenPdf([{ content }])).toString('latin1')
    expect(await outcomeOf(Buffer.from(whole.slice(0, whole.indexOf('xref\n0')), 'latin1'))).toMatch(/^(虚构样例|damaged-file)$/)
    expect(await outcomeOf(Buffer.from(whole.replace(/startxref\n\d+/, 'startxref\n7'), 'latin1'))).toBe('虚构样例')
  })

  it('has too many pages', async () => {
    const pages = Array.from({ length: 3_001 }, () => ({ content: '' }))
    expect(await outcomeOf(writtenPdf(pages))).toBe('too-many-parts')
  })

  it('does not hang on a page tree that is its own child, or claims millions of pages', async () => {
    const whole = Buffer.from(writtenPdf([{ content }])).toString('latin1')
    expect(await outcomeOf(Buffer.from(whole.replace('/Kids [8 0 R]', '/Kids [2 0 R]'), 'latin1'))).toBe('damaged-file')
    expect(await outcomeOf(Buffer.from(whole.replace('/Count 1 ', '/Count 9000000 '), 'latin1'))).toMatch(/^(虚构样例|too-many-parts)$/)
  })

  it('has a page of absurd size', async () => {
    expect(await outcomeOf(writtenPdf([{ content, mediaBox: '0 0 60000 800' }]))).toBe('page-too-large')
    expect(await outcomeOf(writtenPdf([{ content, mediaBox: '0 0 14400 14400' }]))).toBe('虚构样例')
  })

  it('is refused by a wrong hand without harm to the next document', async () => {
    expect(await outcomeOf(Buffer.alloc(64))).toBe('damaged-file')
    expect(await outcomeOf(writtenPdf([{ content }]))).toBe('虚构样例')
  })
})

describe('a page drawn', () => {
  it('is a PNG of the size asked for, within 12 megapixels', async () => {
    const bytes = writtenPdf([{ content: '0 0 1 rg 0 421 595 421 re f' }])
    const { width, height, png } = await drawPage(bytes, 1, 2)
    expect([width, height]).toEqual([1190, 1684])
    expect(Buffer.from(png.subarray(0, 8)).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    const large = await drawPage(writtenPdf([{ content: '', mediaBox: '0 0 14400 14400' }]), 1, 4)
    expect(large.width * large.height).toBeLessThanOrEqual(12_000_000)
    expect(large.width).toBeGreaterThan(3_400)
  })

  it('is turned as the reader turns it', async () => {
    const { width, height } = await drawPage(writtenPdf([{ content, more: ' /Rotate 90' }]), 1, 1)
    expect([width, height]).toEqual([842, 595])
  })

  it('is refused by name where it is not there', async () => {
    await expect(drawPage(writtenPdf([{ content }]), 2, 1)).rejects.toThrow(Refusal)
  })
})
