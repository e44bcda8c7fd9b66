import { useMemo } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import type { ReportSummary } from '#core/contract/calls.ts'
import { searchedParts } from '#core/contract/searched-parts.ts'
import { useScreenCommands, type Command, type KeyList } from '../../commands.ts'
import { number } from '../../language/labels.ts'
import { provinceName } from '../../language/provinces.ts'
import { isNarrowed, search, useAsked, useSearching } from '../../state/searching.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { useChosen } from './chosen-lines.ts'
import { ConcordanceList } from './ConcordanceList.tsx'
import { LineActions, useCopyLines } from './LineActions.tsx'
import { LineHeads } from './LineHeads.tsx'
import { Neighbours } from './Neighbours.tsx'
import { SearchCounts } from './SearchCounts.tsx'
import { SearchField } from './SearchField.tsx'
import { SearchTools } from './SearchTools.tsx'
import { useConcordance, type Concordance } from './use-concordance.ts'
import './search-screen.css'

interface SearchScreenProps {
  readonly reports: readonly ReportSummary[]
  readonly themes: readonly Theme[]
}

const commands: readonly Command[] = []
const keyLists: readonly KeyList[] = [{ id: 'concordance', title: (w) => w.searching.keys.title, rows: (w) => w.searching.keys.rows.map(([keys, does]) => ({ keys, does })) }]

/** Exact words in everything: every place as a line, how often where, and what stands next to them. */
export function SearchScreen({ reports, themes }: SearchScreenProps) {
  const words = useWords()
  const language = useLanguage()
  const w = words.searching
  useScreenCommands(commands, keyLists)
  const byId = useMemo(() => new Map(reports.map((report) => [report.id, report])), [reports])
  const provinceNames = useMemo(
    () => new Map(reports.flatMap(({ jurisdiction }) => {
          const province = jurisdiction?.province ?? null
          return province === null ? [] : [[province.code, provinceName(province, language)] as const]
        })),
    [reports, language]
  )
  const concordance = useConcordance()
  const { shown, counts } = concordance
  const chosen = useChosen(shown?.page ?? null)
  const [copied, copy] = useCopyLines(shown, chosen)
  return (
    <div className="search-screen">
      <div className="search-head">
        <SearchField />
        <SearchTools themes={themes} counts={counts} provinceNames={provinceNames} />
      </div>
      {shown === null ? (
        <NothingAsked concordance={concordance} />
      ) : (
        <div className="search-body">
          <section className="search-found" aria-busy={concordance.isAsking}>
            <div className="search-summary">
              <p role="status">{shown.page.total === 0 ? w.none(shown.input.query.trim()) : w.total(number(shown.page.total), number(shown.page.reports))}</p>
              <LineActions shown={shown} chosen={chosen} copied={copied} onCopy={copy} />
            </div>
            {concordance.problem !== null && <p className="field-problem">{concordance.problem.message[language]}</p>}
            {shown.page.total === 0 ? (
              <Elsewhere concordance={concordance} />
            ) : (
              <>
                <LineHeads />
                <ConcordanceList key={JSON.stringify({ ...shown.input, width: 0 })} shown={shown} reports={byId} chosen={chosen} onCopy={copy} />
              </>
            )}
          </section>
          <aside className="search-aside" aria-label={w.side}>
            {counts !== null && <SearchCounts counts={counts} provinceNames={provinceNames} />}
            {shown.page.total > 0 && <Neighbours shown={shown} />}
          </aside>
        </div>
      )}
    </div>
  )
}

/** Before the first word: what can be looked for, and what was. */
function NothingAsked({ concordance }: { readonly concordance: Concordance }) {
  const w = useWords().searching
  const language = useLanguage()
  const history = useSearching((s) => s.history)
  if (concordance.problem !== null) return <p className="pane-message">{concordance.problem.message[language]}</p>
  if (concordance.isAsking) {
    return (
      <p className="pane-message" role="status">
        {w.searching}
      </p>
    )
  }
  return (
    <div className="pane-message">
      <p>{w.empty}</p>
      <p>{w.emptyMore}</p>
      {history.length > 0 && (
        <>
          <h2>{w.recent}</h2>
          <div className="pane-actions">
            {history.slice(0, 12).map((query) => (
              <button key={query} type="button" className="chip" onClick={() => search({ query })}>
                {query}
              </button>
            ))}
          </div>
        </>
      )}
    </div>
  )
}

/** Nothing here: whether the filters hide it, or another part has it. */
function Elsewhere({ concordance: { counts, shown } }: { readonly concordance: Concordance }) {
  const w = useWords().searching
  const state = useAsked()
  const others = counts === null || counts.query !== shown?.input.query ? [] : searchedParts.filter((part) => part !== state.part && counts.parts[part] > 0)
  return (
    <div className="pane-message">
      {isNarrowed(state) && <p>{w.noneFiltered}</p>}
      {others.length > 0 && (
        <p className="pane-actions">
          {w.noneElsewhere}
          {others.map((part) => (
            <button key={part} type="button" onClick={() => search({ part })}>
              {w.parts[part]} {number(counts?.parts[part] ?? 0)}
            </button>
          ))}
        </p>
      )}
    </div>
  )
}
