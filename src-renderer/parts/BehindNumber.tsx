import { Popover } from '@base-ui/react/popover'
import type { KeyboardEvent, ReactNode } from 'react'

interface BehindNumberProps {
  readonly title: string
  /** How many there are, in words; null while that is not known. */
  readonly count: string | null
  readonly closeLabel: string
  /** The cell of the number: the focus goes back to it. */
  readonly anchor: HTMLElement
  readonly onClose: () => void
  /** Buttons, each leading to a place. */
  readonly children: ReactNode
}

/** What a number is made of, over the table it stands in. */
export function BehindNumber({ title, count, closeLabel, anchor, onClose, children }: BehindNumberProps) {
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" anchor={anchor} side="bottom" align="start" sideOffset={2} collisionPadding={8}>
          <Popover.Popup className="behind" finalFocus={() => anchor} onKeyDown={walk}>
            <header>
              <Popover.Title>{title}</Popover.Title>
              {count !== null && <span>{count}</span>}
              <Popover.Close className="plain" aria-label={closeLabel}>
                ×
              </Popover.Close>
            </header>
            <div className="behind-list">{children}</div>
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
