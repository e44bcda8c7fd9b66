import type { SummaryLink } from '#core/contract/summary-calls.ts'
import type { Passage } from '#core/compare/comparison.ts'
import { placeParts } from '../../citation.ts'
import { useCall } from '../../host/use-call.ts'
import { openPlace } from '../../routes.ts'
import { keepInSight } from '../../text-view/bring-into-sight.ts'
import { MarkedText } from '../../text-view/MarkedText.tsx'
import type { Mark } from '../../text-view/marks.ts'
import type { BesideProps } from './beside.ts'
import { showReport, useSummaryView, type SourceMode } from './summaries-state.ts'
import type { SummaryGrid } from './summary-cells.ts'
import { Sources } from './Sources.tsx'

/** What a summary is written from, in one of three forms. */
export function SourceBeside({ grid, mode, ...beside }: BesideProps & { readonly grid: SummaryGrid; readonly mode: SourceMode }) {
  switch (mode) {
    case 'whole':
      return <WholeReport grid={grid} {...beside} />
    case 'cell':
      return <Passages {...beside} />
    case 'links':
      return <Sources {...beside} />
  }
}

/** The whole text; what is coded under the theme is tinted, what the summary points to is marked in the person's ink. */
function WholeReport({ cell, grid, texts }: BesideProps & { readonly grid: SummaryGrid }) {
  const { words, names } = texts
  const chosen = useSummaryView((view) => view.report)
  const shown = cell.report?.id ?? (cell.place.reports.includes(chosen ?? '') ? chosen! : cell.place.reports[0]!)
  const { value } = useCall('reports.read', { id: shown })
  const passages = cell.passages.filter(({ report }) => report === shown)
  const first = passages[0]?.start
  const marks: Mark[] = [
    ...passages.map(({ start, end }): Mark => ({ start, end, kind: 'theme' })),
    ...(cell.summary?.links ?? []).flatMap(({ report, place }): Mark[] => (report === shown && place !== null ? [{ ...place, kind: 'note', note: words.summaries.modes.links }] : []))
  ]
  return (
    <div className="summary-source" data-scroller tabIndex={0} role="region" aria-label={words.summaries.modes.whole}>
      {cell.report === null && (
        <label className="summary-which">
          {words.summaries.which}{' '}
          <select value={shown} onChange={(event) => showReport(event.target.value)}>
            {grid.reports.map(({ id }) => (
              <option key={id} value={id}>
                {names.get(id)}
              </option>
            ))}
          </select>
        </label>
      )}
      {value === null ? (
        <p role="status">{words.summaries.loading}</p>
      ) : (
        <div className="summary-whole" lang="zh-CN" data-source={shown} data-from={0} key={`${cell.key} ${shown}`}>
          {value.report.paragraphs.map((paragraph) => (
            <p key={paragraph.start} ref={first !== undefined && paragraph.start <= first && first < paragraph.end ? keepInSight : undefined}>
              <MarkedText text={value.report.text} span={paragraph} marks={marks} />
            </p>
          ))}
        </div>
      )}
    </div>
  )
}

/** What is coded under the theme: of the report, or of all that are compared. */
function Passages({ cell, texts, linking }: BesideProps) {
  const { words, names } = texts
  if (cell.passages.length === 0) return <p className="summary-source is-none">{words.summaries.noPassages}</p>
  return (
    <ol className="summary-source" data-scroller>
      {cell.passages.map((passage, index) => (
        <li key={`${passage.report} ${passage.start}`}>
          {cell.report === null && passage.report !== cell.passages[index - 1]?.report && <h3>{names.get(passage.report)}</h3>}
          <figure data-passage tabIndex={0}>
            <blockquote lang="zh-CN" data-source={passage.report} data-from={passage.start}>
              <MarkedText text={passage.text} span={{ start: 0, end: passage.text.length }} marks={linkedIn(passage, cell.summary?.links ?? [])} />
            </blockquote>
            <figcaption>
              <button type="button" className="plain" onClick={() => openPlace({ report: passage.report, start: passage.start, end: passage.end, theme: cell.place.theme })}>
                {placeParts(passage, { words, longestHeading: 14 }).join(' · ')}
              </button>
              <button type="button" className="link hand" onClick={() => linking.link({ ...passage, words: passage.text })}>
                {words.summaries.linkPassage}
              </button>
            </figcaption>
          </figure>
        </li>
      ))}
    </ol>
  )
}

/** What of the passage the summary points to. */
const linkedIn = (passage: Passage, links: readonly SummaryLink[]): Mark[] =>
  links.flatMap(({ report, place }): Mark[] =>
    report === passage.report && place !== null && place.start < passage.end && passage.start < place.end
      ? [{ kind: 'note', start: Math.max(0, place.start - passage.start), end: Math.min(passage.text.length, place.end - passage.start) }]
      : []
  )
