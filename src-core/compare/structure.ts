import type { Report } from '../report/report.ts'
import { charactersIn, countText } from '../text/counted-text.ts'
import type { Span } from '../text/span.ts'
import { paragraphNumbers } from './theme-blocks.ts'

/** What a report speaks of from its first character to its last, as a strip draws it. */
export interface ReportStructure {
  /** Report id. */
  readonly report: string
  /** White space not counted. */
  readonly characters: number
  readonly paragraphs: number
  /** In order; each begins where the one before ends, the first at 0, the last at the end of the text. */
  readonly segments: readonly StructureSegment[]
}

/** Neighbouring statements of one paragraph that have the same themes; the white space behind them belongs to them. */
export interface StructureSegment extends Span {
  /** 1-based. */
  readonly paragraph: number
  /** White space not counted. */
  readonly characters: number
  /** Its themes in the order of the codebook, with equal shares that add up to 1; empty where it has none. */
  readonly themes: readonly ThemeShare[]
  /** What it begins with, at most `PREVIEW_LENGTH` characters, on one line. */
  readonly preview: string
}

export interface ThemeShare {
  readonly id: string
  /** 0..1 */
  readonly share: number
}

/** As many characters as a reader needs to know a sentence again. */
export const PREVIEW_LENGTH = 40

/**
 * Cuts a report into the segments of its strip.
 *
 * @param order theme ids in the order of the codebook; a theme that it lacks is left out
 */
export function structureOf(id: string, report: Report, order: readonly string[]): ReportStructure {
  const { text, statements, paragraphs } = report
  const counted = countText(text)
  const rank = new Map(order.map((theme, index) => [theme, index]))
  const cuts: Cut[] = []
  const paragraphOf = paragraphNumbers(statements, paragraphs)
  for (const [index, { start, themes }] of statements.entries()) {
    const paragraph = paragraphOf[index]!
    const known = [...new Set(themes.map((theme) => theme.id))].filter((theme) => rank.has(theme))
    known.sort((a, b) => rank.get(a)! - rank.get(b)!)
    const last = cuts.at(-1)
    if (last !== undefined && last.paragraph === paragraph && sameList(last.themes, known)) continue
    cuts.push({ start: cuts.length === 0 ? 0 : start, paragraph, themes: known })
  }
  if (cuts.length === 0 && text.length > 0) cuts.push({ start: 0, paragraph: 0, themes: [] })
  const segments = cuts.map(({ start, paragraph: at, themes }, index): StructureSegment => {
    const end = cuts[index + 1]?.start ?? text.length
    return {
      start,
      end,
      paragraph: at + 1,
      characters: charactersIn(counted, start, end),
      themes: themes.map((theme) => ({ id: theme, share: 1 / themes.length })),
      preview: opening(text.slice(start, end))
    }
  })
  return { report: id, characters: charactersIn(counted, 0, text.length), paragraphs: Math.max(paragraphs.length, segments.length > 0 ? 1 : 0), segments }
}

interface Cut {
  readonly start: number
  /** 0-based. */
  readonly paragraph: number
  readonly themes: readonly string[]
}

const sameList = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((item, index) => item === b[index])

function opening(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  return characters.length <= PREVIEW_LENGTH ? characters.join('') : `${characters.slice(0, PREVIEW_LENGTH).join('')}…`
}

/** One of the equal sections that a report is cut into so that long and short ones can be laid side by side. */
export interface StructureSection {
  /** What of the section each theme has, in the order in which they come up. */
  readonly themes: readonly ThemeShare[]
  /** The part without a theme, 0..1; with the shares of the themes it adds up to 1. */
  readonly bare: number
  /** Index of the segment that fills most of it; of equals the first. */
  readonly segment: number
}

/**
 * A report in `count` sections of equally many characters, each with the shares of its themes.
 *
 * @example sectionsOf(structure, 100) // each section is one per cent of the report
 */
export function sectionsOf({ characters, segments }: ReportStructure, count: number): StructureSection[] {
  if (characters === 0) return []
  const size = characters / count
  const filled = segments.map((segment, index) => ({ segment, index })).filter(({ segment }) => segment.characters > 0)
  const sections: StructureSection[] = []
  let at = 0
  let before = 0
  for (let section = 0; section < count; section++) {
    const from = section * size
    const to = from + size
    const parts: Part[] = []
    while (at < filled.length) {
      const { segment, index } = filled[at]!
      const amount = Math.min(to, before + segment.characters) - Math.max(from, before)
      if (amount > 0) parts.push({ index, amount, themes: segment.themes })
      if (before + segment.characters > to || at === filled.length - 1) break
      before += segment.characters
      at++
    }
    sections.push(sectionOf(parts))
  }
  return sections
}

interface Part {
  readonly index: number
  readonly amount: number
  readonly themes: readonly ThemeShare[]
}

function sectionOf(parts: readonly Part[]): StructureSection {
  const whole = parts.reduce((sum, { amount }) => sum + amount, 0)
  const shares = new Map<string, number>()
  let bare = 0
  let most = parts[0]
  for (const part of parts) {
    if (part.amount > (most?.amount ?? 0)) most = part
    if (part.themes.length === 0) bare += part.amount / whole
    for (const { id, share } of part.themes) shares.set(id, (shares.get(id) ?? 0) + (share * part.amount) / whole)
  }
  return { themes: [...shares].map(([id, share]) => ({ id, share })), bare, segment: most?.index ?? 0 }
}
