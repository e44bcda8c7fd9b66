import type { Language } from '../table/words.ts'
import type { PaperTemplate, StatisticsTemplate } from './paper.ts'

/** What the tables of a paper say of themselves. */
export interface PaperWords {
  readonly title: string
  /** Title of the numbered table. */
  readonly numbered: (number: number, title: string) => string
  readonly continued: string
  readonly titles: Readonly<Record<Exclude<PaperTemplate, StatisticsTemplate>, string>>
  /** T5, where its columns are years or regions. */
  readonly quotationsBy: Readonly<Record<'year' | 'region', string>>
  readonly heads: Readonly<Record<PaperHead, string>>
  readonly note: string
  readonly methods: string
  readonly share: string
  readonly total: string
  readonly base: string
  readonly byHand: string
  readonly exampleFrom: (source: string) => string
  readonly meeting: (name: string) => string
  readonly ofColumn: (column: string, said: string) => string
  readonly notes: Readonly<Record<'sample' | 'hash' | 'codebook' | 'example' | 'units' | 'counts' | 'share' | 'perThousand' | 'quotations' | 'verdicts' | 'targets', string>>
  readonly unitsLeftOut: (coded: number, all: number) => string
  readonly sampleSize: (reports: number, characters: number) => string
  readonly codebookStamp: (name: string, version: string, hash: string) => string
  /** Program and date. */
  readonly source: (program: string, date: string) => string
}

export type PaperHead =
  | 'number' | 'province' | 'document' | 'issuer' | 'date' | 'characters' | 'source' | 'theme' | 'definition' | 'include' | 'exclude' | 'example'
  | 'outline' | 'original' | 'codes' | 'count' | 'share' | 'perThousand' | 'metric' | 'target' | 'deadline'

const grouped = (count: number): string => count.toString().replace(/\B(?=(\d{3})+$)/g, ',')

const zh: PaperWords = {
  title: '论文表格',
  numbered: (number, title) => `表${number}　${title}`,
  continued: '（续）',
  titles: { T1: '样本文件一览', T2: '编码手册', T3: '内容分析单元编码表', T4: '主题频次与占比', T5: '省份×主题原文对照', T6: '省份×主题摘要与异同', T7: '量化目标对照', R1: '编码信度' },
  quotationsBy: { year: '年份×主题原文对照', region: '区域×主题原文对照' },
  heads: {
    number: '编号', province: '省份', document: '文件（会议）', issuer: '发布机关', date: '日期', characters: '字数', source: '来源', theme: '主题', definition: '定义',
    include: '纳入', exclude: '排除', example: '示例', outline: '章节', original: '原文', codes: '编码', count: 'n', share: '%', perThousand: '每千字', metric: '指标', target: '目标值',
    deadline: '期限'
  },
  note: '注：',
  methods: '方法说明',
  share: '占比',
  total: '合计',
  base: '报告字数',
  byHand: '（人工）',
  exampleFrom: (source) => `（${source}）`,
  meeting: (name) => `（${name}）`,
  ofColumn: (column, said) => `${column}：${said}`,
  notes: {
    sample: '字数按字符计，空白不计；报告未载明者以“—”示之。',
    hash: '来源为原始文件名及其 SHA-256 值前 12 位。',
    codebook: '缩进表示上下位主题。',
    example: '示例取自编码本；编码本未列者取本样本中该主题最短的一条引文，并注明出处。',
    units: '编号为“文件—段落—段内序号”；分析单元为陈述，即一个分句，原文照录。标“（人工）”者为研究者所编，其余由程序依编码本的词语规则编码。',
    counts: 'n 为引文条数：同一主题相邻的陈述合为一条。一条陈述可属多个主题。',
    share: '% = 该主题 n ÷ 该列各主题 n 合计 × 100。',
    perThousand: '每千字 = n ÷ 该列报告字数 × 1000。',
    quotations: '引文逐字照录，其后方括号内为出处。',
    verdicts: '“待读”：程序未找到引文，尚无人核实；“未提及（已核实）”：有人读过原文，确认没有提到；“顺带提及”：有人读过，只是提到而未论及。',
    targets: '目标为带数量或全覆盖要求的未来承诺。指标为原文分句中说明“计什么”的字样，分句未说明者以“—”示之，不作推测。'
  },
  unitsLeftOut: (coded, all) => `n = ${grouped(coded)}；样本共 ${grouped(all)} 个单元，未编入所列主题者未列。`,
  sampleSize: (reports, characters) => `n = ${reports}，共 ${grouped(characters)} 字。`,
  codebookStamp: (name, version, hash) => `编码本：${name}，第 ${version} 版，SHA-256 前 12 位 ${hash}。`,
  source: (program, date) => `来源：${program} 据原始文件制表，${date}。`
}

