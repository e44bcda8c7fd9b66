/** One line of the result. `isMet` null: not measured, and `note` says why, or no goal is set. */
export interface Figure {
  readonly what: string
  readonly measured: string
  readonly goal: string
  readonly isMet: boolean | null
  readonly note?: string
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The middle of some times, in milliseconds. @param most null: no goal is set for it */
export function timesFigure(what: string, times: readonly number[], most: number | null): Figure {
  const middle = median(times)
  const note = `median of ${times.length}; the slowest ${Math.max(...times).toFixed(0)} ms`
  return { what, measured: `${middle.toFixed(0)} ms`, goal: most === null ? 'none set' : `< ${most} ms`, isMet: most === null ? null : middle < most, note }
}

/** Milliseconds that something takes. */
export async function elapsed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, measured, goal, isMet, note }) => [
    isMet === null ? '–' : isMet ? '✓' : '✗',
    what,
    measured,
    goal,
    note ?? ''
  ])
  const all = [['', 'figure', 'measured', 'goal', 'note'], ...rows]
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)))
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()).join('\n')
}
