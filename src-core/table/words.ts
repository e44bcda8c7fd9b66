import type { AnchoringState, NoteColor } from '../annotation/annotation.ts'
import type { Verdict } from '../compare/comparison.ts'
import { SHORTEST_SHARED_PHRASE } from '../compare/shared-phrases.ts'
import { LEAST_SIMILARITY } from '../compare/similarity.ts'
import type { StatementKind, TargetOperator, YearBasis } from '../report/report.ts'

export type Language = 'zh' | 'en'

/** Every word that tables print of themselves. The words of reports are never translated. */
export interface Words {
  readonly title: string
  readonly tables: Readonly<Record<'quotations' | 'counts' | 'targets' | 'programmes' | 'sharedPhrases' | 'similarPassages' | 'passages' | 'notes' | 'concordance' | 'annotations' | 'summaries', string>>
  readonly headers: Readonly<Record<Header, string>>
  /** Of a cell without quotations: what a person said of it; `unread` while nobody has. */
  readonly verdicts: Readonly<Record<Verdict | 'unread', string>>
  readonly present: string
  /** Of a cell whose report speaks of the theme, without a summary. */
  readonly unwritten: string
  readonly filled: string
  readonly sourceChanged: string
  /** Of which reports a comparison was written. */
  readonly writtenFor: (names: readonly string[]) => string
  /** Short things in a row: 浙江、湖北. */
  readonly listed: (parts: readonly string[]) => string
  /** Clauses that may have marks of their own. */
  readonly clauses: (parts: readonly string[]) => string
  readonly noReport: string
  readonly summaryNote: (reports: number, themes: number, codebook: string) => string
  readonly filledNote: string
  readonly changedNote: string
  readonly undated: string
  readonly yearInferred: string
  readonly noProvince: string
  readonly total: string
  readonly base: string
  readonly continued: string
  readonly kinds: Readonly<Record<StatementKind, string>>
  readonly yearBases: Readonly<Record<YearBasis, string>>
  readonly operators: Readonly<Record<TargetOperator, string>>
  readonly year: (year: string) => string
  readonly paragraph: (range: string) => string
  readonly pages: (range: string) => string
  readonly lines: (range: string) => string
  /** Mark of text that was recognised from a picture; `percent` is a whole number. */
  readonly recognised: (percent: number) => string
  readonly characters: (count: number) => string
  readonly passages: (count: number) => string
  readonly rank: (rank: number) => string
  readonly items: Readonly<Record<NoteItem, string>>
  /** Where a searched word stands: in the text of a report, its title, or a person's note. */
  readonly parts: Readonly<Record<'text' | 'title' | 'note', string>>
  /** What a concordance counts and how it compares. */
  readonly concordanceNote: string
  readonly anchorings: Readonly<Record<AnchoringState, string>>
  readonly noteColors: Readonly<Record<NoteColor, string>>
  /** What the state of an annotation is. */
  readonly annotationNote: string
  /** What the metric of a target is. */
  readonly metricNote: string
  /** Who says so: the program, or a person who put it right. */
  readonly readBy: Readonly<Record<'program' | 'person', string>>
  /** What a mark of recognised text means. */
  readonly recognisedNote: string
  readonly units: Readonly<Record<'passage' | 'characters' | 'share' | 'perThousand' | 'rank' | 'themes' | 'shared' | 'similarity' | 'targets' | 'verdict', string>>
}

export type Header =
  | 'theme' | 'themeId' | 'province' | 'provinceCode' | 'jurisdiction' | 'report' | 'date' | 'yearBasis' | 'meeting' | 'state' | 'number'
  | 'quotation' | 'kinds' | 'kindsByHand' | 'characters' | 'share' | 'outline' | 'paragraph' | 'lastParagraph' | 'line' | 'lastLine' | 'page' | 'start'
  | 'end' | 'source' | 'sha256' | 'passages' | 'perThousand' | 'rank' | 'target' | 'operator' | 'value' | 'upper' | 'unit'
  | 'deadline' | 'deadlineYear' | 'readBy' | 'lines' | 'programme' | 'occurrences' | 'recognised' | 'phrase' | 'columns' | 'columnCount' | 'similarity' | 'metric' | 'reportB' | 'jurisdictionB' | 'quotationB' | 'linesB' | 'item' | 'content' | 'part' | 'left' | 'keyword' | 'right'
  | 'common' | 'difference' | 'note' | 'tags' | 'color' | 'author' | 'writtenAt' | 'editedAt'

