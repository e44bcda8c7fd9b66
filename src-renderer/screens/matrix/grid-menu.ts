import type { Words } from '../../language/zh.ts'
import type { MenuEntry } from '../../parts/ContextMenu.tsx'
import { openReport } from '../../routes.ts'
import { toggleTheme } from '../../state/selection.ts'
import { possibleVerdicts, verdictLabel } from '../../verdicts.ts'
import { copyFrom, judge, noteHere, offerQuotation, openQuotation, type CellSubject } from './cell-actions.ts'
import { heightAction, heights } from './fold.ts'
import { changeWidth, moveLine, type GridGround } from './grid-events.ts'
import { cellAt, lineName, subjectOf, type Line } from './grid.ts'
import { readPlace } from './grid-keys.ts'
import { choosePassage, setHeight, setOrder, setRowHeight, setWidth, tell, toggleCell, useMoment, verdictNow } from './matrix-state.ts'

/** What can be done with a cell or a head of the table. */
export function gridMenu(target: Element, ground: GridGround): readonly (readonly MenuEntry[])[] | null {
  const element = target.closest<HTMLElement>('[data-at]')
  if (element === null) return null
  const place = readPlace(element.dataset['at'] ?? '')
  const view = cellAt(ground.grid, place)
  const { theme, column } = subjectOf(ground.grid, place)
  const down = ground.grid.down[place.row - 1]
  if (view !== undefined && theme !== null && column !== null && down !== undefined) {
    choosePointed(target, { view, theme: theme.theme, column })
    return cellMenu({ view, theme: theme.theme, column }, { down, cell: element }, ground)
  }
  if (place.row === 0) {
    const line = ground.grid.across[place.column - 1]
    return line === undefined ? null : columnMenu(line, element, ground)
  }
  return down === undefined ? null : [[lineEntry(down, ground)], rowHeights(down, ground)]
}

/** The quotation under the pointer is the one that the menu is about. */
function choosePointed(target: Element, { view }: CellSubject): void {
  const index = target.closest<HTMLElement>('[data-quotation]')?.dataset['quotation']
  const position = view.passages.findIndex((passage) => String(passage.index) === index)
  if (position >= 0) choosePassage(view.key, position)
}

function cellMenu(subject: CellSubject, { down, cell }: { readonly down: Line; readonly cell: HTMLElement }, ground: GridGround): MenuEntry[][] {
  const { words } = ground
  const { view } = subject
  const has = view.passages.length > 0
  const now = verdictNow(useMoment.getState(), view.key, view.cell)
  const verdicts = possibleVerdicts(subject.view.cell).filter((verdict) => verdict !== now)
  return [
    has
      ? [
          { id: 'open', label: words.matrixView.openSource, note: 'Enter', run: () => openQuotation(subject, () => false) },
          { id: 'copy', label: words.matrixView.copyQuotation, note: 'C', run: () => void copyFrom(subject, 'quotation', ground) },
          { id: 'copy-cell', label: words.matrixView.copyCell, note: 'Shift C', run: () => void copyFrom(subject, 'cell', ground) },
          { id: 'unfold', label: words.matrixView.unfold, note: '␣', run: () => toggleCell(down.id, view.key) }
        ]
      : [],
    // the editor takes the focus once the menu has given it back
    [
      { id: 'note', label: has ? words.matrixView.addNote : words.matrixView.noteOnCell, note: 'N', run: () => setTimeout(() => noteHere(subject, { another: false }), 50) },
      ...(has ? (['highlight', 'tag', 'themes', 'link'] as const).map((tool): MenuEntry => ({ id: tool, label: handLabel(tool, words), note: handKeys[tool], takesFocus: true, run: () => setTimeout(() => offerQuotation(subject, tool, cell), 50) })) : [])
    ],
    verdicts.map((verdict) => ({ id: `verdict-${verdict}`, label: verdict === null ? (view.cell.state === 'present' ? words.matrixView.unpassing : words.matrixView.unverify) : words.matrixView.verifyAs(verdictLabel(verdict, words)), note: 'V', run: () => void judge(subject, verdict, ground) }))
  ]
}

const handKeys = { highlight: 'H', tag: 'G', themes: 'T', link: 'L' } as const

const handLabel = (tool: keyof typeof handKeys, { notes, coding }: Words): string => ({ highlight: notes.highlight, tag: notes.tag, themes: coding.choose, link: notes.link })[tool]

function lineEntry(line: Line, { words }: GridGround): MenuEntry {
  if (line.kind === 'theme') return { id: 'theme', label: words.matrixView.onlyTheme, note: 'Enter', run: () => toggleTheme(line.id) }
  return { id: 'report', label: words.matrixView.openReport, note: 'Enter', run: () => openReport(line.column.reports[0] ?? '') }
}

function columnMenu(line: Line, head: HTMLElement, ground: GridGround): MenuEntry[][] {
  const { words, grid } = ground
  const at = grid.across.indexOf(line)
  const from = head.getBoundingClientRect().width
  return [
    [lineEntry(line, ground)],
    [
      { id: 'left', label: words.matrixView.moveLeft, note: 'Alt ←', isDisabled: at === 0, run: () => moveLine(line, -1, ground) },
      { id: 'right', label: words.matrixView.moveRight, note: 'Alt →', isDisabled: at === grid.across.length - 1, run: () => moveLine(line, 1, ground) },
      { id: 'order', label: words.matrixView.naturalOrder, run: () => setOrder(line.kind, []) }
    ],
    [
      { id: 'narrower', label: words.matrixView.narrower, note: 'Shift ←', run: () => changeWidth(line, { step: -1, from }, ground) },
      { id: 'wider', label: words.matrixView.wider, note: 'Shift →', run: () => changeWidth(line, { step: 1, from }, ground) },
      {
        id: 'auto',
        label: words.matrixView.widthAuto,
        run: () => {
          setWidth(line.id, null)
          tell(words.matrixView.widthIsAuto(lineName(line, ground)))
        }
      }
    ]
  ]
}

function rowHeights(line: Line, { words }: GridGround): MenuEntry[] {
  return [
    ...heights.map((height): MenuEntry => ({ id: height, label: heightAction(height, words), run: () => setRowHeight(line, height) })),
    ...heights.map((height): MenuEntry => ({ id: `all-${height}`, label: words.matrixView.allRows(words.matrixView.height[height]), run: () => setHeight(height) }))
  ]
}
