import { describe, expect, it } from 'vitest'
import { divide, fault, furnitureOf, paragraphsOf, titlesOf } from './division.ts'

// 虚构样例: every page below is invented; its paragraphs are as long as they are on a page that is not hard-wrapped.
const AIM = '坚持以人民为中心的发展思想，聚焦群众急难愁盼问题，扎实推进各项工作落地见效，不断增强人民群众的获得感、幸福感、安全感，为全面建设社会主义现代化国家作出新的更大贡献。'
const LEAD = `1月19日，江西省民政工作会议在南昌召开，${AIM}`
const HEADLINE = '江西召开民政工作会议'

const one = (...lines: string[]) => {
  const text = lines.join('\n')
  const division = divide(text)
  expect(fault(text, division)).toBeNull()
  expect(division.articles).toHaveLength(1)
  return division.articles[0]!
}

describe('lines under a headline that say where and when it was published (虚构样例)', () => {
  it.each([
    ['日期：2024-12-19　来源：江西省民政厅', 'publication-date'],
    ['多彩贵州网 2024-05-30 08:15', 'publication-date'],
    ['潮新闻客户端 记者 甲大成', 'reporter'],
    ['江西日报 | 2024-01-20', 'publication-date'],
    ['发布日期: 2024-01-20 浏览次数: 123 次 字体：[大 中 小]', 'publication-date'],
    ['发布日期: 2024年01月20日 15:04 浏览次数', 'publication-date'],
    ['来源：江西日报 作者：甲大成 时间：2024-01-20 15:04', 'publication-date'],
    ['2024-01-20 15:04:33 来源：江西日报 编辑：甲大成', 'publication-date'],
    ['稿件来源： 办公室 发布时间： 2024-01-20 责任编辑：甲大成 阅读次数：', 'publication-date'],
    ['2024年01月20日08:15 | 来源：江西日报', 'publication-date'],
    ['2024 01/20 08:15:22', 'publication-date'],
    ['江西日报客户端 2024-01-20 08:15 发表于江西', 'publication-date'],
    ['2024年01月20日 08:15 江西新闻客户端', 'publication-date'],
    ['原创 江西民政 江西民政 2024年01月20日 15:04 江西', 'publication-date'],
    ['江西日报 2024年01月20日 星期六 02版', 'publication-date'],
    ['中国社会报记者 李庆 | 2024-01-20', 'publication-date'],
    ['红网时刻新闻记者 甲大成 通讯员 乙小明 长沙报道', 'reporter'],
    ['文/图 本报记者 李庆', 'reporter'],
    ['[ 字体：大 中 小 ]', 'site-furniture'],
    ['【 字体： 大 中 小 】 【 打印 】 【 关闭 】', 'site-furniture'],
    ['打印本页 关闭窗口', 'site-furniture']
  ])('%s is %s', (line, kind) => {
    const article = one(HEADLINE, line, LEAD)
    expect(article.title!.text).toBe(HEADLINE)
    expect(paragraphsOf(article)).toEqual([LEAD])
    expect(furnitureOf(article)[0]!.split(' ')[0]).toBe(kind)
  })

  it('the signature of a document, office and day, is none', () => {
    const article = one('江西省民政厅关于加强低保边缘家庭救助的通知', '赣民字〔2024〕18号', '各设区市民政局：', `现就有关事项通知如下，${AIM}`, '江西省民政厅', '2024年12月19日')
    expect(article.title!.text).toBe('江西省民政厅关于加强低保边缘家庭救助的通知')
    expect(paragraphsOf(article).slice(1)).toEqual(['江西省民政厅', '2024年12月19日'])
    expect(furnitureOf(article)).toEqual(['document-number 赣民字〔2024〕18号', 'addressee 各设区市民政局：'])
  })

  it('the table above an official document is all told from its headline', () => {
    const article = one('索 引 号：000014349/2024-00012', '信息分类：民政', '发布机构：江西省民政厅', '成文日期：2024年01月18日', '文 号：赣民字〔2024〕18号', '公开方式：主动公开', '关于加强救助工作的通知', '各设区市民政局：', `现就有关事项通知如下，${AIM}`)
    expect(article.title!.text).toBe('关于加强救助工作的通知')
    expect(furnitureOf(article).map((each) => each.split(' ')[0])).toEqual(['site-furniture', 'site-furniture', 'attribution', 'publication-date', 'document-number', 'site-furniture', 'addressee'])
  })

  it('a brief has its name and number above the headline, and who gets it below the text', () => {
    const article = one('江西民政简报', '第3期', '江西省民政厅办公室编 2024年1月20日', '全省民政工作会议在南昌召开', LEAD, '报：民政部，省委、省政府', '发：各市、县民政局')
    expect(article.title!.text).toBe('全省民政工作会议在南昌召开')
    expect(paragraphsOf(article)).toEqual([LEAD])
  })
})

