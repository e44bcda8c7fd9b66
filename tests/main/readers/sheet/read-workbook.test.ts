import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindsOf, readable, recordsOf, refusal, workbookOf } from './make-workbook.ts'

// 虚构样例
const header = ['标题', '省份', '日期', '正文']
const cloud = ['云岭省召开民政工作会议', '云岭省', '2023-02-10', '会议要求，健全养老服务体系。\n会议强调，守住安全底线。']
const river = ['湖汀省部署社会救助', '湖汀省', '2023-03-02', '会议明确，完善社会救助制度。']

const simple = () =>
  workbookOf((workbook) => {
    const sheet = workbook.addWorksheet('报告')
    sheet.addRows([header, cloud, river])
  })

describe('虚构样例: a workbook whose rows are reports', () => {
  it('gives a record for each row, with title, province, date and text in this order', async () => {
    const file = await readable(await simple(), '汇编.xlsx')
    expect(recordsOf(file)).toEqual([
      { title: cloud[0], province: cloud[1], date: cloud[2], others: [], text: cloud[3] },
      { title: river[0], province: river[1], date: river[2], others: [], text: river[3] }
    ])
    expect(file.source.text).toBe([...header, ...cloud, ...river].join('\n'))
    expect(file.mediaType).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect(file.encoding).toBeNull()
  })

  it('says of each line what it is, and that a cell ends a paragraph', async () => {
    const { source } = await readable(await simple(), '汇编.xlsx')
    expect(source.lines.slice(4, 9).map(({ role, endsParagraph, page }) => ({ role, endsParagraph, page }))).toEqual([
      { role: 'title', page: null },
      { role: 'field', page: null },
      { role: 'field', page: null },
      { page: null },
      { endsParagraph: true, page: null }
    ])
    expect(source.records!.map(({ first, after }) => [first, after])).toEqual([[4, 9], [9, 13]])
  })

  it('says which column was taken for what, with the words to name them', async () => {
    const { warnings } = await readable(await simple(), '汇编.xlsx')
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatchObject({ kind: 'guessed-columns', message: { zh: expect.stringContaining('--columns 正文=正文,标题=标题,省份=省份,日期=日期') as string, en: expect.stringContaining('text from “正文”') as string } })
  })

  it('takes the columns that a person names, by word and by number, and then says nothing of them', async () => {
    const bytes = await workbookOf((workbook) => void workbook.addWorksheet('表').addRows([['甲', '乙', '丙'], ['云岭省', '无关', '会议要求，健全养老服务体系。']]))
    const named = await readable(bytes, '表.xlsx', { text: '丙', title: null, province: '#1', date: null })
    expect(recordsOf(named)).toEqual([{ title: null, province: '云岭省', date: null, others: ['无关'], text: '会议要求，健全养老服务体系。' }])
    expect(named.warnings).toEqual([])
  })

  it('keeps a first row that is no header where all columns are named by number', async () => {
    const bytes = await workbookOf((workbook) => void workbook.addWorksheet('表').addRows([['云岭省', cloud[3]!], ['湖汀省', river[3]!]]))
    const file = await readable(bytes, '表.xlsx', { text: '#2', title: null, province: '#1', date: null })
    expect(recordsOf(file).map(({ province }) => province)).toEqual(['云岭省', '湖汀省'])
  })

  it('keeps other cells as they are, without their header', async () => {
    const bytes = await workbookOf((workbook) => void workbook.addWorksheet('表').addRows([['序号', '正文', '备注'], [7, river[3]!, '转载'], [8, cloud[3]!, null]]))
    expect(recordsOf(await readable(bytes, '表.xlsx')).map(({ others }) => others)).toEqual([['7', '转载'], ['8']])
  })

  it('counts rows without text, names them, and keeps their cells outside the records', async () => {
    const bytes = await workbookOf((workbook) => void workbook.addWorksheet('表').addRows([header, cloud, ['只有标题', '某省', null, null], river]))
    const file = await readable(bytes, '表.xlsx')
    expect(recordsOf(file)).toHaveLength(2)
    expect(file.source.text).toContain('只有标题\n某省')
    expect(file.warnings).toContainEqual({ kind: 'rows-without-text', message: { zh: expect.stringContaining('有 1 行的正文为空，没有当作报告（第 3 行）') as string, en: expect.stringContaining('1 (row 3)') as string } })
  })

  it('finds the header below title rows and merged cells, and two rows of header', async () => {
    const bytes = await workbookOf((workbook) => {
      const sheet = workbook.addWorksheet('表')
      sheet.addRows([['2023年报告汇编（虚构）'], ['标题', '基本情况', null, '正文'], [null, '地区', '发布日期', null], ['甲', '云岭省', '2023年', cloud[3]!]])
      sheet.mergeCells('A1:D1')
      sheet.mergeCells('A2:A3')
      sheet.mergeCells('B2:C2')
      sheet.mergeCells('D2:D3')
    })
    const file = await readable(bytes, '表.xlsx')
    expect(recordsOf(file)).toEqual([{ title: '甲', province: '云岭省', date: '2023年', others: [], text: cloud[3] }])
    expect(file.source.lines.slice(0, 6).map(({ role }) => role)).toEqual(['header', 'header', 'header', 'header', 'header', 'header'])
  })

  it('gives a province that is merged over several rows to each of them', async () => {
    const bytes = await workbookOf((workbook) => {
      const sheet = workbook.addWorksheet('表')
      sheet.addRows([['省份', '正文'], ['云岭省', '第一份报告。'], [null, '第二份报告。'], ['湖汀省', '第三份报告。']])
      sheet.mergeCells('A2:A3')
    })
    expect(recordsOf(await readable(bytes, '表.xlsx')).map(({ province }) => province)).toEqual(['云岭省', '云岭省', '湖汀省'])
  })

  it('reads a text that is merged over several rows once, and does not count the rest as rows without text', async () => {
    const bytes = await workbookOf((workbook) => {
      const sheet = workbook.addWorksheet('表')
      sheet.addRows([['省份', '正文'], ['云岭省', '共同的报告。'], ['湖汀省', null]])
      sheet.mergeCells('B2:B3')
    })
    const file = await readable(bytes, '表.xlsx')
    expect(recordsOf(file).map(({ text }) => text)).toEqual(['共同的报告。'])
    expect(file.source.text).toContain('湖汀省')
    expect(kindsOf(file)).toEqual(['guessed-columns'])
  })

  it('reads hidden rows and hidden sheets, and says so', async () => {
    const bytes = await workbookOf((workbook) => {
      const sheet = workbook.addWorksheet('藏', { state: 'hidden' })
      sheet.addRows([header, cloud, river])
      sheet.getRow(3).hidden = true
    })
    const file = await readable(bytes, '表.xlsx')
    expect(recordsOf(file)).toHaveLength(2)
    expect(file.warnings).toContainEqual({ kind: 'hidden-rows', message: { zh: expect.stringContaining('（第 3 行）') as string, en: expect.stringContaining('(row 3)') as string } })
    expect(file.warnings).toContainEqual({ kind: 'hidden-sheet', message: { zh: expect.stringContaining('“藏”') as string, en: expect.stringContaining('“藏”') as string } })
  })

  it('takes the first sheet with a text column, visible ones first, and names the others that hold something', async () => {
    const bytes = await workbookOf((workbook) => {
      workbook.addWorksheet('隐', { state: 'hidden' }).addRows([header, river])
      workbook.addWorksheet('说明').addRow(['本表收录虚构报告'])
      workbook.addWorksheet('报告').addRows([header, cloud])
      workbook.addWorksheet('空')
    })
    const file = await readable(bytes, '表.xlsx')
    expect(recordsOf(file).map(({ title }) => title)).toEqual([cloud[0]])
    const { message } = file.warnings.find(({ kind }) => kind === 'other-sheets')!
    expect(message.zh).toBe('只读了工作表“报告”；没有读：“隐”、“说明”。')
    expect(message.en).toContain('not “隐”, “说明”')
  })

  it('says that comments on cells were not read', async () => {
    const bytes = await workbookOf((workbook) => {
      const sheet = workbook.addWorksheet('表')
      sheet.addRows([header, cloud])
      sheet.getCell('D2').note = '批注'
    })
    expect(kindsOf(await readable(bytes, '表.xlsx'))).toContain('remarks-left-out')
  })
})

