import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countReport, type CountedReport } from '#core/compare/passages.ts'
import { commonShares, localLanguage, shareInCommon } from '#core/phrases/common-shares.ts'
import { charactersOfSpans, commonText, sideOf, wholeText } from '#core/phrases/common-text.ts'
import { findPhrases, type PhraseOptions } from '#core/phrases/phrases.ts'
import { quotedWordings } from '#core/phrases/quoted-wordings.ts'
import { useIndex } from '#core/phrases/use-index.ts'
import { readReports } from '#core/report/read-reports.ts'
import { sourceFromText } from '#core/source/source.ts'
import { referenceContext } from '../../../src-main/host/reference.ts'
import { inventedReport, type Invented } from '../compare/invented-reports.ts'
import { ended } from '../ended.ts'

// 虚构样例: but for the seed, nobody said what these texts say

const counted = (invented: Invented): CountedReport => countReport(inventedReport(invented))

const everything: PhraseOptions = { origins: ['own', 'programme', 'quoted', 'shared'], own: [], shortest: 5, least: 1 }

const east = counted({ id: 'east', date: '2023-02-10', clauses: [['推进“云杉康养”，', 'care'], ['坚持“山区先行”；', 'rural'], ['打造山区助餐服务网络。', 'care']], programmes: [['云杉康养', 'care']] })
const west = counted({ id: 'west', date: '2022-03-01', clauses: [['学习“云杉康养”经验，', 'care'], ['织密山区助餐服务网络。', 'care']] })
const undated = counted({ id: 'undated', clauses: [['再说云杉康养，云杉康养。']] })

describe('提法: who uses which wording, since when, under which theme', () => {
  const phrases = ended(findPhrases([east, west, undated], everything))
  const named = (text: string) => phrases.find((phrase) => phrase.text === text)

  it('counts every place that has the characters, whoever reads them as a name', () => {
    expect(named('云杉康养')).toEqual({
      text: '云杉康养',
      origins: ['programme'],
      count: 4,
      users: [{ report: 'east', count: 1 }, { report: 'west', count: 1 }, { report: 'undated', count: 2 }],
      themes: [{ theme: 'care', count: 2 }, { theme: null, count: 2 }],
      since: { report: 'west', date: west.report.date }
    })
  })

  it('tells a slogan from a name, and a shared phrase from both', () => {
    expect(named('山区先行')?.origins).toEqual(['quoted'])
    expect(named('山区助餐服务网络')).toMatchObject({ origins: ['shared'], count: 2, users: [{ report: 'east' }, { report: 'west' }] })
  })

  it('says what is in use by most first, and leaves out what too few use', () => {
    expect(phrases[0]?.text).toBe('云杉康养')
    expect(ended(findPhrases([east, west, undated], { ...everything, least: 3 })).map(({ text }) => text)).toEqual(['云杉康养'])
  })

  it('follows the names of the researcher, and says of none that it is used where it is not', () => {
    const own = ended(findPhrases([east, west], { ...everything, origins: ['own'], own: ['助餐', '云杉康养', '无人提及'] }))
    expect(own.map(({ text, origins }) => [text, origins])).toEqual([['云杉康养', ['own']], ['助餐', ['own']]])
  })

  it('an undated report is nobody’s beginning', () => {
    expect(ended(findPhrases([undated], { ...everything, origins: ['own'], own: ['云杉康养'] }))[0]?.since).toBeNull()
  })

  it('takes no sentence for a wording', () => {
    expect(quotedWordings('他说：“我们今天来。明天走。”又说“一老一小”，再说“一老一小”。')).toEqual(['一老一小'])
  })
})

describe('places of many wordings', () => {
  const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 60 })
  const wordings = fc.uniqueArray(fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 2, maxLength: 4 }), { maxLength: 8 })

  it('are those that looking for each alone would find', () => {
    fc.assert(
      fc.property(letters, wordings, (text, wanted) => {
        const uses = useIndex(wanted)(text)
        for (const wording of wanted) {
          const alone: number[] = []
          for (let at = text.indexOf(wording); at >= 0; at = text.indexOf(wording, at + wording.length)) alone.push(at)
          expect(uses.get(wording) ?? []).toEqual(alone)
        }
      })
    )
  })
})

