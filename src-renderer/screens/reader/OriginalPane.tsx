import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { ReportView } from '#core/contract/calls.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import type { Place } from '../../routes.ts'
import { prefer, usePreferences, type OriginalForm } from '../../state/preferences.ts'
import { keepInSight } from '../../text-view/bring-into-sight.ts'
import { useWords } from '../../use-words.ts'
import { originalKind } from './original-form.ts'
import { OriginalLines } from './OriginalLines.tsx'
import { OriginalPages } from './OriginalPages.tsx'
import { pageInSight, zoomStep } from './page-zoom.ts'

interface OriginalPaneProps {
  readonly view: ReportView
  readonly place: Place
}

/** The original: its pages where it has any, else its lines or paragraphs. */
export function OriginalPane({ view, place }: OriginalPaneProps) {
  const words = useWords()
  const form = usePreferences((p) => p.originalForm)
  const zoom = usePreferences((p) => p.pageZoom)
  const [page, setPage] = useState(1)
  const scroller = useRef<HTMLDivElement>(null)
  const centre = useRef<{ readonly x: number; readonly y: number } | null>(null)
  const kind = originalKind(view.source)
  const pages = kind === 'pages' && form === 'pages' ? view.source.pages : null
  const zoomTo = (next: number): void => {
    const pane = scroller.current
    if (pane !== null) centre.current = { x: (pane.scrollLeft + pane.clientWidth / 2) / pane.scrollWidth, y: (pane.scrollTop + pane.clientHeight / 2) / pane.scrollHeight }
    prefer({ pageZoom: next })
  }
  useLayoutEffect(() => {
    // what was in the middle of the pane stays there
    const pane = scroller.current
    if (pane === null || centre.current === null) return
    pane.scrollTo(centre.current.x * pane.scrollWidth - pane.clientWidth / 2, centre.current.y * pane.scrollHeight - pane.clientHeight / 2)
    centre.current = null
    keepInSight(pane.querySelector<HTMLElement>('.page-mark'))
  }, [zoom])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (pages === null || event.ctrlKey || event.metaKey || event.altKey) return
    const next = event.key === '+' || event.key === '=' ? zoomStep(zoom, 1) : event.key === '-' ? zoomStep(zoom, -1) : event.key === '0' ? 1 : null
    if (next === null) return
    event.preventDefault()
    zoomTo(next)
  }
  const label = pages !== null ? words.reader.asPages : kind === 'paragraphs' ? words.reader.paragraphs : words.reader.lines
  return (
    <div className="original-pane">
      {kind === 'pages' && (
        <div className="original-tools">
          <Segmented
            label={words.reader.originalForm}
            value={form}
            options={[
              { value: 'pages', label: words.reader.asPages },
              { value: 'lines', label: words.reader.asLines }
            ]}
            onChange={(originalForm: OriginalForm) => prefer({ originalForm })}
          />
          {pages !== null && (
            <>
              <span className="page-count">{words.reader.pageAt(Math.min(page, pages.length), pages.length)}</span>
              <ZoomButtons zoom={zoom} onZoom={zoomTo} />
            </>
          )}
        </div>
      )}
      <div
        className={pages === null ? 'sheet-scroll lines' : 'sheet-scroll pages'}
        data-scroller
        tabIndex={0}
        role="region"
        aria-label={label}
        ref={scroller}
        onKeyDown={onKeyDown}
        onScroll={(event) => pages !== null && setPage(pageInSight(event.currentTarget))}
      >
        {pages !== null && !view.source.hasPictures && <p className="schematic-note">{words.reader.schematic}</p>}
        {pages === null ? <OriginalLines view={view} place={place} kind={kind} /> : <OriginalPages view={view} pages={pages} place={place} zoom={zoom} />}
      </div>
    </div>
  )
}

function ZoomButtons({ zoom, onZoom }: { readonly zoom: number; readonly onZoom: (zoom: number) => void }) {
  const words = useWords()
  return (
    <div className="zoom-buttons" role="group">
      <button type="button" aria-label={words.reader.zoomOut} title={words.reader.zoomOut} disabled={zoomStep(zoom, -1) === zoom} onClick={() => onZoom(zoomStep(zoom, -1))}>
        −
      </button>
      <button type="button" aria-label={words.reader.fitWidth} title={words.reader.fitWidth} onClick={() => onZoom(1)}>
        {Math.round(zoom * 100)}%
      </button>
      <button type="button" aria-label={words.reader.zoomIn} title={words.reader.zoomIn} disabled={zoomStep(zoom, 1) === zoom} onClick={() => onZoom(zoomStep(zoom, 1))}>
        +
      </button>
    </div>
  )
}
