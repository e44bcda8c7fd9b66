import { afterEach, describe, expect, it, vi } from 'vitest'
import { followKept, keptStore, leaveKept, restoreKept, savedOneOf, savedStrings } from '../../../src-renderer/state/kept.ts'

const useMatrix = keptStore<{ readonly themes: readonly string[]; readonly order: 'code' | 'size' }>('test-matrix', { themes: [], order: 'code' }, (saved) => ({
  themes: savedStrings(saved['themes']),
  order: savedOneOf(saved['order'], ['code', 'size'], 'code')
}))

afterEach(() => {
  vi.useRealTimers()
  restoreKept({})
})

describe('a store that is kept', () => {
  it('is written once, some time after the last of several changes, and comes back as it was', () => {
    vi.useFakeTimers()
    const written: [string, object][] = []
    followKept((name, value) => void written.push([name, value]))
    useMatrix.setState({ themes: ['养老'] })
    useMatrix.setState({ order: 'size' })
    expect(written).toEqual([])
    vi.advanceTimersByTime(1000)
    expect(written).toEqual([['test-matrix', { themes: ['养老'], order: 'size' }]])
    useMatrix.setState({ themes: [] })
    restoreKept(Object.fromEntries(written))
    expect(useMatrix.getState()).toEqual({ themes: ['养老'], order: 'size' })
  })

  it('writes at once what is due when the window goes away', () => {
    vi.useFakeTimers()
    const written: string[] = []
    const flush = followKept((name) => void written.push(name))
    useMatrix.setState({ order: 'size' })
    flush()
    expect(written).toEqual(['test-matrix'])
    vi.advanceTimersByTime(1000)
    expect(written.length).toBe(1)
  })

  it('is not written for being restored, and begins anew where nothing is known or it makes no sense', () => {
    vi.useFakeTimers()
    const written: string[] = []
    followKept((name) => void written.push(name))
    restoreKept({ 'test-matrix': { themes: ['慈善', 3, null], order: 'colour' } })
    expect(useMatrix.getState()).toEqual({ themes: ['慈善'], order: 'code' })
    restoreKept({ 'test-matrix': 'nonsense' })
    expect(useMatrix.getState()).toEqual({ themes: [], order: 'code' })
    vi.advanceTimersByTime(1000)
    expect(written).toEqual([])
  })

  it('that cannot make anything of what another version kept begins anew, and the others come back', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const useBrittle = keptStore('test-brittle', { top: 1 }, ({ list }) => ({ top: (list as number[]).length }))
    restoreKept({ 'test-brittle': {}, 'test-matrix': { order: 'size' } })
    expect([useBrittle.getState().top, useMatrix.getState().order]).toEqual([1, 'size'])
    vi.restoreAllMocks()
  })

  it('is not written into the library that is opened next', () => {
    vi.useFakeTimers()
    const written: string[] = []
    followKept((name) => void written.push(name))
    useMatrix.setState({ order: 'size' })
    leaveKept()
    useMatrix.setState({ themes: ['养老'] })
    vi.advanceTimersByTime(1000)
    restoreKept({})
    expect(written).toEqual([])
    expect(useMatrix.getState()).toEqual({ themes: [], order: 'code' })
    useMatrix.setState({ order: 'size' })
    vi.advanceTimersByTime(1000)
    expect(written).toEqual(['test-matrix'])
  })

  it('that comes late finds what was kept for it, though its module is not through yet, and does not write it back', async () => {
    const written: string[] = []
    const flush = followKept((name) => void written.push(name))
    restoreKept({ 'test-late': { top: 120 } })
    const useLate = keptStore('test-late', { top: 0 }, ({ top }) => ({ top: numberOf(top) }))
    const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)
    await Promise.resolve()
    expect(useLate.getState()).toEqual({ top: 120 })
    flush()
    expect(written).toEqual([])
  })
})
