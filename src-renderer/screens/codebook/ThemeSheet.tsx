import type { Bilingual, Codebook, Theme, ThemePatterns } from '#core/codebook/codebook.ts'
import { joinedItems, splitItems } from '#core/codebook/exchange-text.ts'
import type { CodebookView, ThemeCounts } from '#core/contract/codebook-calls.ts'
import { number, themeName } from '../../language/labels.ts'
import { draftChange } from '../../state/codebook-draft.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { DraftField } from './DraftField.tsx'
import { ThemeActions } from './ThemeActions.tsx'
import { editTheme, textOfWords, withWords, wordFault, wordLists } from './theme-edits.ts'

interface ThemeSheetProps {
  /** As the draft has it. */
  readonly codebook: Codebook
  readonly theme: Theme
  readonly view: CodebookView
  readonly counts: ThemeCounts | null
  readonly onChoose: (theme: string) => void
}

/** All that a theme is: what it means, where its bounds are, and the words it is recognised by. */
export function ThemeSheet({ codebook, theme, view, counts, onChoose }: ThemeSheetProps) {
  const { codebookScreen: w } = useWords()
  const language = useLanguage()
  const { retired } = theme
  const isReadOnly = retired !== undefined
  const work = view.work[theme.id]
  return (
    <section className="theme-sheet" aria-label={`${w.sheet} ${theme.name[language]}`} style={{ '--c': `var(--theme-${theme.id})` }}>
      <header>
        <h2>
          <i className="swatch" aria-hidden="true" /> {theme.name[language]}
        </h2>
        <p className="theme-facts">
          {counts !== null && <span className="inferred">{w.statements(number(counts.statements[theme.id] ?? 0))}</span>}
          {counts !== null && counts.uncoded > 0 && <span>{w.uncodedNote(number(counts.uncoded))}</span>}
          {counts !== null && counts.apart > 0 && <span>{w.apartNote(number(counts.apart))}</span>}
          {work !== undefined && <span className="hand">{w.workHere(w.work(work))}</span>}
        </p>
        {retired !== undefined && (
          <p className="theme-retired">
            <b>{retired.into === null ? w.retired : w.retiredInto(themeName(codebook.themes, retired.into, language))}</b> {w.retiredNote}{' '}
            <button type="button" onClick={() => draftChange(codebook.id, { kind: 'restore', theme: theme.id })}>
              {w.actions.restore}
            </button>
          </p>
        )}
        {!isReadOnly && <ThemeActions codebook={codebook} theme={theme} onChoose={onChoose} />}
      </header>
      <Meaning codebook={codebook.id} theme={theme} isReadOnly={isReadOnly} />
      {theme.group !== true && <Words codebook={codebook.id} theme={theme} isReadOnly={isReadOnly} />}
    </section>
  )
}

interface PartProps {
  readonly codebook: string
  readonly theme: Theme
  readonly isReadOnly: boolean
}

function Meaning({ codebook, theme, isReadOnly }: PartProps) {
  const { codebookScreen: w } = useWords()
  const notEmpty = (text: string): string | null => (text.trim() === '' ? w.faults.empty : null)
  const bilingual = (part: 'name' | 'definition', language: keyof Bilingual) => ({
    of: `${codebook} ${theme.id} ${part} ${language}`,
    value: theme[part][language],
    isReadOnly,
    faultOf: notEmpty,
    onCommit: (text: string) => editTheme(codebook, theme, (now) => ({ [part]: { ...now[part], [language]: text.trim() } }))
  })
  const list = (part: 'include' | 'exclude' | 'examples') => ({
    of: `${codebook} ${theme.id} ${part}`,
    note: w.perLine,
    lines: true,
    value: joinedItems(theme[part] ?? []),
    isReadOnly,
    faultOf: () => null,
    onCommit: (text: string) => editTheme(codebook, theme, () => ({ [part]: splitItems(text) }))
  })
  return (
    <div className="theme-fields">
      <DraftField label={w.fields.name} at="theme-name" {...bilingual('name', 'zh')} />
      <DraftField label={w.fields.nameEn} {...bilingual('name', 'en')} />
      <DraftField label={w.fields.definition} lines {...bilingual('definition', 'zh')} />
      <DraftField label={w.fields.definitionEn} lines {...bilingual('definition', 'en')} />
      <DraftField label={w.fields.include} {...list('include')} />
      <DraftField label={w.fields.exclude} {...list('exclude')} />
      <DraftField label={w.fields.examples} {...list('examples')} />
      <Colors codebook={codebook} theme={theme} isReadOnly={isReadOnly} />
    </div>
  )
}

function Colors({ codebook, theme, isReadOnly }: PartProps) {
  const { codebookScreen: w } = useWords()
  const color = (of: 'light' | 'dark', label: string) => (
    <label>
      <input type="color" value={theme.color[of]} disabled={isReadOnly} onChange={({ target }) => editTheme(codebook, theme, (now) => ({ color: { ...now.color, [of]: target.value.toLowerCase() } }))} />
      <span>{label}</span>
      <code>{theme.color[of]}</code>
    </label>
  )
  return (
    <div className="theme-colors">
      {color('light', w.fields.color)}
      {color('dark', w.fields.colorDark)}
      <label>
        <input type="checkbox" checked={theme.governs} disabled={isReadOnly} onChange={({ target }) => editTheme(codebook, theme, () => ({ governs: target.checked }))} />
        <span>{w.fields.governs}</span>
      </label>
    </div>
  )
}

function Words({ codebook, theme, isReadOnly }: PartProps) {
  const { codebookScreen: w } = useWords()
  const faultOf = (list: keyof ThemePatterns) => (text: string) => {
    const fault = wordFault(theme.patterns, list, text)
    if (fault === null) return null
    return fault.kind === 'elsewhere' ? w.faults.elsewhere(fault.word, w.lists[fault.list][0]) : w.faults[fault.kind](fault.word)
  }
  return (
    <section className="theme-words" aria-label={w.wordsTitle}>
      <h3>{w.wordsTitle}</h3>
      <p>{w.wordsNote}</p>
      <div className="theme-fields">
        {wordLists.map((list) => (
          <DraftField
            key={list}
            of={`${codebook} ${theme.id} ${list}`}
            label={w.lists[list][0]}
            note={w.lists[list][1]}
            lines
            value={textOfWords(theme.patterns, list)}
            isReadOnly={isReadOnly}
            faultOf={faultOf(list)}
            onCommit={(text) => editTheme(codebook, theme, (now) => ({ patterns: withWords(now.patterns, list, text) }))}
          />
        ))}
      </div>
    </section>
  )
}
