import { Popover } from '@base-ui/react/popover'
import { useState, type KeyboardEvent } from 'react'
import type { Input } from '#core/contract/calls.ts'
import { useLastingCall } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
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
  const words = useWords()
  const language = useLanguage()
  const w = words.statistics
  const [limit, setLimit] = useState(step)
  const { value: page, problem } = useLastingCall('statistics.places', { ...asked, limit })
  const theme = asked.unit === 'themes' && asked.measure !== 'cross' ? (asked.terms[0] ?? null) : null
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" anchor={anchor} side="bottom" align="start" sideOffset={2} collisionPadding={8}>
          <Popover.Popup className="behind" finalFocus={() => anchor} onKeyDown={walk}>
            <header>
              <Popover.Title>{title}</Popover.Title>
              {page !== null && <span>{w.places(number(page.total))}</span>}
              <Popover.Close className="plain" aria-label={w.close}>
                ×
              </Popover.Close>
            </header>
            <div className="behind-list">
              {page === null && <p className="behind-none">{problem?.message[language] ?? w.looking}</p>}
              {page?.total === 0 && <p className="behind-none">{w.nowhere}</p>}
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
              {page !== null && page.places.length < page.total && limit < 500 && (
                <button type="button" className="behind-more" onClick={() => setLimit(Math.min(500, limit + step))}>
                  {w.more(number(page.places.length), number(page.total))}
                </button>
              )}
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** Up and down go from place to place, as in a list. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  const places = [...event.currentTarget.querySelectorAll<HTMLElement>('.behind-list button')]
  const now = places.findIndex((place) => place === document.activeElement)
  event.preventDefault()
  places[Math.min(places.length - 1, Math.max(0, now + by))]?.focus()
}
