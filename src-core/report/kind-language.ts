import { labelWidth } from './kind-mood.ts'
import { endsClause, WordTable } from './kind-words.ts'
import { isVerbAt } from './verbs.ts'

// What one sentence is by its words: procedure, framing, or a demand in so many words.

const MAY_BE_CEREMONY = /^[各同女先（附现责来记指]|审[议查]|表示|致以|致敬|责任编辑/
const CEREMONY = new RegExp(
  [
    '^(?:各位代表|各位委员|同志们|女士们|先生们)[！!：:，,]?$',
    '代表.{0,20}(?:政府|常委会|省|市|区|国务院).{0,24}(?:报告|作.{0,6}报告).{0,24}(?:审议|意见)',
    '提[请交].{0,8}(?:大会|会议)审[议查]|请.{2,60}一并审[议查]',
    '^指(?![导挥定出明标向战引派南点])',
    '向.{2,}(?:表示|致以|致敬).{0,12}(?:感谢|敬意|问候|祝福|祝愿|慰问|致敬)',
    '致以.{0,8}(?:敬意|问候|感谢|祝福)',
    '^(?:现将|以下简称)',
    '^(?:附件|附)[：:0-9一二三]?',
    '^.{0,4}(?:责任编辑|来源|记者)[：:]',
    '^（(?:记者|通讯员|据|来源|完)'
  ].join('|')
)

const MEETING_HELD = /(?:召开|举行|开幕|闭幕)(?:了|的)?.{0,60}(?:会议?|论坛|培训班|仪式)(?![员长])|(?:会议|会)(?:.{0,8}(?:在|于).{2,14})?(?:召开|举行)/
const MAY_BE_ATTENDANCE = /会议|[与参]会|会上|会场|座谈|发言|讲话|致辞|宣读|表示|交流|汇报|主持|出席|倾听|讨论/
const ATTENDANCE = new RegExp(
  [
    '(?:出席|列席|参加|主持|到会|应邀)(?:了|并)?(?:此次|本次|开幕|这次)?.{0,8}(?:会议|座谈会|报告会|活动|仪式|讲话|致辞|交流)',
    '(?:参加|出席|列席|主持)(?:了)?(?:会议|会)?$',
    '参会$|与会$|在(?:主|分)会场|以(?:电视|视频|现场|线上|网络).{0,8}(?:形式|方式)召开',
    '(?<![工合协操写创动])(?:作|做)(?:了)?.{0,10}(?:讲话|报告|发言|交流|致辞|点评)(?!精神)',
    '进行(?:了)?.{0,8}(?:发言|交流|讨论|座谈)$',
    '(?:经验|典型|交流|书面|表态|依次|互动|先后)发言|经验交流$|宣读(?:了)?',
    '传达(?:了|学习)|(?:座谈会|会议|报告会)上，.{0,40}(?:介绍|汇报)(?:了)?',
    '对.{2,30}表示(?:衷心|诚挚|热烈)?的?(?:感谢|祝贺|欢迎|慰问)|认真倾听|互动交流'
  ].join('|')
)

/** What the General Secretary attended or said is no procedure of this report. */
function isOfTheLeader(sentence: string): boolean {
  const at = sentence.indexOf('习近平')
  return at >= 0 && at <= 16 && /^(?:总书记|主席)(?!.{0,4}(?:关于|重要|在))/.test(sentence.slice(at + 3, at + 14))
}

/** Whether the sentence only tells who met, spoke, thanked or reported. */
export function isProcedure(sentence: string): boolean {
  return MAY_BE_CEREMONY.test(sentence) && CEREMONY.test(sentence)
}

/** Whether the sentence opens the news of a meeting: who called it, where. */
export function isMeetingHeld(sentence: string): boolean {
  return sentence.includes('会') && MEETING_HELD.test(sentence) && !isOfTheLeader(sentence)
}

/** Whether the sentence tells who took part, presided, spoke, was thanked. */
export function isAttendance(sentence: string): boolean {
  return MAY_BE_ATTENDANCE.test(sentence) && ATTENDANCE.test(sentence) && !isOfTheLeader(sentence)
}

const QUOTED_AUTHORITY = /^.{0,10}?(?:党的.{0,12}?(?:报告|全会|大会|决定)|习近平总书记|中央.{0,8}会议|.{0,4}中全会)(?:.{0,10}?)(?:提出|指出|强调|要求|明确)/

/** Whether the sentence quotes an authority above the speaker: what it says is a guideline. */
export function quotesAuthority(sentence: string): boolean {
  return QUOTED_AUTHORITY.test(sentence)
}

const GUIDING = /为(?:指导|引领|指引)|指导思想(?:是|：)|总(?:体)?(?:的)?要求是/
const DOCTRINE = /以(?:马克思列宁主义|毛泽东思想|习近平新时代中国特色社会主义思想|邓小平理论)|指导思想|要求是/
const MAY_BE_VERDICT = /^这|根本|归功|领航掌舵/
const VERDICT = /^(?:这|根本在于|.{0,12}归功于|.{0,20}最根本(?:的)?(?:在于|是))(?:.{0,30}(?:结果|关怀|指引|掌舵))|领航掌舵.{0,30}(?:指引|结果)/
const STATION =
  /关键时期|[局官胜步坚]之年|第一年|主线|机遇期|历史机遇|关键节点|窗口期|首要任务|必然要求|内在要求|根本保证|重要基础|题中之义|应有之义|重大战略|重要任务|重要举措|重要内容|发挥(?:着|了)?(?:重要|关键|基础性|决定性|不可替代).{0,6}作用/
