import { describe, expect, it } from 'vitest'
import type { ReportView } from '#core/contract/calls.ts'
import type { Note, NotesAnswer } from '#core/contract/edit-calls.ts'
import { followNotes } from '#core/listing/follow-notes.ts'
import { placedNotes } from '../../../src-main/host/note-places.ts'
import { openLibrary } from '../../../src-main/library/open.ts'
import { sql } from '../../../src-main/library/sql.ts'
import { ask, list, openTestHost, upload, type TestHost } from './test-host.ts'

// 虚构样例
const written = (place: string): string => `${place}年民政工作报告\n一、扎实推进各项工作\n会议要求推进社区治理，办好慈善事业，发展养老服务。\n要建成食堂五十个，让老人在家门口吃上热饭，办好每一件实事。`

interface Noted {
  readonly test: TestHost
  readonly ids: readonly string[]
  readonly write: (report: number, words: string, note?: Note) => Promise<Note>
  readonly notes: (stamp?: string, reports?: readonly string[]) => Promise<NotesAnswer>
}

/** Two reports without notes. */
async function twoReports(): Promise<Noted> {
  const test = openTestHost()
  await upload(test, { '一.txt': written('云东省2023'), '二.txt': written('云西省2024') })
  const ids = (await list(test.host)).map(({ id }) => id)
  const texts = await Promise.all(ids.map(async (id) => (await ask<ReportView>(test.host, 'reports.read', { id })).report.text))
  let count = 0
  return {
    test, ids,
    write: (n, words, note) => {
      const start = texts[n]!.indexOf(words)
      return ask(test.host, 'notes.write', { note: note?.id ?? null, report: ids[n], theme: null, start, end: start + words.length, words, body: `虚构批注${(count += 1)}` })
    },
    notes: (since, reports) => ask(test.host, 'notes.list', { ...(since === undefined ? {} : { since }), ...(reports === undefined ? {} : { reports }) })
  }
}

const bodies = ({ notes }: NotesAnswer): string[] => notes.map(({ body }) => body)

describe('the list of notes', () => {
  it('is whole at first, and tells nothing to who has it already', async () => {
    const { write, notes } = await twoReports()
    await write(0, '慈善事业')
    await write(1, '养老服务')
    const first = await notes()
    expect(first).toMatchObject({ isWhole: true, gone: [] })
    expect(bodies(first)).toEqual(['虚构批注1', '虚构批注2'])
    expect(await notes(first.stamp)).toEqual({ stamp: first.stamp, isWhole: false, notes: [], gone: [] })
  })

  it('tells of the note that was written on alone, of a new one, and of one that is gone and back', async () => {
    const { test, ids, write, notes } = await twoReports()
    const one = await write(0, '慈善事业')
    await write(0, '养老服务')
    const first = await notes(undefined, [ids[0]!])
    await write(0, '慈善事业', one)
    const second = await notes(first.stamp, [ids[0]!])
    expect(bodies(second)).toEqual(['虚构批注3'])
    await write(0, '社区治理')
    const third = await notes(second.stamp, [ids[0]!])
    expect(bodies(third)).toEqual(['虚构批注4'])
    await ask(test.host, 'notes.remove', { note: one.id })
    const fourth = await notes(third.stamp, [ids[0]!])
    expect(fourth).toMatchObject({ notes: [], gone: [one.id] })
    await ask(test.host, 'changes.undo')
    expect(await notes(fourth.stamp, [ids[0]!])).toMatchObject({ notes: [{ id: one.id }], gone: [] })
  })

  it('tells of notes that stand elsewhere because the text is another', async () => {
    const { test, ids, write, notes } = await twoReports()
    const one = await write(0, '慈善事业')
    const other = await write(1, '慈善事业')
    const first = await notes()
    test.host.library.write((library) => {
      library.run(sql`UPDATE reports SET text = '序' || text, map = '[400]' WHERE id = ${Number(ids[0])}`)
    })
    const next = await notes(first.stamp)
    expect(next.notes).toMatchObject([{ id: one.id, place: { start: one.place!.start + 1, end: one.place!.end + 1 } }])
    expect(next.notes.map(({ id }) => id)).not.toContain(other.id)
  })

  it('is whole again for who brings the stamp of another host', async () => {
    const { write, notes } = await twoReports()
    await write(0, '慈善事业')
    for (const stamp of ['', 'abc-1', 'nonsense']) expect(await notes(stamp)).toMatchObject({ isWhole: true, notes: [{ body: '虚构批注1' }] })
  })

  it('followed from answer to answer is what the library holds, whoever changed it and whatever was asked between', async () => {
    const { test, ids, write, notes } = await twoReports()
    const other = openLibrary({ path: test.path, now: '2026-03-02T08:00:00.000Z' })
    const words = ['慈善事业', '养老服务', '社区治理', '食堂五十个', '热饭', '实事']
    let seen: readonly Note[] | null = null
    let stamp: string | undefined
    const known = (): readonly Note[] => placedNotes(test.host.library.read, null)
    const steps: readonly ((step: number) => unknown)[] = [
      (step) => write(step % 2, words[step % words.length]!),
      (step) => write(step % 2, words[(step * 5) % words.length]!, known().find(({ report }) => report === ids[step % 2])),
      (step) => known()[step % 3] && ask(test.host, 'notes.remove', { note: known()[step % 3]!.id }),
      () => ask(test.host, 'changes.undo'),
      () => other.write((library) => library.run(sql`UPDATE notes SET body = body || '。' WHERE id = (SELECT max(id) FROM notes)`)),
      (step) => ask(test.host, 'reports.bin', { reports: [ids[step % 2]] }),
      (step) => ask(test.host, 'reports.restore', { reports: [ids[step % 2]] }),
      (step) => notes(undefined, [ids[step % 2]!])
    ]
    // every step in a mixed order that is the same at each run
    for (let step = 0; step < 160; step++) {
      await steps[(step * 7 + Math.floor(step / 8) * 3) % steps.length]!(step)
      if (step % 3 === 0) continue
      const answer: NotesAnswer = await notes(stamp)
      stamp = answer.stamp
      seen = followNotes(seen, answer, (_, now) => now)
      expect(seen).toEqual(known())
    }
    other.close()
    expect(seen!.length).toBeGreaterThan(3)
  })
})
