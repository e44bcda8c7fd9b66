import { readParts, type ReadPart } from '#core/report/doubt.ts'
import { keptStore, savedOneOf } from './kept.ts'

/** What is gone through in the queue of what is unsure. */
export interface ReviewChoice {
  readonly scope: 'compared' | 'library'
  /** One report alone, of whichever scope; null: all of it. */
  readonly report: string | null
  readonly part: PartGroup
}

/** The parts of the head are one group. */
export const partGroups = ['all', 'head', 'theme', 'kind', 'target', 'programme', 'outline'] as const
export type PartGroup = (typeof partGroups)[number]

const scopes = ['compared', 'library'] as const
const insideParts: readonly ReadPart[] = ['theme', 'kind', 'target', 'programme', 'outline']

/** null: all. */
export function partsOf(group: PartGroup): readonly ReadPart[] | null {
  if (group === 'all') return null
  return group === 'head' ? readParts.filter((part) => !insideParts.includes(part)) : [group]
}

export const useReviewChoice = keptStore<ReviewChoice>('review', { scope: 'compared', report: null, part: 'all' }, ({ scope, report, part }) => ({
  scope: savedOneOf(scope, scopes, 'compared'),
  report: typeof report === 'string' ? report : null,
  part: savedOneOf(part, partGroups, 'all')
}))

export const reviewScope = (scope: ReviewChoice['scope']): void => useReviewChoice.setState({ scope, report: null })

export const reviewReport = (report: string | null): void => useReviewChoice.setState({ report })

export const reviewPart = (part: PartGroup): void => useReviewChoice.setState({ part })
