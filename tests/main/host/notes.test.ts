import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReportView } from '#core/contract/calls.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import { openLibrary } from '../../../src-main/library/open.ts'
import { asJson, noteSubject, readNote, type StoredNote } from '../../../src-main/library/notes.ts'
import { sql } from '../../../src-main/library/sql.ts'
import { checkLibrary } from '../../../src-main/library/integrity.ts'
import { storeReports, now } from '../library/stored.ts'
import { newLibrary } from '../library/temporary-library.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { ask, list, notesOf, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例

const written = [
  '甘南省召开民政工作会议',
  '3月1日，甘南省召开民政工作会议，强调要健全养老服务体系，发展慈善事业，办好山区食堂，让老人在家门口吃上热饭。',
  '会议要求推进社区治理，湖区食堂覆盖率达到80％以上，让老人在家门口吃上热饭，办好每一件实事。'
].join('\n')

interface Noted {
  readonly test: TestHost
  readonly report: string
  readonly text: string
}

async function oneReport(): Promise<Noted> {
  const test = openTestHost()
  await upload(test, { '一.txt': written })
  const { id } = (await list(test.host))[0]!
  return { test, report: id, text: (await ask<ReportView>(test.host, 'reports.read', { id })).report.text }
}

const noteOn = ({ test, report, text }: Noted, words: string, more: object = {}): Promise<Note> => {
  const start = text.indexOf(words)
  return ask<Note>(test.host, 'notes.write', { note: null, report, theme: null, start, end: start + words.length, words, body: '虚构批注', ...more })
}

const notes = (test: TestHost): Promise<readonly Note[]> => notesOf(test.host)

/** As a newer reader might: other text, and nothing of it from the characters of before. */
function readAnew({ test, report }: Noted, text: string): void {
  const map = JSON.stringify([text.length])
  test.host.library.write((library) => library.run(sql`UPDATE reports SET text = ${text}, map = ${map} WHERE id = ${Number(report)}`))
}

