import { overlaps, slice, spanLength, type Span } from '../text/span.ts'
import { headingSpan, isOneHeading, withHeadings, type Heading } from './outline-by-hand.ts'
import { programmeNamed } from './programmes.ts'
import type { Programme, Report, Statement, StatementKind, Target } from './report.ts'
import { themeOfClause } from './targets.ts'

/** What the program reads inside a text, and a person may put right there. */
export const readingParts = ['kind', 'target', 'programme', 'outline'] as const

export type ReadingPart = (typeof readingParts)[number]

/** What a target says of itself: where it stands and its theme follow from its words. */
export type TargetFields = Pick<Target, 'value' | 'upper' | 'unit' | 'operator' | 'deadlineYear' | 'deadline'>

/** What a person says is read there; null: nothing of the sort stands there. */
export type Said =
  | { readonly part: 'kind'; readonly value: StatementKind }
  | { readonly part: 'target'; readonly value: TargetFields | null }
  /** The name as it stands in the words. */
  | { readonly part: 'programme'; readonly value: string | null }
  | { readonly part: 'outline'; readonly value: Heading | null }

/** A person's word with the place where it stands in the text of now. */
export type ReadingWord = Said & { readonly place: Span }

/**
 * The report with a person's words on what was read in it. Each holds for what stands at its place, whatever the
 * program reads there, and for nothing else: what the program drew from its own reading (a theme from a heading) stays.
 * Of two words on one thing the later holds.
 */
export function withReadingWords(report: Report, words: readonly ReadingWord[]): Report {
  if (words.length === 0) return report
  const { text } = report
  const statements = withKinds(report.statements, words.filter((word) => word.part === 'kind'))
  return {
    ...report,
    statements,
    outline: withHeadings(report, standing(words.filter((word) => word.part === 'outline'))),
    targets: withTargets({ text, statements, targets: report.targets }, standing(words.filter((word) => word.part === 'target'))),
    programmes: withProgrammes({ text, statements, programmes: report.programmes }, words.filter((word) => word.part === 'programme'))
  }
}

/** Two stretches are of one thing when at least half of the shorter is of both. */
export function isOfOne(a: Span, b: Span): boolean {
  if (!overlaps(a, b)) return false
  return (Math.min(a.end, b.end) - Math.max(a.start, b.start)) * 2 >= Math.min(spanLength(a), spanLength(b))
}

/** Whether words on these two places are words on one thing: the later then takes the place of the earlier. */
export const isOneThing = (part: ReadingPart, a: Span, b: Span): boolean => (part === 'outline' ? isOneHeading(a, b) : isOfOne(a, b))

/** What the program reads at the place of a word, in the form of the word; null: nothing of the sort. */
export function readAt({ text, statements, targets, programmes, outline }: Report, part: ReadingPart, place: Span): Said['value'] {
  switch (part) {
    case 'kind':
      return mostAt(statements, place, (statement) => statement)?.kind ?? null
    case 'target': {
      const target = mostAt(targets, place, (known) => known)
      return target === undefined ? null : fieldsOf(target)
    }
    case 'programme':
      return programmeAt({ text, programmes }, place)?.name ?? null
    case 'outline': {
      const entry = mostAt(outline.filter((known) => isOneHeading(headingSpan(text, known), place)), place, (known) => headingSpan(text, known))
      return entry === undefined ? null : { level: entry.level, label: entry.label, heading: entry.heading }
    }
  }
}

/** `confirmed`: the program reads just what the word says; `corrected`: it does not; `lost`: the word holds for nothing that is in the text. */
export function stateOf(machine: Report, word: ReadingWord): 'confirmed' | 'corrected' | 'lost' {
  if (word.part === 'kind' && !machine.statements.some((statement) => coversHalf(word.place, statement))) return 'lost'
  return isReadSo(machine, word) ? 'confirmed' : 'corrected'
}

/** Whether the report with the word reads as it does without it: only what stands at its place is looked at. */
function isReadSo({ text, statements, targets, programmes, outline }: Report, { place, ...word }: ReadingWord): boolean {
  switch (word.part) {
    case 'kind':
      return statements.every((statement) => statement.kind === word.value || !coversHalf(place, statement))
    case 'target': {
      const read = targets.filter((target) => isOfOne(place, target))
      return isJust(read.map((target) => [target, fieldsOf(target)]), place, word.value)
    }
    case 'programme':
      if (word.value === null) return programmes.every(({ name }) => name !== slice(text, place))
      return programmes.some(({ name }) => name === word.value) && programmes.every((known) => known.name === word.value || !isNamedAt(known, place))
    case 'outline': {
      const read = outline.filter((entry) => isOneHeading(place, headingSpan(text, entry)))
      return isJust(read.map(({ level, label, heading, ...entry }) => [entry, { level, label, heading }]), place, word.value)
    }
  }
}

