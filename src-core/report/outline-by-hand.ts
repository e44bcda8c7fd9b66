import { overlaps, spanLength, type Span } from '../text/span.ts'
import type { OutlineEntry, Report } from './report.ts'

/** What a heading says of itself: what it governs follows from the headings around it. */
export type Heading = Pick<OutlineEntry, 'level' | 'label' | 'heading'>

interface HeadingWord {
  readonly place: Span
  /** null: no heading stands there. */
  readonly value: Heading | null
}

/** The characters of an entry's label and heading, or those that a person called so: what a person points at. */
export function headingSpan(text: string, { start, label, heading, said }: Pick<OutlineEntry, 'start' | 'label' | 'heading' | 'said'>): Span {
  if (said !== undefined) return said
  const at = text.indexOf(heading, start + label.length)
  // the verbs of resolve between a label and its heading are some characters at most
  const isNear = at >= 0 && at - start - label.length <= 24
  return { start, end: Math.max(start + 1, isNear ? at + heading.length : start + label.length) }
}

/**
 * The outline with a person's words in it. An entry that ended where the next of its rank begins does so still, with
 * whatever is next now; one that the program let end before (a list) ends there at the latest.
 */
export function withHeadings({ text, outline }: Pick<Report, 'text' | 'outline'>, words: readonly HeadingWord[]): readonly OutlineEntry[] {
  if (words.length === 0) return outline
  const ends = naturalEnds(outline, text.length)
  const kept = outline.flatMap((entry, n) => (words.some(({ place }) => isOneHeading(place, headingSpan(text, entry))) ? [] : [{ entry, isLimited: entry.end !== ends[n] }]))
  const said = words.flatMap(({ place, value }) => (value === null ? [] : [{ entry: { ...value, run: 0, start: place.start, end: text.length, by: 'person' as const, said: { start: place.start, end: place.end } }, isLimited: false }]))
  const all = [...kept, ...said].sort((a, b) => a.entry.start - b.entry.start || a.entry.level - b.entry.level)
  const natural = naturalEnds(all.map(({ entry }) => entry), text.length)
  const ended = all.map(({ entry, isLimited }, n): OutlineEntry => ({ ...entry, end: isLimited ? Math.min(entry.end, natural[n]!) : natural[n]! }))
  return withRuns(withinParents(ended))
}

/** None goes on behind the end of one that it stands in. */
function withinParents(entries: readonly OutlineEntry[]): OutlineEntry[] {
  const open: OutlineEntry[] = []
  return entries.map((entry) => {
    while (open.length > 0 && (open.at(-1)!.level >= entry.level || open.at(-1)!.end <= entry.start)) open.pop()
    const within = { ...entry, end: Math.min(entry.end, open.at(-1)?.end ?? entry.end) }
    open.push(within)
    return within
  })
}

/** Where each would end if nothing but the next entry of its rank or a higher one ended it. */
function naturalEnds(entries: readonly Pick<OutlineEntry, 'start' | 'level'>[], length: number): number[] {
  return entries.map(({ level }, n) => entries.slice(n + 1).find((next) => next.level <= level)?.start ?? length)
}

/** One that a person put there goes on with the run before it in its rank; where there is none it begins one. */
function withRuns(entries: readonly OutlineEntry[]): OutlineEntry[] {
  const open = new Map<number, number>()
  let most = Math.max(0, ...entries.filter(({ by }) => by === undefined).map(({ run }) => run))
  return entries.map((entry) => {
    for (const level of open.keys()) if (level > entry.level) open.delete(level)
    const run = entry.by === undefined ? entry.run : (open.get(entry.level) ?? (most += 1))
    open.set(entry.level, run)
    return { ...entry, run }
  })
}

/** Headings are many at one place, one within the other: only those that are mostly the same characters are one. */
export function isOneHeading(a: Span, b: Span): boolean {
  if (!overlaps(a, b)) return false
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common * 2 >= spanLength(a) + spanLength(b) - common
}
