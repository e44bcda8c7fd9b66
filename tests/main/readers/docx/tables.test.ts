import { describe, expect, it } from 'vitest'
import { field, inList, makeDocx, paragraph, paragraphOf, run, runOf, table } from '../make-docx.ts'
import { fileOf, linesOf, read } from './reading.ts'

const long = '会议指出，要坚持以人民为中心的发展思想，健全基本养老服务体系，推动养老事业和养老产业协同发展，让老年人共享改革发展成果、安享幸福晚年，切实增强获得感。'
const cell = (text: string, properties = ''): string => `<w:tcPr>${properties}</w:tcPr>${paragraph(text)}`

describe('虚构样例: tables of a Word document', () => {
  it('gives each cell’s paragraphs as lines of their own, row by row, empty cells not', async () => {
    const body = paragraph('表前') + table([[cell('事项'), cell('部门')], [cell('汇总') + paragraph('办公室'), cell('')]]) + paragraph('表后')
    expect(await read(body)).toEqual(['表前', 'cell: 事项', 'cell: 部门', 'cell: 汇总', 'cell: 办公室', '表后'])
  })

  it('gives merged cells once, across and down', async () => {
    const rows = [
      [cell('地区', '<w:gridSpan w:val="2"/>'), cell('数量')],
      [cell('云岭', '<w:vMerge w:val="restart"/>'), cell('东区'), cell('1')],
      [cell('', '<w:vMerge/>'), cell('西区'), cell('2')],
      [cell('旧字', '<w:vMerge w:val="continue"/>'), cell('南区'), cell('3')]
    ]
    const file = await fileOf(makeDocx({ body: table(rows) }))
    expect(linesOf(file)).toEqual(['地区', '数量', '云岭', '东区', '1', '西区', '2', '南区', '3'].map((text) => `cell: ${text}`))
    // what a cell that is merged away still holds is not printed; it is not passed over in silence either
    expect(file.warnings.map(({ kind }) => kind)).toEqual(['hidden-text'])
  })

  it('reads the first row’s cells though they claim to go on from above', async () => {
    expect(await read(table([[cell('甲', '<w:vMerge/>'), cell('乙')]]))).toEqual(['cell: 甲', 'cell: 乙'])
  })

  it('reads tables within tables in place', async () => {
    const inner = table([[cell('内一'), cell('内二')]])
    expect(await read(table([[cell('外一') + inner + paragraph('外二'), cell('外三')]]))).toEqual(['外一', '内一', '内二', '外二', '外三'].map((text) => `cell: ${text}`))
  })

  it('reads a table of one cell, or of running text, as ordinary paragraphs', async () => {
    expect(await read(table([[cell('方框里的一段')]]))).toEqual(['方框里的一段'])
    expect(await read(table([[cell('左栏') + paragraph(long) + paragraph(long), cell('右栏') + paragraph(long) + paragraph(long)]]))).toEqual(['左栏', long, long, '右栏', long, long])
  })

  it('keeps a table whose cells are single sentences a table', async () => {
    expect(await read(table([[cell('1'), cell(long), cell('民政厅')], [cell('2'), cell(long), cell('财政厅')]]))).toHaveLength(6)
    expect((await read(table([[cell('1'), cell(long), cell('民政厅')]]))).every((line) => line.startsWith('cell: '))).toBe(true)
  })

  it('marks the cells of a table inside a table for layout, and nothing else of it', async () => {
    const inner = table([[cell('内一'), cell('内二')]])
    expect(await read(table([[cell('外一') + inner + paragraph('外二')]]))).toEqual(['外一', 'cell: 内一', 'cell: 内二', '外二'])
  })

  it('numbers cells, and reads through rows in content controls', async () => {
    const numbering = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/><w:suff w:val="nothing"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const row = (text: string): string => `<w:tr><w:tc>${paragraph('', inList(1))}</w:tc><w:tc>${paragraph(text)}</w:tc></w:tr>`
    expect(await read({ body: `<w:tbl>${row('甲')}<w:sdt><w:sdtContent>${row('乙')}</w:sdtContent></w:sdt></w:tbl>`, numbering })).toEqual(['cell: 1', 'cell: 甲', 'cell: 2', 'cell: 乙'])
  })

  it('leaves out rows and cells that are deleted in tracked changes', async () => {
    const deleted = `<w:tr><w:trPr><w:del w:id="1" w:author="a"/></w:trPr><w:tc>${cell('删去')}</w:tc></w:tr>`
    const inserted = `<w:tr><w:trPr><w:ins w:id="1" w:author="a"/></w:trPr><w:tc>${cell('甲')}</w:tc><w:tc>${cell('乙')}</w:tc><w:tc>${cell('丙', '<w:cellDel w:id="2" w:author="a"/>')}</w:tc></w:tr>`
    expect(await read(`<w:tbl>${deleted}${inserted}</w:tbl>`)).toEqual(['cell: 甲', 'cell: 乙'])
  })
})

