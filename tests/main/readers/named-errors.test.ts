import { describe, expect, it, vi } from 'vitest'
import { Refusal, type Problem } from '#core/contract/problem.ts'
import { deepestArchive } from '../../../src-main/host/gather.ts'
import { programFolder } from '../../../src-main/host/installed.ts'
import { ParserDesk } from '../../../src-main/parser/desk.ts'
import { defaultLimits, type ReadingLimits } from '../../../src-main/parser/limits.ts'
import { parserEntry } from '../../../src-main/parser/parser-entry.ts'
import { spawnOnNode } from '../../../src-main/parser/spawn.ts'
import { openArchive } from '../../../src-main/readers/archive.ts'
import { readSourceFile } from '../../../src-main/readers/read-source.ts'
import { refusals, type RefusalName } from '../../../src-main/readers/refusals.ts'
import { makeOle } from './doc/make-doc.ts'
import { docxOfParagraphs, makeDocx, paragraph } from './make-docx.ts'
import { makeZip } from './make-zip.ts'

// 虚构样例: the list of named errors, each come true.

vi.setConfig({ testTimeout: 120_000 })

const noScans = () => Promise.reject(new Error('nothing is recognised here'))

const hostile = new URL('../parser/hostile-process.ts', import.meta.url)

async function reading(bytes: Uint8Array | string, fileName = '报告', columns: string | null = null): Promise<Problem> {
  const ground = { fileName, folders: [], encoding: null, columns: columns === null ? null : { text: columns, title: null, province: null, date: null }, pageProgress: () => null }
  const read = await readSourceFile(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, ground)
  if (read instanceof Refusal) return read.problem
  throw new Error(`It was read: ${read.source.text.slice(0, 80)}`)
}

async function refused(work: () => Promise<unknown>): Promise<Problem> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Refusal) return error.problem
    throw error
  }
  throw new Error('It was not refused')
}

/** A document that does what `name` says, in a parser process. */
async function inProcess(name: string, limits: Partial<ReadingLimits> = {}): Promise<Problem> {
  const desk = new ParserDesk({ entry: hostile, spawn: spawnOnNode(programFolder), recognise: noScans, limits: () => ({ ...defaultLimits, ...limits }) })
  try {
    return await refused(() => desk.ask({ kind: 'text', name, text: '', layout: null, folders: [] }))
  } finally {
    await desk.close()
  }
}

const nested = (levels: number): string => '<w:p>'.repeat(levels) + '</w:p>'.repeat(levels)

/** A PNG that declares its sides and has no pixel. */
function declaredPng(width: number, height: number): Uint8Array {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000000000000008060000000000000000000049454e44ae426082', 'hex')
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  return png
}

const cases: Record<RefusalName, () => Promise<Problem>> = {
  'missing-format': () => reading('{\\rtf1 报告}'),
  'not-text': () => reading(Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) % 256)),
  'damaged-zip': () => reading(docxOfParagraphs(['会议要求，健全养老服务体系。']).slice(0, 700)),
  'damaged-word': () => reading(makeDocx({ body: '<w:p><w:r><w:t>会议' })),
  'damaged-pdf': () => reading('%PDF-1.7\n...'),
  'damaged-ofd': () => reading(makeZip([{ name: 'OFD.xml', bytes: '<OFD><DocBody>' }])),
  'damaged-picture': () => reading(Buffer.from('89504e470d0a1a0a0000000d4948445200000010000000100806', 'hex')),
  'damaged-sheet': () => reading(makeZip([{ name: 'xl/workbook.xml', bytes: '<workbook><sheets>' }, { name: '[Content_Types].xml', bytes: '<Types/>' }])),
  'damaged-page': () => reading('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'),
  'damaged-xml': () => reading('<?xml version="1.0"?>\n<a><b></a>'),
  'needs-password': () => reading(makeOle({ EncryptionInfo: Buffer.alloc(8), EncryptedPackage: Buffer.alloc(8) })),
  'file-too-large': () => reading(Buffer.alloc(17 * 1024 * 1024, '会')),
  empty: () => reading(' \n '),
  'no-bytes': () => reading(''),
  'took-too-long': () => inProcess('spin', { seconds: 0.2 }),
  'too-much-memory': () => inProcess('buffers'),
  'parser-fell': () => inProcess('abort'),
  'inflates-too-far': () => reading(makeDocx({ body: paragraph('零'.repeat(34 * 1024 * 1024)) })),
  'forbidden-markup': () => reading(makeZip([{ name: 'OFD.xml', bytes: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><OFD>&b;</OFD>' }])),
  'unsafe-name': async () => (await openArchive(makeZip([{ name: '../../外面.txt', bytes: '报告' }]), '包.zip')).members[0]!.problem!,
  'nested-too-deep': () => reading(makeDocx({ body: nested(2000) })),
  'too-many-parts': () => reading(`<!DOCTYPE html><html><body>${'<b></b>'.repeat(1_000_000)}</body></html>`),
  'page-too-large': () => reading(declaredPng(100_000, 100_000)),
  'needs-columns': () => reading(Buffer.from('省份,年份,得分\n甲省,2023,1\n乙省,2024,2\n'), '表.csv'),
  'no-such-column': () => reading(Buffer.from('省份,年份,正文\n甲省,2023,会议要求，健全养老服务。\n'), '表.csv', '内容')
}

describe('the list of named errors: each comes true, with a sentence in both languages', () => {
  it.each(Object.entries(cases) as [RefusalName, () => Promise<Problem>][])('%s', async (name, make) => {
    const { kind, message } = await make()
    const [expectedKind, zh, en] = refusals[name]
    expect(kind).toBe(expectedKind)
    for (const [said, sentence] of [[message.zh, zh], [message.en, en]] as const) {
      const before = sentence.split('{')[0]!
      expect(said.startsWith(before), said).toBe(true)
      expect(said).not.toMatch(/\{\w+\}/)
    }
  })

  it('a real parser process refuses by the same names, and the next document is read by another one', async () => {
    const desk = new ParserDesk({ entry: parserEntry(), spawn: spawnOnNode(programFolder), recognise: noScans, limits: () => defaultLimits })
    const file = (bytes: Uint8Array) => ({ kind: 'read' as const, name: 'a', file: { bytes, fileName: 'a', folders: [], encoding: null, columns: null } })
    try {
      expect((await refused(() => desk.ask(file(makeDocx({ body: nested(2000) }))))).kind).toBe('nested-too-deep')
      const read = await desk.ask(file(docxOfParagraphs(['会议要求，健全养老服务体系。'])))
      expect(read).toMatchObject({ kind: 'source', source: { source: { text: '会议要求，健全养老服务体系。' } } })
    } finally {
      await desk.close()
    }
  })

  it(`archives within archives are opened to ${deepestArchive} levels`, () => expect(deepestArchive).toBe(2))
})
