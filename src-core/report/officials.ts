import { nameEndAt, nameStartBefore, isPlausibleName, strengthAfter } from './names.ts'
import { findOffices, isDelegate, isInCharge, isInstitution, titleStart, type Office } from './offices.ts'
import type { Official } from './report.ts'

/**
 * Persons named with an office who take part or are the authors of an instruction, in the order of
 * their first mention; each once, with the fullest title the text gives. Reporters, experts and
 * residents hold no office; leaders who are only quoted in formulas are not counted.
 */
export function readOfficials(text: string, limit = 8000): Official[] {
  const scope = text.length > limit ? text.slice(0, limit) : text
  const found: Found[] = []
  const offices = findOffices(scope)
  let from = 0
  for (const office of offices) {
    if (office.start < from) continue
    const people = peopleAt(scope, office, from)
    found.push(...people)
    const last = people.at(-1)
    if (last !== undefined) from = Math.max(last.end, office.end)
  }
  found.push(...untitledSpeakers(scope))
  return merge(found, scope)
}

interface Found {
  readonly name: string
  readonly title: string | null
  readonly start: number
  readonly end: number
}

function peopleAt(text: string, office: Office, from: number): Found[] {
  const after = namesAfter(text, office)
  const [first] = after
  if (first === undefined) return [...personBefore(text, office, from), ...personDefined(text, office, from), ...personBracketed(text, office, from)]
  const start = titleStart(text, office, from)
  if (isPast(text, start, office)) return []
  const title = text.slice(start, office.end + (REMARK.exec(text.slice(office.end, office.end + 12))?.[0].length ?? 0))
  if (!isCounted(title, office.isStrong, text.slice(after.at(-1)!.end, after.at(-1)!.end + 24))) return []
  return after.map(({ start: at, end }) => ({ name: text.slice(at, end), title: withinReason(title, text, office), start: at, end }))
}

/** A title longer than this is a sentence that lost its marks; then the bare office is what is sure. */
const LONGEST_TITLE = 60

function withinReason(title: string, text: string, office: Office): string {
  return title.length <= LONGEST_TITLE ? title : text.slice(office.start, office.end)
}

/** 副省长张三、李四和王五: every name up to the first that is none. */
function namesAfter(text: string, office: Office): { start: number; end: number }[] {
  const names: { start: number; end: number }[] = []
  let at = skipBlank(text, office.end + (REMARK.exec(text.slice(office.end, office.end + 12))?.[0].length ?? 0))
  for (;;) {
    const end = nameEndAt(text, at)
    if (end === null || (FORMULA_LEADERS.has(text.slice(at, end)) && !INSTRUCTS.test(text.slice(end, end + 30)))) return names
    names.push({ start: at, end })
    const next = /^(?:同志)?[、和与及](?:以及)?/.exec(text.slice(end, end + 5))
    if (next === null) return names
    at = end + next[0].length
    // 张三、省民政厅厅长李四: the next office brings its own title.
    if (!isBareName(text, at)) return names
  }
}

/** 副主任（主持工作）, 副书记(正厅级) before the name. */
const REMARK = /^[（(][^（）()，。]{2,8}[）)](?=[\u3400-\u9fff])/

/** A listed name ends at a mark or at a word that follows names, not inside an organ's name. */
function isBareName(text: string, at: number): boolean {
  const end = nameEndAt(text, at)
  return end !== null && strengthAfter(text, end) >= 2
}

const skipBlank = (text: string, at: number): number => {
  let next = at
  while (next < text.length && ' 　：:'.includes(text.charAt(next)) && next < at + 8) next++
  return next
}

/** 李邑飞书记, 陈春平常务副主席, 沈剑荣主任. */
function personBefore(text: string, office: Office, from: number): Found[] {
  if (!office.isStrong || /^(?:常委|委员|负责|党组成员)/.test(text.slice(office.start, office.end))) return []
  const rank = /(?:常务副|常务|第一副|第一|[副代原])?$/.exec(text.slice(Math.max(from, office.start - 3), office.start))?.[0] ?? ''
  const end = office.start - rank.length
  const start = nameStartBefore(text, end)
  if (start === null || start < from) return []
  const name = text.slice(start, end)
  if (FORMULA_LEADERS.has(name) || !endsHere(text, office.end)) return []
  return [{ name, title: text.slice(end, office.end), start, end: office.end }]
}

/** 石强是越西县就业局局长。 */
function personDefined(text: string, office: Office, from: number): Found[] {
  if (!office.isStrong || strengthAfter(text, office.end) < 3) return []
  const start = titleStart(text, office, from)
  const link = /(?:是|系|现任|任)$/.exec(text.slice(Math.max(from, start - 2), start))?.[0]
  if (link === undefined || start === office.start) return []
  const nameStart = nameStartBefore(text, start - link.length)
  if (nameStart === null || nameStart < from) return []
  const name = text.slice(nameStart, start - link.length)
  return [{ name, title: text.slice(start, office.end), start: nameStart, end: office.end }]
}

/** 孙辉（罗湖区副区长、公安分局局长）. */
function personBracketed(text: string, office: Office, from: number): Found[] {
  if (!office.isStrong || !'）)'.includes(text.charAt(office.end) || ' ')) return []
  const open = Math.max(text.lastIndexOf('（', office.start), text.lastIndexOf('(', office.start))
  if (open <= from || office.start - open > 40) return []
  const start = [open - 3, open - 2].find((at) => at >= from && isPlausibleName(text.slice(at, open)))
  return start === undefined ? [] : [{ name: text.slice(start, open), title: text.slice(open + 1, office.end), start, end: office.end }]
}

