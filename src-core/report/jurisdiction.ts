import { findBarePlaces, findPlaces, type Gazetteer, type Place, type PlaceMention } from '../places/gazetteer.ts'
import { asJurisdiction, deepest, NATIONAL, provincePlace } from './divisions.ts'
import { placeInName } from './file-names.ts'
import type { Jurisdiction, JurisdictionBasis } from './report.ts'

/** Where a report may say whose it is. */
export interface JurisdictionEvidence {
  readonly title: string
  readonly text: string
  /** Lines around the text (subtitle of a work report). */
  readonly around: readonly string[]
  /** 据浙江省民政厅, 来源：湖北日报. */
  readonly attribution: string | null
  readonly fileName: string
  /** 发文字号: 苏民助〔2024〕5号 begins with the province's character. */
  readonly documentNumber?: string | null
  /** Stretches of `text` that are titles of officials. */
  readonly officialTitles: readonly { readonly start: number; readonly end: number }[]
}

/**
 * The division that speaks in a report: the one its headline names, else the one whose meeting or
 * organ the lead names, else the one the body is about. A text of several provinces goes to the one
 * that speaks (我省, 省民政厅) or to none. A place where something is only held, or a name inside
 * another name (四川大学), decides nothing by itself.
 */
export function readJurisdiction(evidence: JurisdictionEvidence, gazetteer: Gazetteer): Jurisdiction | null {
  const body = evidence.text.slice(0, BODY)
  const reading: Zones = {
    title: zone(evidence.title, gazetteer),
    body: zone(body, gazetteer),
    scope: scopeOf(`${evidence.title}\n${body}`)
  }
  const delivered = [evidence.title, ...evidence.around, body.slice(0, 600)].map((part) => deliveredBefore(part, gazetteer)).find((found) => found !== null)
  if (delivered !== undefined && delivered !== null) return delivered
  const decided = byTitle(reading) ?? byLead(reading, evidence, gazetteer) ?? byBody(reading, evidence, gazetteer)
  if (decided === 'none') return null
  return decided ?? byBareName(evidence, gazetteer) ?? byDocumentNumber(evidence, gazetteer) ?? bySource(evidence, gazetteer)
}

const BODY = 4000

/** Codes of the provinces that a text names, or names a place of. */
export const provincesNamed = (text: string, gazetteer: Gazetteer): ReadonlySet<string> =>
  new Set(findPlaces(gazetteer, text.slice(0, BODY)).filter((mention) => !mention.isInName && !mention.isAmbiguous).map(({ place }) => place.province.code))

interface Zone {
  readonly text: string
  readonly mentions: readonly PlaceMention[]
}

interface Zones {
  readonly title: Zone
  readonly body: Zone
  readonly scope: Scope
}

function zone(text: string, gazetteer: Gazetteer): Zone {
  return { text, mentions: findPlaces(gazetteer, text) }
}

/** How often the text speaks as a province (全省, 省民政厅), as a city, as a county, or for the nation. */
interface Scope {
  readonly province: number
  readonly city: number
  readonly county: number
  readonly nation: number
  /** 我市, where no 我县 or 我区 speaks. */
  readonly ourCity: number
}

function scopeOf(text: string): Scope {
  const scope = { province: 0, city: 0, county: 0, nation: 0, ourCity: /我市|本市/.test(text) && !/我[县区旗]|本[县区旗]/.test(text) ? 1 : 0 }
  for (const match of text.matchAll(SCOPE)) {
    if (match[1] !== undefined) scope.province++
    else if (match[2] !== undefined) scope.city++
    else if (match[3] !== undefined) scope.county++
    else scope.nation++
  }
  return scope
}