describe('a note', () => {
  it('keeps author, colour and tags; without a body it is a highlight', async () => {
    const noted = await oneReport()
    const note = await noteOn(noted, '慈善事业', { body: '', author: '甲', color: 'yellow', tags: ['待查', '对比'] })
    expect(note).toMatchObject({ quote: '慈善事业', body: '', author: '甲', color: 'yellow', tags: ['待查', '对比'], anchoring: { state: 'anchored', basis: 'same-text' }, firstQuote: null })
    const edited = await ask<Note>(noted.test.host, 'notes.write', { note: note.id, report: note.report, theme: null, start: 0, end: 0, words: '', body: '后来写的', author: '乙' })
    expect(edited).toMatchObject({ body: '后来写的', author: '甲', color: 'yellow', tags: ['待查', '对比'], place: note.place })
  })

  it('takes the place of no other, whatever was searched for before', async () => {
    const noted = await oneReport()
    const first = await noteOn(noted, '慈善事业')
    await ask(noted.test.host, 'search.prepare')
    const second = await noteOn(noted, '养老服务')
    expect((await notes(noted.test)).map(({ id, quote }) => [id, quote])).toEqual([[first.id, '慈善事业'], [second.id, '养老服务']])
  })

  it('of several the colour and the tags are changed at once, and that is one step to undo', async () => {
    const noted = await oneReport()
    const first = await noteOn(noted, '慈善事业', { tags: ['待查'] })
    const second = await noteOn(noted, '养老服务', { color: 'blue' })
    await ask(noted.test.host, 'notes.label', { notes: [first.id, second.id], add: ['对比'], remove: ['待查'], color: 'green' })
    expect((await notes(noted.test)).map(({ tags, color }) => [tags, color])).toEqual([[['对比'], 'green'], [['对比'], 'green']])
    await ask(noted.test.host, 'changes.undo')
    expect((await notes(noted.test)).map(({ tags, color }) => [tags, color])).toEqual([[['待查'], null], [[], 'blue']])
  })

  it('whose words changed waits for a person, stands where the person says, and undone waits again', async () => {
    const noted = await oneReport()
    const note = await noteOn(noted, '湖区食堂覆盖率达到80％以上')
    const text = noted.text.replace('80％', '90％')
    readAnew(noted, text)
    const [waiting] = await notes(noted.test)
    expect(waiting).toMatchObject({ place: null, quote: '湖区食堂覆盖率达到80％以上', anchoring: { state: 'to-approve', basis: 'changed' } })
    if (waiting?.anchoring.state !== 'to-approve') throw new Error('not to approve')
    const [candidate] = waiting.anchoring.candidates
    expect(text.slice(candidate!.start, candidate!.end)).toBe('湖区食堂覆盖率达到90％以上')
    expect(waiting.around.prefix).toContain('会议要求推进社区治理')

    const placed = await ask<Note>(noted.test.host, 'notes.place', { note: note.id, ...candidate, words: '湖区食堂覆盖率达到90％以上' })
    expect(placed).toMatchObject({ place: candidate, quote: '湖区食堂覆盖率达到90％以上', firstQuote: '湖区食堂覆盖率达到80％以上', anchoring: { state: 'anchored' } })
    await ask(noted.test.host, 'changes.undo')
    expect(await notes(noted.test)).toEqual([waiting])
    await ask(noted.test.host, 'changes.redo')
    expect(await notes(noted.test)).toEqual([placed])
  })

  it('whose words are gone is an orphan with what stood around it, and a look-alike does not get it', async () => {
    const noted = await oneReport()
    await noteOn(noted, '办好山区食堂，让老人在家门口吃上热饭')
    readAnew(noted, noted.text.split('\n').filter((line) => !line.includes('山区')).join('\n'))
    expect(await notes(noted.test)).toMatchObject([{ place: null, anchoring: { state: 'orphan' }, around: { prefix: expect.stringContaining('发展慈善事业') } }])
  })

  it('moves with its words', async () => {
    const noted = await oneReport()
    const note = await noteOn(noted, '办好每一件实事')
    readAnew(noted, `编者按。\n${noted.text}`)
    expect(await notes(noted.test)).toMatchObject([{ place: { start: note.place!.start + 5 }, anchoring: { state: 'moved', basis: 'only-place' } }])
  })

  it('put by hand onto the place that another would come to leaves that one to be looked at', async () => {
    const noted = await oneReport()
    const first = await noteOn(noted, '慈善事业')
    const second = await noteOn(noted, '养老服务')
    const text = `编者按。\n${noted.text.replace('养老服务', '托育服务')}`
    readAnew(noted, text)
    const start = text.indexOf('慈善事业')
    await ask(noted.test.host, 'notes.place', { note: second.id, start, end: start + 4, words: '慈善事业' })
    const [one, other] = await notes(noted.test)
    expect(one).toMatchObject({ id: first.id, place: null, anchoring: { state: 'to-approve', basis: 'collision' } })
    expect(other).toMatchObject({ id: second.id, place: { start, end: start + 4 } })
  })

  it('is not put on words that nobody meant: the text was read anew since it was looked at', async () => {
    const noted = await oneReport()
    const note = await noteOn(noted, '慈善事业')
    const place = { start: noted.text.indexOf('养老服务'), end: noted.text.indexOf('养老服务') + 4, words: '养老服务' }
    readAnew(noted, `编者按。\n${noted.text}`)
    const refused = { ok: false, problem: { kind: 'other-words' } }
    expect(await noted.test.host.answer('notes.place', { note: note.id, ...place })).toMatchObject(refused)
    expect(await noted.test.host.answer('notes.write', { note: null, report: noted.report, theme: null, ...place, body: '虚构批注' })).toMatchObject(refused)
    expect(await notes(noted.test)).toMatchObject([{ quote: '慈善事业' }])
  })

  it('is not placed outside the text', async () => {
    const noted = await oneReport()
    const note = await noteOn(noted, '慈善事业')
    for (const span of [{ start: 0, end: 9_999 }, { start: 5, end: 4 }]) {
      expect(await noted.test.host.answer('notes.place', { note: note.id, ...span, words: '' })).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
    }
    expect(await noted.test.host.answer('notes.place', { note: '99', start: 0, end: 1, words: '甘' })).toMatchObject({ ok: false, problem: { kind: 'not-found' } })
  })

  it('goes into a file with its words, its place and how sure that is', async () => {
    const noted = await oneReport()
    const kept = await noteOn(noted, '慈善事业', { body: '=SUM(A1)', author: '甲', color: 'violet', tags: ['待查'] })
    const gone = await noteOn(noted, '湖区食堂覆盖率达到80％以上')
    readAnew(noted, noted.text.replace('80％', '90％'))
    const { fileName, base64 } = await ask<{ fileName: string; base64: string }>(noted.test.host, 'notes.export', { notes: [gone.id, kept.id, '99'], format: 'csv' })
    const lines = Buffer.from(base64, 'base64').toString('utf8').replaceAll('"', '').split('\r\n')
    expect(fileName).toBe('批注 2026-03-01.csv')
    expect(lines[1]).toMatch(/湖区食堂覆盖率达到80％以上,虚构批注,,,,待确认/)
    expect(lines[2]).toMatch(/慈善事业,'=SUM\(A1\),待查,紫,甲,在原处/)
  })
})

describe('how a note is kept', () => {
  const base: StoredNote = {
    report: 1, theme: 'charity', codebook: 'test', exact: '慈善', prefix: '发展', suffix: '事业', sourceSpans: [{ start: 2, end: 4 }], made: { hash: 'b'.repeat(64), position: { start: 2, end: 4 } },
    body: '', author: '甲', color: 'blue', tags: ['一', '二'], approved: null, writtenAt: now, editedAt: now
  }

  it('what is written is what is read, with and without each part', () => {
    const library = newLibrary()
    library.write((writable) => {
      storeReports(writable, ['发展慈善事业。'])
      const { exact, prefix, suffix, sourceSpans, made } = base
      const approved = { exact, prefix, suffix, sourceSpans, made }
      for (const note of [base, { ...base, approved }, { ...base, author: '', color: null, tags: [], made: null }, base]) {
        noteSubject.write(writable, '7', asJson(note))
        expect(noteSubject.read(writable, '7')).toEqual(asJson(note))
        expect(readNote(writable, 7)).toEqual(note)
      }
      noteSubject.write(writable, '7', null)
      expect(noteSubject.read(writable, '7')).toBeNull()
    })
  })

  it('a note of an older library reads as it was written then: its changes can still be undone', () => {
    const path = join(temporaryFolder(), 'old.duizhao')
    const fixture = join(import.meta.dirname, '../library/fixtures/version-4.duizhao')
    expect(existsSync(fixture)).toBe(true)
    writeFileSync(path, readFileSync(fixture))
    const library = openLibrary({ path, now })
    expect(checkLibrary(library.read)).toEqual([])
    const note = noteSubject.read(library.read, '1')
    expect(note).toEqual({
      report: 1, theme: 'charity', exact: '发展慈善事业。', prefix: '健全养老服务体系。', suffix: '', body: '只有一句',
      sourceSpans: [{ start: 14, end: 21 }], writtenAt: now, editedAt: now
    })
    expect(readNote(library.read, 1)).toMatchObject({ author: '', color: null, tags: [], made: null, approved: null })
    library.write((writable) => {
      noteSubject.write(writable, '1', null)
      noteSubject.write(writable, '1', note)
      expect(noteSubject.read(writable, '1')).toEqual(note)
    })
    library.close()
  })
})
