import { provincialUnits } from '#core/places/provincial-units.ts'
import { divisions } from '../../src-main/host/divisions.ts'
import { seededRandom, type InventedFile } from './invented-reports.ts'

/**
 * 虚构样例: a library as a research group might have it after some years, for measuring the window: every
 * province, every year of 2014–2024, provincial meetings and those of its cities. The words of a sentence
 * are drawn from lists, so that no two reports are alike and nothing in them was said by anyone.
 */
export const libraryYears: readonly number[] = Array.from({ length: 11 }, (_, index) => 2014 + index)

interface Area {
  readonly province: string
  readonly cities: readonly string[]
}

const areas: readonly Area[] = provincialUnits.map(({ code, name }) => ({ province: name, cities: citiesOf(code) }))

function citiesOf(province: string): string[] {
  const own = divisions.filter(({ code, name, isFormer }) => isFormer !== true && code.startsWith(province.slice(0, 2)) && /^..(?!00)..00$/.test(code) && /[市州盟]$/.test(name))
  return own.length > 1 ? own.map(({ name }) => name) : []
}

/** `count` files of about `characters` characters each; the first 341 are one for each province and year. */
export function inventedLibrary(count: number, characters: number, seed = 1): InventedFile[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, index) => {
    const area = areas[index % areas.length]!
    const year = libraryYears[Math.floor(index / areas.length) % libraryYears.length]!
    const isProvincial = index < areas.length * libraryYears.length || area.cities.length === 0
    const writer = new Writer(random, year)
    const place = isProvincial ? area.province : writer.pick(area.cities)
    return { name: `虚构样例/${area.province}/${year}/${String(index).padStart(5, '0')} ${place}.txt`, text: writer.report(area.province, place, characters) }
  })
}

const words = (list: string): readonly string[] => list.split(' ')

const surnames = words('赵 钱 孙 李 周 吴 郑 王 冯 陈 褚 卫 蒋 沈 韩 杨 朱 秦 许 何 吕 施 张 孔 曹 严 华 金 魏 陶')
const given = words('明 华 建国 志强 晓峰 文静 海燕 德胜 立新 春梅 云飞 向东 思远 家和 玉林 卫平 国栋 雪松')
const verbs = words('健全 完善 推进 加强 落实 深化 提升 规范 拓展 优化 巩固 实施 开展 建立 推动 强化 改进 统筹 支持 引导')
const manners = words('扎实 全面 持续 稳步 深入 协同 精准 有序 加快 大力 着力 切实 逐步 分类')
const who = words('老年人 高龄老人 失能老人 独居老人 低保家庭 低收入家庭 特困人员 困境儿童 留守儿童 孤儿 残疾人 重度残疾人 流浪乞讨人员 农村居民 社区居民 移民群众 社会组织 行业协会 慈善组织 志愿者 社会工作者 村民委员会 居民委员会 婚姻当事人 殡葬从业人员 福利彩票站点')
const what = words('助餐服务 居家照护 日间照料 集中供养 临时救助 最低生活保障 动态监测 走访探视 康复训练 两项补贴 关爱保护 心理疏导 登记管理 年检抽查 党建工作 议事协商 网格治理 积分管理 婚俗改革 移风易俗 节地生态安葬 公墓建设 地名命名 区划调整 界线勘定 项目资助 公益创投 志愿服务 人才培养 数据共享 一网通办 安全检查 消防整治 资金审计 后期扶持 搬迁安置')
const how = words('制度 机制 网络 体系 标准 平台 队伍 设施 办法 清单 试点 流程 台账 档案 预案 名录')
const places = words('县级层面 乡镇街道 城乡社区 中心城区 边远山区 集镇 易地搬迁安置点 产业园区 老旧小区 牧区 沿海地区 库区')
const aims = words('群众满意度不断提高 服务网络更加健全 保障标准稳步增长 工作机制运转顺畅 短板弱项加快补齐 基础条件明显改善 制度成效进一步显现 发展活力持续增强 办事时间明显缩短 基层负担切实减轻')
const grounds = words('面对复杂多变的外部环境 各地各部门主动担当作为 在有关部门的支持下 全系统干部职工共同努力 从实际情况看 对照年初确定的任务 结合当地实际 按照分级负责的原则 会同财政卫生等部门')
const openers = words('要 会议强调， 会议指出， 会议要求， 下一步， 同时， 会上， 一年来，')
const labels = words('一是 二是 三是 四是 五是 六是 七是 八是')

