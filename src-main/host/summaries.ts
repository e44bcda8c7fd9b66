import { settledPlace } from '#core/annotation/annotation.ts'
import type { Handlers, Output, Parsed } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import type { CellSummary, SummaryLink, SummaryPlace } from '#core/contract/summary-calls.ts'
import { NOTHING } from '#core/paper/ground.ts'
import type { PaperTable } from '#core/paper/paper.ts'
import { paperWords } from '#core/paper/words.ts'
import type { Table } from '#core/table/table.ts'
import type { Language } from '#core/table/words.ts'
import { summaryTable } from '#core/table/summary-table.ts'
import { slice } from '#core/text/span.ts'
import { keyOfSummary, listSummaries, readSummary, summaryJson, type StoredLink, type StoredSummary, type SummaryKey } from '../library/cell-summaries.ts'
import { notedTexts } from '../library/notes.ts'
import { knownReports, reportIds } from '../library/reports.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { refuseCodedApart } from './coded-apart.ts'
import { compare, type CodedGround } from './comparisons.ts'
import { labelOf, type EditGround } from './edits.ts'
import { paperBytes, summaryBytes } from './export-bytes.ts'
import { idOf } from './ids.ts'
import type { Setting } from './journal.ts'
import { localDay } from './local-day.ts'
import { anchoringsOn } from '../library/anchorings.ts'
import { anchorAt } from './note-places.ts'
import { reportOf } from './reports.ts'

type SummaryCall = 'summaries.list' | 'summaries.write' | 'summaries.link' | 'summaries.unlink' | 'summaries.fill' | 'summaries.export'

/** The person's own sentences on the cells of a comparison. What is not there yet is written, linked and filled by its place. */
export function summaryHandlers({ read, journal, now }: EditGround, compared: CodedGround): Pick<Handlers, SummaryCall> {
  return {
    'summaries.list': ({ codebook, reports }) => listed(read, codebook, reports.map(idOf)),
    'summaries.write': async ({ body, author, session, ...place }) => {
      const key = keyIn(read, place)
      const at = now().toISOString()
      const settings = (library: ReadableLibrary): Setting[] => {
        const known = readSummary(library, key)
        const links = known?.links ?? []
        if (body.trim() === '' && links.length === 0) return [settingOf(key, null)]
        if (known?.body === body) return [] // nothing was typed: what is as it was filled in stays so
        return [settingOf(key, { body, isFilled: false, links, author: known?.author || author, writtenAt: known?.writtenAt ?? at, editedAt: at })]
      }
      await journal.change(labelOf('summary', 1, titleOf(read, key)), settings, { session })
      return seen(read, key)
    },
    'summaries.link': async ({ report, start, end, words, instead, author, ...place }) => {
      const key = keyIn(read, place)
      const at = now().toISOString()
      const source = reportOf(read, report)
      if (start === end) throw new Refusal({ kind: 'bad-request', message: { zh: '先选中原文里的文字。', en: 'Select words of the report first.' }, place: `${start}–${end}` })
      const anchor = anchorAt(source.report, { start, end, words })
      await journal.change(labelOf('summary-linked', 1, titleOf(read, key)), (library) => {
        const known = readSummary(library, key) ?? { body: '', isFilled: false, links: [], author, writtenAt: at, editedAt: at }
        return [settingOf(key, { ...known, links: linked(known.links, { ...anchor, id: nextLink(known.links), report: source.id }, instead) })]
      })
      return seen(read, key)!
    },
    'summaries.unlink': async ({ link, ...place }) => {
      const key = keyIn(read, place)
      await journal.change(labelOf('summary-linked', 1, titleOf(read, key)), (library) => {
        const known = readSummary(library, key)
        if (known === null) return []
        const links = known.links.filter(({ id }) => id !== link)
        return [settingOf(key, links.length === 0 && known.body.trim() === '' ? null : { ...known, links })]
      })
      return null
    },
    'summaries.fill': async ({ codebook, cells, author }) => {
      const at = now().toISOString()
      refuseCodedApart(read, cells.map(({ report }) => idOf(report)), codedApart)
      const made = [...Map.groupBy(cells, ({ report }) => report)].flatMap(([report, own]) => filledIn(read, { report, cells: own, codebook, author, at }))
      let filled = 0
      await journal.change(labelOf('summary-filled', made.length, ''), (library) => {
        const free = made.flatMap(({ key, value }) => {
          const known = readSummary(library, key)
          return (known?.body ?? '').trim() === '' ? [settingOf(key, known === null ? value : beside(known, value))] : []
        })
        filled = free.length
        return free
      })
      return { filled }
    },
    'summaries.export': (input) => exported(compared, { ...input, madeOn: localDay(now()) })
  }
}

