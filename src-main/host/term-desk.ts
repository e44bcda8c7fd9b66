import { unitsWithTerms, termPlaces, type TermForm, type TermText } from '#core/compare/term-places.ts'
import { CompanyCount, type Company, type CompanyBound } from '#core/compare/term-company.ts'
import type { Tally } from '#core/compare/term-tally.ts'
import { Refusal } from '#core/contract/problem.ts'
import { charactersOf } from '#core/text/counted-text.ts'
import { reportIds, textsOfReports } from '../library/reports.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import type { Codebooks } from './codebooks.ts'
import type { CodedGround } from './comparisons.ts'
import { idOf } from './ids.ts'
import { reportOf } from './reports.ts'
import { stopped, type Turn } from './turns.ts'

/** What counting a library of reports has to heed: others' turns, and whoever stops it. */
export interface Counting {
  readonly turn: Turn
  readonly signal: AbortSignal
  readonly tell: (progress: { readonly done: number; readonly total: number }) => void
}

/** What statistics are reckoned from. */
export interface StatisticsWork extends CodedGround {
  readonly codebooks: Codebooks
  readonly desk: TermDesk
}

/** How often each term stands in one report. */
interface ReportCounts {
  /** The text that was counted, in short: a text that was corrected is counted anew. */
  readonly hash: number
  readonly total: number
  readonly terms: Uint32Array
  readonly counts: Uint32Array
}

interface Counted {
  readonly name: string
  readonly reports: readonly number[]
}

/** Reports whose texts are read at one go. */
const textsAtOnce = 50
/** More different terms than this are no longer held: a map of the engine ends at four times as many. */
const mostTermsHeld = 4_000_000
/** Memory is given back when nobody has counted for this long. */
const dropAfterMs = 10 * 60_000

/** Words and runs of characters of reports, counted once for all measures and groups: those of one unit, size and list of names at a time. */
export class TermDesk {
  readonly #read: ReadableLibrary
  readonly #mostTerms: number
  /** The unit, size and names by which reports were counted last. */
  #form = ''
  readonly #counted = new Map<number, ReportCounts>()
  readonly #numbers = new Map<string, number>()
  #terms: string[] = []
  #dropping: NodeJS.Timeout | null = null

  constructor(read: ReadableLibrary, mostTerms = mostTermsHeld) {
    this.#read = read
    this.#mostTerms = mostTerms
  }

