import { overlaps, spanLength } from '../text/span.ts'
import type { Unweighed, Weighed } from './doubt.ts'
import type { Report, Statement, ThemeAssignment } from './report.ts'

/**
 * How unsure each theme of each statement is. The weights follow how often such readings were wrong among labelled
 * sentences (`npm run corpus`): a theme that nothing near repeats is wrong six times as often as one that goes on.
 */
export function themeDoubts({ statements, text }: Report): Unweighed[] {
  const near = new Neighbourhood(statements)
  return statements.flatMap((statement, index) =>
    statement.themes.flatMap((theme): Unweighed[] => {
      if (theme.by === 'person') return []
      const { start, end } = statement
      return [
        {
          key: `theme:${start}:${theme.id}`,
          part: 'theme',
          span: { start, end },
          evidence: theme.evidence,
          read: theme.id,
          because: reasons({ statement, theme, around: near.of(index, theme.id), text })
        }
      ]
    })
  )
}

const WEIGHT = {
  alone: 0.22,
  nearlyAlone: 0.18,
  others: 0.15,
  severalThemes: 0.25,
  inheritedAlone: 0.25,
  inherited: { clause: 0.08, heading: 0.15 },
  weakWords: 0.1,
  fewWords: 0.15,
  procedure: 0.5
} as const

/** Statements on either side that are near. */
const REACH = 4

interface Around {
  /** Statements near, itself included, that have the theme. */
  readonly same: number
  /** Statements near that have only others. */
  readonly others: number
}

interface Place {
  readonly statement: Statement
  readonly theme: ThemeAssignment
  readonly around: Around
  readonly text: string
}

function reasons({ statement, theme, around }: Place): Weighed[] {
  const because: Weighed[] = []
  if (statement.kind === 'procedure') because.push([{ why: 'in-procedure' }, WEIGHT.procedure])
  const isInherited = theme.evidence.length > 0 && !theme.evidence.some((span) => overlaps(span, statement))
  if (isInherited) {
    const from = theme.score < FROM_CLAUSE ? 'heading' : 'clause'
    because.push([{ why: 'inherited', from }, WEIGHT.inherited[from] + (around.same <= 2 ? WEIGHT.inheritedAlone : 0)])
  } else if (around.same <= 2) because.push([{ why: 'theme-alone' }, around.same === 1 ? WEIGHT.alone : WEIGHT.nearlyAlone])
  if (around.others >= 2) because.push([{ why: 'other-themes-near', count: around.others }, WEIGHT.others])
  if (statement.themes.length === 2) because.push([{ why: 'several-themes', count: 2 }, WEIGHT.severalThemes])
  if (isInherited) return because
  if (theme.score < SURE_WORDS) because.push([{ why: 'weak-words', score: theme.score }, WEIGHT.weakWords])
  const characters = theme.evidence.reduce((sum, span) => sum + spanLength(span), 0)
  const of = spanLength(statement)
  if (of > LONG_CLAUSE && characters < of * FEW) because.push([{ why: 'few-words', characters, of }, WEIGHT.fewWords])
  return because
}

/** Scores of `readStatements`: what a heading hands on is below, what a clause hands on is at it. */
const FROM_CLAUSE = 0.6
const SURE_WORDS = 0.85
const LONG_CLAUSE = 30
const FEW = 0.25

class Neighbourhood {
  readonly #statements: readonly Statement[]

  constructor(statements: readonly Statement[]) {
    this.#statements = statements
  }

  of(index: number, theme: string): Around {
    let same = 0
    let others = 0
    for (let i = Math.max(0, index - REACH); i <= Math.min(this.#statements.length - 1, index + REACH); i++) {
      const { themes } = this.#statements[i]!
      if (themes.some(({ id }) => id === theme)) same++
      else if (themes.length > 0) others++
    }
    return { same, others }
  }
}
