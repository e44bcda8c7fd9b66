import { contains, overlaps, type Span } from '../text/span.ts'

/**
 * How a person divides a source: its reports in order, each with its stretches of the source in
 * reading order. What is in no stretch belongs to no report.
 *
 * Stretches are spans of the source's text and not ranges of lines: two reports may run together
 * inside one line or one paragraph, a newer reader may draw lines otherwise over the same text, and
 * the text of a stored source changes only when a person names another encoding.
 */
export interface Arrangement {
  readonly articles: readonly ArrangedArticle[]
}

export interface ArrangedArticle {
  readonly stretches: readonly Span[]
  /** Its headline, inside its stretches; null: it has none; absent: the machine looks for it. */
  readonly title?: Span | null
  /** Second headlines and pull quotes inside its stretches, which stand beside the text. */
  readonly asides?: readonly Span[]
}

/** An arrangement as it is kept: positions mean what they meant only in a text of this length. */
export interface KeptArrangement extends Arrangement {
  readonly characters: number
}

/** What holds of a kept arrangement for this text: nothing where it was made for another. */
export const fitting = (kept: KeptArrangement | null, text: string): Arrangement | null => (kept?.characters === text.length ? kept : null)

/** Where a stretch goes: into which article, in front of the stretch at which position of the source; null: at its end. */
export interface Target {
  readonly article: number
  readonly before: number | null
}

/**
 * The arrangement in its one form: inside the text, every character in one place at most (the first
 * that names it), neighbours joined, no surrogate pair cut, nothing empty, marks inside their article.
 */
export function normalised({ articles }: Arrangement, text: string): Arrangement {
  const taken: Span[] = []
  const whole = (position: number) => (isInsidePair(text, position) ? position - 1 : position)
  const claim = ({ start, end }: Span): Span[] => {
    const own = { start: whole(Math.max(0, start)), end: whole(Math.min(text.length, end)) }
    const free = own.end > own.start ? without([own], taken) : []
    taken.push(...free)
    return free
  }
  return { articles: articles.map(({ stretches, ...marks }) => tidy({ ...marks, stretches: stretches.flatMap(claim) })).filter(isThere) }
}

const isInsidePair = (text: string, position: number): boolean =>
  /^[\udc00-\udfff]$/.test(text.charAt(position)) && /^[\ud800-\udbff]$/.test(text.charAt(position - 1))

const isThere = ({ stretches }: ArrangedArticle): boolean => stretches.length > 0

/** Neighbours joined, and marks dropped that stand nowhere in it any more. */
function tidy({ stretches, title, asides }: ArrangedArticle): ArrangedArticle {
  const joined: Span[] = []
  for (const { start, end } of stretches) {
    const last = joined.at(-1)
    if (last?.end === start) joined[joined.length - 1] = { start: last.start, end }
    else if (end > start) joined.push({ start, end })
  }
  const isInside = (mark: Span) => joined.some((stretch) => overlaps(stretch, mark))
  const kept = (asides ?? []).filter(isInside)
  return {
    stretches: joined,
    ...(title === null || (title !== undefined && isInside(title)) ? { title } : {}),
    ...(kept.length === 0 ? {} : { asides: kept })
  }
}

const settled = (articles: readonly ArrangedArticle[]): Arrangement => ({ articles: articles.map(tidy).filter(isThere) })

/** The spans, in their order, less what the others cover. */
function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  return others.reduce<Span[]>(
    (left, { start, end }) =>
      left.flatMap((span) =>
        overlaps(span, { start, end })
          ? [{ start: span.start, end: start }, { start: end, end: span.end }].filter((part) => part.end > part.start && contains(span, part))
          : [span]
      ),
    [...spans]
  )
}

/** The index of the article that a position belongs to, or null. */
export function articleAt({ articles }: Arrangement, position: number): number | null {
  const index = articles.findIndex(({ stretches }) => stretches.some(({ start, end }) => start <= position && position < end))
  return index === -1 ? null : index
}

/** The two articles become one: the first with the second behind it; its headline is the first's. */
export function merge({ articles }: Arrangement, first: number): Arrangement {
  const [a, b] = [articles[first], articles[first + 1]]
  if (a === undefined || b === undefined) return { articles }
  const title = a.title === undefined ? undefined : (a.title ?? b.title)
  const merged: ArrangedArticle = {
    stretches: [...a.stretches, ...b.stretches],
    ...(title === undefined ? {} : { title }),
    asides: [...(a.asides ?? []), ...(b.asides ?? [])]
  }
  return settled(articles.toSpliced(first, 2, merged))
}

