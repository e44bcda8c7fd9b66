import { describe, expect, it } from 'vitest'
import { encodeAs } from '../encode.ts'
import { article, linesOf, paragraphs, portalPage, problemOf, readFile, title, warningsOf, withRole } from './pages.ts'

// 虚构样例 throughout

const quotedPrintable = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (byte === 0x3d || byte > 0x7e || (byte < 0x20 && byte !== 0x0a && byte !== 0x0d) ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte)))
    .join('')
    .split('\n')
    .map((line) => line.match(/(?:=[0-9A-F]{2}|[^=]){1,60}/g)?.join('=\r\n') ?? '')
    .join('\r\n')

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')

interface Part {
  readonly headers: readonly string[]
  readonly body: string
}

function mhtml(parts: readonly Part[], { head = 'From: <Saved by Blink>\r\nSnapshot-Content-Location: http://example.gov.cn/1.html\r\nSubject: =?utf-8?Q?=E4=BC=9A?=', type = 'multipart/related;\r\n\ttype="text/html"', end = '--' } = {}): string {
  const boundary = '----MultipartBoundary--abc123----'
  const written = parts.map(({ headers, body }) => `--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n${body}\r\n`).join('')
  return `${head}\r\nMIME-Version: 1.0\r\nContent-Type: ${type};\r\n\tboundary="${boundary}"\r\n\r\n${written}--${boundary}${end}\r\n`
}

const picture: Part = { headers: ['Content-Type: image/png', 'Content-Transfer-Encoding: base64', 'Content-Location: a.png'], body: base64(Buffer.from('picture')) }
const html = (encoding: 'utf-8' | 'gb18030', { transfer, extra = [] }: { transfer: 'quoted-printable' | 'base64' | '8bit'; extra?: readonly string[] }): Part => {
  const bytes = encodeAs(portalPage(), encoding)
  const body = transfer === 'base64' ? base64(bytes) : transfer === '8bit' ? Buffer.from(bytes).toString('latin1') : quotedPrintable(bytes)
  return { headers: ['Content-Type: text/html', `Content-Transfer-Encoding: ${transfer}`, ...extra], body }
}

const read = (text: string) => readFile(Buffer.from(text, 'latin1'), { fileName: '网页.mhtml' })

describe('虚构样例: a page saved in one file', () => {
  it.each(['quoted-printable', 'base64', '8bit'] as const)('as Chrome and Edge write it, %s', async (transfer) => {
    const file = await read(mhtml([html('utf-8', { transfer, extra: ['Content-ID: <frame-1@mhtml.blink>'] }), picture]))
    expect(linesOf(file)).toEqual(linesOf(await readFile(portalPage())))
    expect(file).toMatchObject({ mediaType: 'multipart/related', encoding: 'utf-8', warnings: [] })
  })

  it('as IE and WPS write it: GBK, by the charset of the part', async () => {
    const page = html('gb18030', { transfer: 'quoted-printable' })
    const part: Part = { ...page, headers: ['Content-Type: text/html;', '\tcharset="gb2312"', ...page.headers.slice(1)] }
    const file = await read(mhtml([part, picture], { head: 'From: "Saved by Windows Internet Explorer 11"\r\nSubject: a\r\nDate: Tue, 7 Mar 2023 10:00:00 +0800' }))
    expect(file.encoding).toBe('gb18030')
    expect(withRole(file, 'title')).toEqual([title])
  })

  it('the part that start names is the page, not the frame before it', async () => {
    const frame: Part = { headers: ['Content-Type: text/html', 'Content-ID: <frame-2@x>'], body: '<html><body><p>frame, text.</p></body></html>' }
    const page = html('utf-8', { transfer: 'base64', extra: ['Content-ID: <main@x>'] })
    const file = await read(mhtml([frame, page], { type: 'multipart/related; type="text/html"; start="<main@x>"' }))
    expect(withRole(file, 'title')).toEqual([title])
  })

  it('without start it is the first, and the pages of its frames are left out', async () => {
    const frame: Part = { headers: ['Content-Type: text/html'], body: '<html><body><p>frame, text.</p></body></html>' }
    const file = await read(mhtml([picture, html('utf-8', { transfer: 'base64' }), frame]))
    expect(withRole(file, 'title')).toEqual([title])
    expect(file.source.text).not.toContain('frame')
  })

  it('a multipart inside', async () => {
    const inner = mhtml([{ headers: ['Content-Type: text/plain'], body: 'plain' }, html('utf-8', { transfer: 'base64' })], { head: 'X: 1', type: 'multipart/alternative' })
    const [headers, body] = [inner.slice(0, inner.indexOf('\r\n\r\n')), inner.slice(inner.indexOf('\r\n\r\n') + 4)].map((part) => part.replaceAll('abc123', 'inner')) as [string, string]
    const file = await read(mhtml([{ headers: headers.split('\r\n'), body }, picture]))
    expect(withRole(file, 'title')).toEqual([title])
  })

  it('without its end mark it is read, with a warning', async () => {
    const whole = mhtml([html('utf-8', { transfer: '8bit' })], { end: '' })
    const file = await read(whole.slice(0, whole.indexOf('</body>')))
    expect(warningsOf(file)).toEqual(['cut-off'])
    expect(file.source.text).toContain(paragraphs[3])
    expect(article).toContain(paragraphs[3])
  })

  it('without a page in it, it is damaged', async () => {
    expect((await problemOf(mhtml([picture]))).kind).toBe('damaged-file')
    expect((await problemOf(mhtml([]))).kind).toBe('damaged-file')
  })

  it('multiparts without end are nested too deep, 30,000 parts are too many', async () => {
    let deep = 'x'
    for (let n = 0; n < 12; n++) deep = `Content-Type: multipart/related; boundary=b${n}\r\n\r\n--b${n}\r\n${deep}\r\n--b${n}--\r\n`
    expect((await problemOf(`MIME-Version: 1.0\r\n${deep}`)).kind).toBe('nested-too-deep')
    expect((await problemOf(mhtml(Array.from({ length: 30_000 }, () => ({ headers: ['Content-Type: a/b'], body: '' }))))).kind).toBe('too-many-parts')
  })
})
