import { describe, expect, it } from 'vitest'
import { readClauses } from '#core/report/clauses.ts'
import { readKinds } from '#core/report/kind.ts'
import { readOutline } from '#core/report/outline.ts'
import type { Statement, StatementKind, Target } from '#core/report/report.ts'
import { readTargets } from '#core/report/targets.ts'
import { articleOf } from './invented-article.ts'

// Every sentence of this file is invented (虚构样例).

const statementsOf = (text: string, kind: StatementKind): Statement[] => readClauses(text).map(({ start, end }) => ({ start, end, kind, themes: [] }))

const targetsOf = (text: string, kind: StatementKind = 'plan', date: string | null = '2031-03-02'): readonly Target[] =>
  readTargets(text, statementsOf(text, kind), date)

const quotes = (text: string, kind: StatementKind = 'plan') => targetsOf(text, kind).map(({ start, end }) => text.slice(start, end))

describe('what a target is', () => {
  it('is one comma clause with a figure, without the words of resolve before it', () => {
    expect(quotes('加强供给，新建区域养老中心20个，培训护理员1.2万人次，确保参保率达到95%以上。')).toEqual([
      '新建区域养老中心20个',
      '培训护理员1.2万人次',
      '参保率达到95%以上'
    ])
  })

  it('is full coverage of a scope', () => {
    expect(quotes('推动乡镇敬老院消防设施全覆盖，零就业家庭动态清零。')).toEqual(['推动乡镇敬老院消防设施全覆盖', '零就业家庭动态清零'])
    expect(quotes('每个县都建有照护中心，所有街道设有驿站，全部建成投用。')).toHaveLength(3)
    expect(quotes('对困难群众应救尽救，对符合条件的家庭应保尽保。')).toHaveLength(2)
  })

  it('keeps an adverbial of time that stands as a clause of its own', () => {
    expect(quotes('未来两年，每个区将选取3—5个社区开展试点。')).toEqual(['未来两年，每个区将选取3—5个社区开展试点'])
  })

  it('lists three or more values under 分别, and leaves two in one range', () => {
    expect(quotes('三类床位占比分别达到52%、47%和42%以上。')).toEqual(['三类床位占比分别达到52%', '47%', '42%以上'])
    expect(quotes('城乡居民收入分别增长7%和8%左右。')).toEqual(['城乡居民收入分别增长7%和8%左右'])
  })

  it('leaves out the label of a list and who is charged', () => {
    expect(quotes('3.建成家庭养老床位7000张（牵头单位：民政厅）。')).toEqual(['建成家庭养老床位7000张'])
  })
})

describe('what a target is not', () => {
  it.each([
    '推进三项重点工作，打造五大高地，抓好八个方面任务。',
    '办好10件民生实事，落实13项任务举措。',
    '实施三年行动计划，推进土地承包到期后再延长30年试点。',
    '深化“8+4”政策体系，推进“百千万工程”，用好12345热线。',
    '举办首届邻里节，开展第二批试点，创建第3届示范县。',
    '2031年是规划的第一年，3月15日前召开会议。',
    '为60岁以上老人体检，服务0—6岁儿童，24小时值守。',
    '建设6G网络，打通G60走廊，降低PM2.5浓度。',
    '推出一批应用场景，培育一批企业，健全五级体系。',
    '走进千家万户，赋能千行百业。',
    '确保应兜尽兜、应救尽救。',
    '扩大救助政策覆盖范围，审批权全部下放到乡镇。',
    '实施数字产业倍增计划，开展风险清零行动。',
    '加快建设“十四五”批复的6个基地。'
  ])('%s', (text) => {
    expect(quotes(text)).toEqual([])
  })

  it('what was done, whatever its figures', () => {
    expect(quotes('新增助餐点1873个，服务老人增长11.4%，设施实现全覆盖。', 'review')).toEqual([])
    expect(quotes('目前已建成食堂300个，累计服务了5万人。')).toEqual([])
  })

  it('what stands after a year gone by', () => {
    expect(quotes('2030年，全省建成食堂300个，2031年新建食堂200个。')).toEqual(['2031年新建食堂200个'])
    expect(quotes('机构数量较2030年增长20%。')).toEqual(['机构数量较2030年增长20%'])
  })

  it('unless it looks ahead in so many words', () => {
    expect(quotes('项目涵盖九个县，预计吸纳400名群众就业，发放总额达300万元。', 'review')).toEqual(['预计吸纳400名群众就业'])
    expect(quotes('到2035年，护理员总数达到5万人。', 'framing')).toEqual(['到2035年，护理员总数达到5万人'])
    expect(quotes('2029年，护理员总数达到5万人。', 'review')).toEqual([])
  })
})

