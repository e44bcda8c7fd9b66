import type { ReadingLimits } from '#core/contract/limits.ts'

export { defaultLimits, type ReadingLimits } from '#core/contract/limits.ts'

/** What a process wrote on stderr when a limit ended it: the watchdog's word, or V8's. */
export function complaintNames(complaint: string): 'memory' | 'time' | null {
  if (complaint.includes('limit memory') || /heap out of memory|Reached heap limit|Array buffer allocation failed/.test(complaint)) return 'memory'
  return complaint.includes('limit time') ? 'time' : null
}

/** As an argument of the process: `512,10,60`. */
export const writeLimits = ({ megabytes, seconds, pageSeconds }: ReadingLimits): string => [megabytes, seconds, pageSeconds].join(',')

/** @throws RangeError where the argument is not one that `writeLimits` made */
export function readLimits(argument: string): ReadingLimits {
  const [megabytes, seconds, pageSeconds] = argument.split(',').map(Number)
  if (![megabytes, seconds, pageSeconds].every((value) => value !== undefined && value > 0)) throw new RangeError(`No limits: ${argument}`)
  return { megabytes: megabytes!, seconds: seconds!, pageSeconds: pageSeconds! }
}
