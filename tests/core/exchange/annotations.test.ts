import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotationLines, annotationsOf } from '#core/exchange/annotations.ts'
import { citationsOf } from '#core/exchange/citations.ts'
import { readAnnotations, type ReadAnnotation } from '#core/exchange/read-annotations.ts'
import { workOfAnnotations } from '#core/exchange/work-of-annotations.ts'
import { codebookGuids } from '../../../src-main/writers/codebook-files.ts'
import { coding, inventedWork, note, placeOf, report, text, workCodebook } from './invented-work.ts'

// 虚构样例

const guidOf = codebookGuids('test')
const codeGuidOf = codebookGuids(workCodebook.id)
const themeOf = (guid: string) => {
  const theme = workCodebook.themes.find(({ id }) => codeGuidOf(id) === guid)
  return theme === undefined ? null : { codebook: workCodebook.id, theme: theme.id }
}
const work = inventedWork(report())
const made = annotationsOf(work, { language: 'zh', guidOf, codeGuidOf })
const known = [{ title: '虚构', text, hash: 'a'.repeat(64) }]
const received = (file: string, texts = known) => workOfAnnotations(readAnnotations(file).annotations, texts, themeOf)
const selectorsOf = ({ target }: (typeof made)[number]) => [target].flat()[0]!.selector ?? []

describe('annotations of the web', () => {
  it('have both selectors, in code points, with 32 characters around', () => {
    const [first] = made
    const points = [...text]
    const [quote, position] = selectorsOf(first!)
    expect(quote).toMatchObject({ type: 'TextQuoteSelector', exact: '李𬭎', suffix: text.slice(placeOf('李𬭎').end, placeOf('李𬭎').end + 32) })
    if (position?.type !== 'TextPositionSelector') throw new Error('the second selector is a position')
    expect(points.slice(position.start, position.end).join('')).toBe('李𬭎')
    expect(first).toMatchObject({ target: { source: `urn:sha256:${'a'.repeat(64)}` }, motivation: ['commenting', 'tagging', 'classifying'], creator: { type: 'Person', name: '乙' }, created: '2026-01-05T08:10:00Z', modified: '2026-01-06T08:10:00Z' })
  })

  it('are one a line, always the same, each with an id of its own', () => {
    const lines = annotationLines(made)
    expect(lines).toBe(annotationLines(annotationsOf(work, { language: 'zh', guidOf, codeGuidOf })))
    expect(lines.trimEnd().split('\n').map((line) => (JSON.parse(line) as { id: string }).id)).toEqual([...new Set(made.map(({ id }) => id))])
  })

  it('come back as the notes and codings that they were', () => {
    const { reports, doubts } = received(annotationLines(made))
    const own = work.reports[0]!
    const seen = (notes: typeof own.notes | (typeof reports)[number]['notes']) =>
      notes.map(({ place, quote, theme, body, author, color, tags, writtenAt }) => ({ place, exact: quote.exact, theme, body, author, color, tags, writtenAt }))
    // the last one's words are in no text any more: it waits on the report
    expect(seen(reports[0]!.notes).slice(0, 3)).toEqual(seen(own.notes).slice(0, 3))
    expect(reports[0]!.notes[3]).toMatchObject({ place: { start: 0, end: 0 }, tags: ['待核位置'], body: '一条批注\n第二行\n〔原文〕已经不在的话\n第二行' })
    expect(reports[0]!.codings).toEqual(own.codings.map(({ places, ...kept }) => ({ ...kept, place: places[0] })))
    expect(doubts).toEqual([{ what: 'no-place', source: '虚构', said: '已经不在的话\n第二行' }])
  })

  it('whose selectors disagree are placed by neither', () => {
    const one = annotationLines(annotationsOf(inventedWork(report({ codings: [coding('发展慈善事业')], notes: [note(placeOf('李𬭎'))] })), { language: 'zh', guidOf, codeGuidOf }))
    const moved = one.replaceAll(/"start":(\d+),"end":(\d+)/g, (_, start: string, end: string) => `"start":${Number(start) - 1},"end":${Number(end) - 1}`)
    const { reports, doubts } = received(moved)
    expect(reports[0]!.codings).toEqual([])
    expect(reports[0]!.notes).toMatchObject([{ place: { start: 0, end: 0 }, tags: ['待核位置'], body: expect.stringContaining('〔原文〕李𬭎') as string }])
    expect(doubts.map(({ what }) => what)).toEqual(['no-place', 'no-place'])
  })

  it('on a text that was read anew are found by the ladder, or wait', () => {
    const anew = [{ title: '新读', text: `多出来的一句话。${text}`, hash: 'b'.repeat(64) }]
    const file = annotationLines(annotationsOf(inventedWork(report({ codings: [], notes: [note(placeOf('要求发展慈善事业 & <社区>治理'))] })), { language: 'zh', guidOf, codeGuidOf }))
    const [found] = received(file, anew).reports[0]!.notes
    expect(anew[0]!.text.slice(found!.place!.start, found!.place!.end)).toBe('要求发展慈善事业 & <社区>治理')
    // two reports have the words: nobody can tell
    expect(received(file, [...anew, { ...anew[0]!, hash: 'c'.repeat(64) }])).toMatchObject({ reports: [], doubts: [{ what: 'loose-note', count: 1 }] })
  })

  it('of another program are read: single bodies, lists, collections; what is none is counted', () => {
    const other = { type: 'Annotation', body: '一句评论', creator: 'http://x/王', target: { source: 'http://elsewhere/', selector: { type: 'TextQuoteSelector', exact: '张𬭎同志在甘南省召开会议，强调健全养老服务。', prefix: '虚构样例：', suffix: '\n会议由' } } }
    for (const file of [JSON.stringify(other), JSON.stringify([other]), JSON.stringify({ type: 'AnnotationCollection', first: { items: [other] } })]) {
      expect(received(file).reports[0]!.notes).toMatchObject([{ body: '一句评论', author: 'http://x/王', quote: { exact: '张𬭎同志在甘南省召开会议，强调健全养老服务。' } }])
    }
    expect(readAnnotations('{"type":"Annotation"}\nno json\n{"type":"Other"}\n')).toMatchObject({ unread: 2 })
  })

  it('never throw, whatever the file', () => {
    const value = fc.json().map((json) => JSON.parse(json) as unknown)
    fc.assert(
      fc.property(fc.record({ type: fc.constant('Annotation'), target: value, body: value, creator: value, created: value }, { requiredKeys: ['type'] }), (one) => {
        const { annotations } = readAnnotations(JSON.stringify(one))
        expect(annotations.every((each: ReadAnnotation) => each.position === null || typeof each.position.start === 'number')).toBe(true)
        expect(() => workOfAnnotations(annotations, known, themeOf)).not.toThrow()
      })
    )
  })
})

