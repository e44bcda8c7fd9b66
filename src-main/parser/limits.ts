import type { ReadingLimits } from '#core/contract/limits.ts'

export { defaultLimits, type ReadingLimits } from '#core/contract/limits.ts'

/** As an argument of the process: `512,10,60`. */
export const writeLimits = ({ megabytes, seconds, pageSeconds }: ReadingLimits): string => [megabytes, seconds, pageSeconds].join(',')

/** @throws RangeError where the argument is not one that `writeLimits` made */
export function readLimits(argument: string): ReadingLimits {
  const [megabytes, seconds, pageSeconds] = argument.split(',').map(Number)
  if (![megabytes, seconds, pageSeconds].every((value) => value !== undefined && value > 0)) throw new RangeError(`No limits: ${argument}`)
  return { megabytes: megabytes!, seconds: seconds!, pageSeconds: pageSeconds! }
}
