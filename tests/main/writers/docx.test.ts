import { describe, expect, it } from 'vitest'
import type { Paper } from '#core/paper/paper.ts'
import { cellText, isQuoted } from '#core/table/table.ts'
import { ZipPackage } from '../../../src-main/readers/zip-package.ts'
import { childOf, childrenOf, xmlTree, type XmlElement } from '../../../src-main/readers/xml.ts'
import { paperDocx } from '../../../src-main/writers/docx.ts'
import { inventedPaper } from '../../core/paper/invented-paper.ts'
import { fileOf, linesOf } from '../readers/docx/reading.ts'

async function partOf(docx: Uint8Array, name: string): Promise<string> {
  const zip = await ZipPackage.open(docx, 'docx')
  return Buffer.from((await zip.read(name))!).toString('utf8')
}

const bodyOf = async (paper: Paper, language: 'zh' | 'en' = 'zh'): Promise<XmlElement> => {
  return childOf(xmlTree(await partOf(await paperDocx(paper, language), 'word/document.xml'), { place: 'docx', damaged: 'damaged-xml' }), 'body')!
}

const descend = (element: XmlElement, ...path: string[]): XmlElement[] => path.reduce<XmlElement[]>((at, name) => at.flatMap((each) => childrenOf(each, name)), [element])
const attribute = (element: XmlElement | undefined, name: string): string | undefined => element?.attributes.get(name)

describe('tables of a paper as a Word document (虚构样例)', () => {
  it('holds every cell, title, note and both paragraphs on methods, as another reader finds them', async () => {
    const paper = inventedPaper()
    const text = linesOf(await fileOf(await paperDocx(paper, 'zh'))).join('\n').replaceAll(/\s|cell: /g, '')
    const has = (part: string): void => expect(text).toContain(part.replaceAll(/\s/g, ''))
    paper.tables.forEach(({ title, notes, rows, columns }, index) => {
      has(`表${index + 1}　${title}`)
      for (const note of notes) has(note)
      for (const { cells } of rows) cells.forEach((cell, c) => cellText(cell, columns[c]!.kind).split('\n').forEach(has))
    })
    has(paper.methods.zh)
    has(paper.methods.en)
  })

  it('draws three lines: thick above and below, thin under the head, none upright', async () => {
    const body = await bodyOf(inventedPaper('zh', ['T1']))
    const [table] = childrenOf(body, 'tbl')
    const borders = descend(table!, 'tblPr', 'tblBorders')[0]!
    const line = (name: string) => [attribute(childOf(borders, name) ?? undefined, 'val'), attribute(childOf(borders, name) ?? undefined, 'sz')]
    expect({ top: line('top'), bottom: line('bottom') }).toEqual({ top: ['single', '12'], bottom: ['single', '12'] })
    for (const name of ['left', 'right', 'insideH', 'insideV']) expect(line(name)[0]).toBe('none')
    const heads = descend(childrenOf(table!, 'tr')[0]!, 'tc', 'tcPr', 'tcBorders', 'bottom')
    expect(heads.map((bottom) => [attribute(bottom, 'val'), attribute(bottom, 'sz')])).toEqual(Array.from({ length: 7 }, () => ['single', '6']))
  })

  it('repeats the head on every page, groups of columns under one head', async () => {
    const body = await bodyOf(inventedPaper('zh', ['T4']))
    const rows = childrenOf(childrenOf(body, 'tbl')[0]!, 'tr')
    expect(rows.map((row) => descend(row, 'trPr', 'tblHeader').length)).toEqual([1, 1, 0, 0, 0])
    expect(descend(rows[0]!, 'tc', 'tcPr', 'gridSpan').map((span) => attribute(span, 'val'))).toEqual(['3', '3', '3'])
  })

  it('sets Chinese in Song and Latin in Times New Roman', async () => {
    const styles = await partOf(await paperDocx(inventedPaper(), 'zh'), 'word/styles.xml')
    expect(styles).toMatch(/<w:rFonts[^>]*w:ascii="Times New Roman"[^>]*>/)
    expect(styles).toMatch(/<w:rFonts[^>]*w:eastAsia="宋体"[^>]*>/)
  })

  it('goes on in parts where the columns are more than a page is wide, and says so', async () => {
    const paper = inventedPaper('en', ['T5'])
    const [table] = paper.tables
    const wide: Paper = { ...paper, tables: [{ ...table!, columns: [table!.columns[0]!, ...Array.from({ length: 8 }, () => table!.columns[1]!)], rows: table!.rows.map((row) => ({ ...row, cells: [row.cells[0]!, ...Array.from({ length: 8 }, () => row.cells[1]!)] })) }] }
    const body = await bodyOf(wide, 'en')
    const tables = childrenOf(body, 'tbl')
    expect(tables.map((part) => childrenOf(childrenOf(part, 'tr')[0]!, 'tc').length)).toEqual([4, 4, 3])
    const titles = childrenOf(body, 'p').map((paragraph) => descend(paragraph, 'r', 't').map(({ text }) => text).join(''))
    expect(titles.filter((title) => title.startsWith('Table 1.'))).toEqual(['Table 1. Quotations by theme and province', ...Array.from({ length: 2 }, () => 'Table 1. Quotations by theme and province (cont.)')])
  })

  it('keeps a person’s word that a theme is there in passing, above the quotations', async () => {
    const paper = inventedPaper('zh', ['T5'])
    const table = paper.tables[0]!
    const rows = table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (isQuoted(cell) && cell.quotations.length > 0 ? { ...cell, verdict: 'in-passing' as const, absent: '顺带提及' } : cell)) }))
    const cells = descend(childrenOf(childrenOf(await bodyOf({ ...paper, tables: [{ ...table, rows }] }), 'tbl')[0]!, 'tr')[1]!, 'tc')
    expect(descend(cells[1]!, 'p').map((paragraph) => descend(paragraph, 'r', 't').map(({ text }) => text).join(''))[0]).toBe('【顺带提及】')
  })

  it('writes what XML cannot hold as U+FFFD, and never as markup', async () => {
    const paper = inventedPaper('zh', ['T1'])
    const table = paper.tables[0]!
    const odd: Paper = { ...paper, tables: [{ ...table, rows: [{ ...table.rows[0]!, cells: ['<w:p/>&amp;', '山\u0001区', '\ud800', '=1+1', '', '', ''] }] }] }
    const cells = descend(childrenOf(childrenOf(await bodyOf(odd), 'tbl')[0]!, 'tr')[1]!, 'tc').map((cell) => descend(cell, 'p', 'r', 't').map(({ text }) => text).join(''))
    expect(cells.slice(0, 4)).toEqual(['<w:p/>&amp;', '山\ufffd区', '\ufffd', '=1+1'])
  })
})
