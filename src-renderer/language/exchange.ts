import type { Counted } from '#core/contract/exchange-calls.ts'
import type { WorkFormat } from '#core/exchange/work-formats.ts'

const countsZh = ({ added, equal, conflicts }: Counted): string => `新增 ${added} · 相同 ${equal} · 冲突 ${conflicts}`

type MergedKind = 'notes' | 'codings' | 'links' | 'corrections' | 'readings' | 'verdicts' | 'summaries' | 'codebooks' | 'divisions'

const mergedKindsZh: Readonly<Record<MergedKind, string>> = { notes: '批注', codings: '编码', links: '连接', corrections: '更正', readings: '识读更正', verdicts: '核实', summaries: '摘要', codebooks: '编码本', divisions: '篇目划分' }

const quotedZh = ({ report, words }: { readonly report: string; readonly words: string }): string => `${report}：“${words}”`

/** Work that goes to others and comes from them. */
export const exchangeZh = {
  open: '与他人交换…',
  title: '与他人交换',
  note: '文件只存到你选的位置，不经过网络。',
  send: '导出本资料库的工作',
  formats: {
    qdpx: { name: 'REFI-QDA 项目', note: '给 NVivo、MAXQDA、ATLAS.ti、QualCoder：报告、主题、编码、批注。' },
    bundle: { name: '交换包', note: '给用对照的同事：原始文件与你做的一切，收到后并入。' },
    jsonld: { name: 'W3C 批注', note: '每条批注与编码一行，带引文与位置。' },
    csl: { name: '文献信息 CSL-JSON', note: '给 Zotero 等：报告没有写明的一概不填。' }
  } satisfies Record<WorkFormat, { name: string; note: string }>,
  lineEnds: '换行写作 CRLF（MAXQDA）',
  exportAs: (name: string) => `导出：${name}`,
  receive: '并入收到的文件',
  receiveNote: '.qdpx 项目、交换包或 W3C 批注。并入是一次更改，可以撤销；只有选“采用对方的”，这里已有的才会改动；并入后也可以逐条选。',
  conflicts: '有冲突时',
  mine: '保留我的',
  theirs: '采用对方的',
  choose: '选择文件…',
  busy: '正在处理…',
  lost: '这种格式存不下的：',
  merged: (origin: string) => `已并入：${origin}`,
  reports: ({ added, known, restored }: { added: number; known: number; restored: number }) => `报告：新增 ${added} · 已有 ${known} · 从回收站恢复 ${restored}`,
  counted: (kind: MergedKind, counts: Counted) => `${mergedKindsZh[kind]}：${countsZh(counts)}`,
  codebook: ({ id, themes }: { id: string; themes: number }) => `其中 ${themes} 个代码不在这里的编码本里，另存为编码本 ${id}。`,
  inConflict: '冲突',
  here: '这里',
  there: '对方',
  mineHold: (count: number) => `${count} 处现在仍是我的。`,
  takeAll: (count: number) => `全部采用对方的（${count}）`,
  takeThis: (subject: string) => `采用对方的：${subject}`,
  taken: '已采用对方的。',
  overtaken: '这里后来又改过，没有动。',
  undone: '这次并入已撤销。',
  openMerges: '未决的冲突',
  readMerge: (origin: string, count: number) => `查看 ${origin} 的冲突（${count} 处未决）`,
  openSince: (at: string, count: number) => `${at} 并入 · ${count} 处仍是我的`,
  earlier: '前一页',
  later: '后一页',
  page: ({ from, to, all }: { from: number; to: number; all: number }) => `第 ${from}–${to} 条，共 ${all} 条`,
  readAgain: '查看',
  quoted: quotedZh,
  unplaced: '原文不在这里的报告里',
  left: '没有并入的更正、核实与摘要',
  doubts: '存疑',
  failed: '没能读取的文件',
  close: '关闭'
}

const countsEn = ({ added, equal, conflicts }: Counted): string => `${added} new · ${equal} equal · ${conflicts} in conflict`

const mergedKindsEn: typeof mergedKindsZh = { notes: 'Notes', codings: 'Codings', links: 'Links', corrections: 'Corrections', readings: 'Corrections of readings', verdicts: 'Verdicts', summaries: 'Summaries', codebooks: 'Codebooks', divisions: 'Divisions into reports' }

const quotedEn: typeof quotedZh = ({ report, words }) => `${report}: “${words}”`

export const exchangeEn: typeof exchangeZh = {
  open: 'Exchange with others…',
  title: 'Exchange with others',
  note: 'Files go where you save them and nowhere else.',
  send: 'Export the work of this library',
  formats: {
    qdpx: { name: 'REFI-QDA project', note: 'For NVivo, MAXQDA, ATLAS.ti, QualCoder: reports, themes, codings, notes.' },
    bundle: { name: 'Bundle', note: 'For a colleague who uses 对照: the original files and all your work, to be merged there.' },
    jsonld: { name: 'Web Annotations (W3C)', note: 'A line for each note and coding, with quotation and position.' },
    csl: { name: 'Sources as CSL-JSON', note: 'For Zotero and the like: what a report does not say is left out.' }
  },
  lineEnds: 'Line ends as CRLF (MAXQDA)',
  exportAs: (name) => `Export: ${name}`,
  receive: 'Merge a file you were sent',
  receiveNote: 'A .qdpx project, a bundle, or Web Annotations. Merging is one change that can be undone; what is here is changed only where you take theirs, at once or later one by one.',
  conflicts: 'In conflicts',
  mine: 'Keep mine',
  theirs: 'Take theirs',
  choose: 'Choose a file…',
  busy: 'Working…',
  lost: 'What this format does not hold:',
  merged: (origin) => `Merged: ${origin}`,
  reports: ({ added, known, restored }) => `Reports: ${added} new · ${known} known · ${restored} restored from the bin`,
  counted: (kind, counts) => `${mergedKindsEn[kind]}: ${countsEn(counts)}`,
  codebook: ({ id, themes }) => `${themes} of the codes are in no codebook here and were kept as the codebook ${id}.`,
  inConflict: 'In conflict',
  here: 'Here',
  there: 'Theirs',
  mineHold: (count) => (count === 1 ? 'In one of them mine holds.' : `In ${count} of them mine hold.`),
  takeAll: (count) => `Take all of theirs (${count})`,
  takeThis: (subject) => `Take theirs: ${subject}`,
  taken: 'Theirs was taken.',
  overtaken: 'It was changed here since, and was left.',
  undone: 'This merge was undone.',
  openMerges: 'Open conflicts',
  readMerge: (origin, count) => `Show the conflicts of ${origin} (${count} open)`,
  openSince: (at, count) => `merged ${at} · in ${count} mine still hold`,
  earlier: 'Earlier',
  later: 'Later',
  page: ({ from, to, all }) => `${from}–${to} of ${all}`,
  readAgain: 'Read',
  quoted: quotedEn,
  unplaced: 'Words that are in no report here',
  left: 'Corrections, verdicts and summaries that were left out',
  doubts: 'Doubtful',
  failed: 'Files that could not be read',
  close: 'Close'
}
