import { useState } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import type { CodebookEffect, EffectLine } from '#core/contract/codebook-calls.ts'
import { useCall } from '../../host/use-call.ts'
import { clipped, number, themeName } from '../../language/labels.ts'
import { openPlace } from '../../routes.ts'
import { useEffectProgress } from '../../state/effect-progress.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { showEffectOn, useDraftEffect } from './effect-of-draft.ts'

/** How far it is; what is known so far changes nothing. */
export function EffectProgress({ job, onStop }: { readonly job: string | null; readonly onStop: (job: string) => void }) {
  const { codebookScreen: w } = useWords()
  const progress = useEffectProgress((state) => state.progress)
  const { done, total } = progress !== null && progress.job === job ? progress : { done: 0, total: 0 }
  const said = total === 0 ? w.draft.waiting : w.draft.working(number(done), number(total))
  return (
    <div className="draft-working" role="status">
      <p>{said}</p>
      <progress max={Math.max(total, 1)} value={done} aria-label={said} />
      <button type="button" disabled={job === null} onClick={() => job !== null && onStop(job)}>
        {w.draft.stop}
      </button>
    </div>
  )
}

interface EffectFoundProps {
  readonly job: string
  readonly effect: CodebookEffect
  readonly themes: readonly Theme[]
}

const atOnce = 30

/** What a draft would do: how many statements come to each theme and go, and which they are. */
export function EffectFound({ job, effect, themes }: EffectFoundProps) {
  const { codebookScreen: w } = useWords()
  const language = useLanguage()
  const theme = useDraftEffect((state) => state.theme)
  const { reports, apart, statements, recoded, byMerging } = effect
  const leftOut = apart > 0 && <small>{w.apartNote(number(apart))}</small>
  if (recoded === 0) {
    return (
      <p role="status">
        {w.draft.foundNone(number(reports))} {leftOut}
      </p>
    )
  }
  const ordered = themes.flatMap(({ id }) => effect.themes.find((each) => each.theme === id) ?? [])
  return (
    <section className="effect" aria-label={w.draft.lines}>
      <p role="status">
        {w.draft.found(number(reports), number(statements), number(recoded))} {byMerging > 0 && w.draft.byMerging(number(byMerging))} {leftOut}
      </p>
      <ul className="effect-themes">
        <li>
          <button type="button" className="plain" aria-pressed={theme === null} onClick={() => showEffectOn(null)}>
            <span>{w.draft.all}</span>
            <b>{number(recoded)}</b>
          </button>
        </li>
        {ordered.map(({ theme: id, comes, goes }) => (
          <li key={id} style={{ '--c': `var(--theme-${id})` }}>
            <button type="button" className="plain" aria-pressed={theme === id} title={w.draft.comesOf(themeName(themes, id, language), number(comes), number(goes))} onClick={() => showEffectOn(id)}>
              <span>
                <i className="swatch" aria-hidden="true" /> {themeName(themes, id, language)}
              </span>
              <b>
                {comes > 0 && w.draft.comes(number(comes))} {goes > 0 && w.draft.goes(number(goes))}
              </b>
            </button>
          </li>
        ))}
      </ul>
      <Lines key={`${job} ${theme}`} job={job} theme={theme} themes={themes} />
    </section>
  )
}

interface LinesProps extends Pick<EffectFoundProps, 'job' | 'themes'> {
  readonly theme: string | null
}

function Lines({ job, theme, themes }: LinesProps) {
  const { codebookScreen: w } = useWords()
  const [pages, setPages] = useState(1)
  const total = useCall('codebooks.effectLines', { job, theme, from: 0, count: atOnce }).value?.total ?? 0
  const left = total - pages * atOnce
  return (
    <>
      <ol className="effect-lines">
        {Array.from({ length: pages }, (_, page) => (
          <Page key={page} from={page * atOnce} job={job} theme={theme} themes={themes} />
        ))}
      </ol>
      {left > 0 && (
        <button type="button" onClick={() => setPages(pages + 1)}>
          {w.draft.more(number(Math.min(left, atOnce)))}
        </button>
      )}
    </>
  )
}

function Page({ job, theme, themes, from }: LinesProps & { readonly from: number }) {
  const { value } = useCall('codebooks.effectLines', { job, theme, from, count: atOnce })
  return (value?.lines ?? []).map((line) => <Line key={`${line.report} ${line.start}`} line={line} themes={themes} />)
}

function Line({ line: { report, start, end, title, text, before, after }, themes }: { readonly line: EffectLine; readonly themes: readonly Theme[] }) {
  const words = useWords()
  const w = words.codebookScreen
  const language = useLanguage()
  const names = (ids: readonly string[]): string => (ids.length === 0 ? w.draft.noTheme : ids.map((id) => themeName(themes, id, language)).join(words.listComma))
  const words40 = clipped(text.trim(), 40)
  return (
    <li>
      <button type="button" className="plain effect-line" aria-label={w.draft.open(words40)} onClick={() => openPlace({ report, start, end, theme: after[0] ?? before[0] ?? null })}>
        <q>{text.trim()}</q>
        <span className="effect-change inferred">
          <del>{names(before)}</del> → <ins>{names(after)}</ins>
        </span>
        <small>{title ?? words.untitled}</small>
      </button>
    </li>
  )
}
