import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LineRole, Source, SourceLine, SourceRecord } from '#core/source/source.ts'
import { readReports } from '#core/report/read-reports.ts'
import { context, seedText } from '../../golden/seed/seed.ts'
import { described, divided } from './described.ts'
import { fault, paragraphsOf } from './division.ts'

// Every text of this file is made by chance, or is the seed (虚构样例).

const ROLES: readonly LineRole[] = ['title', 'heading', 'cell', 'footnote', 'header', 'footer', 'page-number', 'byline', 'publication-date', 'publisher', 'attachment', 'field']

const facts = fc.record(
  {
    role: fc.constantFrom(...ROLES),
    endsParagraph: fc.boolean(),
    page: fc.integer({ min: 1, max: 3 }),
    confidence: fc.double({ min: 0, max: 1, noNaN: true })
  },
  { requiredKeys: [] }
)

const words = fc.oneof(
  fc.constantFrom(
    '', ' ', '　　', '浙江召开全省民政工作会议', '2月10日，浙江省民政工作会议在杭州召开。', '会议强调，要建好邻里', '食堂。', '一、健全服务网络', '”', '（记者 张三）', '来源：云东日报', '- 3 -',
    '责任编辑：张三', '湖北召开社会救助座谈会', '2月8日，湖北省座谈会召开。（据湖北省民政厅）', '各位代表：', '会议结束。　　天气预报', '\u200b', '相关报道：', '江西省民政厅文件'
  ),
  fc.string({ unit: 'binary', maxLength: 30 })
)

const sources = fc.array(fc.tuple(words, facts), { maxLength: 40 }).map((lines) => described(...lines))

/** Bounds of records, in any order, some beyond the lines, some over each other; fields anywhere in the text. */
const withRecords = fc
  .tuple(sources, fc.array(fc.tuple(fc.nat(45), fc.nat(12), fc.array(fc.nat(300), { minLength: 6, maxLength: 6 }), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 })), { maxLength: 6 }))
  .map(([source, records]): Source => {
    const field = (a: number, b: number, has: boolean) => (has ? { start: Math.min(a, b, source.text.length), end: Math.min(Math.max(a, b), source.text.length) } : null)
    return {
      ...source,
      records: records.map(([first, count, [a, b, c, d, e, f], [has, also, too]]): SourceRecord => ({
        first, after: first + count, title: field(a!, b!, has!), province: field(c!, d!, also!), date: field(e!, f!, too!)
      }))
    }
  })

describe('every character that is not white space ends in exactly one place, unaltered', () => {
  it('of any source with roles and ends of paragraphs', () => {
    fc.assert(fc.property(sources, (source) => { expect(fault(source.text, divided(source))).toBeNull() }), { numRuns: 3000 })
  })

  it('of any source with records', () => {
    fc.assert(fc.property(withRecords, (source) => { expect(fault(source.text, divided(source))).toBeNull() }), { numRuns: 2000 })
  })

  it('of the seed with roles and ends given to its lines by chance', () => {
    const lines = seedText.split('\n')
    fc.assert(
      fc.property(fc.array(facts, { minLength: lines.length, maxLength: lines.length }), (all) => {
        const source = described(...lines.map((line, n) => [line, all[n]!] as const))
        expect(fault(source.text, divided(source))).toBeNull()
      }),
      { numRuns: 60 }
    )
  })
})

describe('of any source', () => {
  it('a paragraph never holds lines of two roles, and none of a cell beside another cell', () => {
    fc.assert(
      fc.property(sources, (source) => {
        for (const article of divided(source).articles) {
          for (const { start, end } of article.paragraphs) {
            const held = linesOf(source, article.map.pieces.filter(({ clean, length }) => clean < end && clean + length > start))
            // A title that is no title (a sentence, an essay) is text.
            const roles = new Set(held.map(({ role }) => (role === 'title' ? undefined : role)))
            expect(roles.size).toBe(1)
            if (roles.has('cell')) expect(held.slice(0, -1).every(({ endsParagraph }) => endsParagraph === false)).toBe(true)
          }
        }
      }),
      { numRuns: 1500 }
    )
  })

  it('of whole paragraphs the paragraphs are its lines, or what is left of one without its credit', () => {
    const whole = fc.array(words, { maxLength: 30 }).map((lines) => described(...lines.map((line) => [line, { endsParagraph: true }] as const)))
    fc.assert(
      fc.property(whole, (source) => {
        const letters = (text: string) => text.replace(/[\s\u0085\u200b-\u200f\u202a-\u202e\u2060-\u2064\u00ad]+/g, '')
        const lines = source.lines.map(({ start, end }) => letters(source.text.slice(start, end)))
        for (const article of divided(source).articles) {
          for (const paragraph of paragraphsOf(article).map(letters)) {
            expect(lines.some((line) => line === paragraph || (line.startsWith(paragraph) && /^[（(]/.test(line.slice(paragraph.length))))).toBe(true)
          }
        }
      }),
      { numRuns: 1500 }
    )
  })

  it('is read to the end: metadata, outline, statements', () => {
    fc.assert(
      fc.property(fc.oneof(sources, withRecords), fc.array(fc.string({ maxLength: 12 }), { maxLength: 3 }), (source, folders) => {
        for (const report of readReports({ ...source, folders }, context).reports) {
          expect(report.statements.every(({ start, end }) => 0 <= start && start < end && end <= report.text.length)).toBe(true)
        }
      }),
      { numRuns: 300 }
    )
  })
})

function linesOf(source: Source, pieces: readonly { readonly source: number; readonly length: number }[]): SourceLine[] {
  return source.lines.filter(({ start, end }) => pieces.some((piece) => piece.source < end && piece.source + piece.length > start))
}
