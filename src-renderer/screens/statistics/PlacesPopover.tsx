import { useEffect, useState } from 'react'
import type { Input } from '#core/contract/calls.ts'
import { useCall, useHost } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { BehindNumber } from '../../parts/BehindNumber.tsx'
import { openPlace } from '../../routes.ts'
import { useLanguage, useWords } from '../../use-words.ts'

interface PlacesPopoverProps {
  readonly title: string
  readonly asked: Input<'statistics.places'>
  /** Of the reports, by id. */
  readonly titles: ReadonlyMap<string, string>
  readonly anchor: HTMLElement
  readonly onClose: () => void
}

const step = 100

/** The places that a number counts, each leading to its characters in the source. */
export function PlacesPopover({ title, asked, titles, anchor, onClose }: PlacesPopoverProps) {
  const w = useWords().statistics
  const host = useHost()
  const [reckoning] = useState(() => crypto.randomUUID())
  const [pages, setPages] = useState(1)
  const { value: first } = useCall('statistics.places', { ...asked, reckoning, limit: step })
  // who has closed it waits for no places any more
  useEffect(() => () => void host.call('statistics.stop', { reckoning }), [host, reckoning])
  const shown = Math.min(pages * step, first?.total ?? 0)
  return (
    <BehindNumber title={title} count={first === null ? null : w.places(number(first.total))} closeLabel={w.close} anchor={anchor} onClose={onClose}>
      <PlacesPage asked={{ ...asked, reckoning, limit: step }} titles={titles} onClose={onClose} />
      {first?.total === 0 && <p className="behind-none">{w.nowhere}</p>}
      {first !== null &&
        Array.from({ length: pages - 1 }, (_, index) => (
          <PlacesPage key={index} asked={{ ...asked, reckoning, limit: step, offset: (index + 1) * step, total: first.total }} titles={titles} onClose={onClose} />
        ))}
      {first !== null && shown < first.total && (
        <button type="button" className="behind-more" onClick={() => setPages(pages + 1)}>
          {w.more(number(shown), number(first.total))}
        </button>
      )}
    </BehindNumber>
  )
}

function PlacesPage({ asked, titles, onClose }: Pick<PlacesPopoverProps, 'asked' | 'titles' | 'onClose'>) {
  const words = useWords()
  const language = useLanguage()
  const w = words.statistics
  const { value: page, problem } = useCall('statistics.places', asked)
  const theme = asked.unit === 'themes' && asked.measure !== 'cross' ? (asked.terms[0] ?? null) : null
  return (
    <>
      {page?.places.map(({ report, start, end, left, hit, right, paragraph }) => (
        <button
          type="button"
          key={`${report} ${start} ${end}`}
          className="behind-quotation"
          title={words.matrix.openSource}
          onClick={() => {
            openPlace({ report, start, end, theme })
            onClose()
          }}
        >
          <q>
            {left}
            <b>{hit}</b>
            {right}
          </q>
          <small>
            <span>{titles.get(report)}</span>
            <span>{w.paragraph(paragraph)}</span>
          </small>
        </button>
      ))}
      {problem !== null && <p className="behind-none">{problem.message[language]}</p>}
      {page === null && problem === null && <p className="behind-none">{w.looking}</p>}
    </>
  )
}
