import type { RoundStart } from '../compare/coded-units.ts'
import type { Language } from './words.ts'

/** Why a figure cannot be said. */
export type Unsaid = 'none' | 'no-units' | 'nobody-assigned' | 'nothing-varies'

interface AboutRound {
  readonly round: string
  readonly coders: readonly string[]
  readonly reports: number
  readonly statements: number
  readonly themes: number
  readonly units: number
}

/** Words of the table of agreement. */
export interface AgreementWords extends Readonly<Record<'name' | 'theme' | 'coders' | 'units' | 'assigned' | 'shared' | 'percent' | 'kappa' | 'holsti' | 'alpha' | 'remark' | 'all' | 'unit' | 'codebook' | 'source' | 'untitled' | 'program', string>> {
  readonly reasons: Readonly<Record<Unsaid, string>>
  readonly starts: Readonly<Record<RoundStart, string>>
  readonly about: (round: AboutRound) => string
  readonly waiting: (reports: number) => string
  readonly statements: (count: number) => string
  /** Each with where it comes from. */
  readonly formulas: readonly string[]
}

const papers = {
  percent: 'Lombard, Snyder-Duch & Bracken 2002, Human Communication Research 28(4)',
  kappa: 'Cohen 1960, Educational and Psychological Measurement 20(1)',
  holsti: 'Holsti 1969, Content Analysis for the Social Sciences and Humanities',
  alpha: 'Krippendorff 2011, Computing Krippendorff’s Alpha-Reliability'
}

export const agreementWords: Readonly<Record<Language, AgreementWords>> = {
  zh: {
    name: '表R1 编码信度', theme: '主题', coders: '编码者', units: '单位数', assigned: '各自归入', shared: '共同归入',
    percent: '一致率', kappa: 'Cohen’s κ', holsti: 'Holsti', alpha: 'Krippendorff’s α', remark: '说明', all: '全部主题（合并）', untitled: '无标题', program: '程序',
    reasons: { none: '', 'no-units': '没有可比的单位', 'nobody-assigned': '无人归入这一主题，没有变异，系数无从计算', 'nothing-varies': '没有变异，系数无从计算' },
    starts: {
      draft: '起点：程序初稿。编码者各自订正同一份初稿，因此数值说明订正后的两份编码有多相似，不等于两次独立编码的一致程度。',
      blank: '起点：空白。编码者看不到程序的归类，从零开始独立编码。'
    },
    unit: '分析单位：语句（一个分句或一句话）；对每个主题取值“归入／未归入”。全部主题一行的单位是语句×主题。比较的是编码者各自完成时的编码，不含合议结果。',
    codebook: '编码本', source: '材料',
    about: ({ round, coders, reports, statements, themes, units }) => `编码轮次“${round}”；编码者：${coders.join('、')}；报告 ${reports} 份，语句 n = ${statements}，主题 ${themes} 个，语句×主题 ${units} 个单位。`,
    waiting: (reports) => `另有 ${reports} 份报告尚未全部完成，未计入。`,
    statements: (count) => `语句 ${count}`,
    formulas: [
      `一致率 = 取值相同的单位数 / 单位数，未扣除偶然一致（${papers.percent}）。`,
      `κ = (Po − Pe) / (1 − Pe)，Pe = Σ p₁ₖ p₂ₖ，两两计算（${papers.kappa}）。`,
      `Holsti = 2M / (N₁ + N₂)，M：两人共同归入的单位，N₁、N₂：各自归入的单位（${papers.holsti}）。`,
      `α = 1 − Do / De，称名尺度，计入全部编码者（${papers.alpha}）。`
    ]
  },
  en: {
    name: 'R1 Coder agreement', theme: 'Theme', coders: 'Coders', units: 'Units', assigned: 'Assigned by each', shared: 'Assigned by all',
    percent: 'Agreement', kappa: 'Cohen’s κ', holsti: 'Holsti', alpha: 'Krippendorff’s α', remark: 'Remark', all: 'All themes, pooled', untitled: 'Untitled', program: 'Program',
    reasons: { none: '', 'no-units': 'No units to compare', 'nobody-assigned': 'Assigned by nobody: nothing varies, so no coefficient can be given', 'nothing-varies': 'Nothing varies, so no coefficient can be given' },
    starts: {
      draft: 'Start: the program’s draft. The coders corrected one and the same draft, so the figures say how alike the corrected codings are, not how far two independent codings agree.',
      blank: 'Start: blank. The coders did not see the program’s themes and coded from nothing.'
    },
    unit: 'Unit of analysis: the statement (a clause or a sentence), for each theme assigned or not. In the row of all themes the unit is statement × theme. Compared is what the coders had when they were done, not what they agreed on later.',
    codebook: 'Codebook', source: 'Material',
    about: ({ round, coders, reports, statements, themes, units }) => `Coding round “${round}”; coders: ${coders.join(', ')}; ${reports} reports, n = ${statements} statements, ${themes} themes, ${units} units statement × theme.`,
    waiting: (reports) => `${reports} more reports are not done by all coders and not counted.`,
    statements: (count) => `${count} statements`,
    formulas: [
      `Agreement = units with equal values / units; agreement by chance is not taken out (${papers.percent}).`,
      `κ = (Po − Pe) / (1 − Pe), Pe = Σ p₁ₖ p₂ₖ, of two coders (${papers.kappa}).`,
      `Holsti = 2M / (N₁ + N₂), M: units assigned by both, N₁, N₂: units assigned by each (${papers.holsti}).`,
      `α = 1 − Do / De, nominal, of all coders (${papers.alpha}).`
    ]
  }
}
