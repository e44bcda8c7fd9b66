import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readReports } from '#core/report/read-reports.ts'
import { sourceFromText, type Source } from '#core/source/source.ts'
import { referenceContext } from '../../../../src-main/host/reference.ts'
import { article, governmentMetas, linesOf, paragraphs, portalPage, readFile, textsOf, title, warningsOf, withRole } from './pages.ts'

// 虚构样例 throughout

const plain = (body: string, head = ''): string => `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`

describe('虚构样例: a page of a government portal', () => {
  it('gives title, day, source, author, each line of the article, attachments and editor, and nothing else', async () => {
    const file = await readFile(portalPage())
    expect(linesOf(file)).toEqual([
      { role: 'title', text: title },
      { role: 'publication-date', text: '发布时间：2023-03-07 09:15' },
      { role: 'publisher', text: '来源： 云岭日报' },
      { role: 'byline', text: '作者：周舟' },
      ...paragraphs.map((text) => ({ role: null, text })),
      { role: 'attachment', text: '附件：' },
      { role: 'attachment', text: '云岭省2023年民政工作要点.docx' },
      { role: 'attachment', text: '会议日程.pdf' },
      { role: 'byline', text: '责任编辑：沈清' }
    ])
    expect(file).toMatchObject({ mediaType: 'text/html', encoding: 'utf-8', warnings: [] })
  })

  it('ends a paragraph with each line', async () => {
    const { source } = await readFile(portalPage())
    expect(source.lines.every(({ endsParagraph }) => endsParagraph === true)).toBe(true)
  })

  it.each(['首页', '当前位置', '上一篇', '下一篇', '相关链接', '澄江市召开养老服务推进会', '微信', '版权所有', 'ICP', '打印', '浏览次数', '隐藏的一段', '脚本', '模板'])(
    'leaves out %s',
    async (words) => {
      expect((await readFile(portalPage())).source.text).not.toContain(words)
    }
  )

  it('takes what the page does not show from its head', async () => {
    const bare = portalPage().replace(/<div class="info">.*<\/div>/, '')
    const file = await readFile(bare)
    expect(withRole(file, 'publication-date')).toEqual(['2023-03-07 09:15'])
    expect(withRole(file, 'publisher')).toEqual(['云岭日报'])
    expect(withRole(file, 'byline')).toEqual(['周舟', '责任编辑：沈清'])
  })

  it('believes the head where the page shows another day and source', async () => {
    const other = portalPage({ metas: governmentMetas.replace('2023-03-07 09:15', '2023-03-09').replace('"云岭日报"', '"新云网"') })
    const file = await readFile(other)
    expect(withRole(file, 'publication-date')).toEqual(['2023-03-09'])
    expect(withRole(file, 'publisher')).toEqual(['新云网'])
  })

  it('takes them from the page where the head has none, the site’s name cut off the title', async () => {
    const file = await readFile(portalPage({ metas: '' }))
    expect(linesOf(file).slice(0, 4)).toEqual([
      { role: 'title', text: title },
      { role: 'publication-date', text: '发布时间：2023-03-07 09:15' },
      { role: 'publisher', text: '来源： 云岭日报' },
      { role: 'byline', text: '作者：周舟' }
    ])
  })

  it('keeps a subtitle that stands between headline and body', async () => {
    const file = await readFile(portalPage().replace('<div class="info">', '<h3>部署今年重点任务</h3><div class="info">'))
    expect(withRole(file, 'heading')).toEqual(['部署今年重点任务'])
  })

  it('does not say the headline and its line twice where the container holds them too', async () => {
    const own = `<h1>${title}</h1><p>2023-03-07 09:15　来源：云岭日报　字体：大 中 小</p>${article}`
    const file = await readFile(portalPage({ body: own }))
    expect(textsOf(file).filter((line) => line.includes('民政工作会议') && !line.includes('召开。'))).toHaveLength(1)
    expect(textsOf(file).filter((line) => line.includes('2023-03-07'))).toHaveLength(1)
  })

  it('names an attachment once that stands in the body, as an attachment', async () => {
    const file = await readFile(portalPage({ body: `${article}<p>附件：1.<a href="a.xlsx">救助标准表.xlsx</a></p>` }).replace(/<div class="fujian">.*<\/div>/, ''))
    expect(withRole(file, 'attachment')).toEqual(['附件：1.救助标准表.xlsx'])
  })

  it('leaves a file named inside a sentence in its sentence', async () => {
    const words = '详见<a href="a.pdf">《工作要点》</a>，请认真组织实施。'
    const file = await readFile(portalPage({ body: `${article}<p>${words}</p>` }))
    expect(linesOf(file)).toContainEqual({ role: null, text: '详见《工作要点》，请认真组织实施。' })
  })

  it('says when the article goes on on other pages', async () => {
    const turn = '<div><a href="1.html">【1】</a><a href="2.html">【2】</a></div>'
    const file = await readFile(portalPage({ body: article + turn }))
    expect(warningsOf(file)).toEqual(['part-of-article'])
    expect(file.source.text).not.toContain('【1】')
  })

  it('keeps a sidebar of prose under 相关链接', async () => {
    const file = await readFile(portalPage({ body: `${article}<p>相关链接</p><p>“一刻钟服务圈”是指居民步行十五分钟可达的服务，全省已建成46个。</p>` }))
    expect(file.source.text).toContain('一刻钟服务圈')
  })
})

