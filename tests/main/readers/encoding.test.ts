import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeAs, decodeText, type Encoding } from '../../../src-main/readers/encoding.ts'
import { encodeAs } from './encode.ts'

// 虚构样例
const prose =
  '云岭省召开全省民政工作会议\n会议指出，去年全省建成老年食堂120个，惠及群众3万人次。\n会议要求，今年要健全分层分类的社会救助体系，推进“暖心到家”服务，到2027年覆盖率达到80％以上。\n'
const traditional =
  '青湖縣社會福利工作會議在縣政府召開。會議指出，過去一年長者服務據點增加十二處，照顧兒童與身心障礙者的經費逐年成長。\n'

const inGbk = (text: string): Uint8Array => encodeAs(text, 'gb18030')
const inBig5 = (text: string): Uint8Array => encodeAs(text, 'big5')

const utf16 = (text: string, { big, mark }: { big: boolean; mark: boolean }): Uint8Array => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return new Uint8Array(big ? bytes.swap16() : bytes)
}

describe('虚构样例: text in every encoding of Chinese', () => {
  it('UTF-8, GB 2312 and GBK, Big5', () => {
    expect(decodeText(Buffer.from(prose))).toEqual({ text: prose, encoding: 'utf-8', undecodable: 0 })
    expect(decodeText(inGbk(prose))).toEqual({ text: prose, encoding: 'gb18030', undecodable: 0 })
    expect(decodeText(inBig5(traditional))).toEqual({ text: traditional, encoding: 'big5', undecodable: 0 })
  })

  it.each([
    { big: false, mark: true, encoding: 'utf-16le' },
    { big: true, mark: true, encoding: 'utf-16be' },
    { big: false, mark: false, encoding: 'utf-16le' },
    { big: true, mark: false, encoding: 'utf-16be' }
  ])('UTF-16, big-endian $big, with a mark $mark', ({ big, mark, encoding }) => {
    expect(decodeText(utf16(prose, { big, mark }))).toEqual({ text: prose, encoding, undecodable: 0 })
  })

  it('UTF-8 with its mark, which is not part of the text', () => {
    expect(decodeText(Buffer.from('\ufeff' + prose))?.text).toBe(prose)
  })

  it('plain ASCII is UTF-8, in two bytes each it is UTF-16', () => {
    expect(decodeText(Buffer.from('Policy report 2026\n'))?.encoding).toBe('utf-8')
    expect(decodeText(Buffer.from('Policy report 2026\n', 'utf16le'))?.encoding).toBe('utf-16le')
  })

  it('characters of four bytes in GB18030', () => {
    const bytes = Buffer.concat([inGbk(prose), Buffer.from('9534f838', 'hex')])
    expect(decodeText(bytes)).toEqual({ text: `${prose}𠹶`, encoding: 'gb18030', undecodable: 0 })
  })

  it('is right for every stretch of 40 and more characters of prose, in each encoding', () => {
    const long = prose.repeat(4)
    fc.assert(
      fc.property(fc.nat(prose.length), fc.integer({ min: 40, max: 300 }), (start, length) => {
        const text = long.slice(start, start + length)
        expect(decodeText(Buffer.from(text))?.encoding).toBe('utf-8')
        expect(decodeText(inGbk(text))?.encoding).toBe('gb18030')
        expect(decodeText(utf16(text, { big: false, mark: false }))?.encoding).toBe('utf-16le')
        expect(decodeText(utf16(text, { big: true, mark: false }))?.encoding).toBe('utf-16be')
      }),
      { seed: 11, numRuns: 100 }
    )
  })
})

