import type { ComparedVersions } from '#core/contract/version-calls.ts'
import type { Change } from '#core/versions/changes.ts'
import { useHost } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { useFileKeeping } from '../../save-figure.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { blocksOf, foldsOf } from './blocks.ts'
import { stepChange } from './going.ts'
import { showMode, showPart, unfold, useVersionsView, versionModes, versionParts } from './versions-state.ts'

interface VersionsBarProps {
  readonly compared: ComparedVersions
  readonly changes: readonly Change[]
}

/** What is looked at and how; the way from change to change; files. */
export function VersionsBar({ compared, changes }: VersionsBarProps) {
  const { versions: w } = useWords()
  const part = useVersionsView((view) => view.part)
  const mode = useVersionsView((view) => view.mode)
  const counts = { text: '', themes: ` ${number(compared.themes.length)}`, targets: ` ${number(compared.targets.length)}` }
  return (
    <div className="version-bar-line" role="toolbar" aria-label={w.name}>
      <Segmented leading label={w.parts.label} value={part} options={versionParts.map((value) => ({ value, label: w.parts[value] + counts[value] }))} onChange={showPart} />
      {part === 'text' && (
        <>
          <Segmented label={w.modes.label} value={mode} options={versionModes.map((value) => ({ value, label: w.modes[value] }))} onChange={showMode} />
          <Steps changes={changes} />
          <FoldButton compared={compared} />
        </>
      )}
      <span className="figure-bar-end">
        <Files compared={compared} />
      </span>
    </div>
  )
}

function Steps({ changes }: { readonly changes: readonly Change[] }) {
  const { versions: w, inBrackets } = useWords()
  const change = useVersionsView((view) => view.change)
  const at = change === null || change >= changes.length ? '–' : number(change + 1)
  return (
    <span className="version-steps" role="group" aria-label={w.steps}>
      <button type="button" aria-label={w.previous} title={w.previous + inBrackets('Shift+F8')} disabled={changes.length === 0} onClick={() => stepChange(changes, -1)}>
        ↑
      </button>
      <span role="status">{w.position(at, number(changes.length))}</span>
      <button type="button" aria-label={w.next} title={w.next + inBrackets('F8')} disabled={changes.length === 0} onClick={() => stepChange(changes, 1)}>
        ↓
      </button>
    </span>
  )
}

function FoldButton({ compared }: { readonly compared: ComparedVersions }) {
  const { versions: w } = useWords()
  const unfolded = useVersionsView((view) => view.unfolded)
  const folds = foldsOf(blocksOf(compared, []))
  if (folds.length === 0) return null
  const isOpen = folds.every((fold) => unfolded.includes(fold))
  return (
    <button type="button" onClick={() => unfold(isOpen ? [] : folds)}>
      {isOpen ? w.foldAll : w.unfoldAll}
    </button>
  )
}

const formats = ['xlsx', 'csv', 'html', 'docx'] as const
const tables = ['changes', 'themes', 'targets'] as const
const files = tables.flatMap((table) => formats.map((format) => ({ id: `${table} ${format}`, table, format })))

function Files({ compared: { before, after } }: { readonly compared: ComparedVersions }) {
  const { versions: w } = useWords()
  const language = useLanguage()
  const host = useHost()
  const { isBusy, keep } = useFileKeeping()
  return (
    <OptionMenu
      label={isBusy ? w.exporting : w.export}
      disabled={isBusy}
      options={files.map(({ id, table, format }) => ({ id, label: w.files[table], note: `.${format}` }))}
      onChoose={(chosen) => {
        const file = files.find(({ id }) => id === chosen)
        if (file !== undefined) void keep(() => host.call('versions.export', { before: before.report.id, after: after.report.id, table: file.table, format: file.format, language }))
      }}
    />
  )
}
