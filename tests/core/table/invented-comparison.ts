import { buildComparison } from '#core/compare/build.ts'
import type { Comparison } from '#core/compare/comparison.ts'
import { comparisonTables, type ComparisonTables } from '#core/table/from-comparison.ts'
import { inventedCodebook, inventedReport, stamp } from '../compare/invented-reports.ts'

// 虚构样例: two reports of provinces that do not exist.

const codebook = inventedCodebook('elderly', 'charity')

export const eastern = inventedReport({
  id: 'east',
  title: '云东召开虚构工作会议',
  province: ['810001', '云东省'],
  date: '2031-02-10',
  meeting: '虚构工作会议',
  clauses: [
    ['¶一是建设云杉驿站，推进“云杉里”更加优质可及，', 'elderly'],
    ['新建山区食堂三百个。', 'elderly'],
    ['开展邻里募捐。', 'charity']
  ],
  outline: { 一是建设云杉驿站: '一是' },
  targets: [{ quote: '新建山区食堂三百个', theme: 'elderly', value: 300, unit: '个', operator: '>=' }],
  programmes: [['云杉里', 'elderly']]
})

export const western = inventedReport({
  id: 'west',
  title: '云西召开虚构工作会议',
  province: ['800001', '云西省'],
  date: '2031-01-08',
  clauses: [['¶谋划云杉驿站建设，', 'elderly'], ['新建山区食堂。', 'elderly']]
})

export const inventedComparison: Comparison = buildComparison([eastern, western], codebook, { codebook: stamp })

export const inventedTables = (language: 'zh' | 'en' = 'zh'): ComparisonTables =>
  comparisonTables(inventedComparison, { language, madeOn: '2031-03-01', program: 'Duizhao 0.0.0' })

/** A comparison of one report that says `text` on the one theme, and nothing else. */
export function comparisonOf(text: string): Comparison {
  const report = inventedReport({ id: 'one', title: text, province: ['1', text], meeting: text, clauses: [[text, 'elderly']], sourceFile: text, programmes: [], width: 1000 })
  return buildComparison([report], codebook, { codebook: { ...stamp, id: text } })
}

export const tablesOf = (text: string): ComparisonTables => comparisonTables(comparisonOf(text), { language: 'zh', madeOn: '2031-03-01' })
