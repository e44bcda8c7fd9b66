import type { ChangesState } from '#core/contract/change-calls.ts'
import type { Route, View } from '../../routes.ts'
import type { Notice } from '../../state/notices.ts'
import type { GuideStep } from '../../state/guide.ts'

/** What of the window a step looks at to see that the person has done it. */
export interface Situation {
  readonly reportCount: number
  readonly route: Route
  readonly changes: ChangesState | null
  readonly notices: readonly Notice[]
}

interface StepForm {
  /** Where it is done; null: wherever the person is. */
  readonly view: View | null
  /** What it points at: the first of these that is in sight. */
  readonly points: readonly string[]
  /** @param begun the situation when the step began */
  readonly isDone: (now: Situation, begun: Situation) => boolean
}

const judged = ({ changes }: Situation): number => changes?.recent.filter(({ label, state }) => label.kind === 'judge' && state === 'done').length ?? 0
const saved = ({ notices }: Situation): number => notices.filter(({ kind }) => kind === 'saved').length

/** Each step is done by the real action in the real window. */
export const stepForms: Readonly<Record<GuideStep, StepForm>> = {
  sample: { view: null, points: ['.first-actions .main'], isDone: ({ reportCount }) => reportCount > 0 },
  cell: {
    view: 'quotations',
    points: ['[role="gridcell"] blockquote'],
    isDone: ({ route }, begun) => route.place !== null && route.place !== begun.route.place
  },
  source: { view: 'quotations', points: ['aside .mark-place', '[role="complementary"] .mark-place'], isDone: ({ route }, begun) => begun.route.place !== null && route.place === null },
  absence: { view: 'quotations', points: ['[role="gridcell"] .absent'], isDone: (now, begun) => judged(now) > judged(begun) },
  counts: { view: null, points: ['.comparison-bar .segmented label:nth-child(2)'], isDone: ({ route }, begun) => route.view === 'counts' && begun.route.view !== 'counts' },
  reader: { view: null, points: ['.view-list li:nth-child(3) button'], isDone: ({ route }, begun) => route.view === 'reader' && begun.route.view !== 'reader' },
  search: { view: null, points: ['#search'], isDone: ({ route }, begun) => (route.view === 'search' && begun.route.view !== 'search') || (route.place !== null && route.place.theme === null && route.place !== begun.route.place) },
  export: { view: 'quotations', points: ['.top-tools button.main'], isDone: (now, begun) => saved(now) > saved(begun) }
}
