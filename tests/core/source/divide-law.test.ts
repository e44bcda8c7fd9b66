import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seedText } from '../../golden/seed/seed.ts'
import { divide, fault } from './division.ts'
import { shards } from './shards.ts'

describe('every character that is not white space ends in exactly one place, unaltered', () => {
  it('of the seed', () => {
    expect(fault(seedText, divide(seedText))).toBeNull()
  })

  it('of any text made of what pages hold', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...shards), { maxLength: 80 }), (parts) => {
        const text = parts.join('')
        expect(fault(text, divide(text))).toBeNull()
      }),
      { numRuns: 3000 }
    )
  })

  it('of any string at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(fault(text, divide(text))).toBeNull()
      }),
      { numRuns: 1500 }
    )
  })

  it('of the seed with lines lost, doubled and shuffled', () => {
    const lines = seedText.split('\n')
    fc.assert(
      fc.property(fc.array(fc.nat(lines.length - 1), { minLength: 1, maxLength: 120 }), (picked) => {
        const text = picked.map((n) => lines[n]).join('\n')
        expect(fault(text, divide(text))).toBeNull()
      }),
      { numRuns: 300 }
    )
  })
})

const data = new URL('../../../../shared/data/', import.meta.url)

describe.skipIf(!existsSync(data))('…of the real texts of ../shared/data (skipped where that folder is absent)', () => {
  const files = ['meetings/', 'long/provincial/', 'long/central/', 'long/district/'].flatMap((folder) =>
    existsSync(data) ? readdirSync(new URL(folder, data)).filter((name) => name.endsWith('.txt')).map((name) => new URL(folder + encodeURIComponent(name), data)) : []
  )

  it.each(files)('%s', (file) => {
    const text = new TextDecoder(file.pathname.includes('.gbk.') ? 'gb18030' : 'utf-8').decode(readFileSync(file))
    expect(fault(text, divide(text))).toBeNull()
  })
})
