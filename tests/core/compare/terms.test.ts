import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyTerms } from '#core/compare/keyness.ts'
import { CompanyCount } from '#core/compare/term-company.ts'
import { frequentTerms } from '#core/compare/term-frequencies.ts'
import { likenessMatrix } from '#core/compare/term-likeness.ts'
import { termPlaces, unitsWithTerms, type TermForm } from '#core/compare/term-places.ts'
import type { Tally } from '#core/compare/term-tally.ts'
import { characterRuns, withNames } from '#core/compare/terms.ts'
import type { Span } from '#core/text/span.ts'
import { ended } from '../ended.ts'

// 虚构样例: what the texts of these tests say, nobody said

const words = (text: string, spans: Iterable<Span>): string[] => [...spans].map(({ start, end }) => text.slice(start, end))

/** A division that knows nothing: every letter is a word. */
const letters = (text: string): Iterable<Span> => characterRuns(text, 1)

const tally = (name: string, total: number, counts: Record<string, number>): Tally => ({ name, reports: 1, characters: total * 2, total, counts: new Map(Object.entries(counts)) })

describe('terms of a text', () => {
  it('runs of characters stop at marks and white space', () => {
    expect(words('养老服务，好 的', characterRuns('养老服务，好 的', 2))).toEqual(['养老', '老服', '服务'])
    expect(words('养老服务', characterRuns('养老服务', 3))).toEqual(['养老服', '老服务'])
  })

  it('a name of one’s own is one word, the longest that stands there first', () => {
    const divide = withNames(letters, ['浙里康养', '浙里', '康养中心'])
    expect(words('建浙里康养中心', divide('建浙里康养中心'))).toEqual(['建', '浙里康养', '中', '心'])
    expect(words('康养中心在浙里', divide('康养中心在浙里'))).toEqual(['康养中心', '在', '浙里'])
  })

  it('a dictionary of names loses no letter and counts none twice, wherever the names stand', () => {
    const texts = fc.string({ unit: fc.constantFrom('浙', '里', '康', '养', '，', '\n'), maxLength: 40 })
    const names = fc.array(fc.string({ unit: fc.constantFrom('浙', '里', '康', '养'), minLength: 1, maxLength: 4 }), { maxLength: 4 })
    fc.assert(
      fc.property(texts, names, (text, own) => {
        expect(words(text, withNames(letters, own)(text)).join('')).toBe(text.replaceAll(/[，\n]/g, ''))
      })
    )
  })

  it('units hold the terms that begin in them: two words of one clause are together, of two clauses not', () => {
    const text = '养老服务。养老\n服务'
    const statements = [{ start: 0, end: 5, themes: [] }, { start: 5, end: 7, themes: [] }, { start: 8, end: 10, themes: [] }]
    const form: TermForm = { unit: 'characters', size: 2, names: [], divide: letters }
    const together = (within: 'statement' | 'paragraph' | 'report') =>
      unitsWithTerms({ text, statements }, form, { within, wanted: new Set(['养老', '服务']) }).map(({ terms }) => [...terms].join('+'))
    expect(together('statement')).toEqual(['养老+服务', '养老', '服务'])
    expect(together('paragraph')).toEqual(['养老+服务', '服务'])
    expect(together('report')).toEqual(['养老+服务'])
  })

  it('company is counted report by report: units with both, on the diagonal those with the term', () => {
    const count = new CompanyCount(['养老', '服务'])
    count.add([new Set(['养老', '服务']), new Set(['养老'])])
    count.add([new Set(['养老', '服务']), new Set()])
    expect(count.company()).toEqual({ terms: ['养老', '服务'], counts: [[3, 2], [2, 2]], units: 4 })
  })

  it('a statement of two themes is a place of each', () => {
    const theme = (id: string) => ({ id, score: 1, evidence: [] })
    const statements = [{ start: 0, end: 4, themes: [theme('a'), theme('b')] }, { start: 4, end: 8, themes: [theme('b')] }]
    const places = [...termPlaces({ text: '养老服务社会救助', statements }, { unit: 'themes', size: 2, names: [], divide: letters })]
    expect(places.map(({ term, start }) => [term, start])).toEqual([['a', 0], ['b', 0], ['b', 4]])
  })
})

describe('what is told of terms', () => {
  const target = tally('浙江', 1000, { 养老: 30, 低保: 10, 婚姻: 1, 的: 50 })
  const reference = tally('湖北', 1000, { 养老: 10, 低保: 10, 的: 50 })

  it('keyness: most telling first, by hand: 养老 30 against 10 of 1,000 each is 10.465, log ratio log₂ 3', () => {
    const { rows, tested } = ended(keyTerms([target, reference], { least: 3, shortest: 2, top: 10, correction: 'bonferroni' }))
    expect(rows.map(({ term, counts }) => [term, ...counts])).toEqual([['养老', 30, 10], ['低保', 10, 10]])
    expect(tested).toBe(2) // 婚姻 is too rare, 的 too short
    expect(rows[0]!.logLikelihood).toBeCloseTo(10.465, 3)
    expect(rows[0]!.logRatio).toBeCloseTo(Math.log2(3), 12)
    expect(rows[0]!.p).toBeCloseTo(0.00243, 5) // χ² of 10.465 is .001216, two tests
    expect(rows[1]!.p).toBe(1)
  })

  it('p is corrected for all terms that were tested, not for those that are shown', () => {
    const shown = (top: number) => ended(keyTerms([target, reference], { least: 1, shortest: 1, top, correction: 'bonferroni' })).rows[0]!.p
    expect(shown(1)).toBe(shown(10))
  })

  it('frequencies: n, groups that have it, per thousand of all that was counted there', () => {
    const { rows, candidates } = ended(frequentTerms([target, reference], { least: 1, shortest: 2, top: 2 }))
    expect(candidates).toBe(3)
    expect(rows.map(({ term, sum, having }) => [term, sum, having])).toEqual([['养老', 40, 2], ['低保', 20, 2]])
    expect(rows[0]!.groups.map((own) => own.perThousand)).toEqual([30, 10])
    // of the three terms 浙江 has 41, all 61: (30 / 41) / (40 / 61)
    expect(rows[0]!.groups[0]!.advantage).toBeCloseTo((30 / 41) / (40 / 61), 12)
    expect(rows[0]!.groups.map((own) => own.tfIdf)).toEqual([0, 0])
  })

  it('likeness by hand: (30, 10, 1) and (10, 10, 0): 400 / √(1001 × 200)', () => {
    const of = (form: 'cosine' | 'cosine-tf-idf' | 'jaccard') => ended(likenessMatrix([target, reference], { least: 1, shortest: 2, form })).matrix[0]![1]
    expect(of('cosine')).toBeCloseTo(400 / Math.sqrt(1001 * 200), 12)
    expect(of('jaccard')).toBeCloseTo(2 / 3, 12)
    expect(of('cosine-tf-idf')).toBeNull() // what both have weighs nothing: 湖北 has no weight left
  })
})