  /** The reports of each group. Null: all those of the library that no other group has. */
  reportsOf(groups: readonly { readonly reports: readonly string[] | null }[]): number[][] {
    const there = reportIds(this.#read)
    const known = new Set(there)
    const named = new Set(groups.flatMap(({ reports }) => reports?.map(idOf) ?? []))
    return groups.map(({ reports }) => (reports === null ? there.filter((id) => !named.has(id)) : [...new Set(reports.map(idOf))].filter((id) => known.has(id))))
  }

  /**
   * How often each term stands in each group.
   * @throws Refusal too-large where they have more different terms than can be held
   */
  async tally(groups: readonly Counted[], form: TermForm, counting: Counting): Promise<Tally[]> {
    this.#keep()
    const wasEmpty = this.#terms.length === 0
    try {
      return await this.#tally(groups, form, counting)
    } catch (error) {
      if (!(error instanceof TooManyTerms)) throw error
      this.#forget()
      if (wasEmpty) throw error
      // terms of other questions were among them
      return await this.#tally(groups, form, counting)
    }
  }

  async #tally(groups: readonly Counted[], form: TermForm, counting: Counting): Promise<Tally[]> {
    const total = groups.reduce((sum, { reports }) => sum + reports.length, 0)
    const tallies: Tally[] = []
    let done = 0
    for (const { name, reports } of groups) {
      const counts = new Map<string, number>()
      const sums = { characters: 0, total: 0 }
      for (let at = 0; at < reports.length; at += textsAtOnce) {
        const ids = reports.slice(at, at + textsAtOnce)
        const texts = textsOfReports(this.#read, ids)
        for (const id of ids) {
          const text = texts.get(id)?.text ?? ''
          sums.characters += charactersOf(text)
          sums.total += this.#add(counts, { id, text }, form)
          await restOrEnd(counting)
        }
        done += ids.length
        counting.tell({ done, total })
      }
      tallies.push({ name, reports: reports.length, ...sums, counts })
    }
    return tallies
  }

  /** In how many statements, paragraphs or reports terms stand together. */
  async company(reports: readonly number[], form: TermForm, asked: { readonly within: CompanyBound; readonly terms: readonly string[] } & Counting): Promise<Company> {
    const wanted = new Set(asked.terms)
    const count = new CompanyCount(asked.terms)
    for (const id of reports) {
      count.add(unitsWithTerms(this.textOf(id, form, asked.within), form, { within: asked.within, wanted }).map(({ terms }) => terms))
      await restOrEnd(asked)
    }
    return count.company()
  }

  /** What terms of a report are read from; statements are unpacked only where they are needed. */
  textOf(id: number, { unit }: TermForm, within: CompanyBound = 'report'): TermText {
    if (unit === 'themes' || within === 'statement') return reportOf(this.#read, String(id)).report
    return { text: textsOfReports(this.#read, [id]).get(id)?.text ?? '', statements: [] }
  }

  /** @returns how much was counted */
  #add(counts: Map<string, number>, { id, text }: { readonly id: number; readonly text: string }, form: TermForm): number {
    if (form.unit === 'themes') {
      const { statements } = reportOf(this.#read, String(id)).report
      for (const { term } of termPlaces({ text, statements }, form)) counts.set(term, (counts.get(term) ?? 0) + 1)
      return statements.length
    }
    const own = this.#countsOf(id, text, form)
    own.terms.forEach((number, at) => {
      const term = this.#terms[number]!
      counts.set(term, (counts.get(term) ?? 0) + own.counts[at]!)
    })
    return own.total
  }

  #countsOf(id: number, text: string, form: TermForm): ReportCounts {
    const key = JSON.stringify([form.unit, form.unit === 'characters' ? form.size : 0, form.names])
    if (key !== this.#form) this.#forget()
    this.#form = key
    const hash = hashOf(text)
    const known = this.#counted.get(id)
    if (known?.hash === hash) return known
    const counts = new Map<number, number>()
    let total = 0
    for (const { term } of termPlaces({ text, statements: [] }, form)) {
      total++
      const number = this.#numberOf(term)
      counts.set(number, (counts.get(number) ?? 0) + 1)
    }
    const fresh = { hash, total, terms: Uint32Array.from(counts.keys()), counts: Uint32Array.from(counts.values()) }
    this.#counted.set(id, fresh)
    return fresh
  }

  #numberOf(term: string): number {
    const known = this.#numbers.get(term)
    if (known !== undefined) return known
    if (this.#terms.length >= this.#mostTerms) throw new TooManyTerms(this.#mostTerms)
    this.#numbers.set(term, this.#terms.length)
    return this.#terms.push(term) - 1
  }

  #keep(): void {
    if (this.#dropping !== null) clearTimeout(this.#dropping)
    this.#dropping = setTimeout(() => this.#forget(), dropAfterMs).unref()
  }

  #forget(): void {
    this.#counted.clear()
    this.#numbers.clear()
    this.#terms = []
  }
}

class TooManyTerms extends Refusal {
  constructor(most: number) {
    super({
      kind: 'too-large',
      message: {
        zh: `这些报告里不同的词项超过 ${most} 种，一次数不下。请缩短字串，或减少报告。`,
        en: `These reports have more than ${most} different terms, too many to count at once. Choose shorter runs of characters, or fewer reports.`
      },
      place: 'size'
    })
  }
}

/** @throws Refusal cancelled */
export async function restOrEnd({ turn, signal }: Pick<Counting, 'turn' | 'signal'>): Promise<void> {
  await turn.rest()
  if (signal.aborted) throw stopped()
}

/** FNV-1a over UTF-16 units, with the length: two readings of one report that differ do not share it but by a chance of one in four thousand million. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5 ^ text.length
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
