import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { looksLikeSheet } from '../../../../src-main/readers/sheet/read-csv.ts'
import { encodeAs } from '../encode.ts'
import { groundOf, kindsOf, read, readable, recordsOf, refusal } from './make-workbook.ts'
import { readSourceFile } from '../../../../src-main/readers/read-source.ts'
import { Refusal } from '../../../../src-core/contract/problem.ts'

// 虚构样例
const text = '会议要求，健全养老服务体系。'
const lines = `标题,省份,日期,正文\n云岭省召开会议,云岭省,2023-02-10,"${text}\n会议强调，守住""安全底线""。"\n湖汀省部署工作,湖汀省,2023年3月,${text}\n`
const records = [
  { title: '云岭省召开会议', province: '云岭省', date: '2023-02-10', others: [], text: `${text}\n会议强调，守住"安全底线"。` },
  { title: '湖汀省部署工作', province: '湖汀省', date: '2023年3月', others: [], text }
]
const utf8 = (content: string): Uint8Array => new Uint8Array(Buffer.from(content))

describe('虚构样例: lines of cells whose rows are reports', () => {
  it('gives a record for each, with quotation marks and line ends in a cell', async () => {
    const file = await readable(utf8(lines), '汇编.csv')
    expect(recordsOf(file)).toEqual(records)
    expect(file).toMatchObject({ mediaType: 'text/csv', encoding: 'utf-8' })
    expect(kindsOf(file)).toEqual(['guessed-columns'])
  })

  it.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const)('in %s, with its mark', async (encoding) => {
    const file = await readable(encodeAs(lines, encoding, { mark: true }), '汇编.csv')
    expect(recordsOf(file)).toEqual(records)
    expect(file.encoding).toBe(encoding)
  })

  it('in the encoding that a person chose', async () => {
    const bytes = encodeAs(lines, 'gb18030')
    const outcome = await readSourceFile(bytes, { ...groundOf('汇编.csv'), encoding: 'gb18030' })
    expect(outcome instanceof Refusal ? [] : recordsOf(outcome)).toEqual(records)
  })

  it.each([['；', ';'], ['tabs', '\t'], ['，', '，']])('separated by %s', async (_, delimiter) => {
    const rows = [['标题', '省份', '正文'], ['甲', '云岭省', '会议要求健全养老服务体系。'], ['乙', '湖汀省', '会议要求完善社会救助制度。']]
    const file = await readable(utf8(rows.map((row) => row.join(delimiter)).join('\r\n')), '汇编.csv')
    expect(recordsOf(file).map(({ title, province }) => [title, province])).toEqual([['甲', '云岭省'], ['乙', '湖汀省']])
  })

  it('under another name, by its header and its even lines', async () => {
    expect(recordsOf(await readable(utf8(lines), '汇编.txt'))).toEqual(records)
    expect(recordsOf(await readable(utf8(lines.replaceAll(',', '\t')), '汇编'))).toEqual(records)
  })

  it('with a first text longer than what is looked at', async () => {
    const long = `标题,正文\n甲,"${`${text}\n`.repeat(6000)}"\n乙,${text}\n`
    expect(recordsOf(await readable(utf8(long), '汇编.csv')).map(({ title }) => title)).toEqual(['甲', '乙'])
    expect(recordsOf(await readable(utf8(long), '汇编.txt')).map(({ title }) => title)).toEqual(['甲', '乙'])
  })

  it('below title lines', async () => {
    const file = await readable(utf8(`虚构报告汇编,,,\n\n${lines}`), '汇编.csv')
    expect(recordsOf(file)).toEqual(records)
    expect(file.source.lines[0]).toMatchObject({ role: 'header' })
  })

  it('puts back the commas of a text in the last column that has no quotation marks, and says where', async () => {
    const file = await readable(utf8('省份,正文\n云岭省,第一, 第二,, 第三\n湖汀省,一句。\n山原省,又一句。\n河谷省,再一句。\n'), '汇编.csv')
    expect(recordsOf(file).map((record) => record.text)).toEqual(['第一, 第二,, 第三', '一句。', '又一句。', '再一句。'])
    expect(file.warnings).toContainEqual({ kind: 'ragged-rows', message: { zh: expect.stringContaining('（第 2 行）') as string, en: expect.stringContaining('(row 2)') as string } })
  })

  it('keeps cells beyond the header, and says where', async () => {
    const file = await readable(utf8('正文,省份\n第一句。,云岭省,多出\n第二句。\n'), '汇编.csv')
    expect(recordsOf(file)).toMatchObject([{ province: '云岭省', others: ['多出'], text: '第一句。' }, { province: null, others: [], text: '第二句。' }])
    expect(kindsOf(file)).toContain('ragged-rows')
  })

  it('says how many bytes could not be decoded', async () => {
    const bytes = Buffer.concat([utf8(lines), Buffer.from([0xff, 0x0a])])
    expect(kindsOf(await readable(new Uint8Array(bytes), '汇编.csv'))).toContain('undecodable-bytes')
  })

  it('is refused as needs-columns, no-text, damaged-file: no known header, no text, a quotation that never ends', async () => {
    expect((await refusal(utf8('甲,乙\n一,二\n三,四\n'), '表.csv')).kind).toBe('needs-columns')
    expect((await refusal(utf8('标题,正文\n甲,\n乙,\n'), '表.csv')).kind).toBe('no-text')
    expect((await refusal(utf8(`标题,正文\n甲,${text}\n乙,"${text}\n`), '表.csv')).kind).toBe('damaged-file')
  })

  it('takes a header that a person names, and leaves prose of the same batch to be prose', async () => {
    const columns = { text: '丙', title: '甲', province: null, date: null }
    expect(recordsOf(await readable(utf8(`甲,丙\n题,${text}\n`), '表.txt', columns))).toMatchObject([{ title: '题', text }])
    const prose = await read(utf8(`${text}\n${text}`), '报告.txt', columns)
    expect(prose).toMatchObject({ mediaType: 'text/plain' })
  })
})

