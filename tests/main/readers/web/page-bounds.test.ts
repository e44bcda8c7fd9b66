import { describe, expect, it } from 'vitest'
import { parsePage } from '../../../../src-main/readers/web/page-tree.ts'
import { article, linesOf, paragraphs, portalPage, problemOf, readFile, textsOf, title } from './pages.ts'
import { Refusal } from '#core/contract/problem.ts'

// 虚构样例 throughout

const page = (body: string, prolog = '<!DOCTYPE html>'): string => `${prolog}<html><body>${body}</body></html>`

/** The problem, and that it is named within the time that a person waits for one file. */
async function quickly(content: string): Promise<string> {
  const begin = performance.now()
  const { kind } = await problemOf(content)
  expect(performance.now() - begin).toBeLessThan(8000)
  return kind
}

describe('虚构样例: pages made to harm', () => {
  it.each([
    ['a million tags', '<b>甲</b>'.repeat(500_000)],
    ['half a million empty elements', '<br>'.repeat(500_000)],
    ['a million signs that begin no tag', '<'.repeat(1_000_000)],
    ['formatting that multiplies', `<p>${Array.from({ length: 400 }, (_, n) => `<font color=${n}>`).join('')}</p>${'<p>甲</p>'.repeat(2000)}`],
    ['a tag of 200,000 attributes', `<p ${Array.from({ length: 200_000 }, (_, n) => `a${n}`).join(' ')}>甲</p>`]
  ])('%s: too many parts', async (_name, body) => {
    expect(await quickly(page(body))).toBe('too-many-parts')
  })

  it.each([
    ['513 levels', '<div>'.repeat(513)],
    ['a hundred thousand levels', '<div>'.repeat(100_000)],
    ['tables in tables', '<table><tr><td>'.repeat(30_000)]
  ])('%s: nested too deep', async (_name, body) => {
    expect(await quickly(page(`${body}甲`))).toBe('nested-too-deep')
  })

  it('300 levels are read', async () => {
    expect(textsOf(await readFile(page(`${'<div>'.repeat(300)}甲，乙。`)))).toEqual(['甲，乙。'])
  })

  it.each([
    '<!DOCTYPE html [<!ENTITY a "甲">]>',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x.dtd" [\n<!ENTITY % b SYSTEM "file:///etc/passwd"> %b;]>',
    '<!-- 注 --><!doctype html[<!ENTITY a "&a;">]>'
  ])('an internal subset is refused: %s', async (prolog) => {
    expect(await quickly(page(article, prolog))).toBe('forbidden-markup')
  })

  it('an ordinary document type is none, and an entity in the text is text', async () => {
    expect(textsOf(await readFile(portalPage({ body: `${article}<p>写作 &lt;!ENTITY a&gt; 与 &unknown; 者，原样。</p>` })))).toContain('写作 <!ENTITY a> 与 &unknown; 者，原样。')
  })

  it('is empty where nothing is shown', async () => {
    for (const body of ['', '<p> &nbsp;\u3000</p>', '<script>1</script><p hidden>甲</p>', '<frameset><frame src=a.htm></frameset>']) {
      expect(await quickly(page(body))).toBe('no-text')
    }
  })

  it('megabytes of pictures in the page cost little and change nothing', async () => {
    const picture = `<img src="data:image/png;base64,${'QUJD'.repeat(2_000_000)}">`
    const begin = performance.now()
    const file = await readFile(portalPage({ body: article.replace('</p>', `${picture}</p>`), head: `<style>.b{background:url(data:image/gif;base64,${'QUJD'.repeat(500_000)})}</style>` }))
    expect(performance.now() - begin).toBeLessThan(4000)
    expect(linesOf(file)).toEqual(linesOf(await readFile(portalPage())))
    expect(file.source.text).toContain(paragraphs[1])
  })

  it.each([
    ['blanks', ' '.repeat(1_000_000)],
    ['line ends', '\n'.repeat(300_000)],
    ['fixed blanks', '\u00a0'.repeat(300_000)],
    ['digits', '1'.repeat(300_000)],
    ['brackets', '【1'.repeat(100_000)],
    ['dates', '2023-03-07 '.repeat(30_000)],
    ['labels', '来源：'.repeat(50_000)],
    ['empty links', '<a href="a.pdf"></a>'.repeat(20_000)]
  ])('%s without end are read in a moment', async (_name, filling) => {
    for (const body of [`<p>甲，乙${filling}丙。</p>${article}`, `<pre>甲，乙${filling}丙。</pre>${article}`, `<h1>${title}</h1><div>${filling}</div><div id=zoom>${article}</div><div>${filling}</div>`]) {
      const begin = performance.now()
      expect((await readFile(page(body))).source.text).toContain(paragraphs[1])
      expect(performance.now() - begin).toBeLessThan(5000)
    }
  })

  it('throws nothing but a refusal, whatever the markup', () => {
    const pieces = ['<', '>', '</', '<p', '<!--', '-->', '<![CDATA[', ']]>', '<table>', '<td>', '</div>', '<svg>', '<math>', '<template>', '"', "'", '=', '&', '&#', '甲', '<script>', '</script', '<select>', '<frameset>', '<a href=', '\0']
    let state = 7
    const next = (below: number): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) % below
    for (let n = 0; n < 400; n++) {
      const html = Array.from({ length: 1 + next(60) }, () => pieces[next(pieces.length)]).join('')
      try {
        parsePage(html, '网页.html')
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    }
  })
})
