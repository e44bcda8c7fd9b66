import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matching } from '../../src-renderer/command-match.ts'

const items = [
  { id: 'counts', texts: ['频次与占比', 'Counts and shares'] },
  { id: 'export', texts: ['导出对照表：Excel 工作簿', 'Export the table: Excel workbook'] },
  { id: 'quotations', texts: ['原文对照', 'Quotations side by side'] },
  { id: 'hubei', texts: ['湖北 湖北召开全省民政工作会议', '湖北省', '2023-02-15'] }
]
const found = (query: string): string[] => matching(items, query).map(({ id }) => id)

describe('what is typed into the palette', () => {
  it('finds a command by a part of its words in either language', () => {
    expect(found('占比')).toEqual(['counts'])
    expect(found('share')).toEqual(['counts'])
    expect(found('对照')).toEqual(['export', 'quotations'])
  })

  it('may hold several words in any order and language, in any width and case', () => {
    expect(found('excel 导出')).toEqual(['export'])
    expect(found('ＥＸＣＥＬ')).toEqual(['export'])
    expect(found('民政 2023')).toEqual(['hubei'])
    expect(found('民政 2024')).toEqual([])
  })

  it('finds everything in its order while nothing is typed', () => {
    expect(found('  ')).toEqual(items.map(({ id }) => id))
  })

  it('always finds an item by any part of any of its texts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...items), fc.nat(), fc.nat(), (item, a, b) => {
        const text = item.texts[a % item.texts.length]!
        const start = b % text.length
        expect(matching(items, text.slice(start, start + 3))).toContain(item)
      })
    )
  })
})
