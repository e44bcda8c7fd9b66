import { beforeEach, describe, expect, it } from 'vitest'
import type { FileOutcome } from '#core/contract/calls.ts'
import { noticeChange, noticeEnd, noticeLibrary, noticePage, noticeProgress, noticeRefusal, noticeSaved, noticeStart, noticeUnread, putAside, useNotices } from '../../../src-renderer/state/notices.ts'

const outcome = (file: string): FileOutcome => ({ file, state: 'imported', reports: ['1'], problem: null, warnings: [] })
const list = () => useNotices.getState().list

beforeEach(() => useNotices.setState({ list: [] }))

describe('notices', () => {
  it('follow one import from start to end, in whatever order the news comes', () => {
    noticeProgress('j', { done: 1, total: 2, file: '甲.txt' })
    noticeStart('j', 2)
    noticeEnd('j', { cancelled: false, outcomes: [outcome('甲.txt'), outcome('乙.txt')] })
    noticeProgress('j', { done: 2, total: 2, file: '乙.txt' })
    expect(list()).toHaveLength(1)
    expect(list()[0]).toMatchObject({ kind: 'import', state: 'ended', done: 2, total: 2 })
  })

  it('show the page recognised last of each file, and its words until others come', () => {
    const page = { file: '扫描.png', page: 1, pages: 3, text: '第一页的字', confidence: 0.9 }
    noticeStart('j', 2)
    noticePage('j', { ...page, page: 0, text: '', confidence: null })
    noticePage('j', page)
    noticePage('j', { ...page, page: 2, text: '', confidence: 0.8 })
    const shown = () => list().flatMap((notice) => (notice.kind === 'import' ? notice.recognising : []))
    expect(shown()).toEqual([{ ...page, page: 2, confidence: 0.8 }])
    noticeProgress('j', { done: 1, total: 2, file: '扫描.png' })
    expect(shown()).toEqual([])
    noticeEnd('j', { cancelled: false, outcomes: [outcome('扫描.png')] })
    noticePage('j', page)
    expect(shown()).toEqual([])
  })

  it('keep the files that never reached the host with their import', () => {
    noticeEnd('j', { cancelled: false, outcomes: [outcome('甲.txt')] })
    noticeUnread('j', [{ ...outcome('大.txt'), state: 'failed' }])
    const [notice] = list()
    expect(notice?.kind === 'import' && notice.outcomes.map(({ file }) => file)).toEqual(['大.txt', '甲.txt'])
  })

  it('show one saved file at a time, all in the list; a refusal waits for the person', () => {
    noticeRefusal({ kind: 'cannot-write', message: { zh: '不行。', en: 'No.' }, place: '' })
    noticeSaved('甲.xlsx')
    noticeSaved('乙.xlsx')
    expect(list().map(({ kind, aside }) => [kind, aside])).toEqual([['saved', false], ['saved', true], ['refusal', false]])
  })

  it('do not offer to turn a change of the library before', () => {
    const change = { id: '1', label: { kind: 'note-removed' as const, count: 1, what: '' }, state: 'undone' as const, madeAt: '2026-03-01T08:00:00Z' }
    noticeChange('undo', { change, isEarlier: false, leaving: 0, returning: 0, notes: 1, titles: [], reports: 1 })
    noticeSaved('甲.xlsx')
    noticeLibrary('另一个')
    expect(list().map(({ kind, aside }) => [kind, aside])).toEqual([['library', false], ['saved', true]])
  })

  it('stay in the list when put aside, and say nothing of what the person cancelled', () => {
    const message = { zh: '不行。', en: 'No.' }
    noticeRefusal({ kind: 'cannot-write', message, place: '' })
    noticeRefusal({ kind: 'cancelled', message, place: '' })
    expect(list()).toHaveLength(1)
    putAside(list()[0]?.id ?? '')
    expect(list()[0]?.aside).toBe(true)
  })
})
