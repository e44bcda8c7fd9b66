import { create } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Cell, Verdict } from '#core/compare/comparison.ts'
import type { Span } from '#core/text/span.ts'
import { focusTable } from '../../focus-table.ts'
import { keptStore, savedOneOf, savedRecord, savedStrings } from '../../state/kept.ts'
import { heights, type Height } from './fold.ts'
import type { Line } from './grid.ts'
import { beginInSight } from './sight.ts'

/** A cell by what it is about: theme and column; null stands for the header of the other. */
export interface CellName {
  readonly theme: string | null
  readonly column: string | null
}

/** How a person has arranged the table. Survives a restart. */
export interface Arrangement {
  readonly transposed: boolean
  readonly withTarget: boolean
  readonly withNote: boolean
  readonly emptyThemes: boolean
  /** Of every row that has no height of its own, and of every cell whose row has none. */
  readonly height: Height
  readonly rowHeights: Readonly<Record<string, Height>>
  readonly cellHeights: Readonly<Record<string, Height>>
  /** Pixels, of the columns whose edge was moved. */
  readonly widths: Readonly<Record<string, number>>
  readonly columnOrder: readonly string[]
  readonly themeOrder: readonly string[]
  /** Where the keyboard is; null until somebody has been in the table. */
  readonly active: CellName | null
  readonly scroll: { readonly left: number; readonly top: number }
}

export const narrowest = 280
export const widest = 1200

const initial: Arrangement = {
  transposed: false,
  withTarget: false,
  withNote: false,
  emptyThemes: false,
  height: 'folded',
  rowHeights: {},
  cellHeights: {},
  widths: {},
  columnOrder: [],
  themeOrder: [],
  active: null,
  scroll: { left: 0, top: 0 }
}

export const useArrangement = keptStore('matrix', initial, restoredArrangement)

/** What was kept by an earlier program may lack a part or have it in another form: that part begins anew. */
export function restoredArrangement(kept: Readonly<Record<string, unknown>>): Arrangement {
  const active = savedRecord(kept['active'])
  const scroll = savedNumbers(kept['scroll'])
  return {
    transposed: kept['transposed'] === true,
    withTarget: kept['withTarget'] === true,
    withNote: kept['withNote'] === true,
    emptyThemes: kept['emptyThemes'] === true,
    height: savedOneOf(kept['height'], heights, initial.height),
    rowHeights: savedHeights(kept['rowHeights']),
    cellHeights: savedHeights(kept['cellHeights']),
    widths: Object.fromEntries(Object.entries(savedNumbers(kept['widths'])).map(([id, width]) => [id, withinWidths(width)])),
    columnOrder: savedStrings(kept['columnOrder']),
    themeOrder: savedStrings(kept['themeOrder']),
    active: kept['active'] === null || kept['active'] === undefined ? null : { theme: asText(active['theme']), column: asText(active['column']) },
    scroll: { left: scroll['left'] ?? 0, top: scroll['top'] ?? 0 }
  }
}

const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const savedHeights = (value: unknown): Record<string, Height> =>
  Object.fromEntries(Object.entries(savedRecord(value)).filter((entry): entry is [string, Height] => heights.some((height) => height === entry[1])))
const savedNumbers = (value: unknown): Record<string, number> =>
  Object.fromEntries(Object.entries(savedRecord(value)).filter((entry): entry is [string, number] => Number.isFinite(entry[1])))

export const withinWidths = (width: number): number => Math.round(Math.min(widest, Math.max(narrowest, width)))

