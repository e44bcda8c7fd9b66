import type { Input } from '#core/contract/calls.ts'
import type { ReadingDraft } from '#core/contract/reading-calls.ts'
import type { Said } from '#core/report/reading-words.ts'
import type { TargetOperator } from '#core/report/report.ts'
import type { AskedReading } from './state/reading.ts'

/** The fields of a reading as they are typed. */
export interface TypedFields {
  readonly value: string
  readonly upper: string
  readonly unit: string
  readonly operator: TargetOperator
  readonly deadlineYear: string
  readonly deadline: string
  readonly level: string
  readonly label: string
  readonly heading: string
  readonly programme: string
}

/** @param held what is read there, or null: then as the program would read it */
export function fieldsFrom(part: AskedReading['part'], held: Said['value'], { target: drafted, programme }: ReadingDraft): TypedFields {
  const fields = held !== null && typeof held === 'object' ? held : null
  const target = fields !== null && 'operator' in fields ? fields : drafted
  const heading = fields !== null && 'heading' in fields ? fields : { level: 1, label: '', heading: programme }
  const shown = (value: number | string | null): string => (value === null ? '' : String(value))
  return {
    value: shown(target.value), upper: shown(target.upper), unit: shown(target.unit), operator: target.operator,
    deadlineYear: shown(target.deadlineYear), deadline: shown(target.deadline),
    level: shown(heading.level), label: heading.label, heading: heading.heading,
    programme: part === 'programme' && typeof held === 'string' ? held : programme
  }
}

type Wrong = { readonly wrong: 'notANumber' | 'notAYear' | 'noName' | 'badLevel' }

/** @param words the words that it is said of */
export function fieldsTyped(part: AskedReading['part'], typed: TypedFields, words: string): Input<'readings.say'>['said'] | Wrong {
  if (part === 'programme') {
    const name = typed.programme.trim()
    return name === '' || !words.includes(name) ? { wrong: 'noName' } : { part, value: name }
  }
  if (part === 'outline') {
    const level = numberTyped(typed.level)
    if (level === null || !Number.isInteger(level) || level < 1 || level > 12) return { wrong: 'badLevel' }
    return typed.heading.trim() === '' ? { wrong: 'noName' } : { part, value: { level, label: typed.label.trim(), heading: typed.heading.trim() } }
  }
  const [value, upper, deadlineYear] = [numberTyped(typed.value), numberTyped(typed.upper), numberTyped(typed.deadlineYear)]
  if (Number.isNaN(value) || Number.isNaN(upper)) return { wrong: 'notANumber' }
  if (deadlineYear !== null && !(Number.isInteger(deadlineYear) && deadlineYear >= 1900 && deadlineYear <= 2200)) return { wrong: 'notAYear' }
  return { part, value: { value, upper, unit: orNull(typed.unit), operator: typed.operator, deadlineYear, deadline: orNull(typed.deadline) } }
}

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

/** Full width digits and commas between thousands are as good; NaN for no number. */
function numberTyped(typed: string): number | null {
  const plain = typed.normalize('NFKC').replaceAll(/[,\s]/g, '')
  return plain === '' ? null : Number(plain)
}
