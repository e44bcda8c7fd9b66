/**
 * 虚构样例: report texts for measuring. Sentences are put together from lists of words, so that they
 * have the vocabulary, numbering and layout of provincial reports and say nothing that anyone said.
 */

/** mulberry32: the same seed gives the same texts on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const provinces =
  '河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省'.split(' ')
const cities = '云岭市 青湖市 临江市 石桥市 白沙市 新河市'.split(' ')
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张'
const givenNames = '明华建国志强晓峰文静海燕德胜立新春梅云飞向东思远'
const offices = '副省长 省民政厅厅长 省民政厅党组书记 副厅长 省政府副秘书长 二级巡视员'.split(' ')
const verbs = '健全 完善 推进 加强 落实 深化 提升 规范 拓展 优化 巩固 实施 开展 建立 推动 强化'.split(' ')
const subjects =
  '基本养老服务体系 居家社区养老服务 养老机构服务质量 老年助餐服务 分层分类社会救助 最低生活保障制度 特困人员供养 临时救助机制 低收入人口动态监测 未成年人救助保护 孤儿基本生活保障 农村留守儿童关爱 残疾人两项补贴 社会组织党的建设 行业协会商会改革 城乡社区治理 村民自治制度 殡葬服务设施 节地生态安葬 婚姻登记服务 地名公共服务 区划地名管理 慈善事业发展 福利彩票发行 志愿服务体系 社会工作人才队伍 流浪乞讨人员救助 民政信息化建设 移民安置工作 安全生产责任 法治民政建设 基层服务能力 数字化改革 资金监管机制'.split(
    ' '
  )
const manners = '扎实 全面 持续 稳步 深入 统筹 协同 精准 有序 加快'.split(' ')
const results = '群众满意度不断提高 服务网络更加健全 保障标准稳步增长 工作机制运转顺畅 短板弱项加快补齐 基础条件明显改善 制度成效进一步显现 发展活力持续增强'.split(' ')
const grounds = '坚持以人民为中心的发展思想， 面对复杂多变的外部环境， 各地各部门主动担当作为， 在上级有关部门的大力支持下， 全系统干部职工共同努力， 经过持续攻坚， 从实际情况看，'.split(' ')
const scopes = '在全省范围内 按照年度工作安排 围绕群众急难愁盼问题 会同财政等部门 以县级为重点 结合当地实际'.split(' ')
const objects = '相关配套政策 部门协作机制 考核评价办法 日常监督检查 人员培训工作 宣传引导工作 基础数据核查 经费保障渠道'.split(' ')
const openers = '要 会议强调， 会议指出， 会议要求， 下一步， 同时， 会上， 去年以来，'.split(' ')
const labels = ['一是', '二是', '三是', '四是', '五是', '六是']
const numbers = ['一', '二', '三', '四', '五', '六']

export interface InventedFile {
  readonly name: string
  readonly text: string
}

/** `count` files, each with one report of about `characters` characters, in six layouts. */
export function inventedReports(count: number, characters: number, seed = 1): InventedFile[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, index) => inventedReport(random, { index, characters }))
}

function inventedReport(random: () => number, { index, characters }: { index: number; characters: number }): InventedFile {
  const pick = <T>(list: readonly T[] | string): T => list[Math.floor(random() * list.length)] as T
  const name = (): string => pick<string>(surnames) + pick<string>(givenNames) + (random() < 0.6 ? pick<string>(givenNames) : '')
  const province = pick(provinces)
  const short = province.slice(0, -1)
  const [month, day, year] = [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28), 2022 + Math.floor(random() * 5)]

  const clause = (): string => {
    const roll = random()
    if (roll < 0.02) return `到${year + 2}年全省${pick(subjects)}覆盖率达到${50 + Math.floor(random() * 50)}%以上`
    if (roll < 0.05) return `全年新增服务设施${100 + Math.floor(random() * 900)}个、惠及群众${2 + Math.floor(random() * 90)}万人次`
    if (roll < 0.07) return `打造“${pick<string>(givenNames)}${pick<string>(givenNames)}${pick(['康养', '帮扶', '社区', '关爱'])}”服务品牌`
    if (roll < 0.4) return `${pick(grounds)}${pick(results)}`
    return `${random() < 0.5 ? pick(scopes) : ''}${random() < 0.6 ? pick(manners) : ''}${pick(verbs)}${pick(subjects)}${random() < 0.4 ? `和${pick(objects)}` : ''}`
  }
  const sentence = (): string => {
    const clauses = Array.from({ length: 2 + Math.floor(random() * 4) }, clause)
    return (random() < 0.35 ? pick(openers) : '') + clauses.join('，') + '。'
  }
  const paragraph = (): string => Array.from({ length: 2 + Math.floor(random() * 4) }, sentence).join('')

  const title = `${short}召开全省民政工作${pick(['会议', '座谈会', '推进会'])}`
  const official = pick(offices)
  const lead = `${month}月${day}日，${year}年${province}民政工作会议在${pick(cities)}召开。${official}${name()}出席会议并讲话，${pick(offices)}${name()}主持会议。`
  const style = index % 3
  const body: string[] = []
  for (let length = lead.length, n = 0; length < characters; n++) {
    const text = style === 0 ? paragraph() : style === 1 ? `${labels[n % 6]}${clause()}。${paragraph()}` : `${numbers[n % 6]}、${clause()}\n${paragraph()}`
    body.push(text)
    length += text.length
  }
  return { name: `${String(index).padStart(5, '0')}.txt`, text: layOut(index % 6, { title, paragraphs: [lead, ...body], source: `${province}民政厅` }) }
}

interface Parts {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly source: string
}

/** As portals, newspapers and word processors leave it. */
function layOut(layout: number, { title, paragraphs, source }: Parts): string {
  switch (layout) {
    case 0:
      return [title, ...paragraphs].join('\n')
    case 1:
      return [title, '', ...paragraphs.map((text) => `　　${text}`), '', `（据${source}）`].join('\n')
    case 2:
      return [title, ...paragraphs.flatMap((text) => wrapped(text, 18))].join('\n')
    case 3:
      return [`${title}\r\n`, `来源：${source}`, ...paragraphs].join('\r\n\r\n')
    case 4:
      return [...title].join(' ') + '\n\n' + paragraphs.map((text) => wrapped(text, 40).join('\n')).join('\n\n')
    default:
      return [title, ...paragraphs, `责任编辑：${source.slice(0, 2)}`].join('\n\n')
  }
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (let i = 0; i < text.length; i += width) lines.push(text.slice(i, i + width))
  return lines
}
