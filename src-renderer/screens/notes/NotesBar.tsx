import type { Theme } from '#core/codebook/codebook.ts'
import { CheckMenu } from '../../CheckMenu.tsx'
import { useHost } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { provinceName } from '../../language/provinces.ts'
import type { Words } from '../../language/zh.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { TableFileMenu } from '../../TableFileMenu.tsx'
import { useLanguage, useWords } from '../../use-words.ts'
import { facetCounts, facets, needsLook, type Facet, type NoteRow } from './note-rows.ts'
import { chooseFacet, clearNoteFilters, findNotes, showScope, useNotesView } from './notes-state.ts'

interface NotesBarProps {
  readonly rows: readonly NoteRow[]
  readonly shown: readonly NoteRow[]
  readonly themes: readonly Theme[]
}

/** Which notes are listed, how many, and how they leave the window. */
export function NotesBar({ rows, shown, themes }: NotesBarProps) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const { scope, filters } = useNotesView()
  const toLook = rows.filter(({ note }) => needsLook(note)).length
  const isNarrowed = filters.find !== '' || facets.some((facet) => filters[facet].length > 0)
  const labelOf = (facet: Facet, value: string): string => {
    if (facet === 'theme') return themes.find(({ id }) => id === value)?.name[language] ?? words.notes.noTheme
    if (facet === 'province') return provinceOf(rows, value, language) ?? words.notes.noProvince
    return plainLabel(facet, value, words)
  }
  const optionsOf = (facet: Facet) =>
    [...facetCounts(rows, facet)].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id, count]) => ({ id, label: labelOf(facet, id), count }))
  return (
    <div className="notes-bar">
      <Segmented
        label={words.notes.scope}
        value={scope}
        options={[
          { value: 'all', label: words.notes.all(number(rows.length)) },
          { value: 'look', label: words.notes.look(number(toLook)) }
        ]}
        onChange={showScope}
        leading
      />
      <input type="search" aria-label={words.notes.find} placeholder={words.notes.find} value={filters.find} onChange={(event) => findNotes(event.target.value)} />
      <TableFileMenu rows={shown.length} words={words.notes} ask={(format) => host.call('notes.export', { notes: shown.map(({ note }) => note.id), format, language })} />
      <div className="notes-filters">
        {facets.map((facet) => (
          <CheckMenu key={facet} label={words.notes.facets[facet]} chosen={filters[facet]} options={optionsOf(facet)} onChange={(values) => chooseFacet(facet, values)} />
        ))}
        {isNarrowed && (
          <button type="button" className="link" onClick={clearNoteFilters}>
            {words.notes.clear}
          </button>
        )}
        <span className="notes-count" role="status">
          {words.notes.shown(number(shown.length), number(rows.length), number(new Set(shown.map(({ report }) => report.id)).size))}
        </span>
      </div>
    </div>
  )
}

function plainLabel(facet: Exclude<Facet, 'theme' | 'province'>, value: string, words: Words): string {
  if (facet === 'state') return words.notes.states[value as keyof Words['notes']['states']] // the values of this facet are these
  return value === '' ? words.notes.nobody : value
}

function provinceOf(rows: readonly NoteRow[], code: string, language: ReturnType<typeof useLanguage>): string | null {
  const jurisdiction = rows.find(({ province }) => province === code)?.report.jurisdiction ?? null
  return jurisdiction === null ? null : provinceName(jurisdiction.province ?? jurisdiction, language)
}
