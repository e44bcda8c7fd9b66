import { keptStore, savedOneOf, savedRecord, savedStrings } from '../../state/kept.ts'
import { facets, noFilters, type Facet, type NoteFilters } from './note-rows.ts'

/** How a person left the list of notes. */
export interface NotesView {
  /** All, or those that a person has to look at. */
  readonly scope: 'all' | 'look'
  readonly filters: NoteFilters
}

const initial: NotesView = { scope: 'all', filters: noFilters }

export const useNotesView = keptStore<NotesView>('notes-list', initial, ({ scope, filters }) => ({
  scope: savedOneOf(scope, ['all', 'look'], initial.scope),
  filters: filtersFrom(savedRecord(filters))
}))

function filtersFrom(saved: Readonly<Record<string, unknown>>): NoteFilters {
  const lists = Object.fromEntries(facets.map((facet) => [facet, savedStrings(saved[facet])]))
  return { ...noFilters, ...lists, find: typeof saved['find'] === 'string' ? saved['find'] : '' }
}

export const showScope = (scope: NotesView['scope']): void => useNotesView.setState({ scope })

const filter = (change: Partial<NoteFilters>): void => useNotesView.setState(({ filters }) => ({ filters: { ...filters, ...change } }))

export const findNotes = (find: string): void => filter({ find })

export const chooseFacet = (facet: Facet, values: readonly string[]): void => filter({ [facet]: values })

export const clearNoteFilters = (): void => useNotesView.setState({ filters: noFilters })
