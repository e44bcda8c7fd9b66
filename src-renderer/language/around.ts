import { changeKindsEn, changeKindsZh } from './change-kinds.ts'
import type { ChangeKind } from '#core/contract/change-calls.ts'
import type { ProblemKind } from '#core/contract/problem.ts'
import { guideEn, guideZh } from './guide.ts'
import { exchangeEn, exchangeZh } from './exchange.ts'
import { pointsEn, pointsZh } from './restore-points.ts'
import { settingsEn, settingsZh } from './settings.ts'

type KeyRow = readonly [keys: string, does: string]

/** What lies around the views: palette, menus, undo, libraries, settings, the guide. */
export const aroundZh = {
  groups: { places: '去处', comparison: '对照', changes: '更改', library: '资料库', window: '窗口', reports: '报告', search: '检索' },
  palette: {
    title: '命令',
    label: '输入命令、省份或标题',
    none: (query: string) => `没有与“${query}”相符的命令或报告。`,
    search: (query: string) => `检索正文“${query}”`,
    hint: '↑ ↓ 选择 · Enter 执行 · Esc 关闭',
    open: '打开命令面板'
  },
  keys: {
    title: '键盘',
    note: '单个字母与符号键在输入文字时不起作用。',
    open: '键盘一览',
    close: '关闭',
    list: '报告列表',
    listRows: [
      ['↑ ↓', '上一份 / 下一份'],
      ['空格', '加入或移出比较'],
      ['Enter', '阅读'],
      ['Shift F10 / 菜单键', '这一份可做的事']
    ] as readonly KeyRow[],
    table: '资料库列表',
    tableRows: [
      ['↑ ↓ ← →', '在格间移动'],
      ['空格', '选取；在表头全选'],
      ['Enter', '阅读；在表头排序'],
      ['F2', '更正这一格'],
      ['Delete', '移到回收站'],
      ['Shift F10 / 菜单键', '这一份可做的事']
    ] as readonly KeyRow[],
    source: '原文栏',
    sourceRows: [
      ['J K', '这个主题的下一处、上一处'],
      ['Alt ↑ ↓', '上一句、下一句'],
      ['N', '写批注'],
      ['T', '改这里的主题'],
      ['+ / − / 0', '版面放大 / 缩小 / 适合宽度'],
      ['N · H · G · L', '批注 · 划线 · 标签 · 连接（选中的文字，或所在的一句）'],
      ['Esc', '收起']
    ] as readonly KeyRow[]
  },
  commands: {
    palette: '命令面板',
    keySheet: '键盘一览',
    search: '检索全部报告',
    library: '资料库',
    quotations: '原文对照',
    summaries: '摘要矩阵',
    counts: '频次与占比',
    structure: '结构',
    ranks: '主题位次',
    targets: '量化目标',
    reader: '并排阅读',
    searchView: '检索结果',
    settings: '设置',
    notes: '全部批注',
    coders: '编码比较',
    codebook: '编码本',
    statistics: '统计',
    phrases: '提法',
    review: '核对存疑的识读',
    versions: '版本比对：两年或两稿',
    table: '跳到对照表',
    undo: '撤销',
    redo: '重做',
    history: '更改历史',
    keepPoint: '记下恢复点',
    chinese: '界面语言：中文',
    english: '界面语言：英文（English）',
    light: '明暗：浅色',
    dark: '明暗：深色',
    system: '明暗：随系统',
    smaller: '引文字号：小',
    normal: '引文字号：中',
    larger: '引文字号：大',
    openFiles: '打开文件…',
    sample: '打开示例资料',
    newLibrary: '新建资料库…',
    openLibrary: '打开资料库…',
    limits: '读取限额…',
    print: '打印当前视图…',
    savePdf: '当前视图存储为 PDF…',
    duplicates: '疑似重复…',
    notices: '通知',
    guide: '导览：五分钟看懂对照',
    allReports: '比较全部报告',
    noReports: '清空比较',
    clearFilters: '清除筛选',
    byReport: '列：按报告',
    byProvince: '列：按省份',
    export: (format: string) => `导出对照表：${format}`,
    theme: (name: string) => `只看主题：${name}`,
    allThemes: '显示全部主题',
    closeSource: '收起原文'
  },
  menu: {
    read: '阅读',
    compare: '加入比较',
    leave: '移出比较',
    only: '只比较这一份',
    province: (name: string) => `只比较${name}的报告`,
    copyTitle: '复制题名与出处',
    bin: '移到回收站'
  },
  changes: {
    undo: '撤销',
    redo: '重做',
    undoWhat: (what: string) => `撤销：${what}（Ctrl Z）`,
    redoWhat: (what: string) => `重做：${what}（Ctrl Shift Z）`,
    nothingToUndo: '没有可撤销的更改',
    nothingToRedo: '没有可重做的更改',
    history: '历史',
    list: '更改',
    historyNote: '对资料库的更改，新的在前。撤销导入即把读入的报告移到回收站，原件仍在。',
    none: '还没有更改。导入、更正、删除、核实、批注都会记在这里，可以撤销。',
    undone: (what: string) => `已撤销：${what}`,
    redone: (what: string) => `已重做：${what}`,
    wentBack: (what: string) => `已${what}`,
    stayed: (count: string) => `${count} 处另有变动，没有回去。`,
    undoOf: (what: string) => `撤销：${what}`,
    redoOf: (what: string) => `重做：${what}`,
    inBin: (reports: string) => `${reports} 份报告移到了回收站。`,
    ask: {
      undo: '撤销这一步？',
      redo: '重做这一步？',
      made: (when: string, isEarlier: boolean) => (isEarlier ? `${when} 所做，早于这次打开资料库` : `${when} 所做`),
      leaving: (reports: string, notes: string | null) => (notes === null ? `${reports} 份报告会移到回收站：` : `${reports} 份报告会移到回收站，连同上面的 ${notes} 条批注：`),
      returning: (reports: string) => `${reports} 份报告会从回收站回来：`,
      touched: (reports: string, notes: string | null) => (notes === null ? `涉及 ${reports} 份报告：` : `${notes} 条批注会去掉，涉及 ${reports} 份报告：`),
      more: (reports: string) => `另有 ${reports} 份`,
      note: '之后还可以反过来；原件一直都在。'
    },
    isUndone: '已撤销',
    points: pointsZh,
    kinds: changeKindsZh,
    label: (kind: ChangeKind, what: string, count: number): string => {
      const name = aroundZh.changes.kinds[kind]
      if (what !== '') return `${name} ${what}`
      return count > 1 ? `${name} ${count} ${kind === 'import' ? '个文件' : '份报告'}` : name
    }
  },
  exchange: exchangeZh,
  libraries: {
    menu: (name: string) => `资料库：${name}`,
    recent: '最近的资料库',
    new: '新建资料库…',
    open: '打开其他资料库…',
    newTitle: '新建资料库',
    newNote: (folder: string) => `一个资料库是一个文件，收着原件、报告和你的批注。新的建在：${folder}`,
    name: '名称',
    create: '新建并打开',
    openTitle: '打开资料库',
    openNote: '写出 .duizhao 文件的完整路径。不是资料库的文件会被拒绝，也不会改动。',
    path: '完整路径',
    openIt: '打开',
    cancel: '取消',
    missing: '不在原处',
    forget: '从列表移除',
    current: '当前',
    switched: (name: string) => `已打开资料库“${name}”`
  },
  notices: {
    title: '通知',
    none: '还没有通知。导入、导出的结果和没有办成的事会留在这里。',
    clear: '全部清除',
    remove: '清除这一条',
    kinds: { import: '导入', coding: '编码', merged: '并入', refusal: '未办成', saved: '已导出', preparing: '接收文件', done: '完成' },
    running: '进行中'
  },
  /** Where the sentence does not say it already. What readers say of a file does. */
  next: {
    'unreadable-file': '检查文件或文件夹的权限，再打开一次。',
    'file-exists': '换一个名称。',
    'cannot-write': '检查磁盘空间与文件夹权限，再试一次。',
    'library-newer': '更新对照后再打开。',
    'library-damaged': '保留原文件，从备份恢复。',
    'library-locked': '关掉另一个程序，稍后再试。',
    'library-missing': '核对路径，接上它所在的磁盘；已经不要的可从列表移除。',
    'not-a-library': '请选择由对照建立的 .duizhao 文件；普通文件请用“打开文件…”读入。',
    internal: '再试一次；若仍如此，请把编号告诉维护者。'
  } as Partial<Record<ProblemKind, string>>,
  settings: settingsZh,
  guide: guideZh,
  empty: { compareAll: '比较全部' }
}

