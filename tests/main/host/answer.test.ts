import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calls, type CallName, type Handlers } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { answer } from '../../../src-main/host/answer.ts'
import { BugLog } from '../../../src-main/host/bugs.ts'
import { openTestHost } from './test-host.ts'

const clock = (): Date => new Date('2026-03-01T08:00:00Z')

describe('the one door', () => {
  it('refuses names that are no calls, inherited ones too', async () => {
    const { host } = openTestHost()
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', '', 'reports', 'reports.list ']) {
      expect(await host.answer(name, {})).toMatchObject({ ok: false, problem: { kind: 'bad-request' } })
    }
  })

  it('refuses input that is not as the contract says, and names the field', async () => {
    const { host } = openTestHost()
    expect(await host.answer('reports.read', { id: 5 })).toMatchObject({ ok: false, problem: { kind: 'bad-request', place: 'reports.read.id' } })
    expect(await host.answer('search.text', { query: '' })).toMatchObject({ ok: false, problem: { place: 'search.text.query' } })
    expect(await host.answer('sources.import', { files: [{ name: 'a' }] })).toMatchObject({ problem: { place: 'sources.import.files.0.base64' } })
  })

  it('answers every call with a reply, whatever it is given; never throws', async () => {
    const { host } = openTestHost()
    const names = fc.constantFrom(...(Object.keys(calls) as CallName[]))
    await fc.assert(
      fc.asyncProperty(names, fc.anything({ withNullPrototype: true }), async (name, input) => {
        const reply = await host.answer(name, input)
        expect(structuredClone(reply)).toEqual(JSON.parse(JSON.stringify(reply)))
        if (!reply.ok) expect(reply.problem.kind).not.toBe('internal')
      }),
      { seed: 41, numRuns: 200 }
    )
    await host.close()
  })

  it('passes a refusal on as data, and keeps a bug to the log, under a number', async () => {
    const problem = { kind: 'not-found', message: { zh: '无', en: 'none' }, place: '7' } as const
    const log: string[] = []
    const bugs = new BugLog((line) => log.push(line), clock)
    const failing = (error: Error): Handlers => ({ 'reports.list': () => { throw error } }) as Partial<Handlers> as Handlers
    const call = { name: 'reports.list', input: {} }
    expect(await answer(failing(new Refusal(problem)), bugs, call)).toEqual({ ok: false, problem })
    expect(log).toEqual([])
    const reply = await answer(failing(new Error('secret detail')), bugs, call)
    expect(reply).toMatchObject({ ok: false, problem: { kind: 'internal', place: 'reports.list' } })
    expect(JSON.stringify(reply)).not.toContain('secret')
    expect(log).toHaveLength(1)
    const number = /\[(.+?)\]/.exec(log[0]!)![1]!
    expect(log[0]).toContain('secret detail')
    expect(JSON.stringify(reply)).toContain(number)
  })
})
