import { describe, expect, it } from 'vitest'
import { readOfficials } from '#core/report/officials.ts'

const people = (text: string): string[] => readOfficials(text).map(({ name, title }) => `${title ?? '—'} ${name}`)

describe('officials (虚构样例)', () => {
  it('stand after their office', () => {
    expect(people('副省长王文远出席会议并讲话，省政府副秘书长徐光主持。')).toEqual(['副省长 王文远', '省政府副秘书长 徐光'])
    expect(people('某省民政厅党组书记、厅长沈权出席会议。')).toEqual(['某省民政厅党组书记、厅长 沈权'])
  })

  it('keep the place of their name', () => {
    const text = '会上，市民政局局长赵敏汇报工作。'
    const [official] = readOfficials(text)
    expect(text.slice(official!.span.start, official!.span.end)).toBe('赵敏')
  })

  it('stand before their office too', () => {
    expect(people('按照李飞书记要求，在陈平常务副主席的指导下，韩冰副主任主持会议。')).toEqual(['书记 李飞', '常务副主席 陈平', '副主任 韩冰'])
    expect(people('石强是某县就业局局长，今年很忙。')).toEqual(['某县就业局局长 石强'])
    expect(people('孙辉（某区副区长、公安分局局长）走访社区。')).toEqual(['某区副区长、公安分局局长 孙辉'])
  })

  it('share one title in a list, until the next office', () => {
    expect(people('副省长张三元、李思和王本立，省政府秘书长赵六一参加会议。')).toEqual([
      '副省长 张三元', '副省长 李思', '副省长 王本立', '省政府秘书长 赵六一'
    ])
    expect(people('市领导邵泉、张百川、刘晓参加。')).toEqual(['市领导 邵泉', '市领导 张百川', '市领导 刘晓'])
  })

  it('are named as far as their name goes', () => {
    expect(people('省委书记李强调研养老服务。')).toEqual(['省委书记 李强'])
    expect(people('厅长陈磊同志主持会议。')).toEqual(['厅长 陈磊'])
    expect(people('省长欧阳明在会上强调。')).toEqual(['省长 欧阳明'])
    expect(people('省长王忠对民政工作作出批示。')).toEqual(['省长 王忠'])
  })

  it('have names of every people', () => {
    expect(people('自治区主席艾尔肯·吐尼亚孜主持会议。')).toEqual(['自治区主席 艾尔肯·吐尼亚孜'])
    expect(people('自治区领导玉苏甫·麦麦提、凯赛尔·克热木参加。')).toEqual(['自治区领导 玉苏甫·麦麦提', '自治区领导 凯赛尔·克热木'])
    expect(people('自治区副主席嘎玛次仁出席。')).toEqual(['自治区副主席 嘎玛次仁'])
    expect(people('省政协民宗委副主任和润培出席会议。局长和科长出席。')).toEqual(['省政协民宗委副主任 和润培'])
    expect(people('州长苏嘎尔布作通报。')).toEqual(['州长 苏嘎尔布'])
  })

  it('have transcribed names that begin like a surname, or with none', () => {
    expect(people('副盟长包巴特尔出席，盟民政局局长斯琴高娃作工作报告，旗长乌云其木格致辞。')).toEqual(['副盟长 包巴特尔', '盟民政局局长 斯琴高娃', '旗长 乌云其木格'])
    expect(people('副州长沙马木果参加，县长库尔班·买买提出席会议。')).toEqual(['副州长 沙马木果', '县长 库尔班·买买提'])
  })

  it('may have a rare surname where they act', () => {
    expect(people('副厅长药志强，省残联理事长税晓明出席会议。')).toEqual(['副厅长 药志强', '省残联理事长 税晓明'])
    expect(people('爱心企业代表某集团董事长高峰致辞，省民政厅慈善事业促进和社会工作处处长蔡玉出席。')).toEqual(['省民政厅慈善事业促进和社会工作处处长 蔡玉'])
  })

  it('are followed by the verbs of features, and by a remark on their office', () => {
    expect(people('村党支部书记张红旗掰着手指算账，副镇长王立民蹲在灶台旁。')).toEqual(['村党支部书记 张红旗', '副镇长 王立民'])
    expect(people('社区党总支书记骆娟正在调解。局长章敏说，要扩面。')).toEqual(['社区党总支书记 骆娟', '局长 章敏'])
    expect(people('省发展改革委副主任（主持工作）韩小丽主持会议。')).toEqual(['省发展改革委副主任（主持工作） 韩小丽'])
  })

  it('keep the names of places in their titles', () => {
    expect(people('大同市平城区区长和丽萍发言，呼和浩特市副市长王义、诸暨市民政局局长李敏、共和县县长张强参加。')).toEqual([
      '大同市平城区区长 和丽萍', '呼和浩特市副市长 王义', '诸暨市民政局局长 李敏', '共和县县长 张强'
    ])
  })

  it('are not the heads of firms and institutions who are heard, nor grass-roots helpers', () => {
    expect(people('某集团董事长沈昊、某机床公司总经理马旭东先后发言。')).toEqual([])
    expect(people('某大学社会工作系主任陈薇等专家出席活动。')).toEqual([])
    expect(people('村儿童主任李春梅每周走访。')).toEqual([])
    expect(people('市民政局养老服务处负责人王敏介绍，食堂负责人王丹告诉记者。')).toEqual(['市民政局养老服务处负责人 王敏'])
  })

  it('may be there by an instruction only', () => {
    expect(people('会议传达学习了省长王忠对民政工作的批示和副省长邵新在座谈会上的讲话精神。')).toEqual(['省长 王忠', '副省长 邵新'])
  })

  it('may speak without a title', () => {
    expect(people('会议在京召开。詹付、李保出席会议。')).toEqual(['— 詹付', '— 李保'])
    expect(people('李飞在银川调研。雷生、海峰参加调研。')).toEqual(['— 雷生', '— 海峰'])
    expect(people('技能班开课了。潘娅参加活动。')).toEqual([])
    expect(people('方案要求，各地落实。江苏强调，抓好服务。通知指出，要规范。')).toEqual([])
  })

  it('have long titles, with 和 inside the organ', () => {
    expect(people('省人力资源和社会保障厅副厅长周宁出席。')).toEqual(['省人力资源和社会保障厅副厅长 周宁'])
    expect(people('社区带头人——某省某市某区团结街道花园社区第一书记吴琴来到现场。')).toEqual(['某省某市某区团结街道花园社区第一书记 吴琴'])
  })

  it('are given once, with the fullest title', () => {
    expect(people('沈荣主任表示欢迎。某省发展改革委党组书记、主任沈荣出席会议。沈荣指出，要落实。')).toEqual(['某省发展改革委党组书记、主任 沈荣'])
  })

  it('are not reporters, experts, residents, leaders of the past or of formulas', () => {
    expect(people('本报记者李庆报道，某大学教授王平、居民张阿姨、创始人齐晓参加活动。')).toEqual([])
    expect(people('某医院神经内科主任王刚介绍，老人恢复良好。')).toEqual([])
    expect(people('深入学习贯彻习近平总书记重要指示精神。')).toEqual([])
    expect(people('时任副省长王刚曾来此调研。')).toEqual([])
  })

  it('are not ordinary words after an office', () => {
    for (const text of ['主任会议研究决定', '省委书记高度重视', '局长接待日', '市长热线', '省长质量奖', '书记处书记', '常委会主任会议', '区委书记、区长任务清单', '各级党委书记带头', '福州长乐的经验', '湖南省长沙市', '委员会办公室主任时间安排', '在主席台前排就座']) {
      expect(people(text), text).toEqual([])
    }
  })
})
