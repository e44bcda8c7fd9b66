import type { ThemeBlock } from '#core/compare/theme-blocks.ts'
import { openPlace } from '../../routes.ts'
import { useWords } from '../../use-words.ts'
import { placeWords } from './place-words.ts'
import type { ColumnText } from './reading.ts'

/** Where a block stands; leads to the source. */
export function PlaceButton({ of, block }: { readonly of: ColumnText; readonly block: ThemeBlock }) {
  const words = useWords()
  const place = placeWords(of.counted, block, words)
  return (
    <button
      type="button"
      className="plain block-place"
      aria-label={words.readerView.openPlace(place)}
      onClick={() => openPlace({ report: of.view.id, start: block.start, end: block.end, theme: block.theme })}
    >
      {place}
    </button>
  )
}
