import { useState } from 'react'

/** Lines picked for copying, by number. They are of one answer: another question begins with none. */
export interface Chosen {
  readonly lines: ReadonlySet<number>
  readonly toggle: (line: number) => void
  /** All from one line to another. */
  readonly extend: (from: number, to: number) => void
  readonly clear: () => void
}

const mostChosen = 500

export function useChosen(answer: object | null): Chosen {
  const [{ of, lines }, setChosen] = useState<{ of: object | null; lines: ReadonlySet<number> }>({ of: answer, lines: new Set() })
  const current = of === answer ? lines : none
  const set = (next: ReadonlySet<number>): void => setChosen({ of: answer, lines: next })
  return {
    lines: current,
    toggle: (line) => set(current.has(line) ? new Set([...current].filter((other) => other !== line)) : new Set([...current, line].slice(-mostChosen))),
    extend: (from, to) => {
      const [first, last] = [Math.min(from, to), Math.max(from, to)]
      set(new Set([...current, ...Array.from({ length: Math.min(mostChosen, last - first + 1) }, (_, n) => first + n)].slice(-mostChosen)))
    },
    clear: () => set(none)
  }
}

const none: ReadonlySet<number> = new Set()
