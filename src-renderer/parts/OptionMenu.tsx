import { Menu } from '@base-ui/react/menu'
import type { ReactNode } from 'react'

interface OptionMenuProps {
  readonly label: ReactNode
  readonly className?: string
  readonly disabled?: boolean
  readonly options: readonly { readonly id: string; readonly label: string; readonly note?: string }[]
  readonly onChoose: (id: string) => void
}

/** A button that opens a short list of actions. */
export function OptionMenu({ label, className, disabled = false, options, onChoose }: OptionMenuProps) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={className ?? ''} disabled={disabled}>
        {label}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" align="end" sideOffset={4}>
          <Menu.Popup className="menu">
            {options.map((option) => (
              <Menu.Item key={option.id} className="menu-item" onClick={() => onChoose(option.id)}>
                <span>{option.label}</span>
                {option.note !== undefined && <small>{option.note}</small>}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
