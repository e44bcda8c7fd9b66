import type { Span } from '../text/span.ts'

/** Offices and where the title that ends in one begins. */

const LED = '省|市|县|区|(?<![福广杭苏徐常扬泰温台湖衢亳滁宿池抚赣吉德滨郑荆随郴永柳梧贺钦泸达惠潮梅兰株漳泉忻朔沧锦])州|盟|旗|镇|乡|部|厅|局|司|处|署|科|股|村|街道办?'
const LEADERS = '省|市|县|区|州|盟|旗|镇|乡|自治区|自治州|厅|局|委|部|院|校|司|处|室'

/** Every office of party, state and mass organisations: those who hold them are officials where they act. */
const STRONG =
  `(?:[省市州县区厅局部行]长|主席)助理|(?:${LED})长(?![沙春治丰汀葛垣顺][市县区]|[远期效足征])|书记|支书(?!记)|行政长官|委员长|主席(?![台团令])|总理|国务委员|专员|秘书长|主任委员|主任科员|(?<!儿童|班|车间)主任|主委|检察长|巡视员|调研员|参事|督察专员|督学|总工程师|总工|总经济师|总会计师|总规划师|首席代表|总指挥|指挥长|发言人|` +
  `(?<!专家组|课题组|项目组|报告团|攻关组)组长|政委|政治委员|司令员|参谋长|党组成员|党委委员|党委成员|党工委委员|部务委员|常委|(?:${LEADERS})领导(?!小组|班子|干部|机关|下|核心|力|层|成员|同志)`

/** Offices of hospitals, schools, firms and societies: experts and managers rather than officials. */
const INSTITUTION =
  /医院|大学|学院|研究[院所]|公司|集团|门诊|科室|[内外儿妇]科|养老院|福利院|敬老院|护理院|照料中心|学校|小学|中学|幼儿园|合作社|协会|学会|商会|基金会|俱乐部|工作室|社工服务|社会工作服务|总干事|电视台|报社/

/** 爱心企业代表…董事长, 获奖者代表…主任: persons who speak for others than an organ. */
export const isDelegate = (title: string): boolean => /(?:企业家?|爱心|获奖者?|居民|群众|村民|社工|行业|校友|家长|学生|受助|志愿者|专家|党员|职工)代表/.test(title)

export const isInstitution = (title: string): boolean => INSTITUTION.test(title) || /(?:董事长|总经理|园长|执行长)$/.test(title)

/** 省民政厅养老服务处负责人, 街道办负责人: of an organ of the state, not of a shop or a team. */
export const isInCharge = (title: string): boolean => /(?:厅|局|委|办|办公室|部|处|科|政府|街道|镇|乡|联合会|残联|妇联|总工会)(?:相关|有关|主要|分管|具体)?负责(?:人|同志)$/.test(title)

/** Heads of institutions: officials only where they take part in a meeting. */
const WEAK = '委员|负责人|负责同志|会长|理事长|院长|所长|站长|校长|社长|台长|馆长|总队长|支队长|大队长|队长|董事长|总经理|行长|园长|总干事|执行长|团长|军长|师长|庭长'

const officePattern = new RegExp(`(${STRONG})|(?:${WEAK})`, 'g')
const endsInOffice = new RegExp(`(?:${STRONG}|${WEAK}|成员|巡视员|代表|主委|厅级领导|厅级干部|（.{2,6}）)$`)

export interface Office extends Span {
  readonly isStrong: boolean
}

/** Every office noun of a text: 厅长, 副省长 (from its 省长), 书记 … */
export function findOffices(text: string): Office[] {
  const found: Office[] = []
  for (const match of text.matchAll(officePattern)) {
    found.push({ start: match.index, end: match.index + match[0].length, isStrong: match[1] !== undefined })
  }
  return found
}

const BREAKS = '，。；：！？,;:!?“”"《》\n【】■—）)'

/**
 * Where the title begins whose last office is at `office`: back to a mark or to a word that cannot
 * stand in a title (会议传达学习了|省长). A 、 is passed when an office stands before it
 * (党组书记、厅长). `from` is where the person before it ends.
 */
export function titleStart(text: string, office: Office, from: number): number {
  let start = chunkStart(text, office.start, from)
  while (start > from && text.charAt(start - 1) === '、') {
    const before = chunkStart(text, start - 1, from)
    if (!endsInOffice.test(text.slice(before, start - 1))) break
    start = before
  }
  return trimLead(text, start, office.start)
}

function chunkStart(text: string, end: number, from: number): number {
  let start = end
  while (start > from && end - start < 60 && !BREAKS.includes(text.charAt(start - 1)) && text.charAt(start - 1) !== '、') start--
  return start + lastCut(text.slice(start, end))
}

