import { draftHandlers } from './codebook-drafts.ts'
import { effectHandlers } from './codebook-effect.ts'
import { codebookFileHandlers, type CodebookFileGround } from './codebook-exchange.ts'
import { useCodebookHandlers, type Waiting } from './use-codebook.ts'

/** All that is done with codebooks. */
export function codebookHandlers(ground: Omit<CodebookFileGround, 'waiting'>) {
  const waiting: Waiting = { job: null }
  const own: CodebookFileGround = { ...ground, waiting }
  return { ...useCodebookHandlers(own, waiting), ...draftHandlers(own), ...effectHandlers(own), ...codebookFileHandlers(own) }
}
