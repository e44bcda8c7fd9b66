import { Menu } from '@base-ui/react/menu'
import type { LibraryState } from '#core/contract/calls.ts'
import type { ListedCodebook } from '#core/contract/codebook-calls.ts'
import { useCall, useHost } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { showView } from '../../routes.ts'
import { chooseCodebook } from '../../state/codebook-draft.ts'
import { switchCodebook } from '../../switch-codebook.ts'
import { useLanguage, useWords } from '../../use-words.ts'

/** Which codebook all views show, and the way to others. */
export function CodebookMenu({ codebook }: { readonly codebook: LibraryState['codebook'] }) {
  const words = useWords()
  const language = useLanguage()
  const name = codebook.name[language]
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="link codebook-button" title={`${codebook.id} ${codebook.version} SHA-256 ${codebook.sha256}`}>
        {words.frame.codebook} <b>{name}</b> {codebook.version} · {codebook.sha256.slice(0, 8)} <span aria-hidden="true">▴</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" side="top" align="start" sideOffset={8}>
          <Menu.Popup className="menu codebooks">
            <CodebookChoices />
            <div className="menu-edge" role="separator" />
            <Menu.Item className="menu-item" onClick={() => openCodebook()}>
              {words.codebooks.edit}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** The one in use. */
function openCodebook(): void {
  chooseCodebook(null)
  showView('codebook')
}

const none: readonly ListedCodebook[] = []

function CodebookChoices() {
  const { codebooks: w } = useWords()
  const language = useLanguage()
  const host = useHost()
  const list = useCall('codebooks.list', {}).value ?? none
  const noteOf = ({ themes, uncoded, isOwn }: ListedCodebook): string =>
    [isOwn ? w.own : w.shipped, w.themes(number(themes)), ...(uncoded > 0 ? [w.uncoded(number(uncoded))] : [])].join(' · ')
  return (
    <Menu.RadioGroup value={list.find(({ isInUse }) => isInUse)?.id ?? ''} onValueChange={(id: string) => void switchCodebook(host, id)}>
      <Menu.GroupLabel className="menu-label">{w.choose}</Menu.GroupLabel>
      {list.map((each) => (
        <Menu.RadioItem key={each.id} value={each.id} className="menu-item library-item" closeOnClick>
          <span>
            <b>{each.name[language]}</b>
            <small>{noteOf(each)}</small>
          </span>
          <small>{each.isInUse && w.current}</small>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}
