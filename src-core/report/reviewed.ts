import type { DoubtedReading, ReadPart } from './doubt.ts'
import { sentencesOfOneKind } from './doubt-kinds.ts'
import { doubtsOf } from './doubts.ts'
import type { Programme, Report } from './report.ts'
import { fieldsOf, isOfOne } from './reading-words.ts'

/** Whether a person has looked at a reading, and what they said: the same (`confirmed`) or something else. */
export type ReadingState = 'unseen' | 'confirmed' | 'corrected'

export interface ReviewedReading extends DoubtedReading {
  readonly state: ReadingState
}

/** How many readings of a report are in which state; what a person added where nothing was read counts as corrected. */
export type ReviewCounts = Readonly<Record<ReadingState, number>>

/** A report as the program read it and as it holds now. */
export interface Reading {
  readonly read: Report
  readonly now: Report
  /** The fields of its head that a person has spoken of. */
  readonly spoken: ReadonlySet<string>
  /** Mean confidence of recognition, 0..1, or null. */
  readonly recognised: number | null
  /** Several persons are coding it apart: of its themes alone may something be said. */
  readonly isApart: boolean
}

/** All that was read, worst first, each with its state. */
export function reviewOf(reading: Reading): ReviewedReading[] {
  const doubts = doubtsOf(reading.read, reading.recognised).filter(({ part }) => !reading.isApart || !insideParts.has(part))
  const stateIn = new States(reading)
  return doubts.map((doubt) => ({ ...doubt, state: stateIn.of(doubt) }))
}

/** Of whom nobody can say whose word it is while several code apart. */
const insideParts: ReadonlySet<ReadPart> = new Set(['kind', 'target', 'programme', 'outline'])

/** The same for the counts alone: of a report that nobody has touched nothing needs to be doubted for them. */
export function countsOf(reading: Reading): ReviewCounts {
  if (isUntouched(reading)) return { unseen: readingsIn(reading), confirmed: 0, corrected: 0 }
  const counts = { unseen: 0, confirmed: 0, corrected: addedTo(reading) }
  for (const { state } of reviewOf(reading)) counts[state] += 1
  return counts
}

/** Title, place, date, meeting, issuer, officials. */
const HEAD = 6

function readingsIn({ read, isApart }: Reading): number {
  const themes = read.statements.reduce((sum, statement) => sum + statement.themes.length, 0)
  return HEAD + themes + (isApart ? 0 : sentencesOfOneKind(read).length + read.targets.length + read.programmes.length + read.outline.length)
}

const isUntouched = ({ read, now, spoken }: Reading): boolean =>
  spoken.size === 0 && read.statements === now.statements && read.targets === now.targets && read.programmes === now.programmes && read.outline === now.outline

/** What a person put where the program read nothing of the sort. */
function addedTo({ read, now }: Pick<Reading, 'read' | 'now'>): number {
  let added = 0
  now.statements.forEach(({ themes }, index) => {
    const known = read.statements[index]?.themes ?? []
    added += themes.filter(({ id, by }) => by === 'person' && !known.some((theme) => theme.id === id)).length
  })
  added += now.targets.filter((target) => target.by === 'person' && !read.targets.some((known) => isOfOne(known, target))).length
  const names = new Set(now.programmes.map(({ name }) => name))
  const isReadAs = (own: Programme) => (known: Programme): boolean => known.name === own.name || (!names.has(known.name) && known.occurrences.some((one) => own.occurrences.some((other) => isOfOne(one, other))))
  added += now.programmes.filter((own) => own.by === 'person' && !read.programmes.some(isReadAs(own))).length
  return added + now.outline.filter(({ by, start }) => by === 'person' && !read.outline.some((known) => known.start === start)).length
}

/** Looks up what a person made of each reading. */
class States {
  readonly #reading: Reading
  readonly #isUntouched: boolean
  readonly #statements: ReadonlyMap<number, number>

  constructor(reading: Reading) {
    this.#reading = reading
    this.#isUntouched = isUntouched(reading)
    this.#statements = new Map(reading.read.statements.map(({ start }, index) => [start, index]))
  }

  of(doubt: DoubtedReading): ReadingState {
    const { read, now } = this.#reading
    if (this.#isUntouched) return 'unseen'
    switch (doubt.part) {
      case 'theme':
        return this.#theme(doubt)
      case 'kind':
        return this.#kind(doubt)
      case 'target':
        return this.#target(doubt)
      case 'programme': {
        const found = now.programmes.find(({ name }) => name === doubt.read)
        return found === undefined ? 'corrected' : found.by === 'person' ? 'confirmed' : 'unseen'
      }
      case 'outline':
        return this.#heading(doubt)
      case 'officials':
        return this.#said(doubt.part, sameOfficials(read, now))
      default:
        return this.#said(doubt.part, fieldValue(read, doubt.part) === fieldValue(now, doubt.part))
    }
  }

  #said(field: string, isSame: boolean): ReadingState {
    if (!this.#reading.spoken.has(field)) return 'unseen'
    return isSame ? 'confirmed' : 'corrected'
  }

  #theme({ span, read: theme }: DoubtedReading): ReadingState {
    const found = this.#reading.now.statements[this.#statements.get(span!.start)!]!.themes.find(({ id }) => id === theme)
    return found === undefined ? 'corrected' : found.by === 'person' ? 'confirmed' : 'unseen'
  }

  /** A sentence is confirmed when a person spoke of its kind and all of it has that which was read. */
  #kind({ span, read }: DoubtedReading): ReadingState {
    const { statements } = this.#reading.now
    let isSpoken = false
    for (let at = this.#statements.get(span!.start)!; at < statements.length && statements[at]!.start < span!.end; at++) {
      if (statements[at]!.kindBy === undefined) continue
      isSpoken = true
      if (statements[at]!.kind !== read) return 'corrected'
    }
    return isSpoken ? 'confirmed' : 'unseen'
  }

  #target({ span }: DoubtedReading): ReadingState {
    const { read, now } = this.#reading
    const same = ({ start, end }: { readonly start: number; readonly end: number }): boolean => start === span!.start && end === span!.end
    const machine = read.targets.find(same)!
    const said = now.targets.find((target) => target.by === 'person' && isOfOne(target, span!))
    if (said !== undefined) return same(said) && JSON.stringify(fieldsOf(said)) === JSON.stringify(fieldsOf(machine)) ? 'confirmed' : 'corrected'
    return now.targets.some(same) ? 'unseen' : 'corrected'
  }

  #heading({ span, read }: DoubtedReading): ReadingState {
    const found = this.#reading.now.outline.find(({ start }) => start === span!.start)
    if (found === undefined) return 'corrected'
    if (found.by === undefined) return 'unseen'
    const machine = this.#reading.read.outline.find(({ start }) => start === span!.start)!
    return found.level === machine.level && `${found.label}${found.heading}` === read ? 'confirmed' : 'corrected'
  }
}

function fieldValue(report: Report, part: ReadPart): string | null {
  if (part === 'title') return report.title?.text ?? null
  if (part === 'jurisdiction') return report.jurisdiction?.code ?? null
  if (part === 'date') return report.date?.iso ?? null
  return part === 'meeting' ? report.meeting : report.issuer
}

const sameOfficials = (a: Report, b: Report): boolean => officialsText(a) === officialsText(b)
const officialsText = ({ officials }: Report): string => JSON.stringify(officials.map(({ name, title }) => [name, title]))
