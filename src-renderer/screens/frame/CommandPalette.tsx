import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useMemo, useState } from 'react'
import { matching, textsOf, type Findable } from '../../command-match.ts'
import { commandGroups, isAvailable, keysLabel, useCommandList, type CommandGroup } from '../../commands.ts'
import { useCall, useHost } from '../../host/use-call.ts'
import { dateLabel, jurisdictionName } from '../../language/labels.ts'
import type { Words } from '../../language/zh.ts'
import { openReport, showView } from '../../routes.ts'
import { useOverlayState } from '../../state/overlays.ts'
import { clearSearchFilters, keepQuery, search } from '../../state/searching.ts'
import { useSelection } from '../../state/selection.ts'
import { switchCodebook } from '../../switch-codebook.ts'
import { useLanguage, useWords, wordsOf } from '../../use-words.ts'

interface Entry extends Findable {
  readonly id: string
  readonly group: CommandGroup | 'reports' | 'search'
  readonly note: string
  readonly run: () => void
}

interface EntryGroup {
  readonly value: Entry['group']
  readonly items: readonly Entry[]
}

const mostReports = 30

/** Every action and place by its name, in either language: Ctrl+K. */
export function CommandPalette() {
  const words = useWords()
  const [isOpen, setOpen] = useOverlayState('palette')
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="palette" aria-label={words.around.palette.title}>
          <PaletteList onRun={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function PaletteList({ onRun }: { readonly onRun: () => void }) {
  const words = useWords()
  const [query, setQuery] = useState('')
  const commands = [...useCommandEntries(), ...useThemeEntries(), ...useCodebookEntries()]
  const reports = useReportEntries()
  const found = [...matching(commands, query), ...(query.trim() === '' ? [] : matching(reports, query).slice(0, mostReports))]
  const groups: EntryGroup[] = [...commandGroups, 'reports' as const]
    .map((value) => ({ value, items: found.filter(({ group }) => group === value) }))
    .filter(({ items }) => items.length > 0)
  // the group of the best match comes first, or Enter would run something else
  const best = found[0]?.group
  const ordered = query.trim() === '' ? groups : [...groups.toSorted((a, b) => Number(b.value === best) - Number(a.value === best)), { value: 'search' as const, items: [searchEntry(query.trim(), words)] }]
  return (
    <Autocomplete.Root open inline mode="none" items={ordered} value={query} onValueChange={(value, details) => details.reason !== 'item-press' && setQuery(value)} itemToStringValue={(entry: Entry) => entry.texts[0] ?? ''} autoHighlight="always" keepHighlight>
      <Autocomplete.Input className="palette-input" aria-label={words.around.palette.label} placeholder={words.around.palette.label} />
      <p className="palette-empty" role="status">
        {found.length === 0 ? words.around.palette.none(query.trim()) : null}
      </p>
      <Autocomplete.List className="palette-list">
        {(group: EntryGroup) => (
          <Autocomplete.Group key={group.value} items={group.items}>
            <Autocomplete.GroupLabel className="palette-group">{words.around.groups[group.value]}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(entry: Entry) => (
                <Autocomplete.Item
                  key={entry.id}
                  value={entry}
                  className="palette-item"
                  onClick={() => {
                    onRun()
                    entry.run()
                  }}
                >
                  <span>{entry.texts[0]}</span>
                  {entry.note !== '' && <small>{entry.note}</small>}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <p className="palette-hint">{words.around.palette.hint}</p>
    </Autocomplete.Root>
  )
}

/** What was typed, looked for in the text of all reports. */
function searchEntry(query: string, words: Words): Entry {
  return {
    id: 'search-typed',
    group: 'search',
    texts: [words.around.palette.search(query)],
    note: '',
    run: () => {
      clearSearchFilters()
      search({ query, part: 'text' })
      keepQuery(query)
      showView('search')
    }
  }
}

function useCommandEntries(): Entry[] {
  const language = useLanguage()
  const languages = language === 'zh' ? [wordsOf.zh, wordsOf.en] : [wordsOf.en, wordsOf.zh]
  return useCommandList()
    .filter((command) => command.id !== 'palette' && isAvailable(command))
    .map(({ id, group, label, keys = [], run }) => ({ id, group, texts: textsOf(label, languages), note: keys[0] === undefined ? '' : keysLabel(keys[0]), run }))
}

/** One theme alone, by its name in either language. */
function useThemeEntries(): Entry[] {
  const language = useLanguage()
  const themes = useCall('library.state', {}).value?.themes ?? []
  const order = language === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const)
  return themes.map(({ id, name }) => ({
    id: `theme-${id}`,
    group: 'comparison',
    texts: order.map((tongue) => wordsOf[tongue].around.commands.theme(name[tongue])),
    note: '',
    run: () => useSelection.setState({ themes: [id] })
  }))
}

/** The codebooks that the library is not shown by. */
function useCodebookEntries(): Entry[] {
  const language = useLanguage()
  const host = useHost()
  const list = useCall('codebooks.list', {}).value ?? []
  const order = language === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const)
  return list
    .filter(({ isInUse }) => !isInUse)
    .map(({ id, name }) => ({
      id: `codebook-${id}`,
      group: 'library',
      texts: order.map((tongue) => wordsOf[tongue].codebooks.use(name[tongue])),
      note: '',
      run: () => void switchCodebook(host, id)
    }))
}

/** A report by its province, its title, its date. */
function useReportEntries(): readonly Entry[] {
  const words = useWords()
  const language = useLanguage()
  const reports = useCall('reports.list', {}).value
  return useMemo(
    () =>
      (reports ?? []).map((report): Entry => {
        const name = jurisdictionName(report.jurisdiction, language, words)
        const date = dateLabel(report.date, words).text
        const title = report.title ?? report.source.fileName
        return {
          id: `report-${report.id}`,
          group: 'reports',
          texts: [`${name} ${title}`, report.jurisdiction?.name ?? '', date, report.meeting ?? ''],
          note: date,
          run: () => openReport(report.id)
        }
      }),
    [reports, language, words]
  )
}