/** After 李邑飞书记 goes on a clause, not a longer noun (书记处, 主任会议). */
function endsHere(text: string, at: number): boolean {
  return strengthAfter(text, at) > 0 || /^[\u3400-\u9fff]/.test(text.charAt(at)) === false || /^(?:关于|有关|提|讲|率|任|要|亲|牵|来|去|会|联|批|点)/.test(text.slice(at, at + 2))
}

/** Leaders whose names stand in formulas of every report; they count only where they act (below). */
const FORMULA_LEADERS: ReadonlySet<string> = new Set(['习近平', '毛泽东', '邓小平', '江泽民', '胡锦涛', '周恩来', '雷锋', '焦裕禄', '孔繁森'])

/** 国家主席习近平对民政工作作出重要指示, 出席会议: in person, not in a formula. */
const INSTRUCTS = /^(?:同志)?(?:近日|日前)?(?:主持|出席|会见|[^，。的]{0,20}作出重要(?:指示|批示)|[^，。的]{0,12}考察)/

const PARTS = /^[^。]{0,12}?(?:到会|参会|陪同|随同|出席|主持|参加|致辞|致词|讲话|传达|通报|部署|宣读|见证|揭牌|列席|指出|强调|要求)/
/** 大学教授王某等专家出席. */
const GUESTS = /^[^。，]{0,8}(?:专家|学者|教授|企业家|嘉宾|家属|居民|代表)/
const SPEAKS = /^[^。]{0,12}?(?:发言|表示|介绍|说|告诉|认为|透露)/

/**
 * Heads of hospitals, firms and societies count where they take part, not as those who are heard;
 * persons in charge (民政局有关负责人) also where they speak for an organ.
 */
function isCounted(title: string, isStrong: boolean, after: string): boolean {
  if (isDelegate(title)) return false
  if (isInstitution(title)) return PARTS.test(after) && !GUESTS.test(after)
  return isStrong || PARTS.test(after) || (isInCharge(title) && SPEAKS.test(after))
}

const isPast = (text: string, titleAt: number, office: Office): boolean =>
  /(?<![太五平中固草松三河])原(?:副|党组|党委)?$/.test(text.slice(Math.max(titleAt, office.start - 3), office.start)) || /(?:时任|原任|已故|原)$/.test(text.slice(Math.max(0, titleAt - 2), titleAt)) || /^(?:时任|原任|已故)/.test(text.slice(titleAt, titleAt + 2))

const speakerPattern =
  /(?:^|[\n。；！”，,])((?:[\u3400-\u9fff]{2,4}、){0,8}[\u3400-\u9fff]{2,3}?)(?:同志)?(?=(?:指出|强调|要求|主持(?:会议|召开|并)|出席(?:会议|并|活动)|作(?:工作报告|动员讲话|总结讲话|讲话)|致辞|致词|在讲话中|参加(?:会议|调研|活动|座谈|有关|上述|[。，,])|陪同(?:调研|检查|考察|[。，,])|等(?:领导|同志)?(?:出席|参加)))/g

/** 龚正指出…: who speaks for a meeting, or is listed as taking part, and is never given an office. */
function untitledSpeakers(scope: string): Found[] {
  const found: Found[] = []
  for (const match of scope.matchAll(speakerPattern)) {
    const list = match[1]!
    const names = list.split('、')
    if (names.length < 2 && (/^[，,]/.test(match[0]) || /^(?:同志)?(?:参加|陪同)/.test(scope.slice(match.index + match[0].length)))) continue
    if (!names.every((name) => isPlausibleName(name) && !isBody(name))) continue
    let at = match.index + match[0].length - (match[0].endsWith('同志') ? 2 : 0) - list.length
    for (const name of names) {
      if (!FORMULA_LEADERS.has(name)) found.push({ name, title: null, start: at, end: at + name.length })
      at += name.length + 1
    }
  }
  return found
}

/** 方案要求, 江苏强调: documents, places and bodies speak too. */
const isBody = (name: string): boolean => /(?:案|见|知|件|定|程|例|划|要|信|告|江苏|安徽|云南|甘肃|宁夏|江西|广东|广西|海南|温州|石家|常州|金华|成都|武汉|兰州|银川|安庆|时|后|前|上|中|来)$/.test(name)

function merge(found: readonly Found[], text: string): Official[] {
  const byName = new Map<string, Official>()
  for (const { name, title, start } of [...found].sort((a, b) => a.start - b.start)) {
    const known = byName.get(name)
    if (known === undefined) {
      byName.set(name, { name, title, span: { start, end: start + name.length } })
    } else if (title !== null && isFuller(title, known.title)) {
      byName.set(name, { ...known, title })
    }
  }
  return [...byName.values()].filter(({ span }) => !isReporter(text, span.start))
}

const isFuller = (title: string, known: string | null): boolean => known === null || (title.length > known.length && title.endsWith(known))

const isReporter = (text: string, at: number): boolean => /(?:记者|通讯员|编辑|责编|作者|摄影|校对|审核)[\s：:]*$/.test(text.slice(Math.max(0, at - 6), at))
