import type { Gazetteer } from '../places/gazetteer.ts'
import type { Article, Stated } from '../source/article.ts'
import { readAttribution, readReporter } from './attribution.ts'
import { dated, readDate, writtenDates } from './date.ts'
import { asJurisdiction } from './divisions.ts'
import { readDocumentNumber, readIssuer } from './document-number.ts'
import { placeInName } from './file-names.ts'
import { provincesNamed, readJurisdiction } from './jurisdiction.ts'
import { readMeeting, readPlace } from './meeting.ts'
import { readOfficials } from './officials.ts'
import type { Jurisdiction, JurisdictionBasis, Official, Report, ReportDate } from './report.ts'
import { statedDate, statedJurisdiction } from './stated.ts'
import { fileNameYear } from './year.ts'

export type Metadata = Pick<
  Report,
  'jurisdiction' | 'date' | 'meeting' | 'place' | 'officials' | 'reporter' | 'attribution' | 'documentNumber' | 'issuer'
>

/** Names under which a source came: its own, and those of the folders it lay in, outermost first. */
export interface SourceNames {
  readonly fileName: string
  readonly folders?: readonly string[]
}

/**
 * What each article says of itself. What an article does not say may be taken from its siblings of
 * the same source, and is then marked so: a year from a report of nearly the same day; a province
 * only where the text speaks as 全省 and all the siblings are of one province. Where text and siblings
 * are silent, the names of file and folders may tell. What the file states of a report in fields
 * beside its text goes before all of that; the rows of a sheet are no siblings.
 */
export function readMetadata(articles: readonly Article[], names: string | SourceNames, gazetteer: Gazetteer): Metadata[] {
  const { fileName, folders = [] } = typeof names === 'string' ? { fileName: names } : names
  const own = articles.map((article) => readOwn(article, fileName, gazetteer))
  return own.map((metadata, index) => {
    const article = articles[index]!
    const siblings = article.stated === undefined ? own.filter((_, other) => other !== index) : []
    const date = metadata.date === null ? null : (siblingYear(metadata.date, siblings) ?? metadata.date)
    const jurisdiction = metadata.jurisdiction ?? siblingJurisdiction(article.text, siblings)
    const read: Metadata = {
      ...metadata,
      date: folderYear(date, folders),
      jurisdiction: jurisdiction ?? namedJurisdiction(article, { fileName, folders }, gazetteer)
    }
    return article.stated === undefined ? read : { ...read, ...readStated(article.stated, read, gazetteer) }
  })
}

function readStated({ province, date }: Stated, read: Metadata, gazetteer: Gazetteer): Pick<Metadata, 'date' | 'jurisdiction'> {
  return {
    date: date === null ? read.date : statedDate(date, read.date),
    jurisdiction: (province === null ? null : statedJurisdiction(province, gazetteer)) ?? read.jurisdiction
  }
}

/** The year of the innermost folder that names one, for a date without a year and for a text without a date. */
function folderYear(date: ReportDate | null, folders: readonly string[]): ReportDate | null {
  if (folders.length === 0 || (date !== null && date.iso !== null)) return date
  const year = folders.map(fileNameYear).findLast((named) => named !== null) ?? null
  if (year === null) return date
  const [written] = date === null ? [] : writtenDates(date.asWritten)
  if (written !== undefined) return dated(written, year, 'folder')
  return { iso: String(year), precision: 'year', asWritten: date?.asWritten ?? String(year), yearBasis: 'folder' }
}

/** The division that the file's name states, else the innermost folder that states one, unless the text names others only. */
function namedJurisdiction({ title, text }: Article, { fileName, folders = [] }: SourceNames, gazetteer: Gazetteer): Jurisdiction | null {
  if (fileName === '' && folders.length === 0) return null
  const names: [string, JurisdictionBasis][] = [[fileName, 'file-name'], ...folders.map((folder): [string, JurisdictionBasis] => [folder, 'folder']).reverse()]
  for (const [name, basis] of names) {
    const place = placeInName(name, gazetteer)
    if (place === null) continue
    const provinces = provincesNamed(`${(title?.text ?? '').slice(0, LONGEST_TITLE)}\n${text}`, gazetteer)
    return provinces.size === 0 || provinces.has(place.province.code) ? asJurisdiction(place, basis) : null
  }
  return null
}

/** Longer than any headline; what a damaged file shows as one is not searched further. */
const LONGEST_TITLE = 300

