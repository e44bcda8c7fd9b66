import { findPlaces, type Gazetteer } from '../places/gazetteer.ts'

/** The meeting a report tells of, and where it was held. */

const NOUN =
  '(?:工作会议|座谈会|座谈|视频会议?|电视电话会议?|推进会|调度会|动员会|部署会|现场会|发布会|报告会|研讨会|论坛|年会|茶话会|恳谈会|例会|约谈会|交流会|总结会|汇报会|观摩会|联席会议?|会商会|常务会议?|党组会议?|扩大会议?|' +
  '宣讲会|培训会|培训班|通气会|听证会|评审会|启动会|启动仪式|揭牌仪式|签约仪式|开班仪式|开幕式|表彰大会|表彰会|誓师大会|代表大会|全体会议|全会|分析会|务虚会|督办会|专题会|民主生活会|协调会|对接会|对话会|讨论会|大会|会议|(?:[谋培调评对研部厅局专务划训][\u4e00-\u9fff]{0,2})(?<![社机员协学金工事合商总晚体聚委])会)'
const VERB = '(?:召开|举行|举办|主持召开|组织召开|联合召开|联合举行|联合举办|开展|承办)'
const END = '(?=[，,;。、；：！“（(\\n\\s]|$|上|并|在|暨|于)'

const objectPattern = new RegExp(`(?:${VERB}|出席)了?([^，。；：！？,;:!?\\n]{1,70}?${NOUN}(?:暨[^，。；：,;:\\n]{2,40}?${NOUN})?)${END}`)
const subjectPattern = new RegExp(`(?:^|[，。；：,;:\\n讯电日午）)])([^，。；：！？,;:!?\\n]{2,70}?${NOUN}(?:暨[^，。；：,;:\\n]{2,40}?${NOUN})?)(?:于[^，。；,;]{1,20}?)?(?:以视频形式)?(?:在[^，。；,;]{1,24}?)?(?:隆重|胜利|顺利|成功|联合|正式)?(?:召开|举行|举办|开幕|闭幕)`)
const congressPattern = /日在([^。]{2,60}?(?:会议|全会|大会))上/

/** A name that could be any meeting's. */
const GENERIC = /^(?:各[类级种项地]|党的|中国共产党|中共中央|中央|习近平|历[次届]|第?[0-9０-９一二三四五六七八九十两多数]+(?:场|次|个|轮)|了|本次|此次|该|这次|有关|相关|多场|一场|系列)|^(?:本次|此次|专题|视频|工作|全体|动员|现场)?(?:会议|大会|座谈会|座谈|例会|发布会|论坛)$/

/** Work reports: the congress. Meetings: the object of 召开 or its subject, in the lead, else in the headline. */
export function readMeeting(title: string, text: string, around: readonly string[]): string | null {
  for (const part of [...around, text.slice(0, 400), title]) {
    const congress = congressPattern.exec(part.replace(/\n(?=人民代表大会)/g, ''))?.[1]
    if (congress !== undefined && /人民代表大会|全会|全体会议/.test(congress)) return congress
  }
  const lead = firstSentences(text)
  return named(lead) ?? named(title)
}

/** Further down, meetings are others' or parts of a list. */
function firstSentences(text: string): string {
  const lead = text.slice(0, 420)
  const second = lead.indexOf('。', lead.indexOf('。') + 1)
  return second < 0 ? lead : lead.slice(0, second + 1)
}

function named(text: string): string | null {
  const object = objectPattern.exec(text)
  const subject = subjectPattern.exec(text)
  const found = [object, subject]
    .filter((match) => match !== null)
    .map((match) => ({ name: bare(match[1]!), at: match.index }))
    .filter(({ name }) => name.length >= 3 && !GENERIC.test(name))
    .sort((a, b) => a.at - b.at)
  return found[0]?.name ?? null
}

/** Without date, host and opening words: 2月10日，…; 省民政厅召开…. */
function bare(name: string): string {
  return name
    .replace(/^.*(?:上午|下午|[0-9０-９]日|近日|日前|今天|昨天)[，,）)]?/, '')
    .replace(new RegExp(`^.*${VERB}了?`), '')
    .replace(/^(?:由|据悉|获悉|记者从)/, '')
}

const placePattern = /在([\u4e00-\u9fff·（）]{1,16}?)(?:以[^，。]{2,8}形式)?(?:隆重|胜利|顺利|成功|联合|组织|共同|主持|正式)*(?:召开|举行|举办|开幕)/
const VENUES = /(?:会堂|礼堂|会议室|会议中心|会展中心|中心|酒店|宾馆|饭店|广场|大厦|基地|学院|党校|大学|报告厅|指挥部|会场|园区|社区|街道|村|镇)$/

/** 在京召开: capitals by the character that stands for them. */
const IN_SHORT: Readonly<Record<string, string>> = {
  京: '北京', 津: '天津', 沪: '上海', 渝: '重庆', 穗: '广州', 宁: '南京', 杭: '杭州', 汉: '武汉', 蓉: '成都', 昆: '昆明', 邕: '南宁', 榕: '福州', 郑: '郑州', 济: '济南', 沈: '沈阳', 哈: '哈尔滨', 银: '银川', 筑: '贵阳', 并: '太原', 肥: '合肥', 长: '长沙'
}

/** 杭州 of 在杭州召开, as written; null where the lead names no place. */
export function readPlace(title: string, text: string, gazetteer: Gazetteer): string | null {
  for (const part of [text.slice(0, 420), title]) {
    const match = placePattern.exec(part)
    if (match === null) continue
    const written = match[1]!.replace(/^(?:自治区首府|首府|省会|省城)/, '')
    const short = IN_SHORT[written]
    if (short !== undefined) return short
    if (findPlaces(gazetteer, written).length > 0 || VENUES.test(written)) return written
  }
  return null
}
