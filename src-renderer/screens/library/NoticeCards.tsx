import type { FileOutcome } from '#core/contract/calls.ts'
import { useHost } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { putAside, useNotices, type ImportNotice, type Notice } from '../../state/notices.ts'

/** What is happening and what happened, until put aside. */
export function NoticeCards() {
  const list = useNotices((s) => s.list)
  return (
    <div className="notice-cards" role="status" aria-live="polite">
      {list
        .filter((notice) => !notice.aside)
        .map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
    </div>
  )
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const isRunning = notice.kind === 'import' && notice.state === 'running'
  return (
    <article className="notice-card">
      {notice.kind === 'refusal' && <p>{notice.problem.message[language]}</p>}
      {notice.kind === 'saved' && <p>{words.frame.saveDone(notice.fileName)}</p>}
      {notice.kind === 'import' && <ImportCard notice={notice} />}
      {notice.kind === 'preparing' && <p>{words.imports.preparing(number(notice.files))}</p>}
      {notice.kind === 'preparing' ? null : isRunning ? (
        <button type="button" onClick={() => void host.call('jobs.cancel', { job: notice.id })}>
          {words.imports.cancel}
        </button>
      ) : (
        <button type="button" onClick={() => putAside(notice.id)}>
          {words.frame.dismiss}
        </button>
      )}
    </article>
  )
}

function ImportCard({ notice }: { readonly notice: ImportNotice }) {
  const words = useWords()
  const { done, total, file, state, outcomes } = notice
  const countOf = (wanted: FileOutcome['state']): number => outcomes.filter((outcome) => outcome.state === wanted).length
  if (state === 'running') {
    return (
      <>
        <p className="file-name">{file === '' ? words.imports.waiting : words.imports.reading(file)}</p>
        <progress max={Math.max(total, 1)} value={done} aria-label={words.imports.progress(number(done), number(total))} />
        <p>{words.imports.progress(number(done), number(total))}</p>
      </>
    )
  }
  return (
    <>
      {state === 'cancelled' && <p>{words.imports.cancelled}</p>}
      <details open={countOf('failed') > 0}>
        <summary>{words.imports.counts(countOf('imported'), countOf('already-there'), countOf('failed'))}</summary>
        <OutcomeList outcomes={outcomes} />
      </details>
    </>
  )
}

const mostListed = 200

/** Failures first: they are what the person has to do something about. */
function OutcomeList({ outcomes }: { readonly outcomes: readonly FileOutcome[] }) {
  const words = useWords()
  const language = useLanguage()
  const ordered = [...outcomes].sort((a, b) => rank(a) - rank(b)).slice(0, mostListed)
  return (
    <ul className="outcomes">
      {ordered.map((outcome, index) => (
        <li key={`${outcome.file} ${index}`} data-state={outcome.state}>
          <span className="file-name">{outcome.file}</span>
          {outcome.state === 'imported' && <small>{words.imports.imported(outcome.reports.length)}</small>}
          {outcome.state === 'already-there' && <small>{words.imports.already}</small>}
          {outcome.state === 'failed' && <small>{outcome.problem?.message[language] ?? words.imports.failed}</small>}
          {outcome.warnings.map((warning) => (
            <small key={warning.kind}>{warning.message[language]}</small>
          ))}
        </li>
      ))}
    </ul>
  )
}

const rank = (outcome: FileOutcome): number => (outcome.state === 'failed' ? 0 : outcome.warnings.length > 0 ? 1 : 2)
