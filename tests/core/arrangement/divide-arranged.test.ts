import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge, moveArticle, place, split, type Arrangement } from '#core/arrangement/arrangement.ts'
import { divideArranged } from '#core/arrangement/divide-arranged.ts'
import { arrangementOf } from '#core/arrangement/machine-arrangement.ts'
import { readReports } from '#core/report/read-reports.ts'
import type { Division } from '#core/source/article.ts'
import { divideSource } from '#core/source/divide.ts'
import { sourceFromText } from '#core/source/source.ts'
import { context, essence, seedText } from '../../golden/seed/seed.ts'
import { divide, fault, furnitureOf, paragraphsOf, titlesOf } from '../source/division.ts'
import { shards } from '../source/shards.ts'

const arranged = (text: string, arrangement: Arrangement): Division => divideArranged(sourceFromText(text), arrangement, context.gazetteer)
const machineOf = (text: string): Arrangement => arrangementOf(divide(text), text)

/** All of a division but how sure the machine was of it, and by what. */
const contentOf = ({ articles, leftOver }: Division) => ({ articles: articles.map(({ confidence: _, evidence: __, ...article }) => article), leftOver })

const at = (text: string, words: string) => {
  const start = text.indexOf(words)
  if (start === -1) throw new Error(`${words} is not in the text`)
  return start
}
const spanOf = (text: string, words: string) => ({ start: at(text, words), end: at(text, words) + words.length })

describe('the machine’s own division, given as a person’s', () => {
  it('gives the same reports of the seed: titles, text, maps, paragraphs, furniture, left-over', () => {
    expect(contentOf(arranged(seedText, machineOf(seedText)))).toEqual(contentOf(divide(seedText)))
    expect(machineOf(seedText).articles).toHaveLength(2)
  })

  it('gives the same reading of the seed: provinces, dates, themes, targets', () => {
    const source = sourceFromText(seedText)
    const [given, own] = [readReports(source, context, machineOf(seedText)), readReports(source, context)]
    expect(given.reports.map(essence)).toEqual(own.reports.map(essence))
  })

  it('gives the same division of any text made of what pages hold', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...shards), { maxLength: 60 }), (parts) => {
        const text = parts.join('').toWellFormed().replaceAll('\0', ' ')
        expect(contentOf(arranged(text, machineOf(text)))).toEqual(contentOf(divide(text)))
      }),
      { numRuns: 1500 }
    )
  })

  it('gives the same division of the seed with lines lost, doubled and shuffled', () => {
    const lines = seedText.split('\n')
    fc.assert(
      fc.property(fc.array(fc.nat(lines.length - 1), { minLength: 1, maxLength: 120 }), (picked) => {
        const text = picked.map((n) => lines[n]).join('\n')
        expect(contentOf(arranged(text, machineOf(text)))).toEqual(contentOf(divide(text)))
      }),
      { numRuns: 200 }
    )
  })
})

/** Any lists of spans, those that overlap and reach too far counted: what a damaged library might hold. */
const anyArrangement = (length: number): fc.Arbitrary<Arrangement> => {
  const span = fc.tuple(fc.nat(length + 5), fc.nat(length + 5)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  const article = fc.record({ stretches: fc.array(span, { maxLength: 4 }), title: fc.option(span, { nil: undefined }), asides: fc.array(span, { maxLength: 2 }) })
  return fc.record({ articles: fc.array(article, { maxLength: 5 }) }).map(({ articles }) => ({
    articles: articles.map(({ title, ...rest }) => ({ ...rest, ...(title === undefined ? {} : { title }) }))
  }))
}

describe('every character ends in exactly one place, whatever a person arranges', () => {
  it('of the seed, by any lists of stretches', () => {
    fc.assert(fc.property(anyArrangement(seedText.length), (arrangement) => void expect(fault(seedText, arranged(seedText, arrangement))).toBeNull()), { numRuns: 200 })
  })

  it('of any text made of what pages hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...shards), { maxLength: 60 }).chain((parts) => {
          const text = parts.join('').toWellFormed()
          return fc.tuple(fc.constant(text), anyArrangement(text.length))
        }),
        ([text, arrangement]) => void expect(fault(text, arranged(text, arrangement))).toBeNull()
      ),
      { numRuns: 2000 }
    )
  })

  it('of the seed, by any order of its lines over any number of articles; each article has what it was given', () => {
    const { lines } = sourceFromText(seedText)
    const order = fc.shuffledSubarray(lines.map((_, n) => n), { minLength: lines.length, maxLength: lines.length })
    fc.assert(
      fc.property(order, fc.uniqueArray(fc.nat(lines.length), { maxLength: 4 }), (picked, cuts) => {
        const bounds = [0, ...[...cuts].sort((a, b) => a - b), lines.length]
        const articles = bounds.slice(1).map((end, n) => ({ stretches: picked.slice(bounds[n], end).map((line) => lines[line]!) }))
        const division = arranged(seedText, { articles })
        expect(fault(seedText, division)).toBeNull()
        for (const { map } of division.articles) {
          const own = articles.filter(({ stretches }) => map.pieces.some(({ source }) => stretches.some(({ start, end }) => start <= source && source < end)))
          expect(own).toHaveLength(1)
        }
      }),
      { numRuns: 100 }
    )
  })
})