const SCOPE =
  /(全省|我省|本省|全自治区|(?<![\u4e00-\u9fff])省(?:委|政府|人大|政协|民政厅|直|人民政府)|[，、。和由经在按]省(?:委|政府|人大|政协|民政厅|直)|自治区(?:党委|政府|人民政府|民政厅|主席))|(全市|我市|本市|全州|我州|全盟|[，、。和由经在按\n]市(?:委|政府|民政局|人大|政协))|(全县|我县|本县|全旗|我旗|[，、。和由经在按\n]县(?:委|政府|民政局|人大|政协))|(民政部(?!门)|国务院|全国|我国|中共中央|党中央)/g

const NATIONAL_ORGAN =
  /民政部(?!门)|国务院|全国(?!首|第一|前列|人大代表|劳动模范|示范|先进|文明)|中办|国办|国家(?!级|示范|卫生|森林|园林)[\u4e00-\u9fff]{2,}(?:部|委|局|署)|我国|中央(?!财政|预算|厨房|企业|红军|公园|广场|苏区)[\u4e00-\u9fff]{0,8}(?:部|委|办|组|会议)|教育部|财政部|中国残疾人联合会|中国老龄协会|中国福利彩票|中国红十字会|中华慈善总会|住房城乡建设部|人力资源社会保障部|退役军人事务部|农业农村部|公安部|司法部|应急管理部|中国残联|最高人民|最高检|最高法|国新办|市场监管总局|税务总局|体育总局|全国人大|全国政协|全国妇联|中华全国/

/** ——…在安徽省第十四届人民代表大会第四次会议上: the congress says whose report it is. */
function deliveredBefore(text: string, gazetteer: Gazetteer): Jurisdiction | null {
  if (/我(?:谨)?代表国务院/.test(text)) return { ...NATIONAL, basis: 'body' }
  const congress = /日在([^。\n]{0,40}?)人民代表大会/.exec(text)?.[1]
  if (congress === undefined) return null
  if (congress.includes('全国')) return { ...NATIONAL, basis: 'dateline' }
  const place = deepest(zone(congress, gazetteer).mentions, 0)
  return place === null ? null : asJurisdiction(place, 'dateline')
}

function byTitle({ title, body, scope }: Zones): Jurisdiction | 'none' | null {
  const named = title.mentions.filter((mention) => !mention.isInName || isOrganName(title.text, mention))
  const speaking = speakers(title.text, named)
  const organ = NATIONAL_ORGAN.exec(title.text)
  const [first] = speaking
  if (organ !== null && (first === undefined || organ.index < first.start) && !speaksBelow(title.text, organ.index)) return { ...NATIONAL, basis: 'title' }
  if (first === undefined) {
    const venue = nationalLead(body) ? undefined : named.find((mention) => isVenue(title.text, mention))
    return venue === undefined ? null : asJurisdiction(raised(venue, title.text, scope), 'title')
  }
  const provinces = new Set(speaking.map((mention) => mention.place.province.code))
  if (provinces.size >= 3 || (provinces.size === 2 && isListed(title.text, speaking))) return spokesman(body, scope) ?? 'none'
  const place = deepest(speaking, 0)
  return place === null ? null : asJurisdiction(place, 'title')
}

/** 省民政厅转发民政部通知; 全国表彰，我省多人上榜: a province or city speaks, though it is not named. */
const speaksBelow = (title: string, organAt: number): boolean =>
  /我[省市县区州]/.test(title) || /(?:省|市|县|区|州)(?:委|政府|民政|人大|政协|长|领导)|全[省市县区州]/.test(title.slice(0, organAt))

/** A headline that names only the venue leaves it to the lead who held it: 民政部在浙江召开…. */
function nationalLead(body: Zone): boolean {
  const organ = NATIONAL_ORGAN.exec(body.text.slice(0, leadEnd(body.text)))
  const [first] = body.mentions
  return organ !== null && acts(body.text, organ) && (first === undefined || organ.index < first.start)
}

