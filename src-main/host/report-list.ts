import { randomBytes } from 'node:crypto'
import type { PackedSummaries, ReportsAnswer, ReportSummary } from '#core/contract/calls.ts'
import { orderReports } from '#core/listing/follow-list.ts'
import { packSummaries } from '#core/listing/packed-summaries.ts'
import { libraryFigures } from '../library/reports.ts'
import type { Library, ReadableLibrary } from '../library/sql.ts'
import { CodedThemes, linesOfFirstProvinces, reportLines, summaryReader, type ReportLine } from '../library/summaries.ts'

/** From so many reports on the list takes longer than an eye blinks. */
const large = 1000
/** As many as a tall window shows, and some. */
const firstRows = 100
/** To find the first ones all of their provinces are read. */
const mostForFirst = 3000

interface Listed {
  readonly line: ReportLine
  /** The look that first found it as it is. */
  readonly since: number
}

/**
 * The list of the window, kept from one look to the next, so that a window which has it already is told
 * only what has changed. What that is the library itself says at each look: whoever wrote into it, this
 * program or another, by a change, its undoing or an import.
 */
export class ReportList {
  readonly #library: Library
  /** No window takes the looks of one host for those of another. */
  readonly #name = randomBytes(6).toString('hex')
  readonly #coded = new CodedThemes()
  #looks = 0
  #seen: string | null = null
  /** What `first` found, and when. */
  #first: { readonly stamp: string; readonly reports: PackedSummaries } | null = null
  #listed: ReadonlyMap<number, Listed> = new Map()
  /** Report -> the look that missed it first. */
  readonly #gone = new Map<number, number>()

  constructor(library: Library) {
    this.#library = library
  }

  /** @param since the stamp of an answer before; all reports, where it is not one of this list */
  answer(since: string | null): ReportsAnswer {
    this.#look()
    const [name, look] = (since ?? '').split('-')
    const isWhole = name !== this.#name
    const known = isWhole ? 0 : Number(look)
    const lines = [...this.#listed.values()].filter((listed) => isWhole || listed.since > known).map(({ line }) => line)
    const gone = isWhole ? [] : [...this.#gone].filter(([, at]) => at > known).map(([id]) => String(id))
    return { stamp: `${this.#name}-${this.#looks}`, isWhole, reports: packed(lines), gone }
  }

  /** The first reports of a large library, in the order of `followList`; none of a small one, or where finding them takes as long as all. */
  first(): PackedSummaries {
    const stamp = this.#library.changeStamp()
    if (this.#first?.stamp !== stamp) this.#first = { stamp, reports: this.#findFirst() }
    return this.#first.reports
  }

  #findFirst(): PackedSummaries {
    const { read } = this.#library
    const first = libraryFigures(read).reportCount < large ? null : linesOfFirstProvinces(read, { least: firstRows, most: mostForFirst })
    if (first === null) return packSummaries([])
    // a report of a province that was not read must not be missing among them
    const isBefore = ({ jurisdiction }: ReportSummary): boolean => jurisdiction !== null && jurisdiction.code.slice(0, 2) <= first.upTo.slice(0, 2)
    return packSummaries(orderReports(first.lines.map(summaryReader()).filter(isBefore)).slice(0, firstRows))
  }

  #look(): void {
    const stamp = this.#library.changeStamp()
    if (stamp === this.#seen) return
    this.#looks += 1
    const before = this.#listed
    const listed = new Map<number, Listed>()
    for (const line of reportLines(this.#library.read, 'library', this.#coded)) {
      const known = before.get(line.id)
      listed.set(line.id, known !== undefined && isSame(known.line, line) ? known : { line, since: this.#looks })
      this.#gone.delete(line.id)
    }
    for (const id of before.keys()) if (!listed.has(id)) this.#gone.set(id, this.#looks)
    this.#listed = listed
    this.#seen = stamp
  }
}

/** Those in the bin, last thrown away first. */
export const binnedReports = (read: ReadableLibrary): PackedSummaries => packed(reportLines(read, 'bin'))

const packed = (lines: readonly ReportLine[]): PackedSummaries => packSummaries(oneByOne(lines))

/** Ten thousand summaries at once would be moved about in memory before they are let go. */
function* oneByOne(lines: readonly ReportLine[]) {
  const summaryOf = summaryReader()
  for (const line of lines) yield summaryOf(line)
}

/** The columns of a line that can change, the most changeable first. */
const fields = ['aside', 'themes', 'title', 'jurisdiction', 'date', 'meeting', 'issuer', 'characters', 'confidence', 'recognised', 'source', 'fileName', 'folders', 'mediaType', 'importedAt'] as const satisfies readonly (keyof ReportLine)[]

const isSame = (a: ReportLine, b: ReportLine): boolean => fields.every((field) => a[field] === b[field])
