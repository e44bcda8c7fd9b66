/** Variables of the first level, each with what was judged of its variables of the second level: 1 present, 0 absent. */
export type PmcJudgements = readonly (readonly (0 | 1)[])[]

export interface PmcIndex {
  /** Variable by variable, 0 to 1. */
  readonly variables: readonly number[]
  /** 0 to the number of variables. */
  readonly index: number
  /** What is missing to the full score. */
  readonly depression: number
}

/**
 * Policy Modelling Consistency of one policy: Xᵢ = Σⱼ Xᵢⱼ / T(Xᵢ), T(Xᵢ) the number of second-level variables of Xᵢ;
 * PMC = Σᵢ Xᵢ; depression index = full score − PMC, the full score being the number of first-level variables.
 *
 * Source: M. A. Ruiz Estrada (2011), Policy modeling: Definition, classification and evaluation, Journal of Policy
 * Modeling 33 (4), 523–536; M. A. Ruiz Estrada, S. F. Yap and S. Nagaraj (2008), Beyond the Ceteris Paribus Assumption.
 *
 * @throws RangeError where a first-level variable has no second level: its mean would be 0 / 0.
 */
export function pmcIndex(judgements: PmcJudgements): PmcIndex {
  const variables = judgements.map((own, at) => {
    if (own.length === 0) throw new RangeError(`First-level variable ${String(at + 1)} has no second-level variable`)
    return own.reduce<number>((sum, value) => sum + value, 0) / own.length
  })
  const index = variables.reduce((sum, value) => sum + value, 0)
  return { variables, index, depression: judgements.length - index }
}

/** A grade from a least index on. Papers cut differently, so the bands belong to the sheet. */
export interface PmcBand {
  readonly from: number
  readonly name: string
}

/** The band with the greatest `from` that the index reaches, whatever the order of the bands; null below all of them. */
export function pmcBand(index: number, bands: readonly PmcBand[]): PmcBand | null {
  // sums of fractions: 2.9999999999999996 is 3
  const reached = bands.filter(({ from }) => index >= from - 1e-9)
  return reached.reduce<PmcBand | null>((best, band) => (best === null || band.from > best.from ? band : best), null)
}
