import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src-main/readers/encoding.ts'

// 虚构样例
const prose =
  '云岭省召开全省民政工作会议\n会议指出，去年全省建成老年食堂120个，惠及群众3万人次。\n会议要求，今年要健全分层分类的社会救助体系，推进“暖心到家”服务，到2027年覆盖率达到80％以上。\n'
const traditional =
  '青湖縣社會福利工作會議在縣政府召開。會議指出，過去一年長者服務據點增加十二處，照顧兒童與身心障礙者的經費逐年成長。\n'

/** Node decodes these encodings and does not encode them: the decoder's table, turned round. */
function encoderOf(encoding: string): (text: string) => Uint8Array {
  const bytesOf = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(encoding)
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.from([lead, trail]))
      if ([...character].length === 1 && !bytesOf.has(character)) bytesOf.set(character, [lead, trail])
    }
  }
  return (text) => Uint8Array.from([...text].flatMap((c) => (c < '\x80' ? [c.charCodeAt(0)] : bytesOf.get(c)!)))
}

const inGbk = encoderOf('gb18030')
const inBig5 = encoderOf('big5')

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
