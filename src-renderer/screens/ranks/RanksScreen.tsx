import { useMemo } from 'react'
import type { Column, Comparison } from '#core/compare/comparison.ts'
import type { ColumnNames } from '../../compared.ts'
import { datedNote, number } from '../../language/labels.ts'
import type { Words } from '../../language/zh.ts'
import { useElementWidth } from '../../parts/element-size.ts'
import { wrapped } from '../../parts/text-width.ts'
import { openPlace, showView } from '../../routes.ts'
import { useFigureFiles } from '../../save-figure.ts'
import { useSelection } from '../../state/selection.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { RankChart } from './RankChart.tsx'
import { columnsThatFit, rankLayout } from './rank-layout.ts'
import { groundShapes, inLayers, lineShapes, rankPicture } from './rank-picture.ts'
import { RanksBar } from './RanksBar.tsx'
import { innerText, leftFigures, rankTable, rightFigures } from './rank-texts.ts'
import { RankTable } from './RankTable.tsx'
import { useRanks } from './ranks-state.ts'
import { themeLines } from './theme-lines.ts'
import '../../parts/figure.css'
import './ranks.css'

interface RanksScreenProps {
  readonly comparison: Comparison
  readonly names: ColumnNames
}

/** More columns than this no eye follows a line through. */
const mostColumns = 12

/** The order and weight that each column gives its themes. */
export function RanksScreen({ comparison, names }: RanksScreenProps) {
  const words = useWords()
  const language = useLanguage()
  const w = words.figures.ranks
  const { measure, first: kept, showsTable } = useRanks()
  const chosen = useSelection((s) => s.themes)
  const [room, setRoom] = useElementWidth(4)
  const files = useFigureFiles()
  const rows = useMemo(() => comparison.rows.filter(({ theme }) => chosen.length === 0 || chosen.includes(theme)), [comparison, chosen])
  const most = Math.min(mostColumns, columnsThatFit(rows.map(({ label }) => label[language]), room - 48))
  const first = Math.min(kept, Math.max(0, comparison.columns.length - most))
  const columns = useMemo(() => comparison.columns.map((_, index) => index).slice(first, first + most), [comparison, first, most])
  const lines = useMemo(() => themeLines(comparison, rows, { measure, columns }), [comparison, rows, measure, columns])
  const themes = lines.map(({ row }) => ({ id: rows[row]?.theme ?? '', name: rows[row]?.label[language] ?? '' }))
  const shownNames = columns.map((index) => names.full[index] ?? '')
  const layout = rankLayout({
    lines,
    heads: columns.map((index) => ({
      name: names.plain[index] ?? '',
      notes: headNotes(comparison.columns[index]!, words)
    })),
    labels: lines.map(({ marks }, index) => ({ name: themes[index]?.name ?? '', left: leftFigures(marks[0]!), right: rightFigures(marks.at(-1)!) })),
    width: Math.min(room - 48, 260 * columns.length + 560)
  })
  const ground = groundShapes(layout, w.absent)
  const shapes = inLayers(layout.lines.flatMap((line, index) =>
    lineShapes(line, { theme: themes[index]?.id ?? '', inner: lines[index]!.marks.map(innerText) }, (column) => lines[index]!.marks[column]?.rank === null)
  ))
  const drawn = columns.map((index) => comparison.columns[index]!)
  const notes = [
    w.n(number(drawn.length), number(drawn.reduce((sum, { reports }) => sum + reports.length, 0)), number(drawn.reduce((sum, { characters }) => sum + characters, 0))),
    w.measureNotes[measure],
    w.method,
    ...(rows.length > lines.length ? [w.dropped(rows.length - lines.length)] : [])
  ]
  const title = `${w.figure} · ${w.measures[measure]}`
  const save = (format: 'svg' | 'png' | 'xlsx' | 'csv'): void => {
    if (format === 'xlsx' || format === 'csv') {
      void files.saveTable(`${w.table} · ${w.measures[measure]}`, rankTable(lines, { rows, names: shownNames, words, language, notes }), format)
      return
    }
    const picture = rankPicture({ title, layout, shapes: [...ground, ...shapes], notes: notes.flatMap((note) => wrapped(note, 11, layout.width)) })
    void files.savePicture(title, { picture, colors: new Map(comparison.rows.map((row) => [row.theme, row.color])) }, format)
  }
  const firstOf = (line: number, within: readonly number[]): void => {
    const row = rows[lines[line]?.row ?? -1]
    const passages = within.flatMap((column) => row?.cells[column]?.passages ?? [])
    // in a column of one report the first quotation is the first mention
    const passage = passages[0]
    if (row !== undefined && passage !== undefined) openPlace({ report: passage.report, start: passage.start, end: passage.end, theme: row.theme })
  }
  return (
    <div className="figure ranks" ref={setRoom}>
      <RanksBar first={first} shown={columns.length} all={comparison.columns.length} most={most} isBusy={files.isBusy} onSave={save} />
      <div className="figure-scroll">
        {columns.length === 1 && <p className="rank-hint">{w.oneColumn}</p>}
        {lines.length === 0 ? (
          <p className="rank-hint">{w.nothing}</p>
        ) : (
          room > 0 && (
            <RankChart
              layout={layout}
              lines={lines}
              ground={ground}
              shapes={shapes}
              themes={themes}
              names={shownNames}
              onOpen={(line, column) => firstOf(line, columns.slice(column, column + 1))}
              onTheme={(line) => {
                showView('quotations')
                firstOf(line, columns)
              }}
            />
          )
        )}
        <RankTable lines={lines} rows={rows} names={shownNames} isVisible={showsTable} />
        <div className="figure-note">
          <p>{notes.map((note) => <span key={note}>{note}</span>)}</p>
          <p className="figure-keys">{w.keys}</p>
        </div>
      </div>
    </div>
  )
}

/** Date and length; where columns stand close, the date alone. */
function headNotes({ date, characters }: Column, words: Words): string[] {
  const dated = datedNote(date, words)
  const long = words.characters(number(characters))
  return dated === null ? [long] : [`${dated} · ${long}`, dated, date?.iso ?? dated]
}
