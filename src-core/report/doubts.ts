import type { DoubtedReading, Unweighed, Weighed } from './doubt.ts'
import { contentDoubts } from './doubt-content.ts'
import { headDoubts } from './doubt-head.ts'
import { kindDoubts } from './doubt-kinds.ts'
import { themeDoubts } from './doubt-themes.ts'
import type { Report } from './report.ts'

/**
 * All that was read in a report, what is least sure first; of equal doubt in the order of the head and the text.
 *
 * @param recognised mean confidence of recognition, 0..1, where the text was read from a picture; else null
 */
export function doubtsOf(report: Report, recognised: number | null): DoubtedReading[] {
  const blurred: Weighed[] = recognised === null ? [] : [[{ why: 'recognised', confidence: recognised }, Math.min(1, (1 - recognised) * BLUR)]]
  const readings = [...headDoubts(report), ...themeDoubts(report), ...kindDoubts(report), ...contentDoubts(report)]
  return readings.map((reading) => weighed({ ...reading, because: [...reading.because, ...blurred] })).sort((a, b) => b.doubt - a.doubt)
}

/** A page of which nine characters in ten are sure has a wrong one in every clause. */
const BLUR = 2

/** Reasons add up as independent ones do: none makes it certain, each leaves less to be sure of. */
function weighed({ because, ...reading }: Unweighed): DoubtedReading {
  const sure = because.reduce((left, [, weight]) => left * (1 - weight), 1)
  const reasons = because.toSorted(([, a], [, b]) => b - a).map(([reason]) => reason)
  return { ...reading, doubt: Math.round((1 - sure) * 1000) / 1000, reasons }
}