const choice = (words: string): string => `<w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${words}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`
const fallback = (words: string): string => `<w:pict><v:shape><v:textbox><w:txbxContent>${words}</w:txbxContent></v:textbox></v:shape></w:pict>`
const box = (words: string): string => runOf(`<mc:AlternateContent><mc:Choice Requires="wps">${choice(words)}</mc:Choice><mc:Fallback>${fallback(words)}</mc:Fallback></mc:AlternateContent>`)

describe('虚构样例: text boxes of a Word document', () => {
  it('gives a text box once, after the paragraph it is anchored in', async () => {
    expect(await read(paragraphOf(run('段首') + box(paragraph('框一') + paragraph('框二')) + run('段尾')) + paragraph('后段'))).toEqual(['段首段尾', '框一', '框二', '后段'])
  })

  it('reads the older form alone, the newer form alone, and boxes in boxes', async () => {
    expect(await read(paragraphOf(run('甲') + runOf(fallback(paragraph('旧框')))) + paragraphOf(run('乙') + runOf(choice(paragraphOf(run('外框') + box(paragraph('内框'))))))))
      .toEqual(['甲', '旧框', '乙', '外框', '内框'])
  })

  it('takes the older way to show an object where the newer has no text', async () => {
    const picture = '<mc:Choice Requires="cx1"><w:drawing/></mc:Choice>'
    expect(await read(paragraphOf(run('甲') + runOf(`<mc:AlternateContent>${picture}<mc:Fallback>${fallback(paragraph('框'))}</mc:Fallback></mc:AlternateContent>`)))).toEqual(['甲', '框'])
  })

  it('reads words drawn as a picture', async () => {
    expect(await read(paragraphOf(run('甲') + runOf('<w:pict><v:shape><v:textpath string="样例艺术字"/></v:shape></w:pict>')))).toEqual(['甲', '样例艺术字'])
  })

  it('takes no number of a drawing’s place for text, and pictures for nothing', async () => {
    const drawing = '<w:drawing><wp:inline><wp:posOffset>12345</wp:posOffset><wp:docPr id="1" name="图片 1" descr="说明"/></wp:inline></w:drawing>'
    expect(await read(paragraphOf(run('甲') + runOf(drawing)))).toEqual(['甲'])
  })

  it('gives a box in a cell after the cell’s paragraph, and a table in a box as a table', async () => {
    expect(await read(table([[`${paragraphOf(run('甲') + box(paragraph('框')))}`, cell('乙')]]))).toEqual(['cell: 甲', '框', 'cell: 乙'])
    expect(await read(paragraphOf(run('甲') + box(table([[cell('子'), cell('丑')]]))))).toEqual(['甲', 'cell: 子', 'cell: 丑'])
  })

  it('keeps a field of the paragraph apart from those of the box', async () => {
    expect(await read(paragraphOf(field('HYPERLINK "x"', run('链') + box(paragraphOf(field('REF b', run('框内'))))) + run('后')))).toEqual(['链后', '框内'])
  })
})
