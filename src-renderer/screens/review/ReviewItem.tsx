import { useState, type KeyboardEvent } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import type { ReportSummary } from '#core/contract/calls.ts'
import type { ReadingState } from '#core/report/reviewed.ts'
import { useCall, useHost } from '../../host/use-call.ts'
import { ProblemText } from '../../ProblemText.tsx'
import { openPlace } from '../../routes.ts'
import { noticeRefusal } from '../../state/notices.ts'
import { undo } from '../../undoing.ts'
import { useWords } from '../../use-words.ts'
import { accept, reject, type Doing } from './doings.ts'
import { ItemContext } from './ItemContext.tsx'
import { ItemKeys, type ItemDoings } from './ItemKeys.tsx'
import { MachineReading } from './MachineReading.tsx'
import { ReviewEditor } from './ReviewEditor.tsx'
import type { Queued } from './review-queue.ts'
import type { Walk } from './walk.ts'

interface ReviewItemProps {
  readonly item: Queued
  readonly walk: Walk
  readonly reports: readonly ReportSummary[]
  readonly themes: readonly Theme[]
  readonly say: (item: Queued, state: ReadingState | null) => void
}

/** One reading in its context, what was made of it and why that is unsure, and what a person may say. */
export function ReviewItem({ item, walk, reports, themes, say }: ReviewItemProps) {
  const words = useWords()
  const host = useHost()
  const { value: view, problem } = useCall('reports.read', { id: item.report })
  const [isEditing, setEditing] = useState(false)
  const act = (doing: Doing, state: ReadingState): void => {
    if (doing === null) return
    say(item, state)
    walk.goOn()
    void doing(host).then((reply) => {
      if (reply.ok) return
      say(item, null)
      noticeRefusal(reply.problem)
    })
  }
  const doings: ItemDoings = {
    accept: () => view !== null && act(accept(item, view), 'confirmed'),
    change: () => setEditing(true),
    reject: () => {
      const doing = view === null ? null : reject(item, view)
      if (doing === null) setEditing(true)
      else act(doing, 'corrected')
    },
    skip: walk.skip,
    back: walk.goBack,
    undo: () => {
      walk.goBack()
      void undo(host)
    },
    open: () => openPlace({ report: item.report, start: item.span?.start ?? 0, end: item.span?.end ?? 0, theme: item.part === 'theme' ? item.read : null })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isEditing || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const isOnButton = event.target instanceof HTMLButtonElement
    const does = keys[event.key.toLowerCase()]
    if (does === undefined || (isOnButton && event.key === 'Enter')) return
    event.preventDefault()
    doings[does]()
  }
  return (
    <div className="review-item" role="group" aria-label={words.review.item} tabIndex={0} ref={focusOnce} onKeyDown={onKeyDown}>
      {view === null ? (
        problem === null ? null : <ProblemText problem={problem} />
      ) : (
        <>
          <ItemContext item={item} view={view} summary={reports.find(({ id }) => id === item.report) ?? null} />
          <div className="review-side" data-scroller>
            <MachineReading item={item} view={view} themes={themes} />
            {isEditing ? (
              <ReviewEditor
                item={item}
                view={view}
                themes={themes}
                onSave={(doing) => act(doing, 'corrected')}
                onClose={() => {
                  setEditing(false)
                  document.querySelector<HTMLElement>('.review-item')?.focus()
                }}
              />
            ) : (
              <ItemKeys item={item} canGoBack={walk.canGoBack} doings={doings} />
            )}
          </div>
        </>
      )}
    </div>
  )
}

const keys: Readonly<Record<string, keyof ItemDoings>> = {
  enter: 'accept', a: 'accept', c: 'change', e: 'change', x: 'reject', s: 'skip', arrowright: 'skip', arrowleft: 'back', z: 'undo', o: 'open'
}

/** The next one takes over the keys where they were in the one before, or where the person came from the list of views. */
function focusOnce(element: HTMLElement | null): void {
  const { activeElement } = document
  if (element !== null && (activeElement === null || activeElement === document.body || activeElement.closest('.view-list') !== null)) element.focus({ preventScroll: true })
}
