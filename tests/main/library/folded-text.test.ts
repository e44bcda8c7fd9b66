import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findOccurrences, searchedWords } from '#core/text/occurrences.ts'
import { searchText } from '../../../src-main/library/search.ts'
import { storeReports } from './stored.ts'
import { newLibrary } from './temporary-library.ts'

/** Characters that are hard for a tokenizer: marks, quotes, spaces, controls, private use, beyond the BMP. */
const awkward = fc.constantFrom(...'养老低保，。、“”（）()"\'*-:^+ \n\tＡａA1１\u0000\ue02c\ue000\u0301é', '𠮷', '👪', '\u200b')
const texts = fc.string({ unit: awkward, maxLength: 40 })

describe('the full-text index', () => {
  it('finds a report exactly when its text has an occurrence of the query', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 5 }), fc.array(texts, { minLength: 1, maxLength: 8 }), (stored, queries) => {
        const library = newLibrary()
        try {
          const wanted = stored.map((text) => text.replaceAll('\0', '\ufffd')).filter((text, i, all) => all.indexOf(text) === i)
          const ids = library.write((writable) => wanted.map((text) => storeReports(writable, [text]).reports[0]!))
          for (const query of [...queries, ...wanted.map((text) => text.slice(1, 3))]) {
            if (searchedWords(query) === '' || /^[\ud800-\udfff]|[\ud800-\udbff]$/.test(query)) continue
            const found = searchText(library.read, query, 100).hits.map(({ report }) => report)
            const expected = ids.filter((_, i) => findOccurrences(wanted[i]!, query).length > 0)
            expect([...found].sort((a, b) => a - b), JSON.stringify(query)).toEqual(expected)
          }
        } finally {
          library.close()
        }
      }),
      { seed: 22, numRuns: 60 }
    )
  })

  it('finds words of one and two characters', () => {
    const library = newLibrary()
    library.write((writable) => storeReports(writable, ['提高低保标准。', '发展养老服务，养老金按时发放。', '修路。']))
    expect(searchText(library.read, '养老', 10)).toMatchObject({ total: 1, hits: [{ report: 2, count: 2 }] })
    expect(searchText(library.read, '低保', 10).hits.map(({ report }) => report)).toEqual([1])
    expect(searchText(library.read, '路', 10).hits.map(({ report }) => report)).toEqual([3])
    expect(searchText(library.read, '养', 10).total).toBe(1)
    expect(searchText(library.read, '老养', 10).total).toBe(0)
  })

  it('says where each hit stands, with what is around it', () => {
    const library = newLibrary()
    library.write((writable) => storeReports(writable, ['要发展ＡＩ养老服务。']))
    const { hits } = searchText(library.read, 'ai养老', 10)
    expect(hits[0]!.snippets).toEqual([{ start: 3, end: 7, before: '要发展', hit: 'ＡＩ养老', after: '服务。' }])
  })

  it('counts all reports and shows as many as asked for, newest first', () => {
    const library = newLibrary()
    library.write((writable) => {
      for (const year of [2022, 2026, 2024]) {
        storeReports(writable, [`${year}年发展养老服务。`], { date: { iso: `${year}`, precision: 'year', asWritten: `${year}年`, yearBasis: 'text' } })
      }
    })
    const { total, hits } = searchText(library.read, '养老', 2)
    expect({ total, years: hits.map(({ date }) => date?.iso) }).toEqual({ total: 3, years: ['2026', '2024'] })
  })

  it('finds words across spaces and line breaks, of the query and of the text', () => {
    const library = newLibrary()
    library.write((writable) => storeReports(writable, ['发展养老\n服务。']))
    for (const query of ['养老服务', '养老 服务', '养 老　服务', '养老\n服务']) {
      expect(searchText(library.read, query, 10).hits[0]?.snippets, query).toEqual([{ start: 2, end: 7, before: '发展', hit: '养老\n服务', after: '。' }])
    }
    expect(searchText(library.read, ' 　', 10)).toEqual({ total: 0, hits: [] })
  })
})
