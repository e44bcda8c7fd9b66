import type { Span } from '../text/span.ts'

/** Offices and where the title that ends in one begins. */

const LED = '省|市|县|区|(?<![福广杭苏徐常扬泰温台湖衢亳滁宿池抚赣吉德滨郑荆随郴永柳梧贺钦泸达惠潮梅兰株漳泉忻朔沧锦])州|盟|旗|镇|乡|部|厅|局|司|处|署|科|股|村|街道办?'
const LEADERS = '省|市|县|区|州|盟|旗|镇|乡|自治区|自治州|厅|局|委|部|院|校|司|处|室'

/** Every office of party, state and mass organisations: those who hold them are officials where they act. */
const STRONG =
  `(?:${LED})长(?![沙春治丰汀葛垣顺][市县区])|书记|支书|行政长官|委员长|主席(?![台团令])|总理|国务委员|专员|秘书长|主任委员|主任科员|主任|主委|检察长|巡视员|调研员|参事|督察专员|督学|总工程师|总工|总经济师|总会计师|总规划师|首席代表|` +
  `(?<!专家组|课题组|项目组|报告团|攻关组)组长|政委|政治委员|司令员|参谋长|党组成员|党委委员|党委成员|党工委委员|部务委员|常委|(?:${LEADERS})领导(?!小组|班子|干部|机关|下|核心|力|层|成员|同志)`

/** Offices of hospitals, schools, firms and societies: experts and managers rather than officials. */
const INSTITUTION =
  /医院|大学|学院|研究[院所]|公司|集团|门诊|科室|[内外儿妇]科|养老院|福利院|敬老院|护理院|照料中心|学校|小学|中学|幼儿园|合作社|协会|学会|商会|基金会|俱乐部|工作室|班主任|电视台|报社/

export const isInstitution = (title: string): boolean => INSTITUTION.test(title)

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

/** Words that end before a title begins. Single characters are kept out of place names by their neighbours. */
const cutPattern = new RegExp(
  '欢迎|祝贺|感谢|传达|学习|贯彻|落实|按照|根据|遵照|听取|邀请|陪同|随同|宣读|转达|会见|看望|拜会|围绕|委托|出席|参加|主持|以及|其中|会议上|大会上|仪式上|会上|会后|会前|期间|现场|还有|包括|分别|带领|带着|作为|' +
    '担任|当选|任命|获得者|来自|上午|下午|晚上|当天|当日|随后|此前|昨天|昨日|今天|今日|近日|日前|同志|时任|原任|已故|老师|我们|他们|她们|大家|记者|所示|批示|通过|经过|结合|采访|见到|遇到|找到|认识|一位|一名|这位|那位|几位|多位|' +
    '[0-9０-９]日|(?:日报|晚报|本报|新华社|网)讯|电(?=[省市自国中民])|讯(?=[省市自国中民])|了|(?<!目)的|着(?!力)|是|称|受|被|把|让|(?<!自)由|请|(?<!大)使(?!馆)|对(?![外口])|向(?![阳海])|同(?![江仁心德安])|与|(?<!普)及|暨|将(?!乐)|从(?!化|江)|即(?!墨)|于(?!都|田|洪)|在(?!线)|因|(?<!数)据|和|为(?!农)',
  'g'
)
/** 人力资源和社会保障厅, 住房和城乡建设局: the 和 of an organ's name. */
const organBeforeAnd =
  /(?:资源|住房|工业|文化|发展|民族|信息|经济|商务|规划|卫生|健康|教育|社会|建设|广播|新闻|机关|国有|农业|水利|交通|城乡|财政|金融|统战|宣传|监察|法制|监督|内务|司法|民政|退役|应急|老龄|人口|环境|科学|技术|电视|出版|组织|劳动|安全|生态|外事|港澳|侨务|应对|纪检|政策|体育|林业|草原|海洋|渔业|粮食|物资|地震|市场|质量|知识|就业|人才|培训|行政|审计|信访|保密|档案|食品|药品|港口|旅游|网络|舆情|安全生产|征信|投资)$/

function lastCut(chunk: string): number {
  let cut = 0
  for (const match of chunk.matchAll(cutPattern)) {
    if ((match[0] === '和' || match[0] === '与') && organBeforeAnd.test(chunk.slice(0, match.index))) continue
    cut = match.index + match[0].length
  }
  return cut
}

/** Drops what still stands before the organ: spaces, dashes, a leading 的. */
function trimLead(text: string, start: number, end: number): number {
  let at = start
  while (at < end && ' 　—-·（(、）)'.includes(text.charAt(at))) at++
  return at
}