const STATED = /是|处在|处于|迎来|步入|进入|中发挥/
const SIGNIFICANCE = /是指|(?:具有|有着).{0,12}意义|意义(?:重大|深远)|事关|使命(?:光荣|崇高)|责任(?:重大|如山)/
const ANSWER_TO_PROBLEMS = /^(?:对此|对于?这些|针对这些|这些(?:问题|困难)|以上(?:问题|困难)).{0,40}(?:我们|必须|一定|将|高度重视|解决)/
const RALLY = /让我们|奋斗[！!]$|新(?:篇章|辉煌|局面|贡献)[！!]$|(?:召唤|号召)(?:着)?我们|^(?:新征程|展望未来|站在新)/

const PRINCIPLE = /^(?:始终|更加|牢固)?(?:坚持|树立|贯彻|坚定不移贯彻|践行)[^，。]*(?:理念|至上|为大|为中心|总基调|总体国家安全观|内涵式发展)(?:，|$)/

/** Whether the sentence as a whole states guidelines, significance or a rallying call. */
export function isFramingWhole(sentence: string): boolean {
  if (GUIDING.test(sentence) && DOCTRINE.test(sentence)) return true
  if (isSignificance(sentence) || (MAY_BE_VERDICT.test(sentence) && VERDICT.test(sentence))) return true
  return ANSWER_TO_PROBLEMS.test(sentence) || RALLY.test(sentence)
}

/** `坚持民生为大的理念，…`: a principle to go by, where no figure makes it a measure. */
export function isPrinciple(sentence: string): boolean {
  return PRINCIPLE.test(sentence) && !isMeasured(sentence)
}

/** `X是…的关键时期`: what something is, within one clause or nearly so. */
function isSignificance(sentence: string): boolean {
  if (SIGNIFICANCE.test(sentence)) return true
  const at = sentence.search(STATION)
  return at >= 0 && STATED.test(sentence.slice(Math.max(0, at - 42), at + 2))
}

/** Whether the sentence says `要` or `必须` of somebody. */
export function obliges(sentence: string): boolean {
  return /(?:^|[，；。：、]|各地|各级|部门|系统)(?:还|都|更|也)?要(?!素|求|点|闻)|必须/.test(sentence)
}

/** Whether the sentence turns to what comes next. */
export function looksAhead(sentence: string): boolean {
  return /^(?:下一步|接下来|今后)/.test(sentence)
}

/** Whether the sentence demands something in so many words, or sets a figure. */
export function isDemand(sentence: string): boolean {
  return isMeasured(sentence) || /(?:^|[，；。：、]|政策|部门|各地|各级|工作|我们)要(?!素|求|点)|拟|力争|确保/.test(sentence)
}

function isMeasured(sentence: string): boolean {
  return /\d(?!\d{0,12}(?:年|月|日|[届次]))[.\d]{0,12}(?:%|％|[\u4e00-\u9fff])/.test(sentence.replaceAll(/“[^”]*”|20\d\d年|\d+月|\d+日/g, ''))
}

const IDEOLOGY = new WordTable(
  (
    '习近平 总书记 党的最新 党的创新 党的中心 党的路线 党的全面领导 党的理论 党的宗旨 党的初心 深刻把握 准确把握 牢牢把握 两个确立 两个维护 四个意识 四个自信 二十大 二十届 十九大 十九届 一中全会 二中全会 三中全会 四中全会 五中全会 六中全会 全会精神 党中央 保持高度一致 政治站位 政治判断力 政治领悟力 政治执行力 政治责任 政治属性 政治引领 政治自觉 政治高度 政治担当 人民至上 以人民为中心 民政为民 民政爱民 为民爱民 使命担当 使命感 初心 旗帜 思想武装 思想自觉 思想统一 政绩观 五位一体 四个全面 总基调 新发展理念 新发展格局 真抓实干 守正创新 踔厉奋发 勇毅前行 底线思维 系统观念 问题导向 目标导向 中国式现代化 民族复兴 走在前列 新局面 作风 担当作为 恪尽职守 新台阶 团结 信念 信心'
  )
    .split(' ')
    .map((word) => [word, true] as const)
)
const MAY_BE_DECISION = /中央|省委|开创|力量$/
const DECISION = /中央.{0,6}会议精神|省委.{0,10}(?:部署|要求|精神|决定)|开创.{0,8}局面|力量$/

/** Whether clauses of ideology take up half of the sentence. */
export function isIdeology(sentence: string): boolean {
  const mayDecide = MAY_BE_DECISION.test(sentence)
  const half = sentence.length / 2
  let ideological = 0
  for (let start = 0, i = 0; i <= sentence.length; i++) {
    if (i < sentence.length && !endsClause(sentence.charCodeAt(i))) continue
    if (IDEOLOGY.occursIn(sentence, start, i) || (mayDecide && DECISION.test(sentence.slice(start, i)))) ideological += i - start
    if (ideological >= half) return true
    if (ideological + sentence.length - i < half) return false
    start = i + 1
  }
  return false
}

/** Whether the sentence begins with what is to be done, and names nobody who does it. */
export function beginsWithVerb(sentence: string): boolean {
  return isVerbAt(sentence, labelWidth(sentence))
}
