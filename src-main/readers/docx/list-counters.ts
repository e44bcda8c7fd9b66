import { formatNumber } from './number-formats.ts'
import type { List, ListLevel } from './numbering.ts'
import { bulletText } from './symbols.ts'

/** Counts the paragraphs of all lists of one story, in the order of the text. */
export interface ListCounters {
  /**
   * The number of the next paragraph, with the blank that is printed after it: `一、`, `（2）`, `1.1 `.
   * '' where the level prints none.
   */
  next(numId: string, list: List, level: number): string
}

/** @param unknownFormat is told of each format that is printed in decimal digits for want of its own */
export function listCounters(unknownFormat: (format: string) => void): ListCounters {
  const stories = new Map<string, (number | null)[]>()
  const begun = new Set<string>()
  return {
    next: (numId, list, level) => {
      const own = list.levels[level]
      if (own === null || own === undefined) return ''
      let counts = stories.get(list.counts)
      if (counts === undefined) stories.set(list.counts, (counts = Array.from({ length: 9 }, () => null)))
      const first = startOf(list, level)
      const startsAnew = list.startsAnew[level] !== null && !begun.has(`${numId} ${level}`)
      begun.add(`${numId} ${level}`)
      const last = counts[level] ?? null
      counts[level] = last === null || startsAnew ? first : last + 1
      for (let lower = level + 1; lower < 9; lower++) if (beginsAnew(list.levels[lower], level)) counts[lower] = null
      const label = labelOf({ list, level, counts, unknownFormat })
      return label === '' ? '' : label + blankAfter(label, own)
    }
  }
}

const startOf = (list: List, level: number): number => list.startsAnew[level] ?? list.levels[level]?.start ?? 1

/** Whether a paragraph of level `used` makes a lower level begin anew. */
function beginsAnew(lower: ListLevel | null | undefined, used: number): boolean {
  const restart = lower?.restart ?? null
  return restart === null || used < restart
}

interface Counted {
  readonly list: List
  readonly level: number
  readonly counts: readonly (number | null)[]
  readonly unknownFormat: (format: string) => void
}

/** A level that has not been counted yet shows the number that it begins with. */
function labelOf({ list, level, counts, unknownFormat }: Counted): string {
  const own = list.levels[level]
  if (own === null || own === undefined) return ''
  if (own.format === 'bullet') return bulletText(own.pattern, own.font)
  return own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const format = list.levels[at]?.format ?? 'decimal'
    if (format === 'bullet') return ''
    return numberText(counts[at] ?? startOf(list, at), own.isLegal && format !== 'none' ? 'decimal' : format, unknownFormat)
  })
}

function numberText(value: number, format: string, unknownFormat: (format: string) => void): string {
  if (format.startsWith('zeros:')) return String(value).padStart(Number(format.slice(6)), '0')
  const text = formatNumber(value, format)
  if (text === null) unknownFormat(format)
  return text ?? String(value)
}

/**
 * A tab after a number moves to where the text is indented. What shows of it: nothing after a wide mark
 * (一、 （一） ①), whose own blank half it is; a wide blank after a Chinese word (第一章), as people type
 * it; one blank after all others.
 */
function blankAfter(label: string, { suffix }: ListLevel): string {
  if (suffix === 'nothing' || /\s$/.test(label)) return ''
  if (suffix === 'space') return ' '
  const last = label.at(-1)!
  if (/[、。．，：；）】〕》」』\uff01-\uff5e\u2460-\u24ff\u2776-\u2793\u3200-\u33ff]/.test(last)) return ''
  return /\p{Script=Han}/u.test(last) ? '　' : ' '
}
