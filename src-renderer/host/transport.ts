/** What carries calls and events between the window and the host; it knows no names. */
export interface Transport {
  call(name: string, input: unknown): Promise<unknown>
  /** @returns a function that ends the subscription */
  on(listener: (name: string, payload: unknown) => void): () => void
  /** Told whenever the connection breaks or comes back; absent where it cannot break by itself. */
  readonly watch?: (listener: (connected: boolean) => void) => void
}
