import { describe, expect, it } from 'vitest'
import { readAttribution, readReporter } from '#core/report/attribution.ts'
import { readMetadata } from '#core/report/metadata.ts'
import { context } from '../../golden/seed/seed.ts'
import { described, divided, divideLines, open, para, type DescribedLine } from './described.ts'
import { fault, furnitureOf, paragraphsOf, titlesOf } from './division.ts'

// 虚构样例: every report of this file is invented.

const zhejiang = ['浙江召开养老服务推进会', '2月10日，浙江省养老服务推进会在杭州召开。', '会议强调，要建好邻里食堂。']
const hubei = ['湖北召开社会救助座谈会', '2月8日，湖北省社会救助座谈会在武汉召开。', '会议要求，要兜住民生底线。']
const only = (...lines: readonly DescribedLine[]) => {
  const { articles, leftOver } = divideLines(...lines)
  expect(articles).toHaveLength(1)
  expect(leftOver).toEqual([])
  return articles[0]!
}

describe('the end of a paragraph, where the format says it (虚构样例)', () => {
  it('ends it whatever the text looks like: a line that stops in the middle of a sentence is a paragraph', () => {
    const lines = ['会议指出，过去一年全省各级民政部门坚持稳中求进，', '扎实推进养老服务体系建设和社会救助制度改革，', '圆满完成了各项任务。']
    expect(paragraphsOf(only(para(zhejiang[0]!, 'title'), para(zhejiang[1]!), ...lines.map((line) => para(line))))).toEqual([zhejiang[1], ...lines])
  })

  it('does not end it where the format says that it goes on, though the line ends a sentence and the next opens like a paragraph', () => {
    const article = only(para(zhejiang[0]!, 'title'), open('会议强调，要建好邻里食堂。'), open('一、健全服务网络。'), para('二、加强队伍建设。'))
    expect(paragraphsOf(article)).toEqual(['会议强调，要建好邻里食堂。一、健全服务网络。二、加强队伍建设。'])
  })

  it('is not looked for inside a line that the format describes: a wide blank parts nothing there', () => {
    const run = '会议强调，要建好邻里食堂。　　会议要求，要兜住民生底线。'
    expect(paragraphsOf(only(para(zhejiang[0]!, 'title'), para(run)))).toEqual([run.replace('　　', '')])
    expect(paragraphsOf(only(zhejiang[0]!, '', run))).toEqual(run.split('　　'))
  })

  it('is at an empty line that the format says to end it', () => {
    const lines = [para(zhejiang[0]!, 'title'), open('会议强调，要建好'), para(''), para('邻里食堂和社区服务站。')] as const
    expect(paragraphsOf(only(...lines))).toEqual(['会议强调，要建好', '邻里食堂和社区服务站。'])
  })

  it('is at a line of furniture, though the format says that the paragraph goes on', () => {
    const article = only(para(zhejiang[0]!, 'title'), open('来源：云东日报'), open('责任编辑：张三'), para('会议强调，要建好邻里食堂。'))
    expect(paragraphsOf(article)).toEqual(['会议强调，要建好邻里食堂。'])
    expect(furnitureOf(article)).toEqual(['attribution 来源：云东日报', 'editor 责任编辑：张三'])
  })

  it('keeps a source of whole paragraphs as it is, and still cuts the credit at the end of one', () => {
    const long = '会议强调，要' + '扎实推进基本养老服务体系建设，'.repeat(8) + '让老年人安享晚年。'
    const article = only(para(zhejiang[0]!, 'title'), para(long), para('短句'), para(`${hubei[2]}（记者 张三）`))
    expect(paragraphsOf(article)).toEqual([long, '短句', hubei[2]])
    expect(furnitureOf(article)).toEqual(['reporter （记者 张三）'])
  })

  it('leaves a headline inside a paragraph where it is: a format with paragraphs gives a headline its own', () => {
    const text = '会议圆满完成各项任务。湖北召开全省民政工作会议2月8日，湖北省民政工作会议召开。'
    expect(divideLines(para(zhejiang[0]!, 'title'), para(text)).articles).toHaveLength(1)
    expect(divideLines(zhejiang[0]!, text).articles).toHaveLength(2)
  })

  it('of one line in many leaves the others to the text', () => {
    const wrapped = ['会议强调，要建好邻里食堂，推进社区养老服务，完善老年助餐网络建设，', '加强队伍建设和规范管理，提升服务质量和水平，不断满足老年人的需要，', '推动高质量发展取得新成效。']
    const article = only(para(zhejiang[0]!, 'title'), ...wrapped)
    expect(paragraphsOf(article)).toEqual([wrapped.join('')])
  })
})

