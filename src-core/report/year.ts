import { dateInName } from './file-names.ts'

/** The year of a day that is written without one: from what the text reviews, plans and celebrates. */

/** `next`: planned ahead of its beginning (谋划2026年工作). `aimed`: its goals are still to be reached (完成2025年目标). */
type YearRole = 'reviewed' | 'planned' | 'next' | 'aimed' | 'current' | 'named'

interface NamedYear {
  readonly year: number
  readonly role: YearRole
}

const YEAR = /((?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})年/g

/**
 * The year of a report of `month` (1–12), or null.
 *
 * Meetings of January to April look back on the year just ended and forward on the current one;
 * those of October to December sum up the current one and plan the next. A text of the months
 * between tells its year only by words such as 2023年以来 or 2023年上半年. Years of deadlines, documents,
 * assessments and history say nothing.
 */
export function textYear(title: string, text: string, month: number): number | null {
  const inText = namedYears(text.slice(0, 6000), false)
  const inTitle = namedYears(title, true)
  const all = [...inTitle, ...inText]
  const current = latest(all, 'current') ?? eventYear(`${title}\n${text.slice(0, 400)}`) ?? countedYear(text.slice(0, 6000), month) ?? festivalYear(text.slice(0, 6000), month)
  if (current !== null) return current
  if (month <= 4) return springYear(all) ?? (month >= 3 ? latest(all, 'aimed') : null)
  if (month >= 10) return autumnYear(all, inTitle, { text, month })
  return latest(all, 'aimed') ?? latest(all, 'named') ?? latest(all, 'planned')
}

/** 2024长三角养老合作大会: an event that bears its year. */
function eventYear(head: string): number | null {
  const event = /(?<![0-9〔（(])(20\d\d)(?=[\u4e00-\u9fff“](?<!年)[^，。；：0-9]{2,24}(?:大会|论坛|年会|博览会|展会|大赛|活动周|宣传周|服务季|文化节|峰会))/.exec(head)
  return event === null ? null : Number(event[1])
}

/** 截至2024年7月底: counted up to a month not long gone. A later month is of the year before. */
function countedYear(text: string, month: number): number | null {
  let best: number | null = null
  for (const match of text.matchAll(/截[至止](?:到)?((?:19|20)\d\d)年(\d{1,2})月/g)) {
    const gone = (month - Number(match[2]) + 12) % 12
    const year = Number(match[1]) + (Number(match[2]) > month ? 1 : 0)
    if (gone <= 5 && (best === null || year > best)) best = year
  }
  return best
}

/** 2023年元旦春节期间, as it comes near: in November and December of the year before. */
function festivalYear(text: string, month: number): number | null {
  if (month > 2 && month < 11) return null
  const festival = /((?:19|20)\d\d)年(?:“?两节”?|元旦|春节|新春)/.exec(text)
  return festival === null ? null : Number(festival[1]) - (month >= 11 ? 1 : 0)
}

function springYear(years: readonly NamedYear[]): number | null {
  const planned = latest(years, 'planned') ?? latest(years, 'next')
  const reviewed = latest(years, 'reviewed')
  if (reviewed !== null && (planned === null || planned <= reviewed + 1)) return reviewed + 1
  return planned ?? latest(years, 'named')
}

function autumnYear(years: readonly NamedYear[], inTitle: readonly NamedYear[], { text, month }: { text: string; month: number }): number | null {
  const planned = latest(years, 'planned')
  const reviewed = latest(years, 'reviewed')
  const next = latest(years, 'next')
  if (next !== null) return next - 1
  if (planned !== null && reviewed !== null && planned === reviewed + 1) return reviewed
  if (planned !== null && /明年|来年/.test(text)) return planned - 1
  if (planned === null && reviewed !== null) return reviewed
  if (planned === null && month < 12 && latest(years, 'aimed') !== null) return latest(years, 'aimed')
  return planned === null && !/工作(?:视频)?会/.test(text.slice(0, 200)) ? latest(month < 12 ? years : inTitle, 'named') : null
}

function latest(years: readonly NamedYear[], role: YearRole): number | null {
  let best: number | null = null
  for (const named of years) if (named.role === role && (best === null || named.year > best)) best = named.year
  return best
}

function namedYears(text: string, isTitle: boolean): NamedYear[] {
  const found: NamedYear[] = []
  for (const match of text.matchAll(YEAR)) {
    const year = yearValue(match[1]!)
    const before = text.slice(Math.max(0, match.index - 12), match.index)
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 130)
    const role = roleOf(before, after, isTitle)
    if (year !== null && role !== null) found.push({ year, role })
  }
  return found
}

