import { Dialog } from '@base-ui/react/dialog'
import { commandGroups, keysLabel, useCommandList, useKeyLists } from '../../commands.ts'
import { useOverlayState } from '../../state/overlays.ts'
import { useWords } from '../../use-words.ts'

/** All keys of the window: those of the commands, made from the registry, and those of its lists and grids. */
export function KeySheet() {
  const words = useWords()
  const [isOpen, setOpen] = useOverlayState('keys')
  const commands = useCommandList().filter(({ keys }) => keys !== undefined)
  const lists = useKeyLists()
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog key-sheet">
          <header>
            <Dialog.Title>{words.around.keys.title}</Dialog.Title>
            <Dialog.Close>{words.around.keys.close}</Dialog.Close>
          </header>
          <Dialog.Description>{words.around.keys.note}</Dialog.Description>
          <div className="key-tables">
            {commandGroups.map((group) => (
              <KeyTable
                key={group}
                title={words.around.groups[group]}
                rows={commands.filter((command) => command.group === group).map(({ keys = [], label }) => ({ keys: keys.map(keysLabel), does: label(words) }))}
              />
            ))}
            {lists.map((list) => (
              <KeyTable key={list.id} title={list.title(words)} rows={list.rows(words).map(({ keys, does }) => ({ keys: [keys], does }))} />
            ))}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface KeyTableProps {
  readonly title: string
  readonly rows: readonly { readonly keys: readonly string[]; readonly does: string }[]
}

function KeyTable({ title, rows }: KeyTableProps) {
  if (rows.length === 0) return null
  return (
    <table className="key-table">
      <caption>{title}</caption>
      <tbody>
        {rows.map(({ keys, does }) => (
          <tr key={does}>
            <th scope="row">{does}</th>
            <td>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
