/** What one document may cost. A process that passes a limit is killed; the next file is read at once. */
export interface ReadingLimits {
  /** Resident memory of the process that reads. */
  readonly megabytes: number
  /** Processor time for a document, recognition left out. */
  readonly seconds: number
  /** Processor time for recognising one page. */
  readonly pageSeconds: number
}

export const defaultLimits: ReadingLimits = { megabytes: 512, seconds: 10, pageSeconds: 60 }

/** As an argument of the process: `512,10,60`. */
export const writeLimits = ({ megabytes, seconds, pageSeconds }: ReadingLimits): string => [megabytes, seconds, pageSeconds].join(',')

/** @throws RangeError where the argument is not one that `writeLimits` made */
export function readLimits(argument: string): ReadingLimits {
  const [megabytes, seconds, pageSeconds] = argument.split(',').map(Number)
  if (![megabytes, seconds, pageSeconds].every((value) => value !== undefined && value > 0)) throw new RangeError(`No limits: ${argument}`)
  return { megabytes: megabytes!, seconds: seconds!, pageSeconds: pageSeconds! }
}
