import { charactersIn, countText, type CountedText } from '../text/counted-text.ts'
import { packMap, unpackMap } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'
import { statementKinds, type Programme, type Report, type Statement, type StatementKind, type Target, type ThemeAssignment } from './report.ts'

/**
 * A report as the strings and numbers a library keeps: every field once, the long lists as flat JSON
 * arrays. Made where the report was read, so that the thread which writes only passes strings on.
 */
export interface PackedReport {
  readonly text: string
  /** Code points, white space not counted (`countText`). */
  readonly characters: number
  readonly confidence: number
  /** JSON of the field of the same name; null where the field is null. */
  readonly title: string | null
  readonly jurisdiction: string | null
  readonly date: string | null
  readonly meeting: string | null
  /** JSON: `packMap`. */
  readonly map: string
  /** JSON: the theme ids and the scores that occur, then one flat row of integers for all statements (`packStatements`). */
  readonly statements: string
  /** JSON: `[theme, characters][]`, most characters first. */
  readonly themes: string
  /** JSON: the themes of the targets, then those of the programmes, each in the order in which they stand in `details`. */
  readonly named: string
  /** JSON: the remaining fields of `Report`. */
  readonly details: string
}

/** What of a packed report depends on the codebook: another one gives the same report another coding. */
export type PackedCoding = Pick<PackedReport, 'statements' | 'themes' | 'named'>

type PackedStatements = readonly [ids: readonly string[], scores: readonly number[], row: readonly number[]]
type PackedThemes = readonly [targets: readonly (string | null)[], programmes: readonly (string | null)[]]
type Details = Omit<Report, 'text' | 'map' | 'statements' | 'title' | 'jurisdiction' | 'date' | 'meeting' | 'confidence' | 'paragraphs' | 'targets' | 'programmes'> & {
  /** Flat starts and ends. */
  readonly paragraphs: readonly number[]
  /** Packed before there were several codebooks, they still have the themes of that time; `named` holds. */
  readonly targets: readonly Omit<Target, 'theme'>[]
  readonly programmes: readonly Omit<Programme, 'theme'>[]
}

/** The inverse of `unpackReport`, for every report. */
export function packReport(report: Report): PackedReport {
  const { text, map, statements: _, paragraphs, title, jurisdiction, date, meeting, confidence, targets, programmes, ...others } = report
  const details: Details = {
    ...others,
    paragraphs: paragraphs.flatMap(({ start, end }) => [start, end]),
    targets: targets.map(withoutTheme),
    programmes: programmes.map(withoutTheme)
  }
  return {
    text,
    characters: charactersIn(countText(text), 0, text.length),
    confidence,
    title: jsonOrNull(title),
    jurisdiction: jsonOrNull(jurisdiction),
    date: jsonOrNull(date),
    meeting,
    map: JSON.stringify(packMap(map)),
    ...packCoding(report),
    details: JSON.stringify(details)
  }
}

/** The part of `packReport` that another codebook makes another. */
export function packCoding({ text, statements, targets, programmes }: Report): PackedCoding {
  const named: PackedThemes = [targets.map(({ theme }) => theme), programmes.map(({ theme }) => theme)]
  return {
    statements: JSON.stringify(packStatements(statements)),
    themes: JSON.stringify(themeCharacters(text, statements)),
    named: JSON.stringify(named)
  }
}

function withoutTheme<T extends { readonly theme: string | null }>({ theme: _, ...rest }: T): Omit<T, 'theme'> {
  return rest
}

/** @throws SyntaxError or RangeError when the strings are not those of `packReport`. */
export function unpackReport(packed: PackedReport): Report {
  const details = JSON.parse(packed.details) as Details
  return {
    ...details,
    ...unpackNamed(details, packed.named),
    paragraphs: spansOf(details.paragraphs),
    title: parseOrNull<NonNullable<Report['title']>>(packed.title),
    jurisdiction: parseOrNull<NonNullable<Report['jurisdiction']>>(packed.jurisdiction),
    date: parseOrNull<NonNullable<Report['date']>>(packed.date),
    meeting: packed.meeting,
    confidence: packed.confidence,
    text: packed.text,
    map: unpackMap(JSON.parse(packed.map) as number[]),
    statements: unpackStatements(JSON.parse(packed.statements) as PackedStatements)
  }
}