type Exported = Parsed<'summaries.export'> & { readonly madeOn: string }

async function exported(compared: CodedGround, { reports, themes, format, language, madeOn }: Exported): Promise<Output<'summaries.export'>> {
  await compared.current
  const { ground, table } = matrixOf(compared, { reports, themes, language })
  const bytes = format === 'docx' ? await paperBytes({ ...ground, ownTables: [paperTable(table, language)] }, format, { language, madeOn, templates: ['T6'] }) : await summaryBytes(table, format, { language, madeOn })
  return compared.shell.save(`${language === 'zh' ? '摘要矩阵' : 'summaries'} ${madeOn}.${format}`, bytes)
}

/** T6 for a paper of these reports: where anything is written of them, and they are few enough for a table of a column each. */
export function summaryPaper(compared: CodedGround, { reports, themes, language, templates }: Parsed<'comparison.exportPaper'>): PaperTable[] {
  // it is a comparison of its own
  if (templates?.includes('T6') === false) return []
  const { read } = compared.library
  const chosen = reports ?? reportIds(read).map(String)
  const written = listSummaries(read, compared.coding().stamp.id, chosen.map(idOf)).some((summary) => summary.body.trim() !== '' && summary.reports.some((id) => chosen.includes(String(id))))
  if (!written || chosen.length > mostColumns) return []
  const { table } = matrixOf(compared, { reports: chosen, themes: themes ?? compared.coding().codebook.themes.map(({ id }) => id), language })
  return [paperTable(table, language)]
}

const mostColumns = 120

function matrixOf(compared: CodedGround, { reports, themes, language }: Pick<Exported, 'reports' | 'themes' | 'language'>) {
  const { read } = compared.library
  const ground = compare(compared, { reports, themes, by: 'report' })
  const places = new Map(themes.map((theme, index) => [theme, index]))
  const rows = ground.comparison.rows.toSorted((a, b) => places.get(a.theme)! - places.get(b.theme)!)
  const summaries = listed(read, compared.coding().stamp.id, reports.map(idOf))
  const comparison = { ...ground.comparison, rows }
  return { ground: { ...ground, comparison, codebook: compared.coding().codebook }, table: summaryTable(comparison, summaries, { language, nameOf: (report) => reportName(read, report) }) }
}

/** A paper has no empty cells. */
const paperTable = ({ columns, rows, notes }: Table, language: Language): PaperTable => ({
  template: 'T6',
  title: paperWords[language].titles.T6,
  columns,
  rows: rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (cell === '' ? NOTHING : cell)) })),
  notes
})

const settingOf = (key: SummaryKey, value: StoredSummary | null): Setting => ({ subject: 'summary', key: keyOfSummary(key), value: value && summaryJson(value) })

/** @throws Refusal not-found where a report is not there, bad-request where a summary of one report is of several */
function keyIn(read: ReadableLibrary, { codebook, theme, part, reports }: Parsed<'summaries.unlink'> | SummaryPlace): SummaryKey {
  const ids = [...new Set(reports.map(idOf))].sort((a, b) => a - b)
  const there = new Set(knownReports(read, ids))
  for (const id of ids) if (!there.has(id)) reportOf(read, String(id)) // says which is not there
  refuseCodedApart(read, ids, codedApart)
  if (part === 'report' && ids.length !== 1) {
    throw new Refusal({ kind: 'bad-request', message: { zh: '一格摘要只属于一份报告。', en: 'The summary of a cell is of one report.' }, place: ids.join() })
  }
  return { codebook, theme, part, reports: ids }
}

/** Sentences are written from coded text, and all would read them. */
const codedApart = {
  zh: '这份报告正由几个人分别编码；摘要会让别人看见你怎样编码，因此没有记下。编码者都完成后再写。',
  en: 'Several persons are coding this report apart from one another; a summary would show the others how you code, so it was not kept. Write it when all coders are done.'
}

