import type { Codebook, Theme } from './codebook.ts'
import { wordsOf } from './difference.ts'
import { joinedItems, splitItems } from './exchange-text.ts'
import { validateCodebook, type CodebookFault } from './validate.ts'

/** A codebook as three sheets of text; the first row of each names its columns. Nothing is lost. */
export interface CodebookSheets {
  readonly themes: readonly (readonly string[])[]
  /** A row for each word; a word of all themes has no theme. The parts of a `together` stand on lines of one cell. */
  readonly words: readonly (readonly string[])[]
  readonly about: readonly (readonly string[])[]
}

const themeColumns = [
  '编号 id', '上级 parent', '名称 name', '英文名称 English name', '定义 definition', '英文定义 English definition', '纳入 include', '排除 exclude', '示例 examples',
  '颜色 color', '深色底颜色 color on dark', '分组 group', '标题管辖 governs', '停用 retired', '并入 merged into', 'GUID'
]
const wordColumns = ['主题 theme', '类别 list', '词 word']
const aboutColumns = ['项目 item', '内容 value']

const yes = '是 yes'
const themeLists = ['terms', 'items', 'rollCall', 'cues', 'together', 'lookalikes', 'unless'] as const
const contextLists = ['listSpoilers', 'rollCallFrames', 'otherSubjects'] as const

export function codebookSheets({ format, id, version, name, themes, context }: Codebook): CodebookSheets {
  const about = [['format', format], ['id', id], ['version', version], ['name', name.zh], ['English name', name.en]]
  if (context.mostHandedOn !== undefined) about.push(['mostHandedOn', String(context.mostHandedOn)])
  return {
    themes: [themeColumns, ...themes.map(themeRow)],
    words: [
      wordColumns,
      ...themes.flatMap(({ id: theme, patterns }) => [
        ...wordsOf({ ...patterns, together: [] }).map(({ list, word }) => [theme, list, word]),
        ...patterns.together.map((parts) => [theme, 'together', parts.join('\n')])
      ]),
      ...contextLists.flatMap((list) => context[list].map((word) => ['', list, word]))
    ],
    about: [aboutColumns, ...about]
  }
}

function themeRow({ id, parent, name, definition, include, exclude, examples, color, group, governs, retired, guid }: Theme): string[] {
  return [
    id, parent ?? '', name.zh, name.en, definition.zh, definition.en, joinedItems(include), joinedItems(exclude), joinedItems(examples ?? []),
    color.light, color.dark, group === true ? yes : '', governs ? yes : '', retired === undefined ? '' : yes, retired?.into ?? '', guid ?? ''
  ]
}

/** The sheets of a workbook, in any order, back to a codebook; the sheets are known by the first cell of their first row. */
export function codebookOfSheets(sheets: readonly (readonly (readonly string[])[])[]): { readonly codebook: Codebook } | { readonly faults: readonly CodebookFault[] } {
  const rowsOf = (columns: readonly string[]) => sheets.find(([head]) => head?.[0]?.trim() === columns[0])
  const [themes, words = [], about = []] = [rowsOf(themeColumns), rowsOf(wordColumns), rowsOf(aboutColumns)]
  if (themes === undefined) return { faults: [{ place: '', message: `No sheet begins with ${themeColumns[0]}` }] }
  const lost = lostWords(words, themes)
  if (lost.length > 0) return { faults: lost }
  const facts = new Map(about.slice(1).map(([item = '', value = '']) => [item, value]))
  const found = wordsByTheme(words.slice(1))
  const listsOf = (theme: string) => found.get(theme) ?? new Map<string, string[]>()
  const context = listsOf('')
  const mostHandedOn = facts.get('mostHandedOn')
  return validateCodebook({
    format: facts.get('format') ?? 'duizhao/codebook@2',
    id: facts.get('id') ?? 'imported',
    version: facts.get('version') ?? '1.0.0',
    name: { zh: facts.get('name') ?? '', en: facts.get('English name') ?? facts.get('name') ?? '' },
    themes: themes.slice(1).map((row) => themeOfRow(row, listsOf(row[0] ?? ''))),
    context: { ...Object.fromEntries(contextLists.map((list) => [list, context.get(list) ?? []])), ...(mostHandedOn === undefined ? {} : { mostHandedOn: Number(mostHandedOn) }) }
  })
}

/** Words that would be left out: of no theme of this workbook, or of a list that there is not. Rows are counted as a sheet counts them. */
function lostWords(words: readonly (readonly string[])[], themes: readonly (readonly string[])[]): CodebookFault[] {
  const known = new Set(themes.slice(1).map(([id = '']) => id))
  return words.flatMap(([theme = '', list = '', word = ''], row) => {
    if (row === 0 || (theme === '' && list === '' && word === '')) return []
    const place = `${wordColumns[2]}.${row + 1}`
    if (theme !== '' && !known.has(theme)) return [{ place, message: `There is no theme ${theme} for the word ${word}` }]
    const lists: readonly string[] = theme === '' ? contextLists : themeLists
    return lists.includes(list) ? [] : [{ place, message: `There is no list ${list} for the word ${word}` }]
  })
}

/** Theme -> list -> words. */
function wordsByTheme(rows: readonly (readonly string[])[]): Map<string, Map<string, string[]>> {
  const found = new Map<string, Map<string, string[]>>()
  for (const [theme = '', list = '', word = ''] of rows) {
    const lists = found.get(theme) ?? new Map<string, string[]>()
    lists.set(list, [...(lists.get(list) ?? []), word])
    found.set(theme, lists)
  }
  return found
}

/** As the schema wants it; what does not fit is its to refuse. */
function themeOfRow(row: readonly string[], words: ReadonlyMap<string, readonly string[]>): unknown {
  const at = (column: string) => row[themeColumns.indexOf(column)] ?? ''
  const is = (column: string) => /^(?:是|yes|true|1|x)/i.test(at(column).trim())
  const [parent, into, guid] = [at('上级 parent'), at('并入 merged into'), at('GUID')]
  const examples = splitItems(at('示例 examples'))
  const list = (name: string) => words.get(name) ?? []
  return {
    id: at('编号 id'),
    name: { zh: at('名称 name'), en: at('英文名称 English name') || at('名称 name') },
    definition: { zh: at('定义 definition') || at('名称 name'), en: at('英文定义 English definition') || at('定义 definition') || at('名称 name') },
    include: splitItems(at('纳入 include')),
    exclude: splitItems(at('排除 exclude')),
    color: { light: at('颜色 color'), dark: at('深色底颜色 color on dark') },
    governs: is('标题管辖 governs'),
    patterns: {
      terms: list('terms'), items: list('items'), rollCall: list('rollCall'), cues: list('cues'),
      together: list('together').map((parts) => parts.split('\n')), lookalikes: list('lookalikes'), unless: list('unless')
    },
    ...(parent === '' ? {} : { parent }),
    ...(is('分组 group') ? { group: true } : {}),
    ...(examples.length === 0 ? {} : { examples }),
    ...(is('停用 retired') ? { retired: { into: into === '' ? null : into } } : {}),
    ...(guid === '' ? {} : { guid })
  }
}
