import type { Handlers, OriginalLine, ReportSummary, ReportView } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { linkedPairs } from '../library/near-duplicates.ts'
import { readReport, type StoredReport } from '../library/reports.ts'
import { readSource, type StoredSource } from '../library/sources.ts'
import type { Library, ReadableLibrary } from '../library/sql.ts'
import { listReports, type StoredSummary } from '../library/summaries.ts'
import { idOf } from './ids.ts'

export function reportHandlers({ read }: Library): Pick<Handlers, 'reports.list' | 'reports.binned' | 'reports.read'> {
  return {
    'reports.list': () => summaries(read, 'library'),
    'reports.binned': () => summaries(read, 'bin'),
    'reports.read': ({ id }) => {
      const { report, machine, source } = reportOf(read, id)
      return { id, report, machine, source: sourceView(readSource(read, source)!) } // its report refers to it
    }
  }
}

function summaries(read: ReadableLibrary, where: 'library' | 'bin'): ReportSummary[] {
  const links = linksOf(read)
  return listReports(read, where).map((stored) => summary(stored, links.get(String(stored.id)) ?? []))
}

function sourceView({ id, source, layout: _, ...stored }: StoredSource): ReportView['source'] {
  const { fileName, folders = [], text, pages = null } = source
  const lines = source.lines.map((line, n): OriginalLine => ({ ...line, number: n + 1, text: text.slice(line.start, line.end) }))
  const hasPictures = stored.mediaType === 'application/pdf' || stored.mediaType.startsWith('image/')
  return { ...stored, id: String(id), fileName, folders, pages, hasPictures, lines }
}

/** Report id -> what a person said of it and others. */
function linksOf(read: ReadableLibrary): Map<string, ReportSummary['links'][number][]> {
  const links = new Map<string, ReportSummary['links'][number][]>()
  const add = (from: string, report: string, kind: 'same' | 'version'): void => {
    links.set(from, [...(links.get(from) ?? []), { report, kind }])
  }
  for (const { first, second, state } of linkedPairs(read)) {
    if (state !== 'same' && state !== 'version') continue
    add(first, second, state)
    add(second, first, state)
  }
  return links
}

/** @throws Refusal not-found */
export function reportOf(library: ReadableLibrary, id: string): StoredReport {
  const stored = readReport(library, idOf(id))
  if (stored !== null) return stored
  throw new Refusal({
    kind: 'not-found',
    message: { zh: '资料库里没有这份报告。', en: 'The library has no such report.' },
    place: id
  })
}

function summary({ source, fileName, folders, mediaType, themes, ...report }: StoredSummary, links: ReportSummary['links']): ReportSummary {
  return {
    ...report,
    id: String(report.id),
    themes: themes.map(([id, characters]) => ({ id, characters })),
    source: { id: String(source), fileName, folders, mediaType },
    links
  }
}
