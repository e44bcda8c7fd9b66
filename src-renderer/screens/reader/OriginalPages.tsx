import type { MouseEvent } from 'react'
import type { OriginalLine, ReportView } from '#core/contract/calls.ts'
import type { PageSize } from '#core/source/source.ts'
import { toClean, toSource } from '#core/text/offset-map.ts'
import { useElementWidth } from '../../parts/element-size.ts'
import { openPlace, type Place } from '../../routes.ts'
import { bringToTop, keepInSight } from '../../text-view/bring-into-sight.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { useNearView } from './near-view.ts'
import { pageMarks, positionAt, type PageMark } from './page-marks.ts'
import { pixelsPerPointFor, usePagePicture } from './page-pictures.ts'
import { pointedPlace } from './place-lines.ts'
import { SchematicPage } from './SchematicPage.tsx'

interface OriginalPagesProps {
  readonly view: ReportView
  readonly pages: readonly PageSize[]
  readonly place: Place
  /** Width of the widest page as a multiple of the pane's. */
  readonly zoom: number
}

/** The pages of the file one under the other, with the exact characters of the place marked; a click on a word opens its statement. */
export function OriginalPages({ view, pages, place, zoom }: OriginalPagesProps) {
  const words = useWords()
  const [width, measure] = useElementWidth(40)
  const { report, source } = view
  const widest = pages.reduce((most, page) => Math.max(most, page.width), 1)
  const marks = place.end > place.start ? pageMarks(source.lines, toSource(report.map, place)) : []
  const firstPage = marks[0]?.page ?? firstPageOf(view)
  const open = (page: number, at: { readonly x: number; readonly y: number }): void => {
    const position = positionAt(source.lines, page, at)
    const clean = position === null ? undefined : toClean(report.map, { start: position, end: position + 1 })[0]
    const span = clean === undefined ? null : pointedPlace(report, { start: clean.start, end: clean.start })
    if (span !== null) openPlace({ report: place.report, start: span.start, end: span.end, theme: place.theme })
  }
  return (
    <ol className="page-list" aria-label={words.reader.asPages} ref={measure}>
      {pages.map((size, index) => {
        const page = index + 1
        return (
          <li key={page} data-page={page} ref={marks.length === 0 && page === firstPage ? bringToTop : undefined}>
            <p className="page-caption">{words.page(page)}</p>
            <PageOfFile
              source={source}
              page={page}
              size={size}
              share={(size.width / widest) * zoom}
              pixelsPerPoint={source.mediaType.startsWith('image/') ? 1 : pixelsPerPointFor((width * zoom) / widest, devicePixelRatio)}
              marks={marks.filter((mark) => mark.page === page)}
              bringsMark={page === firstPage}
              placeKey={`${place.start}-${place.end}`}
              onPoint={open}
            />
          </li>
        )
      })}
    </ol>
  )
}

interface PageOfFileProps {
  readonly source: ReportView['source']
  readonly page: number
  readonly size: PageSize
  /** Of the pane's width. */
  readonly share: number
  readonly pixelsPerPoint: number
  readonly marks: readonly PageMark[]
  /** Whether the first mark is to be scrolled to. */
  readonly bringsMark: boolean
  /** Another place draws its marks anew, so that they are scrolled to. */
  readonly placeKey: string
  readonly onPoint: (page: number, at: { readonly x: number; readonly y: number }) => void
}

function PageOfFile({ source, page, size, share, pixelsPerPoint, marks, bringsMark, placeKey, onPoint }: PageOfFileProps) {
  const [isNear, watch] = useNearView()
  const point = (event: MouseEvent<HTMLElement>): void => {
    const frame = event.currentTarget.getBoundingClientRect()
    onPoint(page, { x: ((event.clientX - frame.left) / frame.width) * size.width, y: ((event.clientY - frame.top) / frame.height) * size.height })
  }
  return (
    <div className="page-of-file" ref={watch} style={{ '--share': share, aspectRatio: `${size.width} / ${size.height}` }} onClick={point}>
      {source.hasPictures ? (
        <PagePicture wish={{ source: source.id, page, pixelsPerPoint }} isWanted={isNear} />
      ) : (
        isNear && <SchematicPage size={size} lines={linesOf(source.lines, page)} />
      )}
      <div className="page-marks" key={placeKey} aria-hidden="true">
        {marks.map((mark, index) => (
          <i
            key={index}
            className="page-mark"
            data-line={mark.line}
            ref={bringsMark && index === 0 ? keepInSight : undefined}
            style={{
              left: `${(mark.x / size.width) * 100}%`,
              top: `${(mark.y / size.height) * 100}%`,
              width: `${(mark.width / size.width) * 100}%`,
              height: `${(mark.height / size.height) * 100}%`
            }}
          />
        ))}
      </div>
    </div>
  )
}

function PagePicture({ wish, isWanted }: { readonly wish: { source: string; page: number; pixelsPerPoint: number }; readonly isWanted: boolean }) {
  const words = useWords()
  const language = useLanguage()
  const picture = usePagePicture(wish, isWanted)
  if (picture === null) return <p className="page-note">{words.reader.pageLoading}</p>
  if (picture.problem !== null) return <p className="page-note">{picture.problem.message[language]}</p>
  return <img src={picture.address ?? ''} alt={words.page(wish.page)} draggable={false} decoding="async" />
}

const linesOf = (lines: readonly OriginalLine[], page: number): OriginalLine[] => lines.filter((line) => line.page === page)

/** Where the report begins. */
function firstPageOf({ report, source }: ReportView): number {
  const start = report.map.pieces[0]?.source ?? 0
  return source.lines.find((line) => line.page !== null && line.end > start)?.page ?? 1
}
