import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noteColors } from '#core/annotation/annotation.ts'
import { withCrlf } from '#core/exchange/line-ends.ts'
import { People } from '#core/exchange/people.ts'
import { projectElement } from '#core/exchange/project-elements.ts'
import { projectOfElement } from '#core/exchange/project-of-elements.ts'
import { projectOfWork } from '#core/exchange/project-of-work.ts'
import { textPathOf, type Project, type ProjectSelection, type ProjectSource } from '#core/exchange/project.ts'
import type { Received } from '#core/exchange/received.ts'
import { workOfProject } from '#core/exchange/work-of-project.ts'
import type { Work, WorkCoding, WorkNote } from '#core/exchange/work.ts'
import { codebookGuids } from '../../../src-main/writers/codebook-files.ts'
import { coding, inventedWork, note, report, workCodebook } from './invented-work.ts'

// 虚构样例

const guidOf = codebookGuids('test')
const codeGuids = codebookGuids(workCodebook.id)
const byGuid = new Map(workCodebook.themes.map(({ id }) => [codeGuids(id), { codebook: workCodebook.id, theme: id }]))
const themeOf = (guid: string) => byGuid.get(guid) ?? null

const projectOf = (work: Work) => projectOfWork(work, { language: 'zh', guidOf, codeGuidOf: codeGuids }, new People(guidOf)).project
const throughElements = (project: Project) => {
  const texts = new Map(project.sources.map((source) => [textPathOf(source), source.text]))
  return projectOfElement(projectElement(project), (path) => texts.get(path) ?? null)
}
const back = (project: Project): Received => workOfProject(throughElements(project), themeOf)

/** In one order, and with what a project keeps: a decision on two stretches is two, and no surroundings of quotes. */
const codingsOf = (codings: readonly WorkCoding[]) =>
  codings
    .flatMap(({ codebook, theme, decision, places, coder, codedAt }) => places.map(({ start, end }) => JSON.stringify({ codebook, theme, decision, start, end, coder, codedAt })))
    .sort()
const notesOf = (notes: readonly Omit<WorkNote, 'writtenAt' | 'editedAt'>[]) =>
  notes.map(({ quote, place, ...kept }) => JSON.stringify({ ...Object.fromEntries(Object.entries(kept).sort()), exact: quote.exact, start: place?.start ?? null, end: place?.end ?? null })).sort()

function expectSame(received: Received, work: Work): void {
  expect(received.doubts.filter(({ what }) => what !== 'machine-codings')).toEqual([])
  for (const [n, { title, text, codings, notes, about }] of work.reports.entries()) {
    const there = received.reports[n]!
    expect([there.title, there.text, there.facts]).toEqual([title, text, { date: about.date, placeCode: about.place?.code ?? null }])
    expect(codingsOf(there.codings.map(({ place, codedAt, ...own }) => ({ ...own, codedAt: codedAt!, places: [place] })))).toEqual([...new Set(codingsOf(codings))])
    expect(notesOf(there.notes)).toEqual(notesOf(notes))
  }
}

describe('work that went out as a project and came back', () => {
  it('is the same', () => {
    const work = inventedWork(report(), report({ title: '另一份', codings: [], notes: [] }))
    expect(throughElements(projectOf(work)).project).toEqual(projectOf(work))
    expectSame(back(projectOf(work)), work)
    expectSame(workOfProject(throughElements(withCrlf(projectOf(work))), themeOf), work)
  })

  it('is the same whatever the text and the work', () => {
    const character = fc.constantFrom('甲', '乙', '𬭎', '😀', '，', '\n', ' ', '&', '<', 'a', '\u0301')
    const time = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000).toISOString().replace('.000', ''))
    const person = fc.constantFrom('甲', 'person', '乙 <b>', '')
    const made = fc.string({ unit: character, maxLength: 60 }).chain((some) => {
      const text = `甲${some}`
      const place = fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => wholePlace(text, Math.min(a, b), Math.max(a, b)))
      const words = place.filter(({ start, end }) => end > start)
      const codings = fc.array(fc.record({ codebook: fc.constant(workCodebook.id), theme: fc.constantFrom('one', 'two'), decision: fc.constantFrom('assigned' as const, 'rejected' as const), places: words.map((one) => [one]), coder: person, codedAt: time }))
      const notes = fc.array(
        fc.record({
          place: fc.option(place.map((one) => (one.end > one.start ? one : { start: 0, end: 0 }))), theme: fc.option(fc.constantFrom('one', 'two')), body: fc.constantFrom('话', '第一行\n 第二行', ''),
          author: person, color: fc.option(fc.constantFrom(...noteColors)), tags: fc.uniqueArray(fc.constantFrom('甲', '标签：乙', 'c d')), writtenAt: time
        })
      )
      return fc.record({ text: fc.constant(text), codings, notes })
    })
    fc.assert(
      fc.property(made, ({ text, codings, notes }) => {
        const work = inventedWork(
          report({ text, machine: [], codings, notes: notes.map((own): WorkNote => ({ ...own, codebook: own.theme === null ? null : workCodebook.id, editedAt: own.writtenAt, quote: { exact: own.place === null ? '旧话\n  旧行' : text.slice(own.place.start, own.place.end), prefix: '', suffix: '' } })) })
        )
        expectSame(back(projectOf(work)), work)
      }),
      { numRuns: 150 }
    )
  })
})

