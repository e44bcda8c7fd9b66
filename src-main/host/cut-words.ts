import type { CutWords } from '#core/versions/words.ts'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Words as this machine's dictionary cuts them: good enough to show what changed, never for counting. */
export const cutWords: CutWords = (text) => Array.from(segmenter.segment(text), ({ segment }) => segment)
