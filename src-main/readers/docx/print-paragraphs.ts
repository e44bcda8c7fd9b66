import { refuse } from '../refusals.ts'
import type { LineRole } from '#core/source/source.ts'
import type { SourceText } from '#core/source/source-text.ts'
import { listCounters, type ListCounters } from './list-counters.ts'
import type { List, Numbering } from './numbering.ts'
import { documentAllowance, type WordParagraph } from './story-state.ts'
import type { StyleLevel, StyleSheet } from './styles.ts'
import { isInDataTable } from './tables.ts'

export interface Press {
  readonly text: SourceText
  readonly styles: StyleSheet
  readonly numbering: Numbering
  readonly place: string
  /** Formats of numbers that are not known and were printed in decimal digits. */
  readonly unknownFormats: Set<string>
}

/** A paragraph with its number, and what the format says it is. */
export interface PrintedParagraph {
  readonly text: string
  readonly role: LineRole | null
  readonly hasPageNumber: boolean
}

/** Gives the paragraphs of one story their numbers, one after the other. Lists count story by story. */
export function* numbered(paragraphs: readonly WordParagraph[], press: Press): Generator<PrintedParagraph> {
  const counters = listCounters((format) => press.unknownFormats.add(format))
  for (const paragraph of paragraphs) {
    const { text, style, outline, table, hasPageNumber } = paragraph
    const role = isInDataTable(table) ? 'cell' : press.styles.role(style ?? press.styles.defaultParagraph, outline)
    yield { text: numberOf(paragraph, press, counters) + text, role, hasPageNumber }
  }
}

function numberOf({ list: own, style: ownStyle }: WordParagraph, { styles, numbering }: Press, counters: ListCounters): string {
  const style = ownStyle ?? styles.defaultParagraph
  const numId = own.numId ?? styles.list(style)
  // list 0 takes away the one that the style has
  const list = numId === null || numId === '0' ? null : numbering(numId)
  if (numId === null || list === null) return ''
  return counters.next(numId, list, own.level ?? levelOf(styles.lineage(style), list) ?? 0)
}

/** The level that stands for a style in a list, which the style itself need not name. */
function levelOf(lineage: readonly StyleLevel[], list: List): number | null {
  for (const { style, level: named } of lineage) {
    const level = list.levels.findIndex((each) => each?.style === style)
    if (level !== -1) return level
    if (named !== null) return named
  }
  return null
}

/** A line that ends as printed lines do: whether a paragraph ends there, the text must tell. */
export function addPastedLine({ text }: Press, content: string): void {
  for (const line of content.split(/[\n\f]/)) text.line(line)
}

/**
 * Adds a paragraph to the text, one line for each that is printed.
 *
 * @throws Refusal too-many-parts, where numbers make more text of a document than may be
 */
export function addParagraph({ text, place }: Press, content: string, role: LineRole | null): void {
  if (text.length + content.length > documentAllowance.characters) throw refuse('too-many-parts', place, { count: documentAllowance.characters })
  text.paragraph(content, role === null ? {} : { role })
}