describe('what is no sheet', () => {
  it.each([
    ['prose with commas', `${text}\n会议指出,全省新增床位,完成改造。\n会议强调,要守住底线,抓好落实。\n`],
    ['prose of even commas', '会议指出，一是健全制度。\n会议要求，二是抓好落实。\n会议强调，三是守住底线。\n'],
    ['a first line that names columns above prose', `标题，正文\n${text}\n会议指出，一年来，全省新增床位。\n`],
    ['prose about columns', '标题,正文,省份三列必须填写。\n会议要求,健全养老服务体系,抓好落实。\n'],
    ['a list of words without a text column', '省份,日期,人数\n云岭省,2023,5\n湖汀省,2024,6\n'],
    ['a line alone', '标题,正文'],
    ['nothing', '']
  ])('%s', (_, content) => {
    expect(looksLikeSheet(content, '报告.txt')).toBe(false)
  })

  it('prose under the name of a sheet', async () => {
    const prose = `云岭省召开民政工作会议\n${text}\n会议指出,全省新增床位,完成改造,提高标准。\n会议强调,要守住底线。\n`
    expect(looksLikeSheet(prose, '报告.csv')).toBe(false)
    expect(await readable(utf8(prose), '报告.csv')).toMatchObject({ mediaType: 'text/plain' })
  })

  const data = new URL('../../../../../shared/data/', import.meta.url)
  it.skipIf(!existsSync(data))('any real text of ../shared/data (skipped where that folder is absent)', () => {
    for (const folder of ['meetings/', 'long/provincial/', 'long/central/']) {
      for (const name of readdirSync(new URL(folder, data)).filter((one) => one.endsWith('.txt'))) {
        const content = readFileSync(new URL(folder + encodeURIComponent(name), data), 'utf8')
        for (const under of ['报告.txt', '报告.csv']) expect(looksLikeSheet(content, under)).toBe(false)
      }
    }
  })
})

describe('random tables', () => {
  it('come back cell by cell, whatever is in a cell and whatever separates them', async () => {
    const piece = fc.string({ unit: fc.constantFrom('云', '岭', '，', ',', ';', '\t', '"', ' ', 'a', '1', '。'), minLength: 1, maxLength: 12 }).map((cell) => `文${cell}`)
    const optional = fc.option(piece, { nil: '' })
    const row = fc.tuple(optional, optional, fc.array(piece, { minLength: 1, maxLength: 3 }).map((cells) => cells.join('\n')))
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), fc.constantFrom(',', ';', '\t'), async (rows, delimiter) => {
        const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
        const content = [['标题', '省份', '正文'], ...rows].map((cells) => cells.map(quoted).join(delimiter)).join('\r\n')
        const file = await readable(utf8(content), '汇编.csv')
        expect(recordsOf(file)).toEqual(rows.map(([title, province, own]) => ({ title: title || null, province: province || null, date: null, others: [], text: own })))
      }),
      { seed: 42, numRuns: 100 }
    )
  })
})
