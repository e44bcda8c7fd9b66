import type { LineRole } from '#core/source/source.ts'
import type { Segment } from './segments.ts'
import { boxOf } from './words.ts'

/** Heads and feet of pages, and what each is. */
export type Margins = ReadonlyMap<Segment, LineRole>

/** What is printed on one page, with its height. */
export interface PageOfSegments {
  readonly height: number
  readonly segments: readonly Segment[]
  /** Rules along the lines of the page as it is printed, by their height on it. */
  readonly rulesAt: readonly number[]
}

interface Row {
  readonly middle: number
  readonly segments: Segment[]
}

interface Found {
  readonly page: number
  readonly middle: number
  readonly number: number | null
}

/** Shares of the height of the page: how far in heads and feet stand, and how exactly they come back. */
const DEPTH = 0.14
const EDGE = 0.07
const SAME_PLACE = 0.015
const MOST_ROWS = 3
const LONGEST = 80

const PAGE_NUMBER = /^(?:[-—–－·•\s]*#[-—–－·•\s]*|第#页(?:[,，/／]?共#页)?|#[/／]#|[Pp]age#(?:of#)?)$/
const URL = /^(?:https?:\/\/|www\.)\S+$/i
const PRINTED_ON = /^\d{4}[/.-]\d{1,2}[/.-]\d{1,2}[,，]?(?:[上下]午)?\d{1,2}:\d{2}/

/**
 * Running heads and feet: what comes back at the same place on several pages, numbers counted as
 * alike, and the address, date and page number that browsers print in the margins. Only what has
 * nothing but such lines outside of it.
 */
export function marginsOf(pages: readonly PageOfSegments[]): Margins {
  const edges = pages.map(({ segments, height }) => ({ top: edgeRows(segments, height, 'top'), bottom: edgeRows(segments, height, 'bottom') }))
  const seen = new Map<string, Found[]>()
  edges.forEach(({ top, bottom }, page) => {
    for (const row of [...top, ...bottom]) {
      for (const segment of row.segments) {
        const form = formOf(segment)
        const found = seen.get(form) ?? []
        seen.set(form, found)
        found.push({ page, middle: row.middle / pages[page]!.height, number: numberOf(segment) })
      }
    }
  })
  const margins = new Map<Segment, LineRole>()
  edges.forEach(({ top, bottom }, page) => {
    const { height } = pages[page]!
    if (top[0] !== undefined && isMasthead(top[0], pages[page]!)) for (const segment of top.shift()!.segments) margins.set(segment, isBareNumber(segment) ? 'page-number' : 'header')
    markInwards(top, { role: 'header', margins, roleOf: (segment, row) => marginRole(segment, row, { seen, page, height, pages: pages.length }) })
    markInwards(bottom, { role: 'footer', margins, roleOf: (segment, row) => marginRole(segment, row, { seen, page, height, pages: pages.length }) })
  })
  return margins
}

const ISSUE = [/\d{4}年\d{1,2}月\d{1,2}日/, /星期[一二三四五六日天]/, /第?[A-Z]?[\d一二三四五六七八九十]{1,3}版|第\d+期/]

const isBareNumber = (segment: Segment): boolean => /^[A-Z]?\d{1,3}$/.test(textOf(segment))

/** The top line of a newspaper page: name of the page, date, number, set apart in one row over a rule, or at least two of the latter. */
function isMasthead({ segments, middle }: Row, { rulesAt, height }: PageOfSegments): boolean {
  if (segments.length < 2 || middle > EDGE * height || segments.some((segment) => segment.characters > LONGEST / 2)) return false
  const told = ISSUE.filter((form) => segments.some((segment) => form.test(textOf(segment)))).length + (segments.some(isBareNumber) ? 1 : 0)
  const { size } = segments[0]!
  return told >= 2 || (told === 1 && rulesAt.some((rule) => rule > middle && rule < middle + 2.5 * size))
}

/** The outermost rows of a page, from its edge inwards. */
function edgeRows(segments: readonly Segment[], height: number, side: 'top' | 'bottom'): Row[] {
  const isNear = (middle: number) => (side === 'top' ? middle < DEPTH * height : middle > (1 - DEPTH) * height)
  const near = segments.map((segment) => ({ segment, middle: heightOf(segment) })).filter(({ middle }) => isNear(middle))
  near.sort((a, b) => (side === 'top' ? a.middle - b.middle : b.middle - a.middle))
  const rows: Row[] = []
  for (const { segment, middle } of near) {
    const row = rows.at(-1)
    if (row !== undefined && Math.abs(row.middle - middle) <= 0.5 * segment.size) row.segments.push(segment)
    else if (rows.length === MOST_ROWS) break
    else rows.push({ middle, segments: [segment] })
  }
  return rows
}

/** Of its middle on the page as it is printed. */
function heightOf({ words }: Segment): number {
  const word = words[0]!
  const box = boxOf(word.run, word.from, word.from + word.text.length)
  return box.y + box.height / 2
}

const textOf = (segment: Segment): string => segment.words.map((word) => word.text).join('')

/** Its words with all numbers alike. */
function formOf(segment: Segment): string {
  return segment.characters > LONGEST ? '' : textOf(segment).replace(/[0-9０-９]+/g, '#')
}

function numberOf(segment: Segment): number | null {
  const digits = segment.characters > LONGEST ? null : /\d{1,6}/.exec(textOf(segment).normalize('NFKC'))
  return digits === null ? null : Number(digits[0])
}

interface Seen {
  readonly seen: ReadonlyMap<string, readonly Found[]>
  readonly page: number
  readonly height: number
  readonly pages: number
}

type MarginRole = 'page-number' | 'running' | null

function marginRole(segment: Segment, row: Row, { seen, page, height, pages }: Seen): MarginRole {
  const form = formOf(segment)
  if (form === '') return null
  const middle = row.middle / height
  const alike = seen.get(form)!.filter((found) => Math.abs(found.middle - middle) <= SAME_PLACE)
  const others = new Set(alike.map((found) => found.page)).size
  const isNumber = PAGE_NUMBER.test(form)
  if (isNumber && form !== '#' && (middle < EDGE || middle > 1 - EDGE)) return 'page-number'
  if (isNumber && alike.some((found) => found.page !== page && found.number! - numberOf(segment)! === found.page - page)) return 'page-number'
  const text = textOf(segment)
  if ((middle < EDGE || middle > 1 - EDGE) && (URL.test(text) || PRINTED_ON.test(text))) return 'running'
  if (isNumber) return null
  return others >= (pages <= 4 ? 2 : 3) ? 'running' : null
}

interface Marking {
  readonly role: 'header' | 'footer'
  readonly margins: Map<Segment, LineRole>
  readonly roleOf: (segment: Segment, row: Row) => MarginRole
}

/** Stops at the first row that does not belong to the margin; a short line beside one that does belongs to it too. */
function markInwards(rows: readonly Row[], { role, margins, roleOf }: Marking): void {
  for (const row of rows) {
    const roles = row.segments.map((segment) => roleOf(segment, row))
    if (roles.every((each) => each === null)) return
    row.segments.forEach((segment, n) => margins.set(segment, roles[n] === 'page-number' ? 'page-number' : role))
  }
}
