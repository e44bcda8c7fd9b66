import type { CutWords } from '#core/versions/words.ts'
import { segmenter } from './word-division.ts'

/** Words as this machine's dictionary cuts them: good enough to show what changed, never for counting. */
export const cutWords: CutWords = (text) => Array.from(segmenter.segment(text), ({ segment }) => segment)