const en: PaperWords = {
  title: 'Tables for a paper',
  numbered: (number, title) => `Table ${number}. ${title}`,
  continued: ' (cont.)',
  titles: { T1: 'Documents of the sample', T2: 'Codebook', T3: 'Coded units of analysis', T4: 'Frequency and share of themes', T5: 'Quotations by theme and province', T6: 'Summaries by theme and province, in common and different', T7: 'Quantified targets', R1: 'Agreement of coders' },
  quotationsBy: { year: 'Quotations by theme and year', region: 'Quotations by theme and region' },
  heads: {
    number: 'No.', province: 'Province', document: 'Document (meeting)', issuer: 'Issued by', date: 'Date', characters: 'Characters', source: 'Source', theme: 'Theme', definition: 'Definition',
    include: 'Include', exclude: 'Exclude', example: 'Example', outline: 'Section', original: 'Original text', codes: 'Codes', count: 'n', share: '%', perThousand: 'per 1,000', metric: 'Metric', target: 'Target',
    deadline: 'Deadline'
  },
  note: 'Note. ',
  methods: 'Methods',
  share: 'Share',
  total: 'Total',
  base: 'Characters of report',
  byHand: ' (by hand)',
  exampleFrom: (source) => ` (${source})`,
  meeting: (name) => `(${name})`,
  ofColumn: (column, said) => `${column}: ${said}`,
  notes: {
    sample: 'Characters without white space; “—” where the report does not say.',
    hash: 'Source: name of the original file and the first 12 digits of its SHA-256.',
    codebook: 'Indents show themes under themes.',
    example: 'Examples are of the codebook; where it has none, the shortest passage of the theme in this sample, with its source.',
    units: 'Numbers are document–paragraph–place in the paragraph; the unit of analysis is the statement, one clause, as written. “(by hand)” marks what a researcher coded; the rest was coded by the rules of the codebook.',
    counts: 'n: passages; neighbouring statements of one theme make one passage. A statement may have several themes.',
    share: '% = n of the theme ÷ sum of n over the themes of the column × 100.',
    perThousand: 'per 1,000 = n ÷ characters of the column’s reports × 1,000.',
    quotations: 'Quotations are verbatim; their source stands in brackets behind them.',
    verdicts: '“To be read”: the program found nothing and nobody has checked; “not mentioned (checked)”: somebody read the report and found nothing; “mentioned in passing”: somebody read it and found no more than a mention.',
    targets: 'Target: a future commitment with a number or full coverage. Metric: the words of the clause that say what is counted; “—” where it does not say.'
  },
  unitsLeftOut: (coded, all) => `n = ${grouped(coded)} of ${grouped(all)} units; those without any of these themes are not listed.`,
  sampleSize: (reports, characters) => `n = ${reports}; ${grouped(characters)} characters in all.`,
  codebookStamp: (name, version, hash) => `Codebook: ${name}, version ${version}, SHA-256 ${hash}….`,
  source: (program, date) => `Source: made from the original files with ${program}, ${date}.`
}

export const paperWords: Readonly<Record<Language, PaperWords>> = { zh, en }
