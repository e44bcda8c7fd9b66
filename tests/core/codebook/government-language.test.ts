import { describe, expect, it } from 'vitest'
import { codedThemes } from '#core/codebook/tree.ts'
import { resourceCodebook, sentenceReader } from './coded-sentences.ts'

// Invented sentences (虚构样例): what each theme of the government work codebook is, and beside it the
// sentence of its nearest neighbour that a careless pattern would take for it.

const codebook = resourceCodebook('government-work')
const read = sentenceReader(codebook)

const samples: readonly (readonly [theme: string, sentence: string, neighbour: string])[] = [
  ['macro_economy', '明年生产总值预期增长五个百分点', '推广应用人工智能'],
  ['finance', '从严编制预算，压减一般性支出', '扩大养老保险覆盖范围'],
  ['demand', '办好购物季，释放消费潜力', '提升跨境电商规模'],
  ['reform', '推进国企主辅分离', '深化医药卫生体制改革'],
  ['opening_up', '扩大冷链水果进口', '公共体育场馆免费开放'],
  ['industry', '壮大装备制造产业链', '办好粮食生产大赛'],
  ['digital', '布局算力网络，培育行业大模型', '再建一批智能工厂'],
  ['science', '组织关键核心技术攻关', '深入开展科技特派员下乡'],
  ['rural_revival', '新建高标准农田两万亩', '维护农民工合法权益'],
  ['urban', '改造老旧小区和地下管网', '建设国家湿地公园'],
  ['regional', '推动长三角一体化走深走实', '建设区域医疗中心'],
  ['infrastructure', '开工两条高速公路', '严防道路交通安全事故'],
  ['energy', '新增光伏装机百万千瓦', '扩大新能源汽车销量'],
  ['employment', '开展技能培训，稳住城镇新增就业', '财政收入稳步提高'],
  ['education', '新增公办学位三千个', '组织党员接受警示教育'],
  ['health', '推进分级诊疗，完善医共体', '促进平台企业健康发展'],
  ['social_security', '提高城乡低保标准', '扩大商业保险机构网点'],
  ['population', '增加普惠托位，建设老年食堂', '提高城乡居民基础养老金'],
  ['housing', '筹集公租房一千套', '规范宾馆住宿行业'],
  ['culture', '整理古籍，办好惠民演出', '推进生态文明建设'],
  ['ethnic_religious', '依法管理宗教事务', '实现中华民族伟大复兴'],
  ['social_governance', '就地化解矛盾纠纷，推广网格化服务', '打好大气污染治理战役'],
  ['environment', '恢复湿地，管住入河排污口', '打造一流营商环境'],
  ['low_carbon', '有序推进碳达峰，推广绿色建筑', '大力发展绿色金融'],
  ['public_safety', '开展安全生产检查，消除火灾隐患', '守住粮食安全底线'],
  ['defence', '做好国防动员和双拥工作', '促进退役军人就业'],
  ['diplomacy', '推动两岸关系和平发展', '建设世界一流港口'],
  ['political_leadership', '坚持党的全面领导，学习贯彻全会精神', '加快农业农村现代化'],
  ['administration', '坚持依法行政，办好代表建议', '加强金融监督管理'],
  ['integrity', '纠治形式主义，持续正风肃纪', '压实河长制责任']
]

describe('the government work codebook', () => {
  it('has a sample for every theme', () => {
    expect(samples.map(([theme]) => theme)).toEqual(codedThemes(codebook).map(({ id }) => id))
  })

  it.each(samples)('knows %s in “%s”, not in “%s”', (theme, sentence, neighbour) => {
    expect(read(sentence)).toContain(theme)
    expect(read(neighbour)).not.toContain(theme)
  })

  it.each([
    ['推进放管服改革', ['administration']],
    ['深化教育综合改革', ['education']],
    ['开展农村危房改造', ['housing']],
    ['发展绿色金融', ['finance']],
    ['建设高水平安全保障体系', ['public_safety']],
    ['把工作落到实处', []]
  ])('“%s” is %j and nothing else', (sentence, themes) => {
    expect(read(sentence)).toEqual(themes)
  })
})
