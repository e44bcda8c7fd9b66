import { describe, expect, it } from 'vitest'
import { cellTags } from '../../../../src-renderer/screens/matrix/cell-tags.ts'
import { cell, passage } from './comparisons.ts'

// 虚构样例
const programme = (report: string, name: string, start: number) => ({
  report,
  name,
  theme: 'x',
  occurrences: [{ start, end: start + name.length }],
  places: []
})

describe('chips of a cell (虚构样例)', () => {
  it('show a coined name once, with how many reports of the column use it, and lead to the first', () => {
    const programmes = [programme('a', '甲里乙养', 4), programme('b', '甲里乙养', 9), programme('b', '丙心服务', 20)]
    const view = { key: 'x:a', cell: cell([passage('a', '文字')], { programmes }), column: 0, passages: [], targets: [], notes: [], hits: 0 }
    expect(cellTags(view)).toEqual([
      { kind: 'programme', name: '甲里乙养', reports: 2, isByHand: false, place: { report: 'a', start: 4, end: 8 } },
      { kind: 'programme', name: '丙心服务', reports: 1, isByHand: false, place: { report: 'b', start: 20, end: 24 } }
    ])
  })

  it('say that a name is a person’s word, also where the program reads it in another report', () => {
    const programmes = [programme('a', '甲里乙养', 4), { ...programme('b', '甲里乙养', 9), by: 'person' as const }, programme('b', '丙心服务', 20)]
    const view = { key: 'x:a', cell: cell([passage('a', '文字')], { programmes }), column: 0, passages: [], targets: [], notes: [], hits: 0 }
    expect(cellTags(view)).toMatchObject([{ name: '甲里乙养', isByHand: true }, { name: '丙心服务', isByHand: false }])
  })
})
