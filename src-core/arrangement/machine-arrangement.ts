import type { Article, Division } from '../source/article.ts'
import type { Span } from '../text/span.ts'
import type { ArrangedArticle, Arrangement } from './arrangement.ts'

/** Some characters of an article, in the source. */
interface Unit extends Span {
  /** Index of the article; null: left over. */
  readonly article: number | null
  /** Of text, its place in reading order; null for what stands around it. */
  readonly rank: number | null
}

/**
 * A division as the arrangement that gives it again. Stretches reach to the begin of the next one, so
 * that stretches and what is left over cover the source without gaps.
 */
export function arrangementOf(division: Division, text: string): Arrangement {
  const units = [
    ...division.articles.flatMap(unitsOf),
    ...division.leftOver.flatMap(({ spans }) => spans.map((span): Unit => ({ ...span, article: null, rank: null })))
  ].sort((a, b) => a.start - b.start)
  const runs = runsOf(units, text.length)
  return { articles: division.articles.map((article, n) => ({ stretches: inReadingOrder(runs.filter((run) => run.article === n)), ...marksOf(article) })) }
}

function unitsOf({ map, title, furniture }: Article, article: number): Unit[] {
  const around = [...(title === null ? [] : [title]), ...furniture].flatMap(({ spans }) => spans)
  return [
    ...map.pieces.map(({ source, length }, rank): Unit => ({ start: source, end: source + length, article, rank })),
    ...around.map((span): Unit => ({ ...span, article, rank: null }))
  ]
}

function marksOf({ title, furniture }: Article): Omit<ArrangedArticle, 'stretches'> {
  const asides = furniture.filter(({ kind, spans }) => kind === 'kicker' && spans.length > 0).map(({ spans }) => hull(spans))
  return { title: title === null || title.spans.length === 0 ? null : hull(title.spans), ...(asides.length === 0 ? {} : { asides }) }
}

const hull = (spans: readonly Span[]): Span => ({
  start: spans.reduce((least, { start }) => Math.min(least, start), Infinity),
  end: spans.reduce((most, { end }) => Math.max(most, end), 0)
})

interface Run extends Span {
  readonly article: number | null
  readonly first: number | null
  readonly last: number | null
}

/** Units that follow each other in the source and in the reading text. */
function runsOf(units: readonly Unit[], length: number): Run[] {
  const runs: Run[] = []
  for (const { start, article, rank } of units) {
    const run = runs.at(-1)
    const goesOn = run?.article === article && (rank === null || run.last === null || rank === run.last + 1)
    if (run !== undefined && goesOn) runs[runs.length - 1] = { ...run, first: run.first ?? rank, last: rank ?? run.last }
    else runs.push({ start: runs.length === 0 ? 0 : start, end: 0, article, first: rank, last: rank })
  }
  return runs.map((run, n) => ({ ...run, end: runs[n + 1]?.start ?? length }))
}

/** By the text they hold; one without text stays behind the one before it in the source. */
function inReadingOrder(runs: readonly Run[]): Span[] {
  let before = -1
  return runs
    .map((run) => {
      before = run.first ?? before
      return { run, rank: before }
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ run: { start, end } }) => ({ start, end }))
}
