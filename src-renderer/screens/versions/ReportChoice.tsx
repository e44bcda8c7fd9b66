import { Popover } from '@base-ui/react/popover'
import { useMemo, useState } from 'react'
import type { ReportSummary } from '#core/contract/calls.ts'
import { datedNote, filePath, jurisdictionName } from '../../language/labels.ts'
import { ChoiceField } from '../../parts/ChoiceField.tsx'
import { useLanguage, useWords } from '../../use-words.ts'
import type { VersionSide } from './pieces.ts'
import { offered } from './proposals.ts'
import { chooseVersion } from './versions-state.ts'
import '../../edit-fields.css'

interface ReportChoiceProps {
  readonly side: VersionSide
  readonly reports: readonly ReportSummary[]
  readonly chosen: ReportSummary | null
  /** The one on the other side. */
  readonly other: ReportSummary | null
}

/** Which report comes before, or after: what is chosen, and any other of the library. */
export function ReportChoice({ side, reports, chosen, other }: ReportChoiceProps) {
  const words = useWords()
  const language = useLanguage()
  const { versions: w } = words
  const [isOpen, setOpen] = useState(false)
  const name = chosen === null ? w.choose(w.sides[side]) : jurisdictionName(chosen.jurisdiction, language, words)
  return (
    <div className={`version-side is-${side}`} role="group" aria-label={w.sides[side]}>
      <strong aria-hidden="true">{w.sides[side]}</strong>
      <Popover.Root open={isOpen} onOpenChange={setOpen}>
        <Popover.Trigger className="version-chosen" title={chosen === null ? undefined : (chosen.title ?? w.untitled)}>
          <b>{name}</b>
          {chosen !== null && <span className="version-date">{datedNote(chosen.date, words) ?? words.noDate}</span>}
          {chosen !== null && <small>{chosen.title ?? filePath(chosen.source)}</small>}
          <i aria-hidden="true">▾</i>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner className="menu-positioner" align="start" sideOffset={4}>
            <Popover.Popup className="notices-popup version-choice">
              <Popover.Title>{w.choose(w.sides[side])}</Popover.Title>
              <Choice
                reports={reports}
                other={other}
                onTake={(id) => {
                  chooseVersion(side, id)
                  setOpen(false)
                }}
              />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </div>
  )
}

function Choice({ reports, other, onTake }: Pick<ReportChoiceProps, 'reports' | 'other'> & { readonly onTake: (id: string) => void }) {
  const words = useWords()
  const language = useLanguage()
  const { versions: w } = words
  const [text, setText] = useState('')
  const options = useMemo(() => {
    const facts = (report: ReportSummary): string[] => [jurisdictionName(report.jurisdiction, language, words), datedNote(report.date, words) ?? words.noDate, report.title ?? filePath(report.source)]
    return offered(reports, { text, other }, (report) => [...facts(report), report.source.fileName].join(' ')).map((report) => {
      const [name, date, title] = facts(report)
      return { id: report.id, label: `${name} · ${title}`, note: date ?? '' }
    })
  }, [reports, other, text, language, words])
  return (
    <>
      <ChoiceField label={w.find} listLabel={w.listed} placeholder={w.find} text={text} onText={setText} options={options} onTake={onTake} />
      {options.length === 0 && <p className="edit-note">{w.noneFound}</p>}
    </>
  )
}
