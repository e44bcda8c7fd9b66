import { useDeferredValue, useMemo, useState, type KeyboardEvent } from 'react'
import type { ReportSummary, SearchHit } from '#core/contract/calls.ts'
import { useScreenCommands, type Command } from '../../commands.ts'
import { useHost, useLastingCall } from '../../host/use-call.ts'
import { dateLabel, jurisdictionName, number } from '../../language/labels.ts'
import { RecognisedMark } from '../../RecognisedMark.tsx'
import { openPlace, routeNow, showView } from '../../routes.ts'
import { clearSearchFilters, keepQuery, markFound, search } from '../../state/searching.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import './search.css'

interface Found {
  readonly hit: SearchHit
  readonly snippet: SearchHit['snippets'][number]
}

/** Reports and places of each that a glance takes in; the search view has all of them. */
const quickReports = 12
const quickPlaces = 3

/** In the search view its own field, elsewhere the one at the top. Stands in for the command of the frame. */
const commands: readonly Command[] = [{ id: 'search', group: 'places', label: (w) => w.around.commands.search, keys: ['/', 'Mod+F', 'Mod+Shift+F'], run: focusSearch }]

function focusSearch(): void {
  const field = document.getElementById(routeNow().view === 'search' ? 'search-words' : 'search')
  if (field instanceof HTMLInputElement) field.select()
  field?.focus()
}

/** Exact words in all reports of the library; choosing a hit opens the source there. */
export function SearchBox({ reports }: { readonly reports: readonly ReportSummary[] }) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  useScreenCommands(commands)
  const [text, setText] = useState('')
  const [isComposing, setComposing] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const query = useDeferredValue(text.trim())
  const { value, problem, loading } = useLastingCall('search.text', query === '' || isComposing ? null : { query, limit: quickReports })
  const found: Found[] = (value?.hits ?? []).flatMap((hit) => hit.snippets.slice(0, quickPlaces).map((snippet) => ({ hit, snippet })))
  const isShown = isOpen && query !== ''
  const choose = ({ hit, snippet }: Found): void => {
    markFound(hit.report, query)
    keepQuery(query)
    openPlace({ report: hit.report, start: snippet.start, end: snippet.end, theme: null })
    setOpen(false)
  }
  const openAll = (): void => {
    clearSearchFilters()
    search({ query: text.trim(), part: 'text' })
    keepQuery(text)
    setOpen(false)
    showView('search')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = found[at]
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      // one further than the last hit: all of them in the search view
      const next = Math.max(0, Math.min(found.length, at + (event.key === 'ArrowDown' ? 1 : -1)))
      setAt(next)
      document.getElementById(`search-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && text.trim() !== '') {
      if (chosen === undefined || event.ctrlKey || event.metaKey) openAll()
      else choose(chosen)
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      setOpen(false)
    }
  }
  const recognised = useMemo(() => new Map(reports.map((report) => [report.id, report.recognised])), [reports])
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
        aria-activedescendant={isShown ? `search-${at}` : undefined}
        autoComplete="off"
        placeholder={words.search.label}
        value={text}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
          setOpen(true)
        }}
        onFocus={() => {
          setOpen(true)
          void host.call('search.prepare', {})
        }}
        onKeyDown={onKeyDown}
      />
      <kbd>/</kbd>
      {isShown && (
        <div className="search-results">
          <p role="status">
            <span>
              {problem !== null
                ? problem.message[language]
                : value === null || (loading && found.length === 0)
                  ? words.search.searching
                  : value.total === 0
                    ? words.search.none(query)
                    : words.reports(number(value.total))}
            </span>
            <small>{words.searching.opensHere}</small>
          </p>
          <ul id="search-results" role="listbox" aria-label={words.search.label}>
            {found.map((item, index) => (
              <SearchRow key={`${item.hit.report} ${item.snippet.start}`} item={item} index={index} recognised={recognised.get(item.hit.report) ?? null} isCurrent={index === at} onChoose={choose} />
            ))}
            <li role="option" id={`search-${found.length}`} className="search-all" aria-selected={at === found.length} onMouseDown={(event) => event.preventDefault()} onClick={openAll}>
              {value === null || value.total === 0 ? words.searching.openAllPlain : words.searching.openAll(words.reports(number(value.total)))} →
            </li>
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
  const isLast = hit.snippets[Math.min(quickPlaces, hit.snippets.length) - 1] === snippet
  const left = hit.count - Math.min(quickPlaces, hit.snippets.length)
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
