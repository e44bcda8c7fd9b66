import { describe, expect, it } from 'vitest'
import { ANY, CrossCount, crossUnits, NONE } from '#core/compare/cross.ts'
import { crossTable } from '#core/paper/cross-table.ts'
import type { Statement } from '#core/report/report.ts'

// 虚构样例: spans of a text that nobody wrote

const statement = (start: number, end: number, ...themes: string[]): Statement => ({ start, end, kind: 'plan', themes: themes.map((id) => ({ id, score: 1, evidence: [] })) })
const name = (zh: string) => ({ zh, en: zh })
const codebook = { name: name('本'), version: '1', sha256: 'f'.repeat(64) }

/** Two paragraphs: three clauses, then one. The codebook of the columns takes the first two clauses as one statement. */
const units = crossUnits({
  document: 2,
  paragraphs: [{ start: 0, end: 30 }, { start: 31, end: 40 }],
  x: [statement(0, 10, 'funds'), statement(10, 20, 'funds', 'talent'), statement(20, 30), statement(31, 40, 'pilot')],
  y: [statement(0, 20, 'elderly'), statement(20, 30, 'child'), statement(31, 40)]
})

const theme = (id: string, zh: string, kind: 'type' | 'instrument', ...within: string[]) => ({ theme: id, name: name(zh), kind, within: new Set([id, ...within]) })

const asked = {
  x: [theme('supply', '供给型', 'type', 'funds', 'talent'), theme('funds', '资金', 'instrument'), theme('talent', '人才', 'instrument'), theme('demand', '需求型', 'type', 'pilot'), theme('pilot', '试点', 'instrument')],
  y: [{ theme: 'elderly', name: name('养老') }, { theme: 'child', name: name('儿童') }],
  codebooks: { x: codebook, y: codebook }
}

function crossOf(...reports: (typeof units)[]) {
  const count = new CrossCount(asked)
  for (const report of reports) count.add(report)
  return count.cross()
}

const cross = crossOf(units)

describe('policy instruments by themes', () => {
  it('numbers clauses document–paragraph–place, coded or not', () => {
    expect(units.map(({ number }) => number)).toEqual(['2-1-1', '2-1-2', '2-1-3', '2-2-1'])
  })

  it('gives a clause the themes of every statement of the other codebook that it overlaps', () => {
    expect(units.map(({ y }) => [...y])).toEqual([['elderly'], ['elderly'], ['child'], []])
  })

  it('counts by hand: a clause of two instruments under each, under their type once; what has no instrument not at all', () => {
    expect(cross.columns.map((column) => column.theme)).toEqual(['elderly', NONE]) // 儿童 has no instrument
    expect(cross.rows.map(({ theme: id, units: n, counts, numbers }) => [id, n, counts, numbers])).toEqual([
      ['supply', 2, [2, 0], []],
      ['funds', 2, [2, 0], ['2-1-1', '2-1-2']],
      ['talent', 1, [1, 0], ['2-1-2']],
      ['demand', 1, [0, 1], []],
      ['pilot', 1, [0, 1], ['2-2-1']],
      [ANY, 3, [2, 1], []]
    ])
    expect([cross.coded, cross.clauses]).toEqual([3, 4])
  })

  it('is table T8: n, share of the clauses with an instrument, columns, and the numbers', () => {
    const { columns, rows, placesAt, notes } = crossTable(cross, 'zh')
    expect(columns.map(({ header }) => header)).toEqual(['政策工具（X）', 'n', '%', '养老', '未归入 Y', '条款编号'])
    expect(rows[1]!.cells).toEqual(['资金', 2, 2 / 3, 2, 0, '2-1-1、2-1-2'])
    expect(rows.at(-1)!.cells).toEqual(['合计', 3, 1, 2, 1, ''])
    expect([placesAt(1, 1), placesAt(1, 2), placesAt(1, 3), placesAt(5, 4), placesAt(1, 5)]).toEqual([
      { terms: ['funds', ANY], group: null }, null, { terms: ['funds', 'elderly'], group: null }, { terms: [ANY, NONE], group: null }, null
    ])
    expect(notes).toContain('n = 3：共 4 条，其余未用所列工具。')
  })

  it('is the same report by report as at once, and holds no more numbers than a paper prints, however many clauses there are', () => {
    expect(crossOf(units.slice(0, 1), units.slice(1))).toEqual(cross)
    const many = crossOf(...Array.from({ length: 150 }, () => units))
    expect(many.rows[1]).toMatchObject({ theme: 'funds', units: 300, counts: [300, 0] })
    expect(many.rows[1]!.numbers).toHaveLength(200)
    expect(crossTable(many, 'zh').rows[1]!.cells.at(-1)).toMatch(/2-1-2等，另有 100 条$/)
  })
})
