import { useMemo, type KeyboardEvent } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import type { ReportSummary } from '#core/contract/calls.ts'
import { unpackThemes } from '#core/listing/packed-themes.ts'
import { useHost } from '../../host/use-call.ts'
import { dateLabel, filePath, jurisdictionName, number } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { ContextMenu, type MenuEntry } from '../../parts/ContextMenu.tsx'
import { LongList } from '../../parts/LongList.tsx'
import { ShareStrip } from '../../parts/ShareStrip.tsx'
import { reportMenu } from '../../report-menu.ts'
import { openReport } from '../../routes.ts'
import { RecognisedMark } from '../../RecognisedMark.tsx'
import { chooseReports } from '../../state/selection.ts'
import { toggled } from '../../state/toggled.ts'

interface ReportListProps {
  /** Those shown. */
  readonly reports: readonly ReportSummary[]
  /** Those of the library: some are linked with one shown. */
  readonly all: readonly ReportSummary[]
  readonly chosen: readonly string[]
  readonly openReportId: string | null
  readonly themes: readonly Theme[]
}

const itemHeight = 70

/** The reports of the library; the box puts one into the comparison, its title opens it. */
export function ReportList({ reports, all, chosen, openReportId, themes }: ReportListProps) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const chosenIds = new Set(chosen)
  const byId = useMemo(() => new Map(all.map((report) => [report.id, report])), [all])
  const menuAt = (target: Element): MenuEntry[][] | null => {
    const report = reports[Number(target.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1)]
    return report === undefined ? null : reportMenu(report, { host, words, language, all, chosen })
  }
  const toggle = (id: string): void => chooseReports(toggled(chosen, id))
  return (
    <ContextMenu className="report-area" entriesAt={menuAt}>
      <LongList
        className="report-list"
        items={reports}
        keyOf={(report) => report.id}
        itemHeight={itemHeight}
        onKeyDown={moveBetweenItems}
      >
        {(report) => (
          <ReportItem
            report={report}
            byId={byId}
            isChosen={chosenIds.has(report.id)}
            isOpen={report.id === openReportId}
            themes={themes}
            onToggle={toggle}
          />
        )}
      </LongList>
    </ContextMenu>
  )
}

/** Up and down walk through the boxes; space ticks, Enter on the title opens. */
function moveBetweenItems(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  if (!(event.target instanceof HTMLElement)) return
  const item = event.target.closest<HTMLElement>('[data-index]')
  if (item === null) return
  const index = Number(item.dataset['index']) + (event.key === 'ArrowDown' ? 1 : -1)
  const next = event.currentTarget.querySelector<HTMLElement>(`[data-index="${index}"]`)
  if (next === null) return
  event.preventDefault()
  next.querySelector<HTMLElement>(event.target instanceof HTMLInputElement ? 'input' : 'button')?.focus()
  next.scrollIntoView({ block: 'nearest' })
}

interface ReportItemProps {
  readonly report: ReportSummary
  /** Those of the library. */
  readonly byId: ReadonlyMap<string, ReportSummary>
  readonly isChosen: boolean
  readonly isOpen: boolean
  readonly themes: readonly Theme[]
  readonly onToggle: (id: string) => void
}

function ReportItem({ report, byId, isChosen, isOpen, themes, onToggle }: ReportItemProps) {
  const words = useWords()
  const language = useLanguage()
  const title = report.title ?? words.untitled
  const path = filePath(report.source)
  const date = dateLabel(report.date, words)
  const parts = unpackThemes(report.themes).map(({ id, characters }) => {
    const name = themes.find((theme) => theme.id === id)?.name[language] ?? id
    return { id, name: `${name} ${words.characters(number(characters))}`, color: `var(--theme-${id})`, amount: characters }
  })
  return (
    <div className={`report-item${isOpen ? ' is-open' : ''}`}>
      <input type="checkbox" checked={isChosen} aria-label={words.library.compare(title)} onChange={() => onToggle(report.id)} />
      <button type="button" className="plain" title={`${title}\n${path}`} onClick={() => openReport(report.id)}>
        <span className="visually-hidden">{words.library.read('')}</span>
        <span className="report-line">
          <b>{jurisdictionName(report.jurisdiction, language, words)}</b>
          <span>
            {date.text}
            {date.shortMark !== null && (
              <span className="inferred" title={report.date === null ? undefined : words.yearBasis[report.date.yearBasis]}>
                {' '}
                {date.shortMark}
              </span>
            )}
          </span>
        </span>
        <span className="report-title">
          <span>{title}</span>
          <LinkMarks links={report.links} byId={byId} />
        </span>
        <span className="report-foot">
          <ShareStrip label={words.library.sharesOf} parts={parts} />
          <RecognisedMark confidence={report.recognised} />
          <small title={words.characters(number(report.characters))}>
            {report.recognised === null ? words.characters(number(report.characters)) : number(report.characters)}
          </small>
        </span>
      </button>
    </div>
  )
}

interface LinkMarksProps {
  readonly links: ReportSummary['links']
  readonly byId: ReadonlyMap<string, ReportSummary>
}

/** What a person has said of the report and others: the kind in a word, the others by name on hover. */
function LinkMarks({ links, byId }: LinkMarksProps) {
  const words = useWords()
  const nameOf = (id: string): string => {
    const other = byId.get(id)
    return other?.title ?? other?.source.fileName ?? words.untitled
  }
  return (['same', 'version'] as const).map((kind) => {
    const others = links.filter((link) => link.kind === kind).map(({ report }) => nameOf(report))
    if (others.length === 0) return null
    const said = others.map((other) => (kind === 'same' ? words.library.sameAs(other) : words.library.versionOf(other))).join('\n')
    return (
      <small key={kind} className="hand link-mark" title={said} aria-label={said}>
        {words.library[kind]}
      </small>
    )
  })
}