export type NoteItem = 'recognised' | 'madeOn' | 'reports' | 'themes' | 'passages' | 'targets' | 'codebook' | 'codebookHash' | 'units' | 'source' | 'program'

const zh: Words = {
  title: '政策报告对照表',
  tables: { quotations: '原文对照', counts: '频次', targets: '目标', programmes: '提法', sharedPhrases: '共同短语', similarPassages: '相似引文', passages: '引文', notes: '说明', concordance: '检索', annotations: '批注', summaries: '摘要与异同' },
  headers: {
    theme: '主题', themeId: '主题代码', province: '省份', provinceCode: '省份代码', jurisdiction: '地区', report: '报告', date: '日期', yearBasis: '年份依据',
    meeting: '会议', state: '状态', number: '序号', quotation: '原文', kinds: '性质', kindsByHand: '人工所定性质', characters: '字数', share: '占比', outline: '章节',
    paragraph: '段落', lastParagraph: '末段', line: '原文首行', lastLine: '原文末行', page: '页', start: '起', end: '止', source: '来源文件', sha256: 'SHA-256',
    passages: '条数', perThousand: '每千字条数', rank: '序位', target: '目标原文', operator: '关系', value: '数值', upper: '上限', unit: '单位',
    deadline: '期限', deadlineYear: '期限年', readBy: '识读', lines: '原文位置', programme: '提法', occurrences: '次数', recognised: '识别置信度', phrase: '短语', columns: '见于',
    columnCount: '列数', metric: '指标', similarity: '相似度', reportB: '报告（乙）', jurisdictionB: '地区（乙）', quotationB: '原文（乙）', linesB: '原文位置（乙）', item: '项目', content: '内容', part: '所在', left: '左文', keyword: '检索词', right: '右文', note: '批注', tags: '标签',
    color: '颜色', author: '作者', writtenAt: '写于', editedAt: '改于', common: '共同点', difference: '差异'
  },
  verdicts: { unread: '待读（程序未找到引文）', absent: '未提及（已核实）', 'in-passing': '顺带提及', 'not-applicable': '不适用' }, present: '有', unwritten: '有（未写摘要）', filled: '自动填入，未改', sourceChanged: '来源已变', noReport: '已不在资料库的报告', undated: '日期不详', yearInferred: '（年份推定）', noProvince: '地区不详', total: '合计', base: '报告字数（基数）', continued: '（续）',
  kinds: { framing: '导语', review: '回顾', plan: '部署', procedure: '程序' },
  yearBases: { text: '原文', period: '规划期推定', sibling: '同源报告推定', 'file-name': '文件名推定', folder: '文件夹名推定', field: '表列注明', person: '人工更正', none: '不详' },
  operators: { '>=': '不低于', '<=': '不超过', '>': '高于', '<': '低于', '=': '达到', '+': '增加', '-': '减少', x: '倍数', range: '区间', coverage: '全覆盖', about: '约' },
  writtenFor: (names) => `（为${names.join('、')}所写）`,
  listed: (parts) => parts.join('、'),
  clauses: (parts) => parts.join('；'),
  summaryNote: (reports, themes, codebook) => `摘要由研究者撰写，n = ${reports} 份报告，${themes} 个主题；编码本 ${codebook}。共同点、差异为所列报告之间的比较；为另一组报告所写者，注明所比报告。`,
  filledNote: '自动填入，未改：程序摘录的已编码原文，尚未经研究者改写。',
  changedNote: '来源已变：摘要所据原文在重新识读或更正后有变，须核对。',
  year: (year) => `${year} 年`,
  paragraph: (range) => `第${range}段`,
  pages: (range) => `第${range}页`,
  lines: (range) => `原文${range}行`,
  recognised: (percent) => `识别文字 ${percent}%`,
  characters: (count) => `${count}字`,
  passages: (count) => `${count}条`,
  rank: (rank) => `第${rank}位`,
  items: {
    madeOn: '制表日期', reports: '报告数 n', themes: '主题数', passages: '引文条数', targets: '目标数', codebook: '编码本', codebookHash: '编码本 SHA-256',
    units: '单位', source: '来源', program: '制表程序', recognised: '识别文字'
  },
  parts: { text: '正文', title: '标题', note: '批注' },
  concordanceNote: '检索：逐字查找，全角半角、大小写、空格与换行不计；同一处不重复计数。左右文为原文原样（换行写作空格），起止为其在阅读文本（标题、批注）中的位置。',
  anchorings: { anchored: '在原处', moved: '随文移动', 'to-approve': '待确认', orphan: '失去原文' },
  noteColors: { vermilion: '朱红', yellow: '黄', green: '绿', blue: '蓝', violet: '紫' },
  annotationNote: '批注：原文为批注时所据文字。状态为“在原处”“随文移动”者所据文字今仍逐字在所列位置；“待确认”“失去原文”者须由人核对，故不列位置。',
  readBy: { program: '程序', person: '人工' },
  metricNote: '指标：目标所在分句中说明“计什么”的原文字样；数字前后各有一段时以…相连；分句未说明者为空，不作推测。',
  recognisedNote: '识别文字：由图像识别得出，可能有误，引用前请核对原件；百分数为识别置信度，引文取所在各行的最低值，报告取各字的平均值。',
  units: {
    passage: '条：同一主题相邻陈述的最长连续段，为阅读文本的原样摘录。',
    characters: '字数：按字符计，空白不计。',
    share: '占比 = 该主题引文字数 ÷ 报告（列）字数。',
    perThousand: '每千字条数 = 该主题引文条数 ÷ 报告（列）字数 × 1000。',
    rank: '序位：按字数在全部主题中由多到少，相同者并列。',
    themes: '一句话可属多个主题，故各主题之和可大于报告字数。',
    shared: `共同短语：两列及以上的引文逐字相同的最长片段，不少于${SHORTEST_SHARED_PHRASE}字，首尾不为标点，不跨段。`,
    similarity: `引文相似度：字符二元组频数的余弦（0–1），不跨标点；列出不低于${LEAST_SIMILARITY}且为其中一方最相近者。`,
    targets: '目标：带数量或全覆盖要求的未来承诺，每个逗号分句一条。',
    verdict: '待读：程序没有找到引文，也还没有人核实；未提及（已核实）：有人看过原文，确认没有提到；顺带提及：有人看过原文，只是带过一笔，不作为一项内容；不适用：有人认定此主题与这份报告无关。'
  }
}

