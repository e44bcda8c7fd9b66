import { usualShortest } from '#core/phrases/bounds.ts'
import { wholeText } from '#core/phrases/common-text.ts'
import { phraseOrigins, type PhraseOrigin } from '#core/phrases/phrases.ts'
import { keptStore, savedOneOf } from '../../state/kept.ts'

export const phraseTabs = ['phrases', 'common', 'local'] as const

export type PhraseTab = (typeof phraseTabs)[number]

export const shortests = [4, 5, 6, 8, 10, 12] as const

interface PhrasesState {
  readonly tab: PhraseTab
  readonly origins: readonly PhraseOrigin[]
  readonly least: number
  readonly shortest: number
  /** A theme's id, or `wholeText`. */
  readonly theme: string
  /** Report id; '' for none. */
  readonly baseline: string
}

const initial: PhrasesState = { tab: 'phrases', origins: phraseOrigins, least: 1, shortest: usualShortest, theme: wholeText, baseline: '' }

const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise)

export const usePhrases = keptStore<PhrasesState>('phrases', initial, (saved) => {
  const { origins } = saved
  const known = Array.isArray(origins) ? phraseOrigins.filter((origin) => origins.includes(origin)) : phraseOrigins
  return {
    tab: savedOneOf(saved['tab'], phraseTabs, initial.tab),
    origins: known.length === 0 ? phraseOrigins : known,
    least: typeof saved['least'] === 'number' && saved['least'] >= 1 ? saved['least'] : initial.least,
    shortest: savedOneOf<number>(saved['shortest'], shortests, initial.shortest),
    theme: text(saved['theme'], initial.theme),
    baseline: text(saved['baseline'], initial.baseline)
  }
})

export const setPhrases = (change: Partial<PhrasesState>): void => usePhrases.setState(change)
