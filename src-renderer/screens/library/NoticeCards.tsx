import { useHost } from '../../host/use-call.ts'
import { ChangedText } from '../../ChangedText.tsx'
import { useWords } from '../../use-words.ts'
import { ProblemText } from '../../ProblemText.tsx'
import { isRunning, putAside, useNotices, type Notice } from '../../state/notices.ts'
import { CodingCard } from './CodingCard.tsx'
import { ImportCard, PreparingCard } from './ImportCard.tsx'

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
  const host = useHost()
  return (
    <article className="notice-card">
      {notice.kind === 'refusal' && <ProblemText problem={notice.problem} />}
      {notice.kind === 'saved' && <p>{words.frame.saveDone(notice.fileName)}</p>}
      {notice.kind === 'library' && <p>{words.around.libraries.switched(notice.name)}</p>}
      {notice.kind === 'change' && <ChangedText notice={notice} />}
      {notice.kind === 'coding' && <CodingCard notice={notice} />}
      {notice.kind === 'import' && <ImportCard notice={notice} />}
      {notice.kind === 'preparing' && <PreparingCard notice={notice} />}
      {isRunning(notice) ? (
        <button type="button" onClick={() => (notice.kind === 'preparing' ? notice.stop() : void host.call('jobs.cancel', { job: notice.id }))}>
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
