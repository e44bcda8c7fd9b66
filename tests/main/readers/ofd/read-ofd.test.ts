import { describe, expect, it } from 'vitest'
import { Refusal } from '#core/contract/problem.ts'
import { readOfd } from '../../../../src-main/readers/ofd/read-ofd.ts'
import { allowanceOfFile, nothingShown, show } from '../../../../src-main/readers/ofd/page-objects.ts'
import { xmlTree } from '../../../../src-main/readers/xml.ts'
import type { SourceFile } from '../../../../src-main/readers/reader.ts'
import { ofdOfLines, ofdOfPages, ofdPart, pagePart, textObject, type OfdShape } from '../make-ofd.ts'
import { makeZip } from '../make-zip.ts'

async function outcome(bytes: Uint8Array): Promise<SourceFile | Refusal> {
  try {
    return await readOfd(bytes, { fileName: '报告.ofd', folders: ['2023'], encoding: null, columns: null, pageProgress: () => undefined })
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

async function read(bytes: Uint8Array): Promise<SourceFile> {
  const file = await outcome(bytes)
  if (file instanceof Refusal) throw file
  return file
}

const kindOf = (file: SourceFile | Refusal): string => (file instanceof Refusal ? file.problem.kind : 'read')
const at = (y: number, x = 20): { x: number; y: number; size: number } => ({ x, y, size: 5 })

/** `page role: text` of each line that is not blank. */
const linesOf = ({ source }: SourceFile): string[] =>
  source.lines.filter(({ start, end }) => start < end).map(({ start, end, role, page }) => `${page} ${role === undefined ? '' : `${role}: `}${source.text.slice(start, end)}`)

/** One object on one page. */
const one = (content: string, shape?: OfdShape): Promise<SourceFile> => read(ofdOfPages([{ content }], shape))
const point = 72 / 25.4

// 虚构样例
const prose = [
  '云岭省召开全省民政工作会议',
  '会议强调，要健全养老服务体系，完善社会救助制度，推进殡葬改革，做好2023年各项工作。会议要求各地抓好落实。',
  '会议指出，要加强儿童福利工作。'
]

describe('虚构样例: OFD', () => {
  it('gives the text of lines, page by page, with the size of the pages', async () => {
    const file = await read(ofdOfLines([...prose, ...prose], { height: 110 }))
    expect(linesOf(file).map((line) => line.slice(2)).join('')).toBe([...prose, ...prose].join(''))
    expect(new Set(file.source.lines.map(({ page }) => page))).toEqual(new Set([1, 2]))
    expect(file.source.pages).toEqual([0, 1].map(() => ({ width: 210 * point, height: 110 * point })))
    expect(file).toMatchObject({ mediaType: 'application/ofd', encoding: null, warnings: [], source: { fileName: '报告.ofd', folders: ['2023'] } })
  })

  it('knows where each character stands, in points', async () => {
    const { source } = await one(textObject('民政2023', { x: 20, y: 30, size: 5 }))
    const line = source.lines[0]!
    expect(line.edges!.map((edge) => Math.round((edge / point) * 100) / 100)).toEqual([20, 25, 30, 32.5, 35, 37.5, 40])
    expect(line.box!.y / point).toBeCloseTo(30)
    expect(line.box!.height / point).toBeCloseTo(5)
  })

  it.each([
    ['repeated steps', '<ofd:TextCode X="0" Y="4" DeltaX="g 3 5 2.5">健全养老A</ofd:TextCode>', '健全养老A'],
    ['fewer steps than characters', '<ofd:TextCode X="0" Y="4" DeltaX="5">健全养老</ofd:TextCode>', '健全养老'],
    ['no steps at all', '<ofd:TextCode X="0" Y="4">健全养老</ofd:TextCode>', '健全养老'],
    ['a place that only the first code has', '<ofd:TextCode X="0" Y="4">健全</ofd:TextCode><ofd:TextCode X="10">养老</ofd:TextCode>', '健全养老'],
    ['two lines in one code', '<ofd:TextCode X="0" Y="4" DeltaX="5 -5 5" DeltaY="0 7 0">健全养老</ofd:TextCode>', '健全|养老'],
    ['blanks of an XML in lines', '<ofd:TextCode X="0" Y="4">\n    健全养老\n  </ofd:TextCode>', '健全养老'],
    ['a character outside of the first plane', '<ofd:TextCode X="0" Y="4" DeltaX="5 5">健𠀀养</ofd:TextCode>', '健𠀀养'],
    ['shapes of its own for its characters', '<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><ofd:Glyphs>7 8</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="0" Y="4" DeltaX="5">健全</ofd:TextCode>', '健全']
  ])('reads text with %s', async (_, codes, expected) => {
    const file = await one(`<ofd:TextObject ID="9" Boundary="20 30 100 20" Font="2" Size="5">${codes}</ofd:TextObject>`)
    expect(linesOf(file).map((line) => line.slice(2)).join('|')).toBe(expected)
  })

  it('reads columns that are written from top to bottom', async () => {
    const column = (x: number, text: string): string => `<ofd:TextObject ID="9" Boundary="${x} 30 10 200" Font="2" Size="5"><ofd:TextCode X="0" Y="4" DeltaY="g ${text.length - 1} 6">${text}</ofd:TextCode></ofd:TextObject>`
    const file = await one(column(100, '健全养老服务体系建设') + column(90, '完善社会救助制度改革'))
    expect(linesOf(file).map((line) => line.slice(2))).toEqual(['健全养老服务体系建设', '完善社会救助制度改革'])
    expect(file.source.lines[0]).toMatchObject({ isVertical: true })
  })

  it('puts objects where their maps and groups put them', async () => {
    const unit = `<ofd:CompositeGraphicUnit ID="7"><ofd:Content>${textObject('会议', { x: 40, y: 60, size: 10 })}</ofd:Content></ofd:CompositeGraphicUnit>`
    const { source } = await one('<ofd:CompositeObject ID="3" Boundary="10 10 100 100" CTM="0.5 0 0 0.5 0 0" ResourceID="7"/>', {
      common: '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>',
      members: [{ name: 'Doc_0/DocumentRes.xml', bytes: ofdPart('Res', `<ofd:CompositeGraphicUnits>${unit}</ofd:CompositeGraphicUnits>`) }]
    })
    expect(source.text).toBe('会议')
    expect(source.lines[0]!.box!.x / point).toBeCloseTo(30)
    expect(source.lines[0]!.box!.y / point).toBeCloseTo(40)
    expect(source.lines[0]!.box!.width / point).toBeCloseTo(10)
  })

  it('keeps the columns of a page that a rule parts', async () => {
    const rows = ['健全养老服务体系', '推进殡葬改革工作', '做好儿童福利工作']
    const columns = [20, 68].flatMap((x, side) => rows.map((row, n) => textObject(`${side}${row}`, at(30 + n * 8, x))))
    const rule = '<ofd:PathObject ID="5" Boundary="65 28 1 40" LineWidth="0.3"><ofd:AbbreviatedData>M 0 0 L 0 40</ofd:AbbreviatedData></ofd:PathObject>'
    expect(linesOf(await one(columns.join('') + rule)).map((line) => line.slice(2))).toEqual([0, 1].flatMap((side) => rows.map((row) => `${side}${row}`)))
  })

  it('takes the size of a page from the page itself', async () => {
    const more = '<ofd:Area><ofd:PhysicalBox>10 10 100 50</ofd:PhysicalBox></ofd:Area>'
    const { source } = await read(ofdOfPages([{ content: textObject('会议', at(30)), more }]))
    expect(source.pages).toEqual([{ width: 100 * point, height: 50 * point }])
    expect(source.lines[0]!.box!.x / point).toBeCloseTo(10)
  })
})

describe('虚构样例: what is not of the page', () => {
  const annotations = (content: string): OfdShape => ({
    more: '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>',
    members: [
      { name: 'Doc_0/Annots/Annotations.xml', bytes: ofdPart('Annotations', '<ofd:Page PageID="100"><ofd:FileLoc>Page_0.xml</ofd:FileLoc></ofd:Page>') },
      { name: 'Doc_0/Annots/Page_0.xml', bytes: ofdPart('PageAnnot', content) }
    ]
  })

  it('keeps a watermark out of the body', async () => {
    const mark = `<ofd:Annot ID="8" Type="Watermark"><ofd:Appearance Boundary="20 30 60 60">${textObject('内部资料', { x: 0, y: 0, size: 5 })}</ofd:Appearance></ofd:Annot>`
    const file = await one(textObject('健全养老服务体系', at(30)), annotations(mark))
    expect(linesOf(file)).toEqual(['1 健全养老服务体系', '1 header: 内部资料'])
    expect(file.warnings).toMatchObject([{ kind: 'apart-text' }])
  })

  it('keeps text that is set askew out of the body', async () => {
    const slanted = textObject('内部资料', at(60)).replace('Font="2"', 'Font="2" CTM="0.7 0.7 -0.7 0.7 0 0"')
    expect(linesOf(await one(textObject('健全养老服务体系', at(30)) + slanted))).toEqual(['1 健全养老服务体系', '1 header: 内部资料'])
  })

  const template: OfdShape = {
    common: '<ofd:TemplatePage ID="50" BaseLoc="Tpls/Tpl_0/Content.xml"/>',
    members: [{ name: 'Doc_0/Tpls/Tpl_0/Content.xml', bytes: pagePart({ content: textObject('云岭省民政厅文件', at(10)) }) }]
  }
  const uses = '<ofd:Template TemplateID="50" ZOrder="Background"/>'

  it('shows a template that pages share once, apart', async () => {
    const pages = ['健全养老服务体系', '推进殡葬改革工作'].map((text) => ({ content: textObject(text, at(60)), more: uses }))
    expect(linesOf(await read(ofdOfPages(pages, template)))).toEqual(['1 健全养老服务体系', '2 推进殡葬改革工作', '1 header: 云岭省民政厅文件'])
  })

  it('reads a template of one page as part of it', async () => {
    expect(linesOf(await read(ofdOfPages([{ content: textObject('健全养老服务体系', at(20)), more: uses }], template)))).toHaveLength(2)
    expect((await read(ofdOfPages([{ content: textObject('健全养老服务体系', at(20)), more: uses }], template))).warnings).toEqual([])
  })

  it('names attachments', async () => {
    const file = await one(textObject('正文', at(30)), {
      more: '<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>',
      members: [{ name: 'Doc_0/Attachs/Attachments.xml', bytes: ofdPart('Attachments', '<ofd:Attachment ID="1" Name="统计表"><ofd:FileLoc>f1.xlsx</ofd:FileLoc></ofd:Attachment>') }]
    })
    expect(linesOf(file)).toEqual(['1 正文', 'null attachment: 统计表.xlsx'])
  })
})

describe('虚构样例: pages that are pictures', () => {
  const picture = (boundary: string): string => `<ofd:ImageObject ID="4" Boundary="${boundary}" ResourceID="9"/>`
  const resources: OfdShape = {
    common: '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>',
    members: [
      { name: 'Doc_0/DocumentRes.xml', bytes: ofdPart('Res BaseLoc="Res"', '<ofd:MultiMedias><ofd:MultiMedia ID="9" Type="Image"><ofd:MediaFile>scan.jb2</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>') },
      { name: 'Doc_0/Res/scan.jb2', bytes: 'no picture' }
    ]
  }

  it('names a file of nothing but a picture that cannot be decoded', async () => {
    expect(await outcome(ofdOfPages([{ content: picture('0 0 210 297') }], resources))).toMatchObject({ problem: { kind: 'damaged-file', message: { zh: expect.stringContaining('图片') } } })
  })

  it('says which pages could not be recognised, and reads the others', async () => {
    const file = await read(ofdOfPages([{ content: textObject('会议要求', at(30)) }, { content: picture('0 0 210 297') }], resources))
    expect(linesOf(file)).toEqual(['1 会议要求'])
    expect(file.warnings).toMatchObject([{ kind: 'unread-parts', message: { zh: expect.stringContaining('有 1 页是图片') } }])
  })

  it('takes no seal for a scan, nor the picture on a page of text', async () => {
    const pages = [{ content: textObject('会议要求', at(30)) + picture('0 0 210 297') }, { content: picture('20 20 40 40') }]
    expect((await read(ofdOfPages(pages, resources))).warnings).toEqual([])
  })

  it('knows the place of a picture on its page, with or without a map of its own', () => {
    const maps: unknown[] = []
    for (const content of [picture('10 20 100 200'), picture('10 20 100 200').replace('/>', ' CTM="100 0 0 200 0 0"/>')]) {
      const shown = nothingShown()
      const ground = { place: '', resources: { composites: new Map(), pictures: new Map([['9', 'scan.jb2']]), boldFonts: new Set<string>() }, allowance: allowanceOfFile() }
      show(xmlTree(`<a>${content.replaceAll('ofd:', '')}</a>`, { place: '', damaged: 'damaged-ofd' }), [1, 0, 0, 1, 0, 0], { shown, ground })
      maps.push(shown.pictures)
    }
    expect(maps).toEqual([0, 1].map(() => [{ part: 'scan.jb2', matrix: [100, 0, 0, 200, 10, 20] }]))
  })
})

describe('虚构样例: packages as programs write them', () => {
  const page = pagePart({ content: textObject('会议要求', at(30)) })
  const entrance = (loc: string): string => ofdPart('OFD', `<ofd:DocBody><ofd:DocRoot>${loc}</ofd:DocRoot></ofd:DocBody>`)
  const document = (loc: string): string => ofdPart('Document', `<ofd:Pages><ofd:Page ID="1" BaseLoc="${loc}"/></ofd:Pages>`)
  const zip = (parts: Readonly<Record<string, string>>): Uint8Array => makeZip(Object.entries(parts).map(([name, bytes]) => ({ name, bytes })))

  it.each([
    ['places from the root', { 'OFD.xml': entrance('/文/D.xml'), '文/D.xml': document('/文/页/P.xml'), '文/页/P.xml': page }],
    ['places without their first slash', { 'OFD.xml': entrance('文/D.xml'), '文/D.xml': document('文/页/P.xml'), '文/页/P.xml': page }],
    ['places with backslashes and other case', { 'OFD.xml': entrance('.\\Doc\\D.XML'), 'Doc/d.xml': document('pages\\..\\p.xml'), 'Doc/P.xml': page }],
    ['members with a slash before their names', { '/OFD.xml': entrance('D.xml'), '/D.xml': document('P.xml'), '/P.xml': page }],
    ['no prefix and another namespace', { 'OFD.xml': entrance('D.xml'), 'D.xml': document('P.xml'), 'P.xml': page.replaceAll('ofd:', '').replace('xmlns:ofd', 'xmlns').replace(/xmlns="[^"]*"|ofd="[^"]*"/, 'xmlns="urn:other"') }]
  ])('%s', async (_, parts) => {
    expect((await read(zip(parts as unknown as Record<string, string>))).source.text).toBe('会议要求')
  })

  it('reads all documents of a package, one after the other', async () => {
    const bodies = ['a', 'b'].map((name) => `<ofd:DocBody><ofd:DocRoot>${name}/D.xml</ofd:DocRoot></ofd:DocBody>`).join('')
    const file = await read(zip({
      'OFD.xml': ofdPart('OFD', bodies),
      'a/D.xml': document('P.xml'), 'a/P.xml': page,
      'b/D.xml': document('P.xml'), 'b/P.xml': pagePart({ content: textObject('推进改革', at(30)) })
    }))
    expect(linesOf(file)).toEqual(['1 会议要求', '2 推进改革'])
  })

  it('says that a page is missing', async () => {
    const list = '<ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/><ofd:Page ID="2" BaseLoc="Q.xml"/></ofd:Pages>'
    const file = await read(zip({ 'OFD.xml': entrance('D.xml'), 'D.xml': ofdPart('Document', list), 'P.xml': page }))
    expect(file.warnings).toMatchObject([{ kind: 'unread-parts', message: { zh: '文件列出的 2 页中有 1 页缺失。' } }])
    expect(file.source.pages).toHaveLength(2)
  })

  const nested = (levels: number): string => '<ofd:PageBlock>'.repeat(levels) + '</ofd:PageBlock>'.repeat(levels)
  const manyPages = `<ofd:Pages>${'<ofd:Page ID="1" BaseLoc="P.xml"/>'.repeat(3001)}</ofd:Pages>`
  const bomb = Array.from({ length: 7 }, (_, level) => `<ofd:CompositeGraphicUnit ID="${level}"><ofd:Content>${`<ofd:CompositeObject ResourceID="${level + 1}"/>`.repeat(20)}</ofd:Content></ofd:CompositeGraphicUnit>`).join('')
  const circle = '<ofd:CompositeGraphicUnit ID="0"><ofd:Content><ofd:CompositeObject ResourceID="0"/></ofd:Content></ofd:CompositeGraphicUnit>'
  const withUnits = (units: string): Uint8Array => ofdOfPages([{ content: '<ofd:CompositeObject ResourceID="0"/>' }], {
    common: '<ofd:PublicRes>R.xml</ofd:PublicRes>',
    members: [{ name: 'Doc_0/R.xml', bytes: ofdPart('Res', units) }]
  })

  it.each([
    ['no entrance', zip({ 'a.xml': page }), 'damaged-file'],
    ['an entrance to nothing', zip({ 'OFD.xml': entrance('D.xml') }), 'damaged-file'],
    ['a document outside of the package', zip({ 'OFD.xml': entrance('../../etc/D.xml') }), 'unsafe-name'],
    ['pages outside of the package', zip({ 'OFD.xml': entrance('D.xml'), 'D.xml': document('../../etc/P.xml') }), 'unsafe-name'],
    ['no page', zip({ 'OFD.xml': entrance('D.xml'), 'D.xml': document('P.xml') }), 'damaged-file'],
    ['a page that is no XML', zip({ 'OFD.xml': entrance('D.xml'), 'D.xml': document('P.xml'), 'P.xml': page.slice(0, -20) }), 'damaged-file'],
    ['a DTD', zip({ 'OFD.xml': entrance('D.xml'), 'D.xml': document('P.xml'), 'P.xml': page.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>') }), 'forbidden-markup'],
    ['encryption', zip({ 'OFD.xml': entrance('D.dat'), 'Encryptions.xml': ofdPart('Encryptions', '') }), 'password-protected'],
    ['no text', ofdOfPages([{ content: '' }]), 'no-text'],
    ['3,001 pages', zip({ 'OFD.xml': entrance('D.xml'), 'D.xml': ofdPart('Document', manyPages), 'P.xml': page }), 'too-many-parts'],
    ['a page of a kilometre', ofdOfPages([{ content: textObject('会议', at(30)) }], { width: 1_000_000 }), 'page-too-large'],
    ['600 levels', ofdOfPages([{ content: nested(600) }]), 'nested-too-deep'],
    ['groups of groups of groups', withUnits(bomb), 'too-many-parts'],
    ['a group of itself', withUnits(circle), 'nested-too-deep'],
    ['half of its bytes', ofdOfLines(prose).subarray(0, 700), 'damaged-file']
  ])('names what is wrong with %s', async (_, bytes, kind) => {
    expect(kindOf(await outcome(bytes))).toBe(kind)
  })

  it('never fails otherwise, whatever characters of its parts are changed', async () => {
    let seed = 20230210
    const next = (limit: number): number => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) % limit
    const parts = { 'OFD.xml': entrance('D.xml'), 'D.xml': document('P.xml'), 'P.xml': page }
    const kinds = new Set<string>()
    for (let round = 0; round < 400; round++) {
      const changed = Object.fromEntries(Object.entries(parts).map(([name, part]) => {
        const characters = [...part]
        for (let change = 0; change <= next(3); change++) characters[40 + next(characters.length - 40)] = '0 9-eg"</>=x'[next(12)]!
        return [name, characters.join('')]
      }))
      kinds.add(kindOf(await outcome(zip(changed))))
    }
    expect([...kinds].filter((kind) => !['damaged-file', 'no-text', 'page-too-large', 'read'].includes(kind))).toEqual([])
    expect(kinds).toContain('read')
    expect(kinds).toContain('damaged-file')
  })
})
