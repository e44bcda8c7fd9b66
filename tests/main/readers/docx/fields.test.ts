import { describe, expect, it } from 'vitest'
import { field, makeDocx, paragraph, paragraphOf, run, runOf } from '../make-docx.ts'
import { fileOf, linesOf, read, refusalOf } from './reading.ts'

const mark = (type: string): string => runOf(`<w:fldChar w:fldCharType="${type}"/>`)
const code = (text: string): string => runOf(`<w:instrText xml:space="preserve">${text}</w:instrText>`)

describe('虚构样例: fields of a Word document', () => {
  it('reads what a field shows, not its code', async () => {
    expect(await read(paragraphOf(run('见') + field(' REF SectionOne \\h ', run('第一部分')) + run('。')))).toEqual(['见第一部分。'])
    expect(await read(paragraphOf(`<w:fldSimple w:instr=" DATE \\@ &quot;yyyy&quot; ">${run('2026年')}</w:fldSimple>`))).toEqual(['2026年'])
  })

  it('reads a table of contents over several paragraphs, with fields in it', async () => {
    const entry = (text: string, page: string): string => field(` HYPERLINK \\l "_Toc1" `, run(text) + runOf('<w:tab/>') + field(' PAGEREF _Toc1 \\h ', run(page)))
    const body =
      paragraphOf(mark('begin') + code(' TOC \\o "1-3" \\h ') + mark('separate') + entry('一、总则', '1')) +
      paragraphOf(entry('二、附则', '3')) + paragraphOf(mark('end')) + paragraph('正文')
    expect(await read(body)).toEqual(['一、总则\t1', '二、附则\t3', '', '正文'])
  })

  it('keeps codes that are made of fields out of the text', async () => {
    expect(await read(paragraphOf(mark('begin') + code(' IF ') + field('MERGEFIELD x', run('内值')) + code(' = 1 "是" ') + mark('separate') + run('是') + mark('end') + run('后')))).toEqual(['是后'])
  })

  it('loses no text to a field that never ends', async () => {
    expect(await read(paragraphOf(run('甲') + mark('begin') + code(' REF x ') + run('乙')) + paragraph('丙'))).toEqual(['甲乙', '丙'])
    expect(await read(paragraphOf(mark('end') + mark('separate') + run('甲')) + paragraph('乙'))).toEqual(['甲', '乙'])
  })

  it('reads what formula fields print, of which the file keeps no result', async () => {
    expect(await read(paragraphOf(field(' eq \\o\\ac(○,3)', null) + field('EQ \\o\\ac(○,甲)', null) + field('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(lǐ),李)', null)))).toEqual(['③甲李'])
  })

  it('says how many fields it could not show', async () => {
    const file = await fileOf(makeDocx({ body: paragraphOf(run('甲') + field(' EQ \\f(1,2) ', null) + field(' LISTNUM ', null) + field(' XE "索引" ', null)) }))
    expect(linesOf(file)).toEqual(['甲'])
    expect(file.warnings).toMatchObject([{ kind: 'unread-fields', message: { zh: expect.stringContaining('2 个') as string } }])
  })

  it('refuses fields nested too deep', async () => {
    expect(await refusalOf(makeDocx({ body: paragraphOf(mark('begin').repeat(100) + run('甲')) }))).toBe('nested-too-deep')
    const simple = '<w:fldSimple w:instr="X">'
    expect(await refusalOf(makeDocx({ body: paragraphOf(simple.repeat(100) + run('甲') + '</w:fldSimple>'.repeat(100)) }))).toBe('nested-too-deep')
  })
})

describe('虚构样例: notes, headers and footers of a Word document', () => {
  const note = (kind: 'footnote' | 'endnote', id: number): string => runOf(`<w:${kind}Reference w:id="${id}"/>`, '<w:rStyle w:val="a"/>')
  const noteText = (kind: 'footnote' | 'endnote', id: number, text: string): string =>
    `<w:${kind} w:id="${id}">${paragraphOf(runOf(`<w:${kind}Ref/>`) + run(` ${text}`))}</w:${kind}>`
  const reference = (kind: 'header' | 'footer', id: string, type = 'default'): string => `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`

  it('gives notes after the body in the order of the text, their marks not as text', async () => {
    const body = paragraphOf(run('甲') + note('footnote', 3) + run('乙') + note('endnote', 2)) + paragraphOf(run('丙') + note('footnote', 2))
    const separator = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r><w:r><w:t>线</w:t></w:r></w:p></w:footnote>'
    expect(await read({
      body,
      footnotes: separator + noteText('footnote', 2, '后注') + noteText('footnote', 3, '先注') + noteText('footnote', 9, '无人引用'),
      endnotes: noteText('endnote', 2, '尾注')
    })).toEqual(['甲乙', '丙', 'footnote: 先注', 'footnote: 后注', 'footnote: 尾注'])
  })

  it('leaves out the note of a deleted reference', async () => {
    const body = paragraphOf(run('甲') + `<w:del w:id="1" w:author="a">${note('footnote', 2)}</w:del>`)
    expect(await read({ body, footnotes: noteText('footnote', 2, '注') })).toEqual(['甲'])
  })

  it('gives each header and footer once for each kind of page, page numbers not as text', async () => {
    const section = (references: string): string => `<w:sectPr>${references}</w:sectPr>`
    const body =
      paragraph('第一节', section(reference('header', 'header1') + reference('footer', 'footer1'))) + paragraph('第二节') +
      section(reference('header', 'header1') + reference('header', 'header2', 'first') + reference('footer', 'footer1') + reference('footer', 'footer2', 'even'))
    expect(await read({
      body,
      headers: [paragraph('内部资料'), paragraph('云岭省民政厅') + paragraph('')],
      footers: [
        paragraphOf(run('第 ') + field(' PAGE ', run('3')) + run(' 页 共 ') + `<w:fldSimple w:instr="NUMPAGES">${run('12')}</w:fldSimple>` + run(' 页')),
        paragraphOf(run('经办人 李庆 ') + field(' PAGE \\* MERGEFORMAT ', run('3')))
      ]
    })).toEqual(['第一节', '第二节', 'header: 内部资料', 'header: 云岭省民政厅', 'page-number: 第  页 共  页', 'footer: 经办人 李庆 '])
  })

  it('keeps the number of a page that the body itself shows', async () => {
    expect(await read(paragraphOf(run('本页为第') + field('PAGE', run('3')) + run('页')))).toEqual(['本页为第3页'])
  })

  it('reads the page’s number in a text box of a footer as none of the text', async () => {
    const box = runOf(`<w:pict><v:shape><v:textbox><w:txbxContent>${paragraphOf(run('— ') + field('PAGE', run('1')) + run(' —'))}</w:txbxContent></v:textbox></v:shape></w:pict>`)
    expect(await read({ body: paragraph('甲') + `<w:sectPr>${reference('footer', 'footer1')}</w:sectPr>`, footers: [paragraphOf(box)] })).toEqual(['甲', 'page-number: —  —'])
  })
})
