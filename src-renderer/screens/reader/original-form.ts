import { keepsParagraphs } from '#core/compare/passages.ts'
import type { ReportView } from '#core/contract/calls.ts'

/** What the original is shown as: its pages, its printed lines, or the paragraphs that its format keeps. */
export type OriginalKind = 'pages' | 'lines' | 'paragraphs'

export function originalKind({ pages, hasPictures, lines }: ReportView['source']): OriginalKind {
  if (pages !== null && pages.length > 0 && (hasPictures || lines.some(({ box }) => box !== undefined))) return 'pages'
  return keepsParagraphs(lines) ? 'paragraphs' : 'lines'
}
