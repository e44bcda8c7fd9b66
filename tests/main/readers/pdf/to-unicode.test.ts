import { deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { withoutEmptyMappings } from '../../../../src-main/readers/pdf/to-unicode.ts'

const head = '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n'

/** A map of characters as Chromium writes it: the glyph of —— first to nothing, then to what it is. */
const map = `${head}2 beginbfchar\n<40> <0000>\n<44> <FF01>\nendbfchar\n1 beginbfchar\n<40> <20142014>\nendbfchar\nendcmap\n`

const fileOf = (text: string): Buffer => Buffer.concat([Buffer.from('4 0 obj\nstream\n'), deflateSync(Buffer.from(text, 'latin1'), { level: 0 }), Buffer.from('\nendstream\n')])

describe('a map of characters with an empty mapping before the true one', () => {
  it('loses that entry alone, and its block says how many are left: PDFium drops a block that counts wrong', () => {
    const file = fileOf(map)
    const repaired = withoutEmptyMappings(file)!
    expect(repaired.length).toBe(file.length)
    const text = inflateSync(Buffer.from(repaired).subarray(file.indexOf('stream\n') + 7)).toString('latin1')
    expect(text.replace(/ +\n/g, '\n').replace(/\n+/g, '\n')).toContain('1 beginbfchar\n<44> <FF01>\nendbfchar\n1 beginbfchar\n<40> <20142014>\nendbfchar\n')
    expect(text).not.toContain('<0000>')
  })

  it('leaves a map alone where nothing else says what the glyph is', () => {
    expect(withoutEmptyMappings(fileOf(`${head}1 beginbfchar\n<40> <0000>\nendbfchar\n`))).toBeNull()
  })
})
