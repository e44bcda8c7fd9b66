import { useState } from 'react'
import type { RoundDisagreement, RoundTheme } from '#core/contract/coder-calls.ts'
import { placeParts } from '../../citation.ts'
import { themeName } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'

interface DisagreementDetailProps {
  readonly disagreement: RoundDisagreement
  readonly coders: readonly string[]
  /** Of the round. */
  readonly themes: readonly RoundTheme[]
  /** null takes the agreement back. */
  readonly onAgree: (themes: readonly string[] | null) => void
  readonly onOpen: () => void
}

/** A statement with what each coder and the program put it under, and what is agreed on. */
export function DisagreementDetail({ disagreement, coders, themes, onAgree, onOpen }: DisagreementDetailProps) {
  const words = useWords()
  const language = useLanguage()
  const { text, place, title, coded, machine, agreed } = disagreement
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(agreed ?? coded.flat()))
  const toggle = (theme: string, isOn: boolean): void => setTicked((before) => new Set(isOn ? [...before, theme] : [...before].filter((other) => other !== theme)))
  return (
    <div className="disagreement-detail" data-scroller tabIndex={0} role="region" aria-label={text}>
      <blockquote>{text}</blockquote>
      <p className="coders-facts">
        {title ?? words.coders.untitled} · {placeParts(place, { words }).join(' · ')}{' '}
        <button type="button" className="link" onClick={onOpen}>
          {words.coders.toSource}
        </button>
      </p>
      <dl className="disagreement-sides">
        {coders.map((coder, index) => (
          <div key={coder} className="is-hand">
            <dt>{coder}</dt>
            <dd>
              <ThemeNames ids={coded[index]!} themes={themes} differing={disagreement.themes} />
            </dd>
            <dd>
              <button type="button" onClick={() => onAgree(coded[index]!)}>
                {words.coders.take(coder, index + 1)}
              </button>
            </dd>
          </div>
        ))}
        <div className="is-machine">
          <dt>{words.coders.machine}</dt>
          <dd>
            <ThemeNames ids={machine} themes={themes} differing={disagreement.themes} />
          </dd>
        </div>
        {agreed !== null && (
          <div className="is-agreed">
            <dt>{words.coders.agreed}</dt>
            <dd>
              <ThemeNames ids={agreed} themes={themes} differing={disagreement.themes} />
            </dd>
            <dd>
              <button type="button" onClick={() => onAgree(null)}>
                {words.coders.takeBack}
              </button>
            </dd>
          </div>
        )}
      </dl>
      <fieldset className="disagreement-themes">
        <legend>{words.coders.choose}</legend>
        {themes.map(({ id, name }) => (
          <label key={id} style={{ '--c': `var(--theme-${id})` }}>
            <input type="checkbox" checked={ticked.has(id)} onChange={(event) => toggle(id, event.target.checked)} />
            <i className="swatch" />
            {name[language]}
          </label>
        ))}
        <button type="button" onClick={() => onAgree([...ticked])}>
          {words.coders.agree}
        </button>
      </fieldset>
    </div>
  )
}

interface ThemeNamesProps {
  readonly ids: readonly string[]
  readonly themes: readonly RoundTheme[]
  /** Those on which the coders differ stand out, underlined. */
  readonly differing: readonly string[]
}

function ThemeNames({ ids, themes, differing }: ThemeNamesProps) {
  const words = useWords()
  const language = useLanguage()
  if (ids.length === 0) return <span className="coders-none">{words.coders.noTheme}</span>
  return (
    <ul>
      {ids.map((id) => (
        <li key={id} style={{ '--c': `var(--theme-${id})` }}>
          <i className="swatch" />
          {differing.includes(id) ? <u>{themeName(themes, id, language)}</u> : themeName(themes, id, language)}
        </li>
      ))}
    </ul>
  )
}
