import { keptStore, savedOneOf, savedRecord } from '../../state/kept.ts'
import { stripModes, wholeView, type StripMode, type StripView } from './strip-layout.ts'

interface StructureState {
  readonly mode: StripMode
  readonly view: StripView
}

export const useStructure = keptStore<StructureState>('structure', { mode: 'length', view: wholeView }, (saved) => ({
  mode: savedOneOf(saved['mode'], stripModes, 'length'),
  view: savedView(saved['view'])
}))

function savedView(value: unknown): StripView {
  const { from, to } = savedRecord(value)
  return typeof from === 'number' && typeof to === 'number' && from >= 0 && to <= 1 && to - from > 0.001 ? { from, to } : wholeView
}

export const setStripView = (view: StripView): void => useStructure.setState({ view })

/** Another axis is another measure: a part of the one is none of the other. */
export const setStripMode = (mode: StripMode): void => useStructure.setState({ mode, view: wholeView })
