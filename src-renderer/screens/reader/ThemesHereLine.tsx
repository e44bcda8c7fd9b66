import { Menu } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import type { Report } from '#core/report/report.ts'
import { useCall, useHost } from '../../host/use-call.ts'
import { themeName } from '../../language/labels.ts'
import type { Place } from '../../routes.ts'
import { noticeRefusal } from '../../state/notices.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { nextDecision, themesHere, type ThemeHere } from './themes-here.ts'

interface ThemesHereLineProps {
  readonly report: Report
  readonly place: Place
  readonly themes: readonly Theme[]
  /** Whether the list of themes is open. */
  readonly isChoosing: boolean
  readonly onChoosing: (isChoosing: boolean) => void
  /** What else a person does at the place; it stands first. */
  readonly children?: ReactNode
}

const none: readonly never[] = []

/** The themes of the sentences at the place, each with whose word it is; a person takes one out, puts one in, or takes their word back. */
export function ThemesHereLine({ report, place, themes, isChoosing, onChoosing, children }: ThemesHereLineProps) {
  const words = useWords()
  const language = useLanguage()
  const decide = useDecide(report, place)
  const codings = useCall('codings.list', { report: place.report }).value ?? none
  const here = themesHere(report, codings, place)
  const stateOf = (theme: string): ThemeHere['state'] | null => here.themes.find((one) => one.theme === theme)?.state ?? null
  const origins: Readonly<Record<ThemeHere['state'], string>> = { machine: words.coding.byProgram, person: words.coding.byHand, rejected: words.coding.rejected }
  return (
    <div className="themes-here" role="group" aria-label={words.coding.here}>
      {children}
      <Menu.Root modal={false} open={isChoosing} onOpenChange={onChoosing}>
        <Menu.Trigger className="theme-choose" disabled={here.statements === 0} title={words.coding.chooseHint}>
          {words.coding.choose}
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className="menu-positioner" align="start" sideOffset={4}>
            <Menu.Popup className="menu check-menu">
              {themes.map(({ id, name }) => {
                const state = stateOf(id)
                return (
                  <Menu.CheckboxItem key={id} className="menu-item check-item" closeOnClick={false} checked={state === 'machine' || state === 'person'} onCheckedChange={() => decide(id, nextDecision(state))}>
                    <span>{name[language]}</span>
                    {state !== null && <small>{origins[state]}</small>}
                  </Menu.CheckboxItem>
                )
              })}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {here.themes.map(({ theme, state, count }) => {
        const name = themeName(themes, theme, language)
        const act = state === 'machine' ? words.coding.reject(name) : words.coding.takeBack(name)
        return (
          <span key={theme} className={`theme-here is-${state}`} style={{ '--c': `var(--theme-${theme})` }} title={origins[state]}>
            <i className="swatch" />
            {state === 'rejected' ? <s>{name}</s> : name}
            <small>
              {origins[state]}
              {here.statements > 1 && ` ${words.coding.sentences(count, here.statements)}`}
            </small>
            <button type="button" className="plain" aria-label={act} title={act} onClick={() => decide(theme, nextDecision(state))}>
              {state === 'machine' ? '×' : '↺'}
            </button>
          </span>
        )
      })}
      {here.statements > 0 && here.themes.length === 0 && <span className="theme-here is-none">{words.coding.none}</span>}
    </div>
  )
}

type Decision = ReturnType<typeof nextDecision>

function useDecide({ text }: Report, { report, start, end }: Place): (theme: string, decision: Decision) => void {
  const host = useHost()
  return (theme, decision) => void host.call('codings.decide', { report, start, end, words: text.slice(start, end), theme, decision }).then((reply) => reply.ok || noticeRefusal(reply.problem))
}
