import { Popover } from '@base-ui/react/popover'
import { useState, type FormEvent } from 'react'
import { useWords } from '../../use-words.ts'
import { isFiltered } from './filter-reports.ts'
import { applyFilter, removeFilter, saveFilter, useTableView } from './reports-state.ts'

/** Filters under a name of the person's own, kept with the library. */
export function SavedFilters() {
  const words = useWords()
  const w = words.libraryTable.saved
  const saved = useTableView((view) => view.saved)
  const filters = useTableView((view) => view.filters)
  const [name, setName] = useState('')
  const [isOpen, setOpen] = useState(false)
  const canSave = isFiltered(filters)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (!canSave || name.trim() === '') return
    saveFilter(name.trim().slice(0, 60))
    setName('')
  }
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className="chip">{saved.length === 0 ? w.button : `${w.button} ${saved.length}`}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" align="end" sideOffset={4}>
          <Popover.Popup className="notices-popup saved-filters">
            <Popover.Title>{w.button}</Popover.Title>
            {saved.length === 0 && <p>{w.none}</p>}
            <ul>
              {saved.map((filter) => (
                <li key={filter.name}>
                  <button
                    type="button"
                    className="plain"
                    aria-label={w.apply(filter.name)}
                    onClick={() => {
                      applyFilter(filter)
                      setOpen(false)
                    }}
                  >
                    {filter.name}
                  </button>
                  <button type="button" className="link" aria-label={w.remove(filter.name)} title={w.remove(filter.name)} onClick={() => removeFilter(filter.name)}>
                    ✕
                  </button>
                </li>
              ))}
            </ul>
            <form onSubmit={save}>
              <label>
                <span>{canSave ? w.save : w.nothingToSave}</span>
                <input type="text" maxLength={60} value={name} placeholder={w.name} aria-label={w.name} disabled={!canSave} onChange={(event) => setName(event.target.value)} />
              </label>
              <button type="submit" disabled={!canSave || name.trim() === ''}>
                {w.saveButton}
              </button>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
