import { setImmediate } from 'node:timers/promises'
import { Refusal } from '#core/contract/problem.ts'

/** The longest that work holds up the host's other answers, but for single steps that take longer. */
const sliceMs = 8

/** Work in slices: between them others are answered, and work that began later goes first. */
export class Turn {
  readonly #turns: Turns
  #since = performance.now()

  constructor(turns: Turns) {
    this.#turns = turns
  }

  /**
   * Call it often: it rests only when it is time.
   * @throws Refusal cancelled when all turns were ended
   */
  async rest(): Promise<void> {
    this.#turns.mustGoOn()
    if (performance.now() - this.#since < sliceMs) return
    await setImmediate()
    for (let later = this.#turns.after(this); later !== null; later = this.#turns.after(this)) await later
    this.#turns.mustGoOn()
    this.#since = performance.now()
  }

  /** Runs a generator to its end, resting where it yields. */
  async finish<T>(steps: Generator<void, T>): Promise<T> {
    for (;;) {
      const { done, value } = steps.next()
      if (done === true) return value
      await this.rest()
    }
  }
}

/**
 * Who types asks again before the last question is answered: the newest question goes first, the older
 * ones rest and are answered after it.
 */
export class Turns {
  #isEnded = false
  readonly #running: { readonly turn: Turn; readonly ended: Promise<unknown> }[] = []

  /** @throws Refusal cancelled when all turns were ended */
  async take<T>(work: (turn: Turn) => Promise<T>): Promise<T> {
    this.mustGoOn()
    const turn = new Turn(this)
    const ended = Promise.withResolvers<null>()
    const entry = { turn, ended: ended.promise }
    this.#running.push(entry)
    try {
      return await work(turn)
    } finally {
      this.#running.splice(this.#running.indexOf(entry), 1)
      ended.resolve(null)
    }
  }

  /** What runs ends where it rests next, and nothing begins any more; resolves when none is at work. */
  async end(): Promise<void> {
    this.#isEnded = true
    await Promise.all(this.#running.map(({ ended }) => ended))
    // who waited for one of them goes on now, to where it begins another
    await setImmediate()
  }

  mustGoOn(): void {
    if (this.#isEnded) throw stopped()
  }

  /** What a turn has to wait for, or null. */
  after(turn: Turn): Promise<unknown> | null {
    const newest = this.#running.at(-1)
    return newest === undefined || newest.turn === turn ? null : newest.ended
  }
}

export const stopped = (): Refusal =>
  new Refusal({ kind: 'cancelled', message: { zh: '计算已停止，资料库没有变。', en: 'The reckoning was stopped; the library is as it was.' }, place: '' })