/** 苏州、无锡 or 江苏、浙江: on one footing, so that none of them speaks alone. */
function isListed(text: string, mentions: readonly PlaceMention[]): boolean {
  return mentions.some((mention, i) => {
    const next = mentions[i + 1]
    return next !== undefined && next.place.province.code !== mention.place.province.code && /^[省市区]?[、和与及]?$/.test(text.slice(mention.end, next.start))
  })
}

/** Mentions that are no venue and not cited; in a list (在辽宁、安徽、青海) the first decides for all. */
function speakers(text: string, mentions: readonly PlaceMention[]): PlaceMention[] {
  const found: PlaceMention[] = []
  let [end, isSilent] = [-1, false]
  for (const mention of mentions) {
    const continues = end >= 0 && /^[、和与及]?$/.test(text.slice(end, mention.start))
    if (!continues || !isSilent) isSilent = isVenue(text, mention) || isCited(text, mention)
    if (!isSilent) found.push(mention)
    end = mention.end
  }
  return found
}

/** 在杭州召开, 赴浙江调研: where it happens, not whose it is. */
function isVenue(text: string, mention: PlaceMention): boolean {
  return /(?:在|赴|到|来|于|走进|抵达)$/.test(text.slice(Math.max(0, mention.start - 2), mention.start)) || isDateline(text, mention)
}

