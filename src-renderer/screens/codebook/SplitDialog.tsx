import { Dialog } from '@base-ui/react/dialog'
import { useState, type FormEvent } from 'react'
import type { Codebook, Theme, ThemePatterns } from '#core/codebook/codebook.ts'
import { wordsOf, type ThemeWord } from '#core/codebook/difference.ts'
import { noPatterns } from '#core/codebook/empty.ts'
import { draftChange } from '../../state/codebook-draft.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { freeThemeIds } from './theme-edits.ts'

interface SplitDialogProps {
  readonly codebook: Codebook
  readonly theme: Theme
  readonly onClose: () => void
}

const mostParts = 6

/** Which parts a theme falls into, and which of its words goes to which. */
export function SplitDialog({ codebook, theme, onClose }: SplitDialogProps) {
  const { codebookScreen: w } = useWords()
  const language = useLanguage()
  return (
    <Dialog.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog split-dialog">
          <Dialog.Title>{w.split.title(theme.name[language])}</Dialog.Title>
          <Dialog.Description>{w.split.note}</Dialog.Description>
          <SplitForm codebook={codebook} theme={theme} onClose={onClose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** What speaks against a theme stays in it: only what speaks for it can move. */
const speaking = ({ patterns }: Theme): ThemeWord[] => wordsOf(patterns).filter(({ list }) => list !== 'lookalikes' && list !== 'unless')

function SplitForm({ codebook, theme, onClose }: SplitDialogProps) {
  const { codebookScreen: w } = useWords()
  const [names, setNames] = useState<readonly string[]>(['', ''])
  /** By the place of the word: to which part it goes, from 1; 0 or nothing: it stays. */
  const [given, setGiven] = useState<Readonly<Record<number, number>>>({})
  const words = speaking(theme)
  const isWhole = names.every((name) => name.trim() !== '')
  const make = (event: FormEvent): void => {
    event.preventDefault()
    if (!isWhole) return
    const ids = freeThemeIds(codebook, names.length)
    const parts = names.map((name, part) => ({
      id: ids[part]!,
      name: { zh: name.trim(), en: name.trim() },
      definition: { zh: w.newDefinition[0], en: w.newDefinition[1] },
      patterns: patternsOf(theme, words.filter((_, at) => given[at] === part + 1))
    }))
    draftChange(codebook.id, { kind: 'split', theme: theme.id, parts })
    onClose()
  }
  return (
    <form onSubmit={make}>
      <div className="split-names">
        {names.map((name, at) => (
          <label key={at}>
            <span>{w.split.part(at + 1)}</span>
            <input type="text" value={name} maxLength={200} onChange={({ target }) => setNames(names.with(at, target.value))} />
          </label>
        ))}
        {names.length < mostParts && (
          <button type="button" onClick={() => setNames([...names, ''])}>
            {w.split.more}
          </button>
        )}
      </div>
      <fieldset className="split-words">
        <legend>{w.split.words}</legend>
        {words.map(({ list, word }, at) => (
          <label key={`${list} ${word}`}>
            <span>
              {word} <small>{w.lists[list][0]}</small>
            </span>
            <select value={given[at] ?? 0} onChange={({ target }) => setGiven({ ...given, [at]: Number(target.value) })}>
              <option value={0}>{w.split.stays}</option>
              {names.map((name, part) => (
                <option key={part} value={part + 1}>
                  {name.trim() === '' ? w.split.shortName(part + 1) : name}
                </option>
              ))}
            </select>
          </label>
        ))}
      </fieldset>
      <footer>
        <span>{isWhole ? '' : w.split.incomplete}</span>
        <button type="button" onClick={onClose}>
          {w.split.cancel}
        </button>
        <button type="submit" className="main" disabled={!isWhole}>
          {w.split.make}
        </button>
      </footer>
    </form>
  )
}

function patternsOf({ patterns }: Theme, taken: readonly ThemeWord[]): ThemePatterns {
  const has = (list: keyof ThemePatterns, word: string): boolean => taken.some((each) => each.list === list && each.word === word)
  const of = (list: Exclude<keyof ThemePatterns, 'together'>): string[] => patterns[list].filter((word) => has(list, word))
  return {
    ...noPatterns,
    terms: of('terms'), items: of('items'), rollCall: of('rollCall'), cues: of('cues'),
    together: patterns.together.filter((parts) => has('together', parts.join('+')))
  }
}
