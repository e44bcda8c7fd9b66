import { describe, expect, it } from 'vitest'
import { coOccurrence, overlapIn } from '#core/statistics/co-occurrence.ts'
import { cosine } from '#core/statistics/cosine.ts'
import { inverseDocumentFrequency } from '#core/statistics/inverse-document-frequency.ts'
import { jaccard } from '#core/statistics/jaccard.ts'
import { ochiai } from '#core/statistics/ochiai.ts'
import { overlapOf } from '#core/statistics/overlap.ts'
import { perThousand } from '#core/statistics/per-thousand.ts'
import { revealedAdvantage } from '#core/statistics/revealed-advantage.ts'
import { tfIdf } from '#core/statistics/tf-idf.ts'

/** Manning, Raghavan and Schütze (2008), Introduction to Information Retrieval, figure 6.13: affection, jealous, gossip. */
const novel = (...counts: number[]): Map<string, number> => new Map(['affection', 'jealous', 'gossip'].map((term, index) => [term, counts[index]!]))
const senseAndSensibility = novel(115, 10, 2)
const prideAndPrejudice = novel(58, 7, 0)
const wutheringHeights = novel(20, 11, 6)

const bigrams = (word: string): Set<string> => new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)))

describe('frequency and weight', () => {
  it('per thousand: 3 of 1,500 are 2; of nothing, nothing', () => {
    expect([perThousand(3, 1500), perThousand(0, 0)]).toEqual([2, null])
  })

  it('idf: car 1.65, auto 2.08, insurance 1.62, best 1.5 among 806,791 documents (Manning et al. 2008, figure 6.8, there with log₁₀)', () => {
    const decimal = (having: number) => inverseDocumentFrequency(806_791, having)! / Math.LN10
    const [car, auto, insurance, best] = [18_165, 6_723, 19_241, 25_235].map(decimal) as [number, number, number, number]
    expect(car).toBeCloseTo(1.65, 2)
    expect(auto).toBeCloseTo(2.08, 2)
    expect(insurance).toBeCloseTo(1.62, 2)
    expect(best).toBeCloseTo(1.5, 1)
    expect(inverseDocumentFrequency(5, 0)).toBeNull()
  })

  it('tf-idf by hand: 4, 0, 2 and 0 times in four documents is 4 ln 2, 0, 2 ln 2, 0; what all have weighs nothing', () => {
    expect(tfIdf([4, 0, 2, 0])).toEqual([4 * Math.LN2, 0, 2 * Math.LN2, 0])
    expect(tfIdf([4, 1])).toEqual([0, 0])
    expect(tfIdf([0, 0])).toEqual([0, 0])
  })
})

describe('likeness', () => {
  it('cosine: two novels of Austen .999, Austen and Brontë .888 (Manning et al. 2008, example 6.4)', () => {
    expect(cosine(senseAndSensibility, prideAndPrejudice)).toBeCloseTo(0.999, 3)
    expect(cosine(senseAndSensibility, wutheringHeights)).toBeCloseTo(0.888, 2)
  })

  it('cosine is 1 for equal proportions, 0 without a common term, nothing for an empty text', () => {
    expect(cosine(new Map([['养老', 1], ['服务', 2]]), new Map([['养老', 3], ['服务', 6]]))).toBeCloseTo(1, 12)
    expect(cosine(new Map([['养老', 1]]), new Map([['服务', 1]]))).toBe(0)
    expect(cosine(new Map(), senseAndSensibility)).toBeNull()
  })

  it('Jaccard: the bigrams of bord and boardroom have 2 of 9 in common (Manning et al. 2008, section 3.3.4)', () => {
    expect(jaccard(overlapOf(bigrams('bord'), bigrams('boardroom')))).toBeCloseTo(2 / 9, 12)
    expect(jaccard(overlapOf(new Set(), new Set()))).toBeNull()
  })

  it('Ochiai by hand: 2 in common of 4 and of 9 is 2 / 6', () => {
    expect(ochiai({ both: 2, one: 4, other: 9 })).toBeCloseTo(1 / 3, 12)
    expect(ochiai({ both: 0, one: 0, other: 9 })).toBeNull()
  })
})

describe('co-occurrence', () => {
  it('counts units, by hand: 养老 in three, 服务 in two, both in two; others are passed over', () => {
    const units = ['养老 服务', '养老 服务 低保', '养老', '低保'].map((words) => new Set(words.split(' ')))
    const matrix = coOccurrence(units, ['养老', '服务'])
    expect(matrix).toEqual([[3, 2], [2, 2]])
    expect(jaccard(overlapIn(matrix, 0, 1))).toBeCloseTo(2 / 3, 12)
    expect(ochiai(overlapIn(matrix, 0, 1))).toBeCloseTo(2 / Math.sqrt(6), 12)
  })
})

describe('revealed comparative advantage', () => {
  it('by hand: of 10 and 30 words the first document has 养老 5 times of 10, the whole 10 of 40: RCA 2', () => {
    const rca = revealedAdvantage([[5, 5], [5, 25]])
    expect(rca[0]).toEqual([2, (5 * 40) / (10 * 30)])
    expect(rca[1]![0]).toBeCloseTo(2 / 3, 12) // (5/30) / (10/40)
    expect(rca[1]![1]).toBeCloseTo(10 / 9, 12) // (25/30) / (30/40)
  })

  it('says nothing of a document without a term, and of a term without a document', () => {
    expect(revealedAdvantage([[0, 0], [1, 0]])).toEqual([[null, null], [1, null]])
    expect(revealedAdvantage([])).toEqual([])
  })
})