/** A new article begins at this position of the source, with all that its article has from there on in reading order. */
export function split({ articles }: Arrangement, at: number): Arrangement {
  const index = articleAt({ articles }, at)
  const article = index === null ? undefined : articles[index]
  if (index === null || article === undefined) return { articles }
  const { stretches, title, asides } = article
  const place = stretches.findIndex(({ start, end }) => start <= at && at < end)
  const cut = stretches[place]!
  const before = [...stretches.slice(0, place), { start: cut.start, end: at }].filter(({ start, end }) => end > start)
  const after = [{ start: at, end: cut.end }, ...stretches.slice(place + 1)]
  if (before.length === 0) return { articles }
  const marks = { ...(title === undefined ? {} : { title }), asides: asides ?? [] }
  // a second half that has no mark of its own: the machine looks for its headline
  const { title: _, ...unmarked } = marks
  const isTitled = title !== undefined && title !== null && after.some((stretch) => overlaps(stretch, title))
  return settled(articles.toSpliced(index, 1, { ...marks, stretches: before }, { ...(isTitled ? marks : unmarked), stretches: after }))
}

/** The article stands at another place of the order. */
export function moveArticle({ articles }: Arrangement, from: number, to: number): Arrangement {
  const moved = articles[from]
  if (moved === undefined || to < 0 || to >= articles.length) return { articles }
  return { articles: articles.toSpliced(from, 1).toSpliced(to, 0, moved) }
}

const lessSpan = ({ stretches, ...marks }: ArrangedArticle, span: Span): ArrangedArticle => ({ ...marks, stretches: without(stretches, [span]) })

/** The span belongs to no report. */
export const leaveOut = ({ articles }: Arrangement, span: Span): Arrangement => settled(articles.map((article) => lessSpan(article, span)))

/** The span goes where `to` says, wherever it was; marks on it go with it. */
export function place({ articles }: Arrangement, span: Span, to: Target): Arrangement {
  const goal = articles[to.article]
  if (goal === undefined || span.end <= span.start) return { articles }
  const marks = marksOn(articles, span)
  return settled(
    articles.map((article, n) => {
      const rest = lessSpan(article, span)
      if (n !== to.article) return rest
      const withMarks = {
        ...rest,
        ...(article.title === null && marks.title !== undefined ? { title: marks.title } : {}),
        asides: [...(article.asides ?? []), ...marks.asides.filter((mark) => !(article.asides ?? []).includes(mark))]
      }
      return { ...withMarks, stretches: inserted(rest.stretches, span, to.before) }
    })
  )
}

function marksOn(articles: readonly ArrangedArticle[], span: Span): { title: Span | undefined; asides: Span[] } {
  return {
    title: articles.flatMap(({ title }) => (title !== undefined && title !== null && contains(span, title) ? [title] : []))[0],
    asides: articles.flatMap(({ asides }) => (asides ?? []).filter((mark) => contains(span, mark)))
  }
}

function inserted(stretches: readonly Span[], span: Span, before: number | null): Span[] {
  const index = before === null ? -1 : stretches.findIndex(({ start, end }) => start <= before && before < end)
  if (index === -1 || before === null) return [...stretches, span]
  const { start, end } = stretches[index]!
  const parts = [{ start, end: before }, span, { start: before, end }].filter((part) => part.end > part.start)
  return stretches.toSpliced(index, 1, ...parts)
}

/** The span is an article of its own, which stands at this place of the order. */
export function newArticle({ articles }: Arrangement, span: Span, at: number): Arrangement {
  const others = articles.map((article) => lessSpan(article, span))
  return settled(others.toSpliced(at, 0, { stretches: [span] }))
}

/** The span is the headline of this article; null: it has none; undefined: the machine looks for it. */
export function titled({ articles }: Arrangement, article: number, title: Span | null | undefined): Arrangement {
  const goal = articles[article]
  if (goal === undefined) return { articles }
  const { title: _, ...rest } = goal
  return settled(articles.with(article, title === undefined ? rest : { ...rest, title }))
}

/** Two normalised arrangements of the same text that say the same. */
export const isSame = (a: Arrangement, b: Arrangement): boolean => keyOf(a) === keyOf(b)

const keyOf = ({ articles }: Arrangement): string =>
  JSON.stringify(articles.map(({ stretches, title, asides }) => [spanKeys(stretches), title === undefined ? 'find' : title === null ? null : spanKeys([title]), spanKeys(asides ?? []).sort()]))

const spanKeys = (spans: readonly Span[]): string[] => spans.map(({ start, end }) => `${start}-${end}`)
