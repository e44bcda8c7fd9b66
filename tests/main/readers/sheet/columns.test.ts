import { describe, expect, it } from 'vitest'
import { guessColumns, locateColumns, parseColumns } from '../../../../src-main/readers/sheet/columns.ts'
import { previewSheet } from '../../../../src-main/readers/sheet/preview.ts'
import { groundOf, workbookOf } from './make-workbook.ts'

const rowsOf = (...rows: readonly (readonly string[])[]) =>
  rows.map((cells, n) => ({ number: n + 1, isHidden: false, cells: cells.flatMap((text, column) => (text === '' ? [] : [{ column, text }])) }))

// 虚构样例
const text = '会议要求，健全养老服务体系，完善社会救助制度，抓好殡葬领域整治，守住民政服务机构安全底线，确保全年目标任务完成。'

describe('the option --columns', () => {
  it.each([
    ['正文=报告内容,标题=题名,省份=地区,日期=年份', { text: '报告内容', title: '题名', province: '地区', date: '年份' }],
    ['text=Body；date=#3', { text: 'Body', title: null, province: null, date: '#3' }],
    [' 正文 ＝ #2 ， 省 = 省份 ', { text: '#2', title: null, province: '省份', date: null }]
  ])('%s', (option, columns) => {
    expect(parseColumns(option)).toEqual(columns)
  })

  it.each(['', '正文', '正文=', '标题=题名', '正文=甲,正文=乙', '正文=甲,作者=乙', 'constructor=甲', '正文=甲,,'])('is not understood: “%s”', (option) => {
    expect(parseColumns(option)).toBeNull()
  })
})

describe('guessing columns by the header', () => {
  it.each([
    [['标题', '省份', '日期', '正文'], ['标题', '省份', '日期', '正文']],
    [['题名', '地区', '年份', '全文'], ['题名', '地区', '年份', '全文']],
    [['Title', 'Province', 'Date', 'Text'], ['Title', 'Province', 'Date', 'Text']],
    [['会议名称', '省（区、市）', '发布日期：', '报告内容（必填）'], ['会议名称', '省（区、市）', '发布日期：', '报告内容（必填）']],
    [['ｔｉｔｌｅ', 'REGION', 'publish_date', 'Full Text'], ['ｔｉｔｌｅ', 'REGION', 'publish_date', 'Full Text']]
  ])('%j', (header, [title, province, date, body]) => {
    const guess = guessColumns(rowsOf(header, ['甲', '云岭省', '2023', text]))
    const named = { text: body!, title: title!, province: province!, date: date! }
    const number = (name: string) => (name.includes('、') ? `#${header.indexOf(name) + 1}` : name)
    expect(guess).toMatchObject({ certain: true, headers: header, columns: { text: number(named.text), title: number(named.title), province: number(named.province), date: number(named.date) } })
  })

  it('prefers 正文 to 内容, and the day to the year', () => {
    expect(guessColumns(rowsOf(['内容', '正文', '年份', '日期'], ['甲', text, '2023', '2月'])).columns).toMatchObject({ text: '正文', date: '日期' })
  })

  it('names a column by its number where two have the same word', () => {
    expect(guessColumns(rowsOf(['', '正文', '正文'], ['甲', text, '乙'])).columns).toMatchObject({ text: '正文' })
    expect(locateColumns(rowsOf(['', '正文', '正文'], ['甲', text, '乙']), { text: '#3', title: null, province: null, date: null })).toMatchObject({ header: 0, text: 2 })
  })

  it('is not certain of the column of the longest texts, and shows the rows to a person', () => {
    expect(guessColumns(rowsOf(['甲', '乙'], ['云岭省', text], ['湖汀省', text]))).toEqual({
      columns: { text: '乙', title: null, province: null, date: null },
      certain: false,
      headers: ['甲', '乙'],
      sample: [['云岭省', text], ['湖汀省', text]].map((row) => row.map((cell) => cell.slice(0, 80)))
    })
  })

  it('has no guess for short cells and for nothing', () => {
    expect(guessColumns(rowsOf(['甲', '乙'], ['一', '二'])).columns).toBeNull()
    expect(guessColumns([])).toEqual({ columns: null, certain: false, headers: [], sample: [] })
  })
})

describe('the preview of a sheet for a person', () => {
  it('shows the first sheet with a text column, of a workbook and of lines', async () => {
    const bytes = await workbookOf((workbook) => {
      workbook.addWorksheet('说明').addRow(['说明'])
      workbook.addWorksheet('报告').addRows([['标题', '正文'], ['甲', text]])
    })
    const expected = { certain: true, headers: ['标题', '正文'], sample: [['甲', text]], columns: { text: '正文', title: '标题', province: null, date: null } }
    expect(await previewSheet(bytes, groundOf('表.xlsx'))).toEqual(expected)
    expect(await previewSheet(new Uint8Array(Buffer.from(`标题,正文\n甲,${text}\n`)), groundOf('表.csv'))).toEqual(expected)
  })

  it('shows what it has where no header is known, and nothing of a file that is no sheet', async () => {
    const bytes = await workbookOf((workbook) => void workbook.addWorksheet('表').addRows([['甲', '乙'], ['云岭省', text]]))
    expect(await previewSheet(bytes, groundOf('表.xlsx'))).toMatchObject({ certain: false, columns: { text: '乙' } })
    expect(await previewSheet(new Uint8Array(Buffer.from(text)), groundOf('报告.txt'))).toBeNull()
    expect(await previewSheet(new Uint8Array(Buffer.from('%PDF-1.7')), groundOf('报告.pdf'))).toBeNull()
  })
})
