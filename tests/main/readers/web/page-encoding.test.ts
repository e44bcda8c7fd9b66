import { describe, expect, it } from 'vitest'
import { encodeAs } from '../encode.ts'
import { paragraphs, portalPage, readFile, textsOf, warningsOf } from './pages.ts'

// 虚构样例 throughout

const declaring = (label: string | null, body = paragraphs.map((words) => `<p>${words}</p>`).join('')): string =>
  `<html><head>${label === null ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${label}">`}<title>云岭</title></head><body>${body}</body></html>`

const traditional = '<p>青湖縣社會福利工作會議在縣政府召開。會議指出，過去一年長者服務據點增加十二處，照顧兒童的經費逐年成長。</p>'

describe('虚构样例: the encoding of a page', () => {
  it('GBK as declared', async () => {
    const file = await readFile(encodeAs(declaring('gb2312'), 'gb18030'))
    expect(file.encoding).toBe('gb18030')
    expect(textsOf(file)).toEqual(paragraphs)
  })

  it('UTF-8 that declares GB2312 is UTF-8', async () => {
    const file = await readFile(encodeAs(declaring('GB2312'), 'utf-8'))
    expect(file.encoding).toBe('utf-8')
    expect(textsOf(file)).toEqual(paragraphs)
  })

  it('GBK that declares UTF-8 is GBK', async () => {
    const file = await readFile(encodeAs(declaring('utf-8'), 'gb18030'))
    expect(file.encoding).toBe('gb18030')
    expect(textsOf(file)).toEqual(paragraphs)
  })

  it('Big5 that declares GB2312 is Big5', async () => {
    const file = await readFile(encodeAs(declaring('gb2312', traditional), 'big5'))
    expect(file.encoding).toBe('big5')
    expect(textsOf(file)[0]).toContain('青湖縣社會福利')
  })

  it.each(['gb18030', 'big5', 'utf-8', 'utf-16le', 'utf-16be'] as const)('%s without any declaration', async (encoding) => {
    const file = await readFile(encodeAs(declaring(null, traditional), encoding))
    expect(file.encoding).toBe(encoding)
    expect(textsOf(file)[0]).toContain('青湖縣社會福利')
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const)('%s by its byte order mark, against the declaration', async (encoding) => {
    const file = await readFile(encodeAs(declaring('big5'), encoding, { mark: true }))
    expect(file.encoding).toBe(encoding)
    expect(textsOf(file)).toEqual(paragraphs)
  })

  it('one bad byte in UTF-8 leaves the rest whole and is said', async () => {
    const [before, after] = declaring('utf-8').split('会议指出').map((part) => Buffer.from(part)) as [Buffer, Buffer]
    const file = await readFile(Buffer.concat([before, Buffer.from([0xff]), after]))
    expect(file.encoding).toBe('utf-8')
    expect(file.source.text.split('\ufffd')).toHaveLength(2)
    expect(warningsOf(file)).toEqual(['undecodable-bytes'])
  })

  it('a bad byte in a menu is no matter of the text', async () => {
    const bytes = Buffer.from(portalPage())
    bytes[bytes.indexOf('领导之窗')] = 0xff
    expect(warningsOf(await readFile(bytes))).toEqual([])
  })

  it('a person’s choice wins over the bytes', async () => {
    const file = await readFile(encodeAs(declaring('gb2312'), 'gb18030'), { encoding: 'big5' })
    expect(file.encoding).toBe('big5')
    expect(file.source.text).not.toContain('会议')
  })
})
