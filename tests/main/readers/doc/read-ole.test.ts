import { describe, expect, it } from 'vitest'
import { Refusal } from '#core/contract/problem.ts'
import { readOle } from '../../../../src-main/readers/doc/read-ole.ts'
import type { ReadingGround, SourceFile } from '../../../../src-main/readers/reader.ts'
import { utf16Text } from '../../../../src-main/readers/doc/utf16.ts'
import { makeDoc, makeOle, type MadeDoc } from './make-doc.ts'

const ground = (fileName = '报告.doc'): ReadingGround => ({ fileName, folders: ['2023'], encoding: null, columns: null, pageProgress: () => undefined })

async function outcome(bytes: Uint8Array, fileName?: string): Promise<SourceFile | Refusal> {
  try {
    return await readOle(bytes, ground(fileName))
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

async function read(doc: MadeDoc): Promise<SourceFile> {
  const file = await outcome(makeDoc(doc))
  if (file instanceof Refusal) throw file
  return file
}

/** `role: text` of each line. */
const linesOf = ({ source }: SourceFile): string[] =>
  source.lines.map(({ start, end, role }) => (role === undefined ? '' : `${role}: `) + source.text.slice(start, end))

const kindOf = (file: SourceFile | Refusal): string => (file instanceof Refusal ? file.problem.kind : 'read')

const inTable = '1624 01'
const endsRow = '1624 01 1724 01'
const deleted = '0008 01'
const hidden = '3c08 01'
const list = (number: number): string => `0b46 0${number}00 0a26 00`

// 虚构样例
describe('虚构样例: Word 97–2003', () => {
  it('gives paragraphs in order, with the lines that break within them', async () => {
    const file = await read({ body: '云岭省民政工作会议\r会议要求\u000b健全养老服务体系。\r\r第二页\u000c第三页\r' })
    expect(linesOf(file)).toEqual(['云岭省民政工作会议', '会议要求', '健全养老服务体系。', '', '第二页', '第三页'])
    expect(file.source.lines.map(({ endsParagraph }) => endsParagraph)).toEqual([true, undefined, true, true, true, true])
    expect(file).toMatchObject({ mediaType: 'application/msword', encoding: null, warnings: [], source: { fileName: '报告.doc', folders: ['2023'] } })
  })

  it('gives hyphens, and drops the marks of pictures and notes', async () => {
    expect(linesOf(await read({ body: '2023\u001e2025 年\u0002规\u001f划\u0001纲要\u0005\r' }))).toEqual(['2023-2025 年规划纲要'])
  })

  it('never shows the code of a field, and shows what it shows', async () => {
    const body = '详见\u0013 HYPERLINK "http://example.invalid/\u0013 PAGE \u0014 7 \u0015" \u0014民政厅网站\u0015。\r第\u0013 PAGE \u0015页\r'
    expect(linesOf(await read({ body }))).toEqual(['详见民政厅网站。', '第页'])
  })

  it('keeps text where the mark of a field has no partner', async () => {
    expect(linesOf(await read({ body: '前\u0015文\r后\u0013文\u0014完\r' }))).toEqual(['前文', '后文完'])
  })

  it('says that a formula field could not be read', async () => {
    const { warnings } = await read({ body: '编号\u0013 eq \\o\\ac(○,1)\u0015在此\r' })
    expect(warnings).toMatchObject([{ kind: 'unread-parts', message: { zh: expect.stringContaining('1 处公式域') } }])
  })

  it('gives a table cell by cell', async () => {
    const body = '指标\u0007数值\u0007\u0007甲\r乙\u0007\u0007\u0007表后\r'
    const paragraphs = [
      { from: 0, to: 6, operations: inTable },
      { from: 6, to: 7, operations: endsRow },
      { from: 7, to: 12, operations: inTable },
      { from: 12, to: 13, operations: endsRow },
      { from: 13, to: 16, operations: '' }
    ]
    expect(linesOf(await read({ body, paragraphs }))).toEqual(['cell: 指标', 'cell: 数值', 'cell: 甲', 'cell: 乙', '表后'])
  })

  it('leaves out what is deleted or hidden, and says so', async () => {
    const file = await read({
      body: '健全完善养老服务内部资料体系。\r',
      characters: [{ from: 2, to: 4, operations: deleted }, { from: 4, to: 8, operations: '' }, { from: 8, to: 12, operations: hidden }]
    })
    expect(linesOf(file)).toEqual(['健全养老服务体系。'])
    expect(file.warnings).toMatchObject([
      { kind: 'deleted-text', message: { zh: expect.stringContaining('2 个字') } },
      { kind: 'hidden-text', message: { zh: expect.stringContaining('4 个字') } }
    ])
  })

  it('joins paragraphs whose mark is deleted', async () => {
    expect(linesOf(await read({ body: '前半\r后半\r', characters: [{ from: 2, to: 3, operations: deleted }] }))).toEqual(['前半后半'])
  })

  it('gives the characters of symbol fonts', async () => {
    // sprmCSymbol: font 0 (of none), U+F0FC
    const file = await read({ body: '(完成\r', characters: [{ from: 0, to: 1, operations: '096a 0000 fcf0' }] })
    expect(linesOf(file)).toEqual(['✔完成'])
  })

  it('keeps heads, feet, notes and text boxes apart', async () => {
    const file = await read({
      body: '正文一\u0002\u0008\r正文二\u0002\r',
      footnotes: '\u0002 脚注\r',
      endnotes: '\u0002 尾注\r',
      headers: ['', '云岭省文件\r\r', '', '— 1 —\r\r', '', ''],
      textBoxes: [{ text: '文本框\r', anchor: 4 }]
    })
    expect(linesOf(file)).toEqual(['header: 云岭省文件', '正文一', '文本框', '正文二', 'footnote:  脚注', 'footnote:  尾注', 'footer: — 1 —'])
  })

  it('leaves comments out, and says so', async () => {
    const file = await read({ body: '正文\u0005\r', comments: '\u0005待核\r' })
    expect(linesOf(file)).toEqual(['正文'])
    expect(file.warnings).toMatchObject([{ kind: 'unread-parts', message: { en: expect.stringContaining('Comments (2 characters)') } }])
  })

  it('prints automatic numbers', async () => {
    const file = await read({
      body: '总体要求\r基本原则\r\r目标\r主要任务\r',
      paragraphs: [
        { from: 0, to: 10, operations: list(1) },
        { from: 10, to: 11, operations: '' },
        { from: 11, to: 14, operations: list(2) },
        { from: 14, to: 19, operations: list(1) }
      ],
      lists: [[37, '\0、'], [0, '\0.']]
    })
    expect(linesOf(file)).toEqual(['一、总体要求', '二、基本原则', '', '1. 目标', '三、主要任务'])
    expect(file.warnings).toEqual([])
  })

  it('says how many numbers are not known', async () => {
    const file = await read({ body: '条目\r', paragraphs: [{ from: 0, to: 3, operations: list(5) }] })
    expect(linesOf(file)).toEqual(['条目'])
    expect(file.warnings).toMatchObject([{ kind: 'unread-parts', message: { zh: '有 1 段的自动编号没有读出。' } }])
  })

  it('reads text whose formatting is damaged, and says so', async () => {
    const stream = makeDoc({ body: '云岭省\r', characters: [{ from: 0, to: 1, operations: deleted }] })
    // the number of runs of the only page of formatting, which lies behind the text
    const at = stream.indexOf(Buffer.from('云岭省\r', 'utf16le')) + 1023
    stream[at] = 255
    const file = await outcome(stream)
    expect(kindOf(file)).toBe('read')
    expect(file).toMatchObject({ source: { text: '云岭省' }, warnings: [{ kind: 'unread-parts', message: { zh: expect.stringContaining('格式信息已损坏') } }] })
  })
})

describe('虚构样例: pieces of one byte a character', () => {
  const quotes = Buffer.from('934d4794 2d 97 0d'.replaceAll(' ', ''), 'hex')
  const chinese = Buffer.from('bdf1c8d5 41 0d'.replaceAll(' ', ''), 'hex')

  it.each([
    ['quotation marks of Word in a Chinese file', quotes, 0x0804, '“MG”-—'],
    ['quotation marks of Word in an English file', quotes, 0x0409, '“MG”-—'],
    ['double bytes in a Chinese file', chinese, 0x0804, '今日A'],
    ['letters with accents', Buffer.from('4d6f6c69e87265 0d'.replaceAll(' ', ''), 'hex'), 0x0409, 'Molière']
  ])('decodes %s', async (_, bytes, language, expected) => {
    expect(linesOf(await read({ body: '', bytes, language }))).toEqual([expected])
  })
})

describe('虚构样例: Word 95', () => {
  /** Text that stands in one place, in bytes of the code page or in units of two. */
  function oldWord(stored: Buffer, { isWide = false, language = 0x0804 } = {}): Buffer {
    const fib = Buffer.alloc(0x300)
    fib.writeUInt16LE(0xa5dc, 0)
    fib.writeUInt16LE(104, 2)
    fib.writeUInt16LE(language, 6)
    fib.writeUInt16LE(isWide ? 0x1000 : 0, 0x0a)
    fib.writeUInt32LE(0x300, 0x18)
    fib.writeUInt32LE(0x300 + stored.length, 0x1c)
    fib.writeUInt32LE(isWide ? stored.length / 2 : stored.length, 0x34)
    return makeOle({ WordDocument: Buffer.concat([fib, stored]) })
  }

  it.each([
    ['in the code page', oldWord(Buffer.from('bdf1c8d5410d', 'hex'))],
    ['in two bytes of the code page for each character', oldWord(Buffer.from('f1bd d5c8 4100 0d00'.replaceAll(' ', ''), 'hex'), { isWide: true })],
    ['in UTF-16', oldWord(Buffer.from('今日A\r', 'utf16le'), { isWide: true })]
  ])('reads text %s, and says what it does not read', async (_, bytes) => {
    const file = await outcome(bytes)
    expect(file).toMatchObject({ source: { text: '今日A' }, warnings: [{ kind: 'unread-parts', message: { zh: expect.stringContaining('Word 97 以前') } }] })
  })
})

describe('虚构样例: what cannot be read has a name', () => {
  const nothing = { WordDocument: Buffer.alloc(0x800), '1Table': Buffer.alloc(8) }

  it.each([
    ['a Word file under a password', makeDoc({ body: '密\r', isEncrypted: true }), 'password-protected'],
    ['an encrypted docx', makeOle({ EncryptionInfo: Buffer.alloc(8), EncryptedPackage: Buffer.alloc(8) }), 'password-protected'],
    ['a sheet', makeOle({ Workbook: Buffer.alloc(8) }), 'unsupported-format'],
    ['slides', makeOle({ 'PowerPoint Document': Buffer.alloc(8) }), 'unsupported-format'],
    ['anything else', makeOle({ Contents: Buffer.alloc(8) }), 'unsupported-format'],
    ['a file with nothing but marks', makeDoc({ body: '\u0001\r\r' }), 'no-text'],
    ['a file without its table', makeOle({ WordDocument: makeFib() }), 'damaged-file'],
    ['a file with an empty table', makeOle({ WordDocument: makeFib(), '1Table': Buffer.alloc(8) }), 'damaged-file'],
    ['a stream that is cut off', makeOle({ ...nothing, WordDocument: Buffer.alloc(16) }), 'damaged-file'],
    ['a container that is cut off', makeDoc({ body: '文\r' }).subarray(0, 600), 'damaged-file']
  ])('%s', async (_, bytes, kind) => {
    expect(kindOf(await outcome(bytes))).toBe(kind)
  })

  it('names the format of a sheet', async () => {
    expect(await outcome(makeOle({ Workbook: Buffer.alloc(8) }))).toMatchObject({ problem: { message: { zh: expect.stringContaining('xls') } } })
  })

  function makeFib(): Buffer {
    const fib = Buffer.alloc(0x800)
    fib.writeUInt16LE(193, 2)
    fib.writeUInt16LE(0x0200, 0x0a)
    fib.writeUInt32LE(4, 0x1a6)
    return fib
  }

  it('never fails otherwise, whatever bytes are changed', async () => {
    const whole = makeDoc({
      body: '指标\u0007\u0007正文\u0013 PAGE \u00141\u0015\u0008\r',
      headers: ['', '头\r\r', '', '脚\r\r', '', ''],
      textBoxes: [{ text: '框\r', anchor: 15 }],
      characters: [{ from: 0, to: 2, operations: deleted }],
      paragraphs: [{ from: 0, to: 3, operations: inTable }, { from: 3, to: 4, operations: endsRow }, { from: 4, to: 17, operations: list(1) }],
      lists: [[37, '\0、']]
    })
    const kinds = new Map<string, number>()
    let seed = 20230210
    const next = (limit: number): number => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) % limit
    for (let round = 0; round < 600; round++) {
      const bytes = Buffer.from(whole)
      for (let change = 0; change <= next(8); change++) bytes[next(bytes.length)] = next(256)
      const kind = kindOf(await outcome(bytes))
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    }
    expect([...kinds.keys()].filter((kind) => !['read', 'damaged-file', 'no-text', 'password-protected', 'unsupported-format'].includes(kind))).toEqual([])
    expect(kinds.get('read')).toBeGreaterThan(100)
    expect(kinds.get('damaged-file')).toBeGreaterThan(10)
  })
})

describe('UTF-16', () => {
  it('is decoded from odd addresses, half a unit at its end left out', () => {
    const bytes = Buffer.concat([Buffer.of(0), Buffer.from('民政'.repeat(700), 'utf16le'), Buffer.of(0x41)])
    expect(utf16Text(bytes.subarray(1))).toBe('民政'.repeat(700))
  })
})

describe('虚构样例: chains that run in circles', () => {
  const whole = makeDoc({ body: `${'云岭省民政工作会议'.repeat(400)}\r` })
  const table = (whole.readUInt32LE(0x4c) + 1) * 512

  it('ends, with a name, where a stream comes back to its own sectors', async () => {
    const bytes = Buffer.from(whole)
    for (let sector = 0; sector < 100; sector++) if (bytes.readUInt32LE(table + sector * 4) < 0xffff_fff0) bytes.writeUInt32LE(sector, table + sector * 4)
    expect(kindOf(await outcome(bytes))).toBe('damaged-file')
  })

  it('ends, with a name, where the list of sectors comes back to itself', async () => {
    const bytes = Buffer.from(whole)
    bytes.writeUInt32LE(0, 0x44)
    bytes.fill(0, 512, 1024)
    expect(kindOf(await outcome(bytes))).toBe('damaged-file')
  })
})

describe('虚构样例: who wrote it', () => {
  it.each([
    ['报告.doc', 'application/msword'],
    ['报告.wps', 'application/wps-office.wps']
  ])('%s', async (fileName, mediaType) => {
    expect(await outcome(makeDoc({ body: '正文\r' }), fileName)).toMatchObject({ mediaType })
  })
})