const shares = words('养老机构护理型床位占比 社区养老服务设施覆盖率 农村低保标准占城市低保标准的比例 火化率 节地生态安葬率 乡镇社会工作服务站覆盖率 等级养老机构占比 村级议事协商制度建成率 婚姻登记跨区域办理率 残疾人两项补贴网上办理率 城乡社区综合服务设施覆盖率 志愿者注册人数占居民人口比例')
const builds: readonly (readonly [string, string])[] = [
  ['新增养老服务床位', '张'], ['新建老年助餐点', '个'], ['改造提升敬老院', '所'], ['新建农村公益性公墓', '处'], ['培育社区社会组织', '家'], ['建设未成年人救助保护机构', '家'],
  ['新增持证社会工作者', '名'], ['完成困难老年人家庭适老化改造', '户'], ['培训养老护理员', '人次'], ['设置地名标志', '块'], ['筹集福利彩票公益金', '亿元'], ['建设街道级综合养老服务中心', '个']
]
const levels = words('城市低保平均标准 农村低保平均标准 机构集中养育孤儿基本生活标准 高龄津贴标准 特困人员基本生活标准')
const covered = words('困境儿童信息台账 乡镇社工站 农村留守老年人探访关爱 低收入人口动态监测 行业协会党的组织 村级儿童主任配备')

class Writer {
  readonly #random: () => number
  readonly #year: number

  constructor(random: () => number, year: number) {
    this.#random = random
    this.#year = year
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)]!
  }

  report(province: string, place: string, characters: number): string {
    const isCity = place !== province
    const short = place.replace(/(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)$/, '')
    const [month, day] = [1 + this.#below(12), 1 + this.#below(28)]
    const office = isCity ? '市民政局局长' : place.endsWith('市') ? '市民政局局长' : place.endsWith('区') ? '自治区民政厅厅长' : '省民政厅厅长'
    const title = `${short}召开${this.#year}年民政工作${this.pick(['会议', '座谈会', '推进会', '电视电话会议'])}`
    const lead = `${this.#year}年${month}月${day}日，${isCity ? province : ''}${place}民政工作会议在${place.endsWith('市') ? place : short}召开。${office}${this.#name()}出席会议并讲话，副${office.slice(-2)}${this.#name()}主持会议。`
    const body: string[] = []
    for (let length = lead.length, n = 0; length < characters; n++) {
      const text = `${labels[n % labels.length]!}${this.#deed()}。${Array.from({ length: 2 + this.#below(4) }, () => this.#sentence()).join('')}`
      body.push(text)
      length += text.length
    }
    return [title, `来源：${place}民政${isCity ? '局' : '厅'}（虚构样例）`, lead, ...body].join('\n\n')
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit)
  }

  #chance(share: number): boolean {
    return this.#random() < share
  }

  #name(): string {
    return this.pick(surnames) + this.pick(given)
  }

  #sentence(): string {
    const clauses = Array.from({ length: 2 + this.#below(4) }, () => this.#clause())
    return (this.#chance(0.35) ? this.pick(openers) : '') + clauses.join('，') + '。'
  }

  #clause(): string {
    const roll = this.#random()
    if (roll < 0.065) return this.#target()
    if (roll < 0.09) return `打造“${this.pick(given)}${this.pick(given)}${this.pick(['康养', '帮扶', '社区', '关爱'])}”服务品牌`
    if (roll < 0.3) return `${this.pick(grounds)}，${this.pick(who)}${this.pick(what)}${this.pick(aims)}`
    return this.#deed()
  }

  #deed(): string {
    const where = this.#chance(0.3) ? `在${this.pick(places)}` : ''
    const also = this.#chance(0.35) ? `，${this.pick(verbs)}${this.pick(what)}${this.pick(how)}` : ''
    return `${where}${this.#chance(0.5) ? this.pick(manners) : ''}${this.pick(verbs)}${this.pick(who)}${this.pick(what)}${this.pick(how)}${also}`
  }

  #target(): string {
    const until = this.#chance(0.6) ? `到${this.#year + this.#below(4)}年` : this.#chance(0.5) ? '今年' : '年底前'
    const roll = this.#random()
    if (roll < 0.4) return `${until}${this.pick(shares)}${this.pick(['达到', '提高到', '不低于', '稳定在'])}${30 + this.#below(70)}%${this.#chance(0.4) ? '以上' : ''}`
    if (roll < 0.75) {
      const [metric, unit] = this.pick(builds)
      return `${until}${metric}${this.#chance(0.2) ? '不少于' : ''}${unit === '亿元' ? 1 + this.#below(30) : 20 + this.#below(900)}${unit}`
    }
    if (roll < 0.9) return `${until}${this.pick(levels)}提高到每人每月${400 + this.#below(900)}元`
    return `${until}实现${this.pick(covered)}全覆盖`
  }
}
