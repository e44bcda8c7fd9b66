import { describe, expect, it } from 'vitest'
import { makeDocx, paragraph, paragraphOf, run, runOf } from '../make-docx.ts'
import { fileOf, linesOf, read, warningsOf } from './reading.ts'

const by = 'w:id="1" w:author="李庆" w:date="2026-02-10T00:00:00Z"'
const inserted = (runs: string): string => `<w:ins ${by}>${runs}</w:ins>`
const deleted = (text: string): string => `<w:del ${by}>${runOf(`<w:delText>${text}</w:delText>`)}</w:del>`

describe('虚构样例: tracked changes and comments of a Word document', () => {
  it('reads changes as accepted and says how many', async () => {
    const body = paragraphOf(run('健全') + deleted('旧的') + inserted(run('新的')) + run('体系')) +
      paragraphOf(`<w:moveFrom ${by}>${run('移走')}</w:moveFrom>` + run('原处')) + paragraphOf(`<w:moveTo ${by}>${run('移来')}</w:moveTo>`)
    const file = await fileOf(makeDocx({ body }))
    expect(linesOf(file)).toEqual(['健全新的体系', '原处', '移来'])
    expect(file.warnings).toMatchObject([{ kind: 'tracked-changes', message: { zh: expect.stringContaining('4 处') as string, en: expect.stringContaining('4 places') as string } }])
  })

  it('joins paragraphs whose mark is deleted, and drops one that is deleted whole', async () => {
    const mark = `<w:rPr><w:del ${by}/></w:rPr>`
    expect(await read(paragraph('健全养老', mark) + paragraph('服务体系。') + paragraphOf(deleted('整段删去'), mark) + paragraph('后段'))).toEqual(['健全养老服务体系。', '后段'])
    expect(await read(paragraph('末段', mark))).toEqual(['末段'])
  })

  it('keeps a paragraph with a deleted mark before a table', async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph('子')}</w:tc><w:tc>${paragraph('丑')}</w:tc></w:tr></w:tbl>`
    expect(await read(paragraph('表前', `<w:rPr><w:del ${by}/></w:rPr>`) + table + paragraph('表后'))).toEqual(['表前', 'cell: 子', 'cell: 丑', '表后'])
  })

  it('reads no deletion within an insertion, and a field that was deleted not at all', async () => {
    const field = ['begin', 'separate', 'end'].map((type) => runOf(`<w:fldChar w:fldCharType="${type}"/>`))
    const gone = `<w:del ${by}>${field[0]}${runOf('<w:delInstrText>REF x</w:delInstrText>')}${field[1]}${runOf('<w:delText>旧</w:delText>')}${field[2]}</w:del>`
    expect(await read(paragraphOf(inserted(run('甲') + deleted('乙')) + gone + run('丙')))).toEqual(['甲丙'])
  })

  it('leaves comments out and says how many', async () => {
    const body = paragraphOf(`<w:commentRangeStart w:id="0"/>${run('正文')}<w:commentRangeEnd w:id="0"/>${runOf('<w:commentReference w:id="0"/>')}`)
    const comments = `<w:comment w:id="0" w:author="李庆">${paragraph('批注一')}</w:comment><w:comment w:id="1" w:author="李庆">${paragraph('批注二')}</w:comment>`
    expect(await read({ body, comments })).toEqual(['正文'])
    expect(await warningsOf({ body, comments })).toEqual(['comments-left-out: 2'])
  })

  it('names documents within the document, charts and diagrams that it does not read', async () => {
    const graphic = (uri: string): string => runOf(`<w:drawing><a:graphic><a:graphicData uri="${uri}"/></a:graphic></w:drawing>`)
    const body = paragraphOf(run('正文') + graphic('http://schemas.openxmlformats.org/drawingml/2006/chart') + graphic('http://schemas.openxmlformats.org/drawingml/2006/diagram') + graphic('http://schemas.openxmlformats.org/drawingml/2006/picture')) + '<w:altChunk r:id="x"/>'
    expect(await warningsOf(body)).toEqual(['embedded-documents: 1', 'drawn-text: 2'])
  })
})
