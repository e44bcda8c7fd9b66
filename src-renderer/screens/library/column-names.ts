import type { SheetColumns } from '#core/contract/calls.ts'

/** What a column of a sheet can hold. */
export type Meaning = keyof SheetColumns

export const meanings = ['text', 'title', 'province', 'date'] as const satisfies readonly Meaning[]

/** Which column (0-based) holds what; null: none does. */
export type ColumnChoice = Readonly<Record<Meaning, number | null>>

/** What the contract takes as a name. */
const longestName = 200

/** A column as the host knows it: by its word; by its number where it has none, or another before it has the same, or a list of options could not say it. */
export function columnName(headers: readonly string[], column: number): string {
  const header = (headers[column] ?? '').trim()
  const isOwn = header !== '' && header.length <= longestName && headers.findIndex((other) => folded(other) === folded(header)) === column
  return isOwn && !/[,，;；、=＝#＃\n]/.test(header) ? header : `#${column + 1}`
}

/** The columns that the program proposes, as columns of this sheet. */
export function choiceOf(guess: SheetColumns | null, headers: readonly string[], width: number): ColumnChoice {
  const names = Array.from({ length: width }, (_, column) => columnName(headers, column))
  const find = (name: string | null | undefined): number | null => {
    const column = name === null || name === undefined ? -1 : names.indexOf(name)
    return column === -1 ? null : column
  }
  return { text: find(guess?.text), title: find(guess?.title), province: find(guess?.province), date: find(guess?.date) }
}

/** A column holds one thing: what it held before is taken from it. */
export function choose(choice: ColumnChoice, meaning: Meaning, column: number | null): ColumnChoice {
  const free = Object.fromEntries(meanings.map((other) => [other, column !== null && choice[other] === column ? null : choice[other]]))
  return { ...choice, ...free, [meaning]: column }
}

/** The answer to the host, or null while no column is said to hold the text. */
export function chosenColumns(choice: ColumnChoice, headers: readonly string[]): SheetColumns | null {
  const name = (column: number | null): string | null => (column === null ? null : columnName(headers, column))
  const text = name(choice.text)
  return text === null ? null : { text, title: name(choice.title), province: name(choice.province), date: name(choice.date) }
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
