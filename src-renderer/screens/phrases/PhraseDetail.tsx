import { useState } from 'react'
import type { Phrase } from '#core/phrases/phrases.ts'
import { useCall } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { openPlace, showView } from '../../routes.ts'
import { search } from '../../state/searching.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import type { PaneProps } from './pane-props.ts'

interface PhraseDetailProps extends Omit<PaneProps, 'switches'> {
  readonly phrase: Phrase
}

const step = 100

/** One phrase: who uses it, under which themes, and every place. */
export function PhraseDetail({ phrase, chosen, names, themes }: PhraseDetailProps) {
  const words = useWords()
  const w = words.phrases
  const language = useLanguage()
  const [pages, setPages] = useState(1)
  const used = new Set(phrase.users.map(({ report }) => report))
  const others = chosen.filter((id) => !used.has(id)).map((id) => names.get(id) ?? '')
  const themeOf = (id: string | null): string => (id === null ? w.noTheme : (themes.find((theme) => theme.id === id)?.name[language] ?? id))
  const searchAll = (): void => {
    search({ query: phrase.text })
    showView('search')
  }
  return (
    <section className="phrases-detail" aria-label={phrase.text}>
      <header>
        <h2>{phrase.text}</h2>
        <p>{phrase.origins.map((origin) => w.origins[origin]).join(' · ')}</p>
        <button type="button" onClick={searchAll}>
          {w.searchAll}
        </button>
      </header>
      <h3>{w.users}</h3>
      <ul className="phrases-users">
        {phrase.users.map(({ report, count }) => (
          <li key={report}>
            {names.get(report)} <small>{w.times(number(count))}</small>
          </li>
        ))}
      </ul>
      {others.length > 0 && <p className="phrases-others">{w.notUsed(others.join(language === 'zh' ? '、' : ', '))}</p>}
      <h3>{w.themes}</h3>
      <ul className="phrases-users">
        {phrase.themes.map(({ theme, count }) => (
          <li key={theme}>
            {theme !== null && <i className="swatch" aria-hidden="true" style={{ background: `var(--theme-${theme})` }} />}
            {themeOf(theme)} <small>{w.times(number(count))}</small>
          </li>
        ))}
      </ul>
      <h3>{w.places(number(phrase.count))}</h3>
      <div className="phrases-places">
        {Array.from({ length: pages }, (_, page) => (
          <PlacesPage key={page} reports={chosen} text={phrase.text} offset={page * step} names={names} />
        ))}
        {pages * step < phrase.count && (
          <button type="button" onClick={() => setPages(pages + 1)}>
            {w.more(number(pages * step), number(phrase.count))}
          </button>
        )}
      </div>
    </section>
  )
}

interface PlacesPageProps {
  readonly reports: readonly string[]
  readonly text: string
  readonly offset: number
  readonly names: ReadonlyMap<string, string>
}

/** A hundred places, each leading to its characters. */
function PlacesPage({ reports, text, offset, names }: PlacesPageProps) {
  const words = useWords()
  const language = useLanguage()
  const { value: page, problem } = useCall('phrases.places', { reports: [...reports], text, offset, limit: step })
  if (page === null) return <p>{problem?.message[language] ?? words.phrases.working}</p>
  return page.places.map(({ report, start, end, left, hit, right }) => (
    <button type="button" key={`${report} ${start}`} className="phrases-place" title={words.matrix.openSource} onClick={() => openPlace({ report, start, end, theme: null })}>
      <q>
        {left}
        <b>{hit}</b>
        {right}
      </q>
      <small>{names.get(report)}</small>
    </button>
  ))
}
