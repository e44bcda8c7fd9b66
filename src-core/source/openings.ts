import { HAN_PATTERN, SPACE, classAt } from '../text/characters.ts'

/** What a paragraph begins with, where its beginning alone says that it is one. */
export type Opening =
  /** 2月10日，…; 近日，…; 今天（9月12日） */
  | 'dateline'
  /** 本报讯; 新华社杭州2月10日电; 央视网消息（新闻联播）： */
  | 'agency'
  /** 王文序指出，; 会议强调， */
  | 'speech'
  /** 一、 （一） 第一章 */
  | 'section'
  /** 各位代表： */
  | 'address'
  /** □ ● ◆ before an item; —— before one */
  | 'bullet'
  /** （据浙江省民政厅）; （记者 张三） */
  | 'credit'

const DATE = '(?:(?:19|20)\\d{2}年|[二〇○零一九]{4}年)?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})日'

const OPENINGS: readonly (readonly [Opening, string, RegExp])[] = [
  ['dateline', '0123456789二一三四五六七八九十', new RegExp(`^${DATE}(?:下午|上午|晚|至\\S{1,6}日|[-—–至]\\S{1,6}日)*(?:[，,（(]|[在于由从]|${HAN_PATTERN}{2,12}(?:召开|举行|在))`)],
  ['dateline', '近日昨今当', new RegExp(`^(?:近日|日前|近期|昨日|昨天|今天|今日|今晨)(?:[，,（(]|[在由从]|${HAN_PATTERN}{2,12}(?:召开|举行|在))`)],
  ['agency', '本新央人中光经法', /^(?:本报|本网|本刊)(?:讯|\S{0,8}\d{1,2}月\d{1,2}日(?:讯|电))|^(?:新华社|新华网|中新社|中新网|人民网|央视网|央广网|光明网|经济日报|中国新闻网)\S{0,8}(?:消息|讯|电|\d{1,2}月\d{1,2}日)/],
  ['speech', '', new RegExp(`^(?!(?:她|他|并|还|和))(?:会议|大会|全会|座谈会|会上|${HAN_PATTERN}{2,4}?)(?:还|并)?(?:指出|强调|要求|认为|提出|表示|明确|部署|希望)[，：,:]`)],
  ['section', '一二三四五六七八九十百第（(', /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百]{1,3}[章节条部])/],
  ['address', '各同', /^(?:各位代表|各位委员|各位同志|同志们|各位领导)[！：:!，,]/],
  ['bullet', '□◇◆●○▲△★☆※—', new RegExp(`^(?:[□◇◆●○▲△★☆※](?!本报|记者|通讯员)|——)${HAN_PATTERN}`)],
  ['credit', '■□◆●▲◎本记通', /^[■□◆●▲◎]?(?:本报|本网|本刊)?(?:首席|见习|全媒体|融媒体)?(?:记者|通讯员)(?![们的在从日发采了])/],
  ['credit', '（(', /^[（(](?:据|来源|记者|本报记者|通讯员|作者|文\/|供稿|责任?编)/]
]

const FIRSTS: ReadonlySet<string> = new Set(OPENINGS.flatMap(([, firsts]) => [...firsts]))

/** The same where a sentence is still open before it: words that report speech say nothing there. */
export function openingInside(text: string, start: number): Opening | null {
  if (!FIRSTS.has(text.charAt(start))) return null
  const opening = openingAt(text, start)
  return opening === 'speech' ? null : opening
}

/** How a paragraph opens that begins at `start`; white space and line ends are looked through. */
export function openingAt(text: string, start: number): Opening | null {
  const ahead = textAhead(text, start, 32)
  const first = ahead.charAt(0)
  for (const [opening, firsts, pattern] of OPENINGS) {
    if ((firsts === '' || firsts.includes(first)) && pattern.test(ahead)) return opening
  }
  return null
}

/** The next `count` characters from a place that are not white space. */
function textAhead(text: string, start: number, count: number): string {
  const limit = Math.min(text.length, start + count * 3)
  let ahead = ''
  for (let from = start; from < limit && ahead.length < count; ) {
    if ((classAt(text, from) & SPACE) !== 0) {
      from++
      continue
    }
    let to = from
    while (to < limit && to - from < count && (classAt(text, to) & SPACE) === 0) to++
    ahead += text.slice(from, to)
    from = to
  }
  return ahead.slice(0, count)
}
