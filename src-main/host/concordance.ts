import type { Asked, SearchCount, SearchCounts } from '#core/contract/search-calls.ts'
import type { ConcordanceOrder, SearchedPart } from '#core/contract/searched-parts.ts'
import { searchedParts } from '#core/contract/searched-parts.ts'
import { besideOrder, neighboursOf, type Hits, type Neighbour, type Side } from '#core/concordance/neighbours.ts'
import { hitsOnShelf, Positions, spanOnShelf, type Shelf, type TextHits } from '#core/concordance/shelf.ts'
import { searchedWords } from '#core/text/occurrences.ts'
import type { Span } from '#core/text/span.ts'
import { readingInUse } from '../library/codebooks.ts'
import { StatementSpans } from '../library/statement-spans.ts'
import type { Library } from '../library/sql.ts'
import { TextShelves, type SearchedReport, type Shelves } from '../library/text-shelves.ts'
import { pinyinRanks } from './pinyin-ranks.ts'
import { Turns, type Turn } from './turns.ts'

/** All places of one query. */
interface Found extends Hits {
  readonly part: SearchedPart
  readonly shelves: Shelves
  readonly orders: Map<string, Promise<Ordered>>
}

/** The chosen places in one order. */
export interface Ordered {
  readonly total: number
  readonly reports: number
  /** The place of a line, 0-based. */
  readonly place: (line: number) => FoundPlace
}

/** `id`: of the report, or of the note where notes are searched. `span` is of its text, title or body. */
export interface FoundPlace {
  readonly id: number
  readonly report: number
  readonly span: Span
}

/** The last few queries are kept, so that pages, counts and neighbours of one query are found once. */
const keptQueries = 6
/** Memory is given back when nobody has searched for this long. */
const dropAfterMs = 10 * 60_000
const codingsAtOnce = 100

/** Words of the whole library: every place, in any order, counted exactly. Everything is done in slices. */
export class Concordance {
  readonly #library: Library
  readonly #shelves: TextShelves
  readonly #turns = new Turns()
  #found = new Map<string, Promise<Found>>()
  #bringing: Promise<Shelves> | null = null
  #statements: { readonly key: string; readonly spans: StatementSpans } | null = null
  #dropping: NodeJS.Timeout | null = null

  constructor(library: Library) {
    this.#library = library
    this.#shelves = new TextShelves(library)
  }

