import { describe, expect, it } from 'vitest'
import { readReports } from '#core/report/read-reports.ts'
import type { Source } from '#core/source/source.ts'
import { context } from '../../golden/seed/seed.ts'
import { divided, sheet } from './described.ts'
import { fault, furnitureOf, paragraphsOf, titlesOf } from './division.ts'

// 虚构样例: every row of these sheets is invented.

const text = '会议强调，要建好邻里食堂。\n会议要求，要兜住民生底线。'
const reportsOf = (source: Source) => readReports(source, context).reports
const one = (province: string, date: string, body: string, title = '') => reportsOf(sheet([], [[title, province, date, body]]))[0]!

describe('records of a source: the rows of a sheet (虚构样例)', () => {
  const source = sheet(['标题', '省份', '日期', '正文'], [
    ['浙江召开会议', '浙江', '2023-02-10', text],
    ['', '湖北省', '2023', '湖北召开全省民政工作会议\n2月8日，会议召开。（记者 张三）'],
    ['空行', '安徽', '2023', '']
  ])
  const division = divided(source)

  it('are each one report with exactly their lines, the title from its cell or none', () => {
    expect(titlesOf(division)).toEqual(['浙江召开会议', null])
    expect(division.articles.map(paragraphsOf)).toEqual([
      ['会议强调，要建好邻里食堂。', '会议要求，要兜住民生底线。'],
      ['湖北召开全省民政工作会议', '2月8日，会议召开。']
    ])
  })

  it('keep the cells that state something, and bylines, as furniture of their own report', () => {
    expect(division.articles.map(furnitureOf)).toEqual([['field 浙江', 'field 2023-02-10'], ['field 湖北省', 'field 2023', 'reporter （记者 张三）']])
  })

  it('leave over what is outside of them, and a row without a text', () => {
    expect(division.leftOver.map((traced) => traced.text)).toEqual(['标题', '省份', '日期', '正文', '空行', '安徽', '2023'])
    expect(fault(source.text, division)).toBeNull()
  })

  it('may state several things on one line: the title is cut out of it, the rest of the line is text', () => {
    const line = '浙江召开会议 浙江 2023 会议强调，要建好邻里食堂。'
    const at = (words: string) => ({ start: line.indexOf(words), end: line.indexOf(words) + words.length })
    const flat: Source = {
      fileName: '', text: line, lines: [{ start: 0, end: line.length, page: null }],
      records: [{ first: 0, after: 1, title: at('浙江召开会议'), province: { start: 7, end: 9 }, date: at('2023') }]
    }
    const [article] = divided(flat).articles
    expect([article!.title!.text, furnitureOf(article!), article!.text]).toEqual(['浙江召开会议', ['field 浙江', 'field 2023'], '会议强调，要建好邻里食堂。'])
    expect(article!.stated).toEqual({ province: '浙江', date: '2023' })
  })

  it('are not taken for reports of one page: the year of a row says nothing of the next', () => {
    const [, second] = reportsOf(sheet([], [['', '浙江', '2023-02-10', text], ['', '湖北', '', '2月8日，全省民政工作会议召开。']]))
    expect(second!.date).toMatchObject({ iso: null, yearBasis: 'none' })
  })
})

describe('the province that a row states (虚构样例)', () => {
  it.each([
    ['浙江', '浙江省'], ['浙江省', '浙江省'], ['330000', '浙江省'], ['33', '浙江省'], [' 内蒙古 ', '内蒙古自治区'], ['新疆', '新疆维吾尔自治区'], ['杭州市', '杭州市'],
    ['浙江省杭州市', '杭州市'], ['330100', '杭州市'], ['北京', '北京市'], ['全国', '全国'], ['000000', '全国']
  ])('%s is %s', (cell, name) => {
    expect(one(cell, '', text).jurisdiction).toMatchObject({ name, basis: 'field' })
  })

  it('goes before what the text seems to say', () => {
    expect(one('浙江', '', '2月8日，湖北省民政工作会议在武汉召开。').jurisdiction).toMatchObject({ code: '330000', basis: 'field' })
  })

  it.each(['华东', '浙江、湖北', '999999', '第3行'])('leaves it to the text where the cell says none: %s', (cell) => {
    expect(one(cell, '', '2月8日，湖北省民政工作会议在武汉召开。').jurisdiction).toMatchObject({ code: '420000' })
    expect(one(cell, '', text).jurisdiction?.basis).not.toBe('field')
  })
})

describe('the date that a row states (虚构样例)', () => {
  it.each([
    ['2023', '2023', 'year', '2023'], ['2023年', '2023', 'year', '2023'], ['2023年度', '2023', 'year', '2023'], ['2023.2', '2023-02', 'month', '2023.2'], ['2023-02', '2023-02', 'month', '2023-02'],
    ['2023年2月', '2023-02', 'month', '2023年2月'], ['202302', '2023-02', 'month', '202302'], ['2023-02-10', '2023-02-10', 'day', '2023-02-10'], ['2023/2/10', '2023-02-10', 'day', '2023/2/10'],
    ['2023.2.10', '2023-02-10', 'day', '2023.2.10'], ['20230210', '2023-02-10', 'day', '20230210'], ['2023年2月10日', '2023-02-10', 'day', '2023年2月10日'], ['二〇二三年二月十日', '2023-02-10', 'day', '二〇二三年二月十日'],
    ['2023-02-10 00:00:00', '2023-02-10', 'day', '2023-02-10']
  ])('%s is %s', (cell, iso, precision, asWritten) => {
    expect(one('', cell, text).date).toEqual({ iso, precision, asWritten, yearBasis: 'field' })
  })

  it('keeps the fuller date of the text where the two agree', () => {
    expect(one('', '2023', '2月10日，会议召开。').date).toEqual({ iso: '2023-02-10', precision: 'day', asWritten: '2月10日', yearBasis: 'field' })
    expect(one('', '2023-02', '2023年2月10日，民政工作会议召开。').date).toEqual({ iso: '2023-02-10', precision: 'day', asWritten: '2023年2月10日', yearBasis: 'text' })
    expect(one('', '2023-02-10', '2月10日，会议召开。').date).toEqual({ iso: '2023-02-10', precision: 'day', asWritten: '2月10日', yearBasis: 'field' })
  })

  it('stands against a date of the text that does not agree, and against a year that was only inferred', () => {
    expect(one('', '2023-02-12', '2月10日，会议召开。').date).toMatchObject({ iso: '2023-02-12', asWritten: '2023-02-12', yearBasis: 'field' })
    expect(one('', '2024', '2022年12月30日，民政工作会议召开。').date).toMatchObject({ iso: '2024', precision: 'year', yearBasis: 'field' })
    expect(one('', '2026', '2月10日，会议召开。会议总结2022年工作，部署2023年任务。').date).toMatchObject({ iso: '2026-02-10', asWritten: '2月10日', yearBasis: 'field' })
  })

  it.each(['2019-2023', '近年', '十四五', '44967'])('leaves it to the text where the cell says none: %s', (cell) => {
    expect(one('', cell, '2023年2月10日，民政工作会议召开。').date).toMatchObject({ iso: '2023-02-10', yearBasis: 'text' })
  })
})
