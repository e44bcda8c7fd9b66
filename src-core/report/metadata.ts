import type { Gazetteer } from '../places/gazetteer.ts'
import type { Article } from '../source/article.ts'
import { readAttribution, readReporter } from './attribution.ts'
import { dated, readDate, writtenDates } from './date.ts'
import { readDocumentNumber, readIssuer } from './document-number.ts'
import { readJurisdiction } from './jurisdiction.ts'
import { readMeeting, readPlace } from './meeting.ts'
import { readOfficials } from './officials.ts'
import type { Jurisdiction, Official, Report, ReportDate } from './report.ts'

export type Metadata = Pick<
  Report,
  'jurisdiction' | 'date' | 'meeting' | 'place' | 'officials' | 'reporter' | 'attribution' | 'documentNumber' | 'issuer'
>

/**
 * What each article says of itself. What an article does not say may be taken from its siblings of
 * the same source, and is then marked so: a year from a report of nearly the same day; a province
 * only where the text speaks as 全省 and all the siblings are of one province.
 */
export function readMetadata(articles: readonly Article[], fileName: string, gazetteer: Gazetteer): Metadata[] {
  const own = articles.map((article) => readOwn(article, fileName, gazetteer))
  if (own.length < 2) return own
  return own.map((metadata, index) => {
    const siblings = own.filter((_, other) => other !== index)
    return {
      ...metadata,
      date: metadata.date === null ? null : (siblingYear(metadata.date, siblings) ?? metadata.date),
      jurisdiction: metadata.jurisdiction ?? siblingJurisdiction(articles[index]!.text, siblings)
    }
  })
}

/** Longer than any headline; what a damaged file shows as one is not searched further. */
const LONGEST_TITLE = 300

function readOwn(article: Article, fileName: string, gazetteer: Gazetteer): Metadata {
  const { text, furniture } = article
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
