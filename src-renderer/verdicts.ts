import { verdicts, type Verdict } from '#core/compare/comparison.ts'
import type { Words } from './language/zh.ts'

/** What may be said of a cell; null takes the word back. One with quotations is there, or is there in passing. */
export const possibleVerdicts = ({ passages }: { readonly passages: readonly unknown[] }): readonly (Verdict | null)[] => (passages.length > 0 ? ['in-passing', null] : [...verdicts, null])

/** What V makes of a verdict: the next of those that may be said, and after the last none. */
export function verdictAfter(verdict: Verdict | null, cell: { readonly passages: readonly unknown[] }): Verdict | null {
  const possible = possibleVerdicts(cell)
  return possible[(possible.indexOf(verdict) + 1) % possible.length] ?? null
}

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
