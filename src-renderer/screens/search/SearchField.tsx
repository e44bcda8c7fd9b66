import { useState, type KeyboardEvent } from 'react'
import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { forgetQueries, keepQuery, search, useSearching } from '../../state/searching.ts'
import { useWords } from '../../use-words.ts'

const forget = 'forget:'

/** The words, and those looked for before. What an input method has not yet made into characters is not looked for. */
export function SearchField() {
  const words = useWords()
  const w = words.searching
  const query = useSearching((s) => s.query)
  const history = useSearching((s) => s.history)
  const [composed, setComposed] = useState<string | null>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') keepQuery(query)
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault()
      document.getElementById('concordance')?.focus()
    } else if (event.key === 'Escape' && query !== '') {
      event.stopPropagation()
      search({ query: '' })
    }
  }
  return (
    <div className="search-field">
      <input
        type="search"
        id="search-words"
        aria-label={w.field}
        placeholder={w.placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={composed ?? query}
        onCompositionStart={(event) => setComposed(event.currentTarget.value)}
        onCompositionEnd={(event) => {
          setComposed(null)
          search({ query: event.currentTarget.value })
        }}
        onChange={(event) => (composed === null ? search({ query: event.target.value }) : setComposed(event.target.value))}
        onKeyDown={onKeyDown}
      />
      {query !== '' && (
        <button type="button" className="search-clear plain" aria-label={w.clear} onClick={() => search({ query: '' })}>
          ×
        </button>
      )}
      <OptionMenu
        className="quiet"
        label={w.history}
        disabled={history.length === 0}
        options={[...history.map((id) => ({ id, label: id })), { id: forget, label: w.forgetAll }]}
        onChoose={(id) => (id === forget ? forgetQueries() : search({ query: id }))}
      />
    </div>
  )
}
