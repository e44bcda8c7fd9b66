import type { Handlers, Parsed } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { citedText, concordanceRows, concordanceTable, type CitedLine } from '#core/table/concordance-table.ts'
import { csvRows, csvText } from '#core/table/csv.ts'
import { labelsIn } from '#core/table/labels.ts'
import { withoutSpaces } from '#core/text/characters.ts'
import { searchedWords } from '#core/text/occurrences.ts'
import { searchText } from '../library/search.ts'
import type { Library, ReadableLibrary } from '../library/sql.ts'
import { Citing, linesOf } from './concordance-lines.ts'
import { Concordance, type Ordered } from './concordance.ts'
import { idOf } from './ids.ts'
import { localDay } from './local-day.ts'
import { tableBytes } from './export-bytes.ts'
import type { Shell } from './shell.ts'
import { Turns, type Turn } from './turns.ts'

export interface SearchGround {
  readonly library: Library
  readonly shell: Shell
  readonly now: () => Date
}

type SearchCall = 'search.text' | 'search.lines' | 'search.counts' | 'search.neighbours' | 'search.export' | 'search.cite' | 'search.prepare'

export function searchHandlers(ground: SearchGround): Pick<Handlers, SearchCall> {
  const { library } = ground
  const { read } = library
  const concordance = new Concordance(library)
  return {
    'search.text': ({ query, limit }) => textHits(read, query, limit),
    'search.lines': async ({ order, width, offset, limit, ...asked }) => {
      const { total, reports, place } = await concordance.lines(asked, order)
      const places = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, index) => place(offset + index))
      return { query: asked.query, total, reports, offset, lines: linesOf(read, places, { part: asked.part, width }) }
    },
    'search.counts': async (asked) => ({ query: asked.query, ...(await concordance.counts(asked)) }),
    'search.neighbours': async ({ side, characters, limit, ...asked }) => {
      const { different, neighbours } = await concordance.neighbours(asked, { side, characters, limit })
      const written = linesOf(read, neighbours.map(({ place }) => place), { part: asked.part, width: 0 })
      return { query: asked.query, different, neighbours: neighbours.map(({ count }, index) => ({ text: withoutSpaces(written[index]!.hit), count })) }
    },
    'search.export': (input) => exportLines(ground, concordance, input),
    'search.cite': ({ part, places, width, language }) => {
      const citing = new Citing(read)
      const labels = labelsIn(language)
      return places.map(({ report, note, ...span }) => {
        const id = part === 'note' && note !== null ? idOf(note) : idOf(report)
        return citedText(citing.line({ id, report: idOf(report), span }, { part, width }), labels)
      })
    },
    'search.prepare': async () => {
      await concordance.prepare()
      return null
    }
  }
}

function textHits(read: ReadableLibrary, query: string, limit: number) {
  const wanted = query.trim()
  if (searchedWords(wanted) === '') throw nothingToSearch()
  const { total, hits } = searchText(read, wanted, limit)
  return {
    query: wanted,
    total,
    hits: hits.map(({ report, ...hit }) => ({ ...hit, report: String(report), province: hit.jurisdiction?.province ?? null }))
  }
}

/** A workbook is built in memory, cell by cell. */
const mostWorkbookLines = 10_000
/** Lines of the csv that are made at one go. */
const linesAtOnce = 200

async function exportLines({ library, shell, now }: SearchGround, concordance: Concordance, input: Parsed<'search.export'>) {
  const { order, width, format, language, ...asked } = input
  if (searchedWords(asked.query) === '') throw nothingToSearch()
  const ordered = await concordance.lines(asked, order)
  if (format === 'xlsx' && ordered.total > mostWorkbookLines) throw tooManyLines(ordered.total)
  const labels = labelsIn(language)
  const madeOn = localDay(now())
  const about = { query: asked.query, total: ordered.total }
  const cited = { citing: new Citing(library.read), ordered, form: { part: asked.part, width } }
  const bytes = await new Turns().take(async (turn) => {
    if (format === 'csv') {
      const pieces = [csvText(concordanceTable([], labels, about))]
      for (let first = 0; first < ordered.total; first += linesAtOnce) {
        const lines = await citedLines(cited, { first, turn })
        pieces.push(csvRows(concordanceRows(lines, labels, first + 1)))
      }
      return Buffer.from(pieces.join(''))
    }
    const lines: CitedLine[] = []
    while (lines.length < ordered.total) lines.push(...(await citedLines(cited, { first: lines.length, turn })))
    return tableBytes(concordanceTable(lines, labels, about), format, { language, madeOn })
  })
  return shell.save(`${language === 'zh' ? '检索' : 'concordance'} ${nameOf(asked.query)} ${madeOn}.${format}`, bytes)
}

interface CitedLines {
  readonly citing: Citing
  readonly ordered: Ordered
  readonly form: { readonly part: Parsed<'search.export'>['part']; readonly width: number }
}

async function citedLines({ citing, ordered, form }: CitedLines, { first, turn }: { first: number; turn: Turn }): Promise<CitedLine[]> {
  const lines: CitedLine[] = []
  for (let line = first; line < Math.min(ordered.total, first + linesAtOnce); line++) {
    lines.push(citing.line(ordered.place(line), form))
    await turn.rest()
  }
  return lines
}

/** The query as part of a file name that every system takes. */
const nameOf = (query: string): string => query.replace(/[\s\\/:*?"<>|\0-\x1f]+/g, ' ').trim().slice(0, 24)

const nothingToSearch = (): Refusal =>
  new Refusal({
    kind: 'bad-request',
    message: { zh: '请输入要查找的字词。', en: 'Enter the words to look for.' },
    place: 'search.text.query'
  })

const tooManyLines = (total: number): Refusal =>
  new Refusal({
    kind: 'bad-request',
    message: {
      zh: `共 ${total} 行，超过一个工作簿可写的 ${mostWorkbookLines} 行：请导出 CSV（行数不限），或先按省份、年份、主题缩小范围。`,
      en: `${total} lines are more than the ${mostWorkbookLines} that are written to a workbook: export CSV (any number of lines), or narrow the search by province, year or theme.`
    },
    place: 'search.export.format'
  })