/** 新华社武汉2月8日电: where the report was filed. */
function isDateline(text: string, mention: PlaceMention): boolean {
  return mention.start < 12 && /^(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日(?:电|讯)/.test(text.slice(mention.end, mention.end + 8))
}

const isOrganName = (text: string, mention: PlaceMention): boolean => /^[省市]?(?:民政|发展|人力|卫生)/.test(text.slice(mention.end, mention.end + 4))

/** 全省…座谈会在杭州召开 is the province's, though only the city is named. */
function raised(mention: PlaceMention, text: string, scope: Scope): Place {
  const { place } = mention
  const isProvincial = /全省|全自治区|自治区首府|自治区(?:党委|政府|人民政府|民政厅)|省民政厅|省委|省政府/.test(text) || (scope.province >= 2 && scope.province > scope.city)
  return place.level !== 'province' && isProvincial ? provincePlace(place) : place
}

function byLead({ body, scope }: Zones, evidence: JurisdictionEvidence, gazetteer: Gazetteer): Jurisdiction | null {
  const end = leadEnd(body.text)
  const lead = body.mentions.filter((mention) => mention.start < end && (!mention.isInName || isOrganName(body.text, mention)) && !mention.isAmbiguous)
  const speaking = speakers(body.text, lead)
  const organ = NATIONAL_ORGAN.exec(body.text.slice(0, end))
  const [first] = speaking
  const provinces = new Set(body.mentions.map((mention) => mention.place.province.code))
  if (organ !== null && acts(body.text, organ) && (first === undefined || organ.index < first.start)) {
    return provinces.size <= 2 && speaksLocally(scope) ? null : { ...NATIONAL, basis: 'body' }
  }
  if (first === undefined) {
    const venue = lead.find((mention) => holdsEvent(body.text, mention))
    return venue === undefined || provinces.size > 2 ? null : asJurisdiction(raised(venue, body.text.slice(0, end), scope), 'dateline')
  }
  const named = new Set(speaking.map((mention) => mention.place.province.code))
  if (named.size > 1 && isListed(body.text, speaking)) return null
  const isRoundUp = new Set(lead.map((mention) => mention.place.province.code)).size > 2
  if (named.size > 2 || (isRoundUp && (first !== lead[0] || !ACTS_AS_ORGAN.test(body.text.slice(first.end, first.end + 30))))) return null
  const place = deepest(lead, lead.indexOf(first))
  return place === null ? null : asJurisdiction(atScope(place, { ...scope, province: 0 }, gazetteer), leadBasis(body.text, first, evidence))
}

/** 四川省民政厅…, 四川代表团…: an organ that acts, not a scene among others. */
const ACTS_AS_ORGAN = /^[^，。]{0,24}(?:厅|局|委|政府|召开|举行|举办|联合|代表团|考察团|出台|印发|赴|启动|省长|市长|书记|主席)/

/** 贯彻中央第六次西藏工作座谈会精神: what is studied or followed is often another's. */
const isCited = (text: string, mention: PlaceMention): boolean =>
  /(?:传达|学习|贯彻|落实|按照|根据|视察|考察|支援|对口|帮扶|援助)[^。，；,;：:】\s]{0,30}$/.test(text.slice(Math.max(0, mention.start - 36), mention.start))

/** 在成都召开, and the dateline of a paper; not 在重庆考察时. */
const holdsEvent = (text: string, mention: PlaceMention): boolean =>
  isDateline(text, mention) ? mention.place.name !== CAPITAL : /^[^。，；,;]{0,20}?(?:召开|举行|举办|开幕|启动|开展|举办)/.test(text.slice(mention.end, mention.end + 26))

/** Agencies file from the capital what concerns the nation. */
const CAPITAL = '北京市'

/** Not 我国, and not an organ whose words are only studied (传达学习全国两会精神). */
const acts = (text: string, organ: RegExpExecArray): boolean =>
  !organ[0].startsWith('我国') && !/(?:传达|学习|贯彻|落实|按照|根据)[^。；]{0,16}$/.test(text.slice(Math.max(0, organ.index - 20), organ.index))

const speaksLocally = (scope: Scope): boolean => scope.province + scope.city + scope.county >= 2 && scope.province + scope.city + scope.county >= scope.nation

/** The first paragraph, or its first 300 characters. */
function leadEnd(text: string): number {
  const end = text.indexOf('\n')
  return end < 0 ? Math.min(text.length, 300) : Math.min(end, 300)
}

function leadBasis(text: string, mention: PlaceMention, evidence: JurisdictionEvidence): JurisdictionBasis {
  if (evidence.officialTitles.some((title) => title.start <= mention.start && mention.end <= title.end)) return 'officials'
  return /^[^。]{0,30}(?:[0-9０-９]日|[讯电])/.test(text) && !text.slice(0, mention.start).includes('。') ? 'dateline' : 'body'
}

const speaksAsProvince = (scope: Scope): boolean => scope.province >= 2 && scope.province >= scope.nation

/** The province that the body is about: the only one named, or by far the most named where it speaks as 我省. */
function byBody({ body, scope }: Zones, evidence: JurisdictionEvidence, gazetteer: Gazetteer): Jurisdiction | 'none' | null {
  const mentions = body.mentions.filter((mention) => !mention.isInName && !mention.isAmbiguous)
  const counts = countProvinces(mentions)
  const [top, second] = counts
  if (top === undefined) return isNational(body.text, scope, evidence.title) ? { ...NATIONAL, basis: 'body' } : null
  const isAlone = second === undefined
  const dominates = top.count >= 3 && top.count >= 2 * (second?.count ?? 0) && counts.length <= 4
  if (!isAlone && !dominates) return spokesman(body, scope) ?? 'none'
  const own = mentions.filter((mention) => mention.place.province.code === top.code)
  const place = deepest(own, 0) ?? provincePlace(own[0]!.place)
  return asJurisdiction(atScope(place, scope, gazetteer), 'body')
}

/** 我市 over the counties it names is the city's; 全省 over its cities is the province's. */
function atScope(place: Place, scope: Scope, gazetteer: Gazetteer): Place {
  if (speaksAsProvince(scope) && scope.province > scope.city) return provincePlace(place)
  if (place.level !== 'county' || scope.ourCity === 0) return place
  return gazetteer.byCode.get(`${place.code.slice(0, 4)}00`) ?? provincePlace(place)
}

/** No division is named, but the nation's organs are, and nobody below speaks. */
const isNational = (text: string, scope: Scope, title: string): boolean =>
  scope.nation > 0 && !speaksBelow(title, title.length) && !speaksLocally(scope) && /我国|民政部(?!门)|国务院/.test(`${title}${text.slice(0, 300)}`)

interface ProvinceCount {
  readonly code: string
  readonly count: number
}

function countProvinces(mentions: readonly PlaceMention[]): ProvinceCount[] {
  const counts = new Map<string, number>()
  for (const mention of mentions) {
    const { code } = mention.place.province
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
}

/** Of several provinces, the one beside which 我省, 全省 or its own organs speak. */
function spokesman(body: Zone, scope: Scope): Jurisdiction | null {
  if (!speaksAsProvince(scope) && scope.city < 2) return null
  const counts = countProvinces(body.mentions.filter((mention) => !mention.isInName && !mention.isAmbiguous))
  const [top, second] = counts
  if (top === undefined || top.count <= (second?.count ?? 0)) return null
  const place = body.mentions.find((mention) => mention.place.province.code === top.code)!.place
  return asJurisdiction(provincePlace(place), 'body')
}

/** 德清：…, 大同召开…, 兵团民政局…: short names by themselves, where a headline or the lead opens with one. */
function byBareName({ title, text }: JurisdictionEvidence, gazetteer: Gazetteer): Jurisdiction | null {
  for (const [part, basis] of [[title, 'title'], [text.slice(0, 120), 'dateline']] as const) {
    const opens = (mention: PlaceMention): boolean =>
      !mention.isAmbiguous && OPENS.test(part.slice(0, mention.start)) && SPEAKS.test(part.slice(mention.end))
    const mention = findBarePlaces(gazetteer, part).find(opens)
    if (mention !== undefined) return asJurisdiction(mention.place, basis)
  }
  return null
}

const OPENS = /(?:^|[，,。：:】\s日])$/
const SPEAKS = /^(?:[：:]|民政|发展改革|召开|举行|举办|出台|印发|启动|开展|推进|发布|组织|全[市县区]|市委|县委|部署|探索|创新|打造|建立|加快|深化|多措)/

/** The characters that stand for the provinces in the numbers of their documents. */
const PROVINCE_CHARACTERS: Readonly<Record<string, string>> = {
  京: '11', 津: '12', 冀: '13', 晋: '14', 内: '15', 蒙: '15', 辽: '21', 吉: '22', 黑: '23', 沪: '31', 苏: '32', 浙: '33', 皖: '34', 闽: '35', 赣: '36', 鲁: '37', 豫: '41',
  鄂: '42', 湘: '43', 粤: '44', 桂: '45', 琼: '46', 渝: '50', 川: '51', 黔: '52', 贵: '52', 滇: '53', 云: '53', 藏: '54', 陕: '61', 甘: '62', 青: '63', 宁: '64', 新: '65', 兵: '66'
}

/** 苏民助〔2024〕5号, 浙政办发〔2023〕12号. */
function byDocumentNumber({ documentNumber }: JurisdictionEvidence, gazetteer: Gazetteer): Jurisdiction | null {
  const code = /^.(?=[民政府办委发财人卫残社医老组])/.test(documentNumber ?? '') ? PROVINCE_CHARACTERS[documentNumber!.charAt(0)] : undefined
  const place = code === undefined ? undefined : gazetteer.byCode.get(`${code}0000`)
  return place === undefined ? null : asJurisdiction(place, 'attribution')
}

/** Who supplied the text, then the file's name. Here a newspaper's name counts: 来源：湖北日报. */
function bySource({ attribution, text, fileName }: JurisdictionEvidence, gazetteer: Gazetteer): Jurisdiction | null {
  const paper = /^.{2,8}(?:日报|晚报|卫视|网)(?:讯|消息)/.exec(text)?.[0] ?? ''
  for (const source of [attribution ?? '', paper]) {
    const place = deepest(findPlaces(gazetteer, source), 0)
    if (place !== null) return asJurisdiction(place, 'attribution')
  }
  const named = placeInName(fileName, gazetteer)
  return named === null ? null : asJurisdiction(named, 'file-name')
}
