import { describe, expect, it } from 'vitest'
import type { CellSummary } from '#core/contract/summary-calls.ts'
import { nextEmpty, progressOf, summaryGrid, type SummaryForm } from '../../../../src-renderer/screens/summaries/summary-cells.ts'
import { cell, column, comparison, passage, row } from '../matrix/comparisons.ts'

// 虚构样例: the reports 1 and 2; 2 says nothing of y and z, and that is confirmed of z
const compared = comparison(
  [column('1'), column('2')],
  [
    row('x', [cell([passage('1', '甲')]), cell([passage('2', '乙')])]),
    row('y', [cell([passage('1', '丙')]), cell([])]),
    row('z', [cell([]), cell([], { verdict: 'absent' })]),
    row('none', [cell([]), cell([])])
  ]
)
const form: SummaryForm = {
  reports: compared.columns.map(({ id, title, province, date, meeting, characters, source, sha256 }) => ({ id, title, jurisdiction: province, province, date, meeting, characters, source, sha256, recognised: null })),
  rows: compared.rows,
  emptyThemes: false
}

const summary = (more: Partial<CellSummary>): CellSummary => ({
  codebook: compared.codebook.id, theme: 'x', part: 'report', reports: ['1'], body: '写了', isFilled: false, links: [], author: '', writtenAt: '', editedAt: '', ...more
})

const grid = (summaries: readonly CellSummary[] = [], more: Partial<SummaryForm> = {}) => summaryGrid(compared, summaries, { ...form, ...more })
const statesOf = (theme: string) => grid().lines.find((line) => line.row.theme === theme)?.cells.map(({ state }) => state)

describe('the summary matrix (虚构样例)', () => {
  it('has a column for each report, then what they have in common and where they differ; one report is compared with nothing', () => {
    expect(grid().lines[0]?.cells.map(({ place }) => [place.part, place.reports])).toEqual([['report', ['1']], ['report', ['2']], ['common', ['1', '2']], ['difference', ['1', '2']]])
    expect(grid([], { reports: form.reports.slice(0, 1) }).lines[0]?.cells.map(({ place }) => place.part)).toEqual(['report'])
  })

  it('leaves out the themes that nothing is known of, unless they are asked for', () => {
    expect(grid().lines.map((line) => line.row.theme)).toEqual(['x', 'y', 'z'])
    expect(grid([summary({ theme: 'none' })]).lines.map((line) => line.row.theme)).toContain('none')
    expect(grid([], { emptyThemes: true }).lines).toHaveLength(4)
  })

  it('says what is known of each cell', () => {
    expect(statesOf('y')?.slice(0, 2)).toEqual(['present', 'unread'])
    expect(statesOf('z')?.slice(0, 2)).toEqual(['unread', 'absent'])
  })

  it('counts what a person wrote of what is to be written; what was only filled in, and what lost its source, apart', () => {
    const lost = { id: 1, report: '2', anchoring: { state: 'orphan', basis: 'gone' }, place: null, quote: '乙', around: { prefix: '', suffix: '' } } as const
    expect(progressOf(grid())).toEqual({ written: 0, all: 7, unedited: 0, changed: 0 })
    const some = [summary({}), summary({ reports: ['2'], isFilled: true, links: [lost] }), summary({ part: 'common', reports: ['2', '1'] })]
    expect(progressOf(grid(some))).toEqual({ written: 2, all: 7, unedited: 1, changed: 1 })
  })

  it('goes on to the next empty cell, row by row and round, past those that nothing is to be written in, and at last to what was filled in', () => {
    const all = grid().lines.flatMap(({ cells }) => cells).filter(({ isExpected }) => isExpected)
    const visited: (string | undefined)[] = []
    for (let from: string | null = null; visited.length < all.length; from = visited.at(-1) ?? null) visited.push(nextEmpty(grid(), from)?.key)
    expect(visited).toEqual(all.map(({ key }) => key))
    expect(nextEmpty(grid(), all.at(-1)!.key)?.key).toBe(all[0]!.key)
    const written = all.map(({ place }) => summary({ ...place, isFilled: place.part === 'common' && place.theme === 'y' }))
    expect(nextEmpty(grid(written), null)?.place).toMatchObject({ theme: 'y', part: 'common' })
    expect(nextEmpty(grid(written.map((one) => ({ ...one, isFilled: false }))), null)).toBeNull()
  })

  it('keeps what was written for another set of reports in sight, and apart', () => {
    const other = summary({ part: 'common', reports: ['1', '9'], body: '与九比' })
    const [, , common] = grid([other]).lines[0]!.cells
    expect(common).toMatchObject({ summary: null, others: [other] })
    expect(grid([summary({ part: 'common', reports: ['8', '9'] })]).lines[0]!.cells[2]!.others).toEqual([])
  })
})
