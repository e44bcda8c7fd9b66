import { useDeferredValue, useState, type KeyboardEvent } from 'react'
import type { ReportSummary, SearchHit } from '#core/contract/calls.ts'
import { useLastingCall } from '../../host/use-call.ts'
import { dateLabel, jurisdictionName, number } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { RecognisedMark } from '../../RecognisedMark.tsx'
import { openPlace } from '../../routes.ts'
import './search.css'

interface Found {
  readonly hit: SearchHit
  readonly snippet: SearchHit['snippets'][number]
}

/** Exact words in all reports of the library; choosing a hit opens the source there. `/` and Ctrl+Shift+F come here. */
export function SearchBox({ reports }: { readonly reports: readonly ReportSummary[] }) {
  const words = useWords()
  const language = useLanguage()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const query = useDeferredValue(text.trim())
  const { value, problem, loading } = useLastingCall('search.text', query === '' ? null : { query, limit: 50 })
  const found: Found[] = (value?.hits ?? []).flatMap((hit) => hit.snippets.map((snippet) => ({ hit, snippet })))
  const choose = ({ hit, snippet }: Found): void => {
    openPlace({ report: hit.report, start: snippet.start, end: snippet.end, theme: null })
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = found[at]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const next = Math.max(0, Math.min(found.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))
      setAt(next)
      document.getElementById(`search-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && chosen !== undefined) {
      choose(chosen)
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      setOpen(false)
    }
  }
  const recognisedOf = (id: string): number | null => reports.find((report) => report.id === id)?.recognised ?? null
  const isShown = isOpen && query !== ''
  return (
    <search
      className="search-box"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <input
        type="search"
        id="search"
        role="combobox"
        aria-label={words.search.label}
        aria-expanded={isShown}
        aria-controls="search-results"
        aria-activedescendant={isShown && found.length > 0 ? `search-${at}` : undefined}
        autoComplete="off"
        placeholder={words.search.label}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <kbd>/</kbd>
      {isShown && (
        <div className="search-results">
          <p role="status">
            {problem !== null
              ? problem.message[language]
              : value === null || (loading && found.length === 0)
                ? words.search.searching
                : value.total === 0
                  ? words.search.none(query)
                  : words.search.total(number(value.total), number(value.hits.length))}
          </p>
          <ul id="search-results" role="listbox" aria-label={words.search.label}>
            {found.map((item, index) => (
              <SearchRow key={`${item.hit.report} ${item.snippet.start}`} item={item} index={index} recognised={recognisedOf(item.hit.report)} isCurrent={index === at} onChoose={choose} />
            ))}
          </ul>
        </div>
      )}
    </search>
  )
}

interface SearchRowProps {
  readonly item: Found
  readonly index: number
  /** Confidence of the report's recognition, or null where its text is its own. */
  readonly recognised: number | null
  readonly isCurrent: boolean
  readonly onChoose: (item: Found) => void
}

function SearchRow({ item, index, recognised, isCurrent, onChoose }: SearchRowProps) {
  const words = useWords()
  const language = useLanguage()
  const { hit, snippet } = item
  const isFirst = hit.snippets[0] === snippet
  const isLast = hit.snippets.at(-1) === snippet
  const left = hit.count - hit.snippets.length
  return (
    <li role="option" id={`search-${index}`} aria-selected={isCurrent} onMouseDown={(event) => event.preventDefault()} onClick={() => onChoose(item)}>
      {isFirst && (
        <div className="search-report">
          <b>{jurisdictionName(hit.jurisdiction, language, words)}</b> {dateLabel(hit.date, words).text}
          <span>{hit.title ?? words.untitled}</span>
          <RecognisedMark confidence={recognised} />
        </div>
      )}
      <div className="snippet" lang="zh-CN">
        {snippet.start > snippet.before.length && '…'}
        {snippet.before}
        <mark>{snippet.hit}</mark>
        {snippet.after}
        {snippet.after !== '' && '…'}
      </div>
      {isLast && left > 0 && <div className="search-more">{words.search.more(number(left))}</div>}
    </li>
  )
}
