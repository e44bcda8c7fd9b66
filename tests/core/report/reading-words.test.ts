import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headingSpan } from '#core/report/outline-by-hand.ts'
import { targetDraft, withoutEdges } from '#core/report/reading-draft.ts'
import { fieldsOf, isOfOne, readAt, stateOf, withReadingWords, type ReadingWord } from '#core/report/reading-words.ts'
import { statementKinds, type Report } from '#core/report/report.ts'
import { readReports } from '#core/report/read-reports.ts'
import { sourceFromText } from '#core/source/source.ts'
import { referenceContext } from '../../../src-main/host/reference.ts'

const source = sourceFromText(readFileSync(new URL('../../../seeds/000_8625d94934d53eac.txt', import.meta.url), 'utf8'), 'seed.txt')
const { reports } = readReports(source, referenceContext())

const anyReport = fc.constantFrom(...reports)
const fields = fc.record({
  value: fc.option(fc.nat(1000)), upper: fc.constant(null), unit: fc.constantFrom('个', '%', null), operator: fc.constantFrom('=' as const, '>=' as const),
  deadlineYear: fc.constantFrom(2030, null), deadline: fc.constantFrom('到2030年', null)
})
const heading = fc.record({ level: fc.integer({ min: 1, max: 4 }), label: fc.constantFrom('一、', ''), heading: fc.constant('另一个标题') })

/** A word on something that the program read there, or on any words at all. */
const wordOn = (report: Report): fc.Arbitrary<ReadingWord> => {
  const anywhere = fc.tuple(fc.nat(report.text.length - 1), fc.integer({ min: 1, max: 60 })).map(([start, length]) => ({ start, end: Math.min(report.text.length, start + length) }))
  const among = (spans: readonly { start: number; end: number }[]) => (spans.length === 0 ? anywhere : fc.oneof(fc.constantFrom(...spans.map(({ start, end }) => ({ start, end }))), anywhere))
  return fc.oneof(
    fc.record({ part: fc.constant('kind' as const), place: among(report.statements), value: fc.constantFrom(...statementKinds) }),
    fc.record({ part: fc.constant('target' as const), place: among(report.targets), value: fc.option(fields) }),
    among(report.programmes.flatMap(({ occurrences }) => occurrences)).chain((place) => fc.record({ part: fc.constant('programme' as const), place: fc.constant(place), value: fc.option(fc.constant(report.text.slice(place.start, place.end))) })),
    fc.record({ part: fc.constant('outline' as const), place: among(report.outline.map((entry) => headingSpan(report.text, entry))), value: fc.option(heading) })
  )
}
const worded = anyReport.chain((report) => fc.tuple(fc.constant(report), fc.array(wordOn(report), { maxLength: 6 })))