describe('the measure', () => {
  it.each([
    ['护理员持证率达到75％以上', { value: 75, unit: '％', operator: '>=' }],
    ['失业率控制在5%以内', { value: 5, unit: '％', operator: '<=' }],
    ['投诉率不超过3‰', { value: 3, unit: '‰', operator: '<=' }],
    ['培训护理员不少于1.2万人次', { value: 12000, unit: '人次', operator: '>=' }],
    ['发放消费券超8亿元', { value: 8e8, unit: '元', operator: '>' }],
    ['新增床位5000张左右', { value: 5000, unit: '张', operator: 'about' }],
    ['总值增长6%', { value: 6, unit: '％', operator: '+' }],
    ['事故起数下降10%', { value: 10, unit: '％', operator: '-' }],
    ['新建食堂20个', { value: 20, unit: '个', operator: '=' }],
    ['总值翻一番', { value: 2, unit: '倍', operator: 'x' }],
    ['社区食堂全覆盖', { value: 100, unit: '％', operator: 'coverage' }],
    ['每县选取3—5个社区', { value: 3, upper: 5, unit: '个', operator: 'range' }],
    ['总值增长4.5%—5%', { value: 4.5, upper: 5, unit: '％', operator: 'range' }],
    ['带动五六百人就业', { value: 500, upper: 600, unit: '人', operator: 'range' }],
    ['百分之八十的社区建成驿站', { value: 80, unit: '％', operator: '=' }],
    ['三分之二的街道建成中心', { value: 66.67, unit: '％' }],
    ['六成以上机构达到二级', { value: 60, unit: '％', operator: '>=' }],
    ['劳动生产率达到30万元/人左右', { value: 3e5, unit: '元/人', operator: 'about' }],
    ['低保标准从每月600元提高到650元', { value: 650, unit: '元', operator: '=' }],
    ['总投资亿元以上项目300个以上', { value: 300, unit: '个', operator: '>=' }],
    ['65岁以上老人健康管理率达到70%', { value: 70, unit: '％', operator: '=' }],
    ['人均预期寿命提高到80.5岁', { value: 80.5, unit: '岁', operator: '=' }],
    ['新建三所敬老院', { value: 3, unit: '所', operator: '=' }]
  ])('%s', (clause, measure) => {
    expect(targetsOf(`${clause}。`)).toMatchObject([measure])
  })
})

describe('the deadline', () => {
  const deadlineOf = (text: string, date: string | null = '2031-03-02') => {
    const { deadline, deadlineYear } = targetsOf(text, 'plan', date)[0]!
    return { deadline, deadlineYear }
  }

  it('is read as written, with its year', () => {
    expect(deadlineOf('到2035年新建食堂20个。')).toEqual({ deadline: '到2035年', deadlineYear: 2035 })
    expect(deadlineOf('到“十五五”末持证率达到75%。', '2026-01-05')).toEqual({ deadline: '到“十五五”末', deadlineYear: 2030 })
    expect(deadlineOf('年底前新建食堂20个。')).toEqual({ deadline: '年底前', deadlineYear: 2031 })
    expect(deadlineOf('6月底前新建食堂20个。')).toEqual({ deadline: '6月底前', deadlineYear: 2031 })
    expect(deadlineOf('未来两年，新建食堂20个。')).toEqual({ deadline: '未来两年', deadlineYear: 2033 })
  })

  it('holds for the rest of its sentence', () => {
    const text = '到2035年每个县设有指导中心，街道驿站全覆盖。新建食堂20个。'
    expect(targetsOf(text).map(({ deadlineYear }) => deadlineYear)).toEqual([2035, 2035, null])
  })

  it('is no year where the report has none', () => {
    expect(deadlineOf('年底前新建食堂20个。', null)).toEqual({ deadline: '年底前', deadlineYear: null })
  })
})

/** Sentences without a report around them: the kind is told by their words alone. */
const alone = (sentence: string): string[] => {
  const article = articleOf(sentence)
  const clauses = readClauses(sentence)
  const kinds = readKinds(article, clauses, readOutline(article))
  const statements = clauses.map(({ start, end }, i): Statement => ({ start, end, kind: kinds[i]!, themes: [] }))
  return readTargets(sentence, statements, null).map(({ start, end }) => sentence.slice(start, end))
}

