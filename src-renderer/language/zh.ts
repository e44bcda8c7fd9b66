import type { JurisdictionBasis, StatementKind, YearBasis } from '#core/report/report.ts'
import type { LineRole } from '#core/source/source.ts'
import { aroundZh } from './around.ts'
import { articlesZh } from './articles.ts'
import { figuresZh } from './figures.ts'
import { libraryTableZh } from './library-table.ts'
import { matrixViewZh } from './matrix-view.ts'
import { codersZh } from './coders.ts'
import { codebookScreenZh } from './codebook-screen.ts'
import { codebooksZh } from './codebooks.ts'
import { codingZh } from './coding.ts'
import { readingsZh } from './readings.ts'
import { phrasesZh } from './phrases.ts'
import { statisticsZh } from './statistics.ts'
import { summariesZh } from './summaries.ts'
import { notesZh } from './notes.ts'
import { readerZh } from './reader.ts'
import { reviewZh } from './review.ts'
import { versionsZh } from './versions.ts'
import { searchingZh } from './searching.ts'
import { targetsZh } from './targets.ts'

const kinds: Record<StatementKind, string> = { framing: '总体表述', review: '工作回顾', plan: '工作部署', procedure: '会议程序' }

const jurisdictionBasis: Record<JurisdictionBasis, string> = {
  title: '据标题',
  dateline: '据电头',
  body: '据正文',
  officials: '据与会者职务推定',
  attribution: '据来源推定',
  'file-name': '据文件名推定',
  folder: '据文件夹名推定',
  field: '据表列注明',
  person: '人工更正',
  sibling: '据同一文件的另一篇推定'
}

const yearBasis: Record<YearBasis, string> = {
  text: '年份见于原文',
  period: '年份据规划期推定',
  sibling: '年份据同一文件的另一篇推定',
  'file-name': '年份据文件名推定',
  folder: '年份据文件夹名推定',
  field: '年份据表列注明',
  person: '日期为人工更正',
  none: '年份未知'
}

/** Of lines that are not the running text; a title or heading reads as what it is. */
const roles: Partial<Record<LineRole, string>> = {
  header: '页眉',
  footer: '页脚',
  'page-number': '页码',
  footnote: '脚注',
  cell: '表格',
  byline: '作者',
  'publication-date': '日期',
  publisher: '来源',
  attachment: '附件',
  field: '表列'
}

