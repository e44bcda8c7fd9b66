import type { Span } from '../text/span.ts'
import { formsOf } from './short-forms.ts'

/**
 * The divisions of GB/T 2260 and where a text names them. A code has six digits: two for the
 * province, two for the prefecture, two for the county; what a level does not have is 00.
 */

export interface DivisionName {
  readonly code: string
  readonly name: string
  /** A name or code no longer in use: gives way to a current one of the same name and province. */
  readonly isFormer?: boolean
}

export type PlaceLevel = 'province' | 'prefecture' | 'county'

export interface Place extends DivisionName {
  readonly level: PlaceLevel
  /** The provincial unit that holds it; itself for a province. */
  readonly province: DivisionName
}

export interface PlaceMention extends Span {
  /** The likeliest division: the one that its neighbours in the text hold, else the highest and first. */
  readonly place: Place
  /** Every division that bears this name, the likeliest first. */
  readonly candidates: readonly Place[]
  /** 浙江 for 浙江省. */
  readonly isShort: boolean
  /** Several divisions bear the name and nothing in the text says which (朝阳区). */
  readonly isAmbiguous: boolean
  /** Part of another name: 四川大学, 西藏医院, 北京路. It says little of where the report belongs. */
  readonly isInName: boolean
}

/** One of the divisions that bear a name. */
interface Bearer {
  readonly place: Place
  readonly isShort: boolean
  readonly needsParent: boolean
  readonly isFormer: boolean
}

/** An index over all forms of all names. */
export interface Gazetteer {
  readonly provinces: readonly Place[]
  readonly byCode: ReadonlyMap<string, Place>
  readonly bearers: ReadonlyMap<string, readonly Bearer[]>
  /** At `pairSlot` of a pair of code units, the length of the longest name that begins with it: 0 nearly everywhere. */
  readonly longest: Uint8Array
}

/** Lines of the code table that stand for a level without a division: 市辖区, 省直辖县级行政区划. */
const isPlaceholder = (name: string): boolean => name.length < 2 || name.endsWith('市辖区') || name.includes('直辖')

/**
 * @param divisions codes and names, current ones first; a code that comes again with another name
 * is an older name of the same place and is found under the current one.
 */
export function buildGazetteer(divisions: readonly DivisionName[]): Gazetteer {
  const provinceOf = new Map<string, DivisionName>()
  for (const { code, name } of divisions) {
    const key = code.slice(0, 2)
    if (code.endsWith('0000') && !provinceOf.has(key)) provinceOf.set(key, { code, name })
  }
  const byCode = new Map<string, Place>()
  const bearers = new Map<string, Bearer[]>()
  const longest = new Uint8Array(SLOTS)
  for (const { code, name, isFormer } of divisions) {
    const province = provinceOf.get(code.slice(0, 2))
    const level = levelOf(code)
    if (province === undefined || isPlaceholder(name)) continue
    // Municipalities occur again as their own prefecture (110100 北京市).
    if (level === 2 && name === province.name) continue
    const place = byCode.get(code) ?? { code, name, level: LEVELS[level], province }
    byCode.set(code, place)
    for (const form of formsOf(name, level)) {
      const slot = pairSlot(form.text, 0)
      longest[slot] = Math.max(longest[slot]!, form.text.length)
      addBearer(bearers, form.text, { place, isShort: form.isShort, needsParent: form.needsParent, isFormer: isFormer === true })
    }
  }
  const provinces = [...byCode.values()].filter((place) => place.level === 'province')
  return { provinces, byCode, bearers, longest }
}

/** Enough that two positions in a hundred of ordinary text share a slot with a name. */
const SLOTS = 0x40000

