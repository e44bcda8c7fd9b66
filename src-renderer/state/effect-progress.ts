import { create } from 'zustand'

interface EffectProgress {
  readonly job: string
  readonly done: number
  readonly total: number
}

/** How far the job is that finds out what a draft of a codebook would change. It changes nothing itself, so it is no notice. */
export const useEffectProgress = create<{ readonly progress: EffectProgress | null }>()(() => ({ progress: null }))

/** Every such job that this window has heard of. */
const heard = new Set<string>()

export function noteEffect(progress: EffectProgress): void {
  heard.add(progress.job)
  useEffectProgress.setState({ progress })
}

export const isEffect = (job: string): boolean => heard.has(job)
