import { beforeEach, describe, expect, it } from 'vitest'
import type { FileOutcome } from '#core/contract/calls.ts'
import { noticeEnd, useNotices } from '../../../src-renderer/state/notices.ts'
import { settleSheet, showSheet, usePanels, waitingSheets } from '../../../src-renderer/state/panels.ts'

const held = (id: string): FileOutcome => ({
  file: `${id}.xlsx`, state: 'asks-columns', reports: [], problem: null, warnings: [], sheet: { held: id, headers: ['甲'], sample: [], guess: null }
})

beforeEach(() => {
  useNotices.setState({ list: [] })
  usePanels.setState({ sheet: null, settled: new Set() })
})

describe('held sheets', () => {
  it('are asked about one after the other, the first that came first', () => {
    noticeEnd('j1', { cancelled: false, outcomes: [held('a'), held('b')] })
    noticeEnd('j2', { cancelled: false, outcomes: [held('c')] })
    showSheet('b')
    settleSheet('b')
    expect(usePanels.getState().sheet).toBe('a')
    settleSheet('a')
    expect(usePanels.getState().sheet).toBe('c')
    settleSheet('c')
    expect(usePanels.getState().sheet).toBe(null)
    expect(waitingSheets(usePanels.getState().settled)).toEqual([])
  })

  it('wait on when a person leaves them', () => {
    noticeEnd('j', { cancelled: false, outcomes: [held('a')] })
    showSheet('a')
    showSheet(null)
    expect(waitingSheets(usePanels.getState().settled)).toEqual(['a'])
  })
})