const pairSlot = (text: string, at: number): number => (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & (SLOTS - 1)

const LEVELS = { 1: 'province', 2: 'prefecture', 3: 'county' } as const

function levelOf(code: string): 1 | 2 | 3 {
  if (code.endsWith('0000')) return 1
  return code.endsWith('00') ? 2 : 3
}

function addBearer(bearers: Map<string, Bearer[]>, text: string, bearer: Bearer): void {
  const known = bearers.get(text)
  const isSuperseded = (other: Bearer) =>
    other.place === bearer.place || (bearer.isFormer && other.place.province.code === bearer.place.province.code)
  if (known === undefined) bearers.set(text, [bearer])
  else if (!known.some(isSuperseded)) known.push(bearer)
}

/** True when `inner` lies in `outer` (a division lies in itself). */
export function isWithin(inner: DivisionName, outer: DivisionName): boolean {
  if (outer.code.endsWith('0000')) return inner.code.slice(0, 2) === outer.code.slice(0, 2)
  if (outer.code.endsWith('00')) return inner.code.slice(0, 4) === outer.code.slice(0, 4)
  return inner.code === outer.code
}

/**
 * Every place a text names, in order, longest name first at each position: 辽宁夏日 is 辽宁 (not
 * 宁夏), 海南州 is not 海南. Names that many places bear are settled by the place just before them,
 * then by what else the text names.
 */
export function findPlaces(gazetteer: Gazetteer, text: string): PlaceMention[] {
  return find(gazetteer, text, false)
}

/**
 * The same, and also short forms that are ordinary words or that mean something only beside their
 * province (德清, 大同, 兵团). For headlines, where the caller looks at what stands around them.
 */
export function findBarePlaces(gazetteer: Gazetteer, text: string): PlaceMention[] {
  return find(gazetteer, text, true)
}

function find(gazetteer: Gazetteer, text: string, takesBare: boolean): PlaceMention[] {
  const found: Draft[] = []
  for (let i = 0; i < text.length; ) {
    if (gazetteer.longest[pairSlot(text, i)] === 0) {
      i++
      continue
    }
    const match = longestAt(gazetteer, text, i)
    const draft = match === null ? null : draftMention(match, i, { text, found, takesBare })
    if (draft === null) {
      i++
    } else {
      found.push(draft)
      i = draft.end
    }
  }
  return found.map((draft) => settle(draft, found))
}

interface Draft extends Span {
  readonly candidates: readonly Place[]
  readonly isShort: boolean
  readonly isInName: boolean
  /** Only one division bears the name, or the neighbour before it holds only one. */
  readonly isSettled: boolean
}

interface Match {
  readonly end: number
  readonly bearers: readonly Bearer[]
}

function longestAt({ bearers, longest }: Gazetteer, text: string, start: number): Match | null {
  for (let length = Math.min(longest[pairSlot(text, start)]!, text.length - start); length >= 2; length--) {
    const found = bearers.get(text.slice(start, start + length))
    if (found !== undefined) return { end: start + length, bearers: found }
  }
  return null
}

function draftMention(match: Match, start: number, context: { text: string; found: readonly Draft[]; takesBare: boolean }): Draft | null {
  const before = context.found.at(-1)
  const parents = before !== undefined && isJoined(context.text, before.end, start) ? before.candidates : []
  const isHeld = ({ place }: { place: Place }) =>
    parents.some((parent) => parent !== place && parent.level !== place.level && isWithin(place, parent))
  const held = match.bearers.filter(isHeld)
  const usable = held.length > 0 ? held : match.bearers.filter((entry) => context.takesBare || !entry.needsParent)
  if (usable.length === 0) return null
  const isShort = usable.every((entry) => entry.isShort)
  if (isShort && held.length === 0 && isCutFromWord(context.text, start, match.end)) return null
  const candidates = byHeight(usable.map((entry) => entry.place))
  const isInName = isShortName(usable) && IN_NAME.test(context.text.slice(match.end, match.end + 5))
  const isSettled = candidates.length === 1 || candidates[0]!.level !== candidates[1]!.level || held.length === 1
  return { start, end: match.end, candidates, isShort, isInName, isSettled }
}

/** 浙江省杭州市, 吉林省吉林市, 湖北（武汉）, 广东·广州: nothing but a mark stands between. */
function isJoined(text: string, end: number, start: number): boolean {
  return start === end || (start === end + 1 && '·（(　 —-'.includes(text.charAt(end)))
}

function isShortName(entries: readonly Bearer[]): boolean {
  return entries.some((entry) => entry.isShort || entry.place.level !== 'county')
}

const IN_NAME =
  /^(?:省|市)?(?:大学|学院|师范|理工|财经|医科|中医药|交通大|工业大|科技大|农业大|民族大|.{0,2}医院|银行|股份|有限|日报|晚报|卫视|电视|新闻网|路|大街|大厦|饭店|宾馆|话|菜|虎|玉|时间|合作组织|证券|冬奥|亚运|世博|大运会|协定|茅台)/

/** 境内江河, 长白山区: a city's two characters cut out of a longer word. */
function isCutFromWord(text: string, start: number, end: number): boolean {
  return end - start === 2 && WORD_CLASHES.has(text.slice(start - 1, end))
}

const WORD_CLASHES: ReadonlySet<string> = new Set(['境内江', '省内江', '国内江', '市内江', '长白山', '远大连', '重大连', '新增城'])

function byHeight(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) => LEVEL_ORDER[a.level] - LEVEL_ORDER[b.level])
}

const LEVEL_ORDER: Record<PlaceLevel, number> = { province: 0, prefecture: 1, county: 2 }

function settle(draft: Draft, all: readonly Draft[]): PlaceMention {
  const { start, end, candidates, isShort, isInName } = draft
  const mention = (place: Place, isAmbiguous: boolean): PlaceMention => ({
    start, end, place, isShort, isInName, isAmbiguous,
    candidates: [place, ...candidates.filter((other) => other !== place)]
  })
  if (draft.isSettled) return mention(candidates[0]!, false)
  const top = candidates.filter((place) => place.level === candidates[0]!.level)
  const held = top.filter((place) =>
    all.some((other) => other !== draft && other.isSettled && !other.isInName && other.candidates[0]!.level !== place.level && isWithin(place, other.candidates[0]!))
  )
  return held.length === 1 ? mention(held[0]!, false) : mention(candidates[0]!, true)
}
