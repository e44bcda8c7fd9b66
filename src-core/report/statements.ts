import { classifyClauses, type ClauseReading, type ThemeReading } from '../codebook/classify.ts'
import type { CompiledCodebook } from '../codebook/compile.ts'
import type { Article } from '../source/article.ts'
import type { Span } from '../text/span.ts'
import { readClauses, type Clause } from './clauses.ts'
import { readKinds } from './kind.ts'
import type { OutlineEntry, Statement, ThemeAssignment } from './report.ts'

/** An inherited theme is surer from the clause that opens the sentence than from a heading above it. */
const INHERITED = { topic: 0.6, heading: 0.5 } as const

/** A heading speaks for what stands under it up to this many characters; a chapter does not. */
const LONGEST_GOVERNED = 1500

/** A heading that names more themes than this is an overview, not a subject. */
const MOST_THEMES_OF_A_HEADING = 2


/**
 * The statements of a report: its clauses, each with its kind and its themes.
 *
 * A clause has the themes that its own words carry. Where they carry none, it has those of the
 * clause before it in its sentence, else of the innermost heading over it, unless it names a subject
 * outside the codebook. An inherited theme has the heading's characters as evidence.
 *
 * @returns in order, disjoint; together they cover `article.text` but white space.
 */
export function readStatements(
  article: Article,
  outline: readonly OutlineEntry[],
  codebook: CompiledCodebook
): Statement[] {
  const clauses = readClauses(article.text)
  const readings = classifyClauses(article.text, clauses, codebook)
  const kinds = readKinds(article, clauses, outline)
  const governors = headingGovernors(outline, clauses, readings)
  let topic: readonly ThemeReading[] = []
  return clauses.map((clause, index): Statement => {
    const reading = readings[index]!
    const opensSentence = index === 0 || clauses[index - 1]!.endsSentence
    if (opensSentence) topic = []
    const kind = kinds[index]!
    const themes = themesOf(reading, topic, kind === 'procedure' ? [] : governors[index]!)
    if (reading.themes.length > 0) topic = reading.themes
    else if (reading.otherSubject) topic = []
    return { start: clause.start, end: clause.end, kind, themes: themes.map((theme) => assignment(theme, codebook)) }
  })
}

function themesOf(
  reading: ClauseReading,
  topic: readonly ThemeReading[],
  heading: readonly ThemeReading[]
): readonly ThemeReading[] {
  const confirmed = reading.hints.filter(({ theme }) => has(topic, theme) || has(heading, theme))
  const own = [...reading.themes, ...confirmed.filter(({ theme }) => !has(reading.themes, theme))]
  if (own.length > 0) return own.sort((a, b) => a.theme - b.theme)
  if (reading.otherSubject) return []
  if (topic.length > 0) return topic.map((theme) => ({ ...theme, score: INHERITED.topic }))
  return heading.map((theme) => ({ ...theme, score: INHERITED.heading }))
}

const has = (readings: readonly ThemeReading[], theme: number): boolean => readings.some((reading) => reading.theme === theme)

function assignment({ theme, score, evidence }: ThemeReading, codebook: CompiledCodebook): ThemeAssignment {
  return { id: codebook.themeIds[theme]!, score, evidence }
}

/** For each clause the themes of the innermost heading over it; a heading without themes hides nothing. */
function headingGovernors(
  outline: readonly OutlineEntry[],
  clauses: readonly Clause[],
  readings: readonly ClauseReading[]
): (readonly ThemeReading[])[] {
  const governors: (readonly ThemeReading[])[] = clauses.map(() => [])
  for (const entry of outline) {
    if (entry.end - entry.start > LONGEST_GOVERNED) continue
    const first = firstClauseFrom(clauses, entry.start)
    const themes = headingThemes(entry, first, clauses, readings)
    if (themes.length === 0 || themes.length > MOST_THEMES_OF_A_HEADING) continue
    for (let i = first; i < clauses.length && clauses[i]!.start < entry.end; i++) governors[i] = themes
  }
  return governors
}

/** The themes that the words of the heading itself carry. */
function headingThemes(
  entry: OutlineEntry,
  first: number,
  clauses: readonly Clause[],
  readings: readonly ClauseReading[]
): readonly ThemeReading[] {
  const heading: Span = { start: entry.start, end: entry.start + entry.label.length + entry.heading.length + 2 }
  const themes: ThemeReading[] = []
  for (let i = first; i < clauses.length && clauses[i]!.start < heading.end; i++) {
    for (const reading of readings[i]!.themes) if (!has(themes, reading.theme)) themes.push(reading)
  }
  return themes
}

function firstClauseFrom(clauses: readonly Clause[], position: number): number {
  let low = 0
  let high = clauses.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (clauses[middle]!.end > position) high = middle
    else low = middle + 1
  }
  return low
}
