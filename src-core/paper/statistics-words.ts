import { FEW_DOCUMENTS } from '../statistics/inverse-document-frequency.ts'
import { ZERO_FREQUENCY } from '../statistics/log-ratio.ts'
import type { Correction } from '../compare/keyness.ts'
import type { StatisticsMeasure } from '../compare/statistics-facts.ts'
import type { CompanyBound, CompanyForm } from '../compare/term-company.ts'
import type { LikenessForm } from '../compare/term-likeness.ts'
import type { TermUnit } from '../compare/terms.ts'
import type { Language } from '../table/words.ts'

/** What the tables of statistics say of themselves. */
export interface StatisticsWords {
  readonly titles: Readonly<Record<Exclude<StatisticsMeasure, 'cross'>, string>>
  /** Head of the column of terms. */
  readonly terms: Readonly<Record<TermUnit, string>>
  readonly heads: Readonly<Record<'count' | 'perThousand' | 'sum' | 'having' | 'logRatio' | 'p' | 'tfIdf' | 'advantage', string>>
  readonly unit: (unit: TermUnit, size: number) => string
  readonly group: (name: string, reports: number, base: string) => string
  /** Base of a group: how much was counted in it. */
  readonly bases: Readonly<Record<TermUnit, (total: string) => string>>
  readonly characters: (count: string) => string
  /** Between two things of a list. */
  readonly and: string
  /** Of a matrix: how many terms it was reckoned from. */
  readonly compared: (candidates: string) => string
  readonly told: (told: string, candidates: string) => string
  readonly left: (least: string, shortest: number) => string
  readonly formulas: Readonly<Record<'logLikelihood' | 'logRatio' | 'perThousand' | 'tfIdf' | 'advantage' | 'themes' | 'stopWords' | 'expected', string>>
  readonly corrections: Readonly<Record<Correction, (tested: string) => string>>
  readonly likeness: Readonly<Record<LikenessForm, string>>
  readonly company: Readonly<Record<CompanyForm, string>>
  readonly within: Readonly<Record<CompanyBound, (units: string) => string>>
  readonly division: (names: number) => string
  readonly warnings: {
    readonly twoDocuments: string
    readonly fewDocuments: (documents: number) => string
    readonly smallBase: (names: string) => string
    readonly oneGroup: string
  }
}

