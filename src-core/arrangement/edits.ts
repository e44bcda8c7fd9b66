import { contains, type Span } from '../text/span.ts'
import { articleAt, leaveOut, merge, moveArticle, newArticle, place, split, titled, type Arrangement, type Target } from './arrangement.ts'

/** A unit as it stands in the arrangement: in an article, or left over. */
export interface Row extends Span {
  /** Index of the article; null: left over. */
  readonly article: number | null
}

/** An arrangement with the units in which a person sees it. */
export interface Page {
  readonly arrangement: Arrangement
  readonly units: readonly Span[]
}

/** Rows `first` to `last`, both counted. */
export interface Selection {
  readonly first: number
  readonly last: number
}

/** The units in reading order, article by article; those of no article come last, in the order of the source. */
export function rowsOf({ arrangement, units }: Page): Row[] {
  const placed = new Set<Span>()
  const rows = arrangement.articles.flatMap(({ stretches }, article) =>
    stretches.flatMap((stretch) =>
      unitsIn(units, stretch).map((unit): Row => {
        placed.add(unit)
        return { ...unit, article }
      })
    )
  )
  return [...rows, ...units.filter((unit) => !placed.has(unit)).map((unit): Row => ({ ...unit, article: null }))]
}

/** Units are sorted: the first is looked up, the others follow. */
function unitsIn(units: readonly Span[], stretch: Span): Span[] {
  let low = 0
  let high = units.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (units[middle]!.start < stretch.start) low = middle + 1
    else high = middle
  }
  let after = low
  while (after < units.length && contains(stretch, units[after]!)) after++
  return units.slice(low, after)
}

const rowsIn = (page: Page, { first, last }: Selection): Row[] => rowsOf(page).slice(first, last + 1)

/** A new article begins with this row; of what is left over, it takes the rows that stand next to each other in the source. */
export function beginArticle(page: Page, row: number): Arrangement {
  const { arrangement } = page
  const rows = rowsOf(page)
  const begin = rows[row]
  if (begin === undefined) return arrangement
  if (begin.article !== null) return split(arrangement, begin.start)
  let end = begin.end
  for (const { start, end: next } of rows.slice(row + 1)) if (start === end) end = next
  const before = page.units.findLast((unit) => unit.end <= begin.start && articleAt(arrangement, unit.start) !== null)
  return newArticle(arrangement, { start: begin.start, end }, before === undefined ? 0 : articleAt(arrangement, before.start)! + 1)
}

/** The article of this row goes to the end of the one before it. */
export function mergeWithBefore(page: Page, row: number): Arrangement {
  const article = rowsOf(page)[row]?.article ?? null
  return article === null || article === 0 ? page.arrangement : merge(page.arrangement, article - 1)
}

/** The rows change places with the one before or behind them; at the end of an article they go into the next one. */
export function moveRows(page: Page, selection: Selection, by: -1 | 1): Arrangement {
  const rows = rowsOf(page)
  const [moved, article] = [rows.slice(selection.first, selection.last + 1), rows[selection.first]?.article ?? null]
  if (article === null || moved.some((row) => row.article !== article)) return page.arrangement
  const beside = rows[by === -1 ? selection.first - 1 : selection.last + 1]
  if (beside?.article === article && by === 1) return place(page.arrangement, beside, { article, before: moved[0]!.start })
  if (beside?.article === article) return placeAll(page.arrangement, moved, { article, before: beside.start })
  const next = page.arrangement.articles[article + by]
  if (next === undefined) return page.arrangement
  return placeAll(page.arrangement, moved, { article: article + by, before: by === -1 ? null : next.stretches[0]!.start })
}

function placeAll(arrangement: Arrangement, rows: readonly Row[], to: Target): Arrangement {
  // an article that is emptied on the way keeps its number until all is placed
  const goal = arrangement.articles[to.article]?.stretches[0]?.start
  return rows.reduce((now, row) => {
    const article = goal === undefined ? to.article : (articleAt(now, goal) ?? to.article)
    return place(now, row, { ...to, article })
  }, arrangement)
}

/** The article of this row changes places with the one before or behind it. */
export function moveArticleOf(page: Page, row: number, by: -1 | 1): Arrangement {
  const article = rowsOf(page)[row]?.article ?? null
  return article === null ? page.arrangement : moveArticle(page.arrangement, article, article + by)
}

/** The rows belong to no report; where all of them belong to none, they are taken in again. */
export function leaveOutOrTakeIn(page: Page, selection: Selection): Arrangement {
  const rows = rowsIn(page, selection)
  if (rows.some(({ article }) => article !== null)) return rows.reduce((now, row) => leaveOut(now, row), page.arrangement)
  return rows.reduce((now, row) => takenIn({ ...page, arrangement: now }, row), page.arrangement)
}

/** Behind what stands before it in the source. */
function takenIn({ arrangement, units }: Page, row: Span): Arrangement {
  const neighbour = units.findLast((unit) => unit.end <= row.start && articleAt(arrangement, unit.start) !== null)
  if (neighbour === undefined) {
    const first = arrangement.articles[0]
    return first === undefined ? newArticle(arrangement, row, 0) : place(arrangement, row, { article: 0, before: first.stretches[0]!.start })
  }
  const article = articleAt(arrangement, neighbour.start)!
  const rows = rowsOf({ arrangement, units }).filter((own) => own.article === article)
  const behind = rows[rows.findIndex(({ start }) => start === neighbour.start) + 1]
  return place(arrangement, row, { article, before: behind?.start ?? null })
}

/** The rows are the headline of their article; when they are that already, the machine looks for one. */
export function markTitle(page: Page, selection: Selection): Arrangement {
  const rows = rowsIn(page, selection)
  const article = rows[0]?.article ?? null
  if (article === null || rows.some((row) => row.article !== article)) return page.arrangement
  const span = { start: Math.min(...rows.map(({ start }) => start)), end: Math.max(...rows.map(({ end }) => end)) }
  const now = page.arrangement.articles[article]?.title ?? null
  return titled(page.arrangement, article, now !== null && contains(span, now) ? undefined : span)
}

