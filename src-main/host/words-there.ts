import { Refusal } from '#core/contract/problem.ts'
import { slice, type Span } from '#core/text/span.ts'

/**
 * A place is a pair of numbers: it says nothing of a text that was read anew since it was looked at. Who asks for
 * something there says the words too.
 *
 * @throws Refusal other-words
 */
export function assertWords(text: string, asked: Span & { readonly words: string }): void {
  if (slice(text, asked) === asked.words) return
  throw new Refusal({
    kind: 'other-words',
    message: {
      zh: '这段文字刚刚换了读法，原来的位置上已是别的字，因此没有改动。请在新的文字上再选一次。',
      en: 'This text was read anew meanwhile, and other words stand at that place, so nothing was changed. Please choose the words again.'
    },
    place: `${asked.start}–${asked.end}`
  })
}
