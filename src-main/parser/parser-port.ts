import type { FromParser, ToParser } from './messages.ts'

export interface ParserPort {
  post(message: FromParser): void
  onMessage(listener: (message: ToParser) => void): void
}

/** What Electron puts on `process` in a utility process. */
interface UtilityPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

/** The way to the parent, whichever started this process. */
export function parserPort(): ParserPort {
  const utility = (process as { parentPort?: UtilityPort }).parentPort // only there under Electron
  if (utility !== undefined) {
    return {
      post: (message) => utility.postMessage(message),
      onMessage: (listener) => utility.on('message', ({ data }) => listener(data as ToParser)) // the parent is ours
    }
  }
  if (process.send === undefined) throw new Error('parser-process.ts is started by its parent')
  // without its parent there is nobody to read for
  process.once('disconnect', () => process.exit(0))
  return {
    post: (message) => void process.send!(message),
    onMessage: (listener) => void process.on('message', (message) => listener(message as ToParser)) // the parent is ours
  }
}
