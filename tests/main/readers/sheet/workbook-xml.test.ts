import { describe, expect, it } from 'vitest'
import { workbookBytes } from '../../../../src-main/writers/workbook.ts'
import { inlineCell, inlineRow, kindsOf, rawWorkbook, readable, recordsOf, refusal, sheetXml } from './make-workbook.ts'

// 虚构样例
const text = '会议要求，健全养老服务体系。'
const header = inlineRow(1, ['标题', '正文'])
const rows = (count: number): string => header + Array.from({ length: count }, (_, n) => inlineRow(n + 2, [`报告${n}`, text])).join('')
const one = (row: string): Uint8Array => rawWorkbook({ sheets: [header + row] })

describe('what the XML of a workbook may look like', () => {
  it('shared strings: plain, in runs, and without the reading aids above them', async () => {
    const strings = '<si><t>标题</t></si><si><t>正文</t></si><si><r><t>湖汀</t></r><r><rPr><b/></rPr><t xml:space="preserve">省 </t></r></si><si><t>漢字の報告</t><rPh sb="0" eb="2"><t>かんじ</t></rPh></si>'
    const cell = (reference: string, n: number) => `<c r="${reference}" t="s"><v>${n}</v></c>`
    const bytes = rawWorkbook({ sheets: [`<row r="1">${cell('A1', 0)}${cell('B1', 1)}</row><row r="2">${cell('A2', 2)}${cell('B2', 3)}</row>`], strings })
    expect(recordsOf(await readable(bytes, '表.xlsx'))).toMatchObject([{ title: '湖汀省 ', text: '漢字の報告' }])
  })

  it('inline strings without the reading aids above them', async () => {
    const file = await readable(one('<row r="2"><c r="B2" t="inlineStr"><is><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh></is></c></row>'), '表.xlsx')
    expect(recordsOf(file)[0]!.text).toBe('漢字')
  })

  it('cells and rows without their places stand one after the other', async () => {
    const cell = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
    const bytes = rawWorkbook({ sheets: [`<row>${cell('标题')}${cell('正文')}</row><row>${cell('甲')}${cell(text)}</row>`] })
    expect(recordsOf(await readable(bytes, '表.xlsx'))).toMatchObject([{ title: '甲', text }])
  })

  it('escapes of characters that XML does not have, markup, CDATA, and half a pair', async () => {
    const row = `<row r="2">${inlineCell('A2', '_x005F_x0041_')}<c r="B2" t="inlineStr"><is><t>一_x000D_\n二&lt;三&gt;<![CDATA[<原文>]]>_xD800_</t></is></c></row>`
    const file = await readable(one(row), '表.xlsx')
    expect(recordsOf(file)).toMatchObject([{ title: '_x0041_', text: '一\n二<三><原文>\ufffd' }])
    expect(kindsOf(file)).toContain('nul-characters')
  })

  it('a prefix for every element, the strict edition of the standard, and UTF-16', async () => {
    const xml = sheetXml(rows(1))
    const prefixed = xml.replace('xmlns=', 'xmlns:x=').replace(/<(\/?)(?=\w)/g, '<$1x:')
    const utf16 = new Uint8Array(Buffer.from('\ufeff' + xml.replace('UTF-8', 'UTF-16'), 'utf16le'))
    const strict = xml.replace('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main')
    for (const sheet of [prefixed, utf16, strict]) expect(recordsOf(await readable(rawWorkbook({ sheets: [sheet] }), '表.xlsx'))).toMatchObject([{ title: '报告0', text }])
  })

  it('dates by built-in format, of both calendars, and as ISO text', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="57"/><xf numFmtId="9"/></cellXfs>'
    const dates = (cells: readonly string[]) =>
      inlineRow(1, ['日期', '正文']) + cells.map((cell, n) => `<row r="${n + 2}">${cell.replace('<c', `<c r="A${n + 2}"`)}${inlineCell(`B${n + 2}`, text)}</row>`).join('')
    const sheet = dates(['<c s="1"><v>44967</v></c>', '<c s="2"><v>44967</v></c>', '<c s="0"><v>44967</v></c>', '<c s="3"><v>0.35</v></c>', '<c t="d"><v>2023-02-10T00:00:00Z</v></c>'])
    const found = async (properties: string) => recordsOf(await readable(rawWorkbook({ sheets: [sheet], styles, properties }), '表.xlsx')).map(({ date }) => date)
    expect(await found('')).toEqual(['2023-02-10', '2023-02', '44967', '0.35', '2023-02-10'])
    expect(await found('date1904="1"')).toEqual(['2027-02-11', '2027-02', '44967', '0.35', '2023-02-10'])
  })

  it('a workbook of the program itself comes back: line ends, marks at the ends, what looks like a formula, an escape or an error', async () => {
    const cells = ['=1+1', ' 前后有空格 ', '#N/A 不是错误', '_x0041_', '一\n二']
    const style = {}
    const bytes = await workbookBytes({
      title: '虚构样例',
      madeOn: '2026-01-01',
      sheets: [{ name: '表', widths: [10, 10], frozenColumns: 0, rows: [['标题', '正文'], ...cells.map((cell) => [cell, cell])].map((row) => row.map((value) => ({ value, style }))) }]
    })
    expect(recordsOf(await readable(bytes, '表.xlsx')).map((record) => record.text)).toEqual(cells)
  })

  it('two cells of one place are both kept', async () => {
    const file = await readable(one(`<row r="2">${inlineCell('A2', '甲')}${inlineCell('A2', '乙')}${inlineCell('B2', text)}</row>`), '表.xlsx')
    expect(recordsOf(file)).toEqual([{ title: '甲', province: null, date: null, others: ['乙'], text }])
  })
})

