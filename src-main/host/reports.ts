import type { Handlers, OriginalLine, ReportView } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { readReport, type StoredReport } from '../library/reports.ts'
import { readSource, type StoredSource } from '../library/sources.ts'
import type { Library, ReadableLibrary } from '../library/sql.ts'
import { idOf } from './ids.ts'
import { binnedReports, ReportList } from './report-list.ts'

export function reportHandlers(library: Library): Pick<Handlers, 'reports.list' | 'reports.first' | 'reports.binned' | 'reports.read'> {
  const { read } = library
  const list = new ReportList(library)
  return {
    'reports.list': ({ since }) => list.answer(since ?? null),
    'reports.first': () => list.first(),
    'reports.binned': () => binnedReports(read),
    'reports.read': ({ id }) => {
      const { report, machine, source } = reportOf(read, id)
      return { id, report, machine, source: sourceView(readSource(read, source)!) } // its report refers to it
    }
  }
}

function sourceView({ id, source, layout: _, ...stored }: StoredSource): ReportView['source'] {
  const { fileName, folders = [], text, pages = null } = source
  const lines = source.lines.map((line, n): OriginalLine => ({ ...line, number: n + 1, text: text.slice(line.start, line.end) }))
  const hasPictures = stored.mediaType === 'application/pdf' || stored.mediaType.startsWith('image/')
  return { ...stored, id: String(id), fileName, folders, pages, hasPictures, lines }
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
