import { useState } from 'react'
import type { Codebook, Theme } from '#core/codebook/codebook.ts'
import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { draftChange } from '../../state/codebook-draft.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { SplitDialog } from './SplitDialog.tsx'
import { freeThemeIds, hasChildrenInUse, newTheme, targetsOf } from './theme-edits.ts'
import { focusField } from './ThemeTree.tsx'

interface ThemeActionsProps {
  readonly codebook: Codebook
  readonly theme: Theme
  readonly onChoose: (theme: string) => void
}

const top = '.top'

/** What can be made of a theme besides writing in it. All of it waits in the draft. */
export function ThemeActions({ codebook, theme, onChoose }: ThemeActionsProps) {
  const { codebookScreen: w } = useWords()
  const language = useLanguage()
  const [isSplitting, setSplitting] = useState(false)
  const draft = (change: Parameters<typeof draftChange>[1]): void => draftChange(codebook.id, change)
  const targets = targetsOf(codebook, theme)
  const optionOf = ({ id, name }: Theme) => ({ id, label: name[language] })
  const hasChildren = hasChildrenInUse(codebook, theme)
  const add = (): void => {
    const [id] = freeThemeIds(codebook, 1)
    draft({ kind: 'add', theme: newTheme({ id: id!, parent: theme.id, name: w.newThemeName(codebook.themes.length + 1), definition: w.newDefinition }) })
    onChoose(id!)
  }
  return (
    <div className="theme-actions" role="group" aria-label={w.actions.label}>
      <button type="button" onClick={add}>
        {w.actions.add}
      </button>
      <OptionMenu
        className="theme-targets"
        label={w.actions.move}
        options={[...(theme.parent === undefined ? [] : [{ id: top, label: w.actions.top }]), ...targets.filter(({ id }) => id !== theme.parent).map(optionOf)]}
        onChoose={(parent) => draft({ kind: 'move', theme: theme.id, parent: parent === top ? null : parent, before: null })}
      />
      <OptionMenu
        label={w.actions.merge}
        options={targets.filter(({ group }) => group !== true || theme.group === true).map(optionOf)}
        onChoose={(into) => draft({ kind: 'merge', theme: theme.id, into })}
      />
      <button type="button" disabled={theme.group === true} onClick={() => setSplitting(true)}>
        {w.actions.split}
      </button>
      <button type="button" aria-disabled={hasChildren} title={hasChildren ? w.actions.retireBlocked : undefined} onClick={() => hasChildren || draft({ kind: 'retire', theme: theme.id })}>
        {w.actions.retire}
      </button>
      {hasChildren && <small>{w.actions.retireBlocked}</small>}
      {isSplitting && (
        <SplitDialog
          codebook={codebook}
          theme={theme}
          onClose={() => {
            setSplitting(false)
            focusField('theme-tree', false)
          }}
        />
      )}
    </div>
  )
}
