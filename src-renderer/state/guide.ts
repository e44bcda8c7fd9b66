import { keptStore, savedOneOf } from './kept.ts'

/** The steps of the guide, in order. */
export const guideSteps = ['sample', 'cell', 'source', 'absence', 'counts', 'reader', 'search', 'export'] as const
export type GuideStep = (typeof guideSteps)[number]

interface GuideState {
  /** Whether its note is in sight. */
  readonly isOn: boolean
  /** Where it was left, or is. */
  readonly step: GuideStep
}

const atFirst: GuideState = { isOn: false, step: 'sample' }

/** Left at any step, it is taken up there again, also after a restart. */
export const useGuide = keptStore<GuideState>('guide', atFirst, ({ isOn, step }) => ({ isOn: isOn === true, step: savedOneOf(step, guideSteps, 'sample') }))

export const startGuide = (): void => useGuide.setState({ isOn: true })

export const leaveGuide = (): void => useGuide.setState({ isOn: false })

/** The step after this one; after the last one the guide ends, and would begin anew. */
export function passStep(step: GuideStep): void {
  if (useGuide.getState().step !== step) return
  const next = guideSteps[guideSteps.indexOf(step) + 1]
  useGuide.setState(next === undefined ? atFirst : { step: next })
}

export const stepBack = (step: GuideStep): void => useGuide.setState({ step: guideSteps[Math.max(0, guideSteps.indexOf(step) - 1)] ?? 'sample' })
