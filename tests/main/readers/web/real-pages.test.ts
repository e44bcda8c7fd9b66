import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readReports } from '#core/report/read-reports.ts'
import { referenceContext } from '../../../../src-main/host/reference.ts'
import { readFile, withRole } from './pages.ts'

const folder = new URL('../../../../../shared/data/formats/', import.meta.url)
const isThere = existsSync(folder)
if (!isThere) console.log('没有 ../shared/data/formats：真实网页的测试跳过。 No ../shared/data/formats: the tests on real pages are skipped.')

interface IndexRecord {
  readonly file: string
  readonly must_contain: string | null
  readonly must_not_contain?: readonly string[]
}

const index = isThere ? (JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')) as { records: IndexRecord[] }).records : []
const records = index.filter(({ file }) => /^(?:html|xml)-/.test(file))
const squeezed = (text: string): string => text.replace(/\s+/g, '')
const read = (file: string) => readFile(readFileSync(new URL(file, folder)), { fileName: file })

/** Title, day and kind of source as the page has them; province as the page's article is about. */
const facts = [
  ['html-shanxi-gov.html', '山西品牌丝路行（南美站）正式启动', '2019-09-18', '140000'],
  ['html-deqing-gov.html', '1-10月德清县固定资产投资结构趋稳趋优', '2016-11-22', '330521'],
  ['html-zsnews.html', '顺德区大良街道党工委委员潘卓辉一行到众创金融街开展调研工作', '2019-03-06', '440606'],
  ['html-cjddsb.html', '常德市金融系统积极开展“金融知识普及月 金融知识进万家”活动', '2019-09-23', '430700'],
  ['html-xinhuanet.html', '法国全国大罢工再次严重影响交通', '2019-12-10', null],
  ['html-gmw.html', '宇航员在太空中喝酒会怎么样？后果很严重', '2017-03-10', null],
  ['html-people-charset-lie.html', '女儿出嫁，郑板桥画了几笔兰花当嫁妆', '2019年06月15日', null]
] as const

describe.skipIf(!isThere)('real pages', () => {
  it.each(records.map((record) => [record.file, record] as const))('%s gives its phrase', async (_name, record) => {
    const { source } = await read(record.file)
    if (record.must_contain !== null) expect(squeezed(source.text)).toContain(squeezed(record.must_contain))
    for (const phrase of record.must_not_contain ?? []) expect(squeezed(source.text)).not.toContain(squeezed(phrase))
  })

  it.each(facts)('%s: title, day, source and place', async (name, title, day, place) => {
    const file = await read(name)
    expect(withRole(file, 'title')).toEqual([title])
    expect(withRole(file, 'publication-date').join()).toContain(day)
    expect(withRole(file, 'publisher')).toHaveLength(1)
    const { reports } = readReports(file.source, referenceContext())
    expect(reports).toHaveLength(1)
    expect(squeezed(reports[0]!.title?.text ?? '')).toBe(squeezed(title))
    if (place !== null) expect(reports[0]!.jurisdiction?.code).toBe(place)
    expect(file.source.text).not.toMatch(/上一篇|下一篇|版权所有|ICP备|推荐阅读|相关新闻|热门文章|打印|分享到|关闭窗口|当前位置|现在位置/)
  })

  it.each([['xml-gb2312.xml', 'gb18030'], ['xml-gb18030-labelled-gb2312.xml', 'gb18030'], ['xml-big5.xml', 'big5'], ['html-people-charset-lie.html', 'utf-8']])(
    '%s is %s',
    async (name, encoding) => {
      expect((await read(name)).encoding).toBe(encoding)
    }
  )
})
