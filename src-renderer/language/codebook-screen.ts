import type { ThemeDifference } from '#core/codebook/difference.ts'
import type { CodebookChange } from '#core/codebook/changes.ts'
import type { CodebookFormat } from '#core/codebook/formats.ts'
import type { ThemePatterns } from '#core/codebook/codebook.ts'
import type { ThemeWork } from '#core/contract/codebook-calls.ts'
import type { RevisionProblem } from '#core/codebook/revise.ts'

/** The screen where codebooks are worked on. */
export const codebookScreenZh = {
  name: '编码本',
  loading: '正在打开编码本…',
  choose: '编码本',
  tabs: { label: '编码本的内容', themes: '主题', versions: '版本' },
  inUse: '正用于全库',
  use: '用于全库',
  shippedNote: (name: string) => `《${name}》随程序提供，本身不会改动。应用改动时会存成您自己的编码本，您的编码、核实和摘要一并带过去；批注仍留在原编码本的主题下。几人正在分头编码的报告，编码留在原编码本；轮次里没有写明的判断（未选即同意或否定）也不带过去。`,
  tree: '主题树',
  ownNames: { title: '编码本名称', zh: '中文名称', en: '英文名称' },
  treeKeys: '方向键走动，Enter 看主题，F2 改名，Alt 加方向键移动，Delete 停用。',
  newTheme: '新主题',
  newThemeName: (n: number) => [`新主题 ${n}`, `New theme ${n}`] as const,
  newDefinition: ['待定义', 'To be defined'] as const,
  group: '分组',
  retired: '已停用',
  retiredInto: (name: string) => `已并入“${name}”`,
  retiredNote: '停用的主题不再识读，这里仍可查看；其下您做过的编码都还在。',
  changed: '有改动',
  statements: (n: string) => `全库 ${n} 条语句`,
  uncodedNote: (n: string) => `另有 ${n} 份报告还没有按这个编码本编码`,
  apartNote: (n: string) => `另有 ${n} 份报告您正从零编码，程序的识读不在其内`,
  work: (work: ThemeWork) => workList(work, ['编码', '批注', '核实', '摘要'], '、'),
  workHere: (list: string) => `您在此主题下：${list}`,
  sheet: '主题',
  fields: {
    name: '名称', nameEn: '英文名称', definition: '定义', definitionEn: '英文定义', include: '纳入', exclude: '排除', examples: '示例', color: '颜色', colorDark: '深色底上的颜色',
    governs: '标题管辖其下没有自己主题的语句'
  },
  perLine: '每行一条',
  wordsTitle: '识别用的词',
  wordsNote: '每行一个词。改过的词要在“草稿”里应用后才用于识读。',
  lists: {
    terms: ['主题词', '出现在哪里都算'],
    items: ['列举词', '句子讲的就是它才算，只在列举里提到不算'],
    rollCall: ['点名词', '只在“……等事业”“……权益”这样的列举里才算'],
    cues: ['提示词', '标题或邻句已是本主题时才算'],
    together: ['同现词', '几个词都在一句里才算，用 + 连接：社区+议事'],
    lookalikes: ['形近词', '含有主题词而另有所指：养老保险'],
    unless: ['除非', '句中有这些词，列举词就不算']
  } satisfies Record<keyof ThemePatterns, readonly [string, string]>,
  faults: {
    empty: '不能空着，未计入草稿。',
    long: (word: string) => `“${word.slice(0, 12)}…”超过 40 个字，未计入草稿。`,
    twice: (word: string) => `“${word}”写了两次，未计入草稿。`,
    elsewhere: (word: string, list: string) => `“${word}”已在“${list}”里，一个词在一个主题里只能有一种用法；未计入草稿。`,
    alone: (word: string) => `“${word}”只有一个词，同现词要用 + 连接两个以上；未计入草稿。`
  },
  actions: {
    label: '对这个主题', add: '在其下新建', move: '移到…', top: '最上一级', merge: '并入…', split: '拆分…', retire: '停用', restore: '恢复使用',
    retireBlocked: '下面还有在用的主题，先移走才能停用。'
  },
  split: {
    title: (name: string) => `拆分“${name}”`,
    note: '拆出的主题放在它下面，带走分给它的词；您已编在它下面的内容仍留在原主题，可逐条改编。',
    part: (n: number) => `部分 ${n} 的名称`,
    stays: '留在原主题',
    more: '再加一部分',
    words: '词分给谁',
    cancel: '取消',
    make: '拆分',
    incomplete: '每一部分都要有名称。',
    shortName: (n: number) => `部分 ${n}`
  },
  draft: {
    title: '草稿',
    none: '没有未应用的改动。改主题、移动、合并、拆分或停用，都先记在这里，看过影响再应用。',
    drop: (what: string) => `不要这一处：${what}`,
    dropAll: '放弃草稿',
    nothing: '改动相互抵消，与现在的版本没有不同。',
    effect: '看影响',
    stop: '停下',
    working: (done: string, total: string) => `正在比较：${done} / ${total} 份`,
    waiting: '先等手头的读取或编码做完…',
    stopped: '已停下，没有改动任何东西。',
    stale: '资料已变，这是变之前的影响。',
    again: '重新看影响',
    found: (reports: string, statements: string, recoded: string) => `全库 ${reports} 份报告 ${statements} 条语句，其中 ${recoded} 条会改变主题。`,
    foundNone: (reports: string) => `全库 ${reports} 份报告的语句都不会改变主题。`,
    byMerging: (n: string) => `其中 ${n} 条只是随合并改了主题名。`,
    comes: (n: string) => `+${n}`,
    goes: (n: string) => `−${n}`,
    comesOf: (name: string, comes: string, goes: string) => `${name}：增加 ${comes} 条，减少 ${goes} 条`,
    all: '全部',
    lines: '会改变主题的语句',
    more: (n: string) => `再看 ${n} 条`,
    from: '原', to: '改为', noTheme: '无主题',
    open: (text: string) => `打开原文：${text}`,
    apply: '应用为新版本',
    ownName: '存成自己的编码本，名称',
    ownSuffix: '（自订）',
    applying: '正在应用…',
    applied: (version: string) => `已是版本 ${version}。可以撤销。`,
    coding: '正在按新版本编码全部报告，编完就用上。'
  },
  kept: {
    merge: (work: string, into: string) => `您的${work}都归到“${into}”；那里已有的摘要接在前面。`,
    retire: (work: string) => `您的${work}都还在，只是不再显示；恢复使用这个主题，或撤销这个版本，就回来。`,
    split: (work: string) => `您的${work}仍留在原主题。`
  },
  change: (change: CodebookChange, name: (theme: string) => string, fields: string) => {
    switch (change.kind) {
      case 'add': return `新建“${change.theme.name.zh}”`
      case 'edit': return `修改“${name(change.theme)}”：${fields}`
      case 'move': return `移动“${name(change.theme)}”到${change.parent === null ? '最上一级' : `“${name(change.parent)}”下`}`
      case 'merge': return `“${name(change.theme)}”并入“${name(change.into)}”`
      case 'split': return `“${name(change.theme)}”拆出${change.parts.map((part) => `“${part.name.zh}”`).join('、')}`
      case 'retire': return `停用“${name(change.theme)}”`
      case 'rename': return `编码本改名为“${change.name.zh}”`
      case 'restore': return `恢复使用“${name(change.theme)}”`
    }
  },
  parts: { name: '名称', definition: '定义', include: '纳入', exclude: '排除', examples: '示例', color: '颜色', governs: '标题管辖', patterns: '词', group: '分组' },
  problem: (kind: Exclude<RevisionProblem['kind'], 'invalid'>, name: string) =>
    ({
      'no-such-theme': `没有主题“${name}”`, 'id-taken': `“${name}”的编号已被使用`, retired: `“${name}”已停用`, 'in-use': `“${name}”本来就在用`, 'is-group': `“${name}”是分组，本身不编码`,
      'under-itself': `“${name}”不能放到自己下面`, 'has-children': `“${name}”下面还有在用的主题，先移走`, 'no-such-place': `“${name}”要去的位置已经没有了`
    })[kind],
  invalid: (what: string) => `改动后不是有效的编码本：${what}`,
  cannot: (n: number, why: string) => `第 ${n} 处改动做不成：${why}。去掉它，其余照旧。`,
  versions: {
    title: '版本',
    now: '现在的版本',
    shipped: '随程序提供',
    older: '较早', newer: '较新',
    same: '两个版本没有不同。',
    differences: (older: string, newer: string) => `从 ${older} 到 ${newer}`,
    only: '只有这一个版本。应用改动之后，每个版本都留在这里，可以两两比较。',
    fates: { added: '新增', removed: '删去', retired: '停用', merged: '并入', 'brought-back': '恢复', changed: '修改' } satisfies Record<ThemeDifference['change'], string>,
    renamed: (from: string, to: string) => `改名：${from} → ${to}`,
    codebookRenamed: (from: string, to: string) => `编码本改名：${from} → ${to}`,
    moved: (from: string, to: string) => `移动：${from} → ${to}`,
    rewritten: (parts: string) => `改写：${parts}`,
    added: '加词', removed: '减词',
    context: '共用词表有改动。',
    top: '最上一级'
  },
  files: {
    export: '导出', import: '导入', make: '新建',
    formats: { qdc: ['REFI-QDA', '.qdc，供 NVivo、MAXQDA 等使用'], xlsx: ['Excel', '全部内容，可改后导回'], json: ['JSON', '全部内容'] } satisfies Record<CodebookFormat, readonly [string, string]>,
    became: {
      new: (name: string) => `已导入为您自己的编码本《${name}》。`,
      'new-version': (name: string, version: string) => `已作为《${name}》的新版本 ${version}。`,
      equal: (name: string) => `《${name}》与文件里的完全一样，没有改动。`
    },
    losses: '这个格式不含：'
  },
  make: {
    title: '新建编码本', name: '名称', from: '从哪里开始', empty: '空的编码本', copyOf: (name: string) => `《${name}》的副本`, cancel: '取消', make: '新建',
    note: '副本带着您在原编码本主题下做的编码、核实和摘要。几人正在分头编码的报告，编码留在原编码本；轮次里没有写明的判断（未选即同意或否定）也不带过去。'
  },
  copyName: (name: string) => `${name}（副本）`,
  keyTitle: '编码本',
  keyRows: [
    ['↑ ↓', '在主题间走动'], ['← →', '收起、展开'], ['Enter', '看这个主题'], ['F2', '改名'], ['Alt ↑ ↓', '在同级中上下移动'], ['Alt ← →', '移出、移到上一个主题之下'], ['Del', '停用']
  ] as readonly (readonly [string, string])[]
}

