import { placeParts, reportOf } from '../../citation.ts'
import { number } from '../../language/labels.ts'
import { BehindNumber } from '../../parts/BehindNumber.tsx'
import { openPlace } from '../../routes.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import type { QuotationGroup } from './measures.ts'

interface QuotationsPopoverProps {
  readonly title: string
  readonly groups: readonly QuotationGroup[]
  /** Of the columns. */
  readonly names: readonly string[]
  readonly anchor: HTMLElement
  readonly onClose: () => void
}

/** The words behind a number, each leading to its place in the source. */
export function QuotationsPopover({ title, groups, names, anchor, onClose }: QuotationsPopoverProps) {
  const words = useWords()
  const language = useLanguage()
  const w = words.figures.counts
  const total = groups.reduce((sum, { passages }) => sum + passages.length, 0)
  return (
    <BehindNumber title={title} count={w.times(number(total))} closeLabel={w.close} anchor={anchor} onClose={onClose}>
      {total === 0 && <p className="behind-none">{words.matrix.absent}</p>}
      {groups.map(({ row, column, columnIndex, passages }) => (
        <section key={`${row.theme} ${column.id}`}>
          {groups.length > 1 && (
            <h3 style={{ '--c': `var(--theme-${row.theme}, ${row.color})` }}>
              <i className="swatch" aria-hidden="true" /> {row.label[language]} · {names[columnIndex]}
            </h3>
          )}
          {passages.map((passage) => (
            <button
              type="button"
              key={`${passage.report} ${passage.start}`}
              className="behind-quotation"
              title={words.matrix.openSource}
              onClick={() => {
                openPlace({ report: passage.report, start: passage.start, end: passage.end, theme: row.theme })
                onClose()
              }}
            >
              <q>{passage.text}</q>
              <small>
                {[reportOf(passage, column), ...placeParts(passage, { words, longestHeading: 18 })].filter((part) => part !== null).map((part) => (
                  <span key={part}>{part}</span>
                ))}
              </small>
            </button>
          ))}
        </section>
      ))}
    </BehindNumber>
  )
}