describe('damaged and hostile workbooks', () => {
  const xml = sheetXml(rows(40))
  it.each([
    ['a sheet that is cut off in the middle', rawWorkbook({ sheets: [xml.slice(0, xml.length / 2)] })],
    ['a sheet that is cut off between two elements', rawWorkbook({ sheets: [xml.slice(0, xml.indexOf('<row r="20"'))] })],
    ['an empty sheet part', rawWorkbook({ sheets: [new Uint8Array(0)] })],
    ['a sheet part that is missing', rawWorkbook({ sheets: [], others: [{ name: 'xl/workbook.xml', bytes: '<workbook xmlns:r="r"><sheets><sheet name="表" r:id="rId1"/></sheets></workbook>' }] })],
    ['no workbook part', rawWorkbook({ sheets: [], others: [{ name: '_rels/.rels', bytes: '<Relationships/>' }, { name: 'xl/workbook.xml', bytes: '' }] })],
    ['a shared string that is not there', one('<row r="2"><c r="B2" t="s"><v>99</v></c></row>')],
    ['a cell beyond the last column', one(`<row r="2">${inlineCell('ZZZ2', text)}</row>`)],
    ['a cell at no place', one(`<row r="2">${inlineCell('__proto__', text)}</row>`)],
    ['a row beyond the last', one(`<row r="1048577">${inlineCell('B1048577', text)}</row>`)],
    ['a sheet that is no XML', rawWorkbook({ sheets: [new Uint8Array(3000).map((_, n) => (n * 7919) % 256)] })]
  ])('is refused as damaged-file: %s', async (_, bytes) => {
    expect((await refusal(bytes, '表.xlsx')).kind).toBe('damaged-file')
  })

  it('is refused as forbidden-markup: a DTD, in a sheet and in the strings', async () => {
    const dtd = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "boom">]>'
    expect((await refusal(rawWorkbook({ sheets: [xml.replace(/<\?xml.*?\?>/, dtd)] }), '表.xlsx')).kind).toBe('forbidden-markup')
    const strings = rawWorkbook({ sheets: [rows(1)], strings: '', others: [{ name: 'xl/sharedStrings.xml', bytes: `${dtd}<sst><si><t>&a;</t></si></sst>` }] })
    expect((await refusal(strings, '表.xlsx')).kind).toBe('forbidden-markup')
  })

  it('is refused as inflates-too-far: 100 MB of white space in a sheet', async () => {
    expect((await refusal(rawWorkbook({ sheets: [`<?xml version="1.0"?>${' '.repeat(100 * 1024 * 1024)}`] }), '表.xlsx')).kind).toBe('inflates-too-far')
  })

  it('is refused as too-many-parts: one long string in a thousand cells', async () => {
    const strings = `<si><t>标题</t></si><si><t>正文</t></si><si><t>${'长'.repeat(32_000)}</t></si>`
    const cells = Array.from({ length: 1000 }, (_, n) => `<row r="${n + 2}"><c r="B${n + 2}" t="s"><v>2</v></c></row>`).join('')
    const bytes = rawWorkbook({ sheets: [`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>${cells}`], strings })
    expect(bytes.length).toBeLessThan(100_000)
    expect(await refusal(bytes, '表.xlsx')).toMatchObject({ kind: 'too-many-parts', message: { en: expect.stringContaining('16000000') as string } })
  })

  it('is refused as too-many-parts: more than 100,000 rows with a text', async () => {
    const cells = Array.from({ length: 100_001 }, (_, n) => `<row r="${n + 2}"><c r="B${n + 2}" t="str"><v>文</v></c></row>`).join('')
    expect(await refusal(one(cells), '表.xlsx')).toMatchObject({ kind: 'too-many-parts', message: { en: expect.stringContaining('100000') as string } })
  })

  it('costs nothing: two cells that stand far apart, and styled cells that hold nothing', async () => {
    const before = process.memoryUsage().rss
    const far = one(`<row r="2">${inlineCell('B2', text)}${inlineCell('XFD2', '远')}</row><row r="1048576">${inlineCell('B1048576', text)}</row>`)
    expect(recordsOf(await readable(far, '表.xlsx'))).toMatchObject([{ others: ['远'] }, { others: [] }])
    const styled = one(`<row r="2">${inlineCell('B2', text)}</row>${Array.from({ length: 20_000 }, (_, n) => `<row r="${n + 3}"><c r="A${n + 3}" s="1"/><c r="B${n + 3}" s="1"/></row>`).join('')}`)
    expect(kindsOf(await readable(styled, '表.xlsx'))).toEqual(['guessed-columns'])
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })

  it('names a binary workbook as a format of its own', async () => {
    const bytes = rawWorkbook({
      sheets: [],
      others: [{ name: '_rels/.rels', bytes: '<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>' }, { name: 'xl/workbook.bin', bytes: 'x' }]
    })
    expect(await refusal(bytes, '表.xlsb')).toMatchObject({ kind: 'unsupported-format', message: { en: expect.stringContaining('xlsb') as string } })
  })
})
