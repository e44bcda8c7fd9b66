import { Menu } from '@base-ui/react/menu'
import type { Theme } from '#core/codebook/codebook.ts'
import type { Report } from '#core/report/report.ts'
import { slice } from '#core/text/span.ts'
import { useAnswer, useHost } from './host/use-call.ts'
import type { Place } from './routes.ts'
import { noticeRefusal } from './state/notices.ts'
import { nextDecision, originWords, themesHere, type ThemeHere, type ThemesHere } from './themes-here.ts'
import { useLanguage, useWords } from './use-words.ts'

interface ThemeMenuProps {
  readonly report: Report
  readonly place: Place
  readonly themes: readonly Theme[]
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

const none: readonly never[] = []

/** All themes, with those of the sentences at a place ticked and whose word each is: one is put in, taken out, or taken back. */
export function ThemeMenu({ report, place, themes, isOpen, onOpen }: ThemeMenuProps) {
  const words = useWords()
  const language = useLanguage()
  const here = useThemesHere(report, place)
  const decide = useDecide(report, place)
  const themeHere = (theme: string): ThemeHere | null => here.themes.find((one) => one.theme === theme) ?? null
  return (
    <Menu.Root modal={false} open={isOpen} onOpenChange={onOpen}>
      <Menu.Trigger className="theme-choose" disabled={here.statements === 0} title={words.coding.chooseHint}>
        {words.coding.choose}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" align="start" sideOffset={4}>
          <Menu.Popup className="menu check-menu">
            {themes.map(({ id, name }) => {
              const known = themeHere(id)
              const state = known?.state ?? null
              return (
                <Menu.CheckboxItem key={id} className="menu-item check-item" closeOnClick={false} checked={state === 'machine' || state === 'person' || state === 'others'} onCheckedChange={() => decide(id, nextDecision(state))}>
                  <span>{name[language]}</span>
                  {known !== null && <small>{originWords(words.coding, known.coder)[known.state]}</small>}
                </Menu.CheckboxItem>
              )
            })}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** The themes of the sentences at a place, with what a person decided of them. */
export function useThemesHere(report: Report, place: Place): ThemesHere {
  const codings = useAnswer('codings.list', { report: place.report }) ?? none
  return themesHere(report, codings, place)
}

type Decision = ReturnType<typeof nextDecision>

export function useDecide({ text }: Report, { report, start, end }: Place): (theme: string, decision: Decision) => void {
  const host = useHost()
  return (theme, decision) => void host.call('codings.decide', { report, start, end, words: slice(text, { start, end }), theme, decision }).then((reply) => reply.ok || noticeRefusal(reply.problem))
}
