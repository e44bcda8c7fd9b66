import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { ReportSummary } from '#core/contract/calls.ts'
import type { Theme } from '#core/codebook/codebook.ts'
import { useHost } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { noticeRefusal } from '../../state/notices.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { TargetBar } from './TargetBar.tsx'
import { TargetGrid } from './TargetGrid.tsx'
import { quotedWithPlace } from '../../citation.ts'
import { filterRows } from './target-filter.ts'
import { groupRows, linesOf } from './target-groups.ts'
import { divisionNames, type LabelGround } from './target-labels.ts'
import { targetRows, type TargetRow } from './target-rows.ts'
import { sortRows } from './target-sort.ts'
import { useTargetChoice } from './target-state.ts'
import { useTargets, type KnownTargets } from './use-targets.ts'
import './targets.css'

interface TargetsScreenProps {
  readonly reports: readonly ReportSummary[]
  /** Ids of the compared reports. */
  readonly chosen: readonly string[]
  readonly themes: readonly Theme[]
}

/** Every quantified target of the compared reports, or of all, in one table that can be compared across provinces and years. */
export function TargetsScreen({ reports, chosen, themes }: TargetsScreenProps) {
  const words = useWords()
  const language = useLanguage()
  const { scope, filters, sorting, group, folded } = useTargetChoice()
  const known = useTargets(scope === 'library' ? null : chosen)
  const summaries = useMemo(() => new Map(reports.map((report) => [report.id, report])), [reports])
  const rows = useMemo(() => targetRows(known.found, summaries), [known.found, summaries])
  const themesById = useMemo(() => new Map(themes.map((theme) => [theme.id, theme])), [themes])
  const provinces = useMemo(() => divisionNames(rows, language), [rows, language])
  const ground = useMemo((): LabelGround => ({ language, words, themes: themesById, provinces }), [language, words, themesById, provinces])
  // what is typed shows at once, though the table below has fifty thousand lines
  const wanted = useDeferredValue(filters)
  const sorted = useMemo(() => sortRows(rows, sorting, new Map(themes.map(({ id }, place) => [id, place]))), [rows, sorting, themes])
  const shown = useMemo(() => filterRows(sorted, wanted), [sorted, wanted])
  const groups = useMemo(() => (group === 'none' ? null : groupRows(shown, group)), [shown, group])
  const lines = useMemo(() => (groups === null ? shown : linesOf(groups, folded)), [groups, shown, folded])
  const [copied, copy] = useCopying()
  return (
    <section className="targets" aria-label={words.targets.name} aria-busy={!known.isWhole}>
      <TargetBar rows={rows} shown={shown} ground={ground} />
      <p className="visually-hidden" id="targets-keys">
        {words.targets.keys}
      </p>
      <Progress known={known} />
      {lines.length > 0 ? (
        <TargetGrid lines={lines} sorting={sorting} ground={ground} isWhole={known.isWhole} choice={`${scope} ${group} ${JSON.stringify(filters)} ${JSON.stringify(sorting)}`} onCopy={copy} />
      ) : (
        known.isWhole && <p className="pane-message">{known.problem !== null ? known.problem.message[language] : emptySentence()}</p>
      )}
      {copied && (
        <p className="targets-copied" role="status">
          {words.targets.copied}
        </p>
      )}
    </section>
  )

  function emptySentence(): string {
    if (rows.length > 0) return words.targets.noneLeft
    return scope === 'compared' && chosen.length === 0 ? words.targets.noneChosen : words.targets.none
  }
}

function Progress({ known: { done, total, isWhole } }: { readonly known: KnownTargets }) {
  const words = useWords()
  if (isWhole || total === 0) return null
  return (
    <p className="busy-note" role="status">
      {words.targets.reading(number(done), number(total))}
    </p>
  )
}

const saidForMs = 2_000

/** Copies a target with its citation: its place in the original is asked for only then. */
function useCopying(): readonly [copied: boolean, copy: (row: TargetRow) => void] {
  const host = useHost()
  const words = useWords()
  const [copied, setCopied] = useState(false)
  const copy = useCallback(
    async ({ report, start, end }: TargetRow): Promise<void> => {
      const reply = await host.call('targets.quote', { targets: [{ report, start, end }] })
      if (!reply.ok) return noticeRefusal(reply.problem)
      const target = reply.value[0]
      if (target === undefined) return
      await navigator.clipboard.writeText(quotedWithPlace(target, target.report, words))
      setCopied(true)
      setTimeout(() => setCopied(false), saidForMs)
    },
    [host, words]
  )
  return [copied, useCallback((row) => void copy(row), [copy])]
}