describe('damaged text', () => {
  it('keeps UTF-8 with a bad byte in the middle, one mark for each hole', () => {
    const bytes = Buffer.concat([Buffer.from(prose), Buffer.from([0xff]), Buffer.from(prose)])
    expect(decodeText(bytes)).toEqual({ text: `${prose}\ufffd${prose}`, encoding: 'utf-8', undecodable: 1 })
  })

  it('keeps UTF-8 that ends inside a character', () => {
    const decoded = decodeText(Buffer.from(prose).subarray(0, -2))
    expect(decoded).toMatchObject({ encoding: 'utf-8', undecodable: 1 })
  })

  it('does not count a U+FFFD that the file itself has', () => {
    expect(decodeText(Buffer.from(`${prose}\ufffd`))?.undecodable).toBe(0)
    expect(decodeText(Buffer.concat([Buffer.from(`${prose}\ufffd`), Buffer.from([0xff])]))?.undecodable).toBe(1)
  })

  it('does not count the U+FFFD of a GB18030 file either', () => {
    expect(decodeText(encodeAs(`${prose}\ufffd`, 'gb18030'))).toEqual({ text: `${prose}\ufffd`, encoding: 'gb18030', undecodable: 0 })
  })

  it('keeps GB18030 with a bad byte', () => {
    const bytes = Buffer.concat([inGbk(prose), Buffer.from([0xff, 0x0a]), inGbk(prose)])
    expect(decodeText(bytes)).toMatchObject({ encoding: 'gb18030', undecodable: 1 })
  })

  it('marks half a pair in UTF-16, one for one', () => {
    const decoded = decodeText(utf16(`${prose}\ud842${prose}`, { big: false, mark: true }))
    expect(decoded).toEqual({ text: `${prose}\ufffd${prose}`, encoding: 'utf-16le', undecodable: 1 })
  })

  it('keeps a text that a power cut has filled up with NUL', () => {
    const bytes = Buffer.concat([Buffer.from(prose), Buffer.alloc(4096)])
    expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8', text: prose + '\0'.repeat(4096) })
  })
})

describe('虚构样例: text that begins inside a character', () => {
  // the characters of GB 2312 have two high bytes each: all of them would be taken for others up to the next ASCII
  it('GB18030: one hole at the begin, the rest is whole', () => {
    const line = prose.replaceAll('\n', '')
    expect(decodeText(inGbk(line).subarray(1))).toEqual({ text: `\ufffd${line.slice(1)}`, encoding: 'gb18030', undecodable: 1 })
  })

  it('Big5 finds its way by itself', () => {
    const decoded = decodeText(inBig5(traditional).subarray(1))
    expect(decoded?.encoding).toBe('big5')
    expect(decoded?.text.endsWith(traditional.slice(1))).toBe(true)
  })
})

describe('an encoding that a person chose', () => {
  it.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const)('%s: its byte order mark is no part of the text', (encoding) => {
    expect(decodeAs(encodeAs(prose, encoding, { mark: true }), encoding)).toEqual({ text: prose, encoding, undecodable: 0 })
    expect(decodeText(encodeAs(prose, encoding, { mark: true }))).toEqual({ text: prose, encoding, undecodable: 0 })
  })

  it('takes one mark alone: a second one is text', () => {
    for (const encoding of ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const) {
      expect(decodeAs(encodeAs(`\ufeff${prose}`, encoding, { mark: true }), encoding).text).toBe(`\ufeff${prose}`)
    }
  })

  it('is obeyed where it is wrong, and the holes are counted', () => {
    const decoded = decodeAs(inGbk(prose), 'utf-8')
    expect(decoded.encoding).toBe('utf-8')
    expect(decoded.undecodable).toBe(decoded.text.split('\ufffd').length - 1)
    expect(decoded.undecodable).toBeGreaterThan(20)
  })

  it('gives well-formed text and counts its holes, whatever the bytes and the encoding', () => {
    const encodings = fc.constantFrom<Encoding>('utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), encodings, (bytes, encoding) => {
        const { text, undecodable } = decodeAs(Uint8Array.from(bytes), encoding)
        expect(text.isWellFormed()).toBe(true)
        expect(undecodable).toBeLessThanOrEqual(text.split('\ufffd').length - 1)
      }),
      { seed: 14, numRuns: 600 }
    )
  })

  it('gives back any text that was encoded, its own U+FFFD not counted as holes', () => {
    const unicode = fc.string({ unit: fc.constantFrom(...prose, ...traditional, 'a', ' ', '\ufffd', '𠮷', '㐂', 'é', '€') })
    fc.assert(
      fc.property(unicode, fc.constantFrom<Encoding>('utf-8', 'gb18030', 'utf-16le', 'utf-16be'), (text, encoding) => {
        expect(decodeAs(encodeAs(text, encoding), encoding)).toEqual({ text, encoding, undecodable: 0 })
      }),
      { seed: 15, numRuns: 300 }
    )
  })
})

describe('what is not text', () => {
  it('is not decoded: random bytes', () => {
    const random = fc.uint8Array({ minLength: 400, maxLength: 4000 })
    fc.assert(
      fc.property(random, (bytes) => {
        expect(decodeText(Uint8Array.from(bytes))).toBeNull()
      }),
      { seed: 12, numRuns: 150 }
    )
  })

  it('always gives well-formed text or null, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const decoded = decodeText(Uint8Array.from(bytes))
        expect(decoded === null || decoded.text.isWellFormed()).toBe(true)
      }),
      { seed: 13, numRuns: 500 }
    )
  })
})
