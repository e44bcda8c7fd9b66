import { summaryParts, type CellPart } from '../compare/comparison.ts'
import type { Span } from '../text/span.ts'
import type { Quote } from '../annotation/quote.ts'

/** What a summary has besides its sentences, as the description of a note: lines that people read, and one that comes back. */
export interface SummaryMark {
  readonly part: CellPart
  readonly theme: { readonly name: string; readonly guid: string }
  /** Sources, by their GUIDs. */
  readonly reports: readonly { readonly title: string; readonly guid: string }[]
  readonly isFilled: boolean
  /** Places in code points. */
  readonly passages: readonly { readonly source: string; readonly place: Span | null; readonly quote: Quote }[]
}

const parts: Readonly<Record<CellPart, string>> = { report: '摘要 Summary', common: '共同点 In common', difference: '差异 Differences' }
const labels = { kind: '类型 Kind：', theme: '主题 Theme：', report: '报告 Report：', passage: '来源 Passage：', data: '数据 Data：' } as const

/** What a program shows of it in its list of notes. */
export const nameOfSummary = ({ part, theme, reports }: Pick<SummaryMark, 'part' | 'theme' | 'reports'>): string =>
  `${parts[part]}：${theme.name} · ${reports[0]?.title ?? ''}${reports.length > 1 ? ` (${reports.length})` : ''}`

export function describeSummary({ part, theme, reports, isFilled, passages }: SummaryMark): string {
  const data = {
    part, theme: theme.guid, reports: reports.map(({ guid }) => guid), isFilled,
    passages: passages.map(({ source, place, quote: { exact, prefix, suffix } }) => ({ source, place: place === null ? null : [place.start, place.end], quote: [exact, prefix, suffix] }))
  }
  return [
    labels.kind + parts[part],
    labels.theme + oneLine(theme.name),
    ...reports.map(({ title }) => labels.report + oneLine(title)),
    ...passages.map(({ quote }) => labels.passage + oneLine(quote.exact)),
    labels.data + JSON.stringify(data)
  ].join('\n')
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')

type ReadSummary = Omit<SummaryMark, 'theme' | 'reports'> & { readonly theme: string; readonly reports: readonly string[] }

/** What `describeSummary` wrote; null of a description that is no such thing. */
export function readSummary(description: string): ReadSummary | null {
  const lines = description.split(/\r\n|[\r\n]/)
  const stated = lines.find((line) => line.startsWith(labels.data))
  if (stated === undefined || !lines[0]?.startsWith(labels.kind)) return null
  const { part, theme, reports, isFilled, passages } = fieldsOf(jsonOf(stated.slice(labels.data.length)))
  const known = summaryParts.find((one) => one === part)
  if (known === undefined || typeof theme !== 'string' || !isList(reports, isText) || typeof isFilled !== 'boolean' || !Array.isArray(passages)) return null
  const read = passages.map(passageOf)
  return read.every((one) => one !== null) ? { part: known, theme, reports, isFilled, passages: read } : null
}

type Fields = Readonly<Partial<Record<'part' | 'theme' | 'reports' | 'isFilled' | 'passages' | 'source' | 'place' | 'quote', unknown>>>

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? value : {})

function passageOf(value: unknown): SummaryMark['passages'][number] | null {
  const { source, place, quote } = fieldsOf(value)
  if (typeof source !== 'string' || !isList(quote, isText) || quote.length !== 3) return null
  const [exact, prefix, suffix] = quote as [string, string, string] // so many they are
  if (place === null) return { source, place, quote: { exact, prefix, suffix } }
  if (!isList(place, isPosition) || place.length !== 2) return null
  const [start, end] = place as [number, number] // so many they are
  return { source, place: { start, end }, quote: { exact, prefix, suffix } }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isPosition = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const isList = <T>(value: unknown, isOne: (one: unknown) => one is T): value is readonly T[] => Array.isArray(value) && value.every(isOne)

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
