import { describe, expect, it } from 'vitest'
import { parseJson } from '#core/table/parse-json.ts'
import { eastern } from './invented-comparison.ts'

describe('duizhao/parse@1 (虚构样例)', () => {
  const source = { file: 'east.png', sha256: '0'.repeat(64), mediaType: 'image/png', encoding: null, bytes: 1, warnings: [], reports: [eastern.report], leftOver: [] }

  it('says of each report how surely it was recognised, and null of the file’s own text', () => {
    const lines = eastern.lines.map((line) => ({ ...line, confidence: 0.93 }))
    const recognisedOf = (of: Parameters<typeof parseJson>[0][number]) => parseJson([of]).sources[0]!.reports[0]!.recognised
    expect(recognisedOf({ ...source, lines })).toBe(0.93)
    expect(recognisedOf({ ...source, lines: eastern.lines })).toBeNull()
  })

  it('does not print the lines', () => {
    expect(Object.keys(parseJson([{ ...source, lines: eastern.lines }]).sources[0]!)).toEqual(['file', 'sha256', 'mediaType', 'encoding', 'bytes', 'warnings', 'reports', 'leftOver'])
  })
})
