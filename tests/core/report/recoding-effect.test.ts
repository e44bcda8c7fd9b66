import { describe, expect, it } from 'vitest'
import { compileCodebook } from '#core/codebook/compile.ts'
import { reviseAll } from '#core/codebook/revise.ts'
import { recodingEffect } from '#core/report/recoding-effect.ts'
import { readReports } from '#core/report/read-reports.ts'
import { sourceFromText } from '#core/source/source.ts'
import { context } from '../../golden/seed/seed.ts'
import { inventedCodebook, inventedTheme } from '../codebook/invented-codebook.ts'

// Invented report (虚构样例).
const report = readReports(sourceFromText('虚构省召开会议\n一要建好食堂。二要修好书屋。三要办好市集。'), context).reports[0]!

const before = inventedCodebook([inventedTheme('meals', { terms: ['食堂'] }), inventedTheme('books', { terms: ['书屋'] }), inventedTheme('fairs', { terms: ['赶集'] })])

describe('the effect of a change before it is applied', () => {
  it('is the statements whose themes change, with their themes before and after, and whether a merge explains it', () => {
    const revision = reviseAll(before, [
      { kind: 'merge', theme: 'books', into: 'meals' },
      { kind: 'edit', theme: 'fairs', fields: { patterns: inventedTheme('fairs', { terms: ['市集'] }).patterns } }
    ])
    if ('problem' in revision) throw new Error(JSON.stringify(revision.problem))
    const [effect] = [...recodingEffect([report], compileCodebook(before), compileCodebook(revision.codebook))]
    expect(effect!.statements).toBeGreaterThanOrEqual(3)
    expect(effect!.recoded.map(({ start, end, ...each }) => ({ text: report.text.slice(start, end), ...each }))).toEqual([
      { text: '二要修好书屋。', before: ['books'], after: ['meals'], byMerging: true },
      { text: '三要办好市集。', before: [], after: ['fairs'], byMerging: false }
    ])
  })

  it('is nothing for the same codebook, and reads no report that the caller does not ask for', () => {
    const compiled = compileCodebook(before)
    expect([...recodingEffect([report], compiled, compiled)].flatMap(({ recoded }) => recoded)).toEqual([])
    let asked = 0
    const reports = (function* () {
      for (;;) {
        asked++
        yield report
      }
    })()
    for (const { statements } of recodingEffect(reports, compiled, compiled)) {
      expect(statements).toBeGreaterThan(0)
      if (asked === 2) break
    }
    expect(asked).toBe(2)
  })
})
