import { wholePercent } from '#core/compare/recognised.ts'
import { useWords } from './use-words.ts'

/** Says that text was recognised from a picture, and how surely; nothing for text that the file holds itself. */
export function RecognisedMark({ confidence }: { readonly confidence: number | null }) {
  const words = useWords()
  if (confidence === null) return null
  return (
    <span className="recognised-mark" title={words.recognisedNote}>
      {words.recognisedMark(wholePercent(confidence))}
    </span>
  )
}
