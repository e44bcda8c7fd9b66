import { ContextMenu as Base } from '@base-ui/react/context-menu'
import { useRef, useState, type MouseEvent, type ReactElement, type ReactNode } from 'react'

/** One line of a menu. */
export interface MenuEntry {
  readonly id: string
  readonly label: string
  /** Said at the right end: a key, an ending. */
  readonly note?: string
  readonly isDisabled?: boolean
  /** What it opens takes the focus, which must not go back to where it was. */
  readonly takesFocus?: boolean
  readonly run: () => void
}

interface ContextMenuProps {
  /** What can be done with what was pointed at (by the menu key: with what has the focus), in groups; null or nothing: the menu of the system comes up. */
  readonly entriesAt: (target: Element, isByKey: boolean) => readonly (readonly MenuEntry[])[] | null
  readonly className?: string
  /** Another element than a `<div>` around the children. */
  readonly render?: ReactElement
  readonly children: ReactNode
}

/** An area whose parts have a menu under the right button, Shift+F10 and the menu key. One area serves many parts: a list, a grid. */
export function ContextMenu({ entriesAt, className = '', render, children }: ContextMenuProps) {
  const [groups, setGroups] = useState<readonly (readonly MenuEntry[])[]>([])
  const [place, setPlace] = useState<Place | null>(null)
  const from = useRef<HTMLElement | null>(null)
  const keepsFocus = useRef(false)
  const look = (event: MouseEvent & { preventBaseUIHandler?: () => void }): void => {
    const target = event.target
    const found = target instanceof Element && !isTextField(target) ? (entriesAt(target, event.button === noButton) ?? []).filter((group) => group.length > 0) : []
    if (found.length === 0) return event.preventBaseUIHandler?.()
    from.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    keepsFocus.current = false
    setPlace(event.button === noButton && target instanceof Element ? placeOfFocus(target, event.currentTarget) : null)
    setGroups(found)
  }
  return (
    <Base.Root>
      <Base.Trigger className={className} onContextMenu={look} {...(render === undefined ? {} : { render })}>
        {children}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="menu-positioner" {...(place !== null && { anchor: place })}>
          <Base.Popup className="menu" finalFocus={() => !keepsFocus.current && (from.current ?? true)}>
            {groups.map((group, index) => (
              <Base.Group key={group[0]?.id}>
                {index > 0 && <Base.Separator className="menu-edge" />}
                {group.map((entry) => (
                  <Base.Item
                    key={entry.id}
                    className="menu-item"
                    disabled={entry.isDisabled === true}
                    onClick={() => {
                      keepsFocus.current = entry.takesFocus === true
                      entry.run()
                    }}
                  >
                    <span>{entry.label}</span>
                    {entry.note !== undefined && <small>{entry.note}</small>}
                  </Base.Item>
                ))}
              </Base.Group>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** There the system's own menu has what is wanted: paste, spelling. */
const isTextField = (element: Element): boolean => element.closest('input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable="true"]') !== null

interface Place {
  getBoundingClientRect(): DOMRect
}

/** Of a `contextmenu` that a key has brought. */
const noButton = -1
/** A tall cell has its menu at its first line. */
const firstLine = 28

/** By the keyboard the menu opens where the focus is, and not in the middle of the list or grid that holds it. */
function placeOfFocus(target: Element, area: Element): Place {
  const active = target.getAttribute('aria-activedescendant')
  const element = (active === null ? null : document.getElementById(active)) ?? target
  const { left, top, bottom } = element.getBoundingClientRect()
  const sight = area.getBoundingClientRect()
  const rect = new DOMRect(Math.max(left, sight.left), Math.max(top, sight.top), 0, Math.min(bottom - top, firstLine))
  return { getBoundingClientRect: () => rect }
}
