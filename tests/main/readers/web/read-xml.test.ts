import { describe, expect, it } from 'vitest'
import { encodeAs } from '../encode.ts'
import { problemOf, readFile, textsOf, warningsOf } from './pages.ts'

// 虚构样例 throughout

const xml = (body: string, encoding = 'utf-8'): string => `<?xml version="1.0" encoding="${encoding}"?>\n${body}`

describe('虚构样例: other XML', () => {
  it('gives a line for each element that holds text', async () => {
    const file = await readFile(xml('<报告 省="云岭"><标题>民政工作会议</标题>\n <段>会议指出，\n 成效明显。</段><空/><段>甲 &amp; 乙</段></报告>'))
    expect(textsOf(file)).toEqual(['民政工作会议', '会议指出， 成效明显。', '甲 & 乙'])
    expect(file).toMatchObject({ mediaType: 'application/xml', encoding: 'utf-8', warnings: [] })
    expect(file.source.lines.every(({ endsParagraph }) => endsParagraph === true)).toBe(true)
  })

  it('keeps a sentence together that has elements inside', async () => {
    expect(textsOf(await readFile(xml('<r><p>建成<b>老年食堂</b>120<i>个</i>。</p><p><b>第二</b>段</p></r>')))).toEqual(['建成老年食堂120个。', '第二段'])
  })

  it('reads the pages that a feed holds as text', async () => {
    const feed = '<rss><item><title>要闻</title><description><![CDATA[<p>会议<b>强调</b>，要抓实。</p><p>第二段</p>]]></description><d>&lt;img src="a"&gt;图说&lt;br&gt;次行</d></item></rss>'
    expect(textsOf(await readFile(xml(feed)))).toEqual(['要闻', '会议强调，要抓实。', '第二段', '图说', '次行'])
  })

  it.each([
    ['gb2312', 'gb18030', '会议指出，全省民政工作取得明显成效，城乡救助标准稳步提高。'],
    ['big5', 'big5', '會議指出，過去一年長者服務據點增加十二處，照顧兒童的經費逐年成長。'],
    ['gb2312', 'utf-8', '会议指出，全省民政工作取得明显成效，城乡救助标准稳步提高。']
  ] as const)('declared %s, in truth %s', async (declared, encoding, words) => {
    const file = await readFile(encodeAs(xml(`<a><b>${words}</b></a>`, declared), encoding))
    expect(file.encoding).toBe(encoding)
    expect(textsOf(file)).toEqual([words])
  })

  it('refuses a document type, reads what is malformed with a warning', async () => {
    expect((await problemOf(xml('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'))).kind).toBe('forbidden-markup')
    const file = await readFile(xml('<a><b>第一段 &lt;</c><![CDATA[第二段]]><d>第三段 & 尾</a>'))
    expect(textsOf(file)).toEqual(['第一段 <', '第二段', '第三段 & 尾'])
    expect(warningsOf(file)).toEqual(['malformed-xml'])
  })

  it('names what is empty, what is damaged beyond reading and what is nested too deep', async () => {
    expect((await problemOf(xml('<a><b/></a>'))).kind).toBe('no-text')
    expect((await problemOf(xml('<a><b></a'))).kind).toBe('damaged-file')
    expect((await problemOf(xml(`${'<a>'.repeat(600)}甲${'</a>'.repeat(600)}`))).kind).toBe('nested-too-deep')
  })
})