/** The rows become columns; the cell that has the keyboard stays in sight, or the table begins at its corner. */
export function transpose(): void {
  const pane = document.querySelector('.matrix-scroll')
  // of the table as it stands: after the change it would have the new one laid out once more
  pane?.scrollTo({ left: 0, top: 0, behavior: 'instant' })
  beginInSight()
  useArrangement.setState(({ transposed }) => ({ transposed: !transposed }))
  if (useArrangement.getState().active === null) return
  requestAnimationFrame(() => pane?.querySelector('[data-at][tabindex="0"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
}

export const activate = (active: CellName): void => {
  const now = useArrangement.getState().active
  if (now?.theme !== active.theme || now.column !== active.column) useArrangement.setState({ active })
}

export const isActive = ({ active }: Arrangement, { theme, column }: CellName): boolean => active !== null && active.theme === theme && active.column === column

/** All rows at once; what single rows and cells had of their own is gone. */
export const setHeight = (height: Height): void => useArrangement.setState({ height, rowHeights: {}, cellHeights: {} })

export const heightOfRow = ({ height, rowHeights }: Arrangement, row: string): Height => rowHeights[row] ?? height

export const heightOfCell = (arrangement: Arrangement, { row, cell }: { readonly row: string; readonly cell: string }): Height =>
  arrangement.cellHeights[cell] ?? heightOfRow(arrangement, row)

/** One row; its cells follow. */
export function setRowHeight({ id, cells }: Pick<Line, 'id' | 'cells'>, height: Height): void {
  useArrangement.setState(({ rowHeights, cellHeights }) => {
    const own = new Set(cells.map(({ key }) => key))
    return { rowHeights: { ...rowHeights, [id]: height }, cellHeights: Object.fromEntries(Object.entries(cellHeights).filter(([key]) => !own.has(key))) }
  })
}

/** Unfolds a cell, or folds it again to what its row has. */
export function toggleCell(row: string, cell: string): void {
  useArrangement.setState((arrangement) => ({
    cellHeights: { ...arrangement.cellHeights, [cell]: heightOfCell(arrangement, { row, cell }) === 'open' ? 'folded' : 'open' }
  }))
}

export const unfoldCell = (cell: string): void => useArrangement.setState(({ cellHeights }) => ({ cellHeights: { ...cellHeights, [cell]: 'open' } }))

/** null: as wide as there is room for again. */
export function setWidth(line: string, width: number | null): void {
  useArrangement.setState(({ widths }) => {
    const { [line]: _, ...others } = widths
    return { widths: width === null ? others : { ...others, [line]: withinWidths(width) } }
  })
}

export const setOrder = (of: 'theme' | 'column', ids: readonly string[]): void => useArrangement.setState(of === 'theme' ? { themeOrder: ids } : { columnOrder: ids })

/** The filters that only this form of the comparison has. */
type OwnFilter = Pick<Arrangement, 'withTarget' | 'withNote' | 'emptyThemes'>

export const useOwnFilter = (): OwnFilter => useArrangement(useShallow(({ withTarget, withNote, emptyThemes }): OwnFilter => ({ withTarget, withNote, emptyThemes })))

export const filterBy = (change: Partial<OwnFilter>): void => useArrangement.setState(change)

export const rememberScroll = (left: number, top: number): void => useArrangement.setState({ scroll: { left, top } })

/** Where a note is being written: on a quotation (by its index among the cell's), or on the cell as a whole. */
export interface Noting {
  readonly cell: string
  readonly passage: number | null
  /** null: a new one, not saved yet. */
  readonly note: string | null
  /** The words it is about, in the report; null: the whole quotation. */
  readonly span: Span | null
  /** Another for each time that an editor is opened. */
  readonly session: number
}

/** What passes: gone with the window. */
interface Moment {
  /** The quotation that keys are about, in the cell that has the keyboard. */
  readonly chosen: { readonly cell: string; readonly passage: number }
  readonly noting: Noting | null
  /** Verdicts given that the comparison does not say yet, by the cell's key. */
  readonly said: ReadonlyMap<string, { readonly verdict: Verdict | null }>
  /** Read out by a screen reader: what a key has just done. */
  readonly news: string
}

export const useMoment = create<Moment>()(() => ({ chosen: { cell: '', passage: 0 }, noting: null, said: new Map(), news: '' }))

export const choosePassage = (cell: string, passage: number): void => useMoment.setState({ chosen: { cell, passage } })

export const chosenPassage = ({ chosen }: Moment, cell: string): number => (chosen.cell === cell ? chosen.passage : 0)

let sessions = 0

/** Opens the editor of a note. */
export function writeNote(noting: Omit<Noting, 'session'>): void {
  sessions += 1
  useMoment.setState({ noting: { ...noting, session: sessions } })
}

/** Closes it, unless another has been opened meanwhile, and gives the keyboard back to the table. */
export function endNote(session: number): void {
  useMoment.setState(({ noting }) => (noting?.session === session ? { noting: null } : {}))
  requestAnimationFrame(focusTable)
}

/** The note that is being written has become one. */
export const noteSaved = (session: number, note: string): void => useMoment.setState(({ noting }) => (noting?.session === session ? { noting: { ...noting, note } } : {}))

export const tell = (news: string): void => useMoment.setState({ news })

/** @returns takes it back, unless another was given meanwhile: the comparison says it now, or refused it */
export function sayVerdict(key: string, verdict: Verdict | null): () => void {
  const given = { verdict }
  useMoment.setState(({ said }) => ({ said: new Map(said).set(key, given) }))
  return () => useMoment.setState(({ said }) => (said.get(key) === given ? { said: new Map([...said].filter(([other]) => other !== key)) } : {}))
}

/** What holds of a cell now. */
export function verdictNow({ said }: Moment, key: string, cell: Cell): Verdict | null {
  const given = said.get(key)
  return given === undefined ? cell.verdict : given.verdict
}
