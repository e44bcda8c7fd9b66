import { symbolText, type ParagraphFormat } from './formatting.ts'
import type { ListLevel, ListOverride } from './list-tables.ts'
import { bulletFormat, formattedNumber, noNumberFormat } from './number-formats.ts'
import type { ParagraphStyle } from './style-sheet.ts'

/** Gives the paragraphs of one story, in order, the numbers that Word prints before them. */
export interface ListNumbers {
  /** The number with what follows it (`一、`, `1. `); '' for a paragraph of no list; null where the list is unknown. */
  next(format: ParagraphFormat, style: ParagraphStyle | null): string | null
}

/** Overrides above this take the list away, whatever the style says. */
const mostOverrides = 0x7fe

export function listNumbers(overrides: readonly (ListOverride | null)[]): ListNumbers {
  /** By list: the number of each level, null before its first. */
  const counters = new Map<number, (number | null)[]>()
  const begun = new Set<string>()
  return {
    next: (format, style) => {
      const number = format.list ?? style?.list ?? 0
      if (number === 0 || number > mostOverrides) return ''
      const override = overrides[number] ?? null
      if (override === null) return null
      const level = Math.min(levelOf(format, style, override), override.list.levels.length - 1)
      const own = counters.get(override.list.id) ?? Array<number | null>(9).fill(null)
      counters.set(override.list.id, own)
      const restart = begun.has(`${number}/${level}`) ? null : (override.starts.get(level) ?? null)
      begun.add(`${number}/${level}`)
      count(own, level, { override, restart })
      return printed(own, level, override)
    }
  }
}

function levelOf(format: ParagraphFormat, style: ParagraphStyle | null, { list }: ListOverride): number {
  const tied = list.styles.indexOf(format.style)
  return Math.min(8, format.level ?? style?.level ?? Math.max(0, tied))
}

const levelAt = ({ list, levels }: ListOverride, level: number): ListLevel | null => levels.get(level) ?? list.levels[level] ?? null

function count(own: (number | null)[], level: number, { override, restart }: { override: ListOverride; restart: number | null }): void {
  const before = own[level] ?? null
  own[level] = restart ?? (before === null ? (levelAt(override, level)?.startsAt ?? 1) : before + 1)
  for (let deeper = level + 1; deeper < own.length; deeper++) {
    const restartsAfter = levelAt(override, deeper)?.restartsAfter ?? null
    if (restartsAfter === null || level < restartsAfter) own[deeper] = null
  }
}

function printed(own: readonly (number | null)[], level: number, override: ListOverride): string {
  const shape = levelAt(override, level)
  if (shape === null || shape.text === '') return ''
  const text = shape.format === bulletFormat ? [...shape.text].map((unit) => bullet(unit)).join('') : filled(shape, own, override)
  return text === '' ? '' : text + gap(text, shape.followedBy)
}

function filled(shape: ListLevel, own: readonly (number | null)[], override: ListOverride): string {
  return shape.text.replace(/[\0-\x08]/g, (placeholder) => {
    const level = placeholder.charCodeAt(0)
    const of = levelAt(override, level)
    if (of === null || of.format === noNumberFormat) return ''
    return formattedNumber(own[level] ?? of.startsAt, shape.isLegal && of !== shape ? 0 : of.format)
  })
}

function bullet(unit: string): string {
  const code = unit.charCodeAt(0)
  const known = symbolText(code)
  return known === '\ufffd' ? '•' : known
}

/** After 、 or ） the print shows no gap that a reader would copy; after `1.` it does. */
function gap(text: string, followedBy: number): string {
  if (followedBy === 2 || /[\u2e80-\uffef]$/.test(text)) return ''
  return ' '
}
