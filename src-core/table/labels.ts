import type { Column, ColumnReport, Place, Verdict } from '../compare/comparison.ts'
import { wholePercent } from '../compare/recognised.ts'
import { regions } from '../places/regions.ts'
import type { ReportDate, StatementKind, TargetOperator } from '../report/report.ts'
import { words, type Language, type Words } from './words.ts'

/** The words of a language with what is built from them: dates, places, names of columns. */
export interface Labels {
  readonly language: Language
  readonly words: Words
  readonly date: (date: ReportDate | null) => string
  /** Province, and the city or county where the report is one of theirs. */
  readonly jurisdiction: (report: ColumnReport) => string
  /** Outline path, paragraph, and pages or lines of the original. */
  readonly place: (place: Place) => string
  /** Where in the original, for a column of its own: bare line numbers, pages, or paragraphs of the report. */
  readonly original: (place: Place) => string
  /** Mark of text that was recognised from a picture; null for the file's own text. */
  readonly recognised: (of: { readonly recognised: number | null }) => string | null
  /** A whole citation: report, jurisdiction, date and place. */
  readonly citation: (report: ColumnReport, place: Place) => string
  /** The word for a cell without quotations. */
  readonly verdict: (verdict: Verdict | null) => string
  readonly kind: (kind: StatementKind) => string
  readonly operator: (operator: TargetOperator) => string
}

export function labelsIn(language: Language): Labels {
  const w = words[language]
  const date = (value: ReportDate | null): string => {
    if (value === null) return w.undated
    const written = value.iso ?? value.asWritten
    return isYearInferred(value) ? `${written}${w.yearInferred}` : written
  }
  const jurisdiction = (report: ColumnReport): string => {
    if (report.jurisdiction === null) return w.noProvince
    const { province } = report
    return province === null || province.code === report.jurisdiction.code
      ? report.jurisdiction.name
      : `${province.name} ${report.jurisdiction.name}`
  }
  const recognised = (of: { readonly recognised: number | null }): string | null => (of.recognised === null ? null : w.recognised(wholePercent(of.recognised)))
  const place = (value: Place): string =>
    [outlineText(value), w.paragraph(range(value.paragraph, value.lastParagraph)), originalText(value, w), recognised(value.source)]
      .filter((part) => part !== null && part !== '')
      .join(' · ')
  const original = (value: Place): string =>
    [originalAlone(value, w), recognised(value.source)].filter((part) => part !== null).join(' · ')
  return {
    language,
    words: w,
    date,
    jurisdiction,
    place,
    original,
    recognised,
    citation: (report, value) => [report.title, jurisdiction(report), date(report.date), place(value)].join(' · '),
    verdict: (verdict) => w.verdicts[verdict ?? 'unread'],
    kind: (kind) => w.kinds[kind],
    operator: (operator) => w.operators[operator]
  }
}

export const outlineText = ({ outline }: Pick<Place, 'outline'>): string => outline.join(' › ')

/** `83–89`, or `83` where both ends are one. */
export const range = (first: number, last: number): string => (first === last ? String(first) : `${first}–${last}`)

/**
 * A paper is cited by page, a text file by line. Where the format keeps paragraphs, the paragraph of the
 * report says it already: its line is one that nobody sees.
 */
function originalText({ source }: Place, w: Words): string {
  if (source.page !== null) return pagesText(source, w, source.page)
  return source.unit === 'paragraph' ? '' : w.lines(range(source.line, source.lastLine))
}

function originalAlone({ source, paragraph, lastParagraph }: Place, w: Words): string {
  if (source.page !== null) return pagesText(source, w, source.page)
  return source.unit === 'paragraph' ? w.paragraph(range(paragraph, lastParagraph)) : range(source.line, source.lastLine)
}

const pagesText = ({ lastPage }: Place['source'], w: Words, page: number): string => w.pages(range(page, lastPage ?? page))

/** Whether the year was taken from elsewhere than the report's own words. */
const isYearInferred = ({ iso, yearBasis }: ReportDate): boolean =>
  iso !== null && (yearBasis === 'sibling' || yearBasis === 'period' || yearBasis === 'file-name' || yearBasis === 'folder')

/** Of several reports the one that was read least surely. */
export const leastRecognised = ({ members }: Column): Pick<ColumnReport, 'recognised'> => ({
  recognised: members.reduce<number | null>((least, { recognised }) => (recognised === null ? least : Math.min(least ?? 1, recognised)), null)
})

/** Short names that tell the columns apart: the province, year or region; where that is not enough the date too, then the title. */
export function columnNames(columns: readonly Column[], labels: Labels): string[] {
  const place = columns.map((column) => groupName(column, labels) ?? placeName(column, labels))
  const dated = place.map((name, i) => (isRepeated(place, name) ? `${name} ${labels.date(columns[i]!.date)}` : name))
  const titled = dated.map((name, i) => (isRepeated(dated, name) ? `${name} ${columns[i]!.title}` : name))
  return titled.map((name, i) => (isRepeated(titled, name) ? `${name} (${i + 1})` : name))
}

/** A year with its word, a region by its name in the language; null for every other column. */
function groupName({ by, id, title }: Column, { words: w, language }: Labels): string | null {
  if (by === 'year') return w.year(title)
  return by === 'region' ? (regions.find((region) => `region:${region.id}` === id)?.name[language] ?? title) : null
}

function placeName({ members, title, province }: Column, labels: Labels): string {
  if (members.length > 1) return title
  return province === null && members[0]?.jurisdiction === null ? title : labels.jurisdiction(members[0]!)
}

const isRepeated = (names: readonly string[], name: string): boolean => names.indexOf(name) !== names.lastIndexOf(name)
