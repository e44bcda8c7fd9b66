import { findPlaces, type Gazetteer, type Place, type PlaceMention } from '../places/gazetteer.ts'
import { deepest } from './divisions.ts'

/**
 * What the name of a file or folder says of a report: 浙江省-2023-民政工作会议.docx, 20230210_湖北.txt, 2023年,
 * 33浙江. A name that says two things (several provinces, 2019-2023) says nothing.
 */

export interface NamedDate {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
  readonly asWritten: string
}

/** A year that stands alone; digits of a hash do not count. */
const YEAR = /(?<![0-9A-Za-z])((?:19|20)\d\d)(?=年|[-_. ]|[^0-9A-Za-z]|[01]\d(?:[0-3]\d)?(?![0-9A-Za-z])|$)/g
const MONTH = '(0[1-9]|1[0-2]|[1-9])'
const DAY = '(0[1-9]|[12]\\d|3[01]|[1-9])'
const FULL = new RegExp(`^\\d{4}(?:(?:年${MONTH}月${DAY}(?:日|(?!\\d)))|([-_. ])${MONTH}\\3${DAY}(?!\\d)|(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?!\\d))`)
const MONTHLY = /^\d{4}(?:年(0?[1-9]|1[0-2])月|[-_. ]?(0[1-9]|1[0-2])(?!\d))/

/** The one date that a name states, to the day, the month or the year. */
export function dateInName(name: string): NamedDate | null {
  const dates = [...name.matchAll(YEAR)].map((match) => dateAt(name, match.index))
  const days = dates.filter(({ day }) => day !== null)
  return theOne(days) ?? (days.length > 0 ? null : theOne(dates))
}

function dateAt(name: string, at: number): NamedDate {
  const rest = name.slice(at)
  const year = Number(rest.slice(0, 4))
  const full = FULL.exec(rest)
  if (full !== null) {
    const [month, day] = [full[1] ?? full[4] ?? full[6], full[2] ?? full[5] ?? full[7]]
    return { year, month: Number(month), day: Number(day), asWritten: full[0] }
  }
  const monthly = MONTHLY.exec(rest)
  if (monthly !== null) return { year, month: Number(monthly[1] ?? monthly[2]), day: null, asWritten: monthly[0] }
  return { year, month: null, day: null, asWritten: rest.slice(0, 4) }
}

/** The date that all of a list agree on, the fullest of them. */
function theOne(dates: readonly NamedDate[]): NamedDate | null {
  const [best] = [...dates].sort((a, b) => Number(b.month !== null) - Number(a.month !== null))
  const agrees = ({ year, month, day }: NamedDate) =>
    year === best!.year && (month === null || month === best!.month) && (day === null || day === best!.day)
  return best !== undefined && dates.every(agrees) ? best : null
}

/** The division that a name states: 浙江, 浙江省, 33浙江, 浙江民政, 浙江杭州, 330000. A school's or a road's name states none. */
export function placeInName(name: string, gazetteer: Gazetteer): Place | null {
  const code = /^\d\d0000(?=$|\.)/.exec(name)?.[0]
  if (code !== undefined) return gazetteer.byCode.get(code) ?? null
  const mentions = findPlaces(gazetteer, name).filter((mention) => !mention.isInName || isOfPress(name, mention))
  const provinces = new Set(mentions.filter(({ isAmbiguous }) => !isAmbiguous).map(({ place }) => place.province.code))
  if (provinces.size > 1) return null
  const sure = mentions.findIndex(({ isAmbiguous }) => !isAmbiguous)
  return deepest(mentions, Math.max(0, sure))
}

/** 浙江日报20230210.txt: a newspaper is of its province. */
const isOfPress = (name: string, { end }: PlaceMention): boolean => /^(?:省|市)?(?:日报|晚报|卫视|电视|新闻网)/.test(name.slice(end))