const titleOf = (read: ReadableLibrary, { part, reports }: SummaryKey): string => (part === 'report' ? (reportOf(read, String(reports[0])).report.title?.text ?? '') : '')

const nextLink = (links: readonly StoredLink[]): number => Math.max(0, ...links.map(({ id }) => id)) + 1

/** Filled in where a person had linked passages and written nothing yet: their links stay. */
const beside = (known: StoredSummary, filled: StoredSummary): StoredSummary => ({
  ...filled,
  links: filled.links.reduce<StoredLink[]>((links, link) => linked(links, { ...link, id: nextLink(links) }, null), [...known.links]),
  author: known.author || filled.author,
  writtenAt: known.writtenAt
})

/** The same stretch twice is one link. */
function linked(links: readonly StoredLink[], made: StoredLink, instead: number | null): StoredLink[] {
  const stands = (link: StoredLink): boolean =>
    link.report === made.report && link.made?.hash === made.made?.hash && link.made?.position.start === made.made?.position.start && link.made?.position.end === made.made?.position.end
  const others = links.filter(({ id }) => id !== instead)
  return others.some(stands) ? others : [...others, made]
}

interface Filling {
  readonly report: string
  readonly cells: Parsed<'summaries.fill'>['cells']
  readonly codebook: string
  readonly author: string
  readonly at: string
}

/** Each report is unpacked once. */
function filledIn(read: ReadableLibrary, { report: id, cells, codebook, author, at }: Filling): { key: SummaryKey; value: StoredSummary }[] {
  const { id: number, report } = reportOf(read, id)
  return cells.map(({ theme, spans }) => {
    const links = spans.map((span, n): StoredLink => ({ ...anchorAt(report, span), id: n + 1, report: number }))
    const body = spans.map((span) => slice(report.text, span)).join('\n')
    return { key: { codebook, theme, part: 'report', reports: [number] }, value: { body, isFilled: true, links, author, writtenAt: at, editedAt: at } }
  })
}

function seen(read: ReadableLibrary, key: SummaryKey): CellSummary | null {
  const summary = readSummary(read, key)
  return summary === null ? null : (viewed(read, [{ ...key, ...summary }])[0] ?? null)
}

const listed = (read: ReadableLibrary, codebook: string, reports: readonly number[]): CellSummary[] => viewed(read, listSummaries(read, codebook, reports))

/** The texts of so many reports are in memory at once. */
const textsAtOnce = 200

/** With the places that their links have now, worked out from the texts as they are at this moment. */
function viewed(read: ReadableLibrary, summaries: readonly (SummaryKey & StoredSummary)[]): CellSummary[] {
  const byReport = Map.groupBy(summaries.flatMap(({ links }) => links), ({ report }) => report)
  const found = new Map<StoredLink, SummaryLink>()
  const reports = [...byReport.keys()]
  for (let from = 0; from < reports.length; from += textsAtOnce) {
    for (const { id, text, map } of notedTexts(read, reports.slice(from, from + textsAtOnce))) {
      const links = byReport.get(id)!
      const anchorings = anchoringsOn({ text, map }, links.map((link) => ({ kept: link, first: link.made })))
      links.forEach((link, n) => found.set(link, linkView(link, anchorings[n]!)))
    }
  }
  return summaries.map(({ reports: ids, links, ...summary }) => ({
    ...summary,
    reports: ids.map(String),
    links: links.map((link) => found.get(link) ?? linkView(link, { state: 'orphan', basis: 'gone' }))
  }))
}

function linkView({ id, report, exact, prefix, suffix }: StoredLink, anchoring: SummaryLink['anchoring']): SummaryLink {
  const place = settledPlace(anchoring)
  return { id, report: String(report), anchoring, place: place && { start: place.start, end: place.end }, quote: exact, around: { prefix, suffix } }
}

/** Of a set of reports that is not the one exported. Null where it is not in the library any more. */
function reportName(read: ReadableLibrary, report: string): string | null {
  if (knownReports(read, [idOf(report)]).length === 0) return null
  const { report: stored } = reportOf(read, report)
  return stored.jurisdiction?.name ?? stored.title?.text ?? null
}
