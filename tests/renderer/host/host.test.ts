import { describe, expect, it } from 'vitest'
import { hostOver } from '../../../src-renderer/host/host.ts'

describe('the host as the window sees it', () => {
  it('subscribes once, however many listen, and tells each only of its own event until it leaves', () => {
    const tell: ((name: string, payload: unknown) => void)[] = []
    const host = hostOver({
      call: () => Promise.resolve(null),
      on: (listener) => {
        tell.push(listener)
        return () => {}
      }
    })
    const heard: string[] = []
    host.on('library-changed', ({ savedAt }) => heard.push(`a ${savedAt}`))
    const leave = host.on('library-changed', ({ savedAt }) => heard.push(`b ${savedAt}`))
    host.on('job-ended', () => heard.push('ended'))
    expect(tell).toHaveLength(1)
    tell[0]!('library-changed', { savedAt: '1' })
    leave()
    tell[0]!('library-changed', { savedAt: '2' })
    expect(heard).toEqual(['a 1', 'b 1', 'a 2'])
  })
})
