import { endCarried } from './blocks.ts'
import { act, skip, type Closing, type Openers } from './opener.ts'
import { emptyContainer, type StoryState, type Table, type WordParagraph } from './story-state.ts'

export const tableOpeners: Openers = [
  ['w:tbl', openTable],
  ['w:tr', openRow],
  ['w:tc', openCell],
  ['w:vMerge', act((state, element) => state.cell !== null && state.row?.isFirst === false && element.attribute('val') !== 'restart' && (state.cell.isContinued = true))],
  ['w:hMerge', act((state, element) => state.cell !== null && element.attribute('val') !== 'restart' && (state.cell.isContinued = true))],
  ['w:cellDel', act((state) => state.cell !== null && (state.cell.isDeleted = true))],
  ['w:tblPr', skip],
  ['w:tblGrid', skip]
]

function openTable(state: StoryState): Closing {
  endCarried(state.container)
  const { table: outer, row, cell, paragraph } = state
  const table: Table = { outer, isLayout: false, rows: 0, cells: 0, characters: 0, prose: 0 }
  state.table = table
  state.paragraph = null
  return () => {
    table.isLayout = table.cells <= 1 || table.prose * 2 >= table.characters
    Object.assign(state, { table: outer, row, cell, paragraph })
  }
}

function openRow(state: StoryState): Closing {
  const { row, table } = state
  state.row = { isFirst: (table?.rows ?? 0) === 0, isDeleted: false }
  if (table !== null) table.rows++
  return () => {
    state.row = row
  }
}

function openCell(state: StoryState): Closing {
  if (state.row?.isDeleted === true) return 'skip'
  const { container, paragraph, cell, table } = state
  const own = { isContinued: false, isDeleted: false }
  const content = emptyContainer()
  Object.assign(state, { container: content, paragraph: null, cell: own })
  return () => {
    endCarried(content)
    Object.assign(state, { container, paragraph, cell })
    if (own.isDeleted) return
    if (own.isContinued) {
      // a cell that another one covers is not printed
      for (const { text } of content.paragraphs) state.leftovers.hiddenCharacters += text.trim().length
      return
    }
    if (table !== null) countCell(table, content.paragraphs)
    for (const each of content.paragraphs) container.paragraphs.push(each)
  }
}

/** Characters of a paragraph that is long for a cell, and of one that is running text by itself. */
const longParagraph = 60
const proseParagraph = 240

function countCell(table: Table, paragraphs: readonly WordParagraph[]): void {
  const lengths = paragraphs.map(({ text }) => text.trim().length)
  const characters = lengths.reduce((sum, length) => sum + length, 0)
  if (characters === 0) return
  table.cells++
  table.characters += characters
  const isProse = lengths.filter((length) => length >= longParagraph).length >= 2 || lengths.some((length) => length >= proseParagraph)
  if (isProse) table.prose += characters
}

/** Whether a paragraph is in a table that sets words side by side to be compared, not to be placed. */
export function isInDataTable(table: Table | null): boolean {
  for (let at = table; at !== null; at = at.outer) if (!at.isLayout) return true
  return false
}
