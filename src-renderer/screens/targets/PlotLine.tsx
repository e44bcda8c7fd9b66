import { memo } from 'react'
import { provinceName } from '../../language/provinces.ts'
import { useElementWidth } from '../../parts/element-size.ts'
import { dotPlaces } from './dot-places.ts'
import { dotsOf, type Dot, type Plot } from './target-groups.ts'
import { writePlace } from './target-keys.ts'
import { figure, operatorMark, operatorWord, valueText, type LabelGround } from './target-labels.ts'
import { openNext } from './open-target.ts'
import type { TargetRow } from './target-rows.ts'
import { sortKeys } from './target-sort.ts'
import type { LineProps } from './TargetLine.tsx'

const lanes = 3
const laneHeight = 15
/** With more dots than this, a name has no room for its value: the axis tells it. */
const mostWithValue = 8
/** With more dots than this, only the first and the last are named: the others tell their name under the pointer. */
const mostWithName = 36

/** Values of several reports as dots on one axis, each with its name where there is room; a dot opens its source. */
export const PlotLine = memo(function PlotLine({ index, top, active, ground, plot }: LineProps & { readonly plot: Plot }) {
  const { words, language } = ground
  const [width, measure] = useElementWidth(8)
  const dots = dotsOf(plot)
  const names = dotNames(plot, dots, ground)
  const places = dotPlaces({ values: dots.map(({ value }) => value), widths: names.map(widthOf), width, lanes: dots.length > mostWithName ? 1 : lanes })
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
          {places.ticks.map(({ value, at }) => (
            <span key={value} className="dot-tick" style={{ left: `${at * 100}%` }}>
              {figure(value, language)}
            </span>
          ))}
          {width > 0 &&
            dots.map(({ rows }, column) => {
              const { at, lane } = places.dots[column]!
              const name = names[column]!
              const half = widthOf(name) / 2
              const shift = Math.max(half - at * width, 0) - Math.max(half - (1 - at) * width, 0)
              const isNamed = lane !== null && (dots.length <= mostWithName || column === 0 || column === dots.length - 1)
              return (
                <button
                  key={rows[0]!.id}
                  type="button"
                  className={rows.length > 1 ? 'dot of-several' : 'dot'}
                  style={{ left: `${at * 100}%` }}
                  data-at={writePlace({ line: index, column })}
                  tabIndex={active === column ? 0 : -1}
                  aria-label={words.targets.dot(whoAll(rows, ground), spoken(rows[0]!, ground), rows[0]!.text)}
                  title={`${whoAll(rows, ground)} · ${operatorMark(rows[0]!.operator)} ${valueText(rows[0]!, language)} ${plot.unit}\n${rows[0]!.text}`}
                  onClick={() => openNext(rows)}
                >
                  {isNamed && (
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
})

const fullName = (row: TargetRow, ground: LabelGround): string => [placeName(row, ground), row.year].filter((part) => part !== '').join(' ')

const spoken = (row: TargetRow, { language }: LabelGround): string => `${operatorWord(row.operator, language)} ${valueText(row, language)} ${row.unit ?? ''}`

/** The city or county where the report is one of theirs: the province is told by its row. */
function placeName({ jurisdiction }: TargetRow, { language, words }: LabelGround): string {
  if (jurisdiction === null) return words.noProvince
  const isOfProvince = jurisdiction.province === null || jurisdiction.level === 'province'
  return isOfProvince ? provinceName(jurisdiction, language) : jurisdiction.name
}

/** Of the first few, and how many more stand on the point. */
const whoAll = (rows: readonly TargetRow[], ground: LabelGround): string =>
  rows.length <= 3 ? rows.map((row) => fullName(row, ground)).join(ground.words.comma) : ground.words.targets.andMore(fullName(rows[0]!, ground), rows.length)

/** Short names: the year only where the plot has several, the value where there are few; of many on one point only how many. */
function dotNames({ rows }: Plot, dots: readonly Dot[], ground: LabelGround): string[] {
  const hasYears = new Set(rows.map(({ year }) => year)).size > 1
  const hasValues = dots.length <= mostWithValue
  return dots.map(({ rows: own }) => {
    const first = own[0]!
    const name = [placeName(first, ground), hasYears ? first.year : ''].filter((part) => part !== '').join(' ')
    const who = own.length === 1 ? name : ground.words.targets.andMore(name, own.length)
    return hasValues ? `${who} ${operatorMark(first.operator)}${valueText(first, ground.language)}` : who
  })
}

/** Width of a name in the smallest face, near enough to keep names apart. */
const widthOf = (name: string): number => [...name].reduce((sum, character) => sum + (character > '\u2e80' ? 11 : 6.5), 4)
