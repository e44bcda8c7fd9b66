import { useMemo } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import type { ReportSummary } from '#core/contract/calls.ts'
import type { ComparedVersions } from '#core/contract/version-calls.ts'
import { changesOf, type Change } from '#core/versions/changes.ts'
import { useScreenCommands, type Command, type KeyList } from '../../commands.ts'
import { useCall } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { themeColors } from '../../theme-colors.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { stepChange } from './going.ts'
import { Proposals } from './Proposals.tsx'
import { ReportChoice } from './ReportChoice.tsx'
import { TargetChanges } from './TargetChanges.tsx'
import { ThemeChanges } from './ThemeChanges.tsx'
import { VersionsBar } from './VersionsBar.tsx'
import { swapVersions, useVersionsView } from './versions-state.ts'
import { VersionText } from './VersionText.tsx'
import './versions.css'

interface VersionsScreenProps {
  readonly reports: readonly ReportSummary[]
  /** Ids of the compared reports: pairs among them are proposed first. */
  readonly chosen: readonly string[]
  readonly themes: readonly Theme[]
}

/** 版本比对: two versions of a text, of which the person says which comes before. */
export function VersionsScreen({ reports, chosen, themes }: VersionsScreenProps) {
  const { versions: w } = useWords()
  const language = useLanguage()
  const before = useSide('before', reports)
  const after = useSide('after', reports)
  const { value, problem } = useCall('versions.compare', before === null || after === null ? null : { before: before.id, after: after.id })
  const changes = useMemo(() => (value === null ? noChanges : changesOf(value.rows)), [value])
  useScreenCommands(
    useMemo(() => commands(changes), [changes]),
    keyLists
  )
  return (
    <section className="versions" aria-label={w.name} style={themeColors(themes)}>
      <div className="version-head">
        <ReportChoice side="before" reports={reports} chosen={before} other={after} />
        <button type="button" className="version-swap" aria-label={w.swap} title={w.swap} onClick={swapVersions}>
          ⇄
        </button>
        <ReportChoice side="after" reports={reports} chosen={after} other={before} />
      </div>
      {value !== null ? (
        <ComparedPane compared={value} changes={changes} themes={themes} />
      ) : before === null || after === null ? (
        <Proposals reports={reports} chosen={chosen} />
      ) : problem !== null ? (
        <p className="pane-message" role="alert">
          {problem.message[language]}
        </p>
      ) : (
        <p className="busy-note" role="status">
          {w.comparing}
        </p>
      )}
    </section>
  )
}

const noChanges: readonly Change[] = []

/** The chosen report, as long as the library has it. */
function useSide(side: 'before' | 'after', reports: readonly ReportSummary[]): ReportSummary | null {
  const id = useVersionsView((view) => view[side])
  return useMemo(() => reports.find((report) => report.id === id) ?? null, [reports, id])
}

interface ComparedPaneProps {
  readonly compared: ComparedVersions
  readonly changes: readonly Change[]
  readonly themes: readonly Theme[]
}

function ComparedPane({ compared, changes, themes }: ComparedPaneProps) {
  const { versions: w } = useWords()
  const part = useVersionsView((view) => view.part)
  return (
    <>
      <VersionsBar compared={compared} changes={changes} />
      <Summary compared={compared} hasMarks={part === 'text'} />
      {part === 'themes' ? (
        <ThemeChanges compared={compared} themes={themes} />
      ) : part === 'targets' ? (
        <TargetChanges compared={compared} themes={themes} />
      ) : (
        <>
          {changes.length === 0 && <p className="version-none">{w.noChange}</p>}
          <VersionText key={`${compared.before.report.id} ${compared.after.report.id}`} compared={compared} changes={changes} />
        </>
      )}
    </>
  )
}

/** How much changed, what the marks mean, and where words were not compared one by one. */
function Summary({ compared: { counts, ways, alignment }, hasMarks }: { readonly compared: ComparedVersions; readonly hasMarks: boolean }) {
  const { versions: w } = useWords()
  const coarse = ways.sentences + ways.whole
  return (
    <div className="version-summary">
      <p role="status">
        {w.summary({
          changed: number(counts.changed),
          removed: number(counts.removed),
          added: number(counts.added),
          moved: number(counts.moved),
          same: number(counts.same),
          deletedCharacters: number(counts.deletedCharacters),
          addedCharacters: number(counts.addedCharacters)
        })}
        {coarse > 0 && <b> {w.sentences(number(coarse))}</b>}
        {alignment === 'anchors' && <b> {w.anchors}</b>}
      </p>
      {hasMarks && (
        <p className="version-legend">
          <del>{w.legend.deleted}</del> <ins>{w.legend.added}</ins> <span className="version-move">↕ {w.legend.moved}</span>
        </p>
      )}
    </div>
  )
}

const commands = (changes: readonly Change[]): Command[] => [
  { id: 'versions.next', group: 'comparison', label: (words) => words.versions.next, keys: ['F8'], run: () => stepChange(changes, 1) },
  { id: 'versions.previous', group: 'comparison', label: (words) => words.versions.previous, keys: ['Shift+F8'], run: () => stepChange(changes, -1) },
  { id: 'versions.swap', group: 'comparison', label: (words) => words.versions.swapCommand, run: swapVersions }
]

const keyLists: readonly KeyList[] = [{ id: 'versions', title: (w) => w.versions.keyTitle, rows: (w) => w.versions.keyRows.map(([keys, does]) => ({ keys, does })) }]
