import type { Input, ReportView } from '#core/contract/calls.ts'
import type { CorrectedField } from '#core/contract/edit-calls.ts'
import type { Reply } from '#core/contract/problem.ts'
import { fieldsOf } from '#core/report/reading-words.ts'
import { slice } from '#core/text/span.ts'
import type { Host } from '../../host/host.ts'
import type { Queued } from './review-queue.ts'

/** One change of the library; null: there is nothing that could be done. */
export type Doing = ((host: Host) => Promise<Reply<null>>) | null

type Said = Input<'readings.say'>['said']
type To = Input<'reports.correct'>['to']

export const correct = ({ report, part }: Queued, to: To): Doing => (host) => host.call('reports.correct', { report, field: part as CorrectedField /* of the head, as who asks has seen to */, to })

export function say(item: Queued, view: ReportView, said: Said): Doing {
  const place = placeOf(item, view)
  return (host) => host.call('readings.say', { ...place, said })
}

function takeBack(item: Queued, view: ReportView): Doing {
  const { part } = item
  const place = placeOf(item, view)
  return isInside(part) ? (host) => host.call('readings.takeBack', { ...place, part }) : correct(item, { is: 'machine' })
}

/** What is chosen takes the place of what was read, as one change. */
export function decide(item: Queued, view: ReportView, { theme, decision }: { readonly theme: string; readonly decision: 'assigned' | 'rejected' | null }): Doing {
  const place = placeOf(item, view)
  return (host) => host.call('codings.decide', { ...place, theme, decision, ...(theme === item.read || item.read === null ? {} : { replacing: item.read }) })
}

/** The program is right. What a person has put right before goes back to what it read. */
export function accept(item: Queued, view: ReportView): Doing {
  const { part, read, state } = item
  if (part === 'theme') return decide(item, view, { theme: read!, decision: 'assigned' })
  if (isInside(part)) {
    if (state === 'corrected') return takeBack(item, view)
    const said = readAgain(item, view)
    return said === null ? null : say(item, view, said)
  }
  if (read === null) return correct(item, { is: 'unknown' })
  if (part === 'officials') return correct(item, { is: 'officials', officials: officialsOf(read) })
  return canAccept(item) ? correct(item, { is: 'value', value: read }) : null
}

/** A date without a year is none. */
export const canAccept = ({ part, read }: Queued): boolean => part !== 'date' || read === null || /^\d{4}/.test(read)

/** It is not so: not that theme, no target, no name, no heading; the report does not tell. A kind every sentence has. */
export function reject(item: Queued, view: ReportView): Doing {
  switch (item.part) {
    case 'theme':
      return decide(item, view, { theme: item.read!, decision: 'rejected' })
    case 'kind':
      return null
    case 'target':
    case 'programme':
    case 'outline':
      return say(item, view, { part: item.part, value: null })
    default:
      return item.read === null ? null : correct(item, { is: 'unknown' })
  }
}

/** What the program read there, in the form of a person's word; null where the text has changed under it. */
export function readAgain({ part, read, span }: Queued, { report }: ReportView): Said | null {
  if (part === 'kind') return { part, value: read as Extract<Said, { part: 'kind' }>['value'] } // what was read is one
  if (part === 'programme') return { part, value: read }
  if (part === 'target') {
    const target = report.targets.find(({ start, end }) => start === span!.start && end === span!.end)
    return target === undefined ? null : { part, value: fieldsOf(target) }
  }
  const entry = report.outline.find(({ start }) => start === span!.start)
  return entry === undefined ? null : { part: 'outline', value: { level: entry.level, label: entry.label, heading: entry.heading } }
}

/** A name on each line, then a blank and the office. */
export function officialsOf(text: string): { name: string; title: string | null }[] {
  return text.split('\n').flatMap((line) => {
    const [name = '', ...title] = line.trim().split(/[\s\u3000]+/)
    return name === '' ? [] : [{ name, title: title.length === 0 ? null : title.join(' ') }]
  })
}

function isInside(part: Queued['part']): part is 'kind' | 'target' | 'programme' | 'outline' {
  return part === 'kind' || part === 'target' || part === 'programme' || part === 'outline'
}

function placeOf({ report, span }: Queued, view: ReportView): { report: string; start: number; end: number; words: string } {
  const { start, end } = span ?? { start: 0, end: 0 }
  return { report, start, end, words: slice(view.report.text, { start, end }) }
}
