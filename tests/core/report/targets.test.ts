import { describe, expect, it } from 'vitest'
import { readClauses } from '#core/report/clauses.ts'
import type { Statement, StatementKind, Target } from '#core/report/report.ts'
import { readTargets } from '#core/report/targets.ts'

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
