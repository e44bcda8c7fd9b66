/**
 * Whether a quoted wording is the coined name of a programme. Quotation marks in official Chinese
 * also stand around political formulas (`“两个确立”`), periods (`“十四五”`), benefits (`“两项补贴”`),
 * images (`“压舱石”`) and things merely called so; what stands around the marks tells them apart.
 */
export interface QuotedName {
  readonly name: string
  /** The characters before the opening and after the closing mark, at most a dozen of each. */
  readonly before: string
  readonly after: string
  /** How often the name stands in quotation marks in this text. */
  readonly count: number
  /** Whether names beside it are introduced by the same verb (`推进“…”…，推进“…”…`). */
  readonly isParallel: boolean
}

/** The score from which on a wording counts as a programme. */
const ENOUGH = 2

export function isProgrammeName(quoted: QuotedName): boolean {
  const { name, before, after } = quoted
  if (!isWellFormed(name) || FORMULA.test(name) || BENEFIT.test(name) || IMAGES.has(name) || MANNER.test(name)) return false
  if (EMPHASIS_BEFORE.test(before) || EMPHASIS_AFTER.test(after)) return false
  const isNamed = NAMED_AFTER.test(after)
  if (/[+＋]/.test(name) && !isNamed) return false
  let score = isNamed ? 2 : 0
  if (hasNameEnding(name)) score += 2
  if (VERB_BEFORE.test(before)) score += 1
  if (quoted.count > 1 && (score > 0 || COINED.test(name))) score += 1
  if (quoted.isParallel) score += 1
  if (COUNTED.test(name) && !COUNTED_SYSTEM.test(name)) score -= 2
  return score >= ENOUGH
}

/** `…行动`, `…品牌`: the name itself says what it names. */
export const hasNameEnding = (name: string): boolean => NAME_ENDING.test(name)

/** Three to fourteen characters without marks: shorter is a word, longer or punctuated a slogan. */
function isWellFormed(name: string): boolean {
  return name.length >= 3 && name.length <= 14 && /^[\u4e00-\u9fffA-Za-z0-9·+＋]+$/.test(name) && /[\u4e00-\u9fff]{2}/.test(name)
}

/** Formulas of the party and of plans, and catchwords of administration that every report has. */
const FORMULA =
  /^(?:十[一二三四五六七八九]五|[一二三四五六七八九十两双][个项](?:确立|维护|意识|自信|全面|结合|务必|毫不动摇|必须坚持|答案|先锋|一以贯之|伟大|导向|更加|坚持|聚焦)|第二个答案|五位一体|国之大者|三会一课|三严三实|两学一做|四风|三重一大|三公|一岗双责|三个?区分开来|两优一先|双碳|双循环|放管服|三农|一带一路|一国两制|绿水青山就是金山银山|三孩|一老一小|一网[通统][办管]|一窗受理|一件事|高效办成一件事|最多跑一次|一次办|一站式|不见面审批|秒批秒办|互联网[+＋].*|.{0,4}急难愁盼|三保|三保障|九小场所|三医|三无|双减|以奖代补|以旧换新|以工代赈|揭榜挂帅|先.后.|一.多.|.转.)$/

const BENEFIT = /(?:补贴|津贴|补助|养老金|低保|保险|价格|收费)$/

/** Images and things merely called so. */
const IMAGES: ReadonlySet<string> = new Set(
  '形象工程 政绩工程 面子工程 压舱石 主引擎 稳定器 助推器 加速器 金钥匙 金名片 金招牌 领头羊 领头雁 主力军 主战场 主阵地 排头兵 先行者 绊脚石 牛鼻子 最后一公里 最先一公里 最后一米 心坎上 零距离 零容忍 零门槛 零的突破 硬骨头 硬杠杠 大文章 必修课 必答题 及时雨 定心丸 好声音 指挥棒 风向标 晴雨表 防火墙 安全网 高压线 生命线 保护伞 避风港 蓄水池 钱袋子 米袋子 菜篮子 老大难 中梗阻 一盘棋 一张网 一本账 一张图 一张蓝图 组合拳 连心桥 传家宝 主心骨 贴心人 娘家人 当家人 关键小事 头等大事 烦心事 揪心事 操心事 二维码 朋友圈 新名片 新引擎 出圈 打卡地 烟火气 幸福感 获得感 获得感成色 主人翁 中国特色 独角兽 小巨人 人人有责'.split(' ')
)