describe('虚构样例: cells of every type', () => {
  const cells = (values: readonly unknown[], format?: string, is1904 = false) =>
    workbookOf((workbook) => {
      workbook.properties.date1904 = is1904
      const sheet = workbook.addWorksheet('表')
      sheet.addRows([['日期', '正文'], ...values.map((value) => [value, '报告正文。'])])
      if (format !== undefined) for (let row = 2; row <= values.length + 1; row++) sheet.getCell(`A${row}`).numFmt = format
    })
  const dates = async (...given: Parameters<typeof cells>) => recordsOf(await readable(await cells(...given), '表.xlsx')).map(({ date }) => date)
  const day = new Date(Date.UTC(2023, 1, 10))

  it('real dates come out as ISO days, in both calendars of spreadsheets', async () => {
    for (const is1904 of [false, true]) {
      expect(await dates([day], 'yyyy-mm-dd', is1904)).toEqual(['2023-02-10'])
      expect(await dates([day], 'yyyy"年"m"月"d"日"', is1904)).toEqual(['2023-02-10'])
    }
  })

  it('a month and a year come out as no more than the sheet shows', async () => {
    expect(await dates([day], 'yyyy"年"m"月"')).toEqual(['2023-02'])
    expect(await dates([day], 'yyyy"年"')).toEqual(['2023'])
  })

  it('a time is kept where it is shown', async () => {
    expect(await dates([new Date(Date.UTC(2023, 1, 10, 9, 30))], 'yyyy/m/d h:mm')).toEqual(['2023-02-10 09:30'])
  })

  it('years, and days as text or number, are as written', async () => {
    expect(await dates([2023, '2023', '二〇二三年二月十日', 20230210, '2023/2/10'])).toEqual(['2023', '2023', '二〇二三年二月十日', '20230210', '2023/2/10'])
  })

  it('rich text, shared strings, links, formulas with their values, booleans and numbers are as a person sees them', async () => {
    const bytes = await workbookOf((workbook) => {
      workbook.addWorksheet('表').addRows([
        ['标题', '正文', '备注'],
        [{ richText: [{ text: '云岭省', font: { bold: true } }, { text: '民政会议' }] }, { richText: [{ text: '会议要求，' }, { text: '健全养老服务。', font: { color: { argb: 'FFFF0000' } } }] }, true],
        [{ text: '链接的标题', hyperlink: 'http://127.0.0.1/' }, { formula: 'B2&"。"', result: '公式所得的正文。' }, 0.1 + 0.2],
        [{ formula: '1+1' }, '正文三。', { formula: 'A1', result: { error: '#REF!' } }]
      ])
    })
    const file = await readable(bytes, '表.xlsx')
    expect(recordsOf(file).map(({ title, text, others }) => ({ title, text, others }))).toEqual([
      { title: '云岭省民政会议', text: '会议要求，健全养老服务。', others: ['TRUE'] },
      { title: '链接的标题', text: '公式所得的正文。', others: ['0.3'] },
      { title: null, text: '正文三。', others: ['#REF!'] }
    ])
    expect(kindsOf(file)).toEqual(['guessed-columns', 'formulas-without-value', 'error-cells'])
  })

  it('an error is no text: the row has none', async () => {
    const bytes = await workbookOf((workbook) => void workbook.addWorksheet('表').addRows([['标题', '正文'], ['甲', { error: '#N/A' }], ['乙', '正文。']]))
    const file = await readable(bytes, '表.xlsx')
    expect(recordsOf(file).map(({ title }) => title)).toEqual(['乙'])
    expect(file.source.text).toContain('甲\n#N/A')
    expect(kindsOf(file)).toEqual(['guessed-columns', 'rows-without-text', 'error-cells'])
  })
})

