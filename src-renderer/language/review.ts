import type { DoubtReason, ReadPart } from '#core/report/doubt.ts'
import type { ReadingState } from '#core/report/reviewed.ts'
import type { JurisdictionBasis, StatementKind, YearBasis } from '#core/report/report.ts'

/** Words of the queue of what the program is least sure of. */

const sectionsZh = { review: '回顾工作的部分', plan: '部署工作的部分', guidelines: '讲要求、原则的部分' }
const sectionsEn = { review: 'a part that looks back', plan: 'a part that plans', guidelines: 'a part of guidelines' }
const share = (of: number): string => `${Math.round(of * 100)}%`

/** What the rest of the window calls the kinds, and where a place and a year were taken from. */
export interface Names {
  readonly kinds: Readonly<Record<StatementKind, string>>
  readonly jurisdictionBasis: Readonly<Record<JurisdictionBasis, string>>
  readonly yearBasis: Readonly<Record<YearBasis, string>>
}

function reasonZh(reason: DoubtReason, names: Names): string {
  switch (reason.why) {
    case 'not-found':
      return '原文里没有找到'
    case 'place-from':
      return names.jurisdictionBasis[reason.basis]
    case 'year-from':
      return names.yearBasis[reason.basis]
    case 'only-month':
      return '只到月份'
    case 'only-year':
      return '只有年份'
    case 'odd-length':
      return `长度不寻常：${reason.characters} 字`
    case 'unlike-a-meeting':
      return '不像会议名称：没有“会”字'
    case 'no-office':
      return '有人名而没有职务'
    case 'bounds-unsure':
      return `这一篇从哪里起、到哪里止也不确定（${share(reason.confidence)}）`
    case 'recognised':
      return `文字由图片识别，把握 ${share(reason.confidence)}`
    case 'theme-alone':
      return '前后几句都不讲这个主题'
    case 'other-themes-near':
      return `附近 ${reason.count} 句讲的是别的主题`
    case 'several-themes':
      return `这一句同时归入 ${reason.count} 个主题`
    case 'inherited':
      return reason.from === 'heading' ? '句中没有这个主题的字词，主题承自标题' : '句中没有这个主题的字词，主题承自前一分句'
    case 'weak-words':
      return '依据较弱：这些字词合起来或成串时才算'
    case 'few-words':
      return `依据只有 ${reason.of} 字中的 ${reason.characters} 字`
    case 'in-procedure':
      return '这一句讲的是谁在何时何地开会'
    case 'words-say':
      return `单看字句更像“${names.kinds[reason.kind]}”`
    case 'words-even':
      return '单看字句，回顾与部署难分'
    case 'no-section':
      return '没有标题说明这一部分是回顾还是部署'
    case 'against-section':
      return `它在${sectionsZh[reason.section]}里`
    case 'like-a-principle':
      return '字句像是讲立场、责任和原则'
    case 'no-metric':
      return '分句没有说明计的是什么'
    case 'no-unit':
      return '没有单位'
    case 'no-value':
      return '没有数值'
    case 'deadline-without-year':
      return '期限里没有年份'
    case 'counts-the-actors':
      return '数的也许是行动者，不是要达到的结果'
    case 'named-once':
      return '全文只出现一次'
    case 'unlike-a-name':
      return '不带“行动”“工程”一类的词'
    case 'number-missing':
      return reason.before === null ? `这一组编号从“${reason.label}”开始` : `“${reason.before}”之后就是“${reason.label}”，中间缺号`
  }
}

