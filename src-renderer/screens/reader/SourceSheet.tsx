import { Fragment, memo, useMemo, useState } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import { outlinePath } from '#core/compare/passages.ts'
import { recognisedShare } from '#core/compare/recognised.ts'
import type { ReportSummary, ReportView } from '#core/contract/calls.ts'
import { charactersOf } from '#core/text/counted-text.ts'
import type { Span } from '#core/text/span.ts'
import { useCall } from '../../host/use-call.ts'
import { dateLabel, jurisdictionName, number } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { openPlace, type Place } from '../../routes.ts'
import { DoneButton } from '../../DoneButton.tsx'
import { ReadingMenu } from '../../ReadingMenu.tsx'
import { RecognisedMark } from '../../RecognisedMark.tsx'
import { prefer, usePreferences, type SourceForm } from '../../state/preferences.ts'
import { AboutReport } from './AboutReport.tsx'
import { originalKind } from './original-form.ts'
import { OriginalPane } from './OriginalPane.tsx'
import { paragraphAt, structureOf } from './place-lines.ts'
import { isOnNoWords } from './notes-by-paragraph.ts'
import { NotesHere } from './NotesHere.tsx'
import { PlacingBar } from './PlacingBar.tsx'
import { ReadingText } from './ReadingText.tsx'
import { onStructureKey, onTextKey, stepPassage } from './sheet-keys.ts'
import { useSheetNotes, type SheetNotes } from './sheet-notes.ts'
import { ThemesHereLine } from './ThemesHereLine.tsx'
import './reader.css'

interface SourceSheetProps {
  readonly place: Place
  /** The passages of the place's theme in this report, in order. */
  readonly passages: readonly Span[]
  readonly themes: readonly Theme[]
  /** All of the library. */
  readonly reports: readonly ReportSummary[]
  readonly onClose: () => void
}

/** The source beside the comparison, at the place: reading text, original, or both. */
export function SourceSheet({ place, passages, themes, reports, onClose }: SourceSheetProps) {
  const words = useWords()
  const { value: view, problem } = useCall('reports.read', { id: place.report })
  const language = useLanguage()
  const notes = useSheetNotes(place, view?.report.text ?? '')
  const form = usePreferences((p) => p.sourceForm)
  const isWhole = place.end <= place.start
  const [isChoosing, setChoosing] = useState(false)
  const [isReading, setReading] = useState(false)
  // asking for the report as a whole starts at its top; going on to a sentence of it stays where the reader is
  const [visit, setVisit] = useState({ isWhole, count: 0 })
  if (visit.isWhole !== isWhole) setVisit({ isWhole, count: visit.count + (isWhole ? 1 : 0) })
  const kind = view === null ? 'lines' : originalKind(view.source)
  const names: Readonly<Record<SourceForm, string>> = {
    text: words.reader.text,
    lines: kind === 'pages' ? words.reader.original : words.reader[kind],
    both: words.reader.both
  }
  return (
    <aside className="source-sheet" aria-label={words.reader.title}>
      {view === null ? (
        <p className="pane-message">{problem === null ? words.reader.loading : problem.message[language]}</p>
      ) : (
        <>
          <SheetHeader view={view} place={place} onClose={onClose} />
          <div className="sheet-tools">
            <Segmented
              label={words.reader.form}
              value={form}
              options={(['text', 'lines', 'both'] satisfies SourceForm[]).map((value) => ({ value, label: names[value] }))}
              onChange={(sourceForm) => prefer({ sourceForm })}
              leading
            />
            <Steps place={place} passages={passages} />
          </div>
          <Structure view={view} place={place} themes={themes} />
          <ThemesHereLine report={view.report} place={place} themes={themes} isChoosing={isChoosing} onChoosing={setChoosing}>
            <DoneButton report={place.report} />
            {!isWhole && <ReadingMenu report={view.report} place={place} saysKinds isOpen={isReading} onOpen={setReading} />}
            {form !== 'lines' && (
              <button type="button" className="note-button" title="N" onClick={() => notes.write(null, place)}>
                {words.matrixView.addNote}
              </button>
            )}
          </ThemesHereLine>
          <PlacingBar place={place} notes={notes} />
          <div className={`sheet-panes ${form} with-${kind}`}>
            {form !== 'lines' && (
              <div className="sheet-scroll" data-scroller tabIndex={0} role="region" aria-label={words.reader.text} key={`${view.id} ${visit.count}`} onKeyDown={(event) => onTextKey(event, { report: view.report, place, passages, notes, onThemes: () => setChoosing(!isWhole) })}>
                <AboutReport view={view} reports={reports} openAtFirst={isWhole} />
                <NotesOnWhole notes={notes} place={place} text={view.report.text} />
                <ReadingText report={view.report} place={place} passages={passages} notes={notes} themes={themes} />
              </div>
            )}
            {form !== 'text' && <OriginalPane view={view} place={place} />}
          </div>
        </>
      )}
    </aside>
  )
}

