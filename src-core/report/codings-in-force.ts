import { withWords, wordsOnStatements, type ThemeDecision, type ThemeWord } from './decisions.ts'
import type { Report, Statement } from './report.ts'

/** What one person decided in a report. */
export interface PersonsCodings {
  /** `own`: of the person who looks; `agreed`: what several persons agreed on. */
  readonly standing: 'other' | 'own' | 'agreed'
  /**
   * What it means that nothing was decided: `nothing`, of who only put some things right; `keeps`, of who went through
   * the whole draft: that it is right; `rejects`, of who coded the whole report from nothing.
   */
  readonly silence: 'nothing' | 'keeps' | 'rejects'
  /** In the order in which they were made. */
  readonly decisions: readonly ThemeDecision[]
}

/**
 * The report with the codings of several persons in force. What was agreed holds; else the own word; else the word of
 * the others, where those who spoke say the same. Where they differ nobody's word holds until they agree: what the
 * program read stands, never the word of whoever came last. Within one person the later word holds.
 */
export function applyCodings(report: Report, codings: readonly PersonsCodings[]): Report {
  if (codings.length === 0) return report
  const persons = codings.map(({ standing, silence, decisions }) => ({ standing, silence, wordsOn: wordsOnStatements(report, decisions) }))
  const statements = report.statements.map((statement) => {
    const said = persons.map(({ standing, silence, wordsOn }): Said => ({ standing, silence, words: wordsOn(statement) }))
    return withWords(statement, wordsInForce(statement, said))
  })
  return { ...report, statements }
}

interface Said {
  readonly standing: PersonsCodings['standing']
  readonly silence: PersonsCodings['silence']
  readonly words: ReadonlyMap<string, ThemeWord>
}

/** Those that change what the program read, or that say so by a person's hand. */
function wordsInForce({ themes }: Statement, said: readonly Said[]): Map<string, ThemeWord> {
  const read = new Set(themes.map(({ id }) => id))
  const spoken = said.flatMap(({ words }) => [...words.keys()])
  const isWhole = said.some(({ silence }) => silence === 'rejects')
  const force = new Map<string, ThemeWord>()
  for (const theme of new Set(isWhole ? [...spoken, ...read] : spoken)) {
    const word = wordInForce(said, theme, read.has(theme))
    if (word !== null) force.set(theme, word)
  }
  return force
}

function wordInForce(said: readonly Said[], theme: string, isRead: boolean): ThemeWord | null {
  for (const standing of ['agreed', 'own', 'other'] as const) {
    const words = said.filter((person) => person.standing === standing).flatMap((person) => wordOf(person, theme, isRead) ?? [])
    if (words.length === 0) continue
    const isOne = words.every(({ decision }) => decision === words[0]!.decision)
    // a word in which something was marked before what silence means
    const word = words.find(({ evidence }) => evidence.length > 0) ?? words[0]!
    return isOne && !(word.decision === 'assigned' && word.evidence.length === 0) ? word : null
  }
  return null
}

function wordOf({ silence, words }: Said, theme: string, isRead: boolean): ThemeWord | null {
  const word = words.get(theme)
  if (word !== undefined) return word
  if (silence === 'nothing') return null
  return { decision: silence === 'keeps' && isRead ? 'assigned' : 'rejected', evidence: [] }
}

/** The report as a coder finds it who is to code from nothing. */
export const withoutThemes = (report: Report): Report => ({
  ...report,
  statements: report.statements.map((statement) => ({ ...statement, themes: [] })),
  targets: report.targets.map((target) => ({ ...target, theme: null })),
  programmes: report.programmes.map((programme) => ({ ...programme, theme: null }))
})