describe('a workbook that cannot be read as reports', () => {
  it('is refused as needs-columns where no column is known by its header', async () => {
    const bytes = await workbookOf((workbook) => void workbook.addWorksheet('表').addRows([['甲', '乙'], ['云岭省', '一句话。']]))
    expect(await refusal(bytes, '表.xlsx')).toMatchObject({ kind: 'needs-columns', place: '表.xlsx', message: { en: expect.stringContaining('say which column') as string } })
  })

  it('is refused with the list of its columns where a named one is missing', async () => {
    const problem = await refusal(await simple(), '表.xlsx', { text: '正文', title: null, province: '地域', date: null })
    expect(problem).toMatchObject({ kind: 'needs-columns', message: { zh: '表格里没有“地域”这一列。现有：#1 标题、#2 省份、#3 日期、#4 正文。' } })
    expect((await refusal(await simple(), '表.xlsx', { text: '#9', title: null, province: null, date: null })).message.zh).toContain('没有“#9”这一列')
  })

  it.each([
    ['sheets without a cell', (): readonly unknown[][] => []],
    ['a header and nothing below', () => [header]],
    ['rows that all lack a text', () => [header, ['甲', '云岭省', '2023', ' \n　']]]
  ])('is refused as no-text: %s', async (_, rows) => {
    const bytes = await workbookOf((workbook) => void workbook.addWorksheet('表').addRows(rows() as unknown[][]))
    expect((await refusal(bytes, '表.xlsx')).kind).toBe('no-text')
  })
})

describe('random tables', () => {
  it('come back cell by cell', async () => {
    // no control characters: XML has none, and a workbook writes them as escapes of its own
    const piece = fc.stringMatching(/^[一-龥a-zA-Z0-9，。；：“”%+=<>&_x-]{1,12}$/)
    const optional = fc.option(piece, { nil: null })
    const text = fc.array(piece, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
    const row = fc.record({ title: optional, province: optional, date: optional, other: optional, text: fc.option(text, { nil: null }) })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        const withText = rows.filter((one) => one.text !== null)
        fc.pre(withText.length > 0)
        const bytes = await workbookOf((workbook) => {
          workbook.addWorksheet('表').addRows([['备注', '正文', '日期', '省份', '标题'], ...rows.map((one) => [one.other, one.text, one.date, one.province, one.title])])
        })
        const file = await readable(bytes, '表.xlsx')
        expect(recordsOf(file)).toEqual(withText.map((one) => ({ title: one.title, province: one.province, date: one.date, others: one.other === null ? [] : [one.other], text: one.text })))
        for (const one of rows) for (const cell of [one.other, one.date, one.province, one.title]) expect(cell === null || file.source.text.includes(cell)).toBe(true)
      }),
      { seed: 41, numRuns: 40 }
    )
  })
})
