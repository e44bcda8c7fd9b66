import { Refusal } from '#core/contract/problem.ts'
import type { PrintedRun } from '../readers/layout/printed-page.ts'
import type { GreyPicture } from '../readers/recognition/grey-picture.ts'
import type { PageRecogniser } from '../readers/reader.ts'
import type { ToParser } from './messages.ts'

type Answer = Extract<ToParser, { kind: 'recognised' | 'not-recognised' }>

/** In a parser process: hands pages of scans to the parent, and waits for what was recognised on them. */
export class ScanDesk {
  readonly #ask: (request: number, picture: GreyPicture) => void
  readonly #waiting = new Map<number, PromiseWithResolvers<readonly PrintedRun[]>>()
  #count = 0

  constructor(ask: (request: number, picture: GreyPicture) => void) {
    this.#ask = ask
  }

  /** The recogniser of a reader; every page goes through the parent. */
  readonly open = (): Promise<PageRecogniser> => Promise.resolve({ read: (picture) => this.#read(picture), close: () => undefined })

  answered(answer: Answer): void {
    const waiting = this.#waiting.get(answer.request)
    this.#waiting.delete(answer.request)
    if (answer.kind === 'recognised') waiting?.resolve(answer.runs)
    else waiting?.reject(new Refusal(answer.problem))
  }

  #read(picture: GreyPicture): Promise<readonly PrintedRun[]> {
    const request = ++this.#count
    const waiting = Promise.withResolvers<readonly PrintedRun[]>()
    this.#waiting.set(request, waiting)
    this.#ask(request, picture)
    return waiting.promise
  }
}