function reasonEn(reason: DoubtReason, names: Names): string {
  switch (reason.why) {
    case 'not-found':
      return 'Not found in the text'
    case 'place-from':
      return names.jurisdictionBasis[reason.basis]
    case 'year-from':
      return names.yearBasis[reason.basis]
    case 'only-month':
      return 'Only the month is told'
    case 'only-year':
      return 'Only the year is told'
    case 'odd-length':
      return `Of unusual length: ${reason.characters} characters`
    case 'unlike-a-meeting':
      return 'Unlike the name of a meeting: no 会 in it'
    case 'no-office':
      return 'A name without an office'
    case 'bounds-unsure':
      return `Where this report begins and ends is not sure either (${share(reason.confidence)})`
    case 'recognised':
      return `The text was recognised from a picture, ${share(reason.confidence)} sure`
    case 'theme-alone':
      return 'Nothing before or after it is about this theme'
    case 'other-themes-near':
      return `${reason.count} statements near it are about other themes`
    case 'several-themes':
      return `It has ${reason.count} themes at once`
    case 'inherited':
      return reason.from === 'heading' ? 'No word of the theme in it: handed down from the heading' : 'No word of the theme in it: handed on from the clause before'
    case 'weak-words':
      return 'Weak words: they say it only together or in a list'
    case 'few-words':
      return `It rests on ${reason.characters} of ${reason.of} characters`
    case 'in-procedure':
      return 'The sentence says who met when and where'
    case 'words-say':
      return `Its own words are more like “${names.kinds[reason.kind]}”`
    case 'words-even':
      return 'Its own words look back and ahead alike'
    case 'no-section':
      return 'No heading says whether this part looks back or plans'
    case 'against-section':
      return `It stands in ${sectionsEn[reason.section]}`
    case 'like-a-principle':
      return 'It speaks of stance, duty and principle'
    case 'no-metric':
      return 'The clause does not say what is counted'
    case 'no-unit':
      return 'No unit'
    case 'no-value':
      return 'No value'
    case 'deadline-without-year':
      return 'Its deadline names no year'
    case 'counts-the-actors':
      return 'The number may count who acts, not what is to be reached'
    case 'named-once':
      return 'Named once in the whole text'
    case 'unlike-a-name':
      return 'No word such as 行动 or 工程 in it'
    case 'number-missing':
      return reason.before === null ? `This run of numbers begins with “${reason.label}”` : `“${reason.label}” follows “${reason.before}”: a number is missing`
  }
}


export const reviewZh = {
  name: '核对',
  scope: '范围',
  scopes: { compared: '对照中的报告', library: '全资料库' },
  report: '报告',
  allReports: '全部报告',
  part: '内容',
  groups: { all: '全部', head: '标题、省份、日期等', theme: '主题', kind: '句类', target: '目标', programme: '品牌与行动', outline: '层次' },
  parts: { title: '标题', jurisdiction: '地区', date: '日期', meeting: '会议', issuer: '发文机关', officials: '出席者', theme: '主题', kind: '句类', target: '目标', programme: '品牌与行动', outline: '层次标题' } satisfies Record<ReadPart, string>,
  states: { unseen: '未看', confirmed: '已认可', corrected: '已更正' } satisfies Record<ReadingState, string>,
  reason: reasonZh,
  progress: (seen: string, all: string) => `存疑 ${all} 条，已看 ${seen} 条`,
  ofAll: (confirmed: string, corrected: string, unseen: string) => `全部识读：认可 ${confirmed} · 更正 ${corrected} · 未看 ${unseen}`,
  counted: (confirmed: string, corrected: string, unseen: string) => `认可 ${confirmed} · 更正 ${corrected} · 未看 ${unseen}`,
  loading: (done: string, total: string) => (total === '0' ? '正在找出最没有把握的识读 …' : `正在查看 ${done} / ${total} 份报告 …`),
  item: '存疑的识读',
  machine: '程序读作',
  nothing: '没有读出',
  why: '为什么存疑',
  from: (words: string) => `依据在别处：“${words}”`,
  accept: '认可',
  acceptNothing: '确实没有',
  takeBack: '恢复程序的读法',
  change: '更改',
  reject: '不对',
  rejectField: '原文没写',
  skip: '跳过',
  back: '上一条',
  undo: '撤销',
  open: '看原文',
  noYear: '日期没有年份，无从认可：请更改或跳过',
  save: '保存',
  cancel: '取消',
  editor: (part: string) => `更改${part}`,
  chooseTheme: '改归哪个主题',
  themes: '主题',
  officialsNote: '每行一人：姓名 空格 职务',
  done: '存疑的都看过了',
  doneNote: (confirmed: string, corrected: string) => `认可 ${confirmed} 条，更正 ${corrected} 条。`,
  left: (unseen: string) => `另有 ${unseen} 条识读程序较有把握，没有列入；在任何视图里都可以更正。`,
  skipped: (n: string) => `跳过的还有 ${n} 条`,
  takeUp: '看跳过的',
  none: '这些报告里没有存疑的识读。',
  noneChosen: '还没有选择要对照的报告。可以在左边勾选，或改看全资料库。',
  toQueue: '核对存疑的识读',
  keyTitle: '核对',
  keyRows: [
    ['Enter / A', '认可程序的读法'],
    ['C / E', '更改'],
    ['X', '不对（不属于这一主题、不是目标、原文没写）'],
    ['S / →', '跳过'],
    ['←', '上一条'],
    ['Z', '撤销'],
    ['O', '看原文']
  ] as readonly (readonly [string, string])[]
}

