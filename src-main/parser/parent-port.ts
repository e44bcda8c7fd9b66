/** The way from a process of ours to the one that started it. */
export interface ParentPort<Out, In> {
  post(message: Out): void
  onMessage(listener: (message: In) => void): void
}

/** What Electron puts on `process` in a utility process. */
interface UtilityPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

/** Whichever started this process: `fork`, or Electron. */
export function parentPort<Out, In>(): ParentPort<Out, In> {
  const utility = (process as { parentPort?: UtilityPort }).parentPort // only there under Electron
  if (utility !== undefined) {
    return {
      post: (message) => utility.postMessage(message),
      onMessage: (listener) => utility.on('message', ({ data }) => listener(data as In)) // the parent is ours
    }
  }
  if (process.send === undefined) throw new Error('This process is started by its parent')
  // without its parent there is nobody to work for
  process.once('disconnect', () => process.exit(0))
  return {
    post: (message) => void process.send!(message),
    onMessage: (listener) => void process.on('message', (message) => listener(message as In)) // the parent is ours
  }
}
