import { memo } from 'react'
import type { ReportStructure } from '#core/compare/structure.ts'
import { percent } from '../../language/labels.ts'
import { PictureShapes } from '../../parts/PictureShapes.tsx'
import { useWords } from '../../use-words.ts'
import type { PlacedStrip, StripMode } from './strip-layout.ts'
import { cellShapes, frameShapes, labelShapes, rowHeight, stripSizes, type Looks } from './structure-picture.ts'

interface StripProps {
  /** Which strip it is, from the top. */
  readonly at: number
  readonly strip: PlacedStrip
  readonly structure: ReportStructure
  readonly name: string
  readonly looks: Looks
  readonly width: number
  readonly mode: StripMode
  readonly lit: string | null
  readonly hatches: string
  /** The cell that Tab comes to, or null where that is in another strip. */
  readonly active: number | null
  /** The cell that is pointed at or has the focus. */
  readonly shown: number | null
}

/** One report: its cells in order, each a button that leads to its place. */
export const Strip = memo(function Strip({ at, strip, structure, name, looks, width, mode, lit, hatches, active, shown }: StripProps) {
  const w = useWords().figures.structure
  const { cells } = strip
  // the cell that Tab comes to may be out of sight after zooming
  const tabbed = active === null ? null : cells.some(({ index }) => index === active) ? active : (cells[0]?.index ?? null)
  const outlined = shown === null ? undefined : cells.find(({ index }) => index === shown)
  return (
    <svg className="strip" width={width} height={rowHeight} data-strip={at} role="group" aria-label={w.strip(name)}>
      {cells.map((cell) => {
        const segment = structure.segments[cell.segment]
        const place = mode === 'sections' ? w.section(cell.index + 1) : w.paragraph(segment?.paragraph ?? 0)
        const themes = cell.themes.map(({ id, share }) => (share > 0.995 ? (looks.get(id)?.name ?? id) : w.share(looks.get(id)?.name ?? id, percent(share))))
        return (
          <g
            key={cell.index}
            role="button"
            data-at={`${at}:${cell.index}`}
            tabIndex={cell.index === tabbed ? 0 : -1}
            aria-label={w.cell(place, segment?.preview ?? '', themes.length === 0 ? w.bare : themes.join(' '))}
          >
            <PictureShapes shapes={cellShapes(cell, looks)} hatches={hatches} lit={lit} />
          </g>
        )
      })}
      <PictureShapes shapes={[...frameShapes(strip), ...labelShapes(strip, looks)]} lit={lit} />
      {outlined !== undefined && (
        <rect className="strip-here" x={outlined.x + 0.5} y={stripSizes.label - 0.5} width={Math.max(2, outlined.width - 1)} height={stripSizes.height + 1} />
      )}
    </svg>
  )
})
