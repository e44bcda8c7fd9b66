import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noteColors } from '#core/annotation/annotation.ts'
import { quoteAt } from '#core/annotation/quote.ts'
import { summaryParts, verdicts } from '#core/compare/comparison.ts'
import { readAnnotations } from '#core/exchange/read-annotations.ts'
import type { Received, ReceivedNote } from '#core/exchange/received.ts'
import { workOfAnnotations } from '#core/exchange/work-of-annotations.ts'
import { workOfProject } from '#core/exchange/work-of-project.ts'
import type { NotePlace, Work, WorkNote, WorkReport } from '#core/exchange/work.ts'
import type { Span } from '#core/text/span.ts'
import { projectSchema } from '../../../src-main/host/project-schema.ts'
import { readQdpx } from '../../../src-main/readers/exchange/read-qdpx.ts'
import { codebookGuids } from '../../../src-main/writers/codebook-files.ts'
import { workFile, type WorkFileOptions } from '../../../src-main/writers/work-files.ts'
import { inventedWork, report, workCodebook } from '../../core/exchange/invented-work.ts'

// 虚构样例: invented work on invented texts with characters of two units

const guidOf = codebookGuids(workCodebook.id)
const themes = new Map(workCodebook.themes.map(({ id }) => [guidOf(id), { codebook: workCodebook.id, theme: id }]))
const themeOf = (guid: string) => themes.get(guid) ?? null

const options = (format: 'qdpx' | 'jsonld', lineEnds: 'lf' | 'crlf'): WorkFileOptions => ({ format, lineEnds, language: 'zh', schema: projectSchema(), links: 0, files: () => [] })

/** Written, which it is not unless its schema has nothing against it, and read. */
async function thereAndBack(work: Work, format: 'qdpx' | 'jsonld', lineEnds: 'lf' | 'crlf' = 'lf'): Promise<Received> {
  const { bytes } = await workFile(work, options(format, lineEnds))
  if (format === 'qdpx') return workOfProject(await readQdpx(bytes, 'x'), themeOf)
  return workOfAnnotations(readAnnotations(Buffer.from(bytes).toString('utf8')).annotations, work.reports, themeOf)
}

const character = fc.constantFrom('甲', '乙', '𬭎', '😀', '，', '\n', ' ', '&', '<', 'a', '\u0301', '𠮷')
const time = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000).toISOString().replace('.000', ''))
const person = fc.constantFrom('甲', 'person', '乙 <b>', '')

/** No half of a pair, and not of white space alone. */
const placeIn = (text: string) =>
  fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]): Span => {
    const whole = (at: number, by: number) => (at > 0 && /[\udc00-\udfff]/.test(text.charAt(at)) ? at + by : at)
    const place = { start: whole(Math.min(a, b), -1), end: whole(Math.max(a, b), 1) }
    return text.slice(place.start, place.end).trim() === '' ? { start: 0, end: 1 } : place
  })

const reportWith = (first: string) =>
  fc.string({ unit: character, maxLength: 40 }).chain((some) => {
    const text = `${first}${some}`
    const body = fc.constantFrom('话', '第一行\n 第二行', '')
    const notes = fc.array(fc.record({ place: placeIn(text), body, author: person, color: fc.option(fc.constantFrom(...noteColors)), theme: fc.option(fc.constantFrom('one', 'two')) }), { minLength: 1, maxLength: 5 })
    const said = fc.uniqueArray(fc.record({ codebook: fc.constant(workCodebook.id), theme: fc.constantFrom('top', 'one', 'two'), verdict: fc.constantFrom(...verdicts) }), { selector: ({ theme }) => theme })
    return fc.record({ text: fc.constant(text), notes, verdicts: said, passages: fc.array(fc.option(placeIn(text)), { maxLength: 3 }) })
  })

const lost = { exact: '旧话“旧”', prefix: '前\n', suffix: '后{}' }

/** The nth note of a report has a time of its own: it is known by it. */
const timeOfNote = (report: number, n: number): string => `20${10 + report}-01-01T00:00:${10 + n}Z`

const workOfAnyone = fc
  .record({
    reports: fc.tuple(reportWith('甲'), reportWith('乙𬭎')),
    links: fc.uniqueArray(fc.record({ from: fc.nat(4), to: fc.nat(4), author: person, linkedAt: time }), { maxLength: 4, selector: ({ from, to }) => `${from} ${to}` }),
    summaries: fc.uniqueArray(fc.record({ theme: fc.constantFrom('top', 'one', 'two'), part: fc.constantFrom(...summaryParts), body: fc.constantFrom('一句话。', '第一句“𬭎”\n第二句 & <b>'), isFilled: fc.boolean(), author: person, writtenAt: time, editedAt: time }), {
      maxLength: 4, selector: ({ theme, part }) => `${theme} ${part}`
    })
  })
  .map(({ reports, links, summaries }): Work => {
    const made = reports.map(({ text, notes, verdicts: said }, n): WorkReport =>
      report({
        title: `报告${n}`, text, hash: createHash('sha256').update(text).digest('hex'), machine: [], codings: [], verdicts: said,
        notes: notes.map((own, m): WorkNote => ({ ...own, codebook: own.theme === null ? null : workCodebook.id, tags: [], quote: quoteAt(text, own.place), writtenAt: timeOfNote(n, m), editedAt: timeOfNote(n, m) }))
      })
    )
    const passages = reports.flatMap(({ text, passages: places }, n) => places.map((place) => ({ report: n, place, quote: place === null ? lost : quoteAt(text, place) })))
    return {
      ...inventedWork(...made),
      links: links.map(({ from, to, ...link }) => ({ ...link, from: { report: 0, note: from % made[0]!.notes.length }, to: { report: 1, note: to % made[1]!.notes.length } })),
      summaries: summaries.map((summary) => ({ ...summary, codebook: workCodebook.id, reports: summary.part === 'report' ? [1] : [1, 0], passages }))
    }
  })

