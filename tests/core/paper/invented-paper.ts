import { paperOf } from '#core/paper/paper-tables.ts'
import type { PaperGround, PaperTemplate } from '#core/paper/paper.ts'
import { inventedCodebook } from '../compare/invented-reports.ts'
import { eastern, inventedComparison, western } from '../table/invented-comparison.ts'

/** The two invented reports (虚构样例) as a paper is made of them. */
export const inventedGround: PaperGround = { comparison: inventedComparison, reports: [eastern, western], codebook: inventedCodebook('elderly', 'charity'), ownTables: [] }

export const inventedPaper = (language: 'zh' | 'en' = 'zh', templates?: readonly PaperTemplate[]): ReturnType<typeof paperOf> =>
  paperOf(inventedGround, { language, madeOn: '2031-03-01', program: '对照 duizhao 0.0.0', ...(templates === undefined ? {} : { templates }) })
