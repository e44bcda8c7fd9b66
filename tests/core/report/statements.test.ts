import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codedStatements } from './coded-article.ts'

// Every sentence of this file is invented (虚构样例).

/** `clause -> theme ids`, for the clauses that hold a text. */
function coding(text: string): Record<string, string[]> {
  return Object.fromEntries(
    codedStatements(text).map(({ start, end, themes }) => [text.slice(start, end), themes.map(({ id }) => id)])
  )
}

describe('a clause without words of its own', () => {
  it('has the theme of the clause that opens its sentence', () => {
    expect(coding('要聚焦养老服务提质，推进“安康里”行动更加可及，提升精细化水平。')).toEqual({
      '要聚焦养老服务提质，': ['elderly_care'],
      '推进“安康里”行动更加可及，': ['elderly_care'],
      '提升精细化水平。': ['elderly_care']
    })
  })

  it('loses it where the sentence turns to another subject', () => {
    expect(coding('健全养老服务体系，深化医保支付改革，稳步扩大范围。')).toEqual({
      '健全养老服务体系，': ['elderly_care'],
      '深化医保支付改革，': [],
      '稳步扩大范围。': []
    })
  })

  it('has the theme of the heading over it, with the characters of the heading as evidence', () => {
    const text = '一是健全分层分类的社会救助体系。以精准为重点，完善工作机制。\n二是推动养老服务提质。以县域为重点，厘清权责边界。'
    const statements = codedStatements(text)
    const clause = statements.find(({ start, end }) => text.slice(start, end) === '厘清权责边界。')!
    expect(clause.themes.map(({ id }) => id)).toEqual(['elderly_care'])
    expect(clause.themes[0]!.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(['养老服务'])
    expect(clause.themes[0]!.score).toBeLessThan(0.7)
  })

  it('has none from a heading of framing: what stands under it is of many kinds', () => {
    const text = '一是坚持党的全面领导。依法接受监督，提高效率。\n二是强化安全生产。优化营商流程，提高效率。'
    expect(coding(text)['依法接受监督，']).toEqual([])
    expect(coding(text)['优化营商流程，']).toEqual([])
  })
})

describe('a heading and the paragraph breaks around it', () => {
  const list = '一是健全社会救助体系。以精准为重点，完善机制。\n二是深化婚俗改革。'

  it('speaks for the next paragraph where a break falls behind it', () => {
    expect(coding(`${list}\n以县域为重点，完善清单。`)['以县域为重点，']).toEqual(['marriage'])
    expect(coding(`${list}以县域为重点，完善清单。`)['以县域为重点，']).toEqual(['marriage'])
  })

  it('does not where the items of its list are sentences without a body', () => {
    const bare = '一是健全社会救助体系。二是深化婚俗改革。\n以县域为重点，完善清单。'
    expect(coding(bare)['以县域为重点，']).toEqual([])
  })

  it('ends where the meeting speaks again', () => {
    for (const gap of ['', '\n']) expect(coding(`${list}${gap}会议强调，以县域为重点。`)['以县域为重点。']).toEqual([])
  })
})

describe('a theme of framing', () => {
  it('reaches one clause further in its sentence, a governing one to its end', () => {
    const tail = '锚定目标，完善清单。'
    expect(coding(`坚持党的全面领导，${tail}`)).toMatchObject({ '锚定目标，': ['party_leadership'], '完善清单。': [] })
    expect(coding(`完善养老服务，${tail}`)).toMatchObject({ '锚定目标，': ['elderly_care'], '完善清单。': ['elderly_care'] })
  })
})

describe('a clause with words of its own', () => {
  it('says otherwise than its heading', () => {
    const text = '一是健全社会救助体系。落实残疾人“两项补贴”制度，大力发展慈善事业。\n二是提升养老服务。新建长者食堂。'
    expect(coding(text)).toMatchObject({
      '落实残疾人“两项补贴”制度，': ['disability_welfare'],
      '大力发展慈善事业。': ['charity']
    })
  })

  it('only hinting, counts where its sentence or heading confirms it', () => {
    expect(coding('完善社会治理体系。')).toEqual({ '完善社会治理体系。': [] })
    expect(coding('要完善社会治理体系，壮大社区工作者队伍。')).toEqual({
      '要完善社会治理体系，': ['community_governance'],
      '壮大社区工作者队伍。': ['community_governance']
    })
  })

  it('has evidence that is exactly the words, the surer the more they say', () => {
    const text = '健全养老、慈善、残疾人等事业发展机制，发放高龄津贴。'
    const [list, plain] = codedStatements(text)
    const words = list!.themes.flatMap(({ evidence }) => evidence.map(({ start, end }) => text.slice(start, end)))
    expect(words).toEqual(['养老', '慈善', '残疾人'])
    expect(plain!.themes[0]!.score).toBeGreaterThan(list!.themes[0]!.score)
  })
})

describe('statements of any text', () => {
  const unit = fc.constantFrom('养老服务', '慈善', '、', '，', '。', '“', '”', '（', '）', '\n', '一是', '健全', '1', ' ', '等事业')

  it('run in order, do not overlap, cover all but white space, with evidence inside the text', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        let at = 0
        for (const { start, end, themes } of codedStatements(text)) {
          expect(text.slice(at, start).trim()).toBe('')
          at = end
          expect(new Set(themes.map(({ id }) => id)).size).toBe(themes.length)
          for (const { score, evidence } of themes) {
            expect(score).toBeGreaterThan(0)
            expect(score).toBeLessThanOrEqual(1)
            expect(evidence.length).toBeGreaterThan(0)
            for (const span of evidence) expect(span.start >= 0 && span.start < span.end && span.end <= text.length).toBe(true)
          }
        }
        expect(text.slice(at).trim()).toBe('')
      })
    )
  })
})
