import { describe, expect, it } from 'vitest'
import { readProgrammes } from '#core/report/programmes.ts'

// Every sentence of this file is invented (虚构样例).

const namesIn = (text: string) => readProgrammes(text, []).map(({ name }) => name)

describe('a coined name', () => {
  it.each([
    ['扎实开展“邻里守望日”志愿服务活动。', '邻里守望日'],
    ['推广“四方联动”工作机制。', '四方联动'],
    ['设立“云溪慈善奖”。', '云溪慈善奖'],
    ['启动“社会组织助村”三年行动计划。', '社会组织助村'],
    ['健全“六大体系”，办好民生实事。', '六大体系'],
    ['社区开起“银龄驿站”。', '银龄驿站'],
    ['扩大“跨市通办”试点。', '跨市通办'],
    ['开展“食堂进村”“床位到家”等5大专项行动。', '食堂进村']
  ])('in %s', (text, name) => {
    expect(namesIn(text)).toContain(name)
  })

  it('is found wherever it stands, quoted or not', () => {
    const text = '推广“四方联动”工作机制。四方联动覆盖九个村。'
    expect(readProgrammes(text, [])).toEqual([
      { name: '四方联动', theme: null, occurrences: [{ start: 3, end: 7 }, { start: 13, end: 17 }] }
    ])
  })

  it('is told by its neighbours where one verb introduces several', () => {
    const text = '推进“云溪众帮”更加精准，推进“云溪颐养”更加可及，推进“暖心事务”更加便捷。'
    expect(namesIn(text)).toEqual(['云溪众帮', '云溪颐养', '暖心事务'])
  })

  it('has the theme of the first statement around it that has one', () => {
    const text = '推广“四方联动”工作机制。'
    const themes = [{ id: 'community_governance', score: 1, evidence: [] }]
    expect(readProgrammes(text, [{ start: 0, end: text.length, kind: 'plan', themes }])[0]?.theme).toBe('community_governance')
  })

  it('may be a national one without marks', () => {
    expect(namesIn('完善五社联动机制。')).toEqual(['五社联动'])
  })
})

describe('quotation marks around something else', () => {
  it.each([
    ['a political formula', '深刻领悟“两个确立”，做到“两个维护”，坚持“两个毫不动摇”。'],
    ['a period', '“十四五”以来，“十五五”时期。'],
    ['a benefit', '健全残疾人“两项补贴”制度。'],
    ['a catchword of administration', '实施登记“一网通办”，推行“一件事”。'],
    ['an image', '发挥“压舱石”作用，打通“最后一公里”。'],
    ['a slogan', '做到“学思想、强党性、重实践”。'],
    ['a way of doing', '采用“村民自建”等灵活方式，建成“一站式”中心。'],
    ['a thing merely called so', '被称为“社区老妈妈”，解决“有地无名”现象。'],
    ['a word', '发挥“建设”与“赈济”双重效益。'],
    ['a document', '印发《“四方联动”实施意见》以外的文件，谈“目标”。'.replace('“四方联动”', '')]
  ])('%s', (_what, text) => {
    expect(namesIn(text)).toEqual([])
  })
})

describe('of the wordings of civil affairs', () => {
  it.each([
    ['深入实施“银龄守护”行动。', '银龄守护'],
    ['推广“邻里帮”互助模式。', '邻里帮'],
    ['打造“云溪康养”品牌。', '云溪康养'],
    ['“童心港湾”项目覆盖全省。', '童心港湾'],
    ['开展“百社联百村”活动。', '百社联百村'],
    ['“银发助老”志愿服务队常年上门。', '银发助老'],
    ['“康养云溪”品牌越擦越亮。', '康养云溪'],
    ['实施“暖阳计划”。', '暖阳计划'],
    ['启动“安居小屋”建设工程。', '安居小屋'],
    ['推行“物业+养老”服务模式。', '物业+养老'],
    ['上线“民政通”服务平台。', '民政通'],
    ['设立“爱心超市”。', '爱心超市'],
    ['推出“婚俗新风”系列活动。', '婚俗新风'],
    ['开展“敬老月”活动。', '敬老月'],
    ['开展“寻找百年地名”活动。', '寻找百年地名'],
    ['深化“乡村著名行动”。', '乡村著名行动'],
    ['推进乡村著名行动。', '乡村著名行动'],
    ['完善“五社联动”机制。', '五社联动'],
    ['实施“精康融合行动”。', '精康融合行动'],
    ['启动“福康工程”。', '福康工程'],
    ['实施“孤儿医疗康复明天计划”。', '孤儿医疗康复明天计划'],
    ['推动“福彩暖冬”公益行动。', '福彩暖冬'],
    ['实施“社区微网实格”治理模式。', '社区微网实格'],
    ['开展“邻里守望”志愿服务。', '邻里守望'],
    ['推动“幸福食堂”建设。', '幸福食堂'],
    ['建成“时间银行”。', '时间银行'],
    ['扎实开展“政策找人”专项行动。', '政策找人']
  ])('%s names %s', (text, name) => {
    expect(namesIn(text)).toEqual([name])
  })

  it.each([
    '创新“社工+志愿者”联动机制。',
    '完善“三级网络”。',
    '落实“双随机、一公开”监管。',
    '推进“高效办成一件事”。',
    '实现婚姻登记“跨省通办”。',
    '做好“一老一小”工作。',
    '打通服务“最后一米”。',
    '建立“一户一档”。',
    '形成“大救助”格局。',
    '解决“急难愁盼”问题。',
    '坚持“党建引领”。',
    '做到“应保尽保”。',
    '编制《云溪省养老服务条例》。',
    '弘扬“孺子牛”精神。',
    '“十五五”规划编制。',
    '贯彻“四下基层”要求。',
    '举办“慈善之夜”。',
    '建强“红色物业”。',
    '所谓“天价彩礼”现象。',
    '防止“数字鸿沟”。',
    '纠治“形象工程”“政绩工程”。',
    '被誉为“中国慈善之乡”。',
    '荣获“全国民政系统先进集体”称号。',
    '老人们称它为“幸福食堂”。',
    '健全“1+3+N”政策体系。',
    '用好“红黄绿”分级管理。',
    '推动“人找政策”向“政策找人”转变。',
    '加强“三留守”人员关爱。',
    '提供“一对一”帮扶。'
  ])('%s names nothing', (text) => {
    expect(namesIn(text)).toEqual([])
  })
})

it('survives marks without partners', () => {
  for (const text of ['“', '”', '“”', '“““', '“甲乙丙', '甲”乙“']) expect(namesIn(text)).toEqual([])
})
