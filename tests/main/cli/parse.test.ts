import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { duizhao, folderForAll, json, seed, type ParseAnswer } from './command.ts'

const seedBytes = readFileSync(seed)
const seedText = seedBytes.toString('utf8')
const folder = folderForAll()

/** Node decodes GB18030 and does not encode it: every pair of bytes decoded, the table turned round. */
function inGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const pairs = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.from([lead, trail]))
      if ([...character].length === 1 && !pairs.has(character)) pairs.set(character, [lead, trail])
    }
  }
  return Buffer.from([...text].flatMap((c) => (c < '\x80' ? [c.charCodeAt(0)] : pairs.get(c)!)))
}

/** The seed named twice: each file in the order given. */
const parsed = json<ParseAnswer>(['parse', seed, '--json', seed])

describe('parse --json', () => {
  it('prints the public format: two reports of the seed, each position inside its text', async () => {
    const { answer, code, stderr } = await parsed
    expect({ code, stderr, format: answer.format }).toEqual({ code: 0, stderr: '', format: 'duizhao/parse@1' })
    const [source] = answer.sources
    expect(source).toMatchObject({
      file: seed,
      sha256: createHash('sha256').update(seedBytes).digest('hex'),
      mediaType: 'text/plain',
      encoding: 'utf-8',
      bytes: seedBytes.length,
      warnings: [],
      leftOver: []
    })
    expect(source!.reports.map(({ jurisdiction }) => jurisdiction?.province)).toEqual([
      { code: '330000', name: '浙江省' },
      { code: '420000', name: '湖北省' }
    ])
    for (const { text, paragraphs, outline, statements, targets, programmes } of source!.reports) {
      for (const { start, end } of [...paragraphs, ...outline, ...targets]) expect(0 <= start && start <= end && end <= text.length).toBe(true)
      for (const { name, occurrences } of programmes) for (const [start, end] of occurrences) expect(text.slice(start, end)).toContain(name)
      for (const { start, end, kind, themes } of statements) {
        expect(['framing', 'review', 'plan', 'procedure']).toContain(kind)
        for (const { evidence } of themes) for (const span of evidence) expect(span[0] < span[1] && span[1] <= text.length && start < end).toBe(true)
      }
    }
  })

  it('has statements in order that do not overlap and together cover all but white space', async () => {
    const { answer } = await parsed
    for (const { text, statements } of answer.sources[0]!.reports) {
      let at = 0
      for (const { start, end } of statements) {
        expect(text.slice(at, start).trim()).toBe('')
        expect(start >= at && end > start).toBe(true)
        at = end
      }
      expect(text.slice(at).trim()).toBe('')
    }
  })

  it('reads the same reports from every encoding of the same text', async () => {
    const utf16 = (text: string, big: boolean): Buffer => {
      const bytes = Buffer.from(text, 'utf16le')
      return big ? bytes.swap16() : bytes
    }
    const written: readonly (readonly [name: string, encoding: string, bytes: Buffer])[] = [
      ['utf8-mark.txt', 'utf-8', Buffer.from(`\ufeff${seedText}`)],
      ['utf8-crlf.txt', 'utf-8', Buffer.from(seedText.replaceAll('\n', '\r\n'))],
      ['gb18030.txt', 'gb18030', inGb18030(seedText)],
      ['gb18030-crlf.txt', 'gb18030', inGb18030(seedText.replaceAll('\n', '\r\n'))],
      ['utf16le-mark.txt', 'utf-16le', utf16(`\ufeff${seedText}`, false)],
      ['utf16be-mark.txt', 'utf-16be', utf16(`\ufeff${seedText}`, true)],
      ['utf16le.txt', 'utf-16le', utf16(seedText, false)],
      ['utf16be.txt', 'utf-16be', utf16(seedText, true)]
    ]
    for (const [name, , bytes] of written) writeFileSync(join(folder, name), bytes)
    const { answer, code, stderr } = await json<ParseAnswer>(['parse', '--json', seed, ...written.map(([name]) => join(folder, name))])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const [plain, ...others] = answer.sources
    expect(others.map(({ encoding }) => encoding)).toEqual(written.map(([, encoding]) => encoding))
    expect(others.map(({ bytes }) => bytes)).toEqual(written.map(([, , bytes]) => bytes.length))
    for (const [i, { reports, leftOver }] of others.entries()) {
      const isCrlf = written[i]![0].includes('crlf')
      expect(leftOver).toEqual([])
      expect(reports.map(furnitureText)).toEqual(plain!.reports.map(furnitureText))
      expect(reports, written[i]![0]).toEqual(isCrlf ? plain!.reports.map((report, k) => ({ ...report, ...placesOf(reports[k]!) })) : plain!.reports)
    }
  })

  it('names each file as the person did, in the order given, the same file twice too', async () => {
    const { answer } = await parsed
    expect(answer.sources.map(({ file }) => file)).toEqual([seed, seed])
    expect(answer.sources[0]).toEqual(answer.sources[1])
  })

  it('prints a valid empty result where no file could be read', async () => {
    const { answer, code } = await json<ParseAnswer>(['parse', '--json', join(folder, 'missing.txt')])
    expect({ code, answer }).toEqual({ code: 1, answer: { format: 'duizhao/parse@1', sources: [] } })
  })
})

/** Bylines, marks and the like, without their places. */
function furnitureText(report: object): string[] {
  const { furniture } = report as { furniture: readonly { kind: string; text: string }[] }
  return furniture.map(({ kind, text }) => `${kind} ${text}`)
}

/** Places in the source are counted in the source's own characters: a CR more a line. */
function placesOf(report: object): object {
  return Object.fromEntries(Object.entries(report).filter(([name]) => name === 'sourceMap' || name === 'titleSource' || name === 'furniture'))
}

describe('parse for a person', () => {
  it('says what was understood, without letting a report’s characters steer the terminal (虚构样例)', async () => {
    const hostile = join(folder, 'escape.txt')
    writeFileSync(hostile, '青湖省召开民政工作会议\u001b]0;夺取标题\u0007\n3月2日，青湖省民政工作会议召开。\u202e会议要求，健全养老服务体系。\u001b[2J\n')
    const { text, code } = await duizhao(['parse', seed, hostile])
    expect(code).toBe(0)
    expect(text).toContain('浙江召开全省民政工作座谈会')
    expect(text).toContain('湖北召开全省民政工作会议')
    expect([...text].filter((c) => c !== '\n' && (c < ' ' || ('\u007f' <= c && c <= '\u009f') || c === '\u202e'))).toEqual([])
  })
})
