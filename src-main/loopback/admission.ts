import { randomBytes } from 'node:crypto'
import { sameSecret } from './request-guard.ts'

export const codeLifetimeMs = 60_000
const wrongTriesAllowed = 20

/**
 * A one-use start code (in the fragment of the address, so it reaches no log and no Referer) that is
 * swapped once, within a minute, for the bearer token of this run. Twenty wrong tries void the code.
 */
export class Admission {
  readonly startCode = randomBytes(32).toString('base64url')
  readonly #token = randomBytes(32).toString('base64url')
  readonly #madeAt: number
  #open = true
  #wrongTries = 0

  constructor(now: number) {
    this.#madeAt = now
  }

  /** The token for the right code, once; null for anything else. */
  swap(code: string, now: number): string | null {
    if (!this.#open) return null
    if (now - this.#madeAt > codeLifetimeMs) {
      this.#open = false
      return null
    }
    if (!sameSecret(code, this.startCode)) {
      this.#wrongTries += 1
      if (this.#wrongTries >= wrongTriesAllowed) this.#open = false
      return null
    }
    this.#open = false
    return this.#token
  }

  /** `locked` once too many wrong tokens came: the answer is then 429, the right token still passes. */
  check(token: string | null): 'ok' | 'wrong' | 'locked' {
    if (token !== null && sameSecret(token, this.#token)) return 'ok'
    this.#wrongTries += 1
    return this.#wrongTries > wrongTriesAllowed ? 'locked' : 'wrong'
  }
}
