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

/** What a person may set; whole numbers, both ends included. */
export const limitBounds: Readonly<Record<keyof ReadingLimits, { readonly least: number; readonly most: number }>> = {
  megabytes: { least: 256, most: 8192 },
  seconds: { least: 1, most: 600 },
  pageSeconds: { least: 5, most: 600 }
}
