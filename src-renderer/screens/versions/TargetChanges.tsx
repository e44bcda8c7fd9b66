import type { Theme } from '#core/codebook/codebook.ts'
import type { ComparedVersions } from '#core/contract/version-calls.ts'
import type { Target } from '#core/report/report.ts'
import type { TargetChange } from '#core/versions/target-changes.ts'
import { number, themeName } from '../../language/labels.ts'
import { openPlace } from '../../routes.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import type { VersionSide } from './pieces.ts'

const signs: Readonly<Record<TargetChange['kind'], string>> = { changed: '≠', dropped: '－', new: '＋' }

/** Targets whose number, unit or deadline changed, with their words in both. */
export function TargetChanges({ compared, themes }: { readonly compared: ComparedVersions; readonly themes: readonly Theme[] }) {
  const words = useWords()
  const language = useLanguage()
  const { targets: w, sides } = words.versions
  if (compared.targets.length === 0) return <p className="pane-message">{w.none}</p>
  const counts = (['changed', 'dropped', 'new'] as const).map((kind) => `${w.kinds[kind]} ${number(compared.targets.filter((target) => target.kind === kind).length)}`)
  return (
    <div className="version-table" data-scroller role="region" aria-label={w.table} tabIndex={0}>
      <p className="version-note">{counts.join(' · ')}</p>
      <table className="is-targets">
        <thead>
          <tr>
            {(['change', 'theme', 'before', 'after'] as const).map((column) => (
              <th key={column} scope="col">
                {w.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compared.targets.map((change) => {
            const theme = (change.after ?? change.before)!.theme
            return (
              <tr key={`${change.before?.start ?? ''} ${change.after?.start ?? ''}`} className={`is-${change.kind}`}>
                <th scope="row" className="version-kind">
                  <i aria-hidden="true">{signs[change.kind]}</i> {w.kinds[change.kind]}
                </th>
                <td>{theme === null ? '' : themeName(themes, theme, language)}</td>
                <td>{change.before !== null && <TargetWords compared={compared} side="before" target={change.before} label={sides.before} />}</td>
                <td>{change.after !== null && <TargetWords compared={compared} side="after" target={change.after} label={sides.after} />}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="version-note">{w.note}</p>
    </div>
  )
}

interface TargetWordsProps {
  readonly compared: ComparedVersions
  readonly side: VersionSide
  readonly target: Target
  readonly label: string
}

/** Its clause, which opens where it stands. */
function TargetWords({ compared, side, target, label }: TargetWordsProps) {
  const { report, text } = compared[side]
  const clause = text.slice(target.start, target.end)
  return (
    <button type="button" className="plain version-target" aria-label={`${label} ${clause}`} onClick={() => openPlace({ report: report.id, start: target.start, end: target.end, theme: target.theme })}>
      {clause}
    </button>
  )
}
