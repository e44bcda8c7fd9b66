import type { Theme } from '#core/codebook/codebook.ts'
import type { ReportView } from '#core/contract/calls.ts'
import type { StatementKind } from '#core/report/report.ts'
import { dateLabel, jurisdictionName, targetLabel, themeName, type Tongue } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import type { Queued } from './review-queue.ts'

interface MachineReadingProps {
  readonly item: Queued
  readonly view: ReportView
  readonly themes: readonly Theme[]
}

/** What the program made of it, and why it is not sure. */
export function MachineReading({ item, view, themes }: MachineReadingProps) {
  const words = useWords()
  const language = useLanguage()
  const w = words.review
  const read = readText(item, { view, themes, words, language })
  return (
    <div className="review-machine">
      <p className="review-part">
        <span>
          {w.parts[item.part]} · {w.machine}
        </span>
        {item.state !== 'unseen' && <span className="review-state">{w.states[item.state]}</span>}
      </p>
      <p className="review-read" lang={item.part === 'theme' || item.part === 'kind' ? undefined : 'zh-CN'}>
        {item.part === 'theme' && <i className="swatch" style={{ '--c': `var(--theme-${item.read})` }} />}
        {read ?? w.nothing}
      </p>
      <h3>{w.why}</h3>
      <ul className="review-reasons">
        {item.reasons.map((reason) => (
          <li key={reason.why}>{w.reason(reason, words)}</li>
        ))}
      </ul>
    </div>
  )
}

interface ReadGround extends Tongue {
  readonly view: ReportView
  readonly themes: readonly Theme[]
}

/** In the words of the window; null: nothing was read. */
function readText({ part, read, span, state }: Queued, { view, themes, words, language }: ReadGround): string | null {
  const { report, machine } = view
  if (read === null) return null
  switch (part) {
    case 'theme':
      return themeName(themes, read, language)
    case 'kind':
      return words.kinds[read as StatementKind] // what was read is one
    case 'jurisdiction':
      return jurisdictionName(machine.jurisdiction ?? report.jurisdiction, language, words)
    case 'date':
      return dateLabel(machine.date ?? report.date, words).text
    case 'target': {
      const target = state === 'corrected' ? undefined : report.targets.find(({ start, end }) => start === span!.start && end === span!.end)
      return target === undefined ? read : targetLabel({ ...target, text: read })
    }
    default:
      return read
  }
}
