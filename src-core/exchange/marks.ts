import { noteColors, type NoteColor } from '../annotation/annotation.ts'

/** What a note or a decision has that another program has no field for: lines of a description that people read and that come back. */
export interface Mark {
  readonly kind: 'highlight' | 'note' | 'rejected'
  readonly color: NoteColor | null
  readonly tags: readonly string[]
  /** The theme it was made under, or that is rejected: its code. */
  readonly theme: { readonly name: string; readonly guid: string } | null
  /** What it stood on, where that stands nowhere any more; else ''. */
  readonly quote: string
}

const kinds = { highlight: '高亮 Highlight', note: '批注 Note', rejected: '不属于该主题 Theme rejected' } as const
const labels = { kind: '类型 Kind：', color: '颜色 Colour：', tag: '标签 Tag：', theme: '主题 Theme：', quote: '原文 Quote：' } as const

export const describeMark = ({ kind, color, tags, theme, quote }: Mark): string =>
  [
    labels.kind + kinds[kind],
    ...(color === null ? [] : [labels.color + color]),
    ...tags.map((tag) => labels.tag + tag),
    ...(theme === null ? [] : [`${labels.theme}${theme.name.replaceAll('\n', ' ')} {${theme.guid}}`]),
    ...(quote === '' ? [] : [labels.quote + quote.replaceAll('\n', '\n  ')])
  ].join('\n')

/** What `describeMark` wrote; null of a description that is no such thing. */
export function readMark(description: string): Mark | null {
  const lines = description.replaceAll(/\r\n?/g, '\n').split(/\n(?! {2})/)
  const under = (label: string): string[] => lines.filter((line) => line.startsWith(label)).map((line) => line.slice(label.length).replaceAll('\n  ', '\n'))
  const [kind] = under(labels.kind)
  const known = Object.entries(kinds).find(([, words]) => words === kind)
  if (known === undefined) return null
  const theme = /^([^]*) \{([0-9a-f-]{36})\}$/.exec(under(labels.theme)[0] ?? '')
  return {
    kind: known[0] as Mark['kind'], // a key of `kinds`
    color: noteColors.find((color) => color === under(labels.color)[0]) ?? null,
    tags: under(labels.tag),
    theme: theme === null ? null : { name: theme[1]!, guid: theme[2]! },
    quote: under(labels.quote)[0] ?? ''
  }
}
