import { provinceName } from '../../language/provinces.ts'
import { useElementWidth } from '../../parts/element-size.ts'
import { dotPlaces } from './dot-places.ts'
import type { Plot } from './target-groups.ts'
import { writePlace } from './target-keys.ts'
import { figure, operatorMark, operatorWord, valueText, type LabelGround } from './target-labels.ts'
import { openTarget, type TargetRow } from './target-rows.ts'
import { sortKeys } from './target-sort.ts'
import type { LineProps } from './TargetLine.tsx'

const lanes = 3
const laneHeight = 15
/** With more dots than this, a name has no room for its value: the axis tells it. */
const mostWithValue = 8

/** Values of several reports as dots on one axis, each with its name where there is room; a dot opens its source. */
export function PlotLine({ index, top, active, ground, plot }: LineProps & { readonly plot: Plot }) {
  const { words, language } = ground
  const [width, measure] = useElementWidth(8)
  const names = dotNames(plot.rows, ground)
  const { ticks, dots } = dotPlaces({ values: plot.rows.map(({ value }) => value ?? 0), widths: names.map(widthOf), width, lanes })
  return (
    <div className="targets-line plot" role="row" aria-rowindex={index + 2} style={{ transform: `translateY(${top}px)` }}>
      <div
        className="dot-plot"
        role="gridcell"
        aria-colindex={1}
        aria-colspan={sortKeys.length}
        aria-label={plot.metric === '' ? words.targets.plotOfUnit(plot.unit) : words.targets.plot(plot.metric, plot.unit)}
      >
        <p className="dot-plot-title">
          {plot.metric === '' ? words.targets.plotOfUnit(plot.unit) : plot.metric} {plot.metric !== '' && <small>{plot.unit}</small>}
        </p>
        <div className="dot-axis" ref={measure}>
          {ticks.map(({ value, at }) => (
            <span key={value} className="dot-tick" style={{ left: `${at * 100}%` }}>
              {figure(value, language)}
            </span>
          ))}
          {width > 0 && plot.rows.map((row, column) => {
            const { at, lane } = dots[column]!
            const name = names[column]!
            const half = widthOf(name) / 2
            const shift = Math.min(Math.max(half - at * width, 0), half) - Math.min(Math.max(half - (1 - at) * width, 0), half)
            return (
              <button
                key={row.id}
                type="button"
                className="dot"
                style={{ left: `${at * 100}%` }}
                data-at={writePlace({ line: index, column })}
                tabIndex={active === column ? 0 : -1}
                aria-label={words.targets.dot(fullName(row, ground), spoken(row, ground), row.text)}
                title={`${fullName(row, ground)} · ${operatorMark(row.operator)} ${valueText(row, language)} ${row.unit ?? ''}\n${row.text}`}
                onClick={() => openTarget(row)}
              >
                {lane !== null && (
                  <span className="dot-name" style={{ bottom: 12 + lane * laneHeight, transform: `translateX(calc(-50% + ${shift}px))` }}>
                    {name}
                  </span>
                )}
              </button>
            )
          })}
        </div>
      </div>
    </div>
  )
}

const fullName = (row: TargetRow, ground: LabelGround): string => [placeName(row, ground), row.year].filter((part) => part !== '').join(' ')

const spoken = (row: TargetRow, { language }: LabelGround): string => `${operatorWord(row.operator, language)} ${valueText(row, language)} ${row.unit ?? ''}`

/** The city or county where the report is one of theirs: the province is told by its row. */
function placeName({ jurisdiction }: TargetRow, { language, words }: LabelGround): string {
  if (jurisdiction === null) return words.noProvince
  const isOfProvince = jurisdiction.province === null || jurisdiction.level === 'province'
  return isOfProvince ? provinceName(jurisdiction, language) : jurisdiction.name
}

/** Short names: the year only where the plot has several, the value where there are few. */
function dotNames(rows: readonly TargetRow[], ground: LabelGround): string[] {
  const hasYears = new Set(rows.map(({ year }) => year)).size > 1
  const hasValues = rows.length <= mostWithValue
  return rows.map((row) =>
    [placeName(row, ground), hasYears ? row.year : '', hasValues ? `${operatorMark(row.operator)}${valueText(row, ground.language)}` : ''].filter((part) => part !== '').join(' ')
  )
}

/** Width of a name in the smallest face, near enough to keep names apart. */
const widthOf = (name: string): number => [...name].reduce((sum, character) => sum + (character > '\u2e80' ? 11 : 6.5), 4)
