import { describe, expect, it } from 'vitest'
import { dateInName, placeInName } from '#core/report/file-names.ts'
import { readReports } from '#core/report/read-reports.ts'
import { sourceFromText } from '#core/source/source.ts'
import { context } from '../../golden/seed/seed.ts'

// 虚构样例: the texts are invented.

const silent = '会议召开\n会议强调，要建好邻里食堂。'
const only = (text: string, fileName = '', folders: string[] = []) => readReports({ ...sourceFromText(text, fileName), folders }, context).reports[0]!
const place = (name: string) => placeInName(name, context.gazetteer)?.name ?? null

describe('the date in the name of a file (虚构样例)', () => {
  it.each([
    ['2023', '2023'], ['2023年', '2023'], ['2023年会议', '2023'], ['2023-02', '2023 2'], ['2023年2月', '2023 2'], ['202302', '2023 2'], ['20230210_湖北.txt', '2023 2 10'], ['会议2023-02-10.docx', '2023 2 10'],
    ['2023.2.10.docx', '2023 2 10'], ['2023_02_10', '2023 2 10'], ['2023年2月10日会议.pdf', '2023 2 10'], ['浙江省-2023-民政工作会议.docx', '2023'], ['20230210_2022年总结.docx', '2023 2 10'], ['2023年 会议 2023-02-10', '2023 2 10']
  ])('%s says %s', (name, said) => {
    const date = dateInName(name)!
    expect([date.year, date.month, date.day].filter((part) => part !== null).join(' ')).toBe(said)
  })

  it.each(['2019-2023', '2019—2023年', '2019年至2023年', '2022年和2023年', '20230210_20230211', 'a2023b', '000_8620195d94934d53.txt', '1234', 'IMG20230210X.jpg', '浙江'])('%s says nothing', (name) => {
    expect(dateInName(name)).toBeNull()
  })
})

describe('the division in the name of a file or folder (虚构样例)', () => {
  it.each([
    ['浙江', '浙江省'], ['浙江省', '浙江省'], ['浙江民政', '浙江省'], ['33浙江', '浙江省'], ['330000', '浙江省'], ['浙江省-2023-民政工作会议.docx', '浙江省'], ['浙江省杭州市', '杭州市'], ['11北京', '北京市'], ['浙江日报20230210.txt', '浙江省'], ['浙江省鼓楼区', '浙江省']
  ])('%s says %s', (name, said) => {
    expect(place(name)).toBe(said)
  })

  it.each(['浙江、湖北', '浙江湖北对比', '四川大学', '北京路', '2023', '会议', '330001'])('%s says nothing', (name) => {
    expect(place(name)).toBeNull()
  })
})

describe('province and year from the names of folders and file (虚构样例)', () => {
  it('are used where the text is silent, and say so', () => {
    const report = only(silent, '会议.docx', ['2023', '浙江'])
    expect(report.jurisdiction).toMatchObject({ code: '330000', basis: 'folder' })
    expect(report.date).toEqual({ iso: '2023', precision: 'year', asWritten: '2023', yearBasis: 'folder' })
  })

  it.each([['2023年'], ['2023-02'], ['202302会议'], ['2023年度']])('take only the year of a folder %s', (folder) => {
    expect(only(silent, '会议.docx', [folder]).date).toMatchObject({ iso: '2023', precision: 'year', yearBasis: 'folder' })
  })

  it('come from the innermost folder that says something', () => {
    const report = only(silent, '会议.docx', ['2022', '湖北', '2023年浙江', '正文'])
    expect([report.jurisdiction?.code, report.date?.iso]).toEqual(['330000', '2023'])
    expect(only(silent, '会议.docx', ['浙江', '2019-2023', '湖北、安徽']).jurisdiction).toMatchObject({ code: '330000', basis: 'folder' })
  })

  it('come from the file’s own name before any folder', () => {
    const report = only(silent, '湖北省-2024-会议.docx', ['2023', '浙江'])
    expect(report.jurisdiction).toMatchObject({ code: '420000', basis: 'file-name' })
    expect(report.date).toEqual({ iso: '2024', precision: 'year', asWritten: '2024', yearBasis: 'file-name' })
  })

  it('say nothing where they name several provinces or a range of years', () => {
    const report = only(silent, '会议.docx', ['2019-2023', '浙江、湖北'])
    expect([report.jurisdiction, report.date]).toEqual([null, null])
  })

  it('give way to a text that names another province', () => {
    const text = '湖北召开会议\n2月8日，湖北省民政工作会议在武汉召开。'
    expect(only(text, '会议.docx', ['浙江']).jurisdiction).toMatchObject({ code: '420000', basis: 'title' })
    const many = '多彩活动庆重阳\n各地举办活动。在江苏南京，老人游园。在四川广元，老人登城。河北阜城举办演唱会。'
    expect(only(many, '浙江.docx', ['浙江']).jurisdiction).toBeNull()
    expect(only(many, '会议.docx', ['江苏']).jurisdiction).toMatchObject({ code: '320000', basis: 'folder' })
  })

  it('give the year to a day that the text writes without one', () => {
    expect(only('会议召开\n2月10日，会议召开。', '会议.docx', ['2023']).date).toEqual({ iso: '2023-02-10', precision: 'day', asWritten: '2月10日', yearBasis: 'folder' })
    expect(only('会议召开\n2月10日，会议召开。', '2023.docx').date).toEqual({ iso: '2023-02-10', precision: 'day', asWritten: '2月10日', yearBasis: 'file-name' })
    expect(only('会议召开\n12月28日，会议召开。', '20230105.docx').date).toMatchObject({ iso: '2022-12-28', yearBasis: 'file-name' })
    expect(only('会议召开\n近日，会议召开。', '会议.docx', ['2023']).date).toEqual({ iso: '2023', precision: 'year', asWritten: '近日', yearBasis: 'folder' })
    expect(only('会议召开\n近日，会议召开。', '20230105.docx').date).toMatchObject({ iso: null, asWritten: '近日', yearBasis: 'none' })
  })

  it('do not touch a year that the text or a report beside it tells', () => {
    expect(only('会议召开\n2月10日，会议召开。会议总结2022年工作，部署2023年任务。', '会议.docx', ['2025']).date).toMatchObject({ iso: '2023-02-10', yearBasis: 'text' })
    const page = '浙江召开民政工作会议\n2023年2月10日，浙江省民政工作会议召开。\n湖北召开民政工作会议\n2月8日，湖北省民政工作会议召开。'
    const { reports } = readReports({ ...sourceFromText(page, '会议.docx'), folders: ['2025'] }, context)
    expect(reports.map(({ date }) => [date?.iso, date?.yearBasis])).toEqual([['2023-02-10', 'text'], ['2023-02-08', 'sibling']])
  })

  it('give the full date of a file’s name to a text without any, as its characters are', () => {
    expect(only(silent, '20230210_会议.docx').date).toEqual({ iso: '2023-02-10', precision: 'day', asWritten: '20230210', yearBasis: 'file-name' })
    expect(only(silent, '会议2023-02-10.docx').date).toEqual({ iso: '2023-02-10', precision: 'day', asWritten: '2023-02-10', yearBasis: 'file-name' })
    expect(only(silent, '2023年2月会议.docx').date).toEqual({ iso: '2023-02', precision: 'month', asWritten: '2023年2月', yearBasis: 'file-name' })
    expect(only(silent, '会议.docx').date).toBeNull()
  })
})
