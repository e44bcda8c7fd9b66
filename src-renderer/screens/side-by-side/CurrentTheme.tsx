import type { Theme } from '#core/codebook/codebook.ts'
import { percent, themeName } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import type { Laid, Reading } from './reading.ts'
import type { ColumnPlace } from '../../state/side-by-side.ts'

interface CurrentThemeProps {
  readonly current: Pick<ColumnPlace, 'column' | 'key'> | null
  readonly reading: Reading
  readonly laid: Laid
  readonly names: readonly string[]
  readonly themes: readonly Theme[]
  readonly onStep: (by: 1 | -1) => void
  readonly onMatch: () => void
}

/** The theme being read, how much of each report speaks of it, and the way to the next. */
export function CurrentTheme({ current, reading, laid, names, themes, onStep, onMatch }: CurrentThemeProps) {
  const all = useWords()
  const words = all.readerView
  const language = useLanguage()
  const stops = laid.entries[current?.column ?? 0]?.filter((entry) => entry.kind === 'block' || entry.kind === 'absent') ?? []
  const at = stops.findIndex(({ key }) => key === current?.key)
  const stop = stops[at] ?? stops[0]
  const theme = stop === undefined ? null : reading.alignment.units[stop.unit]!.theme
  // the same share as in the table of counts: all passages of the theme, whatever block they stand in
  const shares = reading.columns.map(({ counted }) => (counted.runs.get(theme ?? '') ?? []).reduce((sum, run) => sum + run.characters, 0) / Math.max(1, counted.characters))
  return (
    <div className="tool-group current-theme" style={{ '--c': theme === null ? undefined : `var(--theme-${theme})` }}>
      <button type="button" aria-label={words.previousTheme} title={words.previousTheme + all.inBrackets('Shift+F8')} onClick={() => onStep(-1)}>
        ‹
      </button>
      <span className="current-name" role="status">
        <span className="visually-hidden">{words.current} </span>
        <i className="swatch" />
        <b>{theme === null ? words.noTheme : themeName(themes, theme, language)}</b> {words.position(Math.max(0, at) + 1, stops.length)}
      </span>
      <button type="button" aria-label={words.nextTheme} title={words.nextTheme + all.inBrackets('F8')} onClick={() => onStep(1)}>
        ›
      </button>
      <kbd aria-hidden="true">F8</kbd>
      <button type="button" className="match" title={words.match + all.inBrackets('M')} onClick={onMatch}>
        {words.matchShort}
      </button>
      {theme !== null && <span className="theme-shares">{names.map((name, index) => `${name} ${percent(shares[index] ?? 0)}`).join(' · ')}</span>}
    </div>
  )
}
