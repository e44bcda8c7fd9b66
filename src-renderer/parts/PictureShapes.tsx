import type { CSSProperties } from 'react'
import { hatchCount, hatchPath, hatchTile, type Paint, type Shape } from './picture.ts'

/** A paint as the window mixes it, light or dark. */
const inkOf = (paint: Paint): string => (paint.startsWith('theme:') ? `var(--theme-${paint.slice(6)}, var(--ink-3))` : `var(--${paint})`)

interface HatchesProps {
  /** Before the number in the names of the patterns; one for each drawing of a page. */
  readonly id: string
}

/** The patterns that `PictureShapes` of the same page lay over boxes. */
export function Hatches({ id }: HatchesProps) {
  return (
    <svg width="0" height="0" className="hatches" aria-hidden="true">
      <defs>
        {Array.from({ length: hatchCount }, (_, n) => (
          <pattern key={n} id={`${id}${n}`} width={hatchTile} height={hatchTile} patternUnits="userSpaceOnUse">
            <path d={hatchPath(n)} className="hatch" />
          </pattern>
        ))}
      </defs>
    </svg>
  )
}

interface PictureShapesProps {
  readonly shapes: readonly Shape[]
  /** As given to `Hatches`. */
  readonly hatches?: string
  /** Shapes of other themes step back. */
  readonly lit?: string | null
}

/** The shapes of a drawing in the inks of the window; they are the same that go into a saved file. */
export function PictureShapes({ shapes, hatches = '', lit = null }: PictureShapesProps) {
  return shapes.map((shape, index) => <ShapeMark key={index} shape={shape} hatches={hatches} isDim={lit !== null && shape.theme !== undefined && shape.theme !== lit} />)
}

/** Lines and dots of other themes lose their colour, not their contrast: they can be followed still. */
const steppedBack = 'var(--stepped-back)'
const steppedBackThickness = 1.2

function ShapeMark({ shape, hatches, isDim }: { readonly shape: Shape; readonly hatches: string; readonly isDim: boolean }) {
  const dim = isDim ? { opacity: 0.14 } : {}
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height } = shape
      const style: CSSProperties = { fill: inkOf(shape.fill), ...dim }
      if (shape.hatch === undefined || hatchPath(shape.hatch) === '') return <rect x={x} y={y} width={width} height={height} style={style} />
      return (
        <g style={dim}>
          <rect x={x} y={y} width={width} height={height} style={{ fill: inkOf(shape.fill) }} />
          <rect x={x} y={y} width={width} height={height} fill={`url(#${hatches}${shape.hatch % hatchCount})`} />
        </g>
      )
    }
    case 'path':
      return (
        <path
          d={shape.d}
          fill="none"
          strokeWidth={isDim ? Math.min(shape.thickness, steppedBackThickness) : shape.thickness}
          strokeDasharray={shape.isDashed === true ? '3 4' : undefined}
          style={{ stroke: isDim ? steppedBack : inkOf(shape.stroke) }}
        />
      )
    case 'dot': {
      const isHollow = shape.fill !== shape.stroke
      return <circle cx={shape.x} cy={shape.y} r={shape.radius} strokeWidth={1.5} style={{ fill: isDim && !isHollow ? steppedBack : inkOf(shape.fill), stroke: isDim ? steppedBack : inkOf(shape.stroke) }} />
    }
    case 'words':
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          textAnchor={shape.anchor}
          fontWeight={shape.isBold === true ? 600 : undefined}
          className={[shape.isSerif === true ? 'serif' : '', shape.hasEdge === true ? 'edged' : ''].join(' ').trim() || undefined}
          style={{ fill: isDim ? 'var(--ink-3)' : inkOf(shape.fill) }}
        >
          {shape.text}
        </text>
      )
  }
}