const counted = (n: string, one: string): string => `${n} ${n === '1' ? one : `${one}s`}`

export const aroundEn: typeof aroundZh = {
  groups: { places: 'Places', comparison: 'Comparison', changes: 'Changes', library: 'Library', window: 'Window', reports: 'Reports', search: 'Search' },
  palette: {
    title: 'Commands',
    label: 'Type a command, a province or a title',
    none: (query) => `No command or report matches “${query}”.`,
    search: (query) => `Search the text for “${query}”`,
    hint: '↑ ↓ choose · Enter runs · Esc closes',
    open: 'Open the command palette'
  },
  keys: {
    title: 'Keyboard',
    note: 'Single letters and signs do nothing while you write text.',
    open: 'Keys',
    close: 'Close',
    list: 'List of reports',
    listRows: [
      ['↑ ↓', 'Previous / next report'],
      ['Space', 'Add to or take out of the comparison'],
      ['Enter', 'Read'],
      ['Shift F10 / menu key', 'What can be done with this one']
    ],
    table: 'Table of the library',
    tableRows: [
      ['↑ ↓ ← →', 'Move from cell to cell'],
      ['Space', 'Select; on the heads: all'],
      ['Enter', 'Read; on a head: sort'],
      ['F2', 'Correct this cell'],
      ['Delete', 'Move to the bin'],
      ['Shift F10 / menu key', 'What can be done with this one']
    ],
    source: 'Source pane',
    sourceRows: [
      ['J K', 'Next, previous passage of the theme'],
      ['Alt ↑ ↓', 'Previous, next sentence'],
      ['N', 'Write a note'],
      ['T', 'Change the themes here'],
      ['+ / − / 0', 'Page larger / smaller / fit width'],
      ['N · H · G · L', 'Note · highlight · tag · link (the selected words, or the sentence)'],
      ['Esc', 'Close']
    ]
  },
  commands: {
    palette: 'Command palette',
    keySheet: 'Keys',
    search: 'Search all reports',
    library: 'Library',
    quotations: 'Quotations side by side',
    summaries: 'Summary matrix',
    counts: 'Counts and shares',
    structure: 'Structure',
    ranks: 'Theme ranks',
    targets: 'Targets',
    reader: 'Reader, side by side',
    searchView: 'Search results',
    settings: 'Settings',
    notes: 'All notes',
    coders: 'Coders',
    codebook: 'Codebook',
    statistics: 'Statistics',
    phrases: 'Phrases',
    review: 'Review what is unsure',
    versions: 'Versions: two years, two drafts',
    table: 'Go to the table',
    undo: 'Undo',
    redo: 'Redo',
    history: 'History of changes',
    keepPoint: 'Keep a restore point',
    chinese: 'Language: Chinese (中文)',
    english: 'Language: English',
    light: 'Appearance: light',
    dark: 'Appearance: dark',
    system: 'Appearance: as the system',
    smaller: 'Size of quotations: small',
    normal: 'Size of quotations: medium',
    larger: 'Size of quotations: large',
    openFiles: 'Open files…',
    sample: 'Open the sample',
    newLibrary: 'New library…',
    openLibrary: 'Open a library…',
    limits: 'Reading limits…',
    print: 'Print this view…',
    savePdf: 'Save this view as PDF…',
    duplicates: 'Likely duplicates…',
    notices: 'Notices',
    guide: 'Guide: Duizhao in five minutes',
    allReports: 'Compare all reports',
    noReports: 'Compare none',
    clearFilters: 'Clear the filters',
    byReport: 'Columns: by report',
    byProvince: 'Columns: by province',
    export: (format) => `Export the table: ${format}`,
    theme: (name) => `Only the theme: ${name}`,
    allThemes: 'Show all themes',
    closeSource: 'Put the source away'
  },
  menu: {
    read: 'Read',
    compare: 'Add to the comparison',
    leave: 'Take out of the comparison',
    only: 'Compare only this one',
    province: (name) => `Compare only reports of ${name}`,
    copyTitle: 'Copy title and origin',
    bin: 'Move to the bin'
  },
  changes: {
    undo: 'Undo',
    redo: 'Redo',
    undoWhat: (what) => `Undo: ${what} (Ctrl Z)`,
    redoWhat: (what) => `Redo: ${what} (Ctrl Shift Z)`,
    nothingToUndo: 'Nothing to undo',
    nothingToRedo: 'Nothing to redo',
    history: 'History',
    list: 'Changes',
    historyNote: 'Changes to the library, newest first. Undoing an import moves its reports to the bin; the originals stay.',
    none: 'No changes yet. Imports, corrections, deletions, confirmations and notes are listed here and can be undone.',
    undone: (what) => `Undone: ${what}`,
    redone: (what) => `Done again: ${what}`,
    wentBack: (what) => `Done: ${what}`,
    stayed: (count) => `${count === '1' ? '1 thing was' : `${count} things were`} changed by something else and stayed.`,
    undoOf: (what) => `Undo: ${what}`,
    redoOf: (what) => `Redo: ${what}`,
    inBin: (reports) => (reports === '1' ? '1 report moved to the bin.' : `${reports} reports moved to the bin.`),
    ask: {
      undo: 'Undo this change?',
      redo: 'Redo this change?',
      made: (when, isEarlier) => (isEarlier ? `Made ${when}, before the library was opened this time` : `Made ${when}`),
      leaving: (reports, notes) => `${counted(reports, 'report')} will go to the bin${notes === null ? '' : `, with the ${counted(notes, 'note')} on ${reports === '1' ? 'it' : 'them'}`}:`,
      returning: (reports) => `${counted(reports, 'report')} will come back from the bin:`,
      touched: (reports, notes) => `${notes === null ? '' : `${counted(notes, 'note')} will be removed; `}${counted(reports, 'report')} concerned:`,
      more: (reports) => `and ${reports} more`,
      note: 'It can be turned back; the originals stay.'
    },
    isUndone: 'undone',
    points: pointsEn,
    kinds: changeKindsEn,
    label: (kind, what, count) => {
      const name = aroundEn.changes.kinds[kind]
      if (what !== '') return `${name}: ${what}`
      return count > 1 ? `${name} (${counted(String(count), kind === 'import' ? 'file' : 'report')})` : name
    }
  },
  exchange: exchangeEn,
  libraries: {
    menu: (name) => `Library: ${name}`,
    recent: 'Recent libraries',
    new: 'New library…',
    open: 'Open another library…',
    newTitle: 'New library',
    newNote: (folder) => `A library is one file with the originals, the reports and your notes. New ones are made in ${folder}`,
    name: 'Name',
    create: 'Make and open',
    openTitle: 'Open a library',
    openNote: 'Give the whole path of a .duizhao file. A file that is no library is refused and not changed.',
    path: 'Whole path',
    openIt: 'Open',
    cancel: 'Cancel',
    missing: 'not at its place',
    forget: 'Take off the list',
    current: 'open now',
    switched: (name) => `Opened the library “${name}”`
  },
  notices: {
    title: 'Notices',
    none: 'No notices yet. What came of imports and exports, and what could not be done, stays here.',
    clear: 'Clear all',
    remove: 'Clear this one',
    kinds: { import: 'Import', coding: 'Coding', merged: 'Merged', refusal: 'Not done', saved: 'Exported', preparing: 'Taking in', done: 'Done' },
    running: 'running'
  },
  next: {
    'unreadable-file': 'Check the permissions of the file or folder and open it again.',
    'file-exists': 'Choose another name.',
    'cannot-write': 'Check the space on the disk and the permissions of the folder, and try again.',
    'library-newer': 'Update Duizhao and open it then.',
    'library-damaged': 'Keep the file and restore a backup.',
    'library-locked': 'Close the other program and try again in a moment.',
    'library-missing': 'Check the path and connect the disk it lies on; if it is gone for good, take it off the list.',
    'not-a-library': 'Choose a .duizhao file that Duizhao has made; other files are read by “Open files…”.',
    internal: 'Try again; if it stays so, tell the maintainers the number.'
  },
  settings: settingsEn,
  guide: guideEn,
  empty: { compareAll: 'Compare all' }
}