interface Seen {
  readonly reports: readonly { readonly notes: readonly (WorkNote | ReceivedNote)[]; readonly verdicts?: WorkReport['verdicts']; readonly title: string }[]
  readonly links?: Work['links']
  readonly summaries?: Work['summaries']
}

/** By titles, whatever the order of reports and notes is. */
function seen({ reports, links = [], summaries = [] }: Seen): unknown {
  const noteAt = ({ report: n, note }: NotePlace) => reports[n]!.notes[note]!.writtenAt
  const titleOf = (n: number) => reports[n]!.title
  return {
    verdicts: Object.fromEntries(reports.map(({ title, verdicts: said = [] }): [string, string[]] => [title, said.map(({ theme, verdict }) => `${theme} ${verdict}`).sort()]).filter(([, said]) => said.length > 0)),
    links: [...new Set(links.map(({ from, to, author, linkedAt }) => JSON.stringify([noteAt(from), noteAt(to), author, linkedAt])))].sort(),
    notes: reports.flatMap(({ title, notes }) => notes.map(({ writtenAt, place, body, theme, author, color }) => JSON.stringify([title, writtenAt, place?.start, place?.end, body, theme, author, color]))).sort(),
    summaries: summaries.map(({ reports: own, passages, ...summary }) => ({ ...summary, reports: own.map(titleOf), passages: passages.map(({ report: n, place, quote }) => [titleOf(n), place, quote]) }))
  }
}

describe('links, verdicts and summaries that went out and came back', () => {
  it.each([['qdpx', 'lf'], ['qdpx', 'crlf'], ['jsonld', 'lf']] as const)('are the same, whatever the work, as %s (%s)', async (format, lineEnds) => {
    await fc.assert(
      fc.asyncProperty(workOfAnyone, async (work) => {
        const received = await thereAndBack(work, format, lineEnds)
        expect(seen(received)).toEqual(seen(work))
        expect(received.doubts).toEqual([])
      }),
      { numRuns: 60 }
    )
  }, 60_000)

  it('name theme and reports for whoever reads the project elsewhere', async () => {
    const work: Work = {
      ...inventedWork(report({ verdicts: [{ codebook: workCodebook.id, theme: 'two', verdict: 'absent' }] })),
      summaries: [{ codebook: workCodebook.id, theme: 'one', part: 'report', reports: [0], body: '省里讲了养老。', isFilled: false, author: '甲', writtenAt: '2026-01-05T08:10:00Z', editedAt: '2026-01-05T08:10:00Z', passages: [] }],
      links: [{ from: { report: 0, note: 0 }, to: { report: 0, note: 1 }, author: '乙', linkedAt: '2026-01-05T08:10:00Z' }]
    }
    const { project } = await readQdpx((await workFile(work, options('qdpx', 'lf'))).bytes, 'x')
    const [source] = project.sources
    const summary = project.notes.find(({ text }) => text === '省里讲了养老。')!
    expect([summary.name, source!.notes]).toEqual([expect.stringMatching(/^摘要 Summary：.+ · 甘南省召开会议/), expect.arrayContaining([summary.guid])])
    const variable = project.variables.find(({ name }) => name.startsWith('核实 Verdict：'))!
    expect(source!.values.find((value) => value.variable === variable.guid)?.value).toBe('未提及（已核实） Not mentioned (checked)')
    const [link] = project.links
    const words = (guid: string | null) => source!.selections.find((selection) => selection.guid === guid)?.name
    expect([words(link!.from), words(link!.to), link!.direction]).toEqual(['李𬭎', '𬭎同志', 'Associative'])
  })

  it('on themes that the codebook does not have are counted as lost', async () => {
    const { losses } = await workFile(inventedWork(report({ codings: [], verdicts: [{ codebook: workCodebook.id, theme: 'gone', verdict: 'absent' }] })), options('qdpx', 'lf'))
    expect(losses).toContainEqual({ what: 'unknown-themes', count: 1 })
  })

  it('of another program: a link of two passages joins them; one whose ends are nowhere is told of', () => {
    const one = report()
    const target = (exact: string) => {
      const start = one.text.indexOf(exact)
      return { source: `urn:sha256:${one.hash}`, selector: { type: 'TextQuoteSelector', ...(start < 0 ? { exact } : quoteAt(one.text, { start, end: start + exact.length })) } }
    }
    const link = (other: string) => ({ type: 'Annotation', motivation: 'linking', creator: '丙', target: [target('健全养老服务'), target(other)] })
    const { annotations } = readAnnotations(JSON.stringify([link('发展慈善事业'), link('没有的话')]))
    const { reports, links, doubts } = workOfAnnotations(annotations, [one], themeOf)
    expect([reports[0]!.notes.map(({ quote, body }) => [quote.exact, body]), links]).toMatchObject([[['健全养老服务', ''], ['发展慈善事业', '']], [{ from: { report: 0, note: 0 }, to: { report: 0, note: 1 }, author: '丙' }]])
    expect(doubts).toEqual([{ what: 'loose-link', count: 1 }])
  })
})