/** `…式`, `…化`, `…感` say how something is, they name nothing. */
const MANNER = /[式化感力性型]$|^(?:有|无|没|不|能|可|让|把|被|从|像|再)/

const EMPHASIS_BEFORE = /(?:成为|成了|变成|当好|作为|发挥(?:了|出)?|发挥着|所谓|叫做?|称(?:它|其|之|他们|她们)?为|称作|誉为|像|好比|从|由|向|避免|破除|破解|解决|防止|杜绝|纠治|整治|打击|遏制|弘扬|坚持|增强|坚定|做到|消除)$/
const EMPHASIS_AFTER = /^(?:的(?!品牌|行动)|现象|问题|难题|作用|效应|态势|优势|式|攻坚战|目标|要求|精神|理念|关系|底线|短板|堵点|转变|转型|等(?:方式|形式|问题|现象|目标|要求|优势|短板|措施|手段|项目|政策)|等灵活)/

const NAMED_AFTER =
  /^(?:(?:[三五两][0-9]?年|专项|系列|主题|示范|品牌|公益|志愿|提升|创建|工作|宣传|推进|惠民|便民|关爱|帮扶|慈善|特色|社区|服务|改革|试点|建设|活动){0,3}(?:行动|工程|计划|活动|试点|专项|评选|品牌|机制|(?:互助|治理|管理|养老|救助|帮扶|照护|工作)?模式|志愿服务(?!的)|(?:服务|信息|智慧|数字|管理|综合)*平台|项目(?!建设|资金)|系列|获得者|工作法|服务点|改革|创建|表彰|主题))|^(?:“[^”]{2,14}”|、)*等?(?:[0-9一二两三四五六七八九十]+[大个项])?(?:专项|系列|特色|品牌|公益|服务|惠民)*(?:行动|工程|计划|活动|品牌)/

const NAME_ENDING =
  /(?:行动|工程|计划|方案|战略|奖|周|节|活动日|宣传月|屋|地图|驿站|生活圈|服务圈|清单|体系|健康礼|礼包|邮箱|先行区|示范区|试验区|体验区|中心|勋章|奖章|楷模|模范|之家|经验|联动|学堂|课堂|讲堂|食堂|超市|银行|基金|热线|平台|联盟|联盟体|指数|码|卡|家园|工坊|议事厅|会客厅|合作社|工作室|品牌|模式|机制|大学|小镇|走廊|集群工程|专列|大篷车|直通车)$/

const VERB_BEFORE =
  /(?:推进|推动|健全|建立|打造|构建|启动|启用|创建|开展|实施|深化|擦亮|打响|推广|绘就|勾勒出|设立|开设|开起|推出|建成|送去|举办|首届|完善|创新|叫响|唱响|做优|做强|迭代|践行|围绕|建设|全面启动|深入实施|持续开展)(?:了|出|起|着)?(?:[^，。；]{0,8}的|新时代|首届|第[一二三四五六七八九十]届|全国|全省|全市)?$/

/** A pair of syllables that no dictionary joins: place with action, or four-character coinages. */
const COINED = /^[\u4e00-\u9fff]{4,6}$/

/** `五大…`, `三高地两基地`, `四个中心`: a count of what is in it. */
const COUNTED = /^[一二三四五六七八九十两双多][大个项重高张条新套]|[一二三四五六七八九两][\u4e00-\u9fff]{1,2}[一二三四五六七八九两]/

/** Counted, and yet set up as a whole of its own: `七大体系`, `两个清单`. */
const COUNTED_SYSTEM = /(?:体系|清单|行动|工程|计划|机制|联动)$/