describe('a sentence alone commits', () => {
  it.each<[string, string[]]>([
    ['到2027年，每千名老年人拥有养老床位40张。', ['到2027年，每千名老年人拥有养老床位40张']],
    ['护理型床位占比不低于55%，护理员持证上岗率达到90%以上。', ['护理型床位占比不低于55%', '护理员持证上岗率达到90%以上']],
    ['“十五五”期间，新增护理型床位2万张。', ['“十五五”期间，新增护理型床位2万张']],
    ['年内新建村级互助养老服务点300个。', ['年内新建村级互助养老服务点300个']],
    ['6月底前完成所有养老机构消防改造。', ['6月底前完成所有养老机构消防改造']],
    ['三年内实现县级社会福利中心全覆盖。', ['三年内实现县级社会福利中心全覆盖']],
    ['力争用两年时间完成120所敬老院改造提升。', ['用两年时间完成120所敬老院改造提升']],
    ['每百户社区综合服务设施面积不少于30平方米。', ['每百户社区综合服务设施面积不少于30平方米']],
    ['实现县县有未成年人救助保护中心。', ['实现县县有未成年人救助保护中心']],
    ['推动村村通养老服务专线。', ['推动村村通养老服务专线']],
    ['要确保乡镇（街道）社工站全覆盖。', ['乡镇（街道）社工站全覆盖']],
    ['新建改造区域养老服务中心50个，建成示范性老年食堂200家。', ['新建改造区域养老服务中心50个', '建成示范性老年食堂200家']],
    ['全年完成特殊困难老年人家庭适老化改造1万户以上。', ['全年完成特殊困难老年人家庭适老化改造1万户以上']],
    ['今年计划培训养老护理员2万人次。', ['今年计划培训养老护理员2万人次']],
    ['将城市低保标准提高到每人每月820元。', ['将城市低保标准提高到每人每月820元']],
    ['城乡低保标准年均增长5%左右。', ['城乡低保标准年均增长5%左右']],
    ['力争到今年底，全省社会组织等级评估率达到60%。', ['到今年底，全省社会组织等级评估率达到60%']],
    ['持证社会工作者达到3万人，注册志愿者占常住人口比例达到20%。', ['持证社会工作者达到3万人', '注册志愿者占常住人口比例达到20%']],
    ['确保困难群众应保尽保、应救尽救。', ['困难群众应保尽保、应救尽救']],
    ['对符合条件的孤儿做到应养尽养。', ['对符合条件的孤儿做到应养尽养']],
    ['推动问题隐患动态清零。', ['推动问题隐患动态清零']],
    ['加快建设100个城乡社区综合服务综合体，每个县（市、区）至少打造2个样板。', ['加快建设100个城乡社区综合服务综合体', '每个县（市、区）至少打造2个样板']],
    ['每个街道至少建成1个综合养老服务中心。', ['每个街道至少建成1个综合养老服务中心']],
    ['一半以上的社区要建成老年助餐点。', ['一半以上的社区要建成老年助餐点']],
    ['力争三分之二以上的县实现婚姻登记“跨省通办”。', ['三分之二以上的县实现婚姻登记“跨省通办”']],
    ['新增节地生态安葬设施15处，公益性公墓乡镇覆盖率达到80%。', ['新增节地生态安葬设施15处', '公益性公墓乡镇覆盖率达到80%']],
    ['实施“福彩圆梦”项目，资助困难学子1000名。', ['资助困难学子1000名']],
    ['福利彩票销量力争突破50亿元。', ['福利彩票销量力争突破50亿元']],
    ['下一步，将选取10个县开展试点，形成可复制可推广的经验。', ['将选取10个县开展试点']],
    ['下一步，我省将用3年时间打造100个示范乡镇。', ['我省将用3年时间打造100个示范乡镇']],
    ['实现低保审核确认时限压缩至20个工作日以内。', ['实现低保审核确认时限压缩至20个工作日以内']],
    ['推动养老服务投诉办结率达到100%。', ['推动养老服务投诉办结率达到100%']],
    ['安排财政资金2亿元，支持50个乡镇敬老院转型。', ['安排财政资金2亿元', '支持50个乡镇敬老院转型']],
    ['计划投入10亿元用于福利设施建设。', ['计划投入10亿元用于福利设施建设']],
    ['2025年底前，特困人员供养服务设施护理型床位占比达到60%。', ['2025年底前，特困人员供养服务设施护理型床位占比达到60%']],
    ['到“十四五”末，城市社区综合服务设施覆盖率达100%。', ['到“十四五”末，城市社区综合服务设施覆盖率达100%']],
    ['有意愿的特殊困难老年人探访关爱率达到100%。', ['有意愿的特殊困难老年人探访关爱率达到100%']],
    ['使居家养老服务覆盖90%以上的社区。', ['使居家养老服务覆盖90%以上的社区']],
    ['实现城区“一刻钟”养老服务圈全覆盖、乡镇综合养老服务中心覆盖率超过70%。', ['实现城区“一刻钟”养老服务圈全覆盖、乡镇综合养老服务中心覆盖率超过70%']],
    ['未来三年，全市将新增托养床位500张。', ['未来三年，全市将新增托养床位500张']],
    ['在全省选择3—5个县（市、区）先行先试。', ['在全省选择3—5个县（市、区）先行先试']],
    ['推动每个社区至少配备1名专职社工。', ['推动每个社区至少配备1名专职社工']],
    ['实现村（社区）儿童主任100%持证上岗。', ['实现村（社区）儿童主任100%持证上岗']],
    ['落实“两项补贴”动态调整机制，发放率100%。', ['发放率100%']],
    ['预计今年底全省助餐点将突破6000个。', ['预计今年底全省助餐点将突破6000个']],
    ['推动100个以上城市社区开展嵌入式服务设施建设试点。', ['推动100个以上城市社区开展嵌入式服务设施建设试点']],
    ['加快补齐养老护理员缺口，年均培训不少于5000人次。', ['年均培训不少于5000人次']],
    ['做好2026年春节期间困难群众慰问，发放慰问金不低于每户500元。', ['发放慰问金不低于每户500元']],
    ['对低保边缘家庭中的重度残疾人实现政策全覆盖。', ['对低保边缘家庭中的重度残疾人实现政策全覆盖']],
    ['推进巡视整改，审计发现的28个问题要在年底前全部整改到位。', ['审计发现的28个问题要在年底前全部整改到位']],
    ['推动全省80%的乡镇敬老院完成公建民营改革。', ['推动全省80%的乡镇敬老院完成公建民营改革']],
    ['力争全年慈善募捐收入超10亿元。', ['全年慈善募捐收入超10亿元']]
  ])('%s', (sentence, targets) => {
    expect(alone(sentence)).toEqual(targets)
  })
})

