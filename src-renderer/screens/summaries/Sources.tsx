import type { SummaryLink } from '#core/contract/summary-calls.ts'
import { useCall } from '../../host/use-call.ts'
import { openPlace } from '../../routes.ts'
import type { BesideProps } from './beside.ts'
import type { SummaryTexts } from './summary-texts.ts'
import type { Linking } from './use-linking.ts'

/** The passages that the summary was written from. Those whose words have changed stand first, with the words of then. */
export function Sources({ cell, texts, linking }: BesideProps) {
  const { words } = texts
  const links = cell.summary?.links ?? []
  if (links.length === 0) return <p className="summary-source is-none">{words.summaries.noLinks}</p>
  const changed = links.filter(({ place }) => place === null)
  return (
    <div className="summary-source" data-scroller>
      {changed.length > 0 && <p className="summary-changed">△ {words.summaries.changedHint}</p>}
      <ol>
        {[...changed, ...links.filter(({ place }) => place !== null)].map((link) => (
          <Source key={link.id} link={link} theme={cell.place.theme} texts={texts} linking={linking} />
        ))}
      </ol>
    </div>
  )
}

interface SourceProps {
  readonly link: SummaryLink
  readonly theme: string
  readonly texts: SummaryTexts
  readonly linking: Linking
}

function Source({ link, theme, texts, linking }: SourceProps) {
  const { words, names } = texts
  const w = words.summaries
  const { place, quote, around, report, id } = link
  return (
    <li className={place === null ? 'is-changed' : undefined}>
      <figure>
        {place === null && <p className="summary-mark changed">△ {w.changed} · {w.oldWords}</p>}
        <blockquote lang="zh-CN">
          {place === null && <span className="around">…{around.prefix}</span>}
          <span className={place === null ? undefined : 'mark-note'}>{quote}</span>
          {place === null && <span className="around">{around.suffix}…</span>}
        </blockquote>
        <figcaption>
          <span>{names.get(report) ?? w.noReport}</span>
          {place !== null && (
            <button type="button" className="link" onClick={() => openPlace({ report, ...place, theme })}>
              {w.show}
            </button>
          )}
          <button type="button" className="link hand" onClick={() => linking.unlink(id)}>
            {w.unlink}
          </button>
        </figcaption>
        {link.anchoring.state === 'to-approve' && <NowHere {...{ link, texts, linking }} candidates={link.anchoring.candidates} />}
      </figure>
    </li>
  )
}

/** Where the words may stand by now: a person says so. */
function NowHere({ link, candidates, texts, linking }: Omit<SourceProps, 'theme'> & { readonly candidates: readonly { readonly start: number; readonly end: number }[] }) {
  const { words } = texts
  const text = useCall('reports.read', { id: link.report }).value?.report.text
  if (text === undefined) return null
  return (
    <ul className="summary-now" aria-label={words.summaries.nowHere}>
      {candidates.map(({ start, end }) => (
        <li key={start}>
          <small>{words.summaries.nowHere}</small>
          <blockquote lang="zh-CN">{text.slice(start, end)}</blockquote>
          <button type="button" className="link hand" onClick={() => linking.link({ report: link.report, start, end, words: text.slice(start, end) }, link.id)}>
            {words.summaries.acceptPlace}
          </button>
        </li>
      ))}
    </ul>
  )
}
