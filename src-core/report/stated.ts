import { findBarePlaces, type Gazetteer } from '../places/gazetteer.ts'
import { asJurisdiction, deepest, NATIONAL } from './divisions.ts'
import { dated, isoOf, writtenDates } from './date.ts'
import { dateInName } from './file-names.ts'
import type { Jurisdiction, ReportDate } from './report.ts'

/**
 * What a file states of a report in fields beside its text (the columns of a sheet). It goes before what
 * was inferred from the text, whoever wrote it knew which report it is of; a cell that cannot be read says nothing.
 */

/** 浙江, 浙江省, 浙江省杭州市, 330000, 33, 全国. */
export function statedJurisdiction(cell: string, gazetteer: Gazetteer): Jurisdiction | null {
  const words = cell.replace(/\s/g, '')
  if (/^(?:全国|国家|中央|中国|0{6})$/.test(words)) return { ...NATIONAL, basis: 'field' }
  const place = /^(?:\d\d){1,3}$/.test(words) ? (gazetteer.byCode.get(words.padEnd(6, '0')) ?? null) : namedPlace(words, gazetteer)
  return place === null ? null : asJurisdiction(place, 'field')
}

function namedPlace(words: string, gazetteer: Gazetteer) {
  const mentions = findBarePlaces(gazetteer, words)
  const provinces = new Set(mentions.filter(({ isAmbiguous }) => !isAmbiguous).map(({ place }) => place.province.code))
  return provinces.size > 1 ? null : deepest(mentions, 0)
}

/**
 * The date of a report of which a cell says `cell` and the text `own`. What the text says is kept where it
 * says more and the cell agrees (2月10日 under 2023; 2023年2月10日 under 2023-02); else the cell's date stands.
 */
export function statedDate(cell: string, own: ReportDate | null): ReportDate | null {
  const stated = readCell(cell.trim())
  if (stated === null) return own
  if (own?.iso?.startsWith(stated.iso!) === true) return own.yearBasis === 'text' ? own : { ...own, yearBasis: 'field' }
  const [written] = own === null ? [] : writtenDates(own.asWritten)
  if (written === undefined || written.year !== null) return stated
  const day = dated(written, Number(stated.iso!.slice(0, 4)), 'field')
  return day.iso?.startsWith(stated.iso!) === true ? day : stated
}

const SEPARATED = /^((?:19|20)\d\d)[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?![\d-])/

/** 2023, 2023年, 2023-02-10, 2023/2/10, 2023年2月10日, 二〇二三年二月十日, 2023.2, 20230210. `iso` is never null. */
function readCell(cell: string): ReportDate | null {
  const written = writtenDates(cell).find(({ year }) => year !== null)
  if (written !== undefined) return dated(written, written.year, 'field')
  const separated = SEPARATED.exec(cell)
  if (separated !== null) {
    const [year, month, day] = [separated[1], separated[2], separated[3]].map((part) => (part === undefined ? null : Number(part)))
    const iso = isoOf({ year: year!, month: month!, day: day! })
    return iso === null ? null : { ...iso, asWritten: separated[0], yearBasis: 'field' }
  }
  const named = dateInName(cell)
  const iso = named === null ? null : isoOf(named)
  return iso === null ? null : { ...iso, asWritten: named!.asWritten, yearBasis: 'field' }
}
