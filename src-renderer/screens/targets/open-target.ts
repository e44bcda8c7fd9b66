import { openPlace, routeNow } from '../../routes.ts'
import { editReading } from '../../state/reading.ts'
import type { TargetRow } from './target-rows.ts'

/** Shows where it stands in its report. */
export const openTarget = ({ report, start, end, theme }: TargetRow): void => openPlace({ report, start, end, theme })

/** Opens the editor of its fields beside its line. */
export function correctTarget({ report, start, end }: TargetRow, within: HTMLElement): void {
  const line = within.closest('.targets-line')
  const cell = within.closest('[role="gridcell"]')
  editReading({ report, start, end, part: 'target', near: () => (line?.isConnected === true ? line.getBoundingClientRect() : null), from: cell })
}

/** Of several targets that stand on one point the first; then, each time, the next. */
export function openNext(rows: readonly TargetRow[]): void {
  const { place } = routeNow()
  const open = rows.findIndex(({ report, start, end }) => place?.report === report && place.start === start && place.end === end)
  openTarget(rows[(open + 1) % rows.length]!)
}
