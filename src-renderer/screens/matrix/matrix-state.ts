import { create } from 'zustand'

/** Where the keyboard is in the table (`row:column`, 0 the headers) and which cells are unfolded. */
interface MatrixState {
  readonly active: string
  readonly unfolded: ReadonlySet<string>
}

export const useMatrixState = create<MatrixState>()(() => ({ active: '1:1', unfolded: new Set() }))

export const activate = (at: string): void => {
  if (useMatrixState.getState().active !== at) useMatrixState.setState({ active: at })
}

export const toggleFold = (key: string): void =>
  useMatrixState.setState(({ unfolded }) => {
    const next = new Set(unfolded)
    if (!next.delete(key)) next.add(key)
    return { unfolded: next }
  })