/** Words that end before a title begins, by their last character. */
const CUT_WORDS: ReadonlyMap<string, readonly string[]> = byCharacter(
  ('欢迎 祝贺 感谢 传达 学习 贯彻 落实 按照 根据 遵照 听取 邀请 陪同 随同 宣读 转达 会见 看望 拜会 围绕 委托 出席 参加 主持 以及 其中 会议上 大会上 仪式上 会上 会后 会前 期间 现场 还有 包括 分别 带领 带着 作为 ' +
    '担任 当选 任命 获得者 来自 上午 下午 晚上 当天 当日 随后 此前 昨天 昨日 今天 今日 近日 日前 同志 时任 原任 已故 老师 我们 他们 她们 大家 记者 所示 批示 通过 经过 结合 采访 见到 遇到 找到 认识 一位 一名 这位 那位 几位 多位 ' +
    '日报讯 晚报讯 本报讯 新华社讯 网讯').split(' '),
  (word) => word.slice(-1)
)
/** Characters that do the same, unless they stand in the name of a place (`isInPlaceName`). */
const CUT_CHARACTERS: ReadonlySet<string> = new Set('了的着是称受被把让由请使对向同与及暨将从即于在因据和为')

/** 人力资源和社会保障厅, 住房和城乡建设局: the 和 of an organ's name. */
const organBeforeAnd =
  /(?:资源|住房|工业|文化|发展|民族|信息|经济|商务|规划|卫生|健康|教育|社会|建设|广播|新闻|机关|国有|农业|水利|交通|城乡|财政|金融|统战|宣传|监察|法制|监督|内务|司法|民政|退役|应急|老龄|人口|环境|科学|技术|电视|出版|组织|劳动|安全|生态|外事|港澳|侨务|应对|纪检|政策|体育|林业|草原|海洋|渔业|粮食|物资|地震|市场|质量|知识|就业|人才|培训|行政|审计|信访|保密|档案|食品|药品|港口|旅游|促进|治理|福利|事务|救助|管理|改革|政权|儿童|老年|保护|服务|养老|优抚|社区|体制|信用|区域|产业|网络|舆情|安全生产|征信|投资)$/

/** Where what cannot stand in a title ends last in `chunk`; 0 where nothing does. */
function lastCut(chunk: string): number {
  for (let end = chunk.length; end > 0; end--) if (cutsAt(chunk, end - 1)) return end
  return 0
}

function cutsAt(chunk: string, at: number): boolean {
  const character = chunk.charAt(at)
  if (CUT_WORDS.get(character)?.some((word) => chunk.endsWith(word, at + 1)) === true) return true
  if (character === '日') return /[0-9０-９]/.test(chunk.charAt(at - 1))
  // 新华社杭州2月3日电|省委书记, 东南网5日讯|省民政厅.
  if (character === '电' || character === '讯') return '省市自国中民'.includes(chunk.charAt(at + 1) || ' ')
  if (!CUT_CHARACTERS.has(character) || isInPlaceName(chunk, at)) return false
  return !(character === '和' || character === '与') || !organBeforeAnd.test(chunk.slice(0, at))
}

/** Names of divisions and streets that hold a character at which titles are cut. */
const PLACE_NAMES_WITH_CUTS: ReadonlyMap<string, readonly string[]> = byCharacter(
  ('和平 和谐 和美 和睦 和顺县 和林格尔 和龙市 和县 和政县 和静县 和硕县 和田 和布克 和康县 南和区 南和县 永和县 永和镇 永和街 呼和浩特 兴和县 太和区 太和县 太和镇 云和县 平和县 ' +
    '政和县 泰和县 仁和区 仁和镇 仁和街 西和县 民和县 民和回 共和县 新和县 中和镇 中和街 三和街 祥和街 大同 会同县 同江 同仁 同心 同德 同安 诸暨 无为 犍为 为农 让胡路 称多 将乐 从化 从江 即墨 ' +
    '于都 于田 于洪 普及 目的 着力 大使 使馆 自由 对口 对外 向阳 向海 在线 数据 受降 称钩 把边 把什').split(' '),
  (name) => name
)

function byCharacter(words: readonly string[], characters: (word: string) => string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const word of words) {
    for (const character of characters(word)) found.set(character, [...(found.get(character) ?? []), word])
  }
  return found
}

function isInPlaceName(chunk: string, at: number): boolean {
  const held = chunk.charAt(at)
  return PLACE_NAMES_WITH_CUTS.get(held)?.some((name) => chunk.startsWith(name, at - name.indexOf(held))) === true
}

/** Drops what still stands before the organ: spaces, dashes, a leading 的. */
function trimLead(text: string, start: number, end: number): number {
  let at = start
  while (at < end && ' 　—-·（(、）)'.includes(text.charAt(at))) at++
  return at
}
