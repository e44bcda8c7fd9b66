import { compareVersions, type HowToCompare } from '#core/versions/compare.ts'
import type { Version, VersionComparison } from '#core/versions/versions.ts'
import { cutWords } from '../../../src-main/host/cut-words.ts'
import { ended } from '../ended.ts'

/** The whole comparison at once. */
export const compare = (before: Version, after: Version, how: Partial<HowToCompare> = {}): VersionComparison => ended(compareVersions(before, after, { cut: cutWords, ...how }))
