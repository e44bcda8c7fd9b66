import { describe, expect, it } from 'vitest'
import { makeZip } from '../make-zip.ts'
import { element, inList, makeDocx, paragraph, paragraphOf, relationship, relationships, run, runOf, transitional } from '../make-docx.ts'
import { fileOf, linesOf, read, refusalOf } from './reading.ts'

const strict = (xml: string): string => xml.replaceAll(transitional, 'http://purl.oclc.org/ooxml/wordprocessingml/main')

describe('虚构样例: packages of all kinds', () => {
  it('finds the document and its parts by their relationships, wherever they lie', async () => {
    const footnotes = `<w:footnote w:id="2">${paragraph('注')}</w:footnote>`
    expect(await read({ main: 'custom/part/正文.xml', body: paragraphOf(run('甲') + runOf('<w:footnoteReference w:id="2"/>')), footnotes })).toEqual(['甲', 'footnote: 注'])
  })

  it('reads names from the top, with steps up, escaped, of any case, and not those outside', async () => {
    const related = [
      relationship('a', 'numbering', '/word/lists/%E5%88%97%E8%A1%A8.xml'), relationship('b', 'styles', '../WORD/./Styles.XML'),
      relationship('c', 'footnotes', 'http://example.invalid/x').replace('/>', ' TargetMode="External"/>')
    ]
    const numbering = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    expect(await read({
      body: paragraph('甲', `<w:pStyle w:val="t"/>${inList(1)}`),
      others: [
        { name: 'word/_rels/document.xml.rels', bytes: relationships(related) },
        { name: 'word/lists/列表.xml', bytes: element('numbering', numbering) },
        { name: 'word/styles.xml', bytes: element('styles', '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="heading 1"/></w:style>') }
      ]
    })).toEqual(['heading: 一、甲'])
  })

  it('reads a document whose lists of relationships are missing or broken', async () => {
    expect(linesOf(await fileOf(makeZip([{ name: 'word/document.xml', bytes: element('document', `<w:body>${paragraph('甲')}</w:body>`) }])))).toEqual(['甲'])
    expect(await read({ body: paragraph('甲'), others: [{ name: '_rels/.rels', bytes: '<Relationships><a' }] })).toEqual(['甲'])
  })

  it('reads the strict dialect, and any prefix', async () => {
    expect(await read({ body: paragraph('甲'), rewrite: strict })).toEqual(['甲'])
    expect(await read({ body: paragraph('甲'), rewrite: (xml) => xml.replace(/(<\/?)w:/g, '$1ns0:').replaceAll(' w:', ' ns0:').replace('xmlns:w', 'xmlns:ns0') })).toEqual(['甲'])
    expect(await read({ body: paragraph('甲'), rewrite: (xml) => xml.replace(/(<\/?)w:/g, '$1').replace('xmlns:w', 'xmlns') })).toEqual(['甲'])
  })

  it.each([
    ['UTF-8 with a mark', (xml: string) => Buffer.from(`\ufeff${xml}`)],
    ['UTF-16 LE', (xml: string) => Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    ['UTF-16 BE', (xml: string) => Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le').swap16()]
  ])('reads parts in %s', async (_, rewrite) => {
    expect(await read({ body: paragraph('养老服务𠮷'), rewrite })).toEqual(['养老服务𠮷'])
  })

  it('reads .docm, leaves its glossary alone, and opens nothing that lies outside', async () => {
    const types = '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    const file = await fileOf(makeDocx({
      body: paragraph('甲'),
      others: [
        { name: '[Content_Types].xml', bytes: types },
        { name: 'word/_rels/document.xml.rels', bytes: relationships([relationship('g', 'glossaryDocument', 'glossary/document.xml')]) },
        { name: 'word/glossary/document.xml', bytes: element('glossaryDocument', paragraph('词汇')) },
        { name: 'word/vbaProject.bin', bytes: 'x' }
      ]
    }))
    expect(linesOf(file)).toEqual(['甲'])
    expect(file.mediaType).toBe('application/vnd.ms-word.document.macroEnabled.12')
  })

  it('reads a file with bytes after its end', async () => {
    expect(linesOf(await fileOf(Buffer.concat([makeDocx({ body: paragraph('甲') }), Buffer.from('\r\n')])))).toEqual(['甲'])
  })

  it('names the parts that are broken, and reads the rest', async () => {
    const file = await fileOf(makeDocx({ body: paragraph('甲', inList(1)), styles: '<w:style', numbering: '</w:x>' }))
    expect(linesOf(file)).toEqual(['甲'])
    expect(file.warnings).toMatchObject([{ kind: 'damaged-parts', message: { en: expect.stringContaining('word/styles.xml, word/numbering.xml') as string } }])
  })

  it('puts � for what no text may hold, and says so', async () => {
    const file = await fileOf(makeDocx({ body: paragraph('甲'), rewrite: (xml) => Buffer.from(`\ufeff${xml.replace('甲', '甲\ud842乙').replace('UTF-8', 'UTF-16')}`, 'utf16le') }))
    expect(file.source.text).toBe('甲\ufffd乙')
  })
})