describe('a sentence alone commits to nothing', () => {
  it.each([
    '截至目前，全省共有养老机构2316家、床位41.2万张。',
    '全省已实现乡镇社工站全覆盖。',
    '去年累计发放救助资金18.6亿元。',
    '已为8.3万名高龄老人发放津贴2.4亿元。',
    '全省养老床位达到35.7万张，护理型床位占比达61.3%。',
    '支付残疾人两项补贴4.2亿元，惠及37.5万人。',
    '开展首届社区邻里节，启动第二批试点。',
    '打造一批示范社区，培育一批品牌社会组织。',
    '推进“五个一”工程，落实十项措施。',
    '为80岁以上老年人发放高龄津贴。',
    '对16周岁以下困境儿童开展走访。',
    '办好10件民生实事，抓好五项重点工作。',
    '坚持应保尽保，筑牢兜底防线。',
    '去年排查的216处隐患全部清零。',
    '清明期间接待祭扫群众126.8万人次，未发生安全事故。',
    '全年销售福利彩票48.7亿元，筹集公益金14.3亿元。',
    '会议通报了2024年度工作情况，表彰了30个先进集体和50名先进个人。',
    '会期一天半，130余人参加培训。',
    '全省民政系统1200多名干部参加视频会议。',
    '社区老年食堂每餐10元，每天供应300人就餐。',
    '家住3号楼的王奶奶今年82岁。',
    '平台开通24小时热线，服务半径15分钟。',
    '构建“15分钟养老服务圈”，推行“1+6+N”模式。',
    '政务服务事项网上可办率达98.7%，群众满意度达99.2%。',
    '困难群众救助补助资金较上年增长8.4%。',
    '投入省级资金3.2亿元，支持46个项目建设。',
    '实施康养工程三年行动，分三批推进。',
    '第三批全国社会工作示范县正在评选。',
    '召开第15次全国民政会议。',
    '依托12345热线，开展365天服务。',
    '登记社会组织2.9万家，其中慈善组织486家。',
    '慈善信托备案规模增长12.6%。',
    '到2035年，基本养老服务体系更加成熟定型。',
    '目前，全省已建成老年食堂5162个，覆盖78%的社区。',
    '“十四五”以来，全省累计建成家庭养老床位4.6万张。',
    '五年来，全省城乡低保标准分别提高42%和58%。',
    '低保对象由132万人增加到141万人。',
    '截至去年底，全市共有百岁老人318名。',
    '每位老人每月可领取200元消费券。',
    '全市60岁以上老年人口达156.3万，占比24.7%。',
    '要在8月底前完成第一批项目验收。',
    '严格落实养老机构24小时值班制度。'
  ])('%s', (sentence) => {
    expect(alone(sentence)).toEqual([])
  })
})

it('has the theme whose evidence stands in the clause', () => {
  const text = '新建老年食堂20个。'
  const statement: Statement = {
    start: 0,
    end: text.length,
    kind: 'plan',
    themes: [
      { id: 'social_assistance', score: 0.9, evidence: [{ start: 40, end: 44 }] },
      { id: 'elderly_care', score: 0.5, evidence: [{ start: 2, end: 6 }] }
    ]
  }
  expect(readTargets(text, [statement], null)[0]?.theme).toBe('elderly_care')
})