/** Whether that which is read is one thing, from where the place begins, of which the same is said; or nothing where nothing is said. */
function isJust<Value extends object>(read: readonly (readonly [Span, Value])[], place: Span, value: Value | null): boolean {
  if (value === null) return read.length === 0
  return read.length === 1 && read[0]![0].start === place.start && Object.entries(read[0]![1]).every(([field, own]) => own === value[field as keyof Value])
}

export const fieldsOf = ({ value, upper, unit, operator, deadlineYear, deadline }: Target): TargetFields => ({ value, upper, unit, operator, deadlineYear, deadline })

/** Those that no later one has taken the place of. */
const standing = <Word extends ReadingWord>(words: readonly Word[]): Word[] => words.filter((word, n) => !words.slice(n + 1).some((later) => isOneThing(word.part, later.place, word.place)))

type WordOn<Part extends ReadingPart> = Extract<ReadingWord, { part: Part }>

/** A word speaks of a statement when it covers at least half of it. */
function withKinds(statements: readonly Statement[], words: readonly WordOn<'kind'>[]): readonly Statement[] {
  if (words.length === 0) return statements
  return statements.map((statement) => {
    const word = words.findLast(({ place }) => coversHalf(place, statement))
    return word === undefined ? statement : { ...statement, kind: word.value, kindBy: 'person' as const }
  })
}

function coversHalf(place: Span, statement: Span): boolean {
  return (Math.min(place.end, statement.end) - Math.max(place.start, statement.start)) * 2 >= spanLength(statement)
}

function withTargets({ text, statements, targets }: Pick<Report, 'text' | 'statements' | 'targets'>, words: readonly WordOn<'target'>[]): readonly Target[] {
  if (words.length === 0) return targets
  const kept = targets.filter((target) => !words.some(({ place }) => isOfOne(place, target)))
  const said = words.flatMap(({ place, value }): Target[] => {
    if (value === null || place.end > text.length) return []
    const statement = mostAt(statements, place, (known) => known)
    return [{ start: place.start, end: place.end, ...value, theme: statement === undefined ? null : themeOfClause(statement, place), by: 'person' }]
  })
  return [...kept, ...said].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The name that a word is on: a name is one wherever it stands. */
export const spokenName = (text: string, { place, value }: { readonly place: Span; readonly value: Said['value'] }): string => (typeof value === 'string' ? value : slice(text, place))

/** A name said at a place takes the place of others there; that it is none holds wherever it stands. */
function withProgrammes({ text, statements, programmes }: Pick<Report, 'text' | 'statements' | 'programmes'>, words: readonly WordOn<'programme'>[]): readonly Programme[] {
  return words.reduce<readonly Programme[]>((known, { place, value }) => {
    const name = spokenName(text, { place, value })
    const others = known.filter((programme) => programme.name !== name)
    if (value === null) return others.length === known.length ? known : others
    const kept = others.flatMap((programme) => withoutPlace(programme, place))
    if (!slice(text, place).includes(value)) return kept
    const named: Programme = { ...programmeNamed(text, statements, value), by: 'person' }
    return [...kept, named].sort((a, b) => a.occurrences[0]!.start - b.occurrences[0]!.start || a.name.length - b.name.length)
  }, programmes)
}

/** A name that stands nowhere else is none any more. */
function withoutPlace(programme: Programme, place: Span): Programme[] {
  const occurrences = programme.occurrences.filter((occurrence) => !isOfOne(occurrence, place))
  if (occurrences.length === programme.occurrences.length) return [programme]
  return occurrences.length === 0 ? [] : [{ ...programme, occurrences }]
}

const isNamedAt = ({ occurrences }: Programme, place: Span): boolean => occurrences.some((occurrence) => isOfOne(occurrence, place))

/** Of names that lie in one another, that which is just the words of the place; else that which has most of them. */
export function programmeAt({ text, programmes }: Pick<Report, 'text' | 'programmes'>, place: Span): (Span & { readonly name: string }) | null {
  const words = slice(text, place)
  const found = programmes.flatMap(({ name, occurrences }) => occurrences.filter((occurrence) => isOfOne(occurrence, place)).map(({ start, end }) => ({ name, start, end })))
  return found.find(({ name }) => name === words) ?? mostAt(found, place, (one) => one) ?? null
}

/** The one that has most of its characters there, of those that are of one thing with the place. */
function mostAt<T>(found: readonly T[], place: Span, spanOf: (one: T) => Span): T | undefined {
  const common = (one: T): number => {
    const span = spanOf(one)
    return isOfOne(span, place) ? Math.min(span.end, place.end) - Math.max(span.start, place.start) : 0
  }
  return found.reduce<T | undefined>((best, one) => (common(one) > (best === undefined ? 0 : common(best)) ? one : best), undefined)
}