describe('page furniture of a format with pages (虚构样例)', () => {
  it('between two halves of a sentence is skipped, and the paragraph goes on over the turn of the page', () => {
    const article = only(
      ['民政简报', { role: 'header', page: 1 }], [zhejiang[0]!, { role: 'title', endsParagraph: true, page: 1 }], open('会议强调，要建好邻里', { page: 1 }),
      ['- 1 -', { role: 'footer', page: 1 }], ['民政简报', { role: 'header', page: 2 }], ['食堂，办好助餐服务。', { endsParagraph: true, page: 2 }], ['2', { role: 'page-number', page: 2 }]
    )
    expect(paragraphsOf(article)).toEqual(['会议强调，要建好邻里食堂，办好助餐服务。'])
    expect(furnitureOf(article)).toEqual(['running-head 民政简报', 'page-number - 1 -', 'running-head 民政简报', 'page-number 2'])
  })

  it('is skipped too where the format does not say whether the paragraph goes on', () => {
    const lines = ['会议强调，要建好邻里食堂，推进社区养老服务，完善老年助餐网络', '加强队伍建设和规范管理，提升服务质量和水平，满足老年人的需', '求，推动养老服务高质量发展取得新成效。']
    const article = only(para(zhejiang[0]!, 'title'), lines[0]!, lines[1]!, ['云东日报 第三版', { role: 'footer' }], '', lines[2]!)
    expect(paragraphsOf(article)).toEqual([lines.join('')])
  })
})

describe('a footnote (虚构样例)', () => {
  it('stands at the end of the report, never in the middle of a sentence', () => {
    const article = only(
      para(zhejiang[0]!, 'title'), open('会议强调，要建好邻里'), para('①邻里食堂：社区里的老年食堂。', 'footnote'), para('食堂，办好助餐服务。'), para('会议要求抓好落实。')
    )
    expect(paragraphsOf(article)).toEqual(['会议强调，要建好邻里食堂，办好助餐服务。', '会议要求抓好落实。', '①邻里食堂：社区里的老年食堂。'])
    expect(article.text.slice(article.notesStart)).toBe('①邻里食堂：社区里的老年食堂。')
  })

  it('stays with its own report', () => {
    const [first, second] = divideLines(
      ...zhejiang.map((line, n) => para(line, n === 0 ? 'title' : undefined)), para('①注一。', 'footnote'),
      ...hubei.map((line, n) => para(line, n === 0 ? 'title' : undefined)), para('②注二。', 'footnote')
    ).articles
    expect(paragraphsOf(first!).at(-1)).toBe('①注一。')
    expect(paragraphsOf(second!).at(-1)).toBe('②注二。')
  })

  it('does not hide the date that signs the text above it', () => {
    const article = only(para('关于做好助餐服务的通知', 'title'), para('现就有关事项通知如下。'), para('云东省民政厅'), para('2031年3月5日'), para('①助餐服务：为老年人提供的膳食服务。' + '说明。'.repeat(300), 'footnote'))
    expect(readMetadata([article], '', context.gazetteer)[0]!.date).toMatchObject({ iso: '2031-03-05', yearBasis: 'text' })
  })
})

describe('a cell of a table (虚构样例)', () => {
  it('is a paragraph of its own, not joined, not a headline, not furniture', () => {
    const cells = ['指标', '全省民政工作会议', '老年食堂', '2031-02-10', '12']
    const article = only(para(zhejiang[0]!, 'title'), para(zhejiang[1]!), ...cells.map((cell): [string, { role: 'cell' }] => [cell, { role: 'cell' }]))
    expect(paragraphsOf(article)).toEqual([zhejiang[1], ...cells])
    expect(article.furniture).toEqual([])
  })

  it('of several lines is one paragraph', () => {
    const article = only(para(zhejiang[0]!, 'title'), para(zhejiang[1]!), open('新建老年', { role: 'cell' }), ['食堂三百个', { role: 'cell', endsParagraph: true }], ['下一格', { role: 'cell', endsParagraph: true }])
    expect(paragraphsOf(article)).toEqual([zhejiang[1], '新建老年食堂三百个', '下一格'])
  })
})

