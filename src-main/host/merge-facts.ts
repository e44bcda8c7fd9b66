import { Refusal } from '#core/contract/problem.ts'
import type { ReceivedReport } from '#core/exchange/received.ts'
import { person } from '../library/codings.ts'
import { correctedValue } from './edits.ts'
import type { Setting } from './journal.ts'
import type { Target } from './received-places.ts'

/** What a project of this program says of a report that was read anew here, where that reads otherwise: a correction. */
export function statedFacts({ facts, text }: ReceivedReport, targets: readonly Target[], at: string): Setting[] {
  const target = targets.find(({ stored }) => stored.report.text === text) ?? (targets.length === 1 ? targets[0] : undefined)
  if (facts === null || target === undefined) return []
  const { date, jurisdiction } = target.stored.report
  const set = (field: 'date' | 'jurisdiction', stated: string | null, read: string | null): Setting[] => {
    if (stated === null || stated === read) return []
    try {
      return [{ subject: 'correction', key: `${target.id}:${field}`, value: { value: correctedValue(field, stated), by: person, at } }]
    } catch (error) {
      if (error instanceof Refusal) return [] // not a date, or no division that is known here
      throw error
    }
  }
  return [...set('date', facts.date, date?.iso ?? null), ...set('jurisdiction', facts.placeCode, jurisdiction?.code ?? null)]
}
