import { useState } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import type { Report } from '#core/report/report.ts'
import { slice } from '#core/text/span.ts'
import { HandTools } from '../../HandTools.tsx'
import { highlightOn, tagsOf } from '../../notes.ts'
import type { Place } from '../../routes.ts'
import { ReadingMenu } from '../../ReadingMenu.tsx'
import { ThemeMenu } from '../../ThemeMenu.tsx'
import type { Offered, SheetNotes } from './sheet-notes.ts'

interface SelectionToolsProps {
  readonly report: Report
  readonly themes: readonly Theme[]
  readonly notes: SheetNotes
  readonly offered: Offered
  readonly place: Place
  readonly onClosed: () => void
}

/** The tools of the hand beside the words just selected in the source, within its text. */
export function SelectionTools({ report, themes, notes, offered, place, onClosed }: SelectionToolsProps) {
  const [isChoosing, setChoosing] = useState(false)
  const [isReading, setReading] = useState(offered.tool === 'reading')
  const span = { start: offered.start, end: offered.end }
  const close = (): void => {
    notes.offer(null)
    onClosed()
  }
  return (
    <HandTools
      on={{ report: place.report, theme: place.theme, ...span, words: slice(report.text, span) }}
      marked={highlightOn(notes.all, span)}
      known={tagsOf(notes.all)}
      tool={offered.tool}
      place={besidePlace}
      acts={{
        mark: (color, tags) => {
          notes.mark({ report: place.report, theme: place.theme, span, color, tags })
          onClosed()
        },
        unmark: (note) => {
          void notes.calls.remove(note.id)
          close()
        },
        write: (note) => notes.write(note, span),
        close,
        linked: close
      }}
    >
      <ThemeMenu report={report} place={place} themes={themes} isOpen={isChoosing} onOpen={setChoosing} />
      <ReadingMenu report={report} place={{ report: place.report, ...span }} isOpen={isReading} onOpen={setReading} onDone={close} onLeave={() => notes.offer(null)} />
    </HandTools>
  )
}

/** Below the end of the selected words, which the sheet marks as its place, and within the width of the text. */
function besidePlace(tools: HTMLElement | null): void {
  const text = tools?.closest<HTMLElement>('.reading-text')
  if (tools === null || text === null || text === undefined) return
  const put = (): void => {
    const last = [...text.querySelectorAll('.mark-place')].at(-1)?.getClientRects()
    const line = last?.item(last.length - 1)
    if (line === null || line === undefined) return
    const box = text.getBoundingClientRect()
    tools.style.top = `${line.bottom - box.top + 4}px`
    tools.style.left = `${Math.max(8, Math.min(line.right - box.left - tools.offsetWidth / 2, box.width - tools.offsetWidth - 8))}px`
  }
  put()
  // the selected stretch becomes the place in the same breath: the text is drawn anew once more
  requestAnimationFrame(() => requestAnimationFrame(put))
}
