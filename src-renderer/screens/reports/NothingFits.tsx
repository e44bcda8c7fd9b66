import { useLanguage, useWords } from '../../use-words.ts'
import type { Filters } from './filter-reports.ts'
import { placeName } from './TableLines.tsx'

/** Nothing fits the filters; where they name one province or year, what is missing is said by name. */
export function NothingFits({ filters, onClear }: { readonly filters: Filters; readonly onClear: () => void }) {
  const words = useWords()
  const language = useLanguage()
  const w = words.libraryTable.filter
  const { provinces, years, levels, themes, text } = filters
  const isOnlyPlace = provinces.length === 1 && years.length <= 1 && levels.length + themes.length === 0 && text === '' && !filters.hasNotes && !filters.isCorrected && !filters.isRecognised
  const [code = '', year = ''] = [provinces[0], years[0]]
  return (
    <div className="pane-message" role="status">
      <p>{isOnlyPlace ? w.missing(placeName(code, { words, language }), year === '' ? '' : words.libraryTable.year(year)) : w.nothing}</p>
      <button type="button" onClick={onClear}>
        {w.clear}
      </button>
    </div>
  )
}
