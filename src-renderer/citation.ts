import type { Column, ColumnReport, Passage, Place } from '#core/compare/comparison.ts'
import { wholePercent } from '#core/compare/recognised.ts'
import { clipped } from './language/labels.ts'
import type { Words } from './language/zh.ts'

interface PlaceForm {
  readonly words: Words
  /** Headings longer than this are clipped; absent: never. */
  readonly longestHeading?: number
}

/** 一是健全… › 推进… · ¶3 · 原文 80–92 行; by page where the original has pages; nothing more than ¶ where it keeps paragraphs. */
export function placeParts(passage: Place, { words, longestHeading = Infinity }: PlaceForm): string[] {
  const outline = passage.outline.map((heading) => clipped(heading, longestHeading))
  return [
    ...(outline.length > 0 ? [outline.join(' › ')] : []),
    passage.lastParagraph === passage.paragraph ? `¶${passage.paragraph}` : `¶${passage.paragraph}–${passage.lastParagraph}`,
    ...originalParts(passage, words)
  ]
}

/** What of a quotation a person said: kinds of its sentences, a heading that it stands under. Each says so. */
export const partsByHand = ({ kindsByHand = [], outlineByHand = [] }: Pick<Passage, 'kindsByHand' | 'outlineByHand'>, words: Words): string[] =>
  [...kindsByHand.map((kind) => words.kinds[kind]), ...(outlineByHand.length > 0 ? [words.readings.parts.outline] : [])].map((part) => `${part} ${words.readings.byHand}`)

function originalParts({ source: { line, lastLine, page, lastPage, unit } }: Place, words: Words): string[] {
  if (page !== null) return [lastPage === null || lastPage === page ? words.page(page) : words.pages(page, lastPage)]
  return unit === 'line' ? [words.lines(line, lastLine)] : []
}

/** The quotation with all that is needed to find it again; text that was recognised from a picture says so. */
export const citation = (passage: Passage, column: Column, words: Words): string => quotedWithPlace(passage, memberOf(column, passage), words)

/** Any words of a report with their place, cited as a quotation is. */
export function quotedWithPlace(quoted: Place & { readonly text: string }, { title, date, source }: Pick<ColumnReport, 'title' | 'date' | 'source'>, words: Words): string {
  const { recognised } = quoted.source
  const mark = recognised === null ? null : words.recognisedMark(wholePercent(recognised))
  const about = [title, date?.iso ?? date?.asWritten ?? null, source, ...placeParts(quoted, { words }), mark]
  return `${words.quote(quoted.text)}（${about.filter((part) => part !== null && part !== '').join(words.comma)}）`
}

/** Which of a province's reports a quotation is from; null where the column is one report. */
export function reportOf(passage: Passage, column: Column): string | null {
  if (column.reports.length < 2) return null
  const { date, title } = memberOf(column, passage)
  return date?.iso ?? clipped(title, 14)
}

const memberOf = (column: Column, passage: Passage): Pick<Column, 'title' | 'date' | 'source'> =>
  column.members.find((member) => member.id === passage.report) ?? column