// 虚构样例: the places of this page are real, its words are invented.
const page = [
  '浙江召开全省民政工作会议',
  '2月10日，全省民政工作会议在杭州召开。会议强调，要建好邻里食堂。',
  '会议要求，要兜住民生底线。',
  '■ 本报记者 李庆',
  '湖北召开全省民政工作会议',
  '2月8日，全省民政工作会议在武汉召开。会议指出，要办好养老服务。'
].join('\n')

describe('a page that is divided by hand (虚构样例)', () => {
  const machine = machineOf(page)

  it('has two reports by the machine', () => {
    expect(titlesOf(divide(page))).toEqual(['浙江召开全省民政工作会议', '湖北召开全省民政工作会议'])
  })

  it('merged: the second headline is text of the first report', () => {
    const [only, ...others] = arranged(page, merge(machine, 0)).articles
    expect(others).toEqual([])
    expect(only!.title!.text).toBe('浙江召开全省民政工作会议')
    expect(paragraphsOf(only!)).toContain('湖北召开全省民政工作会议')
    expect(furnitureOf(only!)).toEqual(['reporter ■ 本报记者 李庆'])
  })

  it('split at a line: the second half is read for itself', () => {
    const division = arranged(page, split(machine, at(page, '会议要求')))
    expect(division.articles.map(({ text }) => text.slice(0, 5))).toEqual(['2月10日', '会议要求，', '2月8日，'])
    expect(titlesOf(division)).toEqual(['浙江召开全省民政工作会议', null, '湖北召开全省民政工作会议'])
  })

  it('split inside a line, at a character', () => {
    const division = arranged(page, split(machine, at(page, '会议强调')))
    expect(division.articles.map(({ text }) => text.split('\n')[0])).toEqual(['2月10日，全省民政工作会议在杭州召开。', '会议强调，要建好邻里食堂。', '2月8日，全省民政工作会议在武汉召开。会议指出，要办好养老服务。'])
  })

  it('split and merged again is as it was', () => {
    expect(contentOf(arranged(page, merge(split(machine, at(page, '全省民政工作会议在杭州')), 0)))).toEqual(contentOf(divide(page)))
  })

  it('in another order', () => {
    expect(titlesOf(arranged(page, moveArticle(machine, 1, 0)))).toEqual(['湖北召开全省民政工作会议', '浙江召开全省民政工作会议'])
  })

  it('finds the headline of a new article, as the machine would', () => {
    const whole: Arrangement = { articles: [{ stretches: [{ start: 0, end: at(page, '■') }] }, { stretches: [{ start: at(page, '■'), end: page.length }] }] }
    expect(contentOf(arranged(page, whole))).toEqual(contentOf(divide(page)))
  })

  it('leaves over what is in no article, and an article of furniture alone', () => {
    const division = arranged(page, { articles: [{ stretches: [{ start: 0, end: at(page, '■') }] }, { stretches: [spanOf(page, '■ 本报记者 李庆')] }] })
    expect(titlesOf(division)).toEqual(['浙江召开全省民政工作会议'])
    expect(division.leftOver.map(({ text }) => text)).toEqual(['■ 本报记者 李庆', '湖北召开全省民政工作会议', '2月8日，全省民政工作会议在武汉召开。会议指出，要办好养老服务。'])
  })
})

// 虚构样例: a page whose second column was extracted before the first.
const columns = ['体系建设，办好邻里食堂。', '会议要求，要兜住民生底线。', '江南省召开民政工作会议', '2月10日，江南省民政工作会议召开。会议强调，要推进养老服务'].join('\n')

describe('a page whose columns were displaced (虚构样例)', () => {
  const begin = at(columns, '江南省召开')
  const inOrder: Arrangement = { articles: [{ stretches: [{ start: begin, end: columns.length }, { start: 0, end: begin }] }] }
  const [article] = arranged(columns, inOrder).articles

  it('is read in a person’s order, and a sentence goes on from column to column', () => {
    expect(article!.title!.text).toBe('江南省召开民政工作会议')
    expect(paragraphsOf(article!)).toEqual(['2月10日，江南省民政工作会议召开。会议强调，要推进养老服务体系建设，办好邻里食堂。', '会议要求，要兜住民生底线。'])
  })

  it('keeps every position: the map goes backwards in the source', () => {
    expect(article!.map.pieces.map(({ source, length }) => columns.slice(source, source + length)).join('')).toBe(article!.text.replaceAll('\n', ''))
  })
})

describe('the seed divided wrongly by hand', () => {
  it('gives three reports; the first half keeps its province', () => {
    const cut = at(seedText, '王文序要求')
    const division = arranged(seedText, split(machineOf(seedText), cut))
    expect(division.articles).toHaveLength(3)
    expect(fault(seedText, division)).toBeNull()
    expect(divideSource(sourceFromText(seedText), context.gazetteer).articles).toHaveLength(2)
  })

  it('a line moved into the other report stands there, and the rest is as it was', () => {
    const { start, end } = sourceFromText(seedText).lines[8]!
    const division = arranged(seedText, place(machineOf(seedText), { start, end }, { article: 1, before: null }))
    expect(fault(seedText, division)).toBeNull()
    expect(division.articles[1]!.text.endsWith(seedText.slice(start, end).replaceAll(' ', ''))).toBe(true)
  })
})
