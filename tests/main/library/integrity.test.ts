import { describe, expect, it } from 'vitest'
import { checkLibrary } from '../../../src-main/library/integrity.ts'
import { sql, type Query } from '../../../src-main/library/sql.ts'
import { codebookHash, now, storeReports } from './stored.ts'
import { newLibrary } from './temporary-library.ts'

// 虚构样例
function findingsAfter(...changes: Query[]): string[] {
  const library = newLibrary()
  library.write((writable) => {
    storeReports(writable, ['发展养老服务。提高低保标准。', '推进社区治理，办好每一件实事。'])
    for (const change of changes) writable.run(change)
  })
  return checkLibrary(library.read).map(({ invariant, place }) => `${invariant}: ${place}`)
}

describe('the check of a library', () => {
  it('finds nothing in a sound one', () => {
    expect(findingsAfter()).toEqual([])
  })

  it('finds each fault, and says where', () => {
    expect(findingsAfter(sql`UPDATE sources SET bytes = x'00'`)).toEqual(['bytes-match-hash: sources 1'])
    expect(findingsAfter(sql`UPDATE reports SET map = '[5,0,0,5]' WHERE id = 2`)).toEqual(['report-traces-to-source: reports 2'])
    expect(findingsAfter(sql`UPDATE reports SET map = 'x' WHERE id = 2`)).toEqual(['report-readable: reports 2'])
    expect(findingsAfter(sql`UPDATE machine_codings SET statements = '[[],[],[0,99,2,0]]' WHERE report_id = 1`)).toEqual(['statements-within-text: reports 1'])
    expect(findingsAfter(sql`DELETE FROM machine_codings WHERE report_id = 1`)).toEqual(['report-readable: reports 1'])
    expect(findingsAfter(sql`DELETE FROM report_index WHERE rowid = 2`)).toEqual(['report-is-indexed: reports 2', 'report-is-indexed: reports 2'])
    expect(findingsAfter(sql`INSERT INTO report_index (rowid, tokens) VALUES (9, '养 老')`)).toEqual(['report-is-indexed: report_index 9'])
    expect(
      findingsAfter(
        sql`INSERT INTO person_codings (report_id, codebook, theme, decision, source_spans, quote, coder, coded_at)
            VALUES (1, ${codebookHash}, 'charity', 'assigned', '[{"start":0,"end":2}]', '慈善', '甲', ${now})`
      )
    ).toEqual(['person-coding-within-source: person_codings 1'])
    expect(findingsAfter(sql`INSERT INTO changes (label, assignments, state, made_at) VALUES ('{}', '{', 'done', ${now})`)).toEqual(['work-readable: changes 1'])
    expect(findingsAfter(sql`UPDATE sources SET choices = '{"articles":' WHERE id = 1`)).toEqual(['work-readable: sources 1'])
    expect(
      findingsAfter(
        sql`INSERT INTO notes (report_id, source_spans, exact, prefix, suffix, body, written_at, edited_at) VALUES (2, '7', '', '', '', '虚构', ${now}, ${now})`
      )
    ).toEqual(['work-readable: notes 1'])
    expect(
      findingsAfter(sql`INSERT INTO coding_rounds (name, start, coders, codebook, opened_at) VALUES ('', 'draft', '["甲"', ${codebookHash}, ${now})`)
    ).toEqual(['work-readable: coding_rounds 1'])
    expect(
      findingsAfter(
        sql`INSERT INTO person_codings (report_id, codebook, theme, decision, source_spans, quote, coder, coded_at)
            VALUES (1, ${codebookHash}, 'charity', 'assigned', '[{', '慈善', '甲', ${now})`
      )
    ).toEqual(['work-readable: person_codings 1'])
  })

  it('finds a note that is not as long as its words', () => {
    const findingsOf = ({ tags = '[]', approved = null, hash = 'a'.repeat(64), start = null, end = null }: Partial<Record<'tags' | 'approved' | 'hash', string | null>> & Partial<Record<'start' | 'end', number | null>>) =>
      findingsAfter(
        sql`INSERT INTO notes (report_id, source_spans, exact, prefix, suffix, body, written_at, edited_at, tags, approved, text_sha256, text_start, text_end)
            VALUES (2, '[]', '社区', '', '', '虚构', ${now}, ${now}, ${tags}, ${approved}, ${hash}, ${start}, ${end})`
      )
    expect(findingsOf({ start: 2, end: 4 })).toEqual([])
    expect(findingsOf({ hash: null })).toEqual([])
    expect(findingsOf({ start: 2, end: 5 })).toEqual(['note-has-its-words: notes 1'])
    expect(findingsOf({ start: 2 })).toEqual(['note-has-its-words: notes 1'])
    expect(findingsOf({ hash: null, tags: '["甲"' })).toEqual(['work-readable: notes 1'])
    expect(findingsOf({ hash: null, approved: '[]' })).toEqual(['work-readable: notes 1'])
    // and SQLite itself takes no place that is none
    for (const [start, end] of [[-1, 1], [4, 2]]) expect(() => findingsOf({ start: start!, end: end! })).toThrow('CHECK')
    expect(() => findingsOf({ hash: 'kurz', start: 2, end: 4 })).toThrow('CHECK')
  })
})