/** The notes that stand on no words of the text, before it. */
function NotesOnWhole({ notes, place, text }: { readonly notes: SheetNotes; readonly place: Place; readonly text: string }) {
  const { all, noting, writing } = notes
  const here = useMemo(() => all.filter((note) => isOnNoWords(note.place, note.quote !== '')), [all])
  return <NotesHere notes={here} noting={noting !== null && noting.end <= noting.start ? noting : null} writing={writing} place={place} text={text} onClosed={() => undefined} />
}

interface SheetHeaderProps {
  readonly view: ReportView
  readonly place: Place
  readonly onClose: () => void
}

function SheetHeader({ view, place, onClose }: SheetHeaderProps) {
  const words = useWords()
  const language = useLanguage()
  const { report } = view
  const date = dateLabel(report.date, words)
  const characters = charactersOf(report.text)
  return (
    <header className="sheet-header">
      <div>
        <h2>{report.title?.text ?? words.untitled}</h2>
        <p>
          {jurisdictionName(report.jurisdiction, language, words)} · {date.text}
          {date.mark !== null && <span className="inferred">{words.inBrackets(date.mark)}</span>} · {words.characters(number(characters))}{' '}
          <RecognisedMark confidence={recognisedShare(report, view.source.lines)} />
        </p>
        <p className="where">{place.end > place.start ? <Where report={report} at={place.start} /> : words.reader.hint}</p>
      </div>
      <button
        type="button"
        className="close"
        onClick={onClose}
        title="Esc"
      >
        {words.reader.close}
      </button>
    </header>
  )
}

/** The headings that a position stands under, outermost first, those that a person said in their own ink; then its paragraph. */
function Where({ report, at }: { readonly report: ReportView['report']; readonly at: number }) {
  const { readings } = useWords()
  const { outline, outlineByHand = [] } = outlinePath(report.outline, at)
  return (
    <>
      {outline.map((heading, index) => (
        <Fragment key={index}>
          {outlineByHand.includes(index) ? (
            <span className="hand" title={readings.byHandHint}>
              {heading} <small>{readings.byHand}</small>
            </span>
          ) : (
            heading
          )}
          {' › '}
        </Fragment>
      ))}
      {`¶${paragraphAt(report, at)}`}
    </>
  )
}

/** From passage to passage of the theme within this report. */
function Steps({ place, passages }: { readonly place: Place; readonly passages: readonly Span[] }) {
  const words = useWords()
  const at = passages.findIndex((passage) => passage.start <= place.start && place.start < passage.end)
  // its room is kept where there is nowhere to go: the text under the pointer must not move when a place is clicked
  const isIdle = passages.length < 2
  const go = (step: number): void => stepPassage(step, place, passages)
  return (
    <div className={isIdle ? 'steps is-idle' : 'steps'}>
      <button type="button" onClick={() => go(-1)} aria-label={words.reader.previous}>
        ‹
      </button>
      <span>{words.reader.position(at + 1, passages.length)}</span>
      <button type="button" onClick={() => go(1)} aria-label={words.reader.next}>
        ›
      </button>
    </div>
  )
}

interface StructureProps {
  readonly view: ReportView
  readonly place: Place
  readonly themes: readonly Theme[]
}

/** The whole text as one strip of themes; a click goes there, and the arrow keys go along it. Memo: a note that is saved changes nothing of it. */
const Structure = memo(function Structure({ view, place, themes }: StructureProps) {
  const words = useWords()
  const language = useLanguage()
  const parts = structureOf(view.report.statements)
  const current = place.end > place.start ? parts.findIndex((part) => part.start <= place.start && place.start < part.end) : -1
  return (
    <nav className="structure" aria-label={words.reader.structure} onKeyDown={onStructureKey}>
      {parts.map((part, index) => {
        const theme = themes.find((t) => t.id === part.theme)
        return (
          <button
            key={part.start}
            type="button"
            tabIndex={index === Math.max(0, current) ? 0 : -1}
            aria-label={theme?.name[language] ?? '—'}
            title={theme?.name[language]}
            aria-current={index === current}
            style={{ flexGrow: part.end - part.start, '--c': part.theme === null ? undefined : `var(--theme-${part.theme})` }}
            onClick={() => openPlace({ report: place.report, start: part.start, end: part.end, theme: part.theme })}
          />
        )
      })}
    </nav>
  )
})
