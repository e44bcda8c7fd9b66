import type { OriginalLine } from '#core/contract/calls.ts'
import type { Box, PageSize } from '#core/source/source.ts'

interface SchematicPageProps {
  readonly size: PageSize
  /** Those of the page. */
  readonly lines: readonly OriginalLine[]
}

/** A page of a format that cannot be drawn: its text at its places, nothing else. */
export function SchematicPage({ size, lines }: SchematicPageProps) {
  return (
    <svg className="schematic-page" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      {lines.map((line) => line.box !== undefined && <PlacedLine key={line.number} line={line} box={line.box} />)}
    </svg>
  )
}

/** Part of the em that stands above the base line of a Song face. */
const ascent = 0.86

function PlacedLine({ line, box }: { readonly line: OriginalLine; readonly box: Box }) {
  const { text, edges, isVertical = false } = line
  const thickness = isVertical ? box.width : box.height
  const starts = Array.from({ length: text.length }, (_, at) => edges?.[at] ?? (isVertical ? box.y : box.x) + ((isVertical ? box.height : box.width) * at) / text.length)
  const size = Math.min(thickness, ((isVertical ? box.height : box.width) / Math.max(1, text.length)) * 1.6)
  return isVertical ? (
    <text x={starts.map(() => box.x).join(' ')} y={starts.map((start) => start + size * ascent).join(' ')} fontSize={size}>
      {text}
    </text>
  ) : (
    <text x={starts.join(' ')} y={box.y + (thickness - size) / 2 + size * ascent} fontSize={size}>
      {text}
    </text>
  )
}