describe('a person’s words on what was read in the reports of the seed', () => {
  it('said twice are as said once; without any the report is the program’s', () => {
    fc.assert(
      fc.property(worded, ([report, words]) => {
        const once = withReadingWords(report, words)
        expect(withReadingWords(once, words)).toEqual(once)
        expect(withReadingWords(report, [])).toBe(report)
      })
    )
  })

  it('change nothing but what they speak of', () => {
    fc.assert(
      fc.property(anyReport.chain((report) => fc.tuple(fc.constant(report), wordOn(report))), ([report, word]) => {
        const { statements, targets, programmes, outline, ...rest } = withReadingWords(report, [word])
        expect(rest).toMatchObject({ text: report.text, officials: report.officials })
        if (word.part !== 'kind') expect(statements).toBe(report.statements)
        if (word.part !== 'outline') expect(outline).toBe(report.outline)
        if (word.part !== 'programme') expect(programmes).toBe(report.programmes)
        if (word.part === 'target') expect(targets.filter(({ by }) => by === undefined)).toEqual(report.targets.filter((target) => !isOfOne(target, word.place)))
        else expect(targets).toBe(report.targets)
      })
    )
  })

  it('stand where they were said, in order, and an outline stays one', () => {
    fc.assert(
      fc.property(worded, ([report, words]) => {
        const { targets, outline, programmes, text } = withReadingWords(report, words)
        expect([...targets].sort((a, b) => a.start - b.start)).toEqual(targets)
        for (const target of targets.filter(({ by }) => by === 'person')) expect(words.some(({ part, place }) => part === 'target' && place.start === target.start && place.end === target.end)).toBe(true)
        for (const { name, occurrences } of programmes) for (const { start, end } of occurrences) expect(text.slice(start, end)).toBe(name)
        outline.forEach((entry, n) => {
          expect(entry.end).toBeGreaterThanOrEqual(entry.start)
          const next = outline.slice(n + 1).find(({ level, start }) => level <= entry.level && start >= entry.start)
          if (next !== undefined) expect(entry.end).toBeLessThanOrEqual(next.start)
        })
      })
    )
  })

  it('what the program reads, said again, is a confirmation; anything else a correction', () => {
    for (const report of reports) {
      for (const target of report.targets) {
        const place = { start: target.start, end: target.end }
        expect(stateOf(report, { part: 'target', place, value: fieldsOf(target) })).toBe('confirmed')
        expect(stateOf(report, { part: 'target', place, value: { ...fieldsOf(target), value: 987_654 } })).toBe('corrected')
        expect(stateOf(report, { part: 'target', place, value: null })).toBe('corrected')
        expect(readAt(report, 'target', place)).toEqual(fieldsOf(target))
      }
      for (const { start, end, kind } of report.statements) {
        expect(stateOf(report, { part: 'kind', place: { start, end }, value: kind })).toBe('confirmed')
        expect(stateOf(report, { part: 'kind', place: { start, end }, value: statementKinds.find((other) => other !== kind)! })).toBe('corrected')
      }
      for (const { name, occurrences } of report.programmes) {
        expect(stateOf(report, { part: 'programme', place: occurrences[0]!, value: name })).toBe('confirmed')
        expect(stateOf(report, { part: 'programme', place: occurrences[0]!, value: null })).toBe('corrected')
      }
    }
  })

  it('a word is a confirmation just when the report with it reads as it did without it', () => {
    const unsigned = ({ statements, targets, programmes, outline }: Report): unknown => [
      statements.map(({ kind }) => kind), targets.map((target) => [target.start, target.end, fieldsOf(target)]),
      programmes.map(({ name, occurrences }) => [name, occurrences.length]).sort(), outline.map(({ start, level, label, heading }) => [start, level, label, heading])
    ]
    fc.assert(
      fc.property(anyReport.chain((report) => fc.tuple(fc.constant(report), wordOn(report))), ([report, word]) => {
        const state = stateOf(report, word)
        const isSame = JSON.stringify(unsigned(withReadingWords(report, [word]))) === JSON.stringify(unsigned(report))
        expect(state === 'lost' || state === (isSame ? 'confirmed' : 'corrected')).toBe(true)
      }),
      { numRuns: 400 }
    )
  })

  it('a kind on less than half of a statement holds for nothing, and says so', () => {
    const report = reports[0]!
    const [{ start, end }] = report.statements as [Report['statements'][number]]
    const word = { part: 'kind' as const, place: { start, end: start + Math.floor((end - start) / 3) }, value: 'procedure' as const }
    expect(stateOf(report, word)).toBe('lost')
    expect(withReadingWords(report, [word]).statements).toEqual(report.statements)
  })
})

// 虚构样例
const [invented] = readReports(sourceFromText('甘南省召开民政工作会议\n2023年3月1日，甘南省召开民政工作会议。会议强调，到2025年，新建养老服务中心100个，培训护理员若干名。实施云岭康养行动。', '一.txt'), referenceContext()).reports
const at = (words: string) => ({ start: invented!.text.indexOf(words), end: invented!.text.indexOf(words) + words.length })

