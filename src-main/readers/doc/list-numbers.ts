import { listCounters } from '../docx/list-counters.ts'
import type { List } from '../docx/numbering.ts'
import type { ParagraphFormat } from './formatting.ts'
import type { ParagraphStyle } from './style-sheet.ts'

/** A list as a paragraph refers to it, and the styles that its levels are tied to. */
export interface StyledList {
  readonly list: List
  /** Style number of each level. */
  readonly styles: readonly number[]
}

/** Gives the paragraphs of a document, in order, the numbers that Word prints before them. */
export interface ListNumbers {
  /** The number with what follows it (`一、`, `1. `); '' for a paragraph of no list; null where the list is unknown. */
  next(format: ParagraphFormat, style: ParagraphStyle | null): string | null
}

/** Overrides above this take the list away, whatever the style says. */
const mostOverrides = 0x7fe

/** @param lists by the number that paragraphs refer to */
export function listNumbers(lists: readonly (StyledList | null)[], unknownFormat: () => void): ListNumbers {
  const counters = listCounters(unknownFormat)
  return {
    next: (format, style) => {
      const number = format.list ?? style?.list ?? 0
      if (number === 0 || number > mostOverrides) return ''
      const found = lists[number] ?? null
      return found === null ? null : counters.next(String(number), found.list, levelOf(format, style, found))
    }
  }
}

function levelOf(format: ParagraphFormat, style: ParagraphStyle | null, { list, styles }: StyledList): number {
  const level = format.level ?? style?.level ?? Math.max(0, styles.indexOf(format.style))
  // a simple list has one level, whatever a paragraph says
  return list.levels[1] === null ? 0 : Math.min(8, level)
}