describe('the head of a speech or work report (虚构样例)', () => {
  const speech = ['各位代表：', `现在，我代表省人民政府，向大会报告工作，请予审议，${AIM}`, '一、2024年工作回顾', `过去一年，全省民政事业取得新进展，${AIM}`]
  const occasion = '在江西省第十四届人民代表大会第三次会议上'

  it.each([
    ['no dash, office and name on two lines', ['政府工作报告', `二〇二五年一月十五日${occasion}`, '江西省省长', '甲 成'], '政府工作报告'],
    ['a dash, office and name on one line', ['政 府 工 作 报 告', `——2025年1月15日${occasion}`, '江西省人民政府省长　甲成'], '政府工作报告'],
    ['occasion in brackets', ['政府工作报告', `（2025年1月15日${occasion}）`, '甲成'], '政府工作报告'],
    ['occasion in brackets on two lines', ['政府工作报告', '（2025年1月15日在江西省第十四届', '人民代表大会第三次会议上）', '代省长　甲成'], '政府工作报告'],
    ['no dash, occasion on two lines', ['政府工作报告', '2025年1月15日在江西省第十四届', '人民代表大会第三次会议上', '江西省省长 甲成'], '政府工作报告'],
    ['day and meeting on two lines', ['政府工作报告', '2025年1月15日', '江西省第十四届人民代表大会第三次会议', '江西省人民政府省长 甲成'], '政府工作报告'],
    ['title on two lines', ['江西省人民政府', '工作报告', `——2025年1月15日${occasion}`, '省长 甲成'], '江西省人民政府工作报告'],
    ['name, then day', ['2025年政府工作报告', '江西省省长 甲成', '（2025年1月15日）'], '2025年政府工作报告'],
    ['contents before the text', ['政府工作报告', `——2025年1月15日${occasion}`, '江西省省长　甲成', '目　录', '一、2024年工作回顾', '（一）改善民生'], '政府工作报告']
  ])('%s', (_, head, title) => {
    const article = one(...head, ...speech)
    expect(article.title!.text).toBe(title)
    expect(paragraphsOf(article).slice(-4)).toEqual(speech)
  })

  it.each([
    [['厅长 甲大成', '（2024年1月18日）']],
    [['（2024年1月18日）', '江西省民政厅厅长 甲大成']],
    [['（2024年1月18日）', '甲 大 成']]
  ])('在…会议上的讲话, %j', (head) => {
    const article = one('在全省民政工作会议上的讲话', ...head, '同志们：', `这次会议的主要任务是总结去年工作，${AIM}`)
    expect(article.title!.text).toBe('在全省民政工作会议上的讲话')
    expect(paragraphsOf(article).slice(0, 2)).toEqual(head.map((line) => line.replaceAll(' ', '')))
  })
})

describe('lists of short lines (虚构样例)', () => {
  it('of speakers at a press conference stay lines', () => {
    const list = ['发布人：', '江西省民政厅厅长甲大成', '江西省民政厅二级巡视员乙小明', '主持人：', '江西省政府新闻办公室副主任丁力']
    const article = one('江西省民政事业发展新闻发布会', '主题：“十四五”民政事业发展成就', '时间：2024年12月19日上午10时', '地点：省新闻发布厅', ...list, `主持人：大家上午好，${AIM}`, `甲大成：下面我介绍情况，${AIM}`)
    expect(article.title!.text).toBe('江西省民政事业发展新闻发布会')
    expect(paragraphsOf(article).slice(3, 8)).toEqual(list)
  })

  it.each([
    [['出席会议的有：', '省民政厅厅长甲大成', '省财政厅副厅长乙小明', '省残联副理事长丙文']],
    [['参会单位：', '省发展改革委', '省财政厅', '省民政厅', '省卫生健康委', '省医保局']],
    [['南昌市东湖区甲社区', '九江市浔阳区乙社区', '赣州市章贡区丙社区', '上饶市信州区丁社区']]
  ])('%j', (list) => {
    const article = one(HEADLINE, LEAD, ...list, `会议指出，要健全社会救助体系，${AIM}`)
    expect(paragraphsOf(article)).toEqual([LEAD, ...list, `会议指出，要健全社会救助体系，${AIM}`])
  })

  it('with numbers stay lines without any long line beside them', () => {
    const article = one('2025年江西省民生实事项目', '1. 新建社区食堂100个', '2. 新增养老床位2000张', '3. 发放残疾人补贴')
    expect(article.title!.text).toBe('2025年江西省民生实事项目')
    expect(paragraphsOf(article)).toEqual(['1.新建社区食堂100个', '2.新增养老床位2000张', '3.发放残疾人补贴'])
  })
})

it('three reports of a newspaper page, each with its headline and byline (虚构样例)', () => {
  const page = ['江西全面推进社区治理', '本报记者 李庆', `近日，江西省民政厅印发通知，${AIM}`, '福建：为老人送上热饭', '本报记者 王明', `走进厦门市某社区食堂，饭菜飘香，${AIM}`, '湖南养老服务条例施行', `本报讯 记者 张三 报道 2月1日起，条例施行，${AIM}`]
  expect(titlesOf(divide(page.join('\n')))).toEqual([page[0], page[3], page[6]])
})
