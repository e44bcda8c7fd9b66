import { describe, expect, it } from 'vitest'
import { Refusal } from '#core/contract/problem.ts'
import { readSourceFile } from '../../../src-main/readers/read-source.ts'
import type { SourceFile } from '../../../src-main/readers/reader.ts'

const read = (bytes: Uint8Array | string, name = '报告.txt'): Promise<SourceFile | Refusal> =>
  readSourceFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { fileName: name, folders: [], encoding: null, columns: null, pageProgress: () => null })

const kindOf = (outcome: SourceFile | Refusal): string => (outcome instanceof Refusal ? outcome.problem.kind : 'read')

function readable(outcome: SourceFile | Refusal): SourceFile {
  if (outcome instanceof Refusal) throw outcome
  return outcome
}

// 虚构样例
const prose = '云岭省召开民政工作会议。\n会议要求，健全养老服务体系。\n'

describe('虚构样例: reading a file by what is in it', () => {
  it('gives the text with its lines, named after the file', async () => {
    const { source, mediaType, encoding, warnings } = readable(await read(prose))
    expect(source.fileName).toBe('报告.txt')
    expect(source.lines.map(({ start, end }) => source.text.slice(start, end))).toEqual([...prose.split('\n')])
    expect({ mediaType, encoding, warnings }).toEqual({ mediaType: 'text/plain', encoding: 'utf-8', warnings: [] })
  })

  it('reads text under any name', async () => {
    for (const name of ['报告', '报告.md', '报告.docx', '报告.pdf']) expect(kindOf(await read(prose, name))).toBe('read')
    expect(readable(await read(prose, '报告.md')).mediaType).toBe('text/markdown')
  })

  it.each([
    ['PDF', '%PDF-1.7\n', 'PDF'],
    ['Word', 'PK\u0003\u0004....word/document.xml', 'compressed'],
    ['OFD', 'PK\u0003\u0004....OFD.xml', 'compressed'],
    ['old Word', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'Word'],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0\0\x0d', 'picture']
  ])('knows %s under the name of a text, and names what is wrong with it', async (_, content, word) => {
    const outcome = await read(Buffer.from(content, 'latin1'))
    expect(kindOf(outcome)).toBe('damaged-file')
    expect(outcome).toMatchObject({ problem: { place: '报告.txt', message: { en: expect.stringContaining(word) as string } } })
  })

  it('reads a web page under the name of a text', async () => {
    const { source, mediaType } = readable(await read('<!-- saved --><!DOCTYPE html><html><body><p>会议要求，健全养老服务体系。</p></body></html>'))
    expect({ text: source.text, mediaType }).toEqual({ text: '会议要求，健全养老服务体系。', mediaType: 'text/html' })
  })

  it('names formats that it has no reader for', async () => {
    for (const content of ['{\\rtf1 ...}', 'GIF89a....', 'Rar!\x1a\x07\0', 'SQLite format 3\0']) {
      expect(kindOf(await read(Buffer.from(content, 'latin1')))).toBe('unsupported-format')
    }
  })

  it.each([
    ['no bytes', ''],
    ['white space', ' \n\t\r\n　\u00a0'],
    ['a byte order mark', '\ufeff'],
    ['spaces in UTF-16', '\ufeff \n ']
  ])('refuses a file of %s as no-text', async (name, content) => {
    const bytes = name.endsWith('UTF-16') ? Buffer.from(content, 'utf16le') : Buffer.from(content)
    expect(kindOf(await read(bytes))).toBe('no-text')
  })

  it('refuses bytes that are no text as damaged-file', async () => {
    expect(kindOf(await read(Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) % 256)))).toBe('damaged-file')
    expect(kindOf(await read(new Uint8Array(1000)))).toBe('damaged-file')
  })

  it('refuses a text of 17 MB as too-large, at once', async () => {
    expect(kindOf(await read(new Uint8Array(17 * 1024 * 1024).fill(0x61)))).toBe('too-large')
  })

  it('turns NUL into U+FFFD, one for one, and says how many and where', async () => {
    const { source, warnings } = readable(await read('第一行。\n第二\0行。\n第三\0行。\n' + prose))
    expect(source.text).toBe('第一行。\n第二\ufffd行。\n第三\ufffd行。\n' + prose)
    expect(warnings).toEqual([
      { kind: 'nul-characters', message: { zh: expect.stringContaining('第 2 行') as string, en: expect.stringContaining('2 NUL') as string } }
    ])
  })

  it('says how many bytes could not be decoded, and where first', async () => {
    const { warnings } = readable(await read(Buffer.concat([Buffer.from(prose), Buffer.from([0xff, 0xfe]), Buffer.from(prose)])))
    expect(warnings).toMatchObject([{ kind: 'undecodable-bytes', message: { en: expect.stringMatching(/in 2 places.*line 3/) as string } }])
  })
})
