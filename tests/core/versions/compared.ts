import { compareVersions, type HowToCompare } from '#core/versions/compare.ts'
import type { Version, VersionComparison } from '#core/versions/versions.ts'
import { cutWords } from '../../../src-main/host/cut-words.ts'

/** The whole comparison at once. */
export function compare(before: Version, after: Version, how: Partial<HowToCompare> = {}): VersionComparison {
  const steps = compareVersions(before, after, { cut: cutWords, ...how })
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}