/** No half of a pair, and not of white space alone: a name of blanks says nothing. */
function wholePlace(text: string, start: number, end: number) {
  const isInside = (at: number) => /[\udc00-\udfff]/.test(text.charAt(at)) && at > 0
  const place = { start: isInside(start) ? start - 1 : start, end: isInside(end) ? end + 1 : end }
  return text.slice(place.start, place.end).trim() === '' ? { start: 0, end: 0 } : place
}

// a project as others write them
const words = '第一行有𬭎字。\r\n第二行是发展慈善事业。'
const source = (more: Partial<ProjectSource>): ProjectSource => ({
  guid: 'aaaaaaaa-0000-4000-8000-000000000001', name: '虚构来源', description: '', text: words, by: null, at: null, selections: [], codings: [], notes: [], values: [], ...more
})
const selection = (start: number, end: number, more: Partial<ProjectSelection> = {}): ProjectSelection => ({
  guid: '', name: '', description: '', start, end, by: null, at: null, changedAt: null, codings: [], notes: [], ...more
})
const project = (more: Partial<Project>): Project => ({ name: '', origin: 'Other 1.0', users: [], codes: [], variables: [], cases: [], sources: [], notes: [], links: [], sets: [], ...more })
const received = (more: Partial<Project>) => workOfProject({ project: project(more), notTaken: [] }, themeOf)
const code = { guid: 'bbbbbbbb-0000-4000-8000-000000000001', code: codeGuids('one'), by: null, at: null, notes: [] }
const wanted = '发展慈善事业'

describe('a project of another program', () => {
  // where the words stand by each way of counting: in code points with CRLF as two characters at 13
  it.each([
    ['as the standard says', 13, 19, null],
    ['with CRLF as one', 12, 18, { unit: 'code-point', lineEnd: 1, byteOrderMark: 0, end: 'exclusive' }],
    ['in UTF-16', 14, 20, { unit: 'utf-16', lineEnd: 2, byteOrderMark: 0, end: 'exclusive' }],
    ['with the last character as the end', 13, 18, { unit: 'code-point', lineEnd: 2, byteOrderMark: 0, end: 'inclusive' }]
  ])('counts %s: found by the names', (_, start, end, counting) => {
    const { reports, doubts } = received({ sources: [source({ selections: [selection(start, end, { name: wanted, codings: [code] })] })] })
    const { text, codings } = reports[0]!
    expect(text.slice(codings[0]!.place.start, codings[0]!.place.end)).toBe(wanted)
    expect(doubts).toEqual(counting === null ? [] : [{ what: 'counting', source: '虚构来源', counting }])
  })

  it('whose names are not the words at their places is told of each; names that are mere labels say nothing', () => {
    const right = selection(13, 19, { name: '发展慈善…', codings: [code] })
    const wrong = selection(0, 3, { name: '别的', codings: [code] })
    expect(received({ sources: [source({ selections: [right, wrong] })] }).doubts).toEqual([{ what: 'mismatch', source: '虚构来源', said: '别的', found: '第一行' }])
    const labels = [selection(0, 3, { name: '1:1' }), selection(3, 5, { name: '1:2' })]
    expect(received({ sources: [source({ selections: labels })] }).doubts).toEqual([])
    expect(received({ sources: [source({ selections: [selection(5, 900, { name: 'x' })] })] }).doubts).toEqual([{ what: 'no-place', source: '虚构来源', said: 'x' }])
  })

  it('has comments without codes, notes by links, notes on sources: all are notes', () => {
    const note = { guid: 'cccccccc-0000-4000-8000-000000000001', name: '', description: '', text: '链接来的话', by: null, at: null, changedAt: null }
    const linked = selection(13, 19, { guid: 'dddddddd-0000-4000-8000-000000000001', name: wanted })
    const { reports, doubts } = received({
      sources: [source({ description: '关于来源', selections: [selection(0, 3, { name: '第一行', description: '一条评论' }), linked, selection(3, 4, { name: '有' })] })],
      notes: [note, { ...note, guid: 'cccccccc-0000-4000-8000-000000000002' }],
      links: [{ guid: 'eeeeeeee-0000-4000-8000-000000000001', name: '', direction: null, from: linked.guid, to: note.guid, notes: [] }]
    })
    expect(reports[0]!.notes.map(({ body, quote }) => [quote.exact, body])).toEqual([['第一行', '一条评论'], [wanted, '链接来的话'], ['有', ''], ['', '关于来源']])
    expect(doubts).toEqual([{ what: 'loose-note', count: 1 }])
  })

  it('names coders, or is itself the coder; codes that it does not define are counted', () => {
    const users = [{ guid: 'ffffffff-0000-4000-8000-000000000001', name: '王编码', id: '' }]
    const own = { ...code, by: users[0]!.guid }
    const { reports, doubts } = received({ users, sources: [source({ selections: [selection(13, 19, { name: wanted, codings: [own, code, { ...own, code: 'gone' }] })] })] })
    expect(reports[0]!.codings.map(({ coder }) => coder)).toEqual(['王编码', 'Other 1.0'])
    expect(doubts).toEqual([{ what: 'unknown-code', count: 1 }])
  })
})

it('what the program itself read goes out as its own and does not come back as a person’s', () => {
  const { doubts, reports } = back(projectOf(inventedWork(report({ codings: [coding('强调健全养老服务。')], notes: [note(null)] }))))
  expect(doubts).toEqual([{ what: 'machine-codings', count: 1 }])
  expect(reports[0]!.codings).toHaveLength(1)
})
