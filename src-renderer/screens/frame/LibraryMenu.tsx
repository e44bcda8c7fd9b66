import { Menu } from '@base-ui/react/menu'
import { useState } from 'react'
import type { KnownLibrary } from '#core/contract/program-calls.ts'
import type { LibraryState } from '#core/contract/calls.ts'
import { useCall, useHost } from '../../host/use-call.ts'
import { openListed, openOther } from '../../libraries.ts'
import { showOverlay, useOverlayState } from '../../state/overlays.ts'
import { useWords } from '../../use-words.ts'

/** Which library is open, and the way to others. */
export function LibraryMenu({ library }: { readonly library: LibraryState }) {
  const words = useWords()
  const host = useHost()
  const [isOpen, setOpen] = useOverlayState('libraries')
  const name = library.name ?? ''
  return (
    <Menu.Root modal={false} open={isOpen} onOpenChange={setOpen}>
      <Menu.Trigger className="library-menu" aria-label={words.around.libraries.menu(name)} title={words.around.libraries.menu(name)}>
        <span>{name}</span> ▾
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" align="start" sideOffset={4}>
          <Menu.Popup className="menu libraries">
            <KnownLibraries />
            <Menu.Separator className="menu-edge" />
            <Menu.Item className="menu-item" onClick={() => showOverlay('new-library')}>
              {words.around.libraries.new}
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => void openOther(host, library.shell)}>
              {words.around.libraries.open}
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => showOverlay('exchange')}>
              {words.around.exchange.open}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** Asked anew whenever the menu opens: other windows and the person's disk change the list unasked. */
function KnownLibraries() {
  const words = useWords()
  const host = useHost()
  const { value } = useCall('libraries.recent', {})
  const [forgotten, setForgotten] = useState<readonly string[]>([])
  const list = (value?.list ?? []).filter(({ path }) => !forgotten.includes(path))
  const choose = (known: KnownLibrary): void => {
    if (!known.isThere) {
      setForgotten([...forgotten, known.path])
      void host.call('libraries.forget', { path: known.path })
    } else if (!known.isCurrent) void openListed(host, known.path)
  }
  return (
    <Menu.Group>
      <Menu.GroupLabel className="menu-label">{words.around.libraries.recent}</Menu.GroupLabel>
      {list.map((known) => (
        <Menu.Item key={known.path} className="menu-item library-item" closeOnClick={known.isThere} title={known.path} onClick={() => choose(known)}>
          <span>
            <b>{known.name}</b>
            <small lang="zxx">{known.path}</small>
          </span>
          <small>
            {known.isCurrent && words.around.libraries.current}
            {!known.isThere && `${words.around.libraries.missing} · ${words.around.libraries.forget}`}
          </small>
        </Menu.Item>
      ))}
    </Menu.Group>
  )
}