const DEADLINE = /(?:到|至|截至|截止|力争|(?<!关)于|—|-|～|~|从|自|以|较|比|同比|第|从\d*)$/
const DOCUMENT = /^(?:第?[0-9一二三四五六七八九十]+号|版|修订|印发|发布|颁布|出台|以来|底|末|前|之前|起施行|[0-9一二三四五六七八九十]+月|[届级]|间|出生|毕业|入职|成立|创[立办建]|建成|荣获|至|到|—|-)/
const CURRENT = /^(?:第[一二三四五六七八九十0-9]+次[^，。；]{0,24}会|[上下]半年|前[一二三四五六七八九十0-9]+个?月|前?[一二三四1-4]季度|1[—–-][0-9]+月|\s*(?:，|,)?今年)/
const PLAN_BEFORE = /(?:谋划|做好|部署|安排|推进|布置|计划|明确|展望|明年|储备|编制|今年|研究|启动|开好|抓好|谋深谋实)[了的好]{0,2}(?:.{0,4})$/
const AIM_BEFORE = /(?:完成|冲刺|打好|打赢|实现|决战|确保)[^，。；]{0,6}$/
const AIM_AFTER = /^度?[^，。；]{0,10}(?:目标|任务|收官|攻坚)/
const NEXT_BEFORE = /(?:谋划|储备|明年|来年|提前|预备|预下达|早谋)[^，。；]{0,8}$/
const PLAN_AFTER = /^(?:度)?(?:.{0,8}?)(?:计划|拟|重点工作|工作任务|重点任务|工作要点|主要任务|目标任务|工作安排|工作思路|工作计划|工作打算|重点项目|民政工作要|要|将|是[^。]{0,30}(?:开局|起步|第一年))/
const REVIEW_AFTER = /^(?:度)?[，,]?[^。；]{0,50}?(?:成效|成绩|取得|完成|实现|达到|增长|充分肯定|回顾|总结|较好|圆满|累计|荣获|坚持以|收官|始终)/
const HELD_AFTER = /^度?[^，。；]{2,36}(?:大会|会议|推进会|现场会|仪式|活动|行动|路演|培训班|大赛|比赛|论坛|博览会)[^，。；]{0,24}(?:召开|举行|举办|启动|开幕)/
const HELD_BEFORE = /(?:召开|举行|举办|启动|开展)了?(?:全[省市国县区州])?$/
/** 2025年是“十四五”收官之年。一年来，…: only with what was achieved is it behind us. */
const CLOSED = /^是[^。]{0,30}收官之年[^今]{0,90}(?:一年来|这一年|过去一年|取得|完成了?|实现了)/
const REVIEW_BEFORE = /(?:回顾|总结|过去的|去年|通报了?|刚刚过去的|上一?年度?|肯定了?|梳理)[^。；，]{0,6}$/
const TODAY = /今年[（(]$/

function roleOf(before: string, after: string, isTitle: boolean): YearRole | null {
  if (TODAY.test(before)) return 'current'
  if (CURRENT.test(after) && !DEADLINE.test(before)) return 'current'
  if (DOCUMENT.test(after) || DEADLINE.test(before) || /《[^》]*$/.test(before) || /[〔\[（(][^）)]{0,4}$/.test(before)) return null
  if (REVIEW_BEFORE.test(before)) return 'reviewed'
  if (NEXT_BEFORE.test(before)) return 'next'
  if (AIM_BEFORE.test(before) && AIM_AFTER.test(after)) return 'aimed'
  if (isTitle) return /^.{0,24}(?:谋划|储备|提前)/.test(after) ? 'next' : 'named'
  if (PLAN_BEFORE.test(before)) return 'planned'
  if (/^(?:度)?(?:全[省市区国县]?)?[^，。；]{0,12}工作会议/.test(after)) return 'named'
  if (PLAN_AFTER.test(after)) return 'planned'
  if (/^是[^。]{0,30}收官/.test(after)) return CLOSED.test(after) ? 'reviewed' : null
  if (/^是[^。]{0,40}(?:之年|一年)/.test(after)) return /^[^。]{0,60}。?(?:一年来|这一年|过去一年)/.test(after) ? 'reviewed' : 'planned'
  if (/^度[^，。；]{0,24}(?:述职|考核|评议|总结|表彰|民主生活会)/.test(after)) return 'reviewed'
  if (HELD_AFTER.test(after)) return 'named'
  if (HELD_BEFORE.test(before) && /^度?[^，。；]{0,36}(?:会|会议|仪式|活动|行动|培训班|比赛)/.test(after)) return 'named'
  if (REVIEW_AFTER.test(after)) return 'reviewed'
  return null
}

const CHINESE_DIGITS = '〇一二三四五六七八九'

function yearValue(written: string): number | null {
  if (/^\d/.test(written)) return Number(written)
  const digits = [...written.replace(/[○零]/g, '〇')].map((character) => CHINESE_DIGITS.indexOf(character))
  return digits.includes(-1) ? null : Number(digits.join(''))
}

/** First years counted from: 新中国成立75周年 is 2024. */
const ANNIVERSARIES: readonly (readonly [RegExp, number])[] = [
  [/(?:今年是|庆祝|迎接|喜迎|迎来)[^。]{0,16}(?:新中国|中华人民共和国)成立(\d{2,3})周年/, 1949],
  [/(?:今年是|庆祝|迎接|喜迎|迎来)[^。]{0,16}(?:建党|中国共产党成立)(\d{2,3})周年/, 1921],
  [/(?:今年是|纪念|庆祝)[^。]{0,24}(?:抗日战争|反法西斯战争|抗战)[^。]{0,12}胜利(\d{2})周年/, 1945],
  [/(?:今年是|庆祝|纪念)[^。]{0,10}改革开放(\d{2})周年/, 1978]
]

const PLAN_PERIOD = /(?:今年是|今年作为|作为)[^。；]{0,6}“?(十[一二三四五六七]?)五”?(?:规划|时期)?[^。；，]{0,6}?(开局|起步|第一年|首年|收官|最后一年)/

/** A plan is drawn up in the year before it begins: “十五五”规划编制, from April on, is 2025. */
const PLAN_DRAFTED = /(?:编制|起草)[^。；前]{0,24}“?(十[一二三四五六七]?)五”?[^。；，]{0,30}规划|“(十[一二三四五六七]?)五”[^。；，前]{0,30}规划[^。；，前]{0,12}编制/
/** “十五五”人口发展规划专家咨询会: in its last months before the plan begins. */
const PLAN_DISCUSSED = /“(十[一二三四五六七]?)五”[^。；，前]{0,30}规划[^。；，前]{0,12}(?:咨询会|座谈会|论证会|研讨会|评审会)/
/** 打好“十四五”收官战: said in the second half of its last year. */
const PLAN_CLOSING = /(?:打好|打赢|冲刺|决胜|确保|推动|实现|为|助力|奋战)[^。；，]{0,16}“(十[一二三四五六七]?)五”[^。；，]{0,8}收官/

/**
 * The year that a plan period or an anniversary fixes for a day of `month`: 今年是“十四五”开局之年 is
 * 2021, 收官之年 2025. The n-th five-year plan runs from 1951 + 5n (the tenth: 2001–2005).
 */
export function periodYear(text: string, month: number): number | null {
  const head = text.slice(0, 6000)
  if (!head.includes('年') && !head.includes('五”')) return null
  for (const [pattern, base] of ANNIVERSARIES) {
    const match = pattern.exec(head)
    if (match !== null) return base + Number(match[1])
  }
  const plan = PLAN_PERIOD.exec(head)
  if (plan !== null) return firstYear(plan[1]!) + (/收官|最后/.test(plan[2]!) ? 4 : 0)
  const drafted = month >= 4 ? PLAN_DRAFTED.exec(head) : null
  if (drafted !== null) return firstYear((drafted[1] ?? drafted[2])!) - 1
  const discussed = month >= 9 ? PLAN_DISCUSSED.exec(head) : null
  if (discussed !== null) return firstYear(discussed[1]!) - 1
  const closing = month >= 7 ? PLAN_CLOSING.exec(head) : null
  return closing === null ? null : firstYear(closing[1]!) + 4
}

/** 十四 (of 十四五) -> 2021. */
const firstYear = (ordinal: string): number => 1951 + 5 * (10 + Math.max(0, CHINESE_DIGITS.indexOf(ordinal.charAt(1) || '〇')))

/** The year in a file name: 浙江省2026年.txt, 20230210_湖北.docx. */
export const fileNameYear = (fileName: string): number | null => dateInName(fileName)?.year ?? null
