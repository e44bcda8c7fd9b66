import { Menu } from '@base-ui/react/menu'
import { number } from './language/labels.ts'
import { useWords } from './use-words.ts'

interface CheckMenuProps {
  readonly label: string
  readonly chosen: readonly string[]
  readonly options: readonly { readonly id: string; readonly label: string; readonly count?: number }[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** A filter of which any number of values may be ticked; its button says what is. */
export function CheckMenu({ label, chosen, options, onChange }: CheckMenuProps) {
  const words = useWords()
  const w = words.libraryTable.filter
  const names = options.filter(({ id }) => chosen.includes(id)).map((option) => option.label)
  const said = names.length === 0 ? label : `${label}${words.comma}${names.join(words.listComma)}`
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={names.length === 0 ? 'chip' : 'chip is-set'} disabled={options.length === 0} aria-label={names.length === 0 ? w.listOf(label) : said} title={said}>
        {names.length === 0 ? label : names.length === 1 ? names[0] : `${label} ${names.length}`}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" align="start" sideOffset={4}>
          <Menu.Popup className="menu check-menu">
            {names.length > 0 && (
              <Menu.Item className="menu-item quiet" closeOnClick={false} onClick={() => onChange([])}>
                {w.any}
              </Menu.Item>
            )}
            {options.map(({ id, label: name, count }) => (
              <Menu.CheckboxItem
                key={id}
                className="menu-item check-item"
                checked={chosen.includes(id)}
                onCheckedChange={(isChecked) => onChange(isChecked ? [...chosen, id] : chosen.filter((other) => other !== id))}
              >
                <span>{name}</span>
                {count !== undefined && <small>{number(count)}</small>}
              </Menu.CheckboxItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
