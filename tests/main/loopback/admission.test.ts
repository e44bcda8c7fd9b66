import { describe, expect, it } from 'vitest'
import { Admission, codeLifetimeMs } from '../../../src-main/loopback/admission.ts'

describe('admission to the loopback host', () => {
  it('makes code and token of 256 bits each, anew for each run', () => {
    const admissions = Array.from({ length: 20 }, () => new Admission(0))
    const secrets = admissions.flatMap((admission) => [admission.startCode, admission.swap(admission.startCode, 0)!])
    expect(new Set(secrets).size).toBe(40)
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  })

  it('swaps the code within a minute, and never later', () => {
    const inTime = new Admission(1_000)
    expect(inTime.swap(inTime.startCode, 1_000 + codeLifetimeMs)).not.toBeNull()
    const late = new Admission(1_000)
    expect(late.swap(late.startCode, 1_001 + codeLifetimeMs)).toBeNull()
    // a clock that is set back does not open it again
    expect(late.swap(late.startCode, 1_000)).toBeNull()
  })

  it('swaps it once', () => {
    const admission = new Admission(0)
    expect(admission.swap(admission.startCode, 0)).not.toBeNull()
    expect(admission.swap(admission.startCode, 0)).toBeNull()
  })

  it('takes nothing near the code, and voids it after twenty tries', () => {
    const admission = new Admission(0)
    const { startCode } = admission
    const near = ['', startCode.slice(1), startCode + 'A', startCode.toLowerCase(), ` ${startCode}`, startCode.replace(/.$/, '!')]
    for (const code of near) expect(admission.swap(code, 0)).toBeNull()
    for (let i = near.length; i < 20; i++) expect(admission.swap(`guess ${i}`, 0)).toBeNull()
    expect(admission.swap(startCode, 0)).toBeNull()
  })

  it('locks guesses of the token out, never the token', () => {
    const admission = new Admission(0)
    const token = admission.swap(admission.startCode, 0)
    const states = Array.from({ length: 25 }, (_, i) => admission.check(i % 2 === 0 ? `guess ${i}` : null))
    expect(states.slice(0, 20)).toEqual(Array(20).fill('wrong'))
    expect(states.slice(20)).toEqual(Array(5).fill('locked'))
    expect(admission.check(token)).toBe('ok')
  })
})
