import { useEffect, useState, useSyncExternalStore } from 'react'
import type { LibraryState } from '#core/contract/calls.ts'
import { useCall } from '../../host/use-call.ts'
import { showView, useRoute } from '../../routes.ts'
import { guideSteps, leaveGuide, passStep, stepBack, useGuide, type GuideStep } from '../../state/guide.ts'
import { useNotices } from '../../state/notices.ts'
import { useWords } from '../../use-words.ts'
import { stepForms, type Situation } from './guide-steps.ts'
import './guide.css'

/** A walk through the program on the sample: a quiet note that waits for what the person really does. */
export function Guide({ library }: { readonly library: LibraryState }) {
  const { isOn, step } = useGuide()
  const route = useRoute()
  const changes = useCall('changes.state', isOn ? {} : null).value
  const notices = useNotices((n) => n.list)
  if (!isOn) return null
  return <GuideNote key={step} step={step} now={{ reportCount: library.reportCount, route, changes, notices }} />
}

interface GuideNoteProps {
  readonly step: GuideStep
  readonly now: Situation
}

function GuideNote({ step, now }: GuideNoteProps) {
  const words = useWords()
  const { guide } = words.around
  const [begun] = useState(now)
  const { view, points, isDone } = stepForms[step]
  const isPassed = isDone(now, begun)
  // what the person does reaches us from all over the window; the guide only follows it
  useEffect(() => {
    if (isPassed) passStep(step)
  }, [isPassed, step])
  const place = usePlaceOf(points)
  const at = guideSteps.indexOf(step)
  const isLast = at === guideSteps.length - 1
  const [title, text] = guide.steps[step]
  const isElsewhere = view !== null && now.route.view !== view && now.reportCount > 0
  return (
    <>
      {place !== null && <div className="guide-ring" aria-hidden="true" style={{ left: place.left - 5, top: place.top - 5, width: place.width + 10, height: place.height + 10 }} />}
      <aside className={place !== null && isUnderNote(place) ? 'guide-note at-left' : 'guide-note'} aria-label={guide.title}>
        <header>
          <h2>{guide.title}</h2>
          <small>{guide.step(at + 1, guideSteps.length)}</small>
        </header>
        <div aria-live="polite">
          <h3>{title}</h3>
          <p>{text}</p>
          <p className="guide-wait">{guide.waiting}</p>
        </div>
        <footer>
          <button type="button" className="link" title={guide.leaveNote} onClick={leaveGuide}>
            {guide.leave}
          </button>
          <span />
          {isElsewhere && (
            <button type="button" onClick={() => showView(view)}>
              {guide.go}
            </button>
          )}
          {at > 0 && (
            <button type="button" onClick={() => stepBack(step)}>
              {guide.back}
            </button>
          )}
          <button type="button" onClick={() => passStep(step)}>
            {isLast ? guide.done : guide.next}
          </button>
        </footer>
      </aside>
    </>
  )
}

const noteWidth = 340
const noteHeight = 230

const isUnderNote = ({ left, top, width, height }: DOMRect): boolean => left + width > innerWidth - noteWidth && top + height > innerHeight - noteHeight

const lookEveryMs = 250

/** Where the thing a step points at stands now; it moves as the person scrolls and as screens come and go. */
function usePlaceOf(selectors: readonly string[]): DOMRect | null {
  const key = useSyncExternalStore(watchTime, () => {
    const element = selectors.map((selector) => document.querySelector(selector)).find((found) => found !== null)
    const box = element?.getBoundingClientRect()
    return box === undefined || box.width === 0 || !isInWindow(box) ? '' : [box.left, box.top, box.width, box.height].map(Math.round).join(' ')
  })
  if (key === '') return null
  const [left = 0, top = 0, width = 0, height = 0] = key.split(' ').map(Number)
  return new DOMRect(left, top, width, height)
}

function watchTime(listener: () => void): () => void {
  const timer = setInterval(listener, lookEveryMs)
  return () => clearInterval(timer)
}

const isInWindow = ({ top, bottom, left, right }: DOMRect): boolean => bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
