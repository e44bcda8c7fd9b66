import { classifyClauses, type ClauseReading } from '../codebook/classify.ts'
import type { CompiledCodebook } from '../codebook/compile.ts'
import type { ThemeReading } from '../codebook/theme-readings.ts'
import type { Article } from '../source/article.ts'
import type { Span } from '../text/span.ts'
import { readClauses, type Clause } from './clauses.ts'
import { readKinds } from './kind.ts'
import type { OutlineEntry, Statement, ThemeAssignment } from './report.ts'

/** An inherited theme is surer from the clause that opens the sentence than from a heading above it. */
const INHERITED = { topic: 0.6, heading: 0.5 } as const

/** A heading speaks for what stands under it up to this many characters; a chapter does not. */
const LONGEST_GOVERNED = 1000

/** A heading that names more themes than this is an overview, not a subject. */
const MOST_THEMES_OF_A_HEADING = 2

/** What opens a paragraph that speaks for the meeting again, and not for the last item of a list. */
const NEW_FRAME = /^\s*(?:会议|.{0,20}(?:强调|指出|要求|表示)[，,：:])/

const NO_THEMES: readonly ThemeReading[] = []

/**
 * The statements of a report: its clauses, each with its kind and its themes.
 *
 * A clause has the themes that its own words carry, and those that it only hints at where another
 * clause of its sentence or the heading over it has them. A clause that carries none has those of
 * the clause before it in its sentence, else of the innermost heading, unless it or the sentence
 * has turned to a subject outside the codebook; a theme that does not govern reaches one clause
 * further only. An inherited theme has the heading's characters as evidence.
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
  const headings = headingGovernors({ article, outline, clauses, readings, codebook })
  // who met where says nothing about the subject of the heading above it
  const governors = headings.map((themes, i) => (kinds[i] === 'procedure' ? NO_THEMES : themes))
  const statements: Statement[] = []
  for (let from = 0; from < clauses.length; ) {
    let to = from + 1
    while (to < clauses.length && !clauses[to - 1]!.endsSentence) to++
    const themes = themesOfSentence(readings.slice(from, to), governors.slice(from, to), codebook)
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
  headings: readonly (readonly ThemeReading[])[],
  { codebook }: CompiledCodebook
): (readonly ThemeReading[])[] {
  const said = new Set(readings.flatMap((reading) => reading.themes.map(({ theme }) => theme)))
  const mostHandedOn = codebook.context.mostHandedOn ?? Infinity
  let topic: readonly ThemeReading[] = []
  let turnedAway = false
  return readings.map((reading, index) => {
    const heading = turnedAway ? [] : headings[index]!
    const confirmed = reading.hints.filter(
      ({ theme }) => !has(reading.themes, theme) && (said.has(theme) || (!reading.otherSubject && has(heading, theme)))
    )
    const own = [...reading.themes, ...confirmed].sort((a, b) => a.theme - b.theme)
    if (own.length > 0) {
      topic = own.length <= mostHandedOn ? own : []
      return own
    }
    if (reading.otherSubject) {
      topic = []
      turnedAway = true
      return []
    }
    if (topic.length > 0) {
      const handedOn = topic.map((theme) => ({ ...theme, score: INHERITED.topic }))
      topic = topic.filter(({ theme }) => codebook.themes[theme]!.governs)
      return handedOn
    }
    return heading.map((theme) => ({ ...theme, score: INHERITED.heading }))
  })
}

const has = (readings: readonly ThemeReading[], theme: number): boolean => readings.some((reading) => reading.theme === theme)

function assignment({ theme, score, evidence }: ThemeReading, codebook: CompiledCodebook): ThemeAssignment {
  return { id: codebook.themeIds[theme]!, score, evidence }
}

interface HeadingContext {
  readonly article: Article
  readonly outline: readonly OutlineEntry[]
  readonly clauses: readonly Clause[]
  readonly readings: readonly ClauseReading[]
  readonly codebook: CompiledCodebook
}

/** For each clause the themes of the innermost heading over it; a heading without themes hides nothing. */
function headingGovernors(context: HeadingContext): (readonly ThemeReading[])[] {
  const { article, outline, clauses, codebook } = context
  const governors: (readonly ThemeReading[])[] = clauses.map(() => NO_THEMES)
  for (const [index, entry] of outline.entries()) {
    if (entry.end - entry.start > LONGEST_GOVERNED) continue
    const first = firstEndingAfter(clauses, entry.start)
    const reach = isBare(entry, article.text) ? reachOfBareItem(index, article, outline) : entry.end
    const named = headingThemes(entry, first, context)
    if (named.length === 0 || named.length > MOST_THEMES_OF_A_HEADING) continue
    const governing = named.filter(({ theme }) => codebook.codebook.themes[theme]!.governs)
    for (let i = first; i < clauses.length && clauses[i]!.start < reach; i++) {
      if (i > first && clauses[i - 1]!.endsSentence && article.text.startsWith('会议', clauses[i]!.start)) break
      governors[i] = governing
    }
  }
  return governors
}

/** The themes that the words of the heading itself carry. */
function headingThemes(entry: OutlineEntry, first: number, { article, clauses, readings }: HeadingContext): ThemeReading[] {
  const { text } = article
  const end = endOfHeading(entry, text)
  // a short sentence on a line of its own is as likely the first of many as a heading
  if (entry.label === '' && text[end] === '。') return []
  const themes: ThemeReading[] = []
  for (let i = first; i < clauses.length && clauses[i]!.start < end; i++) {
    for (const reading of readings[i]!.themes) if (!has(themes, reading.theme)) themes.push(reading)
  }
  return themes
}

function endOfHeading(entry: OutlineEntry, text: string): number {
  const place = text.indexOf(entry.heading, entry.start)
  return Math.min(entry.end, Math.max(place, entry.start) + entry.heading.length)
}

/** Nothing but its heading stands in the entry. */
function isBare(entry: OutlineEntry, text: string): boolean {
  for (let at = endOfHeading(entry, text); at < entry.end; at++) if (!'。；;：:\n \u3000'.includes(text[at]!)) return false
  return true
}

/**
 * Where a paragraph break falls behind the heading of the last item of a list, the paragraph after it
 * is the item's body, if the items before it have one.
 */
function reachOfBareItem(index: number, { text, paragraphs }: Article, outline: readonly OutlineEntry[]): number {
  const entry = outline[index]!
  let sibling = index - 1
  while (sibling >= 0 && outline[sibling]!.level > entry.level) sibling--
  const before = outline[sibling]
  if (entry.label === '' || before?.level !== entry.level || before.label === '' || isBare(before, text)) return entry.end
  const body = paragraphs[firstEndingAfter(paragraphs, entry.end)]
  if (body === undefined || NEW_FRAME.test(text.slice(body.start, body.start + 30))) return entry.end
  const next = outline[index + 1]?.start ?? text.length
  return Math.max(entry.end, Math.min(body.end, next))
}

/** Index of the first of some ordered spans that ends after a position. */
function firstEndingAfter(spans: readonly Span[], position: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end > position) high = middle
    else low = middle + 1
  }
  return low
}
