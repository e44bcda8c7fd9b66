import type { ChangedThing } from '#core/contract/restore-point-calls.ts'

/** Restore points: in the history, and in the question before going back. */
export const pointsZh = {
  title: '恢复点',
  note: '导入、重读之前会自动留一个；也可以随时记下此处。回去就是撤销其后的全部更改，也可以再反过来。',
  none: '还没有恢复点。',
  earlier: (n: string) => `更早的 ${n} 个`,
  name: '恢复点名称',
  placeholder: '例如：交稿前',
  keep: '记下此处',
  kept: (name: string) => `已记下恢复点“${name}”。`,
  back: '回到这里',
  backTo: (name: string) => `回到：${name}`,
  remove: '去掉',
  removeOf: (name: string) => `去掉恢复点：${name}`,
  before: (kind: string) => `${kind}之前`,
  automatic: '自动留下',
  nothingSince: '此后没有变化',
  since: (counts: string) => `此后：${counts}`,
  ask: '回到这个恢复点？',
  keptAt: (when: string) => `${when} 记下`,
  touched: (reports: string) => `涉及 ${reports} 份报告：`,
  undoing: '会撤销其后的更改：',
  staying: (count: string) => `${count} 处另有变动，会保持原样。`,
  things: {
    'report-in': (n: string) => `新增报告 ${n}`,
    'report-out': (n: string) => `移出报告 ${n}`,
    reading: (n: string) => `重读文件 ${n}`,
    note: (n: string) => `批注 ${n}`,
    summary: (n: string) => `摘要 ${n}`,
    coding: (n: string) => `主题编码 ${n}`,
    verdict: (n: string) => `核实 ${n}`,
    correction: (n: string) => `更正 ${n}`,
    pair: (n: string) => `重复判断 ${n}`,
    other: (n: string) => `其他 ${n}`
  } satisfies Record<ChangedThing, (n: string) => string>,
  join: ' · '
}

const counted = (n: string, one: string, many = `${one}s`): string => `${n} ${n === '1' ? one : many}`

export const pointsEn: typeof pointsZh = {
  title: 'Restore points',
  note: 'One is kept before each import and each new reading; keep one here at any time. Going back undoes all that was changed since, and can itself be undone.',
  none: 'No restore points yet.',
  earlier: (n) => `${n} earlier`,
  name: 'Name of the restore point',
  placeholder: 'Before handing in, say',
  keep: 'Keep this place',
  kept: (name) => `Restore point “${name}” kept.`,
  back: 'Go back',
  backTo: (name) => `Go back to: ${name}`,
  remove: 'Remove',
  removeOf: (name) => `Remove restore point: ${name}`,
  before: (kind) => `before: ${kind}`,
  automatic: 'kept by the program',
  nothingSince: 'Nothing changed since',
  since: (counts) => `Since then: ${counts}`,
  ask: 'Go back to this restore point?',
  keptAt: (when) => `Kept ${when}`,
  touched: (reports) => `${counted(reports, 'report')} concerned:`,
  undoing: 'What was changed since will be undone:',
  staying: (count) => `${count === '1' ? '1 thing was' : `${count} things were`} changed by something else and will stay.`,
  things: {
    'report-in': (n) => `${counted(n, 'report')} added`,
    'report-out': (n) => `${counted(n, 'report')} binned`,
    reading: (n) => `${counted(n, 'file')} read anew`,
    note: (n) => counted(n, 'note'),
    summary: (n) => counted(n, 'summary', 'summaries'),
    coding: (n) => counted(n, 'coding'),
    verdict: (n) => counted(n, 'confirmation'),
    correction: (n) => counted(n, 'correction'),
    pair: (n) => counted(n, 'decision on duplicates', 'decisions on duplicates'),
    other: (n) => `${n} other`
  },
  join: ' · '
}