export const reviewEn: typeof reviewZh = {
  name: 'Review',
  scope: 'Scope',
  scopes: { compared: 'Compared reports', library: 'Whole library' },
  report: 'Report',
  allReports: 'All reports',
  part: 'Part',
  groups: { all: 'All', head: 'Title, province, date …', theme: 'Themes', kind: 'Kinds', target: 'Targets', programme: 'Programmes', outline: 'Outline' },
  parts: { title: 'title', jurisdiction: 'place', date: 'date', meeting: 'meeting', issuer: 'issuer', officials: 'officials', theme: 'theme', kind: 'kind', target: 'target', programme: 'programme', outline: 'heading' },
  states: { unseen: 'unseen', confirmed: 'confirmed', corrected: 'corrected' },
  reason: reasonEn,
  progress: (seen, all) => `${all} unsure, ${seen} seen`,
  ofAll: (confirmed, corrected, unseen) => `All readings: ${confirmed} confirmed · ${corrected} corrected · ${unseen} unseen`,
  counted: (confirmed, corrected, unseen) => `${confirmed} confirmed · ${corrected} corrected · ${unseen} unseen`,
  loading: (done, total) => (total === '0' ? 'Finding what the program is least sure of …' : `Looking through ${done} / ${total} reports …`),
  item: 'A reading that is not sure',
  machine: 'Read as',
  nothing: 'nothing found',
  why: 'Why it is unsure',
  from: (words) => `It rests on words elsewhere: “${words}”`,
  accept: 'Accept',
  acceptNothing: 'Indeed none',
  takeBack: 'Back to the program’s reading',
  change: 'Change',
  reject: 'Not so',
  rejectField: 'Not in the text',
  skip: 'Skip',
  back: 'Back',
  undo: 'Undo',
  open: 'Open the source',
  noYear: 'A date without a year cannot be accepted: change it or skip it',
  save: 'Save',
  cancel: 'Cancel',
  editor: (part) => `Change the ${part}`,
  chooseTheme: 'Another theme',
  themes: 'Themes',
  officialsNote: 'One to a line: name, blank, office',
  done: 'All that is not sure has been seen',
  doneNote: (confirmed, corrected) => `${confirmed} confirmed, ${corrected} corrected.`,
  left: (unseen) => `Of ${unseen} more readings the program is fairly sure; they are not asked about, and can be put right in every view.`,
  skipped: (n) => `${n} were skipped`,
  takeUp: 'See the skipped ones',
  none: 'There is nothing unsure in these reports.',
  noneChosen: 'No reports are chosen for comparison yet. Tick some on the left, or look at the whole library.',
  toQueue: 'Review what is unsure',
  keyTitle: 'Review',
  keyRows: [
    ['Enter / A', 'accept what the program read'],
    ['C / E', 'change it'],
    ['X', 'not so (not this theme, no target, not in the text)'],
    ['S / →', 'skip'],
    ['←', 'back to the one before'],
    ['Z', 'undo'],
    ['O', 'open the source']
  ]
}
