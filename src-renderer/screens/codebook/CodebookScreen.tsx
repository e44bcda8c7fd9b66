import { useState } from 'react'
import type { Codebook, Theme } from '#core/codebook/codebook.ts'
import { inTreeOrder } from '#core/codebook/tree.ts'
import type { CodebookView, DraftedCodebook, ListedCodebook } from '#core/contract/codebook-calls.ts'
import { useScreenCommands, type KeyList } from '../../commands.ts'
import { useCall, useLastingCall } from '../../host/use-call.ts'
import { changesOf, draftChange, useDrafts, useDropped } from '../../state/codebook-draft.ts'
import { themeColors } from '../../theme-colors.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { CodebookBar, type CodebookTab } from './CodebookBar.tsx'
import { CodebookName } from './CodebookName.tsx'
import { DraftPane } from './DraftPane.tsx'
import { freeThemeIds, hasChildrenInUse, newTheme, stepOf } from './theme-edits.ts'
import { ThemeSheet } from './ThemeSheet.tsx'
import { ThemeTree } from './ThemeTree.tsx'
import { VersionsPane } from './VersionsPane.tsx'
import './codebook.css'

/** Codebooks as a person works on them: the themes, what each means and is recognised by, and what a change would do before it is made. */
export function CodebookScreen() {
  const { codebookScreen: w } = useWords()
  const language = useLanguage()
  const list = useCall('codebooks.list', {})
  const chosen = useDrafts((drafts) => drafts.chosen)
  const [tab, setTab] = useState<CodebookTab>('themes')
  useScreenCommands(noCommands, keyLists)
  const at = chosenOf(list.value ?? [], chosen)
  const view = useCall('codebooks.read', at === null ? null : { codebook: at })
  const problem = list.problem ?? view.problem
  if (list.value === null || view.value === null) return <p className="pane-message">{problem?.message[language] ?? w.loading}</p>
  const { codebook, isOwn } = view.value
  return (
    <section className="codebook-screen" aria-label={w.name}>
      <CodebookBar list={list.value} view={view.value} tab={tab} onTab={setTab} />
      {!isOwn && tab === 'themes' && <p className="codebook-note">{w.shippedNote(codebook.name[language])}</p>}
      {tab === 'versions' ? <VersionsPane key={codebook.id} view={view.value} /> : <ThemesPane key={codebook.id} view={view.value} />}
    </section>
  )
}

/** The one that was chosen, else the one in use. */
const chosenOf = (list: readonly ListedCodebook[], chosen: string | null): string | null =>
  (list.find(({ id }) => id === chosen) ?? list.find(({ isInUse }) => isInUse) ?? list[0])?.id ?? null

const noCommands: readonly never[] = []
const keyLists: readonly KeyList[] = [
  { id: 'codebook', title: (w) => w.codebookScreen.keyTitle, rows: (w) => w.codebookScreen.keyRows.map(([keys, does]) => ({ keys, does })) }
]

function ThemesPane({ view }: { readonly view: CodebookView }) {
  const { codebookScreen: w } = useWords()
  const { id } = view.codebook
  const changes = useDrafts((drafts) => changesOf(drafts, id))
  const drafted = useLastingCall('codebooks.draft', changes.length === 0 ? null : { codebook: id, base: view.sha256, changes: [...changes] })
  const counts = useCall('codebooks.counts', { codebook: id }).value
  const [picked, setPicked] = useState('')
  const dropped = useDropped(({ count }) => count)
  const shown = shownOf(view, drafted.value)
  const theme = shown.themes.find((each) => each.id === picked) ?? inTreeOrder(shown)[0]?.theme
  const add = (): void => {
    const [free] = freeThemeIds(shown, 1)
    draftChange(id, { kind: 'add', theme: newTheme({ id: free!, parent: null, name: w.newThemeName(shown.themes.length + 1), definition: w.newDefinition }) })
    setPicked(free!)
  }
  const step: Parameters<typeof ThemeTree>[0]['onStep'] = (moved, direction) => {
    const change = moved.retired === undefined ? stepOf(shown, moved, direction) : null
    if (change !== null) draftChange(id, change)
  }
  const retire = (retired: Theme): void => {
    if (retired.retired === undefined && !hasChildrenInUse(shown, retired)) draftChange(id, { kind: 'retire', theme: retired.id })
  }
  return (
    <div className="codebook-panes" style={themeColors(shown.themes)}>
      <div className="tree-frame">
        <p className="visually-hidden" id="tree-keys">
          {w.treeKeys}
        </p>
        {view.isOwn && <CodebookName key={dropped} codebook={shown} />}
        <ThemeTree
          codebook={shown}
          changed={changedIn(drafted.value)}
          statements={counts?.statements ?? null}
          chosen={theme?.id ?? ''}
          onChoose={setPicked}
          onStep={step}
          onRetire={retire}
          onMove={(change) => draftChange(id, change)}
        />
        <button type="button" className="tree-add" onClick={add}>
          ＋ {w.newTheme}
        </button>
      </div>
      {theme !== undefined && <ThemeSheet key={`${theme.id} ${dropped}`} codebook={shown} theme={theme} view={view} counts={counts} onChoose={setPicked} />}
      <DraftPane view={view} changes={changes} drafted={drafted.value} problem={drafted.problem} themes={shown.themes} />
    </div>
  )
}

/** Where a draft cannot be made the version is shown as it is. */
const shownOf = ({ codebook }: CodebookView, drafted: DraftedCodebook | null): Codebook => (drafted !== null && 'codebook' in drafted ? drafted.codebook : codebook)

const unchanged: ReadonlySet<string> = new Set()
const changedIn = (drafted: DraftedCodebook | null): ReadonlySet<string> =>
  drafted !== null && 'difference' in drafted ? new Set(drafted.difference.themes.map(({ id }) => id)) : unchanged
