import type { ReactNode } from 'react'
import type { FoldMode } from '#core/compare/fold.ts'
import { number } from '../../language/labels.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { useWords } from '../../use-words.ts'
import type { Phrases } from './phrases.ts'
import { chooseFold, chooseMode, choosePhraseLength, leastPhraseLength, mostPhraseLength, toggleLock, useSideBySide, type SyncMode } from '../../state/side-by-side.ts'

interface ReaderToolsProps {
  readonly phrases: Phrases
  readonly onPhraseStep: (by: 1 | -1) => void
  /** Which place of which phrase was gone to last; '' before. */
  readonly phraseNow: string
  readonly onAdd: (() => void) | null
  /** The theme being read. */
  readonly children: ReactNode
}

/** How the columns scroll, what is folded, and the phrases they share. */
export function ReaderTools({ phrases, onPhraseStep, phraseNow, onAdd, children }: ReaderToolsProps) {
  const all = useWords()
  const words = all.readerView
  const mode = useSideBySide((s) => s.mode)
  const fold = useSideBySide((s) => s.fold)
  const length = useSideBySide((s) => s.phraseLength)
  const isLocked = mode !== 'off'
  return (
    <div className="reader-tools" role="toolbar" aria-label={words.tools}>
      <div className="tool-group">
        <Segmented
          label={words.sync}
          value={mode}
          options={[
            { value: 'theme', label: words.byTheme, title: words.byThemeHint },
            { value: 'proportion', label: words.byProportion, title: words.byProportionHint },
            { value: 'off', label: words.off, title: words.offHint }
          ]}
          onChange={(next: SyncMode) => chooseMode(next)}
        />
        <button type="button" className="padlock" aria-pressed={isLocked} title={(isLocked ? words.unlock : words.lock) + all.inBrackets('Ctrl+L')} aria-label={words.lock} onClick={toggleLock}>
          <Padlock isLocked={isLocked} />
        </button>
      </div>
      {children}
      <div className="tool-group">
        <span className="tool-label" aria-hidden="true">{words.fold}</span>
        <Segmented
          label={words.fold}
          value={fold}
          options={[
            { value: 'none', label: words.foldNone, title: words.foldNoneHint },
            { value: 'margin', label: words.foldMargin, title: words.foldMarginHint },
            { value: 'all', label: words.foldAll, title: words.foldAllHint }
          ]}
          onChange={(next: FoldMode) => chooseFold(next)}
        />
      </div>
      <div className="tool-group phrase-tools" role="group" aria-label={words.phrases}>
        <button type="button" aria-label={words.previousPhrase} title={words.previousPhrase} disabled={phrases.count === 0} onClick={() => onPhraseStep(-1)}>
          ‹
        </button>
        <span role="status" className="phrase-count">
          {phraseNow !== '' ? phraseNow : phrases.count === 0 ? words.phraseNone : words.phraseCount(number(phrases.list.length), number(phrases.count))}
        </span>
        <button type="button" aria-label={words.nextPhrase} title={words.nextPhrase} disabled={phrases.count === 0} onClick={() => onPhraseStep(1)}>
          ›
        </button>
        <label>
          ≥
          <input
            type="number"
            min={leastPhraseLength}
            max={mostPhraseLength}
            value={length}
            aria-label={words.phraseLength}
            title={words.phraseLength}
            onChange={(event) => event.target.value !== '' && choosePhraseLength(event.target.valueAsNumber)}
          />
        </label>
      </div>
      {onAdd !== null && (
        <button type="button" className="add-column" onClick={onAdd}>
          + {words.addColumn}
        </button>
      )}
    </div>
  )
}

function Padlock({ isLocked }: { readonly isLocked: boolean }) {
  return (
    <svg width="12" height="14" viewBox="0 0 12 14" aria-hidden="true">
      <path d={isLocked ? 'M3 6V4a3 3 0 0 1 6 0v2' : 'M3 6V4a3 3 0 0 1 5.6-1.5'} />
      <rect x="1" y="6" width="10" height="7" rx="1" />
    </svg>
  )
}
