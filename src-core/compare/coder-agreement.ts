import { cohenKappa } from '../statistics/cohen-kappa.ts'
import { holsti } from '../statistics/holsti.ts'
import { krippendorffAlpha } from '../statistics/krippendorff-alpha.ts'
import { percentAgreement } from '../statistics/percent-agreement.ts'
import { codedPairs } from '../statistics/ratings.ts'
import type { CodedReport } from './coded-units.ts'

/**
 * How far coders agree on one theme, or on all of them pooled. A figure that is null cannot be said (its file tells
 * why); one that is absent is not a figure of so many coders: percent, kappa and Holsti are of two, alpha of all.
 */
export interface AgreementRow {
  /** null: all themes, each statement × theme a unit. */
  readonly theme: string | null
  /** Places in the list of coders: two of them, or all. */
  readonly coders: readonly number[]
  readonly units: number
  /** Coder by coder: to how many units the theme was assigned. */
  readonly assigned: readonly number[]
  /** Units to which all of these coders assigned it. */
  readonly shared: number
  readonly percent?: number | null
  readonly kappa?: number | null
  readonly holsti?: number | null
  readonly alpha?: number | null
}

/**
 * Agreement of two or more coders over the statements of some reports. Of each statement each coder said of each theme
 * whether it is assigned: the values are nominal and there is no gap. First all themes pooled, then theme by theme.
 *
 * @param themes ids of those that could be assigned, in their order; one that nobody assigned varies in nothing
 */
export function coderAgreement(reports: readonly CodedReport[], coders: number, themes: readonly string[]): AgreementRow[] {
  const ratings = new Map(themes.map((theme) => [theme, ratingsOf(reports, coders, theme)]))
  const pooled = Array.from({ length: coders }, (_, coder) => themes.flatMap((theme) => ratings.get(theme)![coder]!))
  return [...rowsOf(null, pooled), ...themes.flatMap((theme) => rowsOf(theme, ratings.get(theme)!))]
}

type Value = '1' | '0'

const ratingsOf = (reports: readonly CodedReport[], coders: number, theme: string): Value[][] =>
  Array.from({ length: coders }, (_, coder) => reports.flatMap(({ coded }) => coded[coder]!.map((own): Value => (own.has(theme) ? '1' : '0'))))

function rowsOf(theme: string | null, ratings: readonly (readonly Value[])[]): AgreementRow[] {
  const all = ratings.map((_, coder) => coder)
  const pairs = all.flatMap((first) => all.slice(first + 1).map((second): [number, number] => [first, second]))
  const alpha = krippendorffAlpha(ratings)
  if (pairs.length === 1) return [{ ...pairRow(theme, ratings, pairs[0]!), alpha }]
  return [...pairs.map((pair) => pairRow(theme, ratings, pair)), { ...countsOf(theme, ratings, all), alpha }]
}

function pairRow(theme: string | null, ratings: readonly (readonly Value[])[], coders: readonly [number, number]): AgreementRow {
  const pairs = codedPairs(ratings[coders[0]]!, ratings[coders[1]]!)
  const counts = countsOf(theme, ratings, coders)
  const [first, second] = counts.assigned
  return { ...counts, percent: percentAgreement(pairs), kappa: cohenKappa(pairs), holsti: holsti({ shared: counts.shared, first: first!, second: second! }) }
}

function countsOf(theme: string | null, ratings: readonly (readonly Value[])[], coders: readonly number[]): AgreementRow {
  const own = coders.map((coder) => ratings[coder]!)
  const units = own[0]!
  return {
    theme,
    coders,
    units: units.length,
    assigned: own.map((values) => values.filter((value) => value === '1').length),
    shared: units.filter((_, unit) => own.every((values) => values[unit] === '1')).length
  }
}
