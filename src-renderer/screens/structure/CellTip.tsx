import type { StructureSegment } from '#core/compare/structure.ts'
import { number, percent } from '../../language/labels.ts'
import { useWords } from '../../use-words.ts'
import type { StripCell } from './strip-layout.ts'
import { rowHeight, stripSizes, type Looks } from './structure-picture.ts'

interface CellTipProps {
  readonly strip: number
  readonly cell: StripCell
  readonly segment: StructureSegment | undefined
  readonly looks: Looks
  /** Of the strips. */
  readonly width: number
}

const tipWidth = 320

/** What a cell says: its first words, its themes, its place. Screen readers have it as the cell's name. */
export function CellTip({ strip, cell, segment, looks, width }: CellTipProps) {
  const words = useWords()
  const w = words.figures.structure
  if (segment === undefined) return null
  const left = Math.min(Math.max(0, cell.x + cell.width / 2 - tipWidth / 2), Math.max(0, width - tipWidth))
  return (
    <div className="cell-tip" style={{ left, top: strip * (rowHeight + stripSizes.gap) + rowHeight + 4, width: tipWidth }} aria-hidden="true">
      <p>{segment.preview}</p>
      <div>
        {cell.themes.map(({ id, share }) => (
          <span key={id} style={{ '--c': `var(--theme-${id}, var(--ink-3))` }}>
            <i className="swatch" /> {looks.get(id)?.name ?? id}
            {share < 0.995 && ` ${percent(share)}`}
          </span>
        ))}
        {cell.themes.length === 0 && <span>{w.bare}</span>}
        <span className="cell-place">
          {w.paragraph(segment.paragraph)} · {words.characters(number(segment.characters))}
        </span>
      </div>
      <small>{w.ways}</small>
    </div>
  )
}
