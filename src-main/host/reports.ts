import type { Handlers, OriginalLine, ReportSummary } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { sourceFromText } from '#core/source/source.ts'
import { listReports, readReport, type StoredReport, type StoredSummary } from '../library/reports.ts'
import { readSource } from '../library/sources.ts'
import type { Library, ReadableLibrary } from '../library/sql.ts'

export function reportHandlers({ read }: Library): Pick<Handlers, 'reports.list' | 'reports.read'> {
  return {
    'reports.list': () => listReports(read).map(summary),
    'reports.read': ({ id }) => {
      const { report, source: sourceId } = reportOf(read, id)
      const { fileName, sha256, encoding, text, leftOver } = readSource(read, sourceId)!
      return { id, report, source: { id: String(sourceId), fileName, sha256, encoding, lines: originalLines(text), leftOver } }
    }
  }
}

/** @throws Refusal not-found */
export function reportOf(library: ReadableLibrary, id: string): StoredReport {
  const stored = /^[1-9]\d{0,14}$/.test(id) ? readReport(library, Number(id)) : null
  if (stored !== null) return stored
  throw new Refusal({
    kind: 'not-found',
    message: { zh: '资料库里没有这份报告。', en: 'The library has no such report.' },
    place: id
  })
}

function summary({ source, fileName, themes, ...report }: StoredSummary): ReportSummary {
  return {
    ...report,
    id: String(report.id),
    themes: themes.map(([id, characters]) => ({ id, characters })),
    source: { id: String(source), fileName }
  }
}

const originalLines = (text: string): OriginalLine[] =>
  sourceFromText(text).lines.map(({ page, start, end }, index) => ({
    number: index + 1,
    page,
    start,
    end,
    text: text.slice(start, end)
  }))
