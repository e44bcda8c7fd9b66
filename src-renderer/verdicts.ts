import type { Verdict } from '#core/compare/comparison.ts'
import type { Words } from './language/zh.ts'

/** What a person has said of a cell, in a word; null: nobody has read it yet. */
export function verdictLabel(verdict: Verdict | null, { matrixView: w }: Words): string {
  switch (verdict) {
    case null:
      return w.unread
    case 'absent':
      return `${w.absent}${w.verified}`
    case 'in-passing':
      return w.inPassing
    case 'not-applicable':
      return w.notApplicable
  }
}

/** The same as a sign, so that no state is told by its colour or its word alone. */
export const verdictSigns: Readonly<Record<Verdict | 'present' | 'unread', string>> = { present: '●', absent: '✓', 'in-passing': '◐', 'not-applicable': '—', unread: '○' }