describe('虚构样例: Word documents that cannot be read', () => {
  it('refuses a document without text as no-text', async () => {
    expect(await refusalOf(makeDocx({ body: '' }))).toBe('no-text')
    expect(await refusalOf(makeDocx({ body: paragraph('　 \u200b') }))).toBe('no-text')
  })

  it('refuses broken zips and broken documents as damaged', async () => {
    const whole = makeDocx({ body: paragraph('甲') })
    expect(await refusalOf(whole.subarray(0, whole.length >> 1))).toBe('damaged-file')
    expect(await refusalOf(makeZip([{ name: 'word/other.xml', bytes: 'x' }]))).toBe('damaged-file')
    expect(await refusalOf(makeDocx({ body: '<w:p>' }))).toBe('damaged-file')
    expect(await refusalOf(makeDocx({ body: '', rewrite: () => 'no markup' }))).toBe('damaged-file')
    expect(await refusalOf(makeDocx({ body: paragraph('甲'), others: [{ name: 'word/document.xml', bytes: 'x', rawBytes: Buffer.from('not deflated') }] }))).toBe('damaged-file')
  })

  it('refuses encrypted members as password-protected', async () => {
    expect(await refusalOf(makeDocx({ body: '', others: [{ name: 'word/document.xml', bytes: 'x', isEncrypted: true }] }))).toBe('password-protected')
  })

  it('refuses a DTD in any part as forbidden markup', async () => {
    const withDtd = (xml: string): string => xml.replace('<w:', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><w:')
    expect(await refusalOf(makeDocx({ body: paragraph('甲'), rewrite: withDtd }))).toBe('forbidden-markup')
    for (const name of ['word/styles.xml', 'word/numbering.xml', 'word/_rels/document.xml.rels', '_rels/.rels']) {
      const part = withDtd(element('styles', ''))
      expect(await refusalOf(makeDocx({ body: paragraph('甲'), styles: '', numbering: '', others: [{ name, bytes: part }] })), name).toBe('forbidden-markup')
    }
  })

  it('refuses entities that are not those of XML', async () => {
    expect(await refusalOf(makeDocx({ body: paragraphOf(runOf('<w:t>&lol;</w:t>')) }))).toBe('damaged-file')
  })
})

describe('虚构样例: Word documents made to exhaust', () => {
  /** A reader has ten seconds of CPU: half of that is allowed here. */
  const timed = async (bytes: Uint8Array): Promise<string> => {
    const start = process.cpuUsage()
    const kind = await refusalOf(bytes)
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1e6).toBeLessThan(5)
    return kind
  }

  it('stops at 1.5 million paragraphs in some 150 KB', async () => {
    const bytes = makeDocx({ body: '<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(1_500_000) })
    expect(bytes.length).toBeLessThan(400_000)
    expect(await timed(bytes)).toBe('too-many-parts')
    expect(await timed(makeDocx({ body: '<w:p/>'.repeat(1_500_000) }))).toBe('too-many-parts')
  })

  it('stops at tables, text boxes, content controls nested too deep', async () => {
    const nest = (open: string, close: string): string => open.repeat(20_000) + paragraph('甲') + close.repeat(20_000)
    expect(await timed(makeDocx({ body: nest('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>') }))).toBe('nested-too-deep')
    expect(await timed(makeDocx({ body: nest('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>') }))).toBe('nested-too-deep')
    expect(await timed(makeDocx({ body: nest('<w:p><w:r><w:txbxContent>', '</w:txbxContent></w:r></w:p>') }))).toBe('nested-too-deep')
  })

  it('stops at a part that unfolds too far, whatever size it declares', async () => {
    const huge = Buffer.alloc(80 * 1024 * 1024, 0x20)
    expect(await timed(makeDocx({ body: '', others: [{ name: 'word/document.xml', bytes: huge, declaredBytes: 10 }] }))).toBe('inflates-too-far')
  })

  it('stops at more text than fifty books', async () => {
    expect(await timed(makeDocx({ body: paragraph('养老服务'.repeat(4_100_000)) }))).toBe('too-many-parts')
  })

  it('stops at numbers that make more text than fifty books', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="${'%1'.repeat(10_000)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    expect(await timed(makeDocx({ body: paragraph('甲', inList(1)).repeat(100_000), numbering }))).toBe('too-many-parts')
  })

  it('reads on where 150,000 paragraphs have their marks deleted', async () => {
    expect(await timed(makeDocx({ body: paragraph('甲', '<w:rPr><w:del/></w:rPr>').repeat(150_000) }))).toBe('read')
  })
})
