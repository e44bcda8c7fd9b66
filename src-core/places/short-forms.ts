/** The names a division goes by besides its full one, and which of them are also ordinary words. */

/** Peoples in the names of autonomous divisions: 凉山彝族自治州 -> 凉山. Longest first where one ends another. */
const PEOPLES =
  '蒙古族藏族|藏族羌族|土家族苗族|布依族苗族|苗族侗族|哈尼族彝族|壮族苗族|傣族景颇族|柯尔克孜|哈萨克族|哈萨克|维吾尔|朝鲜族|蒙古族|蒙古|傈僳族|' +
  '藏族|彝族|白族|傣族|回族|壮族|苗族|侗族|瑶族|土家族|布依族|仡佬族|仫佬族|毛南族|羌族|黎族|畲族|满族|达斡尔族|鄂温克族|鄂伦春族|' +
  '锡伯族|锡伯|塔吉克族|塔吉克|裕固族|保安族|东乡族|撒拉族|土族|水族|佤族|拉祜族|哈尼族|纳西族|景颇族|独龙族|怒族|普米族|德昂族|阿昌族|布朗族|' +
  '基诺族|门巴族|珞巴族|京族|各族|柯尔克孜族|乌孜别克族|俄罗斯族|塔塔尔族'
const trailingPeoples = new RegExp(`(?:${PEOPLES})+$`)

/**
 * Short forms that are ordinary words or parts of them (重大同步, 创新乡村, 长治久安). They count
 * only with their province just before them.
 */
const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  ('大同 长治 安康 来宾 朝阳 中山 三明 新乡 内江 通化 定西 白银 海东 海西 海北 黄南 山南 玉树 阿里 保定 开封 日照 文山 白山 ' +
    '大理 保山 安顺 平凉 庆阳 东营 兴安 北海 河池 河源 清远 江门 海口 阳江 安阳 德阳 资阳 中卫 固原 池州 德州 和田 三沙 伊春 松原 ' +
    '黄山 泰安 威海 本溪 宁德 南平 普洱 玉溪 大庆 通辽 四平 梅州 宝山 天水 吴忠 丽江 商洛 汉中 延安 临沂 鞍山 武威 红河 怒江 ' +
    '黑河 金昌 晋中 大兴安岭 兵团 佛山 柳州 桂林 巴中 吉安 宜春 六安 莆田 长春 双河 新星 白杨 北屯 东方 文昌 天门 仙桃').split(' ')
)

/** Full county names that a longer word often contains (老城区, 提高县域) or that many cities have. */
const ORDINARY_COUNTIES: ReadonlySet<string> = new Set(
  ('城区 郊区 矿区 东区 西区 南区 北区 新城区 新市区 老城区 山城区 市郊区 南山区 江南区 河东区 城中区 城东区 城西区 城北区 城关区 市中区 开发区 中心区 ' +
    '海港区 港口区 工农区 向阳区 前进区 东风区 新区 东安区 南县 增城市 应城市 海城市 浮山县').split(' ')
)

/** County names whose stem is a plain word even after the province: 广西资源丰富, 甘肃合作发展. Only the full form counts. */
const NEVER_SHORT: ReadonlySet<string> = new Set(
  ('合作 和平 新华 建设 东方 团结 永和 平安 资源 互助 共和 兴业 民主 工农 向阳 城关 友谊 江山 太平 新城 新区 老城 江南 河东 海港 港口 ' +
    '解放 中原 红旗 金山 东风 前进 南山 西湖 西山 开发 安定 平原 长安 中心 城中 城东 城西 城南 城北 市中 新市 桥东 桥西 路南 路北 永定 ' +
    '文化 工业 大通 华容 振兴 铁西 铁东 立山 天桥 天河 青山 青云 北关 南关 东城 西城 南城 北城 内黄 高新 道里 道外 民和 文成 东昌 ' +
    '东兴 大兴 大城 大足 特区 高明 丰满 光明 朝阳 东港 海州 河口 滨海 滨江 滨城 沙市 水城 市郊 中站 中牟 博爱 正定 进贤 德兴 余江 ' +
    '上高 安化 安全 安居 保德 定安 同心 同德 兴国 兴安 兴和 兴城 兴平 万全 万年 全南 全州 会同 会东 会理 会泽 会宁 和政 和顺 和静').split(' ')
)

