import { classAt, countHan, HAN, HAN_PATTERN } from '../text/characters.ts'

/** Tests of whether a stretch without a final mark is a heading, and of what sort. */

const MARKS_INSIDE = /[。；!?！？]/
const HANGING = /[，、；,（(“《—的和与及在把对将为是了从向以]$/
const DATE_START = /^\d{1,2}月\d{1,2}日/
/** 一是健全…: the first words of a sentence, not a heading on a line of its own. */
const ITEM = /^[一二三四五六七八九十]{1,2}[是要]/
const LONGEST_HEADING = 80

/**
 * True for a stretch that can be a heading or headline by its form: short, no mark that ends a
 * sentence, no comma unless numbered or quoted, not hanging in the air.
 */
export function isHeadingForm(text: string): boolean {
  const { length } = text
  if (length < 2 || length > LONGEST_HEADING || countHan(text) < 2) return false
  const body = text.replace(/[！？!?…”』」】）)]+$/, '')
  if (MARKS_INSIDE.test(body) || HANGING.test(text) || DATE_START.test(text) || ITEM.test(text)) return false
  if ((classAt(text, 0) & HAN) === 0 && /^[，。、；：？！”’）》】,.;:?!)\]}]/.test(text)) return false
  const commas = body.split(/[，,]/).length - 1
  return commas === 0 || (commas <= 3 && (NUMBERED.test(text) || /[：—】]/.test(text)))
}

const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百]{1,3}[章节部，、]|\d{1,2}[.．、])/

/** 一、 （二） 第三章: a heading inside a report, never the headline of one. */
export const isNumberedHeading = (text: string): boolean => NUMBERED.test(text)

/** ——2026年1月26日在广东省第十四届人民代表大会第五次会议上: the line under the title of a speech. */
export const isOccasion = (text: string): boolean => /上[）)]?$/.test(text) && OCCASION.test(text)

/** The same over two lines, with or without a dash. */
export const isOccasionOver = (begin: string, rest: string): boolean => BARE_DAY_OPEN.test(begin) && isOccasion(begin + rest)

/** The same, broken off before 会议上. */
export const isOpenOccasion = (text: string): boolean => OPEN_OCCASION.test(text)

const DAY = '[-—–]*[\\d０-９〇○零一二三四五六七八九]{4}年[\\d０-９一二三四五六七八九十]{1,3}月[\\d０-９一二三四五六七八九十]{1,3}日'
const OCCASION = new RegExp(`^(?:[（(]?${DAY}|[-—–]{1,4})在[^，。；]{4,60}会议?上[）)]?$`)
const OPEN_OCCASION = new RegExp(`^(?:[-—–]+|[（(])${DAY}(?:在[^，。；上]{0,40})?$`)

const BARE_DAY_OPEN = new RegExp(`^[-—–（(]*${DAY}在`)

const EVENT = /召开|举行|举办|召集|开幕|闭幕|部署|印发|出台|发布|启动|推进|会见|调研|强调|主持|出席|传达|学习|落实|下达|组织|开展|进展|揭牌|签约|通报|解读|完成|实现|超额|突破|成效|揭晓|获评|获批|入选/
const GENRE = /(?:(?<!委员|协|联合|基金|学|商|工|妇联)会|会议|大会|座谈会|工作会|推进会|部署会|报告|公报|意见|通知|决定|方案|规划|办法|条例|纪要|讲话|致辞|要点|通报|公告|建议|纲要|实录|综述)$/

/** 海拉尔区人民政府区长　张天喜; 浙江省民政厅; 2026年1月5日; ——在…会议上; 各位代表： */
const NOT_HEADLINE =
  new RegExp(`(?:省长|市长|区长|县长|旗长|州长|盟长|主席|总理|书记|主任|厅长|部长|局长|委员长|院长|检察长|处长|科长|站长|会长|理事长|秘书长|巡视员|调研员)(?:${HAN_PATTERN}{2,5}|${HAN_PATTERN}{1,6}·${HAN_PATTERN}{1,8})$|^[-—–]|[：:]$|会议?上[）)]?$|^[^，]{2,14}第[^，]{1,4}届[^，]{2,12}第[^，]{1,3}次会议$|^(?:${HAN_PATTERN}{2,16})?(?:[省市区县州]长|自治区主席|厅长|局长)$|^[（(](?:\\d{4}|[二〇○零一九]{4})年[^，]{1,8}日[）)]$|(?:厅|局|委|政府|办公室|办公厅|委员会|部)$|(?:^|厅|局|办公室|委员会|政府)(?:\\d{4}|[二〇○零一九]{4})年[^，]{1,6}日$|^(?:附件|附录|附表|附|注|来源|说明)\\d*[：:]?$|^\\d+[.．、]`)

/** 关于进一步加强…基本｜生活保障工作的通知: the title of a document, broken off before its genre. */
export const isOpenDocumentTitle = (text: string): boolean => OPEN_DOCUMENT_TITLE.test(text) && !GENRE.test(text) && !/[》”）]$/.test(text) && text.length < LONGEST_HEADING

const OPEN_DOCUMENT_TITLE = new RegExp(`^(?:${HAN_PATTERN}{2,20})?(?:关于|印发|转发)[^。；，]{2,}$`)

/** 0..1: how much a heading reads like the headline of a report. */
export function headlineLikeness(text: string): number {
  if (!isHeadingForm(text) || isNumberedHeading(text) || NOT_HEADLINE.test(text)) return 0
  let score = 0.3
  if (EVENT.test(text)) score += 0.3
  if (GENRE.test(text)) score += 0.3
  if (/^【[^】]+】/.test(text)) score += 0.3
  if (text.length >= 9 && text.length <= 45) score += 0.1
  if (text.length < 6 && !GENRE.test(text)) score -= 0.2
  if (/[：:]$/.test(text)) score -= 0.3
  return Math.max(0, Math.min(1, score))
}

/** The same for a paragraph of two clauses, which only counts where a whole paragraph is known to be one: 凝心聚力谋发展，江西召开… */
export function clauseHeadlineLikeness(text: string): number {
  return TWO_CLAUSES.test(text) && !DATE_START.test(text) && !SPEECH.test(text) && (EVENT.test(text) || GENRE.test(text)) ? 0.4 : 0
}

const TWO_CLAUSES = /^[^，,。；;：:]{4,24}[，,][^，,。；;：:！？]{4,30}$/
const SPEECH = /(?:指出|强调|要求|认为|提出|表示|明确)[，,]/
