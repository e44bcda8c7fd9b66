import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { isSame, type Arrangement } from '#core/arrangement/arrangement.ts'
import { rowsOf } from '#core/arrangement/edits.ts'
import type { ArticlesPage } from '#core/contract/articles-calls.ts'
import type { Problem } from '#core/contract/problem.ts'
import { useHost, useLastingCall } from '../../host/use-call.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { act, pressed, type ActionName } from './actions.ts'
import { ArticleList } from './ArticleList.tsx'
import { ArticleTools } from './ArticleTools.tsx'
import { changed, draftOf, selectionOf, type Draft } from './draft.ts'
import { PreviewPane } from './PreviewPane.tsx'

/** A pause in the work: then the reports that would come of it are looked at. */
const pauseMs = 250

/** The person wants to close the dialog, and what was divided has not been applied. */
export interface Leaving {
  readonly discard: () => void
  readonly goOn: () => void
}

interface EditorProps {
  readonly page: ArticlesPage
  readonly leaving: Leaving | null
  readonly onDirty: (isDirty: boolean) => void
  readonly onApplied: (reports: readonly string[]) => void
}

/** As the host is given it; null: the machine's own. */
const useGiven = (arrangement: Arrangement, { machine }: ArticlesPage): Arrangement | null =>
  useMemo(() => (isSame(arrangement, machine) ? null : arrangement), [arrangement, machine])

export function ArticlesEditor({ page, leaving, onDirty, onApplied }: EditorProps) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const [draft, setDraft] = useState<Draft>(() => draftOf(page.arrangement))
  const [asked, setAsked] = useState<Arrangement>(page.arrangement)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const preview = useLastingCall('articles.preview', { source: page.source, arrangement: useGiven(asked, page) })
  const given = useGiven(draft.now, page)
  const rows = useMemo(() => rowsOf({ arrangement: draft.now, units: page.units }), [draft.now, page.units])
  const selection = selectionOf(draft, rows)
  const isChanged = useMemo(() => !isSame(draft.now, page.arrangement), [draft.now, page.arrangement])
  const isFresh = asked === draft.now && !preview.loading
  const become = (next: Draft): void => {
    setDraft(next)
    if (next.now === draft.now) return
    setProblem(null)
    onDirty(!isSame(next.now, page.arrangement))
    clearTimeout(pause.current)
    pause.current = setTimeout(() => setAsked(next.now), pauseMs)
  }
  const apply = async (): Promise<void> => {
    setBusy(true)
    const reply = await host.call('articles.arrange', { source: page.source, arrangement: given })
    setBusy(false)
    if (reply.ok) onApplied(reply.value.reports)
    else setProblem(reply.problem)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = pressed(event, draft, page.units)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    become(next)
  }
  return (
    <>
      <ArticleTools draft={draft} rows={rows} selection={selection} onAction={(name: ActionName) => become(act(name, draft, page.units))} />
      <div className="articles-panes">
        <ArticleList page={page} draft={draft} rows={rows} selection={selection} titles={isFresh ? (preview.value?.reports ?? []) : []} onDraft={become} onKeyDown={onKeyDown} />
        <PreviewPane preview={preview.value} isFresh={isFresh} problem={preview.problem} />
      </div>
      {problem !== null && (
        <p role="alert" className="field-problem">
          {problem.message[language]}
        </p>
      )}
      {leaving === null ? (
        <footer>
          <span>{words.articles.keys}</span>
          <button type="button" disabled={given === null} onClick={() => become(changed(draft, page.machine))}>
            {words.articles.machine}
          </button>
          <button type="button" className="main" disabled={!isChanged || isBusy || (isFresh && (preview.value?.lost.length ?? 0) > 0)} onClick={() => void apply()}>
            {isBusy ? words.articles.applying : words.articles.apply}
          </button>
        </footer>
      ) : (
        <footer role="alert" className="articles-leaving">
          <span>{words.articles.unsaved}</span>
          <button type="button" onClick={leaving.discard}>
            {words.articles.discard}
          </button>
          <button type="button" className="main" autoFocus onClick={leaving.goOn}>
            {words.articles.goOn}
          </button>
        </footer>
      )}
    </>
  )
}
