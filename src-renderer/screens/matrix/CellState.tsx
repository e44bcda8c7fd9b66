import { Menu } from '@base-ui/react/menu'
import type { Verdict } from '#core/compare/comparison.ts'
import { number } from '../../language/labels.ts'
import { useAskAgain, useHost } from '../../host/use-call.ts'
import { useWords } from '../../use-words.ts'
import { possibleVerdicts, verdictLabel, verdictSigns } from '../../verdicts.ts'
import { judge, type CellSubject } from './cell-actions.ts'
import { useMoment, verdictNow } from './matrix-state.ts'

/** What is known of a cell, in a sign and a word: it has quotations, somebody has said that it has none, or nobody has read. */
export function CellState({ subject, isPlain = false }: { readonly subject: CellSubject; readonly isPlain?: boolean }) {
  const words = useWords()
  const { cell, passages } = subject.view
  const isPassing = useMoment((moment) => verdictNow(moment, subject.view.key, cell)) === 'in-passing'
  if (cell.state === 'absent') return <EmptyState subject={subject} isPlain={isPlain} />
  return (
    <p className={isPassing ? 'cell-state passing' : 'cell-state'}>
      <i aria-hidden="true">{verdictSigns[isPassing ? 'in-passing' : 'present']}</i>{' '}
      {passages.length === 0
        ? words.matrixView.hiddenByFilter(cell.passages.length)
        : `${isPassing ? words.matrixView.inPassing : words.matrixView.present} ${words.matrixView.passages(passages.length)} · ${words.matrixView.characters(number(cell.characters))}`}
    </p>
  )
}

function EmptyState({ subject, isPlain }: { readonly subject: CellSubject; readonly isPlain: boolean }) {
  const words = useWords()
  const { view } = subject
  const verdict = useMoment((moment) => verdictNow(moment, view.key, view.cell))
  const label = verdictLabel(verdict, words)
  return (
    <div className={verdict === null ? 'absent unread' : `absent ${verdict}`}>
      <span title={verdict === null ? words.matrixView.unreadHint : undefined}>
        <i aria-hidden="true">{verdictSigns[verdict ?? 'unread']}</i> {label}
      </span>
      {!isPlain && <VerdictMenu subject={subject} verdict={verdict} label={label} />}
    </div>
  )
}

interface VerdictMenuProps {
  readonly subject: CellSubject
  readonly verdict: Verdict | null
  readonly label: string
}

function VerdictMenu({ subject, verdict, label }: VerdictMenuProps) {
  const words = useWords()
  const host = useHost()
  const askAgain = useAskAgain()
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="verify" tabIndex={-1} aria-label={`${words.matrixView.verify}: ${label}`}>
        {words.matrixView.verify}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" align="end" sideOffset={4}>
          <Menu.Popup className="menu">
            <Menu.RadioGroup value={verdict} onValueChange={(value: Verdict | null) => void judge(subject, value, { host, words, askAgain })}>
              {possibleVerdicts(subject.view.cell).map((value) => (
                <Menu.RadioItem key={value ?? 'unread'} className="menu-item" value={value} closeOnClick>
                  {value === null ? words.matrixView.unverify : verdictLabel(value, words)}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
