import { useEffect, useEffectEvent, useState } from 'react'
import { useHost } from '../../host/use-call.ts'

/** By this the host knows what this window has it reckon. Who comes back to the screen asks by the same name: the answer is there. */
let current = crypto.randomUUID()

export const useReckoning = (): string => useState(current)[0]

/** Who leaves the screen waits for nothing any more; what was ended is asked by another name when they come back. */
export function useEndOnLeave(isReckoning: boolean): void {
  const host = useHost()
  const leave = useEffectEvent(() => {
    if (!isReckoning) return
    const reckoning = current
    current = crypto.randomUUID()
    void host.call('statistics.stop', { reckoning })
  })
  useEffect(() => () => leave(), [])
}
