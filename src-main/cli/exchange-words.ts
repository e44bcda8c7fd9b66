import type { WorkLoss } from '#core/exchange/project-of-work.ts'
import type { ExchangeLoss } from '#core/codebook/exchange-codes.ts'

/** What a file of a codebook does not hold: 不含…, it does not hold …. */
export const codebookLosses = {
  words: ['自动识别用的词', 'the words that themes are recognised by'],
  context: ['共用词表', 'what is common to all themes'],
  'dark-colors': ['深色底上的颜色', 'colours on dark paper'],
  governs: ['标题是否管辖其下', 'whether a heading speaks for what stands under it'],
  'name-and-version': ['编码本的名称与版本', 'the name and version of the codebook'],
  sets: ['代码集（Set）', 'sets of codes']
} as const satisfies Record<ExchangeLoss, readonly [string, string]>

/** Sentences on what a file of work does not hold. */
export const workLosses: Readonly<Record<Exclude<WorkLoss, ExchangeLoss>, readonly [string, string]>> = {
  scores: ['不含程序识读的得分与依据的字。', 'The scores of the machine’s reading and its evidence are not in it.'],
  'rejected-as-comments': ['“不属于该主题”的决定写成不带编码的选段说明。', 'Rejected themes are comments on selections without a code.'],
  'highlights-as-comments': ['高亮写成不带编码的选段说明。', 'Highlights are comments on selections without a code.'],
  'unplaced-notes': ['失去位置的批注挂在整篇报告上，带旧原文。', 'Notes that stand nowhere any more are on the whole report, with their old words.'],
  'unknown-themes': ['编码本里没有的主题的编码未写入。', 'Codings of themes that the codebook does not have were left out.'],
  'gone-codings': ['原文已不在报告里的编码未写入。', 'Codings whose words are not in the report any more were left out.']
}
