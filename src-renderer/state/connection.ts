import { create } from 'zustand'

/** Whether the host can be reached; on the desktop it always can. */
export const useConnection = create<{ readonly connected: boolean }>()(() => ({ connected: true }))

export const noteConnection = (connected: boolean): void => useConnection.setState({ connected })
