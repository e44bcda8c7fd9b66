import { memo, useMemo, useRef, type KeyboardEventHandler, type MouseEvent } from 'react'
import type { ArrangedArticle } from '#core/arrangement/arrangement.ts'
import type { Row, Selection } from '#core/arrangement/edits.ts'
import type { ArticlesPage, ArticleUnit, PreviewedReport } from '#core/contract/articles-calls.ts'
import { overlaps } from '#core/text/span.ts'
import { number } from '../../language/labels.ts'
import { useWords } from '../../use-words.ts'
import { act } from './actions.ts'
import { indexOf, type Draft } from './draft.ts'

interface ListProps {
  readonly page: ArticlesPage
  readonly draft: Draft
  readonly rows: readonly Row[]
  readonly selection: Selection
  /** Titles that were found, for articles that have none given. */
  readonly titles: readonly PreviewedReport[]
  readonly onDraft: (draft: Draft) => void
  readonly onKeyDown: KeyboardEventHandler
}

const idOf = (start: number): string => `unit-${start}`

/** The text of the file in reading order, article by article; what is left over at the end. */
export function ArticleList({ page, draft, rows, selection, titles, onDraft, onKeyDown }: ListProps) {
  const { articles: words } = useWords()
  const units = useMemo(() => new Map(page.units.map((unit) => [unit.start, unit])), [page.units])
  const ofMachine = useMemo(() => new Set(page.machine.articles.map(stretchesOf)), [page.machine])
  const byArticle = useMemo(() => Map.groupBy(rows, ({ article }) => article), [rows])
  const titlesOf = useMemo(() => Map.groupBy<number | null, PreviewedReport>(titles, ({ article }) => article), [titles])
  const blocks = [...draft.now.articles.map((_, n): number | null => n), ...(byArticle.has(null) ? [null] : [])]
  const chosen = new Set(rows.slice(selection.first, selection.last + 1).map(({ start }) => start))
  const click = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null
    const start = Number(target?.closest<HTMLElement>('[data-start]')?.dataset['start'] ?? NaN)
    if (Number.isNaN(start)) return
    if (target?.classList.contains('unit-cut') === true) onDraft(act('cut', { ...draft, at: start, from: start }, page.units))
    else onDraft({ ...draft, at: start, from: event.shiftKey ? draft.from : start })
  }
  const shown = useRef<number | null>(null)
  return (
    <div
      ref={(node) => {
        if (node === null) return
        if (shown.current === null) node.focus()
        // the row that the keys act on stays in sight
        else if (shown.current !== draft.at) node.querySelector(`#${idOf(draft.at)}`)?.scrollIntoView({ block: 'nearest' })
        shown.current = draft.at
      }}
      className="articles-list"
      role="listbox"
      aria-label={words.list}
      aria-multiselectable
      aria-activedescendant={idOf(rows[indexOf(rows, draft.at)]?.start ?? 0)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        // Shift chooses rows, no characters
        if (event.shiftKey) event.preventDefault()
      }}
      onClick={click}
    >
      {blocks.map((article) => {
        const own = byArticle.get(article) ?? []
        const arranged = article === null ? null : (draft.now.articles[article] ?? null)
        return (
          <Block
            key={article ?? 'left-over'}
            article={article}
            isOfMachine={arranged !== null && ofMachine.has(stretchesOf(arranged))}
            title={arranged === null ? null : titleOf(arranged, { page, found: titlesOf.get(article)?.[0] })}
            count={own.length}
          >
            {own.map(({ start }, n) => (
              <UnitRow
                key={start}
                unit={units.get(start)!} // rows are units
                isChosen={chosen.has(start)}
                isAt={draft.at === start}
                isSeam={n > 0 && article !== null && own[n - 1]!.end !== start}
                isTitle={arranged?.title !== undefined && arranged.title !== null && overlaps(arranged.title, units.get(start)!)}
              />
            ))}
          </Block>
        )
      })}
    </div>
  )
}

/** The same for articles of the same stretches. */
const stretchesOf = ({ stretches }: ArrangedArticle): string => JSON.stringify(stretches)

/** null: it has none; undefined: it is being looked for. */
function titleOf({ title }: ArrangedArticle, { page, found }: { page: ArticlesPage; found: PreviewedReport | undefined }): string | null | undefined {
  if (title === null) return null
  if (title === undefined) return found === undefined ? undefined : found.title
  return page.units
    .filter((unit) => overlaps(unit, title))
    .map(({ text }) => text)
    .join('')
}

interface BlockProps {
  /** Index; null: what is left over. */
  readonly article: number | null
  readonly isOfMachine: boolean
  readonly title: string | null | undefined
  readonly count: number
  readonly children: React.ReactNode
}

function Block({ article, isOfMachine, title, count, children }: BlockProps) {
  const { articles: words } = useWords()
  const id = `article-${article ?? 'left-over'}`
  const kind = article === null ? 'is-left-over' : isOfMachine ? 'is-machine' : 'is-hand'
  return (
    <div className={`article-block ${kind}`} role="group" aria-labelledby={id}>
      <div className="article-head" id={id}>
        <b>{article === null ? words.leftOver : words.article(article + 1)}</b>
        {article !== null && <span className="article-title">{title === undefined ? words.finding : (title ?? words.untitled)}</span>}
        {article !== null && <small className="article-by">{isOfMachine ? words.byMachine : words.byHand}</small>}
        <small>{words.rows(number(count))}</small>
      </div>
      {children}
    </div>
  )
}

interface UnitRowProps {
  readonly unit: ArticleUnit
  readonly isChosen: boolean
  readonly isAt: boolean
  readonly isTitle: boolean
  /** What stands before it in the source is somewhere else. */
  readonly isSeam: boolean
}

/** Its clicks are the list's: a file may have thousands, and only those that look otherwise are drawn again. */
const UnitRow = memo(function UnitRow({ unit, isChosen, isAt, isTitle, isSeam }: UnitRowProps) {
  const { articles: words } = useWords()
  return (
    <div
      id={idOf(unit.start)}
      role="option"
      data-start={unit.start}
      aria-selected={isChosen}
      className={`unit-row${isAt ? ' is-at' : ''}${unit.kind === null ? '' : ' is-furniture'}${isTitle ? ' is-title' : ''}${isSeam ? ' is-seam' : ''}`}
    >
      <span className="unit-cut" title={words.cutNote} aria-hidden />
      <span className="unit-line">{unit.line}</span>
      <span className="unit-text">{unit.text}</span>
      {(isTitle || unit.kind !== null) && <small className="unit-kind">{isTitle ? words.headline : words.kinds[unit.kind ?? 'field']}</small>}
    </div>
  )
})
