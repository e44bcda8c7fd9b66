import type { ReactNode } from 'react'
import type { ReportSummary } from '#core/contract/calls.ts'
import { unpackThemes } from '#core/listing/packed-themes.ts'
import type { ListedField } from '#core/contract/edit-calls.ts'
import { dateLabel, filePath, jurisdictionName, number } from '../../language/labels.ts'
import { provinceName } from '../../language/provinces.ts'
import { RecognisedMark } from '../../RecognisedMark.tsx'
import { ShareStrip } from '../../parts/ShareStrip.tsx'
import { useReviewCounts } from './review-counts.ts'
import { useThemeNames } from './theme-names.ts'
import { openReport } from '../../routes.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { fieldText } from '../../field-text.ts'
import { levelOf } from '../../report-facts.ts'

interface CellProps {
  readonly report: ReportSummary
}

interface CorrectableProps extends CellProps {
  readonly field: ListedField
  readonly children: ReactNode
  /** What stands below where nothing was put right. */
  readonly below?: ReactNode
}

/** What holds; where a person put it right, in vermilion, with what the machine read below it. */
function Correctable({ report, field, children, below }: CorrectableProps) {
  const words = useWords()
  const language = useLanguage()
  const machine = report.machine[field]
  if (machine === undefined) {
    return (
      <>
        <span className="cell-main">{children}</span>
        {below !== undefined && <small>{below}</small>}
      </>
    )
  }
  const read = fieldText(report.machine, field, { language, words })
  const said = read === null ? words.libraryTable.machineNothing : words.libraryTable.machineRead(read)
  return (
    <>
      <span className="cell-main hand" title={said}>
        <span>{children}</span>
        <abbr className="hand-mark" title={words.libraryTable.correctedNote}>
          {words.libraryTable.corrected}
        </abbr>
      </span>
      <small className="machine-read" title={said}>
        {said}
      </small>
    </>
  )
}

export function ProvinceCell({ report }: CellProps) {
  const words = useWords()
  const language = useLanguage()
  const { jurisdiction } = report
  if (jurisdiction === null) {
    return (
      <Correctable report={report} field="jurisdiction">
        <i className="nothing">{words.noProvince}</i>
      </Correctable>
    )
  }
  const isBelow = jurisdiction.province !== null && jurisdiction.code !== jurisdiction.province.code
  // a corrected cell needs its second line for what the machine read
  const isCorrected = report.machine.jurisdiction !== undefined
  return (
    <Correctable report={report} field="jurisdiction" {...(isBelow && { below: jurisdiction.name })}>
      <b title={jurisdictionName(jurisdiction, language, words)}>{isBelow && isCorrected ? jurisdiction.name : provinceName(jurisdiction.province ?? jurisdiction, language)}</b>
    </Correctable>
  )
}

export function LevelCell({ report }: CellProps) {
  const words = useWords()
  const level = levelOf(report)
  return level === '' ? <i className="nothing">{words.libraryTable.none}</i> : words.libraryTable.levels[level]
}

export function DateCell({ report }: CellProps) {
  const words = useWords()
  const { date } = report
  const label = dateLabel(date, words)
  const isInferred = date !== null && label.mark !== null
  return (
    <Correctable
      report={report}
      field="date"
      {...(isInferred && {
        below: (
          <span className="inferred" title={words.yearBasis[date.yearBasis]}>
            {label.shortMark}
          </span>
        )
      })}
    >
      {date === null ? <i className="nothing">{label.text}</i> : label.text}
    </Correctable>
  )
}

export function TitleCell({ report }: CellProps) {
  const words = useWords()
  const title = report.title ?? words.untitled
  return (
    <Correctable report={report} field="title">
      <button type="button" className="plain title-button" tabIndex={-1} aria-label={words.libraryTable.read(title)} title={title} onClick={() => openReport(report.id)}>
        {title}
      </button>
    </Correctable>
  )
}

export function MeetingCell({ report }: CellProps) {
  return <TextCell report={report} field="meeting" text={report.meeting} />
}

export function IssuerCell({ report }: CellProps) {
  return <TextCell report={report} field="issuer" text={report.issuer} />
}

function TextCell({ report, field, text }: CellProps & { readonly field: ListedField; readonly text: string | null }) {
  const words = useWords()
  return (
    <Correctable report={report} field={field}>
      {text === null ? <i className="nothing">{words.libraryTable.none}</i> : <span title={text}>{text}</span>}
    </Correctable>
  )
}

export function CharactersCell({ report }: CellProps) {
  return (
    <>
      <span className="cell-main">{number(report.characters)}</span>
      {report.recognised !== null && (
        <small>
          <RecognisedMark confidence={report.recognised} />
        </small>
      )}
    </>
  )
}

export function ThemesCell({ report }: CellProps) {
  const words = useWords()
  const names = useThemeNames()
  const themes = unpackThemes(report.themes)
  const parts = themes.map(({ id, characters }) => ({
    id,
    name: `${names.get(id) ?? id} ${words.characters(number(characters))}`,
    color: `var(--theme-${id})`,
    amount: characters
  }))
  const first = themes[0]
  return (
    <>
      <ShareStrip label={words.libraryTable.sharesOf} parts={parts} />
      {first !== undefined && (
        <small>
          {names.get(first.id) ?? first.id}
          {themes.length > 1 && ` +${themes.length - 1}`}
        </small>
      )}
    </>
  )
}

export function NotesCell({ report }: CellProps) {
  const words = useWords()
  if (report.notes === 0) return <i className="nothing">{words.libraryTable.none}</i>
  return <span className="hand">{words.libraryTable.notesCount(report.notes)}</span>
}

/** How far its readings have been looked at: those a person has, in their own ink, of all. */
export function ReviewCell({ report }: CellProps) {
  const words = useWords()
  const counts = useReviewCounts(report.id)
  if (counts === undefined) return <i className="nothing">{words.libraryTable.counting}</i>
  const { confirmed, corrected, unseen } = counts
  const all = words.review.counted(number(confirmed), number(corrected), number(unseen))
  if (confirmed + corrected === 0) return <i className="nothing" title={all}>{words.libraryTable.unseen(number(unseen))}</i>
  return (
    <span title={all}>
      <span className="hand">{words.libraryTable.lookedAt(number(confirmed), number(corrected))}</span>
      <small>{words.libraryTable.unseen(number(unseen))}</small>
    </span>
  )
}

export function SourceCell({ report }: CellProps) {
  const { fileName, folders } = report.source
  const path = filePath(report.source)
  return (
    <>
      <span className="cell-main" title={path}>
        {fileName}
      </span>
      {folders.length > 0 && <small title={path}>{folders.join('/')}</small>}
    </>
  )
}
