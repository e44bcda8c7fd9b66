import { describe, expect, it } from 'vitest'
import { inList, makeDocx, paragraph, paragraphOf, run, runOf } from '../make-docx.ts'
import { fileOf, read, warningsOf } from './reading.ts'

interface Level {
  readonly format?: string
  readonly text: string
  readonly more?: string
}

const level = ({ format = 'decimal', text, more = '' }: Level, n: number): string =>
  `<w:lvl w:ilvl="${n}">${more.includes('w:start') ? '' : '<w:start w:val="1"/>'}<w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const abstract = (id: number, levels: readonly Level[]): string => `<w:abstractNum w:abstractNumId="${id}">${levels.map(level).join('')}</w:abstractNum>`
const num = (id: number, of: number, overrides = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`
const listed = (...places: readonly (readonly [text: string, level: number, numId?: number])[]): string =>
  places.map(([text, at, numId = 1]) => paragraph(text, inList(numId, at))).join('')

const official: readonly Level[] = [
  { format: 'chineseCountingThousand', text: '%1、' },
  { format: 'chineseCountingThousand', text: '（%2）' },
  { text: '%3.' },
  { text: '（%4）', format: 'decimalFullWidth' },
  { text: '%5', format: 'decimalEnclosedCircle' }
]

describe('虚构样例: automatic numbers, as printed', () => {
  it('counts 一、 （一） 1. （１） ①, each level anew under the next higher', async () => {
    const body = listed(['总体要求', 0], ['指导思想', 1], ['基本原则', 1], ['重点任务', 0], ['养老服务', 1], ['扩大供给', 2], ['培训', 3], ['补贴', 4], ['收费', 4], ['提升质量', 2], ['儿童福利', 1], ['救助', 2])
    expect(await read({ body, numbering: abstract(0, official) + num(1, 0) })).toEqual([
      '一、总体要求', '（一）指导思想', '（二）基本原则', '二、重点任务', '（一）养老服务', '1. 扩大供给', '（１）培训', '①补贴', '②收费', '2. 提升质量', '（二）儿童福利', '1. 救助'
    ])
  })

  it('writes several levels into one number, decimal all through where the level says so', async () => {
    const levels = [{ text: '第%1章', format: 'chineseCounting' }, { text: '%1.%2', more: '<w:isLgl/>' }, { text: '%1-%2-%3', format: 'upperRoman' }]
    const body = listed(['总则', 0], ['范围', 1], ['附则', 0], ['期限', 1], ['生效', 2], ['生效', 2])
    expect(await read({ body, numbering: abstract(0, levels) + num(1, 0) })).toEqual(['第一章　总则', '1.1 范围', '第二章　附则', '2.1 期限', '二-1-I 生效', '二-1-II 生效'])
  })

  it('goes on in lists of one definition, and begins anew where a list says so', async () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    const five = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    const numbering = abstract(0, [{ text: '%1.' }]) + num(1, 0) + num(2, 0) + num(3, 0, restart) + num(4, 0, five)
    const body = listed(['甲', 0, 1], ['乙', 0, 2], ['丙', 0, 3], ['丁', 0, 3], ['戊', 0, 4], ['己', 0, 4], ['庚', 0, 1])
    expect(await read({ body, numbering })).toEqual(['1. 甲', '2. 乙', '1. 丙', '2. 丁', '5. 戊', '6. 己', '7. 庚'])
  })

  it('takes a level from the override of a list', async () => {
    const override = `<w:lvlOverride w:ilvl="0">${level({ text: '第%1条', format: 'chineseCounting' }, 0)}</w:lvlOverride>`
    const numbering = abstract(0, [{ text: '%1.' }]) + abstract(1, [{ text: '%1)' }]) + num(1, 0) + num(2, 1, override)
    expect(await read({ body: listed(['甲', 0, 1], ['乙', 0, 2], ['丙', 0, 2]), numbering })).toEqual(['1. 甲', '第一条　乙', '第二条　丙'])
  })

  it('restarts a level only after the level that it names, or never', async () => {
    const never = [{ text: '%1.' }, { text: '(%2)', more: '<w:lvlRestart w:val="0"/>' }, { text: '[%3]', more: '<w:lvlRestart w:val="1"/>' }]
    const body = listed(['甲', 0], ['子', 1], ['x', 2], ['丑', 1], ['y', 2], ['乙', 0], ['寅', 1], ['z', 2])
    expect(await read({ body, numbering: abstract(0, never) + num(1, 0) })).toEqual(['1. 甲', '(1) 子', '[1] x', '(2) 丑', '[2] y', '2. 乙', '(3) 寅', '[1] z'])
  })

  it('begins where the level says, also at 0', async () => {
    const levels = [{ text: '%1.', more: '<w:start w:val="0"/>' }, { text: '%2)', more: '<w:start w:val="3"/>' }]
    expect(await read({ body: listed(['甲', 0], ['子', 1], ['丑', 1], ['乙', 0], ['寅', 1]), numbering: abstract(0, levels) + num(1, 0) })).toEqual(['0. 甲', '3) 子', '4) 丑', '1. 乙', '3) 寅'])
  })

  it('shows the beginning of a higher level that has not been counted', async () => {
    expect(await read({ body: listed(['子', 1], ['丑', 1], ['甲', 0]), numbering: abstract(0, [{ text: '%1.' }, { text: '%1.%2' }]) + num(1, 0) })).toEqual(['1.1 子', '1.2 丑', '1. 甲'])
  })

  it('numbers by styles: the list of the style, the level that stands for it, what it is based on', async () => {
    const style = (id: string, properties: string, basedOn = ''): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${properties}</w:pPr></w:style>`
    const styles =
      style('一级', '<w:numPr><w:numId w:val="1"/></w:numPr>') + style('二级', '<w:numPr><w:ilvl w:val="1"/></w:numPr>', '一级') +
      style('三级', '<w:numPr><w:numId w:val="1"/></w:numPr>') + style('我的', '<w:jc w:val="left"/>', '一级') + style('无号', '<w:numPr><w:numId w:val="0"/></w:numPr>', '一级')
    const levels = [{ ...official[0]!, more: '<w:pStyle w:val="一级"/>' }, official[1]!, { ...official[2]!, more: '<w:pStyle w:val="三级"/>' }]
    const styled = (text: string, id: string, more = ''): string => paragraph(text, `<w:pStyle w:val="${id}"/>${more}`)
    const body = styled('甲', '一级') + styled('子', '二级') + styled('壹', '三级') + styled('乙', '我的') + styled('丙', '无号') + styled('丁', '一级', inList(0)) + styled('戊', '一级')
    expect(await read({ body, styles, numbering: abstract(0, levels) + num(1, 0) })).toEqual(['一、甲', '（一）子', '1. 壹', '二、乙', '丙', '丁', '三、戊'])
  })

  it('follows a definition to the numbering style that holds it', async () => {
    const styles = '<w:style w:type="numbering" w:styleId="GW"><w:name w:val="公文"/><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>'
    const numbering = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="GW"/></w:abstractNum>' + abstract(0, official) + num(1, 5) + num(9, 0)
    expect(await read({ body: listed(['甲', 0], ['乙', 0]), styles, numbering })).toEqual(['一、甲', '二、乙'])
  })

  it('puts after a number what it says: a tab as it reads, a blank, nothing', async () => {
    const more = (value: string): string => `<w:suff w:val="${value}"/>`
    const numbering = [['一、', 'tab'], ['%1', 'space'], ['%1', 'nothing'], ['（%1）', 'space'], ['%1．', 'tab'], ['%1)', 'tab']]
      .map(([text, suffix], n) => abstract(n, [{ text: text!, more: more(suffix!) }]) + num(n + 1, n)).join('')
    expect(await read({ body: listed(['甲', 0, 1], ['乙', 0, 2], ['丙', 0, 3], ['丁', 0, 4], ['戊', 0, 5], ['己', 0, 6]), numbering }))
      .toEqual(['一、甲', '1 乙', '1丙', '（1） 丁', '1．戊', '1) 己'])
  })

  it('prints bullets, those of symbol fonts as •, and pictures as bullets', async () => {
    const font = (name: string): string => `<w:rPr><w:rFonts w:ascii="${name}"/></w:rPr>`
    const bullets = [['\uf0b7', font('Symbol')], ['o', font('Courier New')], ['l', font('Wingdings')], ['—', ''], ['◆', ''], ['\uf0a7', ''], ['', '<w:lvlPicBulletId w:val="0"/>']]
    const numbering = bullets.map(([text, more], n) => abstract(n, [{ format: 'bullet', text: text!, more: more! }]) + num(n + 1, n)).join('')
    expect(await read({ body: listed(...bullets.map((_, n) => ['甲', 0, n + 1] as const)), numbering })).toEqual(['• 甲', '◦ 甲', '• 甲', '— 甲', '◆ 甲', '• 甲', '• 甲'])
  })

  it('prints nothing for a level without a number, and counts it all the same', async () => {
    const levels = [{ format: 'none', text: '' }, { text: '%2.' }]
    expect(await read({ body: listed(['甲', 0], ['子', 1], ['乙', 0], ['丑', 1]), numbering: abstract(0, levels) + num(1, 0) })).toEqual(['甲', '1. 子', '乙', '1. 丑'])
  })

  it('reads 001, 002 of newer Word, and says where a format is unknown', async () => {
    const zeros = '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="9"/>${zeros}<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>` + num(1, 0) + abstract(1, [{ format: 'thaiLetters', text: '%1.' }]) + num(2, 1)
    const content = { body: listed(['甲', 0], ['乙', 0], ['丙', 0, 2]), numbering }
    expect(await read(content)).toEqual(['009. 甲', '010. 乙', '1. 丙'])
    expect((await fileOf(makeDocx(content))).warnings).toMatchObject([{ kind: 'unknown-numbering', message: { zh: expect.stringContaining('thaiLetters') as string } }])
  })

  it('minds neither a list that is missing nor a level beyond the ninth', async () => {
    expect(await read({ body: listed(['甲', 0, 7], ['乙', 12, 1]) + paragraph('丙', '<w:numPr><w:numId w:val="x"/></w:numPr>'), numbering: abstract(0, official) + num(1, 0) })).toEqual(['甲', '乙', '丙'])
    expect(await read({ body: listed(['甲', 0]) })).toEqual(['甲'])
  })

  it('counts no paragraph whose mark is deleted, and numbers one that begins with a page break', async () => {
    const deleted = paragraph('前', `${inList(1)}<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>`)
    const body = deleted + listed(['后', 0]) + paragraphOf(runOf('<w:br w:type="page"/>') + run('乙'), inList(1))
    expect(await read({ body, numbering: abstract(0, official) + num(1, 0) })).toEqual(['一、前后', '二、乙'])
  })

  it('ignores the number that a paragraph had before a tracked change', async () => {
    const changed = paragraph('甲', `${inList(1)}<w:pPrChange w:id="1" w:author="a"><w:pPr>${inList(2, 1)}</w:pPr></w:pPrChange>`)
    expect(await read({ body: changed, numbering: abstract(0, official) + num(1, 0) })).toEqual(['一、甲'])
    expect(await warningsOf({ body: changed })).toEqual([])
  })

  it('counts lists in notes apart from those of the body', async () => {
    const body = listed(['甲', 0], ['乙', 0]) + paragraphOf(run('丙') + runOf('<w:footnoteReference w:id="2"/>'))
    const footnotes = `<w:footnote w:id="2">${listed(['注', 0])}</w:footnote>`
    expect(await read({ body, footnotes, numbering: abstract(0, official) + num(1, 0) })).toEqual(['一、甲', '二、乙', '丙', 'footnote: 一、注'])
  })
})
