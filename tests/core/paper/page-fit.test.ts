import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LINE, columnWidth, fitOnPages, headSpans } from '#core/paper/page-fit.ts'
import type { PaperColumn } from '#core/paper/paper.ts'

const label: PaperColumn = { header: '主题', kind: 'label', width: 10 }
const quoted = (header: string): PaperColumn => ({ header, kind: 'quotations', width: 42 })
const measures = (group: string): PaperColumn[] => ['n', '%', '每千字'].map((header) => ({ header, kind: 'count', width: 4, group }))

describe('a table on pages of A4', () => {
  it('stands upright where its columns fit, lies on its side where they do not', () => {
    expect(fitOnPages([label, ...measures('甲省'), ...measures('乙省')])).toEqual({ orientation: 'portrait', parts: [[0, 1, 2, 3, 4, 5, 6]] })
    expect(fitOnPages([label, quoted('甲省'), quoted('乙省')])).toEqual({ orientation: 'landscape', parts: [[0, 1, 2]] })
  })

  it('goes on in parts with the label in each, for 31 provinces of quotations', () => {
    const { parts } = fitOnPages([label, ...Array.from({ length: 31 }, (_, index) => quoted(`第${index}省`))])
    expect(parts).toHaveLength(11)
    expect(parts[1]).toEqual([0, 4, 5, 6])
  })

  it('has heads over the columns of one group, and none over the label', () => {
    expect(headSpans([label, ...measures('甲省'), ...measures('乙省')], [0, 4, 5, 6])).toEqual([
      { group: null, columns: [0] },
      { group: '乙省', columns: [4, 5, 6] }
    ])
  })

  it('leaves no column out, tells none twice, cuts no group, and is never wider than the line where a block fits it', () => {
    const block = fc.oneof(fc.integer({ min: 1, max: 60 }).map((width): PaperColumn[] => [{ header: '列', kind: 'text', width }]), fc.constant([quoted('列')]), fc.nat(9).map((n) => measures(`组${n}`)))
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 20 }), (blocks) => {
        const columns = [label, ...blocks.flatMap((own, index) => own.map((column) => (column.group === undefined ? column : { ...column, group: `${column.group}/${index}` })))]
        const { parts, orientation } = fitOnPages(columns)
        expect(parts.flatMap((part) => part.slice(1))).toEqual(columns.slice(1).map((_, index) => index + 1))
        for (const part of parts) {
          expect(part[0]).toBe(0)
          const groups = new Set(part.flatMap((index) => columns[index]!.group ?? []))
          for (const group of groups) expect(part.filter((index) => columns[index]!.group === group)).toHaveLength(3)
          const width = part.reduce((sum, index) => sum + columnWidth(columns[index]!), 0)
          if (part.length > 2 && groups.size === 0) expect(width).toBeLessThanOrEqual(LINE[orientation])
        }
      })
    )
  })
})
