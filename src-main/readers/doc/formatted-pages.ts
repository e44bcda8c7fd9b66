import { partBytes, readPlc, type Fib } from './fib.ts'

/** A stretch of bytes of the stream `WordDocument` whose text has one formatting. */
export interface FormattedRun {
  readonly start: number
  readonly end: number
  /** Number of the paragraph's style; 0 for runs of characters. */
  readonly style: number
  readonly changes: Buffer
}

/** Formatting lies in pages of this many bytes, the number of its runs in the last one. */
const pageBytes = 512

/** A document of sixteen million characters has fewer. */
const mostRuns = 2_000_000

/** Runs of characters, in order of their bytes. @throws RangeError where the pages are damaged */
export function characterRuns(stream: Buffer, table: Buffer, fib: Fib): FormattedRun[] {
  return runsOf(pagesOf(stream, partBytes(table, fib.part('characterPages'))), 1, (page, at) => {
    const place = page[at]! * 2
    const length = place === 0 ? 0 : page[place]!
    return { style: 0, changes: page.subarray(place + 1, place + 1 + length) }
  })
}

/** Paragraphs, in order of their bytes. @throws RangeError where the pages are damaged */
export function paragraphRuns(stream: Buffer, table: Buffer, fib: Fib): FormattedRun[] {
  return runsOf(pagesOf(stream, partBytes(table, fib.part('paragraphPages'))), 13, (page, at) => {
    const place = page[at]! * 2
    if (place === 0) return { style: 0, changes: Buffer.alloc(0) }
    const isLong = page[place] === 0
    const first = isLong ? place + 2 : place + 1
    const length = isLong ? page[place + 1]! * 2 : page[place]! * 2 - 1
    if (length < 2) return { style: 0, changes: Buffer.alloc(0) }
    return { style: page.readUInt16LE(first), changes: page.subarray(first + 2, first + length) }
  })
}

function pagesOf(stream: Buffer, list: Buffer): Buffer[] {
  const numbers = new Set(readPlc(list, 4).records.map((record) => record.readUInt32LE(0) & 0x3f_ffff))
  return [...numbers].map((number) => {
    const page = stream.subarray(number * pageBytes, (number + 1) * pageBytes)
    if (page.length < pageBytes) throw new RangeError('a page of formatting leaves the stream')
    return page
  })
}

function runsOf(pages: readonly Buffer[], recordBytes: number, read: (page: Buffer, at: number) => { style: number; changes: Buffer }): FormattedRun[] {
  const runs: FormattedRun[] = []
  for (const page of pages) {
    const count = page[pageBytes - 1]!
    if (4 + count * (4 + recordBytes) > pageBytes) throw new RangeError('a page of formatting claims too many runs')
    if (runs.length + count > mostRuns) throw new RangeError('too many runs of formatting')
    for (let index = 0; index < count; index++) {
      const own = read(page, (count + 1) * 4 + index * recordBytes)
      runs.push({ start: page.readUInt32LE(index * 4), end: page.readUInt32LE(index * 4 + 4), ...own })
    }
  }
  return runs.sort((a, b) => a.start - b.start)
}

/** Index of the run that holds a byte, or of the first one after it. */
export function runIndexAt(runs: readonly FormattedRun[], byte: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle]!.end <= byte) low = middle + 1
    else high = middle
  }
  return low
}