  /** The shelves as the library is now. */
  async prepare(): Promise<Shelves> {
    if (this.#dropping !== null) clearTimeout(this.#dropping)
    this.#dropping = setTimeout(() => {
      this.#shelves.drop()
      this.#found.clear()
      this.#statements = null
    }, dropAfterMs).unref()
    // not one of the turns that rest for newer ones: all of them wait for it
    this.#bringing ??= new Turns().take((turn) => turn.finish(this.#shelves.bring())).finally(() => (this.#bringing = null))
    return this.#bringing
  }

  /** The lines of a query in an order. */
  async lines(asked: Asked, order: ConcordanceOrder): Promise<Ordered> {
    const found = await this.#find(asked)
    const key = JSON.stringify([order, asked.provinces, asked.years])
    let ordered = found.orders.get(key)
    if (ordered === undefined) {
      ordered = order === 'left' || order === 'right' ? this.#besideOrdered(found, asked, order) : Promise.resolve(textOrdered(found, asked, order))
      found.orders.set(key, ordered)
    }
    return ordered
  }

  async counts(asked: Asked): Promise<Omit<SearchCounts, 'query'>> {
    const found = await this.#find(asked)
    const parts: [SearchedPart, number][] = []
    for (const part of searchedParts) {
      const texts = chosenTexts(part === found.part ? found : await this.#find({ ...asked, part }), asked)
      parts.push([part, texts.reduce((sum, { count }) => sum + count, 0)])
    }
    return { ...countsOf(found, asked), parts: Object.fromEntries(parts) as Record<SearchedPart, number> }
  }

  /** The most frequent with one place that has it, and how many different ones there are. */
  async neighbours(asked: Asked, { limit, ...beside }: { readonly side: Side; readonly characters: number; readonly limit: number }) {
    const found = await this.#find(asked)
    const all = await this.#turns.take((turn) => turn.finish(neighboursOf(found, chosenTexts(found, asked), beside)))
    const placed = ({ text, count, sample: { of, at } }: Neighbour) => ({
      count,
      place: { id: of.id, report: reportOfText(found, of)!.id, span: spanOnShelf(of.shelf, of.slot, { at, length: text.length }) }
    })
    return { different: all.length, neighbours: all.slice(0, limit).map(placed) }
  }

  async #besideOrdered(found: Found, asked: Asked, side: Side): Promise<Ordered> {
    const texts = chosenTexts(found, asked)
    const order = await this.#turns.take((turn) => turn.finish(besideOrder(found, texts, { side, rank: pinyinRanks() })))
    return {
      total: order.length,
      reports: countReports(found, texts),
      place: (line) => placeIn(found, textOfHit(found.texts, order[line]!), order[line]!)
    }
  }

  async #find(asked: Asked): Promise<Found> {
    const shelves = await this.prepare()
    const wanted = searchedWords(asked.query)
    const statements = asked.part === 'text' ? [readingInUse(this.#library.read), asked.themes, asked.kinds] : []
    const key = JSON.stringify([shelves.version, asked.part, wanted, statements])
    let finding = this.#found.get(key)
    if (finding === undefined) finding = this.#search(shelves, asked, wanted)
    this.#found.delete(key)
    this.#found.set(key, finding)
    finding.catch(() => this.#found.delete(key))
    for (const oldest of this.#found.keys()) {
      if (this.#found.size <= keptQueries) break
      this.#found.delete(oldest)
    }
    return finding
  }

  #search(shelves: Shelves, { part, themes, kinds }: Asked, wanted: string): Promise<Found> {
    return this.#turns.take(async (turn) => {
      const places = new Positions()
      const texts: TextHits[] = []
      const searched: readonly Shelf[] = part === 'text' ? shelves.texts : [part === 'title' ? shelves.titles : shelves.notes]
      for (const shelf of wanted === '' ? [] : searched) {
        const has = part === 'text' ? (slot: number) => shelves.holds(shelf, slot) : () => true
        for (const hits of hitsOnShelf(shelf, { wanted, has, places })) texts.push(hits)
        await turn.rest()
      }
      const hits: Hits = { length: wanted.length, texts, places: places.values }
      const kept = part !== 'text' || (themes.length === 0 && kinds.length === 0) ? hits : await this.#inStatements(hits, { statements: this.#statementsOf(shelves, { themes, kinds }), turn })
      return { ...kept, part, shelves, orders: new Map<string, Promise<Ordered>>() }
    })
  }

  /** The places that begin in a statement of one of these themes and kinds. */
  async #inStatements(hits: Hits, { statements, turn }: { statements: StatementSpans; turn: Turn }): Promise<Hits> {
    const places = new Positions()
    const texts: TextHits[] = []
    for (let at = 0; at < hits.texts.length; at += codingsAtOnce) {
      const some = hits.texts.slice(at, at + codingsAtOnce)
      statements.read(some.map(({ id }) => id))
      for (const text of some) {
        const first = places.length
        for (let i = text.first; i < text.first + text.count; i++) {
          const { start } = spanOnShelf(text.shelf, text.slot, { at: hits.places[i]!, length: hits.length })
          if (statements.have(text.id, start)) places.add(hits.places[i]!)
        }
        if (places.length > first) texts.push({ ...text, first, count: places.length - first })
      }
      await turn.rest()
    }
    return { length: hits.length, texts, places: places.values }
  }

  /** Kept as long as the same themes and kinds are asked for: who types changes the words, not these. */
  #statementsOf({ version }: Shelves, { themes, kinds }: Pick<Asked, 'themes' | 'kinds'>): StatementSpans {
    const key = JSON.stringify([version, readingInUse(this.#library.read), themes, kinds])
    if (this.#statements?.key !== key) this.#statements = { key, spans: new StatementSpans(this.#library.read, { themes, kinds }) }
    return this.#statements.spans
  }
}

const reportOfText = ({ part, shelves }: Found, { id }: TextHits): SearchedReport | undefined => shelves.reports.get(part === 'note' ? (shelves.noted.get(id) ?? 0) : id)

const yearOf = ({ date }: SearchedReport): string | null => date?.slice(0, 4) ?? null

const isChosen = (list: readonly (string | null)[], value: string | null): boolean => list.length === 0 || list.includes(value)

function chosenTexts(found: Found, { provinces, years }: Asked): readonly TextHits[] {
  if (provinces.length === 0 && years.length === 0) return found.texts
  return found.texts.filter((text) => {
    const report = reportOfText(found, text)
    return report !== undefined && isChosen(provinces, report.province) && isChosen(years, yearOf(report))
  })
}

const countReports = (found: Found, texts: readonly TextHits[]): number => new Set(texts.map((text) => reportOfText(found, text)?.id)).size

/** null comes last. */
const byText = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)

const reportOrders = {
  document: (a, b) => a.id - b.id,
  province: (a, b) => byText(a.province, b.province) || byText(a.date, b.date) || a.id - b.id,
  year: (a, b) => byText(a.date, b.date) || byText(a.province, b.province) || a.id - b.id
} satisfies Record<string, (a: SearchedReport, b: SearchedReport) => number>

function textOrdered(found: Found, asked: Asked, order: keyof typeof reportOrders): Ordered {
  const compare = reportOrders[order]
  const rows = chosenTexts(found, asked).map((text) => ({ text, report: reportOfText(found, text)! }))
  rows.sort((a, b) => compare(a.report, b.report) || a.text.id - b.text.id)
  const begins = new Uint32Array(rows.length + 1)
  rows.forEach(({ text }, index) => (begins[index + 1] = begins[index]! + text.count))
  return {
    total: begins.at(-1) ?? 0,
    reports: found.part === 'note' ? new Set(rows.map(({ report }) => report.id)).size : rows.length,
    place: (line) => {
      const index = lastAtMost(begins.length - 2, (middle) => begins[middle]! <= line)
      const { text } = rows[index]!
      return placeIn(found, text, text.first + line - begins[index]!)
    }
  }
}

/** `texts` stand in the order of their hits. */
const textOfHit = (texts: readonly TextHits[], hit: number): TextHits => texts[lastAtMost(texts.length - 1, (middle) => texts[middle]!.first <= hit)]!

/** The last index for which it holds; it holds for 0 and for all before one for which it holds. */
function lastAtMost(last: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, last]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}

