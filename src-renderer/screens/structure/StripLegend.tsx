import { PictureShapes } from '../../parts/PictureShapes.tsx'
import { useWords } from '../../use-words.ts'
import type { PlacedStrip } from './strip-layout.ts'
import type { Looks } from './structure-picture.ts'

interface StripLegendProps {
  readonly strips: readonly PlacedStrip[]
  readonly looks: Looks
  readonly hatches: string
  readonly lit: string | null
  readonly onPoint: (theme: string | null) => void
}

/** Colour and hatch of the themes in sight; the one pointed at is lit in all strips. */
export function StripLegend({ strips, looks, hatches, lit, onPoint }: StripLegendProps) {
  const w = useWords().figures.structure
  const used = new Set(strips.flatMap(({ cells }) => cells.flatMap(({ themes }) => themes.map(({ id }) => id))))
  return (
    <ul className="strip-legend" aria-label={w.legend}>
      {[...looks.values()]
        .filter(({ id }) => used.has(id))
        .map(({ id, name, hatch }) => (
          <li key={id}>
            <button
              type="button"
              className="plain"
              title={w.only(name)}
              data-dim={(lit !== null && lit !== id) || undefined}
              onPointerEnter={() => onPoint(id)}
              onPointerLeave={() => onPoint(null)}
              onFocus={() => onPoint(id)}
              onBlur={() => onPoint(null)}
            >
              <svg width="22" height="14" aria-hidden="true">
                <PictureShapes shapes={[{ kind: 'box', x: 0, y: 0, width: 22, height: 14, fill: `theme:${id}`, hatch }]} hatches={hatches} />
              </svg>
              {name}
            </button>
          </li>
        ))}
      <li>
        <i className="bare" aria-hidden="true" /> {w.bare}
      </li>
    </ul>
  )
}