describe('a title (虚构样例)', () => {
  it('is the headline, whatever its words look like', () => {
    const title = '凝心聚力谋发展，真抓实干开新局'
    expect(titlesOf(divideLines(para('云东省'), para(title, 'title'), para(zhejiang[1]!)))).toEqual([title])
  })

  it('over two paragraphs is one headline', () => {
    const lines = [para('关于进一步加强困难群众', 'title'), para('基本生活保障工作的通知', 'title'), para('现就有关事项通知如下。')]
    expect(titlesOf(divideLines(...lines))).toEqual(['关于进一步加强困难群众基本生活保障工作的通知'])
  })

  it('begins a report where text stands before it', () => {
    const lines = [...zhejiang, '云东人的一天', '会议要求，要兜住民生底线。', '全省要抓好落实。']
    const titles = [zhejiang[0], '云东人的一天']
    expect(titlesOf(divideLines(...lines.map((line) => para(line, titles.includes(line) ? 'title' : undefined))))).toEqual(titles)
    expect(titlesOf(divideLines(...lines.map((line) => para(line))))).toEqual([zhejiang[0]])
  })

  it('that is numbered is a heading inside, though the format calls it a title', () => {
    const lines = [para(zhejiang[0]!, 'title'), para(zhejiang[1]!), para('一、工作回顾', 'title'), para('成效明显。'), para('二、工作部署', 'title'), para('抓好落实。')]
    expect(titlesOf(divideLines(...lines))).toEqual([zhejiang[0]])
  })

  it('set twice is not doubled in the headline', () => {
    expect(titlesOf(divideLines(para(zhejiang[0]!, 'title'), para(zhejiang[0]!, 'title'), para(zhejiang[1]!)))).toEqual([zhejiang[0]])
  })

  it('under a letterhead in the same style does not join it', () => {
    const article = only(para('江西省民政厅文件', 'title'), para('关于做好助餐服务的通知', 'title'), para('现就有关事项通知如下。'))
    expect(article.title!.text).toBe('关于做好助餐服务的通知')
    expect(furnitureOf(article)).toEqual(['letterhead 江西省民政厅文件'])
  })

  it('that is a whole paragraph of text in the style of a title stays text', () => {
    const long = '会议强调，要扎实推进基本养老服务体系建设，加强老年助餐服务，健全社会救助体系。'
    expect(paragraphsOf(only(para(zhejiang[0]!, 'title'), para(zhejiang[1]!), para(long, 'title')))).toEqual([zhejiang[1], long])
  })
})

describe('a heading inside (虚构样例)', () => {
  it('is not a new report by itself, and not run into the text', () => {
    const article = only(para(zhejiang[0]!, 'title'), para(zhejiang[1]!), para('推进养老服务发展', 'heading'), para(zhejiang[2]!))
    expect(paragraphsOf(article)).toEqual([zhejiang[1], '推进养老服务发展', zhejiang[2]])
  })

  it('begins a report where the text says so: its own province and dateline follow', () => {
    const lines = [zhejiang, hubei].flatMap((report) => report.map((line, n) => para(line, n === 0 ? 'heading' : undefined)))
    expect(titlesOf(divideLines(...lines))).toEqual([zhejiang[0], hubei[0]])
  })
})

describe('what a page says of itself (虚构样例)', () => {
  const page = only(
    para(zhejiang[0]!, 'title'), para('李庆', 'byline'), para('2023-02-10T09:30:00+08:00', 'publication-date'), para('云东日报', 'publisher'),
    para('2月9日，养老服务推进会召开。'), para('附件1：任务分工表.docx', 'attachment'), para('浙江', 'field')
  )

  it('is furniture of the kind that its role names', () => {
    expect(page.furniture.map(({ kind, text }) => [kind, text])).toEqual([
      ['reporter', '李庆'], ['publication-date', '2023-02-10T09:30:00+08:00'], ['attribution', '云东日报'], ['attachment', '附件1：任务分工表.docx'], ['field', '浙江']
    ])
  })

  it('gives the year, the reporter and the publisher', () => {
    const [metadata] = readMetadata([page], '', context.gazetteer)
    expect(metadata).toMatchObject({ date: { iso: '2023-02-09', asWritten: '2月9日', yearBasis: 'text' }, reporter: '李庆', attribution: '云东日报' })
  })

  it('gives names of a byline with and without a word before them, and no organ as a person', () => {
    const byline = (text: string) => readReporter([{ kind: 'reporter', text, spans: [] }], '')
    expect(['李庆', '李庆 张伟', '作者：李庆', '记者 李庆', '云东省民政厅办公室', '浙江日报'].map(byline)).toEqual(['李庆', '李庆、张伟', '李庆', '李庆', null, null])
  })

  it('gives the publisher with and without a word before it', () => {
    const publisher = (text: string) => readAttribution([{ kind: 'attribution', text, spans: [] }], '')
    expect(['浙江日报', '来源：浙江日报', '（据浙江省民政厅）'].map(publisher)).toEqual(['浙江日报', '浙江日报', '浙江省民政厅'])
  })

  it('names an editor as an editor, though the page calls it a byline', () => {
    expect(furnitureOf(only(para(zhejiang[0]!, 'title'), para(zhejiang[1]!), para('责任编辑：张三', 'byline')))).toEqual(['editor 责任编辑：张三'])
  })

  it('does not stand in the text of the report', () => {
    expect(page.text).toBe('2月9日，养老服务推进会召开。')
  })

  it('over two lines is one piece of furniture', () => {
    const article = only(para(zhejiang[0]!, 'title'), open('任务分工表（第一', { role: 'attachment' }), para('部分）.docx', 'attachment'), para(zhejiang[1]!))
    expect(furnitureOf(article)).toEqual(['attachment 任务分工表（第一部分）.docx'])
  })
})

it('a source of roles alone has no report, and nothing of it is lost (虚构样例)', () => {
  const source = described(para('①注。', 'footnote'), para('云东日报', 'publisher'), para('3', 'page-number'))
  const division = divided(source)
  expect(division.articles).toEqual([])
  expect(fault(source.text, division)).toBeNull()
})