describe('a target that a person marks', () => {
  it('is drafted by the program’s own reader, with the deadline of its sentence', () => {
    expect(targetDraft(invented!, at('新建养老服务中心100个'))).toEqual({ value: 100, upper: null, unit: '个', operator: '=', deadlineYear: 2025, deadline: '到2025年' })
    expect(targetDraft(invented!, at('实施云岭康养行动'))).toMatchObject({ value: null, unit: null })
  })

  it('stands in the report under the theme of its sentence, by the person', () => {
    const value = { value: null, upper: null, unit: null, operator: 'about' as const, deadlineYear: null, deadline: null }
    const { targets } = withReadingWords(invented!, [{ part: 'target', place: at('培训护理员若干名'), value }])
    expect(targets.filter(({ by }) => by === 'person')).toMatchObject([{ ...at('培训护理员若干名'), operator: 'about' }])
  })

  it('its edges are the words, not the marks around them', () => {
    const { start, end } = at('实施云岭康养行动')
    expect(withoutEdges(invented!.text, { start: start - 1, end: end + 1 })).toEqual({ start, end })
  })
})

describe('a heading that a person calls by other words than stand there', () => {
  const place = at('实施云岭康养行动')
  const named = withReadingWords(invented!, [{ part: 'outline', place, value: { level: 1, label: '', heading: '康养' } }])

  it('keeps the words it was said of: what is pointed at, and read there, is the person’s heading', () => {
    const [entry] = named.outline.filter(({ by }) => by === 'person')
    expect(headingSpan(named.text, entry!)).toEqual(place)
    expect(readAt(named, 'outline', headingSpan(named.text, entry!))).toEqual({ level: 1, label: '', heading: '康养' })
  })

  it('does so also where none of its words stands behind it', () => {
    const { outline, text } = withReadingWords(invented!, [{ part: 'outline', place, value: { level: 1, label: '（一）', heading: '另一个标题' } }])
    expect(outline.filter(({ by }) => by === 'person').map((entry) => headingSpan(text, entry))).toEqual([place])
  })
})

// 虚构样例
const [canteens] = readReports(sourceFromText('甘南省召开民政工作会议\n2023年3月1日，甘南省召开民政工作会议。会议强调，要推广“长者食堂”。要实施长者食堂提升行动。要办好长者食堂。长者食堂提升行动要到村。', '一.txt'), referenceContext()).reports

describe('a name of a programme that a person marks', () => {
  const places = (words: string) => [...canteens!.text.matchAll(new RegExp(words, 'g'))].map(({ index }) => ({ start: index, end: index + words.length }))
  const longer = '长者食堂提升行动'
  const [first, second] = places(longer)
  const namesIn = (words: readonly ReadingWord[]) => Object.fromEntries(withReadingWords(canteens!, words).programmes.map(({ name, occurrences }) => [name, occurrences.map(({ start }) => start)]))
  const short = places('长者食堂').map(({ start }) => start)

  it('takes the place of another name where it was marked, and there alone', () => {
    expect(namesIn([])).toEqual({ 长者食堂: short })
    expect(namesIn([{ part: 'programme', place: first!, value: longer }])).toEqual({ 长者食堂: short.filter((start) => start !== first!.start), [longer]: [first!.start, second!.start] })
  })

  it('takes another name away where none of its places is left', () => {
    expect(namesIn(places('长者食堂').map((place) => ({ part: 'programme', place: { start: place.start - 1, end: place.end }, value: canteens!.text.slice(place.start - 1, place.end) })))).not.toHaveProperty('长者食堂')
  })

  it('denied is gone wherever it stands; a name within it, or around it, is not', () => {
    const said: ReadingWord = { part: 'programme', place: first!, value: longer }
    expect(Object.keys(namesIn([said, { part: 'programme', place: places('长者食堂')[0]!, value: null }]))).toEqual([longer])
    expect(namesIn([said, { part: 'programme', place: second!, value: null }])).toEqual({ 长者食堂: short.filter((start) => start !== first!.start) })
  })

  it('of names that lie in one another, that is read which is just the words', () => {
    const report = withReadingWords(canteens!, [{ part: 'programme', place: first!, value: longer }])
    expect(readAt(report, 'programme', second!)).toBe(longer)
    expect(readAt(report, 'programme', { start: second!.start, end: second!.start + 4 })).toBe('长者食堂')
  })
})
