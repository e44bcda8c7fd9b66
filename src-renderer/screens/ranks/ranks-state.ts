import { keptStore, savedOneOf } from '../../state/kept.ts'
import type { RankMeasure } from './theme-lines.ts'

export const rankMeasures: readonly RankMeasure[] = ['length', 'mention']

interface RanksState {
  readonly measure: RankMeasure
  /** First column that is drawn. */
  readonly first: number
  readonly showsTable: boolean
}

export const useRanks = keptStore<RanksState>('ranks', { measure: 'length', first: 0, showsTable: false }, (saved) => ({
  measure: savedOneOf(saved['measure'], rankMeasures, 'length'),
  first: typeof saved['first'] === 'number' && Number.isSafeInteger(saved['first']) && saved['first'] >= 0 ? saved['first'] : 0,
  showsTable: saved['showsTable'] === true
}))

export const setRanks = (change: Partial<RanksState>): void => useRanks.setState(change)
