import type { SavedFigure } from '#core/contract/figure-calls.ts'
import type { Reply } from '#core/contract/problem.ts'
import { OptionMenu } from './parts/OptionMenu.tsx'
import { useFileKeeping } from './save-figure.ts'

/** A workbook of more rows takes so long to write that the window would wait. Of a concordance the host refuses it. */
const mostInWorkbook = 10_000

interface TableFileMenuProps {
  /** How many the table has. */
  readonly rows: number
  readonly words: { readonly export: string; readonly exporting: string; readonly formats: Readonly<Record<'csv' | 'xlsx', string>> }
  /** Makes the file. */
  readonly ask: (format: 'csv' | 'xlsx') => Promise<Reply<SavedFigure | null>>
  /** Where it can also be had as a table of a paper. */
  readonly word?: { readonly label: string; readonly ask: () => Promise<Reply<SavedFigure | null>> }
}

/** A long table as a file: as CSV, and as a workbook as long as it is not too long for one. */
export function TableFileMenu({ rows, words, ask, word }: TableFileMenuProps) {
  const { isBusy, keep } = useFileKeeping()
  return (
    <OptionMenu
      label={isBusy ? words.exporting : words.export}
      disabled={rows === 0 || isBusy}
      options={[
        { id: 'csv', label: words.formats.csv, note: '.csv' },
        ...(rows > mostInWorkbook ? [] : [{ id: 'xlsx', label: words.formats.xlsx, note: '.xlsx' }]),
        ...(word === undefined ? [] : [{ id: 'docx', label: word.label, note: '.docx' }])
      ]}
      onChoose={(id) => void keep(() => (id === 'docx' && word !== undefined ? word.ask() : ask(id === 'xlsx' ? 'xlsx' : 'csv')))}
    />
  )
}
