import { describe, expect, it } from 'vitest'
import { divide, furnitureOf, paragraphsOf, titlesOf } from './division.ts'

// 虚构样例: every report below is invented.
const assistance = ['江西召开全省社会救助工作会议', '3月5日，江西省社会救助工作会议在南昌召开，副省长甲某出席并讲话。', '会议强调，要健全分层分类的社会救助体系。']
const elderly = ['安徽部署养老服务工作', '3月6日，安徽省召开养老服务工作部署会，总结去年工作。', '会议要求，要完善县乡村三级养老服务网络。']
const page = (...lines: string[]) => lines.join('\n')

describe('two reports in one source (虚构样例)', () => {
  it.each([
    ['headlines first', page(...assistance, ...elderly)],
    ['headlines last', page(...assistance.slice(1), assistance[0]!, ...elderly.slice(1), elderly[0]!)],
    ['headline first, then headline last', page(...assistance, '', ...elderly.slice(1), elderly[0]!)]
  ])('%s', (_, text) => {
    const division = divide(text)
    expect(titlesOf(division)).toEqual([assistance[0], elderly[0]])
    expect(division.articles.map(paragraphsOf)).toEqual([assistance.slice(1), elderly.slice(1)])
  })

  it('the lead of the second stands behind its body', () => {
    const body = ['甲某强调，要完善县乡村三级养老服务网络。', '会议以视频形式召开。']
    const division = divide(page(...assistance, elderly[0]!, ...body, elderly[1]!))
    expect(division.articles.map(paragraphsOf)).toEqual([assistance.slice(1), [elderly[1], ...body]])
    expect(division.articles[1]!.evidence).toContain('lead-after-text')
  })

  it('are told apart in one unbroken line by headline and dateline', () => {
    expect(titlesOf(divide([...assistance, ...elderly].join('')))).toEqual([assistance[0], elderly[0]])
  })

  it('two work reports, both called 政府工作报告', () => {
    const report = (place: string) =>
      page('政府工作报告', `——2026年1月20日在${place}第十四届人民代表大会第四次会议上`, `${place}省长 甲某`, '各位代表：', '现在，我代表省人民政府，向大会报告工作，请予审议。', '一、2025年工作回顾', '过去一年，民政事业取得新进展。')
    expect(divide(page(report('江西省'), report('安徽省'))).articles.map((a) => a.text.slice(13, 16))).toEqual(['江西省', '安徽省'])
  })
})

describe('two official documents in one source (虚构样例)', () => {
  it('come apart between the signature of one and the office of the other', () => {
    const document = (office: string, title: string, number: string) => [office, title, number, '', '各市民政局：', '    现就有关事项通知如下。', '    一、落实责任。各地要压实责任。', `        ${office}`, '        2025年12月20日', '']
    const division = divide(page(...document('江西省民政厅', '关于做好困难群众救助工作的通知', '赣民字〔2025〕88号'), ...document('安徽省民政厅', '关于加强养老机构安全管理的通知', '皖民养〔2025〕15号')))
    expect(titlesOf(division)).toEqual(['关于做好困难群众救助工作的通知', '关于加强养老机构安全管理的通知'])
    expect(division.articles.map((article) => paragraphsOf(article).slice(-2))).toEqual([['江西省民政厅', '2025年12月20日'], ['安徽省民政厅', '2025年12月20日']])
    expect(division.articles.map((article) => furnitureOf(article)[0])).toEqual(['kicker 江西省民政厅', 'kicker 安徽省民政厅'])
  })
})

describe('one report stays one (虚构样例)', () => {
  it('with headings between its parts', () => {
    const text = page('2026年江西省政府工作报告', '各位代表：', '现在，我代表省人民政府，向大会报告工作，请予审议。', '“十四五”时期工作回顾', '五年来，民政事业取得新进展。', '2026年民生实事', '新建社区食堂100个。')
    expect(titlesOf(divide(text))).toEqual(['2026年江西省政府工作报告'])
  })

  it('a round-up whose headline names all its items', () => {
    const text = page('【走基层】江西南昌：食堂开到家门口 安徽合肥：社区有了新课堂', '央视网消息（新闻联播）：各地完善社区服务。', '江西南昌：食堂开到家门口', '在南昌，老人走进社区食堂。', '安徽合肥：社区有了新课堂', '在合肥，课堂开进了社区。')
    expect(divide(text).articles).toHaveLength(1)
  })

  it('whose paragraphs begin with other dates', () => {
    const text = page(...assistance, '3月1日，各市召开了准备会。', '去年12月10日，全省启动了专项行动。')
    expect(titlesOf(divide(text))).toEqual([assistance[0]])
  })
})

describe('headlines (虚构样例)', () => {
  const titleOf = (...lines: string[]) => titlesOf(divide(page(...lines, ...assistance.slice(1))))[0]

  it('lose letter-spacing and keep the blank between two clauses', () => {
    expect(titleOf('全 省 民 政 工 作 会 议 召 开')).toBe('全省民政工作会议召开')
    expect(titleOf('【走基层】温暖一方邻里 守住万家灯火')).toBe('【走基层】温暖一方邻里 守住万家灯火')
  })

  it('are joined where they are set over two lines', () => {
    expect(titleOf('关于进一步加强困难群众基本', '生活保障工作的通知')).toBe('关于进一步加强困难群众基本生活保障工作的通知')
    expect(titleOf('江西召开全省社会', '救助工作会议')).toBe('江西召开全省社会救助工作会议')
  })

  it('of two clauses with a comma between are headlines all the same', () => {
    const other = ['打造幸福养老，安徽启动社区食堂建设', '安徽省近日启动社区食堂建设，计划三年建成1000个。']
    expect(titlesOf(divide(page('凝心聚力谋发展，江西召开全省民政会议', ...assistance.slice(1), ...other)))).toEqual(['凝心聚力谋发展，江西召开全省民政会议', other[0]])
  })

  it('leave a second headline and a subtitle out of the text', () => {
    const [article] = divide(page(assistance[0]!, '部署今年重点任务', ...assistance.slice(1))).articles
    expect(article!.title!.text).toBe(assistance[0])
    expect(furnitureOf(article!)).toEqual(['kicker 部署今年重点任务'])
  })

  it('of a speech do not include the line of its occasion, which stays in the text', () => {
    const [article] = divide(page('政 府 工 作 报 告', '——2026年1月20日在江西省第十四届', '人民代表大会第四次会议上', '各位代表：', '现在，我代表省人民政府，向大会报告工作。')).articles
    expect(article!.title!.text).toBe('政府工作报告')
    expect(paragraphsOf(article!)[0]).toBe('——2026年1月20日在江西省第十四届人民代表大会第四次会议上')
  })
})

describe('what is no report (虚构样例)', () => {
  it('weather and subscription lines beside a report are left over', () => {
    const division = divide(page(...assistance, '天气预报：南昌多云，5到12℃', '订报热线：12345678'))
    expect(division.leftOver.map(({ text }) => text)).toEqual(['天气预报：南昌多云，5到12℃', '订报热线：12345678'])
    expect(paragraphsOf(division.articles[0]!)).toEqual(assistance.slice(1))
  })

  it.each(['', ' \n　　\r\n\t', '首页\n打印\n12'])('nothing, spaces or a bare menu gives no report: %j', (text) => {
    expect(divide(text).articles).toEqual([])
  })

  it('any other text is shown as one report, with little confidence', () => {
    const [article] = divide('no report at all,\njust some words').articles
    expect(article).toMatchObject({ title: null, text: 'no report at all, just some words' })
    expect(article!.confidence).toBeLessThan(0.5)
  })
})
