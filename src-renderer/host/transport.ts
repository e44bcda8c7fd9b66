/** What carries calls and events between the window and the host; it knows no names. */
export interface Transport {
  call(name: string, input: unknown): Promise<unknown>
  /** @returns a function that ends the subscription */
  on(listener: (name: string, payload: unknown) => void): () => void
}