const zh: StatisticsWords = {
  titles: { keyness: '关键性（G²）', frequency: '词频', 'tf-idf': '词频与 TF-IDF', advantage: '词频与显示性比较优势（RCA）', likeness: '相似度矩阵', company: '共现矩阵' },
  terms: { words: '词', characters: '字串', themes: '主题' },
  heads: { count: 'n', perThousand: '每千', sum: '合计 n', having: '组数', logRatio: '对数比', p: 'p', tfIdf: 'TF-IDF', advantage: 'RCA' },
  unit: (unit, size) => ({ words: '单位：词。', characters: `单位：连续 ${size} 字的字串，不跨标点与空白。`, themes: '单位：陈述（分句）；n 为属于该主题的陈述数。' })[unit],
  group: (name, reports, base) => `${name}：报告 ${reports} 份，${base}。`,
  bases: { words: (total) => `共 ${total} 词`, characters: (total) => `共 ${total} 个字串`, themes: (total) => `共 ${total} 条陈述` },
  characters: (count) => `${count} 字`,
  and: '、',
  compared: (candidates) => `据 ${candidates} 项计算。`,
  told: (told, candidates) => `列出 ${told} 项，符合条件者共 ${candidates} 项。`,
  left: (least, shortest) => `合计少于 ${least} 次${shortest > 1 ? `或不足 ${shortest} 字` : ''}者不列，基数仍含之。`,
  formulas: {
    logLikelihood: 'G² = 2 Σ O ln(O ÷ E)，E = 该组基数 × 两组 n 之和 ÷ 两组基数之和；O 为 0 的项计 0（Dunning 1993；Rayson & Garside 2000）。G² 不分方向，方向看对数比。',
    logRatio: `对数比 = log₂（目标组每千 ÷ 参照组每千），1 即两倍；频次为 0 时以 ${ZERO_FREQUENCY} 代之（Hardie 2014）。`,
    perThousand: '每千 = n ÷ 该组基数 × 1000。',
    tfIdf: 'TF-IDF = n × ln(N ÷ df)，N 为组数，df 为含该项的组数（Spärck Jones 1972）。',
    advantage: 'RCA =（该组该项 n ÷ 该组合计）÷（该项合计 ÷ 总计），合计只计符合条件的各项；大于 1 即该组相对偏重（Balassa 1965）。',
    themes: '一条陈述可属多个主题。',
    stopWords: '不设停用词表；标点与空白不计。',
    expected: '期望频次低于 5 的项，p 只可参考。'
  },
  corrections: {
    'benjamini-hochberg': (tested) => `p 由 χ²（自由度 1）得出，已就 ${tested} 次检验按 Benjamini–Hochberg（1995）校正。`,
    bonferroni: (tested) => `p 由 χ²（自由度 1）得出，已就 ${tested} 次检验按 Bonferroni 校正。`,
    none: (tested) => `p 由 χ²（自由度 1）得出，共 ${tested} 次检验，未作多重比较校正。`
  },
  likeness: {
    cosine: '相似度：余弦 Σab ÷ √(Σa²Σb²)，权重为原始频次。',
    'cosine-tf-idf': '相似度：余弦 Σab ÷ √(Σa²Σb²)，权重为 n × ln(N ÷ df)，N 为组数。',
    jaccard: '相似度：Jaccard，共有项数 ÷ 任一组所有项数，不计频次。'
  },
  company: {
    count: '表中为同时含两项的单位数，对角线为含该项的单位数。',
    jaccard: '表中为 Jaccard：同时含两项的单位数 ÷ 含任一项的单位数。',
    ochiai: '表中为 Ochiai：同时含两项的单位数 ÷ √（含甲项的单位数 × 含乙项的单位数）。'
  },
  within: {
    statement: (units) => `共现范围：陈述（分句），n = ${units}。`,
    paragraph: (units) => `共现范围：自然段，n = ${units}。`,
    report: (units) => `共现范围：报告，n = ${units}。`
  },
  division: (names) => `分词：ICU 中文词典（Intl.Segmenter），${names === 0 ? '未加自定义词' : `另加自定义词 ${names} 个`}。`,
  warnings: {
    twoDocuments: '只有两组：idf 只能是 0 或 ln 2，TF-IDF 只说明某项是否为一组独有，请改用词频或每千。',
    fewDocuments: (documents) => `只有 ${documents} 组（少于 ${FEW_DOCUMENTS} 组）：idf 随个别报告大起大落，TF-IDF 只可参考。`,
    smallBase: (names) => `${names}篇幅不足一千个单位：频次的差别可能出于偶然。`,
    oneGroup: '只有一组：没有可以比较的。'
  }
}

