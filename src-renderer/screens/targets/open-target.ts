import { openPlace, routeNow } from '../../routes.ts'
import type { TargetRow } from './target-rows.ts'

/** Shows where it stands in its report. */
export const openTarget = ({ report, start, end, theme }: TargetRow): void => openPlace({ report, start, end, theme })

/** Of several targets that stand on one point the first; then, each time, the next. */
export function openNext(rows: readonly TargetRow[]): void {
  const { place } = routeNow()
  const open = rows.findIndex(({ report, start, end }) => place?.report === report && place.start === start && place.end === end)
  openTarget(rows[(open + 1) % rows.length]!)
}
