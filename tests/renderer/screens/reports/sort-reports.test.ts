import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortKeys, sortReports } from '../../../../src-renderer/screens/reports/sort-keys.ts'
import { invented } from './invented-summaries.ts'

describe('the sorting of reports', () => {
  // 虚构样例
  const reports = [5, 3, 5, 1].map((notes, index) => invented({ id: String(index), notes, characters: index * 100, title: index === 1 ? null : `题目${index}` }))
  const ids = (list: readonly { readonly id: string }[]): string => list.map(({ id }) => id).join(' ')
  const keys = sortKeys(reports, new Map())

  it('leaves the order of the library where nothing is sorted by', () => {
    expect(sortReports(reports, [], keys)).toBe(reports)
  })

  it('sorts up and down, and those that are alike stay as they were', () => {
    expect(ids(sortReports(reports, [{ id: 'notes', desc: false }], keys))).toBe('3 1 0 2')
    expect(ids(sortReports(reports, [{ id: 'notes', desc: true }], keys))).toBe('0 2 1 3')
  })

  it('sorts by a second column within the first', () => {
    expect(ids(sortReports(reports, [{ id: 'notes', desc: true }, { id: 'characters', desc: true }], keys))).toBe('2 0 1 3')
  })

  it('sorts by how many themes a report speaks of', () => {
    const spoken = [['social_organizations'], [], ['charity', 'funeral', 'aging'], ['charity', 'funeral']].map((themes, index) => invented({ id: String(index), themes }))
    expect(ids(sortReports(spoken, [{ id: 'themes', desc: false }], sortKeys(spoken, new Map())))).toBe('1 0 3 2')
  })

  it('sorts by how much of a report a person has looked at; of those nobody has, the one with the most readings first; what is not counted yet last', () => {
    const counted = new Map([['0', { confirmed: 1, corrected: 1, unseen: 2 }], ['1', { confirmed: 0, corrected: 0, unseen: 40 }], ['3', { confirmed: 0, corrected: 0, unseen: 90 }]])
    const own = sortKeys(reports, counted)
    expect(ids(sortReports(reports, [{ id: 'review', desc: false }], own))).toBe('3 1 0 2')
    expect(ids(sortReports(reports, [{ id: 'review', desc: true }], own))).toBe('0 1 3 2')
  })

  it('puts what a report does not tell last, whichever way', () => {
    for (const desc of [true, false]) expect(sortReports(reports, [{ id: 'title', desc }], keys).at(-1)?.id).toBe('1')
  })

  it('loses and invents no report', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.boolean(), (notes, desc) => {
        const list = notes.map((count, index) => invented({ id: String(index), notes: count }))
        const sorted = sortReports(list, [{ id: 'notes', desc }], sortKeys(list, new Map()))
        expect(new Set(sorted)).toEqual(new Set(list))
        expect(sorted.map((report) => report.notes)).toEqual([...notes].sort((a, b) => (desc ? b - a : a - b)))
      })
    )
  })
})
