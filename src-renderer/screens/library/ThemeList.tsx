import type { Theme } from '#core/codebook/codebook.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { showAllThemes, toggleTheme, useSelection } from '../../state/selection.ts'

interface ThemeListProps {
  readonly themes: readonly Theme[]
  readonly counts: ReadonlyMap<string, number>
}

/** The themes of the codebook; pressing some shows only those. */
export function ThemeList({ themes, counts }: ThemeListProps) {
  const words = useWords()
  const language = useLanguage()
  const chosen = useSelection((s) => s.themes)
  if (themes.length === 0) return null
  return (
    <section className="rail-section themes" aria-label={words.library.themes}>
      <header>
        <h2>
          {words.library.themes} <small>{themes.length}</small>
        </h2>
        {chosen.length > 0 && (
          <button type="button" className="link" onClick={showAllThemes}>
            {words.library.allThemes}
          </button>
        )}
      </header>
      <ul className={chosen.length > 0 ? 'is-filtered' : undefined}>
        {themes.map((theme) => {
          const count = counts.get(theme.id) ?? 0
          return (
            <li key={theme.id}>
              <button
                type="button"
                className="plain theme-button"
                aria-pressed={chosen.includes(theme.id)}
                data-empty={count === 0}
                title={theme.definition[language]}
                style={{ '--c': `var(--theme-${theme.id})` }}
                onClick={() => toggleTheme(theme.id)}
              >
                <i className="swatch" aria-hidden="true" />
                <span>{theme.name[language]}</span>
                <small aria-label={words.library.themeCount(count)}>{count}</small>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