function readOwn(article: Article, fileName: string, gazetteer: Gazetteer): Metadata {
  const { furniture } = article
  // Footnotes close the text: what stands at its end stands before them.
  const text = article.notesStart === undefined ? article.text : article.text.slice(0, article.notesStart).trimEnd()
  const title = (article.title?.text ?? '').slice(0, LONGEST_TITLE)
  const around = furniture.filter(({ kind }) => kind === 'kicker' || kind === 'running-head' || kind === 'publication-date').map((piece) => piece.text)
  const publication = furniture.filter(({ kind }) => kind === 'publication-date').map((piece) => piece.text)
  const attribution = readAttribution(furniture, text)
  const isDelivered = isWorkReport(title, text)
  const officials = isDelivered ? speaker(text) : readOfficials(text)
  const officialTitles = officials.flatMap(titleSpan)
  const documentNumber = readDocumentNumber(furniture, text)
  const jurisdiction = readJurisdiction({ title, text, around, attribution, documentNumber, fileName, officialTitles }, gazetteer)
  return {
    jurisdiction,
    date: readDate({ title, text, around, publication, fileName, isWorkReport: isDelivered }),
    meeting: readMeeting(title, text, around),
    place: readPlace(title, text, gazetteer),
    officials,
    reporter: readReporter(furniture, text),
    attribution,
    documentNumber,
    issuer: readIssuer(title, text, { documentNumber, jurisdiction })
  }
}

function titleSpan(official: Official) {
  return official.title === null ? [] : [{ start: official.span.start - official.title.length, end: official.span.start }]
}

/** Delivered to a congress: 我代表省人民政府，向大会报告工作. News of the congress and of drafts only name it. */
function isWorkReport(title: string, text: string): boolean {
  return /(?<!作)政府工作报告(?:$|[（(—\-·\s]|[（(]?(?:摘要|摘登|全文|节选))/.test(title) || /我(?:谨|现在)?代表[^，。]{2,24}[，,]?(?:向大会|向各位代表)/.test(text.slice(0, 600)) || /各位代表[：:！!]/.test(text.slice(0, 300))
}

/** Of a work report, who delivers it: the persons named before the address 各位代表. */
function speaker(text: string): readonly Official[] {
  const address = text.slice(0, 1500).search(/各位代表|各位委员/)
  const head = onOneLine(address > 0 ? text.slice(0, address) : text.slice(0, 300))
  const read = readOfficials(head).slice(0, 1)
  return read.length > 0 ? read : signedHead(head)
}

/** A line of office and name alone, where the name is one that running text would not show to be a name. */
function signedHead(head: string): readonly Official[] {
  const line = /(?:^|[\n）)])([\u3400-\u9fff]{0,20}(?:省长|市长|主席|州长|盟长|县长|区长|旗长|专员|总理))[ 　]*([\u3400-\u9fff·]{2,12})(?=[\s　]*(?:\n|$))/.exec(head)
  if (line === null) return []
  const [whole, title, name] = [line[0], line[1]!, line[2]!]
  const end = line.index + whole.length
  return [{ name, title, span: { start: end - name.length, end } }]
}

/** The name often stands on a line of its own below the office; a break becomes a blank, so that positions stay. */
const onOneLine = (lines: string): string => lines.replace(/(?<=[长席理任])\n(?=[\u3400-\u9fff·]{2,8}(?:\n|$))/g, '　')

/** Reports of one page are of nearly one day: two months apart at most. */
function siblingYear(date: ReportDate, siblings: readonly Metadata[]): ReportDate | null {
  const [written] = date.iso === null ? writtenDates(date.asWritten) : []
  if (written === undefined || written.month === null) return null
  const years = siblings
    .map((sibling) => sibling.date?.iso ?? null)
    .filter((iso) => iso !== null && iso.length === 10 && Math.abs(Number(iso.slice(5, 7)) - written.month!) <= 2)
    .map((iso) => Number(iso!.slice(0, 4)))
  const [year] = years
  return year !== undefined && years.every((other) => other === year) ? dated(written, year, 'sibling') : null
}

function siblingJurisdiction(text: string, siblings: readonly Metadata[]): Jurisdiction | null {
  if (!/全省|我省|省民政厅|全自治区|自治区民政厅/.test(text)) return null
  const [first] = siblings
  const province = first?.jurisdiction?.province ?? null
  if (province === null || !siblings.every((sibling) => sibling.jurisdiction?.province?.code === province.code)) return null
  return { ...province, level: 'province', province, basis: 'sibling' }
}