const en: Words = {
  title: 'Policy reports compared',
  tables: { quotations: 'Quotations', counts: 'Counts', targets: 'Targets', programmes: 'Programmes', sharedPhrases: 'Shared phrases', similarPassages: 'Similar passages', passages: 'Passages', notes: 'Notes', concordance: 'Concordance', annotations: 'Annotations', summaries: 'Summaries' },
  headers: {
    theme: 'Theme', themeId: 'Theme id', province: 'Province', provinceCode: 'Province code', jurisdiction: 'Jurisdiction', report: 'Report', date: 'Date', yearBasis: 'Basis of year',
    meeting: 'Meeting', state: 'State', number: 'No.', quotation: 'Original text', kinds: 'Kind', kindsByHand: 'Kind by a person', characters: 'Characters', share: 'Share', outline: 'Outline',
    paragraph: 'Paragraph', lastParagraph: 'Last paragraph', line: 'First line', lastLine: 'Last line', page: 'Page', start: 'Start', end: 'End', source: 'Source file', sha256: 'SHA-256',
    passages: 'Passages', perThousand: 'Per 1,000 characters', rank: 'Rank', target: 'Target as written', operator: 'Relation', value: 'Value', upper: 'Upper', unit: 'Unit',
    deadline: 'Deadline', deadlineYear: 'Deadline year', readBy: 'Read by', lines: 'Original lines, pages', programme: 'Programme', occurrences: 'Times', recognised: 'Recognition confidence', phrase: 'Phrase', columns: 'Found in',
    columnCount: 'Columns', metric: 'Metric', similarity: 'Similarity', reportB: 'Report (B)', jurisdictionB: 'Jurisdiction (B)', quotationB: 'Original text (B)', linesB: 'Original lines, pages (B)', item: 'Item', content: 'Content', part: 'Found in', left: 'Left', keyword: 'Keyword', right: 'Right', note: 'Note', tags: 'Tags',
    color: 'Colour', author: 'Author', writtenAt: 'Written', editedAt: 'Edited', common: 'In common', difference: 'Differences'
  },
  verdicts: { unread: 'To be read (the program found nothing)', absent: 'Not mentioned (checked)', 'in-passing': 'Mentioned in passing', 'not-applicable': 'Not applicable' }, present: 'present', unwritten: 'Present (no summary yet)', filled: 'filled in, not edited', sourceChanged: 'source changed', noReport: 'a report no longer in the library', undated: 'undated', yearInferred: ' (year inferred)', noProvince: 'no jurisdiction', total: 'Total', base: 'Characters of report (base)', continued: '(cont.)',
  kinds: { framing: 'framing', review: 'review', plan: 'plan', procedure: 'procedure' },
  yearBases: { text: 'text', period: 'plan period', sibling: 'report of the same source', 'file-name': 'file name', folder: 'folder name', field: 'column of the sheet', person: 'put right by hand', none: 'unknown' },
  operators: { '>=': 'at least', '<=': 'at most', '>': 'more than', '<': 'less than', '=': 'reaches', '+': 'increase', '-': 'decrease', x: 'times', range: 'range', coverage: 'full coverage', about: 'about' },
  writtenFor: (names) => `(written for ${names.join(', ')})`,
  listed: (parts) => parts.join(', '),
  clauses: (parts) => parts.join('; '),
  summaryNote: (reports, themes, codebook) => `Summaries are the researcher's own sentences; n = ${reports} reports, ${themes} themes; codebook ${codebook}. What is in common and what differs is between the reports listed; what was written for another set of reports names them.`,
  filledNote: 'Filled in, not edited: coded text put together by the program, not yet rewritten by the researcher.',
  changedNote: 'Source changed: a passage that the summary was written from has changed after re-reading or correction, and is to be checked.',
  year: (year) => year,
  paragraph: (range) => `para. ${range}`,
  pages: (range) => (range.includes('–') ? `pp. ${range}` : `p. ${range}`),
  lines: (range) => `original lines ${range}`,
  recognised: (percent) => `recognised ${percent} %`,
  characters: (count) => `${count} characters`,
  passages: (count) => (count === 1 ? '1 passage' : `${count} passages`),
  rank: (rank) => `rank ${rank}`,
  items: {
    madeOn: 'Made on', reports: 'Reports n', themes: 'Themes', passages: 'Passages', targets: 'Targets', codebook: 'Codebook', codebookHash: 'Codebook SHA-256',
    units: 'Unit', source: 'Source', program: 'Made with', recognised: 'Recognised'
  },
  parts: { text: 'text', title: 'title', note: 'note' },
  concordanceNote: 'Concordance: exact words; width, case, spaces and line breaks do not count; places do not overlap. Contexts are as written (line breaks as spaces); start and end are positions in the reading text (title, note).',
  anchorings: { anchored: 'in place', moved: 'moved with its words', 'to-approve': 'to approve', orphan: 'words gone' },
  noteColors: { vermilion: 'vermilion', yellow: 'yellow', green: 'green', blue: 'blue', violet: 'violet' },
  annotationNote: 'Annotations: the quotation is what the note was written on. Where it is in place or moved, those very words stand at the place given today; the others are for a person to look at, and have no place.',
  readBy: { program: 'program', person: 'person' },
  metricNote: 'Metric: the words of the clause itself that say what is counted, joined by … where the number stands between them; empty where the clause does not say.',
  recognisedNote: 'Recognised: text read from a picture, which may be wrong: check the original before quoting. The percentage is the confidence: of a quotation the lowest of its lines, of a report the mean over its characters.',
  units: {
    passage: 'Passage: a maximal run of neighbouring statements of one theme, a verbatim slice of the reading text.',
    characters: 'Characters: white space is not counted.',
    share: 'Share = characters of the theme ÷ characters of the report (column).',
    perThousand: 'Per 1,000 characters = passages of the theme ÷ characters of the report (column) × 1,000.',
    rank: 'Rank: by characters among all themes of the codebook; equals share a rank.',
    themes: 'A statement may have several themes, so themes may add up to more than the report.',
    shared: `Shared phrase: a longest stretch of at least ${SHORTEST_SHARED_PHRASE} characters that passages of two or more columns have word for word; no mark at its ends, not across paragraphs.`,
    similarity: `Similarity of passages: cosine (0–1) of character-bigram counts, none across a mark; pairs of at least ${LEAST_SIMILARITY} of which one has no better partner.`,
    targets: 'Target: a future commitment with a number or full coverage; one for each comma clause.',
    verdict: 'To be read: the program found nothing and nobody has checked; not mentioned (checked): somebody read the report and found nothing; mentioned in passing: somebody read the report, and it only touches on the theme; not applicable: somebody said that the theme does not concern this report.'
  }
}

export const words: Readonly<Record<Language, Words>> = { zh, en }