describe('citations', () => {
  it('name what is known and leave out the rest', () => {
    const about = { ...report().about, meeting: '虚构会议', reporter: '李某', attribution: '虚构厅', venue: '虚构市', documentNumber: '虚〔2026〕1号' }
    expect(citationsOf(inventedWork(report({ about })))).toEqual([
      {
        id: '620000-2026-01-04', type: 'article-newspaper', language: 'zh-CN', title: '甘南省召开会议 “虚构”', author: [{ literal: '李某' }],
        'event-title': '虚构会议', 'event-place': '虚构市', 'event-date': { 'date-parts': [[2026, 1, 4]] }, number: '虚〔2026〕1号', note: '据虚构厅'
      }
    ])
  })

  it('have institutions as whole names, the known part of a date, and ids of their own', () => {
    const about = { ...report().about, date: '2026', issuer: '虚构省民政厅' }
    expect(citationsOf(inventedWork(report({ about }), report({ about })))).toMatchObject([
      { id: '620000-2026', type: 'report', author: [{ literal: '虚构省民政厅' }], authority: '虚构省民政厅', issued: { 'date-parts': [[2026]] } },
      { id: '620000-2026-2' }
    ])
    const unknown = citationsOf(inventedWork(report({ about: { ...about, date: null, place: null, issuer: null } })))[0]!
    expect(Object.keys(unknown)).toEqual(['id', 'type', 'language', 'title'])
  })
})
