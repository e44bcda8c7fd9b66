import type { DoubtReason, ReadPart, Unweighed, Weighed } from './doubt.ts'
import type { JurisdictionBasis, Official, Report, YearBasis } from './report.ts'

/** How unsure the head of a report is: each field by where it was taken from. */
export function headDoubts(report: Report): Unweighed[] {
  const bounds: Weighed[] = report.confidence < SURE_BOUNDS ? [[{ why: 'bounds-unsure', confidence: report.confidence }, 1 - report.confidence]] : []
  return [
    field('title', report.title?.text ?? null, [...titleReasons(report), ...bounds]),
    field('jurisdiction', report.jurisdiction?.code ?? null, placeReasons(report)),
    field('date', report.date?.iso ?? report.date?.asWritten ?? null, dateReasons(report)),
    field('meeting', report.meeting, meetingReasons(report)),
    field('issuer', report.issuer, lengthReasons(report.issuer, LENGTHS.issuer)),
    officialsDoubt(report.officials)
  ]
}

const SURE_BOUNDS = 0.7

/** What such a thing is usually long, and what an odd length weighs. */
const LENGTHS = {
  title: { least: 5, most: 45, weight: 0.35 },
  meeting: { least: 4, most: 30, weight: 0.35 },
  issuer: { least: 3, most: 30, weight: 0.35 }
} as const

/** What is missing weighs what most reports say of it. */
const MISSING = { title: 0.7, jurisdiction: 0.6, date: 0.6, meeting: 0.1 } as const

const PLACE: Readonly<Record<JurisdictionBasis, number>> = {
  title: 0.02, dateline: 0.08, body: 0.25, officials: 0.3, attribution: 0.15, 'file-name': 0.35, folder: 0.45, sibling: 0.5, field: 0.02, person: 0
}

const YEAR: Readonly<Record<YearBasis, number>> = { text: 0.02, period: 0.35, sibling: 0.5, 'file-name': 0.3, folder: 0.4, field: 0.02, person: 0, none: 0.7 }

function field(part: ReadPart, read: string | null, because: readonly Weighed[]): Unweighed {
  return { key: part, part, span: null, evidence: [], read, because }
}

const missing = (weight: number): Weighed[] => [[{ why: 'not-found' }, weight]]

function lengthReasons(words: string | null, { least, most, weight }: { readonly least: number; readonly most: number; readonly weight: number }): Weighed[] {
  if (words === null || (words.length >= least && words.length <= most)) return []
  return [[{ why: 'odd-length', characters: words.length }, weight]]
}

const titleReasons = ({ title }: Report): Weighed[] => (title === null ? missing(MISSING.title) : lengthReasons(title.text, LENGTHS.title))

function placeReasons({ jurisdiction }: Report): Weighed[] {
  if (jurisdiction === null) return missing(MISSING.jurisdiction)
  const weight = PLACE[jurisdiction.basis]
  return weight < WORTH_SAYING ? [] : [[{ why: 'place-from', basis: jurisdiction.basis }, weight]]
}

/** What weighs less is no reason to be named. */
const WORTH_SAYING = 0.05

function dateReasons({ date }: Report): Weighed[] {
  if (date === null) return missing(MISSING.date)
  const reasons: Weighed[] = YEAR[date.yearBasis] < WORTH_SAYING ? [] : [[{ why: 'year-from', basis: date.yearBasis }, YEAR[date.yearBasis]]]
  if (date.precision !== 'day') reasons.push([{ why: date.precision === 'month' ? 'only-month' : 'only-year' }, COARSE[date.precision]])
  return reasons
}

const COARSE = { month: 0.1, year: 0.2 } as const

function meetingReasons({ meeting }: Report): Weighed[] {
  if (meeting === null) return missing(MISSING.meeting)
  const unlike: DoubtReason = { why: 'unlike-a-meeting' }
  return [...lengthReasons(meeting, LENGTHS.meeting), ...(meeting.includes('会') ? [] : [[unlike, 0.4] as const])]
}

/** All of them are one list, put right together; the surest of them makes no other surer. */
function officialsDoubt(officials: readonly Official[]): Unweighed {
  const read = officials.map(({ name, title }) => (title === null ? name : `${name} ${title}`)).join('\n')
  return { key: 'officials', part: 'officials', span: null, evidence: officials.map(({ span }) => span), read: read === '' ? null : read, because: mergedReasons(officials.flatMap(officialReasons)) }
}

/** The same reason of several officials is one, and weighs as the heaviest does. */
function mergedReasons(reasons: readonly Weighed[]): Weighed[] {
  return [...Map.groupBy(reasons, ([{ why }]) => why).values()].map((same) => same.reduce((heavy, one) => (one[1] > heavy[1] ? one : heavy)))
}

function officialReasons({ name, title }: Official): Weighed[] {
  const because: Weighed[] = []
  if (title === null) because.push([{ why: 'no-office' }, 0.45])
  else if (title.length > LONGEST_OFFICE) because.push([{ why: 'odd-length', characters: title.length }, 0.3])
  if (name.length > LONGEST_NAME && !name.includes('·')) because.push([{ why: 'odd-length', characters: name.length }, 0.4])
  return because
}

const LONGEST_OFFICE = 24
const LONGEST_NAME = 3
