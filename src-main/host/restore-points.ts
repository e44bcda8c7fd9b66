import type { Handlers } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import type { ChangedThing, RestorePoint, ThingCount } from '#core/contract/restore-point-calls.ts'
import { addPoint, changesSince, doneAfter, isTurnedBefore, pointIn, readPoints, removePoint, type StoredPoint } from '../library/restore-points.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { effectOf } from './change-preview.ts'
import { assignmentSight } from './change-sight.ts'
import { labelOf, type EditGround } from './edits.ts'
import { idOf } from './ids.ts'
import type { Journal, Setting } from './journal.ts'
import { CountsBack, netChanges, type NetChange } from './net-changes.ts'

export function restorePointHandlers({ read, journal, now }: EditGround): Pick<Handlers, 'points.list' | 'points.add' | 'points.remove' | 'points.preview' | 'points.goBack'> {
  return {
    'points.list': () => listed(read),
    'points.add': async ({ name }) => {
      await journal.keep((library) => addPoint(library, { name, before: null, at: now().toISOString() }))
      return null
    },
    'points.remove': async ({ point }) => {
      const { id } = pointNamed(read, point)
      await journal.keep((library) => removePoint(library, id))
      return null
    },
    'points.preview': ({ point }) => {
      const stored = pointNamed(read, point)
      const net = netOf(read, stored)
      const turned = net.filter((change) => isAsKnown(journal, change))
      const assignments = turned.map(({ subject, key, then, now: present }) => ({ subject, key, before: then, after: present }))
      return { point: pointView(stored, countsOf(net)), ...effectOf(read, assignments, true), staying: net.length - turned.length }
    },
    'points.goBack': async ({ point }) => {
      const stored = pointNamed(read, point)
      let wanted = 0
      const gone = await journal.goBack(labelOf('went-back', 1, stored.name), () => {
        const net = netOf(read, pointNamed(read, point))
        wanted = net.length
        return inOrder(journal, net.filter((change) => isAsKnown(journal, change)))
      })
      return gone === null ? null : { change: gone.change, stayed: wanted - gone.set }
    }
  }
}

/** What is hidden from who sits at the desk is not told, and stays. */
function netOf(read: ReadableLibrary, point: StoredPoint): NetChange[] {
  const isSeen = assignmentSight(read)
  return netChanges(changesSince(read, point)).filter(({ subject, key, then, now }) => isSeen({ subject, key, before: then, after: now }))
}

/** What something outside the log has changed since (a newer reader) is not known to be the person's to take back. */
const isAsKnown = (journal: Journal, { subject, key, now: value }: NetChange): boolean => journal.holds({ subject, key, value })

/**
 * First goes what was not there then, for it may stand on reports that go; then files are read as they were; then
 * comes back what stands on those reports. A link stands on notes: it goes before all, and comes after all.
 */
function inOrder(journal: Journal, net: readonly NetChange[]): Setting[] {
  const rankOf = ({ subject, then }: NetChange): number => (subject === 'link' ? (then === null ? -1 : 3) : journal.isSlow(subject) ? 1 : then === null || subject === 'pair' ? 0 : 2)
  return [...net].sort((a, b) => rankOf(a) - rankOf(b)).map(({ subject, key, then }) => ({ subject, key, value: then }))
}

function listed(read: ReadableLibrary): RestorePoint[] {
  const points = readPoints(read)
  const changes = doneAfter(read, Math.min(...points.map(({ change }) => change)))
  const back = new CountsBack(thingOf)
  const isSeen = assignmentSight(read)
  let at = 0
  // the newest stands furthest on in the log
  return points.map((point) => {
    for (; at < changes.length && changes[at]!.id > point.change; at++) back.walkOver(changes[at]!.assignments.filter(isSeen))
    return pointView(point, isTurnedBefore(read, point) ? countsOf(netOf(read, point)) : inOrderTold(back.counts))
  })
}

const pointView = ({ id, name, before, madeAt }: StoredPoint, since: ThingCount[]): RestorePoint => ({ id: String(id), name, before, madeAt, since })

function countsOf(net: readonly NetChange[]): ThingCount[] {
  const counts = new Map<ChangedThing, number>()
  for (const change of net) counts.set(thingOf(change), (counts.get(thingOf(change)) ?? 0) + 1)
  return inOrderTold(counts)
}

const inOrderTold = (counts: ReadonlyMap<ChangedThing, number>): ThingCount[] =>
  things.map((thing) => ({ thing, count: counts.get(thing) ?? 0 })).filter(({ count }) => count > 0)

/** In the order in which they are told. */
const things: readonly ChangedThing[] = ['report-in', 'report-out', 'reading', 'note', 'summary', 'coding', 'verdict', 'correction', 'pair', 'other']

function thingOf({ subject, now: present }: NetChange): ChangedThing {
  if (subject === 'bin') return present === null ? 'report-in' : 'report-out'
  if (subject === 'reading-word') return 'correction'
  return things.find((thing) => thing === subject) ?? 'other'
}

function pointNamed(read: ReadableLibrary, id: string): StoredPoint {
  const point = pointIn(read, idOf(id))
  if (point !== undefined) return point
  throw new Refusal({ kind: 'not-found', message: { zh: '资料库里没有这个恢复点。', en: 'The library has no such restore point.' }, place: id })
}
