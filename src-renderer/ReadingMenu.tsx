import { Menu } from '@base-ui/react/menu'
import { useRef } from 'react'
import { withoutEdges } from '#core/report/reading-draft.ts'
import { statementKinds, type Report, type StatementKind } from '#core/report/report.ts'
import { slice, type Span } from '#core/text/span.ts'
import { useAnswer } from './host/use-call.ts'
import { clipped } from './language/labels.ts'
import { readingsHere, type ReadThing } from './readings-here.ts'
import { editReading } from './state/reading.ts'
import { useReadingCalls } from './use-reading-calls.ts'
import { useWords } from './use-words.ts'
import './readings.css'

interface ReadingMenuProps {
  readonly report: Report
  readonly place: Span & { readonly report: string }
  /** Names the kinds of the sentences on the button, with whose word they are. */
  readonly saysKinds?: boolean
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  /** Said when something was done, in words. */
  readonly onDone?: (said: string) => void
  /** The tools that hold the menu go: the editor lies in their place. */
  readonly onLeave?: () => void
}

const none: readonly never[] = []
const clippedAt = 18

/** What the program reads in some words, to be put right: the kind of their sentences, targets, programmes, headings. */
export function ReadingMenu({ report, place, saysKinds = false, isOpen, onOpen, onDone, onLeave }: ReadingMenuProps) {
  const words = useWords()
  const trigger = useRef<HTMLButtonElement>(null)
  const calls = useReadingCalls()
  const said = useAnswer('readings.list', { report: place.report }) ?? none
  const here = readingsHere(report, said, place)
  const w = words.readings
  const wordsAt = ({ start, end }: Span) => ({ report: place.report, start, end, words: slice(report.text, { start, end }) })
  const after = (sentence: string) => (isDone: boolean) => isDone && onDone?.(sentence)
  const edit = (part: ReadThing['part'], span: Span): void => {
    // the tools go, and the trigger with them: the editor lies where it was
    const rect = trigger.current?.getBoundingClientRect() ?? null
    const from = document.activeElement?.closest('.hand-tools') === null ? document.activeElement : null
    onOpen(false)
    onLeave?.()
    editReading({ report: place.report, start: span.start, end: span.end, part, near: () => rect, from })
  }
  const mark = (part: ReadThing['part']): void => {
    const span = withoutEdges(report.text, place)
    if (part === 'programme') void calls.say(wordsAt(span), { part, value: slice(report.text, span) }).then(after(w.said))
    else edit(part, span)
  }
  return (
    <Menu.Root modal={false} open={isOpen} onOpenChange={onOpen}>
      <Menu.Trigger className="theme-choose reading-choose" title={w.openHint} aria-label={saysKinds ? w.kindsHere(here.kinds.map(({ kind, isByHand }) => `${words.kinds[kind]}${isByHand ? ` ${w.byHand}` : ''}`).join(words.listComma)) : undefined} ref={trigger}>
        {saysKinds && here.kinds.length > 0
          ? here.kinds.map(({ kind, isByHand }) => (
              <span key={`${kind} ${isByHand ? 1 : 0}`} className={isByHand ? 'hand' : 'machine'}>
                {words.kinds[kind]}
              </span>
            ))
          : w.open}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" align="start" sideOffset={4}>
          <Menu.Popup className="menu check-menu reading-menu">
            {here.kinds.length > 0 && (
              <Menu.RadioGroup value={here.kinds.length === 1 ? here.kinds[0]!.kind : ''} onValueChange={(kind: StatementKind) => void calls.say(wordsAt(place), { part: 'kind', value: kind }).then(after(w.said))}>
                {statementKinds.map((kind) => {
                  const own = here.kinds.filter((one) => one.kind === kind)
                  return (
                    <Menu.RadioItem key={kind} value={kind} className="menu-item check-item" closeOnClick>
                      <span>{words.kinds[kind]}</span>
                      {own.length > 0 && <small className={own.some(({ isByHand }) => isByHand) ? 'hand' : 'machine'}>{own.some(({ isByHand }) => isByHand) ? w.byHand : w.byProgram}</small>}
                    </Menu.RadioItem>
                  )
                })}
              </Menu.RadioGroup>
            )}
            {here.markable.map((part) => (
              <Menu.Item key={part} className="menu-item" onClick={() => mark(part)}>
                <span>{w.mark[part]}</span>
              </Menu.Item>
            ))}
            {here.things.map((thing) => (
              <ThingItems key={`${thing.part} ${thing.start}`} thing={thing} onEdit={() => edit(thing.part, thing)} onDeny={() => void calls.say(wordsAt(thing), { part: thing.part, value: null }).then(after(w.said))} />
            ))}
            {here.said.map((word) => (
              <Menu.Item key={word.id} className="menu-item" onClick={() => void calls.remove(word.id).then(after(w.takenBack))}>
                <span>{w.takeBack(w.parts[word.part], clipped(word.quote, clippedAt))}</span>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** What can be said of one thing that is read: other fields, or that it is none. A name has no fields. */
function ThingItems({ thing: { part, words: quote, isByHand }, onEdit, onDeny }: { readonly thing: ReadThing; readonly onEdit: () => void; readonly onDeny: () => void }) {
  const words = useWords()
  const w = words.readings
  const name = clipped(quote, clippedAt)
  return (
    <>
      {part !== 'programme' && (
        <Menu.Item className="menu-item" onClick={onEdit}>
          <span>{w.correct(w.parts[part], name)}</span>
          <small className={isByHand ? 'hand' : 'machine'}>{isByHand ? w.byHand : w.byProgram}</small>
        </Menu.Item>
      )}
      <Menu.Item className="menu-item" onClick={onDeny}>
        <span>{w.deny(w.parts[part], name)}</span>
      </Menu.Item>
    </>
  )
}
