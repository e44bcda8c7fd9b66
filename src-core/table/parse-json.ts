import { recognisedShare } from '../compare/recognised.ts'
import type { Report } from '../report/report.ts'
import type { SourceLine } from '../source/source.ts'
import type { Span } from '../text/span.ts'

/** One source as `duizhao/parse@1` prints it. Positions are UTF-16 offsets into `text`, end exclusive. */
export interface ParsedSource {
  readonly file: string
  readonly sha256: string
  readonly mediaType: string
  readonly encoding: string | null
  readonly bytes: number
  readonly warnings: readonly { readonly kind: string; readonly message: string }[]
  /** The lines of the source text that the reports point into. */
  readonly lines: readonly SourceLine[]
  readonly reports: readonly Report[]
  readonly leftOver: readonly { readonly text: string; readonly spans: readonly Span[] }[]
}

const pairs = (spans: readonly Span[]): [number, number][] => spans.map(({ start, end }) => [start, end])

/** The public JSON of `parse`: additive changes only. */
export function parseJson(sources: readonly ParsedSource[]) {
  return {
    format: 'duizhao/parse@1',
    sources: sources.map(({ lines, ...source }) => ({
      ...source,
      reports: source.reports.map((report) => reportJson(report, lines)),
      leftOver: source.leftOver.map(({ text, spans }) => ({ text, source: pairs(spans) }))
    }))
  }
}

function reportJson(report: Report, lines: readonly SourceLine[]) {
  const { title, map, officials, statements, programmes, furniture, ...rest } = report
  return {
    title: title?.text ?? null,
    ...rest,
    officials: officials.map(({ name, title: office }) => ({ name, title: office })),
    statements: statements.map(({ start, end, kind, themes }) => ({
      start,
      end,
      kind,
      themes: themes.map(({ id, score, evidence }) => ({ id, score, evidence: pairs(evidence) }))
    })),
    programmes: programmes.map(({ name, theme, occurrences }) => ({ name, theme, occurrences: pairs(occurrences) })),
    /** What stood around the text: bylines, page numbers, menus; `source` are offsets into the decoded source. */
    furniture: furniture.map(({ kind, text, spans }) => ({ kind, text, source: pairs(spans) })),
    /** `[text offset, source offset, length]`: every character of `text` in the decoded source. */
    sourceMap: map.pieces.map(({ clean, source, length }) => [clean, source, length]),
    titleSource: title === null ? [] : pairs(title.spans),
    /** Mean confidence of the characters that were recognised from a picture; null for the file's own text. */
    recognised: recognisedShare(report, lines)
  }
}
