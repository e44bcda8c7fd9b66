import { Menu } from '@base-ui/react/menu'
import { number } from './language/labels.ts'
import { useWords } from './use-words.ts'

interface CheckOption {
  readonly id: string
  readonly label: string
  readonly count?: number
}

interface CheckMenuProps {
  readonly label: string
  readonly chosen: readonly string[]
  /** A function is asked when the menu opens, or something is chosen: for what takes a walk through the whole library. */
  readonly options: readonly CheckOption[] | (() => readonly CheckOption[])
  readonly onChange: (chosen: readonly string[]) => void
}

/** A filter of which any number of values may be ticked; its button says what is. */
export function CheckMenu({ label, chosen, options, onChange }: CheckMenuProps) {
  const words = useWords()
  const w = words.libraryTable.filter
  const names = chosen.length === 0 ? [] : listed(options).filter(({ id }) => chosen.includes(id)).map((option) => option.label)
  const said = names.length === 0 ? label : `${label}${words.comma}${names.join(words.listComma)}`
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={names.length === 0 ? 'chip' : 'chip is-set'} disabled={typeof options !== 'function' && options.length === 0} aria-label={names.length === 0 ? w.listOf(label) : said} title={said}>
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
            <CheckItems options={options} chosen={chosen} onChange={onChange} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function CheckItems({ options, chosen, onChange }: Pick<CheckMenuProps, 'options' | 'chosen' | 'onChange'>) {
  return listed(options).map(({ id, label, count }) => (
    <Menu.CheckboxItem
      key={id}
      className="menu-item check-item"
      checked={chosen.includes(id)}
      onCheckedChange={(isChecked) => onChange(isChecked ? [...chosen, id] : chosen.filter((other) => other !== id))}
    >
      <span>{label}</span>
      {count !== undefined && <small>{number(count)}</small>}
    </Menu.CheckboxItem>
  ))
}

const listed = (options: CheckMenuProps['options']): readonly CheckOption[] => (typeof options === 'function' ? options() : options)
