import { mayStartNumeral, readNumeral } from '../text/numerals.ts'
import type { Statement, Target } from './report.ts'

/**
 * Future commitments with a number or full coverage, one for each comma clause, in order.
 *
 * @param isoDate the report's date, for `年底前` and `今年`; null where it is not known.
 */
export function readTargets(text: string, statements: readonly Statement[], isoDate: string | null): Target[] {
  const year = isoDate === null ? null : Number(isoDate.slice(0, 4))
  const targets: Target[] = []
  for (const statement of statements) {
    if (statement.kind !== 'plan') continue
    for (const clause of clausesOf(text, statement.start, statement.end)) {
      const target = readClause(text, clause, year)
      if (target !== null) targets.push({ ...target, theme: statement.themes[0]?.id ?? null })
    }
  }
  return targets
}

function clausesOf(text: string, start: number, end: number): { start: number; end: number }[] {
  const clauses: { start: number; end: number }[] = []
  let from = start
  for (let i = start; i <= end; i++) {
    if (i === end || '，。；：！\n'.includes(text[i]!)) {
      if (i > from) clauses.push({ start: from, end: i })
      from = i + 1
    }
  }
  return clauses
}

function readClause(text: string, clause: { start: number; end: number }, year: number | null): Target | null {
  const words = text.slice(clause.start, clause.end)
  const deadline = /到(20\d\d)年/.exec(words)
  const base = {
    ...clause,
    upper: null,
    deadlineYear: deadline !== null ? Number(deadline[1]) : /年底|今年/.test(words) ? year : null,
    deadline: deadline?.[0] ?? null,
    theme: null
  }
  if (words.includes('全覆盖')) return { ...base, value: 100, unit: '％', operator: 'coverage' }
  for (let i = clause.start; i < clause.end; i++) {
    if (!mayStartNumeral(text.charCodeAt(i))) continue
    const numeral = readNumeral(text, i)
    if (numeral === null) continue
    if (numeral.share === '％') {
      return { ...base, value: numeral.value, unit: '％', operator: words.includes('以上') ? '>=' : '=' }
    }
    i = numeral.end - 1
  }
  return null
}