export interface Form {
  readonly text: string
  /** Whether it is shorter than the full name. */
  readonly isShort: boolean
  /** Counts only right after the name of a division that holds it (浙江德清, 晋城城区). */
  readonly needsParent: boolean
}

/** All the forms of one division's name. `level` 1 province, 2 prefecture, 3 county. */
export function formsOf(name: string, level: 1 | 2 | 3): Form[] {
  const full: Form = { text: name, isShort: false, needsParent: level === 3 && needsParentInFull(name) }
  return [full, ...shortForms(name, level).map((text) => ({ text, isShort: true, needsParent: shortNeedsParent(text, level) }))]
}

function needsParentInFull(name: string): boolean {
  return ORDINARY_COUNTIES.has(name) || (name.length === 2 && (name.endsWith('县') || name.endsWith('区')))
}

function shortNeedsParent(text: string, level: 1 | 2 | 3): boolean {
  if (ORDINARY_WORDS.has(text)) return true
  // 凉山州, 孟村县 say what they are; 德清 does not.
  return level === 3 && !text.endsWith('县') && !text.endsWith('旗')
}

function shortForms(name: string, level: 1 | 2 | 3): string[] {
  if (level === 1) return provincialShortForms(name)
  const colloquial = COLLOQUIAL.get(name)
  return colloquial === undefined ? regularShortForms(name, level) : [...regularShortForms(name, level), ...colloquial]
}

/** Names in daily use that no rule gives. */
const COLLOQUIAL: ReadonlyMap<string, readonly string[]> = new Map([
  ['锡林郭勒盟', ['锡盟']],
  ['科尔沁右翼前旗', ['科右前旗']], ['科尔沁右翼中旗', ['科右中旗']], ['科尔沁左翼中旗', ['科左中旗']], ['科尔沁左翼后旗', ['科左后旗']],
  ['察哈尔右翼前旗', ['察右前旗']], ['察哈尔右翼中旗', ['察右中旗']], ['察哈尔右翼后旗', ['察右后旗']],
  ['土默特左旗', ['土左旗']], ['土默特右旗', ['土右旗']], ['达尔罕茂明安联合旗', ['达茂旗']],
  ['东乌珠穆沁旗', ['东乌旗']], ['西乌珠穆沁旗', ['西乌旗']], ['乌拉特前旗', ['乌前旗']], ['新巴尔虎左旗', ['新左旗']], ['新巴尔虎右旗', ['新右旗']],
  ['莫力达瓦达斡尔族自治旗', ['莫旗']], ['鄂温克族自治旗', ['鄂温克旗']],
  ['巴音郭楞蒙古自治州', ['巴州']], ['博尔塔拉蒙古自治州', ['博州']], ['克孜勒苏柯尔克孜自治州', ['克州']], ['西双版纳傣族自治州', ['版纳州']],
  ['东乡族自治县', ['东乡县']]
])

function regularShortForms(name: string, level: 2 | 3): string[] {
  const autonomous = name.indexOf('自治')
  if (autonomous > 0) {
    const stem = name.slice(0, autonomous).replace(trailingPeoples, '')
    return stem.length >= 2 ? [stem + name.slice(autonomous + 2), stem] : []
  }
  const suffix = KINDS.find((kind) => name.endsWith(kind))
  const stem = suffix === undefined ? name : name.slice(0, -suffix.length)
  const isUsed = stem.length >= 2 && stem !== name && !(level === 3 && NEVER_SHORT.has(stem))
  return isUsed ? [stem] : []
}

const KINDS = ['地区', '林区', '特区', '新区', '市', '盟', '县', '旗', '区'] as const

/** 兵团 alone is also an army of old; with an organ it is Xinjiang's Corps. */
const CORPS_ORGANS = ['民政', '党委', '机关', '发展改革委', '发改委', '残联', '各师', '财政局', '教育局', '卫生健康委', '人力资源', '司令', '政委', '副政委', '副司令']

function provincialShortForms(name: string): string[] {
  if (name.endsWith('生产建设兵团')) return ['新疆兵团', '生产建设兵团', '兵团', ...CORPS_ORGANS.map((organ) => `兵团${organ}`)]
  const stem = name.replace(/(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|市)$/, '')
  const forms = [stem]
  if (name.endsWith('自治区')) forms.push(`${stem}自治区`, `${stem}区`)
  return forms.filter((form) => form !== name)
}