function workList({ codings, notes, verdicts, summaries }: ThemeWork, [coding, note, verdict, summary]: readonly [string, string, string, string], comma: string): string {
  const parts: readonly (readonly [number, string])[] = [[codings, coding], [notes, note], [verdicts, verdict], [summaries, summary]]
  return parts.filter(([count]) => count > 0).map(([count, label]) => `${label} ${count}`).join(comma)
}

export const codebookScreenEn: typeof codebookScreenZh = {
  name: 'Codebook',
  loading: 'Opening the codebook…',
  choose: 'Codebook',
  tabs: { label: 'What is shown of the codebook', themes: 'Themes', versions: 'Versions' },
  inUse: 'in use',
  use: 'Show the library by it',
  shippedNote: (name) => `“${name}” comes with the program and is never changed itself. What you apply is saved as a codebook of your own, with your codings, verdicts and summaries; your notes stay under the themes of the original. Codings of reports that several persons are coding apart stay with the original, and so does what a round takes silence to mean.`,
  tree: 'Themes',
  ownNames: { title: 'Name of the codebook', zh: 'Name in Chinese', en: 'Name in English' },
  treeKeys: 'Arrow keys to walk, Enter to see the theme, F2 to rename, Alt with arrow keys to move, Delete to retire.',
  newTheme: 'New theme',
  newThemeName: (n) => [`新主题 ${n}`, `New theme ${n}`] as const,
  newDefinition: ['待定义', 'To be defined'] as const,
  group: 'group',
  retired: 'retired',
  retiredInto: (name) => `merged into “${name}”`,
  retiredNote: 'A retired theme is read no more; it can still be looked at here, and all that you coded under it is kept.',
  changed: 'changed',
  statements: (n) => `${n} ${n === '1' ? 'statement' : 'statements'} in the library`,
  uncodedNote: (n) => `${n} more reports are not coded by this codebook yet`,
  apartNote: (n) => `without the ${n} reports that you are coding from nothing`,
  work: (work) => workList(work, ['codings', 'notes', 'verdicts', 'summaries'], ', '),
  workHere: (list) => `Yours under this theme: ${list}`,
  sheet: 'Theme',
  fields: {
    name: 'Chinese name', nameEn: 'English name', definition: 'Chinese definition', definitionEn: 'English definition', include: 'Include', exclude: 'Exclude', examples: 'Examples', color: 'Colour',
    colorDark: 'Colour on dark paper', governs: 'A heading of it speaks for statements below that have no theme of their own'
  },
  perLine: 'one a line',
  wordsTitle: 'Words it is recognised by',
  wordsNote: 'One word a line. They are read by only when the draft is applied.',
  lists: {
    terms: ['Terms', 'count wherever they stand'],
    items: ['Items', 'count where the clause is about them, not in a mere list'],
    rollCall: ['Roll call', 'count only in a list of causes: …等事业, …权益'],
    cues: ['Cues', 'count under a heading or beside a clause of the theme'],
    together: ['Together', 'all in one clause, joined by +: 社区+议事'],
    lookalikes: ['Look-alikes', 'hold a term and mean something else: 养老保险'],
    unless: ['Unless', 'words of a clause in which items do not count']
  },
  faults: {
    empty: 'It cannot be empty; not in the draft.',
    long: (word) => `“${word.slice(0, 12)}…” has more than 40 characters; not in the draft.`,
    twice: (word) => `“${word}” is there twice; not in the draft.`,
    elsewhere: (word, list) => `“${word}” is among “${list}”: a word has one part to play in a theme; not in the draft.`,
    alone: (word) => `“${word}” is one word: join two or more by +; not in the draft.`
  },
  actions: {
    label: 'With this theme', add: 'New one under it', move: 'Move to…', top: 'The top', merge: 'Merge into…', split: 'Split…', retire: 'Retire', restore: 'Bring back',
    retireBlocked: 'Themes in use stand under it: move them first.'
  },
  split: {
    title: (name) => `Split “${name}”`,
    note: 'The parts stand under it and take the words given to them; what you coded under it stays with it, and can be coded anew one by one.',
    part: (n) => `Name of part ${n}`,
    stays: 'Stays',
    more: 'Another part',
    words: 'Who gets the words',
    cancel: 'Cancel',
    make: 'Split',
    incomplete: 'Every part needs a name.',
    shortName: (n) => `Part ${n}`
  },
  draft: {
    title: 'Draft',
    none: 'No changes waiting. Edits, moves, merges, splits and retirements are noted here first: see what they do, then apply them.',
    drop: (what) => `Leave this out: ${what}`,
    dropAll: 'Give up the draft',
    nothing: 'The changes cancel out: nothing differs from this version.',
    effect: 'Show the effect',
    stop: 'Stop',
    working: (done, total) => `Comparing: ${done} of ${total} reports`,
    waiting: 'Waiting for what is being read or coded now…',
    stopped: 'Stopped; nothing was changed.',
    stale: 'The library has changed; this is the effect from before.',
    again: 'Find the effect again',
    found: (reports, statements, recoded) => `${recoded} of ${statements} statements in ${reports} reports would change their themes.`,
    foundNone: (reports) => `No statement of the ${reports} reports would change its themes.`,
    byMerging: (n) => `${n} of them only because their theme was merged.`,
    comes: (n) => `+${n}`,
    goes: (n) => `−${n}`,
    comesOf: (name, comes, goes) => `${name}: ${comes} come, ${goes} go`,
    all: 'All',
    lines: 'Statements that would change',
    more: (n) => `${n} more`,
    from: 'was', to: 'becomes', noTheme: 'no theme',
    open: (text) => `Open the source: ${text}`,
    apply: 'Apply as a new version',
    ownName: 'Save as your own codebook, named',
    ownSuffix: ' (own)',
    applying: 'Applying…',
    applied: (version) => `This is version ${version} now. It can be undone.`,
    coding: 'All reports are being coded by the new version; it is used when that is done.'
  },
  kept: {
    merge: (work, into) => `Yours (${work}) goes to “${into}”; a summary that is there stands before it.`,
    retire: (work) => `Yours (${work}) is kept but not shown; bringing the theme back or undoing this version shows it again.`,
    split: (work) => `Yours (${work}) stays with the theme.`
  },
  change: (change, name, fields) => {
    switch (change.kind) {
      case 'add': return `New: “${change.theme.name.en}”`
      case 'edit': return `“${name(change.theme)}” changed: ${fields}`
      case 'move': return `“${name(change.theme)}” moved to ${change.parent === null ? 'the top' : `“${name(change.parent)}”`}`
      case 'merge': return `“${name(change.theme)}” merged into “${name(change.into)}”`
      case 'split': return `“${name(change.theme)}” split: ${change.parts.map((part) => `“${part.name.en}”`).join(', ')}`
      case 'retire': return `“${name(change.theme)}” retired`
      case 'rename': return `The codebook renamed to “${change.name.en}”`
      case 'restore': return `“${name(change.theme)}” brought back`
    }
  },
  parts: { name: 'name', definition: 'definition', include: 'include', exclude: 'exclude', examples: 'examples', color: 'colour', governs: 'headings', patterns: 'words', group: 'group' },
  problem: (kind, name) =>
    ({
      'no-such-theme': `there is no theme “${name}”`, 'id-taken': `the id of “${name}” is taken`, retired: `“${name}” is retired`, 'in-use': `“${name}” is in use already`, 'is-group': `“${name}” is a group and not coded itself`,
      'under-itself': `“${name}” cannot stand under itself`, 'has-children': `themes in use stand under “${name}”: move them first`, 'no-such-place': `the place for “${name}” is gone`
    })[kind],
  invalid: (what) => `it would be no valid codebook: ${what}`,
  cannot: (n, why) => `Change ${n} cannot be made: ${why}. Leave it out and the rest stays.`,
  versions: {
    title: 'Versions',
    now: 'the version of now',
    shipped: 'comes with the program',
    older: 'Older', newer: 'Newer',
    same: 'Nothing differs between the two.',
    differences: (older, newer) => `From ${older} to ${newer}`,
    only: 'This is the only version. Once changes are applied every version stays here, and any two can be compared.',
    fates: { added: 'added', removed: 'removed', retired: 'retired', merged: 'merged into', 'brought-back': 'brought back', changed: 'changed' },
    renamed: (from, to) => `Renamed: ${from} → ${to}`,
    codebookRenamed: (from, to) => `The codebook renamed: ${from} → ${to}`,
    moved: (from, to) => `Moved: ${from} → ${to}`,
    rewritten: (parts) => `Rewritten: ${parts}`,
    added: 'Words added', removed: 'Words removed',
    context: 'What is common to all themes changed.',
    top: 'the top'
  },
  files: {
    export: 'Export', import: 'Import', make: 'New',
    formats: { qdc: ['REFI-QDA', '.qdc, for NVivo, MAXQDA and others'], xlsx: ['Excel', 'whole; can be edited and read back'], json: ['JSON', 'whole'] },
    became: {
      new: (name) => `Imported as your own codebook “${name}”.`,
      'new-version': (name, version) => `It is version ${version} of “${name}” now.`,
      equal: (name) => `“${name}” is just as in the file; nothing was changed.`
    },
    losses: 'This format does not hold:'
  },
  make: {
    title: 'New codebook', name: 'Name', from: 'Begin with', empty: 'An empty codebook', copyOf: (name) => `A copy of “${name}”`, cancel: 'Cancel', make: 'Make it',
    note: 'A copy has what you coded, judged and summarised under the themes of the original. Codings of reports that several persons are coding apart stay with the original, and so does what a round takes silence to mean.'
  },
  copyName: (name) => `${name} (copy)`,
  keyTitle: 'Codebook',
  keyRows: [
    ['↑ ↓', 'walk the themes'], ['← →', 'fold, unfold'], ['Enter', 'see the theme'], ['F2', 'rename'], ['Alt ↑ ↓', 'move among its siblings'], ['Alt ← →', 'move out, move under the one above'], ['Del', 'retire']
  ]
}
