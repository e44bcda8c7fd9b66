import { useMemo } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { Comparison, Row } from '#core/compare/comparison.ts'
import { useScreenCommands, type Command, type KeyList } from '../../commands.ts'
import type { ColumnNames } from '../../compared.ts'
import { useCall } from '../../host/use-call.ts'
import { useMedia } from '../../parts/media.ts'
import { ProblemText } from '../../ProblemText.tsx'
import { useWords } from '../../use-words.ts'
import { focusEditor, goToCell, nextBeside, useSummaryView } from './summaries-state.ts'
import { nextEmpty, summaryGrid, type SummaryCell, type SummaryGrid } from './summary-cells.ts'
import { reportNames, type SummaryTexts } from './summary-texts.ts'
import { SummaryPane } from './SummaryPane.tsx'
import { SummaryTable } from './SummaryTable.tsx'
import { SummaryTools } from './SummaryTools.tsx'
import './summaries.css'

interface SummaryScreenProps {
  readonly comparison: Comparison
  readonly names: ColumnNames
  /** Ids of the columns in the order of the matrix, and its rows in theirs, narrowed to the themes chosen. */
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  readonly emptyThemes: boolean
}

const none: readonly never[] = []
const keyLists: readonly KeyList[] = [{ id: 'summaries', title: (words) => words.summaries.keysTitle, rows: (words) => words.summaries.keys }]

/** The second level of the comparison: themes down, reports across, the person's own sentences in the cells, and beside it what they are written from. */
export function SummaryScreen({ comparison, names, columns, rows, emptyThemes }: SummaryScreenProps) {
  const words = useWords()
  const isNarrow = useMedia('(max-width: 1080px)')
  const chosen = useSummaryView((view) => view.cell)
  const reports = useMemo(() => columns.flatMap((id) => comparison.columns.find((column) => column.id === id)?.members ?? []), [comparison, columns])
  const asked = useCall('summaries.list', { codebook: comparison.codebook.id, reports: reports.map(({ id }) => id).toSorted() })
  // until the library has answered, an empty cell may be one that is written
  const isKnown = asked.value !== null
  const summaries = asked.value ?? none
  const grid = useMemo(() => summaryGrid(comparison, summaries, { reports, rows, emptyThemes }), [comparison, summaries, reports, rows, emptyThemes])
  const texts = useMemo((): SummaryTexts => ({ names: reportNames(comparison, names, words), words }), [comparison, names, words])
  useScreenCommands(useMemo(() => commandsOf(grid), [grid]), keyLists)
  const cell = cellNamed(grid, chosen)
  if (cell === null) return <p className="pane-message">{words.matrix.nothingFound}</p>
  const table = (
    <div className="summary-main">
      {asked.problem !== null && (
        <div role="alert" className="field-problem">
          <ProblemText problem={asked.problem} />
        </div>
      )}
      {isKnown && <SummaryTools grid={grid} cell={cell} />}
      <SummaryTable grid={grid} cell={cell} texts={texts} isLoading={!isKnown} />
    </div>
  )
  const pane = <SummaryPane cell={cell} grid={grid} texts={texts} isKnown={isKnown} />
  return (
    <Group key={isNarrow ? 'narrow' : 'wide'} className="summary-screen" orientation={isNarrow ? 'vertical' : 'horizontal'}>
      <Panel id="summary-table" minSize={200}>
        {table}
      </Panel>
      <Separator className="pane-edge" aria-label={words.summaries.pane} />
      <Panel id="summary-pane" defaultSize={isNarrow ? '50%' : '35%'} minSize={isNarrow ? 180 : 320} maxSize="70%">
        {pane}
      </Panel>
    </Group>
  )
}

/** The one that is written in; at first the first cell there is. */
function cellNamed({ lines }: SummaryGrid, key: string | null): SummaryCell | null {
  const cells = lines.flatMap((line) => line.cells)
  return cells.find((cell) => cell.key === key) ?? cells[0] ?? null
}

/** Goes on to the next cell that nothing is written in, into its field. */
function goOn(grid: SummaryGrid): void {
  const next = nextEmpty(grid, useSummaryView.getState().cell ?? cellNamed(grid, null)?.key ?? null)
  if (next === null) return
  goToCell(next)
  focusEditor()
}

const commandsOf = (grid: SummaryGrid): readonly Command[] => [
  { id: 'summary-next', group: 'comparison', label: (w) => w.summaries.nextEmpty, keys: ['Mod+Enter'], run: () => goOn(grid) },
  { id: 'summary-beside', group: 'comparison', label: (w) => `${w.summaries.mode}${w.inBrackets(Object.values(w.summaries.modes).join(w.listComma))}`, keys: ['Alt+M'], run: nextBeside }
]
