import { describe, expect, it } from 'vitest'
import { divideSource } from '#core/source/divide.ts'
import { sourceFromText } from '#core/source/source.ts'
import { context } from '../../golden/seed/seed.ts'
import { divide, paragraphsOf, wrap } from './division.ts'

const paragraphs = (text: string) => divide(text).articles.flatMap(paragraphsOf)

// 虚构样例: every sentence below is invented.
const first = '会议指出，过去一年全省各级民政部门扎实推进社会救助工作，困难群众基本生活得到有力保障，兜底网更加牢固。'
const second = '会议强调，要坚持以人民为中心的发展思想，加快建设覆盖城乡的养老服务网络，推动社区服务提质增效。'

describe('line ends (虚构样例)', () => {
  it.each([12, 15, 20, 33])('are joined inside a paragraph, at width %i', (width) => {
    const text = [first, second].map((line) => wrap('　　' + line, width).join('\n')).join('\n')
    expect(paragraphs(text)).toEqual([first, second])
  })

  it('end a paragraph where the line stops short after a full stop, even without an indent', () => {
    const text = [first, second].map((line) => wrap(line, 16).join('\n')).join('\n')
    expect(paragraphs(text)).toEqual([first, second])
  })

  it('are paragraphs each where nothing is wrapped', () => {
    expect(paragraphs(`${first}\n${second}\n${first}`)).toEqual([first, second, first])
  })

  it('a blank line inside a sentence is a column break', () => {
    const lines = wrap(first, 14)
    expect(paragraphs([...lines.slice(0, 2), '', ...lines.slice(2)].join('\n'))).toEqual([first])
  })

  it('a page number and a running head inside a sentence are looked through', () => {
    const lines = wrap(first + second + first, 16)
    const paged = [1, 2, 3].flatMap((n) => ['江西民政简报', ...lines.slice((n - 1) * 3, n * 3), `- ${n} -`])
    const [article] = divide([...paged, ...lines.slice(9)].join('\n')).articles
    expect(article!.text.replaceAll('\n', '')).toBe(first + second + first)
    expect(article!.furniture.map(({ kind }) => kind).sort()).toEqual(['page-number', 'page-number', 'page-number', 'running-head', 'running-head'])
  })

  it('a source with pages shows its page numbers without any mark', () => {
    const lines = wrap(first + second, 16)
    const printed = [...lines.slice(0, 3), '11', ...lines.slice(3, 6), '12', ...lines.slice(6), '13']
    const turns = [0, 4, 8]
    const flat = sourceFromText(printed.join('\n'))
    const source = { ...flat, lines: flat.lines.map((line, n) => ({ ...line, page: turns.filter((turn) => turn <= n).length })) }
    const [article] = divideSource(source, context.gazetteer).articles
    expect(article!.text.replaceAll('\n', '')).toBe(first + second)
    expect(article!.furniture.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['page-number 11', 'page-number 12', 'page-number 13'])
  })

  it('headings on lines of their own stay paragraphs of their own', () => {
    const text = ['　　一、过去一年工作回顾', '　　（一）社会救助扎实推进', ...wrap('　　' + first, 18), '　　二、今年工作安排', ...wrap('　　' + second, 18)].join('\n')
    expect(paragraphs(text)).toEqual(['一、过去一年工作回顾', '（一）社会救助扎实推进', first, '二、今年工作安排', second])
  })

  it('wide blanks inside a line are paragraphs that lost their line feeds', () => {
    expect(paragraphs(`${first}　　${second}\u00a0　　${first}`)).toEqual([first, second, first])
  })

  it('words that look like furniture stay in the sentence that a wrap cut', () => {
    const text = ['过去一年全省民政系统克服困难抢抓机遇成功', '承办全国养老服务人才技能大赛取得优异成绩', '会议要求各级民政部门再接再厉努力开创民政', '事业新局面。']
    expect(paragraphs(text.join('\n'))).toEqual([text.join('')])
  })
})

describe('spaces (虚构样例)', () => {
  it.each([
    ['2月10 日，会议在南昌召开 。', '2月10日，会议在南昌召开。'],
    ['到 2025 年，健全 “七大体系” 。', '到2025年，健全“七大体系”。'],
    ['省长 龚 正出席。', '省长龚正出席。'],
    ['增长 5.5 %，达到 75 ％以上。', '增长5.5%，达到75％以上。'],
    ['全 省 民 政 工 作 有 力 推 进。', '全省民政工作有力推进。'],
    ['推广 New  Energy 项目。', '推广New Energy项目。'],
    ['全省建成 Wi Fi 6 网点。', '全省建成Wi Fi 6网点。'],
    ['2 0 2 6 年，工作继续。', '2026年，工作继续。'],
    ['零\u200b宽字符不见。', '零宽字符不见。']
  ])('%s', (text, clean) => {
    expect(paragraphs(text)[0]).toBe(clean)
  })

  it('a line end between Latin words is a space, within a number it is nothing', () => {
    const text = ['会议指出，去年全省推广New Energy', 'Vehicles的做法取得明显成效，产量12', '00辆，各地要继续抓好落实，不断扩大', '应用。']
    expect(paragraphs(text.join('\n'))).toEqual(['会议指出，去年全省推广New Energy Vehicles的做法取得明显成效，产量1200辆，各地要继续抓好落实，不断扩大应用。'])
  })
})