describe('虚构样例: what the core makes of a page', () => {
  it('title, day, province and place of publication come out right', async () => {
    const words = '　　3月6日，湖北省民政工作会议在武汉召开。会议要求，要健全社会救助体系，完善养老服务清单。'
    const page = portalPage({ body: `<p>${words}</p>${article}` }).replaceAll(title, '湖北省召开全省民政工作会议')
    const { reports, leftOver } = readReports((await readFile(page)).source, referenceContext())
    expect(reports).toHaveLength(1)
    expect(reports[0]).toMatchObject({ title: { text: '湖北省召开全省民政工作会议' }, date: { iso: '2023-03-06' }, jurisdiction: { code: '420000' } })
    expect(reports[0]!.furniture.map(({ text }) => text)).toContain('来源： 云岭日报')
    expect(reports[0]!.text).not.toContain('云岭日报')
    expect(leftOver).toEqual([])
  })
})

describe('虚构样例: the page’s own metadata', () => {
  const page = (head: string): string => portalPage({ metas: head }).replace(/<div class="info">.*<\/div>/, '').replace(/<h2>.*<\/h2>/, '')

  it('JSON-LD of a NewsArticle', async () => {
    const data = { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite', name: '新云网' }, { '@type': 'NewsArticle', headline: '新云时评', datePublished: '2023-03-08T10:00:00+08:00', publisher: { '@type': 'Organization', name: '新云网' }, author: [{ name: '吴越' }] }] }
    const file = await readFile(page(`<script type="application/ld+json">${JSON.stringify(data)}</script>`))
    expect(linesOf(file).slice(0, 4)).toEqual([
      { role: 'title', text: '新云时评' },
      { role: 'publication-date', text: '2023-03-08T10:00:00+08:00' },
      { role: 'publisher', text: '新云网' },
      { role: 'byline', text: '吴越' }
    ])
  })

  it('broken JSON-LD is no metadata and no error', async () => {
    const file = await readFile(page('<script type="application/ld+json">{"@type": "NewsArticle",</script>'))
    expect(withRole(file, 'title')).toEqual([title])
  })

  it('Open Graph and article:published_time', async () => {
    const file = await readFile(page('<meta property="og:title" content="云岭新闻"><meta property="article:published_time" content="2023-03-08">'))
    expect(withRole(file, 'title')).toEqual(['云岭新闻'])
    expect(withRole(file, 'publication-date')).toEqual(['2023-03-08'])
  })

  it('an author that is the number of an account is none', async () => {
    expect(withRole(await readFile(page('<meta name="author" content="104363">')), 'byline')).toEqual(['责任编辑：沈清'])
  })

  it.each([
    [`${title}_要闻_云岭省人民政府门户网站`, title],
    [`${title} - 云岭省民政厅`, title],
    [`${title}--云岭频道--新云网`, title],
    ['1-10月云岭省投资结构趋优|云岭省发改委', '1-10月云岭省投资结构趋优'],
    ['1-10月云岭省投资结构趋优', '1-10月云岭省投资结构趋优']
  ])('cuts the site off %s', async (whole, wanted) => {
    const file = await readFile(page('').replace(/<title>.*<\/title>/, `<title>${whole}</title>`))
    expect(withRole(file, 'title')).toEqual([wanted])
  })
})

describe('虚构样例: a page without a known container', () => {
  it('is left to the extractor, and its words are taken from the page', async () => {
    const page = portalPage().replace('id="zoom"', 'class="wenzhang"')
    expect(linesOf(await readFile(page))).toEqual(linesOf(await readFile(portalPage())))
  })

  it('an old page laid out in tables has no cells', async () => {
    const menu = ['首页', '新闻', '公告', '领导', '机构', '联系'].map((words) => `<td><a href="/${words}">${words}</a></td>`).join('')
    const body = paragraphs.map((words) => `<p>${words}</p>`).join('')
    const page = plain(
      `<center><table width=950><tr>${menu}</tr></table><table><tr><td><table><tr><td align=center><b>${title}</b><br><font color=red>来源于：澄江市民政局</font></td></tr><tr><td>${body}</td></tr>
       <tr><td>发布日期：2019-03-06　责任编辑：龙泉</td></tr><tr><td>【<a href="javascript:print()">打印本页</a>】【<a href="#">关闭窗口</a>】</td></tr></table></td></tr></table></center>`,
      `<title>${title} 东区_云岭网</title>`
    )
    expect(linesOf(await readFile(page))).toEqual([
      { role: 'title', text: title },
      { role: 'publication-date', text: '发布日期：2019-03-06' },
      { role: 'publisher', text: '来源于：澄江市民政局' },
      ...paragraphs.map((text) => ({ role: null, text })),
      { role: 'byline', text: '责任编辑：龙泉' }
    ])
  })

  it('an index page gives all its visible text, with a warning', async () => {
    const links = Array.from({ length: 30 }, (_, n) => `<li><a href="/${n}.html">云岭要闻第${n}条</a><span>03-0${(n % 9) + 1}</span></li>`).join('')
    const file = await readFile(plain(`<h1>云岭省民政厅</h1><ul>${links}</ul><p hidden>不可见</p>`, '<title>云岭省民政厅</title>'))
    expect(warningsOf(file)).toEqual(['whole-page'])
    expect(textsOf(file)).toHaveLength(31)
    expect(file.source.text).not.toContain('不可见')
  })

  it('says when there is much prose outside of the article', async () => {
    const second = paragraphs.map((words) => `<p>${words.replace('会议', '座谈会')}</p>`).join('')
    const file = await readFile(portalPage().replace('<div class="footer">', `<div class="other">${second}</div><div class="footer">`))
    expect(warningsOf(file)).toEqual(['text-outside-article'])
  })
})

describe('虚构样例: a document that was saved as a page', () => {
  it('is read whole, several reports and all', async () => {
    const file = await readFile(plain(`<h1>${title}</h1>${article}<h1>苍梧市召开民政会议</h1>${article}`, '<meta name=Generator content="Microsoft Word 15"><title>文档1</title>'))
    expect(file.warnings).toEqual([])
    expect(linesOf(file)).toEqual([
      { role: 'heading', text: title },
      ...paragraphs.map((text) => ({ role: null, text })),
      { role: 'heading', text: '苍梧市召开民政会议' },
      ...paragraphs.map((text) => ({ role: null, text }))
    ])
  })

  it('its one first heading is its title, a window title that is not shown is none', async () => {
    const file = await readFile(plain(`<h1>${title}</h1>${article}`, '<title>文档1</title>'))
    expect(linesOf(file)[0]).toEqual({ role: 'title', text: title })
    expect(file.source.text).not.toContain('文档1')
  })
})

describe('the seed as a page', () => {
  const folder = new URL('../../../../seeds/', import.meta.url)
  const seed = readFileSync(new URL(readdirSync(folder).find((name) => name.endsWith('.txt'))!, folder), 'utf8')
  const reportsOf = (source: Source) => readReports(source, referenceContext()).reports.map((report) => ({ ...report, map: null, evidence: null, title: report.title?.text }))
  const escaped = seed.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

  it.each([
    ['preformatted', `<pre>\n${escaped}</pre>`],
    ['with a break at each line end', escaped.replace(/\r?\n/g, '<br>\n')]
  ])('%s gives the reports of the text', async (_name, body) => {
    const ofPage = reportsOf((await readFile(plain(body))).source)
    const ofText = reportsOf(sourceFromText(seed))
    expect(ofPage.map(({ title: own, text }) => [own, text])).toEqual(ofText.map(({ title: own, text }) => [own, text]))
    expect(ofPage.map(({ date, jurisdiction }) => [date?.iso, jurisdiction?.code])).toEqual(ofText.map(({ date, jurisdiction }) => [date?.iso, jurisdiction?.code]))
  })
})

describe('虚构样例: text as the page shows it', () => {
  const shown = async (body: string): Promise<string[]> => textsOf(await readFile(plain(body)))

  it('white space is collapsed, entities are decoded, wide and fixed blanks stay', async () => {
    expect(await shown('<p>  全省\n\t 工作 &amp; &ldquo;会议&rdquo;&#12288;A&nbsp;B &#x4E2D; </p>')).toEqual(['全省 工作 & “会议”\u3000A\u00a0B 中'])
  })

  it('blocks and line breaks part lines, spans do not', async () => {
    expect(await shown('一<div>二<span>三</span><b>四</b></div>五<br>六<br><br>七<ul><li>八<li>九</ul>')).toEqual(['一', '二三四', '五', '六', '', '七', '八', '九'])
  })

  it('headings and the cells of a data table have their roles', async () => {
    const file = await readFile(plain('<h2>指标</h2><table><tr><th>项目<th>数值<tr><td>床位<td>3000<br>张</table><blockquote>引文</blockquote>'))
    expect(linesOf(file)).toEqual([
      { role: 'heading', text: '指标' },
      ...['项目', '数值', '床位', '3000', '张'].map((text) => ({ role: 'cell', text })),
      { role: null, text: '引文' }
    ])
  })

  it('preformatted text keeps its lines, its blanks and its empty lines', async () => {
    expect(await shown('<pre>第一行\n  第 二  行\n\n第三行\n</pre>')).toEqual(['第一行', '第 二  行', '', '第三行'])
  })

  it('a block ends a paragraph, a line break may or may not', async () => {
    const { source } = await readFile(plain('<p>第一行<br>第二行</p><p>第三行</p>'))
    expect(source.lines.map(({ endsParagraph }) => endsParagraph)).toEqual([undefined, true, true])
  })

  it('a headline in two lines is one title', async () => {
    const file = await readFile(portalPage().replace(`<h2>${title}</h2>`, `<h2>${title.slice(0, 5)}<br>${title.slice(5)}</h2>`))
    expect(linesOf(file)).toEqual(linesOf(await readFile(portalPage())))
  })

  it('controls, hidden parts, frames, comments, alternative texts and ruby readings are left out', async () => {
    const hidden =
      '<input value="甲"><select><option>乙</select><button>丙</button><textarea>丁</textarea><iframe>戊</iframe><!-- 己 --><img alt="庚">' +
      '<span hidden>辛</span><span style="visibility: hidden">壬</span><span style="font-size:0">癸</span><div style="color:red;DISPLAY : NONE">子</div><object>丑</object>'
    expect(await shown(`<form><p>正文<ruby>澄<rp>(</rp><rt>chéng</rt><rp>)</rp></ruby>江${hidden}</p></form>`)).toEqual(['正文澄江'])
  })

  it('what is struck through is left out, with a warning', async () => {
    const file = await readFile(plain('<p>标准为<del>七百元</del>七百八十元，<s>试行</s>执行。</p>'))
    expect(textsOf(file)).toEqual(['标准为七百八十元，执行。'])
    expect(warningsOf(file)).toEqual(['struck-out'])
    expect(file.warnings[0]!.message.zh).toContain('5')
  })

  it('numbers of a list are shown where no style sheet may hide them', async () => {
    const list = '<ol start=3><li>健全救助体系。<li>完善养老服务。</ol><ol type=a><li>甲项</ol>'
    expect(await shown(list)).toEqual(['3. 健全救助体系。', '4. 完善养老服务。', 'a. 甲项'])
    expect(textsOf(await readFile(plain(list, '<link rel=stylesheet href=a.css>')))).toEqual(['健全救助体系。', '完善养老服务。', '甲项'])
  })

  it('vector pictures and formulas in the page are harmless', async () => {
    expect(await shown('<p>正文<svg><title>图</title><text>图中字</text><script>1</script></svg>。<math><mi>x</mi></math></p>')).toEqual(['正文。'])
  })

  it('tags that do not fit together are read as a browser reads them', async () => {
    expect(await shown('<div><table><tr><td></div>表内<b>粗<p>段</b>后</table>外</p></i>尾')).toEqual(['表内粗', '段后', '外', '尾'])
  })

  it('XHTML with empty elements in one tag', async () => {
    const file = await readFile('<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head><body><div class="x"/><p>正文<a name="1"/>在此</p></body></html>')
    expect(textsOf(file)).toEqual(['正文在此'])
  })

  it('a NUL and half a pair do no harm', async () => {
    const { source } = await readFile(plain('<p>正\0文&#xD800;&#0;尾</p>'))
    expect(source.text.isWellFormed()).toBe(true)
    expect(source.text).not.toContain('\0')
    expect(source.text).toMatch(/^正.*文.*尾$/)
  })
})
