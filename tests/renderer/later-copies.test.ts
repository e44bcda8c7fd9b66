import { describe, expect, it } from 'vitest'
import { laterCopies } from '../../src-renderer/later-copies.ts'

describe('reports called the same', () => {
  it('leave the comparison to the one that was read first; versions stay', () => {
    const reports = [
      { id: '9', links: [{ report: '10', kind: 'same' as const }] },
      { id: '10', links: [{ report: '9', kind: 'same' as const }] },
      { id: '11', links: [{ report: '9', kind: 'version' as const }] },
      { id: '12', links: [] }
    ]
    expect([...laterCopies(reports)]).toEqual(['10'])
  })
})
