import { describe, expect, it } from 'vitest'
import { compareJson } from '#core/table/json.ts'
import { inventedComparison } from './invented-comparison.ts'

describe('duizhao/compare@1 (虚构样例)', () => {
  const json = JSON.parse(JSON.stringify(compareJson(inventedComparison))) as ReturnType<typeof compareJson>

  it('has the documented fields', () => {
    expect(json).toMatchObject({
      format: 'duizhao/compare@1',
      codebook: { id: 'invented', version: '1.0.0', sha256: 'c'.repeat(64) },
      columns: [
        { id: 'east', title: '云东召开虚构工作会议', province: { code: '810001', name: '云东省' }, date: '2031-02-10', characters: 40, source: 'east.txt' },
        { id: 'west' }
      ]
    })
    const [row] = json.rows
    expect(row).toMatchObject({ theme: 'elderly', label: { zh: '主题elderly', en: 'Theme elderly' }, shared: [{ phrase: '新建山区食堂', columns: [0, 1] }] })
    expect(row?.cells[0]).toMatchObject({
      state: 'present',
      characters: 33,
      share: 0.825,
      rank: 1,
      passages: [{ start: 0, end: 33, outline: ['一是建设云杉驿站'], paragraph: 1, source: { line: 1, lastLine: 3, page: null, lastPage: null, unit: 'line', recognised: null }, report: 'east' }],
      targets: [{ text: '新建山区食堂三百个', value: 300, unit: '个', operator: '>=', passage: 0 }],
      programmes: [{ name: '云杉里', occurrences: [[12, 15]] }]
    })
    expect(row?.pairs).toEqual([{ columns: [0, 1], passages: [0, 0], similarity: expect.any(Number) as number }])
    expect(json.rows[1]?.cells[1]).toEqual({ state: 'absent', verdict: null, characters: 0, share: 0, rank: null, passages: [], targets: [], programmes: [] })
  })

  it('has one cell for each column', () => {
    for (const { cells } of json.rows) expect(cells).toHaveLength(json.columns.length)
  })
})