describe('text in common', () => {
  it('is the share of both texts that stands in phrases of both, reckoned by hand', () => {
    const [share] = ended(commonShares([east, west], 'care', 5))
    // east: 推进“云杉康养”， (9) and 打造山区助餐服务网络。 (11); west: 学习“云杉康养”经验， (11) and 织密山区助餐服务网络。 (11); in common 山区助餐服务网络 (8); 云杉康养 has but 4
    expect(share).toEqual({ pair: [0, 1], characters: [20, 22], common: [8, 8] })
    expect(shareInCommon(share!)).toBeCloseTo(16 / 42)
    expect(ended(commonShares([east, west], 'care', 4))[0]?.common).toEqual([12, 12])
  })

  it('is not known where neither says anything', () => {
    expect(shareInCommon({ characters: [0, 0], common: [0, 0] })).toBeNull()
    expect(ended(commonShares([east, west], 'nothing', 5))[0]).toEqual({ pair: [0, 1], characters: [0, 0], common: [0, 0] })
  })

  it('says of each phrase where it stands in both, to the character', () => {
    const { phrases } = commonText(sideOf(east, 'care'), sideOf(west, 'care'), 5)
    expect(phrases).toHaveLength(1)
    for (const [from, spans] of [[east, phrases[0]!.own], [west, phrases[0]!.other]] as const) {
      expect(spans.map(({ start, end }) => from.report.text.slice(start, end))).toEqual(['山区助餐服务网络'])
    }
  })

  it('covers a text whole where it is compared with itself, and two ways round is one and the same', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }), fc.array(fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }), (a, b) => {
        const one = counted({ id: 'one', clauses: a.map((text) => [text, 'care'] as const) })
        const other = counted({ id: 'other', clauses: b.map((text) => [text, 'care'] as const) })
        const there = commonText(sideOf(one, wholeText), sideOf(other, wholeText), 2)
        const back = commonText(sideOf(other, wholeText), sideOf(one, wholeText), 2)
        expect([back.other, back.own]).toEqual([there.own, there.other])
        if (one.report.text.length >= 2) {
          const itself = commonText(sideOf(one, wholeText), sideOf({ ...one, id: 'twin' }, wholeText), 2)
          expect(charactersOfSpans(one, itself.own)).toBe(one.characters)
        }
      })
    )
  })
})

describe('local language against a baseline', () => {
  it('is what the baseline does not say, theme by theme', () => {
    const baseline = counted({ id: 'centre', clauses: [['织密山区助餐服务网络。', 'other']] })
    const [row] = ended(localLanguage([east], baseline, { themes: ['care', 'rural', 'unspoken'], shortest: 5 }))
    expect(row).toEqual({
      report: 'east',
      shares: [
        { theme: wholeText, characters: east.characters, common: 8 },
        { theme: 'care', characters: 20, common: 8 },
        { theme: 'rural', characters: 9, common: 0 }
      ]
    })
  })
})

describe('the seed', () => {
  const bytes = readFileSync(new URL('../../../seeds/000_8625d94934d53eac.txt', import.meta.url))
  const source = sourceFromText(bytes.toString('utf8'), '000_8625d94934d53eac.txt')
  const reports = readReports(source, referenceContext()).reports.map((report, index) => countReport({ id: String(index), report, sourceFile: source.fileName, sha256: '0'.repeat(64), lines: source.lines }))

  it('has names of Zhejiang alone, and phrases of both provinces, each where its characters stand', () => {
    const phrases = ended(findPhrases(reports, everything))
    const own = phrases.find(({ text }) => text === '浙里康养')!
    expect(own.origins).toContain('programme')
    expect(own.users).toHaveLength(1)
    const shared = phrases.filter(({ origins }) => origins.includes('shared'))
    expect(shared.length).toBeGreaterThan(3)
    for (const { text, users, count } of phrases) {
      expect(users.reduce((sum, user) => sum + user.count, 0)).toBe(count)
      for (const user of users) expect(reports[Number(user.report)]!.report.text.split(text).length - 1).toBe(user.count)
    }
    for (const { users } of shared) expect(users.length).toBe(2)
  })
})