/** Targets and programmes with the themes that a coding gives them. */
export function unpackNamed({ targets, programmes }: Pick<Details, 'targets' | 'programmes'>, named: string): Pick<Report, 'targets' | 'programmes'> {
  const [ofTargets, ofProgrammes] = JSON.parse(named) as PackedThemes
  return {
    targets: targets.map((target, index) => ({ ...target, theme: ofTargets[index] ?? null })),
    programmes: programmes.map((programme, index) => ({ ...programme, theme: ofProgrammes[index] ?? null }))
  }
}

/** Theme ids with the characters of their statements (white space not counted), most first, then by id. */
export function themeCharacters(text: string, statements: readonly Statement[]): [string, number][] {
  return charactersByTheme(statements, countText(text))
}

function charactersByTheme(statements: readonly Statement[], counted: CountedText): [string, number][] {
  const counts = new Map<string, number>()
  for (const { start, end, themes } of statements) {
    const characters = charactersIn(counted, start, end)
    for (const { id } of themes) counts.set(id, (counts.get(id) ?? 0) + characters)
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}

/**
 * For each statement: gap to the one before, length, kind, number of themes; for each of its themes:
 * index of the id, index of the score, number of evidence spans; for each of these: start from the
 * statement's start, length.
 */
function packStatements(statements: readonly Statement[]): PackedStatements {
  const ids: string[] = []
  const scores: number[] = []
  const row: number[] = []
  let before = 0
  for (const { start, end, kind, themes } of statements) {
    row.push(start - before, end - start, statementKinds.indexOf(kind), themes.length)
    before = end
    for (const { id, score, evidence } of themes) {
      row.push(indexIn(ids, id), indexIn(scores, score), evidence.length)
      for (const span of evidence) row.push(span.start - start, span.end - span.start)
    }
  }
  return [ids, scores, row]
}

/** Both lists are short: a codebook has some dozen themes, and a coding a handful of scores. */
function indexIn<T>(list: T[], value: T): number {
  const index = list.indexOf(value)
  return index === -1 ? list.push(value) - 1 : index
}

function unpackStatements([ids, scores, row]: PackedStatements): Statement[] {
  const statements: Statement[] = []
  let at = 0
  const next = (): number => {
    const number = row[at++]
    if (number === undefined) throw new RangeError('A packed row of statements ends too early')
    return number
  }
  for (let before = 0; at < row.length; ) {
    const start = before + next()
    const end = start + next()
    const kind = statementKinds[next()]!
    const themes: ThemeAssignment[] = []
    for (let left = next(); left > 0; left--) {
      const [id, score] = [ids[next()]!, scores[next()]!]
      const evidence: Span[] = []
      for (let spans = next(); spans > 0; spans--) {
        const from = start + next()
        evidence.push({ start: from, end: from + next() })
      }
      themes.push({ id, score, evidence })
    }
    statements.push({ start, end, kind, themes })
    before = end
  }
  return statements
}

/** A statement without what its themes rest on. */
export interface StatementRow extends Span {
  readonly kind: StatementKind
  readonly themes: readonly string[]
}

/** The statements of `PackedReport.statements`, for those who go through the reports of a whole library. */
export function statementRows(packed: string): StatementRow[] {
  const [ids, , row] = JSON.parse(packed) as PackedStatements
  const statements: StatementRow[] = []
  let before = 0
  for (let at = 0; at < row.length; ) {
    const start = before + row[at]!
    before = start + row[at + 1]!
    const kind = statementKinds[row[at + 2]!]!
    const themes: string[] = []
    let left = row[at + 3]!
    for (at += 4; left > 0; left--) {
      themes.push(ids[row[at]!]!)
      at += 3 + 2 * row[at + 2]!
    }
    statements.push({ start, end: before, kind, themes })
  }
  return statements
}

function spansOf(flat: readonly number[]): Span[] {
  const spans: Span[] = []
  for (let i = 0; i < flat.length; i += 2) spans.push({ start: flat[i]!, end: flat[i + 1]! })
  return spans
}

const jsonOrNull = (value: object | null): string | null => (value === null ? null : JSON.stringify(value))

function parseOrNull<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T)
}
