import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGazetteer } from '#core/places/gazetteer.ts'
import { readMetadata } from '#core/report/metadata.ts'
import { divideSource } from '#core/source/divide.ts'
import { sourceFromText } from '#core/source/source.ts'
import { divisions } from '../../../src-main/host/divisions.ts'
import type { Article, FurnitureKind } from '#core/source/article.ts'

const gazetteer = buildGazetteer(divisions)

/** An article as the splitter would hand it over. */
function inventedArticle(title: string, text: string, furniture: readonly (readonly [FurnitureKind, string])[] = []): Article {
  return {
    title: title === '' ? null : { text: title, spans: [] },
    text,
    map: { cleanLength: text.length, pieces: [{ clean: 0, source: 0, length: text.length }] },
    paragraphs: [{ start: 0, end: text.length }],
    furniture: furniture.map(([kind, line]) => ({ kind, text: line, spans: [] })),
    confidence: 1,
    evidence: []
  }
}

describe('the seed', () => {
  const seed = readFileSync(new URL('../../../seeds/000_8625d94934d53eac.txt', import.meta.url), 'utf8')
  const { articles } = divideSource(sourceFromText(seed), gazetteer)
  const [zhejiang, hubei] = readMetadata(articles, '000_8625d94934d53eac.txt', gazetteer)

  it('has Zhejiang, of 2023 because it looks back on 2022', () => {
    expect(zhejiang).toMatchObject({
      jurisdiction: { code: '330000', basis: 'title' },
      date: { iso: '2023-02-10', asWritten: '2月10日', yearBasis: 'text' },
      meeting: '浙江省民政工作座谈会',
      place: '杭州',
      reporter: '李庆',
      attribution: '浙江省民政厅'
    })
    expect(zhejiang!.officials.map(({ name, title }) => [name, title])).toEqual([
      ['王文序', '浙江省副省长'],
      ['徐晓光', '浙江省政府副秘书长'],
      ['沈铭权', '浙江省民政厅党组书记、厅长']
    ])
  })

  it('has Hubei, whose year comes from the report beside it', () => {
    expect(hubei).toMatchObject({
      jurisdiction: { code: '420000', basis: 'title' },
      date: { iso: '2023-02-08', asWritten: '2月8日', yearBasis: 'sibling' },
      meeting: '全省民政工作会议',
      place: null
    })
    expect(hubei!.officials.map(({ name, title }) => [name, title])).toEqual([
      ['王忠林', '省长'],
      ['邵新宇', '副省长'],
      ['陈昌宏', '省民政厅党组书记、厅长']
    ])
  })

  it('leaves Hubei’s year open where it stands alone', () => {
    expect(readMetadata([articles[1]!], '', gazetteer)[0]!.date).toEqual({ iso: null, precision: 'day', asWritten: '2月8日', yearBasis: 'none' })
  })
})

describe('what articles of one source say of each other (虚构样例)', () => {
  const dated = inventedArticle('浙江召开会议', '2023年2月10日，浙江省召开会议。')

  it('is a year, for a day near theirs', () => {
    const read = readMetadata([dated, inventedArticle('湖北召开会议', '3月8日，湖北省召开会议。')], '', gazetteer)
    expect(read[1]!.date).toMatchObject({ iso: '2023-03-08', yearBasis: 'sibling' })
  })

  it('is no year for a day far from theirs', () => {
    const read = readMetadata([dated, inventedArticle('湖北召开会议', '9月8日，湖北省召开会议。')], '', gazetteer)
    expect(read[1]!.date).toMatchObject({ iso: null, yearBasis: 'none' })
  })

  it('is a province only where the text speaks as one', () => {
    const province = inventedArticle('省民政厅召开会议', '2月11日，省民政厅召开会议，部署全省工作。')
    const nothing = inventedArticle('社区里的食堂', '食堂开张，老人满意。')
    expect(readMetadata([dated, province], '', gazetteer)[1]!.jurisdiction).toMatchObject({ code: '330000', basis: 'sibling' })
    expect(readMetadata([dated, nothing], '', gazetteer)[1]!.jurisdiction).toBeNull()
  })
})

describe('a work report (虚构样例)', () => {
  const report = inventedArticle(
    '政府工作报告',
    '——2026年2月5日在安徽省第十四届人民代表大会第四次会议上\n省人民政府省长 张三元\n各位代表：\n现在，我代表省人民政府，向大会报告政府工作。王力书记多次调研。',
    [['publication-date', '时间：2026-02-11'], ['attribution', '来源：某某日报']]
  )

  it('is of the day it was delivered, by the one who delivered it', () => {
    expect(readMetadata([report], '', gazetteer)[0]).toMatchObject({
      jurisdiction: { name: '安徽省' },
      date: { iso: '2026-02-05', asWritten: '2026年2月5日', yearBasis: 'text' },
      meeting: '安徽省第十四届人民代表大会第四次会议',
      officials: [{ name: '张三元', title: '省人民政府省长' }],
      attribution: '某某日报',
      issuer: '安徽省人民政府'
    })
  })
})

describe('news of a work report (虚构样例)', () => {
  it('has its own officials, not the speaker alone', () => {
    const news = inventedArticle('市人代会开幕', '1月9日，青岛市人民代表大会会议开幕，市长刘海作政府工作报告。副市长王震参加审议。')
    expect(readMetadata([news], '', gazetteer)[0]!.officials.map(({ name }) => name)).toEqual(['刘海', '王震'])
  })

  it('is delivered by whoever stands alone below the headline', () => {
    const report = inventedArticle('政府工作报告', '——2025年1月14日在天津市第十八届人民代表大会第三次会议上\n天津市市长 王工\n各位代表：\n现在，我代表市人民政府，向大会报告政府工作。')
    expect(readMetadata([report], '', gazetteer)[0]!.officials).toMatchObject([{ name: '王工', title: '天津市市长' }])
  })
})

describe('what is not known', () => {
  it('is null', () => {
    expect(readMetadata([inventedArticle('', '')], '', gazetteer)[0]).toEqual({
      jurisdiction: null, date: null, meeting: null, place: null, officials: [], reporter: null, attribution: null, documentNumber: null, issuer: null
    })
  })
})

describe('any text at all', () => {
  const pieces = ['省长', '书记', '王', '李三元', '、', '，', '。', '\n', '2月', '10日', '２０２３年', '至', '在', '召开', '会议', '浙江', '朝阳区', '（', '）', '·', '艾力', '近日', '电', '据', '记者', '〔2023〕', '号', '我代表', '\ud800', ' ', 'x']

  it('is read without failing, and names stand where they are said to stand', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        const text = parts.join('')
        const [read] = readMetadata([inventedArticle(text.slice(0, 20), text)], text.slice(0, 12), gazetteer)
        for (const { name, span } of read!.officials) expect(text.slice(span.start, span.end)).toBe(name)
        expect(readMetadata([inventedArticle(text.slice(0, 20), text)], text.slice(0, 12), gazetteer)).toEqual([read])
      }),
      { numRuns: 400, seed: 20230210 }
    )
  })
})
