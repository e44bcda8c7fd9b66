import { expect, it } from 'vitest'
import { Turns } from '../../../src-main/host/turns.ts'

it('turns are ended where they rest, newest and waiting ones alike; when that is done none is at work, and none begins', async () => {
  const turns = new Turns()
  let steps = 0
  const endless = () =>
    turns.take(async (turn) => {
      for (;;) {
        steps++
        await turn.rest()
      }
    })
  const going = Promise.allSettled([endless(), endless(), endless()])
  await turns.end()
  const done = steps
  for (const { status } of await going) expect(status).toBe('rejected')
  await expect(endless()).rejects.toMatchObject({ problem: { kind: 'cancelled' } })
  expect(steps).toBe(done)
})