/** Every sentence and word of the window, in Chinese. `en.ts` has the same keys. */
export const zh = {
  name: '对照',
  untitled: '（无标题）',
  noProvince: '地区未明',
  noDate: '日期未明',
  yearInferred: '年份推定',
  yearInferredShort: '年份推定',
  yearUnknown: '年份未知',
  yearUnknownShort: '年份未知',
  kinds,
  jurisdictionBasis,
  yearBasis,
  characters: (n: string) => `${n} 字`,
  reports: (n: string) => `${n} 份报告`,
  quotations: (n: string) => `${n} 条引文`,
  lines: (first: number, last: number) => (first === last ? `原文 ${first} 行` : `原文 ${first}–${last} 行`),
  page: (n: number) => `第 ${n} 页`,
  pages: (first: number, last: number) => `第 ${first}–${last} 页`,
  recognisedMark: (percent: number) => `识别文字 ${percent}%`,
  recognisedNote: '这些文字是从图像识别出来的，百分数是识别的把握。引用之前请对照原件的图像核对。',
  quote: (text: string) => `“${text}”`,
  listComma: '、',
  comma: '，',
  inBrackets: (text: string) => `（${text}）`,

  /** Each area of the window in a file of its own. */
  libraryTable: libraryTableZh,
  articles: articlesZh,
  matrixView: matrixViewZh,
  notes: notesZh,
  figures: figuresZh,
  coders: codersZh,
  statistics: statisticsZh,
  phrases: phrasesZh,
  review: reviewZh,
  versions: versionsZh,

  codebooks: codebooksZh,
  codebookScreen: codebookScreenZh,
  coding: codingZh,
  readings: readingsZh,
  summaries: summariesZh,
  readerView: readerZh,
  targets: targetsZh,
  searching: searchingZh,
  around: aroundZh,

  views: {
    nav: '视图',
    library: '资料库',
    comparison: '对照',
    quotations: '原文',
    summaries: '摘要',
    counts: '频次',
    structure: '结构',
    ranks: '序位',
    reader: '并排阅读',
    targets: '目标',
    search: '检索',
    settings: '设置',
    notes: '批注',
    coders: '编码比较',
    statistics: '统计',
    phrases: '提法',
    codebook: '编码本',
    review: '核对',
    versions: '版本比对'
  },

  frame: {
    library: '资料库',
    openRail: '打开资料栏',
    closeRail: '收起资料栏',
    language: '界面语言',
    look: '明暗',
    light: '浅色',
    dark: '深色',
    system: '随系统',
    skip: '跳到对照表',
    saved: (time: string) => `已保存 ${time}`,
    nothingSaved: '资料库为空',
    offline: '离线 · 无网络访问',
    moved: (path: string) => `资料库文件被移走或改名了，请放回原处再继续：${path}`,
    lost: '与程序的连接断开了。已存的资料没有受影响；请从程序里重新打开此窗口。',
    codebook: '编码本',
    notices: '通知',
    drop: '松开鼠标，读入这些文件',
    dropNote: '只在本机读取，不上传。',
    opening: '正在打开资料库…',
    broken: '这个面板出了问题，其他部分照常可用，资料没有受影响。',
    tryAgain: '重新载入此面板',
    notAdmitted: '此页面的通行码已经用过（刷新页面或复制地址都会如此）。资料没有受影响：请回到程序，重新打开窗口。',
    resizeRail: '调整资料栏宽度',
    resizeSheet: '调整原文栏宽度',
    saveDone: (file: string) => `已导出 ${file}`,
    dismiss: '知道了'
  },

  library: {
    listing: '正在取报告列表…',
    allInBin: {
      title: '报告都在回收站里',
      text: (n: string) => `这个资料库的 ${n} 份报告都在回收站里，没有丢：原件、批注和更正都还在，可以恢复。`,
      open: '打开回收站',
      restore: '全部恢复'
    },
    open: '打开文件…',
    sample: '打开示例资料',
    firstTitle: '把各省的报告放在一起读',
    firstText: '打开会议报告、工作报告的文件，对照按主题把各省的原话并排列出；每一句都可回到原件上的那几个字。',
    formats: '可读：文本、Word、PDF、网页、OFD、扫描件、表格、压缩包；整个文件夹也可以。',
    firstNote: '全程在本机进行，不连接网络。也可以把文件拖进窗口的任何地方。',
    sampleNote: '浙江、湖北两省 2023 年民政工作会议报道',
    compared: (chosen: string, all: string) => `比较 ${chosen} / ${all}`,
    all: '全选',
    none: '全不选',
    find: '按省份、标题、日期筛选',
    noneFound: '没有符合的报告。',
    list: '报告',
    themes: '主题',
    allThemes: '显示全部',
    themeCount: (n: number) => `${n} 条引文`,
    compare: (title: string) => `比较：${title}`,
    read: (title: string) => `阅读：${title}`,
    sharesOf: '各主题所占篇幅',
    same: '同一份',
    version: '版本',
    sameAs: (other: string) => `与《${other}》是同一份报告`,
    versionOf: (other: string) => `与《${other}》是同一报告的两个版本`
  },

  imports: {
    reading: (file: string) => `正在读取 ${file}`,
    waiting: '准备读取…',
    preparing: (done: string, files: string) => `正在接收文件，${done} / ${files}`,
    progress: (done: string, total: string) => `${done} / ${total} 个文件`,
    cancel: '停止',
    cancelled: '已停止；停止前读入的文件都保留着',
    imported: (n: number) => `读入 ${n} 份报告`,
    already: '已在资料库中，没有改动',
    failed: '没有读入',
    counts: ({ done, already, failed, asking }: { done: number; already: number; failed: number; asking: number }) =>
      [
        done > 0 ? `读入 ${done} 个` : '',
        already > 0 ? `已有 ${already} 个` : '',
        asking > 0 ? `待确认 ${asking} 个` : '',
        failed > 0 ? `失败 ${failed} 个` : ''
      ]
        .filter((part) => part !== '')
        .join(' · '),
    recognising: (page: number, pages: number, percent: number | null) =>
      page === 0 ? `开始识别，共 ${pages} 页` : `已识别 ${page} / ${pages} 页${percent === null ? '' : ` · ${percent}%`}`,
    recognisedSoFar: '识别出的文字',
    widen: '放宽限额…',
    duplicates: (n: number) => `与资料库里的报告疑似重复 ${n} 对`,
    seeDuplicates: '看疑似重复…',
    tooLarge: '文件超过 256 MB，没有读取。请拆分后再打开。',
    unreadable: '系统不允许读取这个文件或文件夹。请检查权限后重试。'
  },

  sheets: {
    waiting: '表格的列需要确认',
    confirm: '确认列…',
    confirmed: '列已确认',
    title: '这张表的各列是什么？',
    text: (file: string) => `${file}：每一行读成一份报告。请指明正文在哪一列；其余几列没有就选“无”。`,
    meanings: { text: '正文', title: '标题', province: '省份', date: '日期' },
    required: '必选',
    none: '无',
    choose: '请选择',
    column: (n: number) => `第 ${n} 列`,
    sample: '表格的前几行',
    noSample: '表头下面没有内容。',
    needsText: '请先选定正文所在的列。',
    read: '读入这张表',
    reading: '正在交给程序…',
    later: '以后再说',
    left: (n: number) => `之后还有 ${n} 张表待确认`
  },

  duplicates: {
    line: (n: number) => `疑似重复 ${n} 对`,
    title: '疑似重复的报告',
    note: '每一对的文字大部分相同，或者一份几乎全在另一份之中。程序不会自行合并或删除任何一份；它们是什么关系，由您来定。',
    alike: (percent: number) => `${percent}% 相同`,
    same: '同一份报告',
    version: '同一报告的两个版本',
    different: '不同的报告',
    decided: (what: string) => `已定：${what}`,
    undo: '撤销',
    pair: (n: number) => `第 ${n} 对`,
    none: '没有待定的疑似重复。',
    more: (n: number) => `另有 ${n} 对，定了上面的就会列出。`,
    sameNote: '后读入的那一份不再自动列入比较；两份都留在资料库里。',
    read: '阅读',
    close: '关闭'
  },

  limits: {
    button: (megabytes: string, seconds: string) => `读取限额 ${megabytes} MB · ${seconds} 秒`,
    title: '读取限额',
    note: '一个文件超过限额就停止读取，不影响其他文件。大文件读不完时，可以放宽后重新打开。',
    megabytes: '内存（MB）',
    seconds: '每个文件的处理时间（秒）',
    pageSeconds: '识别每一页的时间（秒）',
    between: (least: string, most: string) => `请填 ${least} 到 ${most} 之间的整数。`,
    standard: '默认',
    save: '保存',
    saving: '正在保存…'
  },

  matrix: {
    title: '对照表',
    view: '视图',
    corners: { province: '主题 × 省份', report: '主题 × 报告', year: '主题 × 年份', region: '主题 × 大区' },
    covered: (share: string) => `覆盖 ${share}`,
    grouping: '分列方式',
    byReport: '按报告',
    byProvince: '按省份',
    byYear: '按年份',
    byRegion: '按大区',
    yearOf: (year: string) => `${year} 年`,
    filter: '在表中筛选词句',
    kinds: '语句类别',
    found: (n: number) => `${n} 处`,
    onlyMentioning: '只看有引文的列',
    absent: '未提及',
    more: (n: number, characters: string) => (n > 0 ? `展开 ${n} 条 ${characters} 字` : `展开 ${characters} 字`),
    unfold: '展开',
    less: '收起',
    copy: '复制带出处',
    copied: '已复制',
    openSource: '看原文',
    onlyTheme: (name: string) => `只看${name}`,
    mentions: (n: number, of: number) => `${of} 列中 ${n} 列提及`,
    sharedWith: (others: string) => `${others}也有此语`,
    target: '目标',
    programme: '提法',
    nothingChosen: '还没有选报告。在左边勾选要比较的报告。',
    tooMany: (chosen: string, limit: string) => `选了 ${chosen} 份报告；这样分列，一张表最多放 ${limit} 份。`,
    firstOnly: (limit: string) => `只比较前 ${limit} 份`,
    nothingFound: '没有引文符合现在的筛选。',
    clear: '清除筛选',
    loading: '正在比较…'
  },

  reader: {
    title: '原文',
    text: '阅读文本',
    lines: '原始行',
    paragraphs: '原始段落',
    original: '原件',
    both: '两者',
    form: '显示',
    close: '关闭',
    previous: '上一处',
    next: '下一处',
    position: (at: number, of: number) => `第 ${at} / ${of} 处`,
    hint: '点一句，即见它在原文中的字。',
    lineOf: (n: number) => `原文第 ${n} 行`,
    paragraphOf: (n: number) => `原件第 ${n} 段`,
    originalForm: '原件显示为',
    asPages: '版面',
    asLines: '文字行',
    pageAt: (page: number, pages: number) => `${page} / ${pages} 页`,
    zoomIn: '放大（+）',
    zoomOut: '缩小（−）',
    fitWidth: '适合宽度（0）',
    pageLoading: '正在取版面…',
    schematic: '此格式没有版面图像，按文字的位置画出。',
    lowConfidence: '把握低于 80%，请对照图像核对',
    confidenceOf: (percent: number) => `识别把握 ${percent}%`,
    roles,
    warnings: '读取时的说明',
    encodingBusy: '正在按此编码重读…',
    chooseEncoding: '换一种编码重读',
    links: '相关报告',
    unlink: '撤销',
    leftOver: '不属任何报告的文字',
    leftOverNote: '原始文件里的这些文字没有归入报告，一字未丢。',
    structure: '全文结构',
    loading: '正在取原文…',
    about: '报告信息',
    unknown: '未见于原文',
    fields: {
      jurisdiction: '地区',
      date: '日期',
      meeting: '会议',
      place: '地点',
      officials: '官员',
      reporter: '记者',
      attribution: '来源',
      documentNumber: '发文字号',
      issuer: '发文机关',
      file: '文件',
      hash: '校验值',
      confidence: '划分可信度'
    }
  },

  search: {
    label: '检索全部报告',
    searching: '正在检索…',
    none: (query: string) => `全部报告中没有“${query}”。`,
    more: (n: string) => `另有 ${n} 处`
  },

  exporting: {
    button: '导出对照表',
    xlsx: 'Excel 工作簿',
    csv: 'CSV 表格',
    md: 'Markdown',
    html: '网页',
    json: 'JSON 数据',
    paper: { docx: '论文表格（Word 三线表）', xlsx: '论文表格（Excel 三线表）' },
    busy: '正在导出…'
  }
}

export type Words = typeof zh
