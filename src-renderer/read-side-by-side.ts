import { showView } from './routes.ts'
import { aimAt, type AimedPlace } from './state/side-by-side.ts'

/** Shows a place among the columns of the synchronised reader. @param chosen ids of the reports that are compared */
export function readSideBySide({ report, start, end }: AimedPlace, chosen: readonly string[]): void {
  aimAt({ report, start, end }, chosen)
  showView('reader')
}
