import type { Problem } from '#core/contract/problem.ts'

/** What goes wrong by our own fault: the details to the log, a number to the user. */
export class BugLog {
  readonly #log: (line: string) => void
  readonly #now: () => Date
  #count = 0

  constructor(log: (line: string) => void, now: () => Date) {
    this.#log = log
    this.#now = now
  }

  report(error: unknown, place: string): Problem {
    const at = this.#now().toISOString()
    const reference = `${at.replaceAll(/\D/g, '').slice(2, 14)}-${++this.#count}`
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
    this.#log(`${at} [${reference}] ${place}: ${details}`)
    return {
      kind: 'internal',
      message: {
        zh: `程序内部出错（编号 ${reference}），已记入日志。资料库里已保存的内容不受影响。`,
        en: `Something went wrong inside the program (number ${reference}, see the log). What the library holds is safe.`
      },
      place
    }
  }
}
