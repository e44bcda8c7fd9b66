import type { Report, Statement } from '../report/report.ts'
import { charactersIn, countText, type CountedText } from '../text/counted-text.ts'
import type { Span } from '../text/span.ts'

/** A stretch of a report that one theme leads: the unit in which reports are read side by side. */
export interface ThemeBlock extends Span {
  /** null where no statement of it has a theme. */
  readonly theme: string | null
  /** What else its statements are about, most characters first. */
  readonly others: readonly string[]
  /** White space not counted. */
  readonly characters: number
}

/** So many statements without a theme do not part two stretches of one theme. */
const MOST_BRIDGED = 2

/**
 * The text cut where the leading theme changes. The blocks cover all of it, in order: each ends where
 * the next begins, and no two neighbours have the same theme.
 *
 * A statement that leads with another theme but also has the block's stays in the block, one at a
 * time; so do one or two statements without a theme, where the block goes on after them in the same
 * paragraph. Otherwise a section of one theme would fall into a dozen pieces, and nobody reads so.
 *
 * @param counted the text counted, where that was done already
 */
export function themeBlocks({ text, statements, paragraphs }: Pick<Report, 'text' | 'statements' | 'paragraphs'>, counted: CountedText = countText(text)): ThemeBlock[] {
  const runs = leadRuns(statements, paragraphs)
  if (runs.length === 0) return text === '' ? [] : [{ start: 0, end: text.length, theme: null, others: [], characters: charactersIn(counted, 0, text.length) }]
  return runs.map((run, index) => {
    const start = index === 0 ? 0 : statements[run.first]!.start
    const next = runs[index + 1]
    const end = next === undefined ? text.length : statements[next.first]!.start
    return { start, end, theme: run.theme, others: otherThemes(statements.slice(run.first, run.last + 1), run.theme), characters: charactersIn(counted, start, end) }
  })
}

/** The theme with the highest score; of equals the one named first. */
export function leadingTheme({ themes }: Pick<Statement, 'themes'>): string | null {
  let best: Statement['themes'][number] | null = null
  for (const theme of themes) if (best === null || theme.score > best.score) best = theme
  return best?.id ?? null
}

interface LeadRun {
  readonly theme: string | null
  readonly first: number
  last: number
}

function leadRuns(statements: readonly Statement[], paragraphs: readonly Span[]): LeadRun[] {
  const paragraphOf = paragraphNumbers(statements, paragraphs)
  const runs: LeadRun[] = []
  /** Whether the last statement of the run is there as a guest: its own theme is another. */
  let hasGuest = false
  statements.forEach((statement, index) => {
    const lead = leadingTheme(statement)
    const run = runs.at(-1)
    const before = runs.at(-2)
    if (run !== undefined && run.theme === lead) {
      run.last = index
      hasGuest = false
    } else if (run !== undefined && lead !== null && run.theme !== null && !hasGuest && has(statement, run.theme)) {
      run.last = index
      hasGuest = true
    } else if (run?.theme === null && lead !== null && before?.theme === lead && isBridge(run, index, paragraphOf)) {
      runs.pop()
      before.last = index
      hasGuest = false
    } else {
      runs.push({ theme: lead, first: index, last: index })
      hasGuest = false
    }
  })
  return runs
}

const has = (statement: Statement, theme: string): boolean => statement.themes.some(({ id }) => id === theme)

function isBridge(run: LeadRun, next: number, paragraphOf: readonly number[]): boolean {
  return run.last - run.first < MOST_BRIDGED && paragraphOf[run.first - 1] === paragraphOf[next]
}

/** For each statement the index of the paragraph that it begins in. */
export function paragraphNumbers(statements: readonly Statement[], paragraphs: readonly Span[]): number[] {
  let at = 0
  return statements.map(({ start }) => {
    while (at + 1 < paragraphs.length && paragraphs[at + 1]!.start <= start) at++
    return at
  })
}

function otherThemes(statements: readonly Statement[], theme: string | null): string[] {
  const lengths = new Map<string, number>()
  for (const { start, end, themes } of statements) {
    for (const { id } of themes) if (id !== theme) lengths.set(id, (lengths.get(id) ?? 0) + end - start)
  }
  return [...lengths].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id)
}
