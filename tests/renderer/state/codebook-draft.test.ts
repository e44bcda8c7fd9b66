import { beforeEach, describe, expect, it } from 'vitest'
import { changesOf, draftChange, dropDraft, endDraft, useDrafts } from '../../../src-renderer/state/codebook-draft.ts'

const named = (zh: string) => ({ name: { zh, en: zh } })
const own = () => changesOf(useDrafts.getState(), 'own')

beforeEach(() => {
  for (const codebook of ['own', 'copy']) dropDraft(codebook)
})

describe('a draft that was applied', () => {
  it('is none any more', () => {
    draftChange('own', { kind: 'edit', theme: 'charity', fields: named('慈善') })
    endDraft({ codebook: 'own', changes: own() }, 'own')
    expect(own()).toEqual([])
  })

  it('keeps what was drafted while reports were coded, in the codebook that came of it', () => {
    draftChange('own', { kind: 'retire', theme: 'charity' })
    const changes = own()
    draftChange('own', { kind: 'edit', theme: 'elderly', fields: named('养老') })
    endDraft({ codebook: 'own', changes }, 'copy')
    expect(own()).toEqual([])
    expect(changesOf(useDrafts.getState(), 'copy')).toEqual([{ kind: 'edit', theme: 'elderly', fields: named('养老') }])
  })

  it('keeps what was written on in the theme that was the last to be changed', () => {
    draftChange('own', { kind: 'edit', theme: 'elderly', fields: named('养老') })
    const changes = own()
    draftChange('own', { kind: 'edit', theme: 'elderly', fields: named('养老服务') })
    endDraft({ codebook: 'own', changes }, 'own')
    expect(own()).toEqual([{ kind: 'edit', theme: 'elderly', fields: named('养老服务') }])
  })
})
