import { packMap, unpackMap } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'
import type { Report, Statement, StatementKind, ThemeAssignment } from './report.ts'

/**
 * A report as the strings and numbers a library keeps: every field once, the long lists as flat JSON
 * arrays. Made where the report was read, so that the thread which writes only passes strings on.
 */
export interface PackedReport {
  readonly text: string
  /** White space not counted. */
  readonly characters: number
  readonly confidence: number
  /** JSON of the field of the same name; null where the field is null. */
  readonly title: string | null
  readonly jurisdiction: string | null
  readonly date: string | null
  readonly meeting: string | null
  /** JSON: `packMap`. */
  readonly map: string
  /** JSON: `[start, end, kind, theme, score, [evidence…], theme, …][]`, evidence as flat starts and ends. */
  readonly statements: string
  /** JSON: `[theme, characters][]`, most characters first. */
  readonly themes: string
  /** JSON: the remaining fields of `Report`. */
  readonly details: string
}

const kinds: readonly StatementKind[] = ['framing', 'review', 'plan', 'procedure']

type PackedStatement = readonly (number | string | readonly number[])[]
type Details = Omit<Report, 'text' | 'map' | 'statements' | 'title' | 'jurisdiction' | 'date' | 'meeting' | 'confidence'>

/** The inverse of `unpackReport`, for every report. */
export function packReport(report: Report): PackedReport {
  const { text, map, statements, title, jurisdiction, date, meeting, confidence, ...details } = report
  return {
    text,
    characters: countCharacters(text, { start: 0, end: text.length }),
    confidence,
    title: jsonOrNull(title),
    jurisdiction: jsonOrNull(jurisdiction),
    date: jsonOrNull(date),
    meeting,
    map: JSON.stringify(packMap(map)),
    statements: JSON.stringify(statements.map(packStatement)),
    themes: JSON.stringify(themeCharacters(text, statements)),
    details: JSON.stringify(details)
  }
}

/** @throws SyntaxError or RangeError when the strings are not those of `packReport`. */
export function unpackReport(packed: PackedReport): Report {
  return {
    ...(JSON.parse(packed.details) as Details),
    title: parseOrNull<NonNullable<Report['title']>>(packed.title),
    jurisdiction: parseOrNull<NonNullable<Report['jurisdiction']>>(packed.jurisdiction),
    date: parseOrNull<NonNullable<Report['date']>>(packed.date),
    meeting: packed.meeting,
    confidence: packed.confidence,
    text: packed.text,
    map: unpackMap(JSON.parse(packed.map) as number[]),
    statements: (JSON.parse(packed.statements) as PackedStatement[]).map(unpackStatement)
  }
}

/** Theme ids with the characters of their statements (white space not counted), most first, then by id. */
export function themeCharacters(text: string, statements: readonly Statement[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const statement of statements) {
    if (statement.themes.length === 0) continue
    const characters = countCharacters(text, statement)
    for (const { id } of statement.themes) counts.set(id, (counts.get(id) ?? 0) + characters)
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}

/** UTF-16 code units of a span that are not white space. */
export function countCharacters(text: string, { start, end }: Span): number {
  let count = 0
  for (let i = start; i < end; i++) if (!isWhiteSpace(text.charCodeAt(i))) count++
  return count
}

/** What `\s` matches. */
function isWhiteSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  if (code < 0xa0) return false
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  )
}

function packStatement({ start, end, kind, themes }: Statement): PackedStatement {
  const packed: (number | string | number[])[] = [start, end, kinds.indexOf(kind)]
  for (const { id, score, evidence } of themes) packed.push(id, score, evidence.flatMap((s) => [s.start, s.end]))
  return packed
}

function unpackStatement(packed: PackedStatement): Statement {
  const [start, end, kind] = packed as readonly [number, number, number]
  const themes: ThemeAssignment[] = []
  for (let i = 3; i < packed.length; i += 3) {
    const [id, score, flat] = packed.slice(i, i + 3) as [string, number, number[]]
    const evidence: Span[] = []
    for (let k = 0; k < flat.length; k += 2) evidence.push({ start: flat[k]!, end: flat[k + 1]! })
    themes.push({ id, score, evidence })
  }
  return { start, end, kind: kinds[kind]!, themes }
}

const jsonOrNull = (value: object | null): string | null => (value === null ? null : JSON.stringify(value))

function parseOrNull<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T)
}
