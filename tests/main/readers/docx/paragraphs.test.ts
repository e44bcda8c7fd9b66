import { describe, expect, it } from 'vitest'
import { docxOfParagraphs, makeDocx, paragraph, paragraphOf, run, runOf } from '../make-docx.ts'
import { fileOf, linesOf, read } from './reading.ts'

describe('虚构样例: paragraphs of a Word document', () => {
  it('gives each paragraph as a line, in order, empty ones too', async () => {
    const lines = ['云岭省召开民政工作会议', '', '会议要求，健全养老服务体系。']
    const file = await fileOf(docxOfParagraphs(lines))
    expect(linesOf(file)).toEqual(lines)
    expect(file.source.lines.every(({ endsParagraph, page }) => endsParagraph === true && page === null)).toBe(true)
    expect(file).toMatchObject({ encoding: null, warnings: [], mediaType: expect.stringContaining('wordprocessingml.document') as string, source: { fileName: '样例.docx' } })
  })

  it('joins runs that are split inside words', async () => {
    expect(await read(paragraphOf(run('仿宋_GB231') + run('2') + run('，养', '<w:b/>') + run('老')))).toEqual(['仿宋_GB2312，养老'])
  })

  it('gives line breaks inside a paragraph as lines, and leaves it to the text whether a paragraph ends there', async () => {
    const body = paragraphOf(run('第一行') + runOf('<w:br/>') + run('第二行') + runOf('<w:cr/><w:t>第三行</w:t>')) + paragraph('下一段')
    const { source } = await fileOf(makeDocx({ body }))
    expect(source.lines.map(({ start, end, endsParagraph }) => [source.text.slice(start, end), endsParagraph])).toEqual([
      ['第一行', undefined], ['第二行', undefined], ['第三行', true], ['下一段', true]
    ])
  })

  it('makes no line of a page break before or after a paragraph’s text', async () => {
    const pageBreak = runOf('<w:br w:type="page"/>')
    expect(await read(paragraphOf(pageBreak + run('甲')) + paragraphOf(run('乙') + pageBreak) + paragraphOf(run('丙') + pageBreak + run('丁')))).toEqual(['甲', '乙', '丙', '丁'])
  })

  it('keeps tabs, hyphens that do not break, soft hyphens and full-width spaces', async () => {
    const body = paragraphOf(run('　　甲') + runOf('<w:tab/>') + run('乙') + runOf('<w:noBreakHyphen/>') + run('丙') + runOf('<w:softHyphen/>') + run('丁') + runOf('<w:ptab w:alignment="right"/>') + run('1'))
    expect(await read(body)).toEqual(['　　甲\t乙\u2011丙\u00ad丁\t1'])
  })

  it('takes no tab from the list of tab stops', async () => {
    expect(await read(paragraph('正文', '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'))).toEqual(['正文'])
  })

  it('strips blanks at the ends of a text only where the file does not keep them', async () => {
    expect(await read(paragraphOf(runOf('<w:t> 甲\n </w:t>') + runOf('<w:t xml:space="preserve"> 乙 </w:t>') + runOf('<w:t>丙\n丁</w:t>')))).toEqual(['甲 乙 丙 丁'])
  })

  it('reads symbols of Wingdings and Symbol as characters, others by their codes', async () => {
    const symbol = (font: string, code: string): string => runOf(`<w:sym w:font="${font}" w:char="${code}"/>`)
    expect(await read(paragraphOf(symbol('Wingdings', 'F0FC') + symbol('Symbol', 'F061') + symbol('宋体', '2460') + symbol('Wingdings 2', 'F052')))).toEqual(['✔α①☑'])
    expect(await read(paragraphOf(run('\uf0a7', '<w:rFonts w:ascii="Wingdings"/>') + run('l', '<w:rFonts w:ascii="Wingdings"/>') + run('养老')))).toEqual(['▪●养老'])
  })

  it('shows a symbol it does not know as � and says how many', async () => {
    const file = await fileOf(makeDocx({ body: paragraphOf(run('甲') + runOf('<w:sym w:font="Webdings" w:char="F031"/>')) }))
    expect(linesOf(file)).toEqual(['甲\ufffd'])
    expect(file.warnings.map(({ kind }) => kind)).toEqual(['unknown-symbols'])
  })

  it('leaves hidden text out, by run, by style of either kind, and says how much', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="暗"/><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="C"><w:name w:val="暗字"/><w:rPr><w:vanish/></w:rPr></w:style>'
    const body =
      paragraphOf(run('明') + run('暗一', '<w:vanish/>') + run('亮', '<w:vanish w:val="0"/>') + run('暗二', '<w:rStyle w:val="C"/>')) +
      paragraphOf(run('暗三') + run('又明', '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="H"/>')
    const file = await fileOf(makeDocx({ body, styles }))
    expect(linesOf(file)).toEqual(['明亮', '又明'])
    expect(file.warnings).toMatchObject([{ kind: 'hidden-text', message: { zh: expect.stringContaining('6 个') as string } }])
  })

  it('reads a heading run in by a hidden mark as one paragraph, and a wholly hidden paragraph as none', async () => {
    const hidden = '<w:rPr><w:vanish/><w:specVanish/></w:rPr>'
    const body = paragraph('总体要求。', hidden) + paragraph('坚持以人民为中心。') + paragraphOf(run('暗', '<w:vanish/>'), '<w:rPr><w:vanish/></w:rPr>') + paragraph('末段')
    expect(await read(body)).toEqual(['总体要求。坚持以人民为中心。', '末段'])
  })

  it('reads ruby as its base, and a formula as a line', async () => {
    const ruby = runOf(`<w:ruby><w:rubyPr/><w:rt>${run('yǎng')}</w:rt><w:rubyBase>${run('养')}</w:rubyBase></w:ruby>`)
    const m = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`
    const formula = `<m:oMath>${m('x=')}<m:f><m:num>${m('1')}</m:num><m:den>${m('2')}</m:den></m:f>${m('+')}<m:sSup><m:e>${m('10')}</m:e><m:sup>${m('4')}</m:sup></m:sSup><m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>${m('a')}</m:e></m:d><m:rad><m:radPr/><m:deg/><m:e>${m('b')}</m:e></m:rad></m:oMath>`
    expect(await read(paragraphOf(ruby + run('老')) + paragraphOf(formula))).toEqual(['养老', 'x=1/2+10^4[a]√(b)'])
    expect(await read(`<m:oMathPara><m:oMath>${m('a')}</m:oMath></m:oMathPara>` + paragraph('后'))).toEqual(['a', '后'])
  })

  it('reads through smart tags, content controls, custom XML and links, and not through their settings', async () => {
    const body =
      paragraphOf(`<w:smartTag><w:smartTagPr><w:attr w:name="x" w:val="y"/></w:smartTagPr>${run('甲')}</w:smartTag><w:customXml><w:customXmlPr/>${run('乙')}</w:customXml><w:hyperlink w:anchor="a">${run('丙')}</w:hyperlink>`) +
      `<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr><w:placeholder/></w:sdtPr><w:sdtContent>${paragraph('丁')}</w:sdtContent></w:sdt>`
    expect(await read(body)).toEqual(['甲乙丙', '丁'])
  })

  it('leaves open where paragraphs end in text that was pasted line by line', async () => {
    // 虚构样例
    const pasted = ['会议指出，过去一年，全省民政系统坚持', '以人民为中心的发展思想，扎实推进各项', '工作，取得明显成效。会议强调，要健全', '基本养老服务体系，推动居家社区机构养', '老协调发展，完善分层分类的社会救助', '体系，做好低收入人口动态监测，兜住', '兜准兜牢民生底线。会议要求，各地各', '部门要主动担当作为，加强协作配合，', '确保各项任务落到实处，见到成效。']
    const { source } = await fileOf(docxOfParagraphs([...pasted, '', ...pasted]))
    expect(source.lines.filter(({ endsParagraph }) => endsParagraph !== undefined)).toEqual([])
  })

  it('trusts the ends of paragraphs where sentences end in them, and of lists', async () => {
    const sentences = Array.from({ length: 20 }, () => '会议指出，要坚持以人民为中心的发展思想。')
    const names = Array.from({ length: 20 }, (_, n) => ['李庆', '王文序', '欧阳小明'][n % 3]!)
    const items = Array.from({ length: 20 }, (_, n) => `健全基本养老服务体系建设第${n + 10}项`)
    for (const lines of [sentences, names, items]) {
      const { source } = await fileOf(docxOfParagraphs(lines))
      expect(source.lines.every(({ endsParagraph }) => endsParagraph === true)).toBe(true)
    }
  })

  it('takes roles from styles, their outline levels, and what they are based on', async () => {
    const style = (id: string, name: string, properties = '', basedOn = ''): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn}${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}</w:style>`
    const styles =
      style('a3', 'Title') + style('1', 'heading 1', '<w:outlineLvl w:val="0"/>') + style('my', '小标题', '', '<w:basedOn w:val="1"/>') +
      style('gw', '公文标题') + style('body', '仿宋正文', '<w:outlineLvl w:val="9"/>', '<w:basedOn w:val="1"/>') + style('loop', '环', '', '<w:basedOn w:val="loop"/>')
    const styled = (id: string): string => paragraph(id, `<w:pStyle w:val="${id}"/>`)
    const body = ['a3', '1', 'my', 'gw', 'body', 'loop', 'none'].map(styled).join('') + paragraph('大纲', '<w:outlineLvl w:val="1"/>') + paragraph('取消', '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>') + paragraph('居中', '<w:jc w:val="center"/>')
    expect(await read({ body, styles })).toEqual(['title: a3', 'heading: 1', 'heading: my', 'title: gw', 'body', 'loop', 'none', 'heading: 大纲', '取消', '居中'])
  })
})
