import { classifyClauses, type ClauseReading } from '../codebook/classify.ts'
import type { CompiledCodebook } from '../codebook/compile.ts'
import type { ThemeReading } from '../codebook/theme-readings.ts'
import type { Article } from '../source/article.ts'
import { readClauses, type Clause } from './clauses.ts'
import { readKinds } from './kind.ts'
import type { OutlineEntry, Statement, ThemeAssignment } from './report.ts'

/** An inherited theme is surer from the clause that opens the sentence than from a heading above it. */
const INHERITED = { topic: 0.6, heading: 0.5 } as const

/** A heading speaks for what stands under it up to this many characters; a chapter does not. */
const LONGEST_GOVERNED = 1000

/** A heading that names more themes than this is an overview, not a subject. */
const MOST_THEMES_OF_A_HEADING = 2

const NO_THEMES: readonly ThemeReading[] = []

/**
 * The statements of a report: its clauses, each with its kind and its themes.
 *
 * A clause has the themes that its own words carry, and those that it only hints at where another
 * clause of its sentence or the heading over it has them. A clause that carries none has those of
 * the clause before it in its sentence, else of the innermost heading, unless it or the sentence
 * has turned to a subject outside the codebook. An inherited theme has the heading's characters as
 * evidence.
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
  const headings = headingGovernors({ text: article.text, outline, clauses, readings, codebook })
  // who met where says nothing about the subject of the heading above it
  const governors = headings.map((themes, i) => (kinds[i] === 'procedure' ? NO_THEMES : themes))
  const statements: Statement[] = []
  for (let from = 0; from < clauses.length; ) {
    let to = from + 1
    while (to < clauses.length && !clauses[to - 1]!.endsSentence) to++
    const themes = themesOfSentence(readings.slice(from, to), governors.slice(from, to))
    for (let i = from; i < to; i++) {
      const { start, end } = clauses[i]!
      statements.push({ start, end, kind: kinds[i]!, themes: themes[i - from]!.map((theme) => assignment(theme, codebook)) })
    }
    from = to
  }
  return statements
}

/** The themes of each clause of one sentence, in the order of the codebook. */
function themesOfSentence(
  readings: readonly ClauseReading[],
  headings: readonly (readonly ThemeReading[])[]
): (readonly ThemeReading[])[] {
  const said = new Set(readings.flatMap((reading) => reading.themes.map(({ theme }) => theme)))
  let topic: readonly ThemeReading[] = []
  let turnedAway = false
  return readings.map((reading, index) => {
    const heading = turnedAway ? [] : headings[index]!
    const confirmed = reading.hints.filter(
      ({ theme }) => !has(reading.themes, theme) && (said.has(theme) || (!reading.otherSubject && has(heading, theme)))
    )
    const own = [...reading.themes, ...confirmed].sort((a, b) => a.theme - b.theme)
    if (own.length > 0) {
      topic = own
      return own
    }
    if (reading.otherSubject) {
      topic = []
      turnedAway = true
      return []
    }
    if (topic.length > 0) return topic.map((theme) => ({ ...theme, score: INHERITED.topic }))
    return heading.map((theme) => ({ ...theme, score: INHERITED.heading }))
  })
}

const has = (readings: readonly ThemeReading[], theme: number): boolean => readings.some((reading) => reading.theme === theme)

function assignment({ theme, score, evidence }: ThemeReading, codebook: CompiledCodebook): ThemeAssignment {
  return { id: codebook.themeIds[theme]!, score, evidence }
}

interface HeadingContext {
  readonly text: string
  readonly outline: readonly OutlineEntry[]
  readonly clauses: readonly Clause[]
  readonly readings: readonly ClauseReading[]
  readonly codebook: CompiledCodebook
}

/** For each clause the themes of the innermost heading over it; a heading without themes hides nothing. */
function headingGovernors(context: HeadingContext): (readonly ThemeReading[])[] {
  const { outline, clauses, codebook } = context
  const governors: (readonly ThemeReading[])[] = clauses.map(() => NO_THEMES)
  for (const entry of outline) {
    if (entry.end - entry.start > LONGEST_GOVERNED) continue
    const first = firstClauseFrom(clauses, entry.start)
    const named = headingThemes(entry, first, context)
    if (named.length === 0 || named.length > MOST_THEMES_OF_A_HEADING) continue
    const governing = named.filter(({ theme }) => codebook.codebook.themes[theme]!.governs)
    for (let i = first; i < clauses.length && clauses[i]!.start < entry.end; i++) governors[i] = governing
  }
  return governors
}

/** The themes that the words of the heading itself carry. */
function headingThemes(entry: OutlineEntry, first: number, { text, clauses, readings }: HeadingContext): ThemeReading[] {
  const place = text.indexOf(entry.heading, entry.start)
  const end = Math.min(entry.end, Math.max(place, entry.start) + entry.heading.length)
  // a short sentence on a line of its own is as likely the first of many as a heading
  if (entry.label === '' && text[end] === '。') return []
  const themes: ThemeReading[] = []
  for (let i = first; i < clauses.length && clauses[i]!.start < end; i++) {
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