const en: StatisticsWords = {
  titles: { keyness: 'Keyness (G²)', frequency: 'Frequencies', 'tf-idf': 'Frequencies and TF-IDF', advantage: 'Frequencies and revealed comparative advantage (RCA)', likeness: 'Similarity matrix', company: 'Co-occurrence matrix' },
  terms: { words: 'Word', characters: 'String', themes: 'Theme' },
  heads: { count: 'n', perThousand: 'per 1,000', sum: 'Total n', having: 'Groups', logRatio: 'Log ratio', p: 'p', tfIdf: 'TF-IDF', advantage: 'RCA' },
  unit: (unit, size) =>
    ({ words: 'Unit: the word.', characters: `Unit: runs of ${size} characters, none across a mark or white space.`, themes: 'Unit: the statement (clause); n counts statements of the theme.' })[unit],
  group: (name, reports, base) => `${name}: ${reports} ${reports === 1 ? 'report' : 'reports'}, ${base}.`,
  bases: { words: (total) => `${total} words`, characters: (total) => `${total} strings`, themes: (total) => `${total} statements` },
  characters: (count) => `${count} characters`,
  and: ', ',
  compared: (candidates) => `Reckoned from ${candidates} terms.`,
  told: (told, candidates) => `${told} listed of ${candidates} that qualify.`,
  left: (least, shortest) => `Not listed: fewer than ${least} in all${shortest > 1 ? `, or shorter than ${shortest} characters` : ''}; the bases include them.`,
  formulas: {
    logLikelihood: 'G² = 2 Σ O ln(O ÷ E), E = base of the group × n of both ÷ base of both; a term with O = 0 adds 0 (Dunning 1993; Rayson & Garside 2000). G² has no direction: see the log ratio.',
    logRatio: `Log ratio = log₂ (target per 1,000 ÷ reference per 1,000); 1 is twice as often; a frequency of 0 counts as ${ZERO_FREQUENCY} (Hardie 2014).`,
    perThousand: 'Per 1,000 = n ÷ base of the group × 1,000.',
    tfIdf: 'TF-IDF = n × ln(N ÷ df), N: groups, df: groups that have it (Spärck Jones 1972).',
    advantage: 'RCA = (n ÷ sum of the group) ÷ (sum of the term ÷ sum of all), sums over the terms that qualify; above 1 the group stresses it more than the whole (Balassa 1965).',
    themes: 'A statement may have several themes.',
    stopWords: 'No list of stop words; marks and white space are not counted.',
    expected: 'Where less than 5 occurrences are expected, p is a rough guide.'
  },
  corrections: {
    'benjamini-hochberg': (tested) => `p from χ² with one degree of freedom, corrected for ${tested} tests after Benjamini–Hochberg (1995).`,
    bonferroni: (tested) => `p from χ² with one degree of freedom, corrected for ${tested} tests after Bonferroni.`,
    none: (tested) => `p from χ² with one degree of freedom; ${tested} tests, not corrected for their number.`
  },
  likeness: {
    cosine: 'Similarity: cosine Σab ÷ √(Σa²Σb²) of raw frequencies.',
    'cosine-tf-idf': 'Similarity: cosine Σab ÷ √(Σa²Σb²) of n × ln(N ÷ df), N: groups.',
    jaccard: 'Similarity: Jaccard, terms that both have ÷ terms that either has; frequencies do not count.'
  },
  company: {
    count: 'Cells: units that have both; on the diagonal, units that have the term.',
    jaccard: 'Cells: Jaccard, units with both ÷ units with either.',
    ochiai: 'Cells: Ochiai, units with both ÷ √(units with one × units with the other).'
  },
  within: {
    statement: (units) => `Together in one statement (clause), n = ${units}.`,
    paragraph: (units) => `Together in one paragraph, n = ${units}.`,
    report: (units) => `Together in one report, n = ${units}.`
  },
  division: (names) => `Words: the Chinese dictionary of ICU (Intl.Segmenter), ${names === 0 ? 'no names of one’s own added' : `with ${names} names of one’s own`}.`,
  warnings: {
    twoDocuments: 'Two groups alone: idf can only be 0 or ln 2, so TF-IDF says no more than whether one group alone has a term. Take frequencies instead.',
    fewDocuments: (documents) => `${documents} groups (fewer than ${FEW_DOCUMENTS}): idf hangs on single reports; take TF-IDF as a rough guide.`,
    smallBase: (names) => `${names}: less than a thousand units; differences may be chance.`,
    oneGroup: 'One group alone: nothing to compare.'
  }
}

export const statisticsWords: Readonly<Record<Language, StatisticsWords>> = { zh, en }

/** What the cross table of policy instruments says of itself. */
export interface CrossWords {
  readonly title: string
  readonly instrument: string
  readonly numbers: string
  readonly none: string
  readonly all: string
  readonly more: (count: number) => string
  readonly units: string
  readonly crossed: string
  readonly coded: (coded: number, clauses: number) => string
  readonly codebook: (side: 'x' | 'y', codebook: { readonly name: string; readonly version: string; readonly hash: string }) => string
}

const crossZh: CrossWords = {
  title: '政策工具 X–Y 交叉表',
  instrument: '政策工具（X）',
  numbers: '条款编号',
  none: '未归入 Y',
  all: '合计',
  more: (count) => `等，另有 ${count} 条`,
  units: '分析单元为陈述（分句），编号为“文件—段落—段内序号”，文件依报告的次序。',
  crossed: '一条可兼用几种工具、兼属几个主题，各计一次，故行列相加可大于合计；同类工具在小计里只计一次。% = n ÷ 合计 n × 100。',
  coded: (coded, clauses) => `n = ${coded}：共 ${clauses} 条，其余未用所列工具。`,
  codebook: (side, { name, version, hash }) => `${side.toUpperCase()}：${name}，第 ${version} 版，SHA-256 前 12 位 ${hash}。`
}

const crossEn: CrossWords = {
  title: 'Policy instruments, X–Y cross table',
  instrument: 'Instrument (X)',
  numbers: 'Clauses',
  none: 'no Y',
  all: 'Total',
  more: (count) => ` and ${count} more`,
  units: 'The unit of analysis is the statement (clause), numbered document–paragraph–place in the paragraph; documents in the order of the reports.',
  crossed: 'A clause may use several instruments and have several themes; it counts once in each, so rows and columns may add up to more than the total; a subtotal counts it once. % = n ÷ total n × 100.',
  coded: (coded, clauses) => `n = ${coded} of ${clauses} clauses; the others use none of these instruments.`,
  codebook: (side, { name, version, hash }) => `${side.toUpperCase()}: ${name}, version ${version}, SHA-256 ${hash}….`
}

export const crossWords: Readonly<Record<Language, CrossWords>> = { zh: crossZh, en: crossEn }
