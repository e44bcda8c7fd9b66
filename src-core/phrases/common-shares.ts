import type { CountedReport } from '../compare/passages.ts'
import { charactersOfSpans, commonText, restrictedTo, sideOf, wholeText } from './common-text.ts'

/** Of two reports: how many characters each has, and how many of them stand in phrases that the other has too. */
export interface CommonShare {
  /** Places in the list of reports; the first is the lower. */
  readonly pair: readonly [number, number]
  readonly characters: readonly [number, number]
  readonly common: readonly [number, number]
}

/** Of both texts together, 0..1; null where neither has a character. */
export function shareInCommon({ characters, common }: Pick<CommonShare, 'characters' | 'common'>): number | null {
  const all = characters[0] + characters[1]
  return all === 0 ? null : (common[0] + common[1]) / all
}

/** Every pair of some reports, on one theme or `wholeText`. Rests after each pair. */
export function* commonShares(reports: readonly CountedReport[], theme: string, shortest: number): Generator<void, CommonShare[]> {
  const sides = reports.map((from) => sideOf(from, theme))
  const characters = sides.map(({ from, spans }) => charactersOfSpans(from, spans))
  const shares: CommonShare[] = []
  for (let first = 0; first < sides.length; first += 1) {
    for (let second = first + 1; second < sides.length; second += 1) {
      const one = sides[first]!
      const another = sides[second]!
      const { own, other } = commonText(one, another, shortest)
      shares.push({ pair: [first, second], characters: [characters[first]!, characters[second]!], common: [charactersOfSpans(one.from, own), charactersOfSpans(another.from, other)] })
      yield
    }
  }
  return shares
}

/** How much of what a report says on a theme the baseline says too, word for word. What is left is its local language. */
export interface LocalShare {
  /** `wholeText`: the whole report; null: its statements without a theme. */
  readonly theme: string | null
  readonly characters: number
  /** Of these, in phrases of the baseline. */
  readonly common: number
}

export interface LocalLanguage {
  readonly report: string
  /** The whole first, then each theme of the codebook that it speaks of, in the order given, then what has none. */
  readonly shares: readonly LocalShare[]
}

/**
 * Reports against a baseline document: a central report, the minutes of a ministry. The whole baseline counts, under
 * whatever theme a phrase stands there. Rests after each report.
 */
export function* localLanguage(reports: readonly CountedReport[], baseline: CountedReport, { themes, shortest }: { readonly themes: readonly string[]; readonly shortest: number }): Generator<void, LocalLanguage[]> {
  const rows: LocalLanguage[] = []
  for (const from of reports) {
    const common = commonText(sideOf(from, wholeText), sideOf(baseline, wholeText), shortest)
    const shareOf = (theme: string | null): LocalShare => {
      const { spans } = sideOf(from, theme)
      return { theme, characters: charactersOfSpans(from, spans), common: charactersOfSpans(from, restrictedTo(common, spans).own) }
    }
    rows.push({ report: from.id, shares: [wholeText, ...themes, null].map(shareOf).filter(({ characters }) => characters > 0) })
    yield
  }
  return rows
}