function placeIn(found: Found, text: TextHits, hit: number): FoundPlace {
  const span = spanOnShelf(text.shelf, text.slot, { at: found.places[hit]!, length: found.length })
  return { id: text.id, report: reportOfText(found, text)!.id, span }
}

type Sums = { -readonly [K in keyof Omit<SearchCount, 'key'>]: number }

const none = (): Sums => ({ hits: 0, reports: 0, of: 0, characters: 0 })

function countsOf(found: Found, { provinces, years }: Asked): Omit<SearchCounts, 'query' | 'parts'> {
  const hitsOf = new Map<number, number>()
  for (const text of found.texts) {
    const report = reportOfText(found, text)
    if (report !== undefined) hitsOf.set(report.id, (hitsOf.get(report.id) ?? 0) + text.count)
  }
  const all = none()
  const byProvince = new Map<string | null, Sums>()
  const byYear = new Map<string | null, Sums>()
  for (const report of found.shelves.reports.values()) {
    const year = yearOf(report)
    const hits = hitsOf.get(report.id) ?? 0
    const [isOfProvince, isOfYear] = [isChosen(provinces, report.province), isChosen(years, year)]
    if (isOfYear) add(sumsOf(byProvince, report.province), report, hits)
    if (isOfProvince) add(sumsOf(byYear, year), report, hits)
    if (isOfProvince && isOfYear) add(all, report, hits)
  }
  return { all, provinces: listed(byProvince), years: listed(byYear) }
}

function sumsOf(sums: Map<string | null, Sums>, key: string | null): Sums {
  const known = sums.get(key)
  if (known !== undefined) return known
  const fresh = none()
  sums.set(key, fresh)
  return fresh
}

function add(sums: Sums, { characters }: SearchedReport, hits: number): void {
  sums.hits += hits
  sums.reports += hits > 0 ? 1 : 0
  sums.of += 1
  sums.characters += characters
}

const listed = (sums: ReadonlyMap<string | null, Sums>): SearchCount[] => [...sums].map(([key, own]) => ({ key, ...own })).sort((a, b) => byText(a.key, b.key))
