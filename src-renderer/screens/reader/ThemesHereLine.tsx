import type { ReactNode } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import type { Report } from '#core/report/report.ts'
import { themeName } from '../../language/labels.ts'
import type { Place } from '../../routes.ts'
import { ThemeMenu, useDecide, useThemesHere } from '../../ThemeMenu.tsx'
import { useLanguage, useWords } from '../../use-words.ts'
import { nextDecision, originWords, type ThemeHere } from '../../themes-here.ts'

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

/** The themes of the sentences at the place, each with whose word it is; a person takes one out, puts one in, or takes their word back. */
export function ThemesHereLine({ report, place, themes, isChoosing, onChoosing, children }: ThemesHereLineProps) {
  const words = useWords()
  const language = useLanguage()
  const decide = useDecide(report, place)
  const here = useThemesHere(report, place)
  const originOf = ({ state, coder }: ThemeHere): string => originWords(words.coding, coder)[state]
  return (
    <div className="themes-here" role="group" aria-label={words.coding.here}>
      {children}
      <ThemeMenu report={report} place={place} themes={themes} isOpen={isChoosing} onOpen={onChoosing} />
      {here.themes.map((one) => {
        const { theme, state, count } = one
        const name = themeName(themes, theme, language)
        const next = nextDecision(state)
        const act = next === 'rejected' ? words.coding.reject(name) : next === 'assigned' ? words.coding.assign(name) : words.coding.takeBack(name)
        return (
          <span key={theme} className={`theme-here is-${looks[state]}`} style={{ '--c': `var(--theme-${theme})` }} title={originOf(one)}>
            <i className="swatch" />
            {looks[state] === 'rejected' ? <s>{name}</s> : name}
            <small>
              {originOf(one)}
              {here.statements > 1 && ` ${words.coding.sentences(count, here.statements)}`}
            </small>
            <button type="button" className="plain" aria-label={act} title={act} onClick={() => decide(theme, next)}>
              {next === 'rejected' ? '×' : next === 'assigned' ? '＋' : '↺'}
            </button>
          </span>
        )
      })}
      {here.statements > 0 && here.themes.length === 0 && <span className="theme-here is-none">{words.coding.none}</span>}
    </div>
  )
}

const looks: Readonly<Record<ThemeHere['state'], 'machine' | 'person' | 'rejected'>> = { machine: 'machine', person: 'person', others: 'person', rejected: 'rejected', 'others-rejected': 'rejected' }
