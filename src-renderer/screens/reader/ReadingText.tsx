import { memo, useMemo, type MouseEvent } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import type { Report } from '#core/report/report.ts'
import { headingSpan } from '#core/report/outline-by-hand.ts'
import { findOccurrences } from '#core/text/occurrences.ts'
import type { Span } from '#core/text/span.ts'
import type { Words } from '../../language/zh.ts'
import { useFound } from '../../state/searching.ts'
import { useWords } from '../../use-words.ts'
import { openPlace, type Place } from '../../routes.ts'
import { keepInSight } from '../../text-view/bring-into-sight.ts'
import { MarkedText } from '../../text-view/MarkedText.tsx'
import { noteMark, type Mark } from '../../text-view/marks.ts'
import { targetMarks } from '../../text-view/target-marks.ts'
import { pointedSpan, selectPlace } from '../../text-view/pointed-span.ts'
import { beginsIn, notesByParagraph, type ParagraphNotes } from './notes-by-paragraph.ts'
import { NotesHere } from './NotesHere.tsx'
import { pointedPlace } from './place-lines.ts'
import { SelectionTools } from './SelectionTools.tsx'
import type { SheetNotes, SheetNoting, SheetWriting } from './sheet-notes.ts'

interface ReadingTextProps {
  readonly report: Report
  readonly place: Place
  /** The passages of the place's theme in this report. */
  readonly passages: readonly Span[]
  readonly notes: SheetNotes
  readonly themes: readonly Theme[]
}

/** With more of them what is out of sight is not laid out: a key typed in one would have to paint all. */
const manyNotes = 500

/** The clean text with the place, the other passages of its theme, the targets and the words searched for marked. */
export function ReadingText({ report, place, passages: given, notes, themes }: ReadingTextProps) {
  const passages = useSameSpans(given)
  const words = useWords()
  const found = useFound()
  const sought = useMemo(
    () => (place.theme === null && found.report === place.report ? findOccurrences(report.text, found.words) : []),
    [report.text, place.theme, place.report, found]
  )
  const marks = useMemo(
    (): readonly Mark[] => [
      ...sought.map(({ start, end }): Mark => ({ start, end, kind: 'hit' })),
      ...passages.map(({ start, end }): Mark => ({ start, end, kind: 'theme' })),
      ...targetMarks(report.targets, { target: words.matrix.target, byHand: words.readings.byHand }),
      ...byHand(report, words),
      ...(place.end > place.start ? [{ start: place.start, end: place.end, kind: 'place' as const }] : [])
    ],
    [sought, passages, report, words, place.start, place.end]
  )
  const notesOf = useMemo(() => notesByParagraph(report.paragraphs, notes.all), [report.paragraphs, notes.all])
  const { noting } = notes
  const isCrowded = notes.all.length > manyNotes
  const point = (event: MouseEvent<HTMLElement>): void => {
    if (event.target instanceof Element && event.target.closest('.notes-here, .hand-tools, [role="menu"]') !== null) return
    const pointed = pointedSpan()
    notes.offer(pointed !== null && pointed.end > pointed.start ? pointed : null)
    const span = pointed === null ? null : pointedPlace(report, pointed)
    if (span !== null && (span.start !== place.start || span.end !== place.end)) {
      openPlace({ report: place.report, start: span.start, end: span.end, theme: place.theme })
      if (pointed !== null && pointed.end > pointed.start) selectPlace(event.currentTarget)
    }
  }
  return (
    <div
      className={isCrowded ? 'reading-text is-crowded' : 'reading-text'}
      lang="zh-CN"
      style={{ '--c': place.theme === null ? undefined : `var(--theme-${place.theme})` }}
      onMouseUp={point}
    >
      {report.paragraphs.map((paragraph, index) => (
        <MarkedParagraph
          key={paragraph.start}
          number={index + 1}
          text={report.text}
          paragraph={paragraph}
          place={place}
          marks={marks}
          isCrowded={isCrowded}
          notes={notesOf[index] ?? nothing}
          noting={noting !== null && noting.end > noting.start && beginsIn(noting.start, paragraph) ? noting : null}
          writing={notes.writing}
        />
      ))}
      {notes.offered !== null && <SelectionTools key={notes.offered.session} notes={notes} offered={notes.offered} report={report} themes={themes} place={place} onClosed={focusText} />}
    </div>
  )
}

/** The spans of before while they say the same: they are worked out anew with every change in the library. */
function useSameSpans(now: readonly Span[]): readonly Span[] {
  const said = JSON.stringify(now.map(({ start, end }) => [start, end]))
  return useMemo(() => (JSON.parse(said) as [number, number][]).map(([start, end]) => ({ start, end })), [said])
}

interface MarkedParagraphProps {
  /** 1 is the first. */
  readonly number: number
  readonly text: string
  readonly paragraph: Span
  readonly place: Place
  /** All but those of notes. */
  readonly marks: readonly Mark[]
  /** The notes push the place out of sight when they come: then it is brought back. */
  readonly isCrowded: boolean
  readonly notes: ParagraphNotes
  readonly noting: SheetNoting | null
  readonly writing: SheetWriting
}

const nothing: ParagraphNotes = { here: [], over: [] }

/** A paragraph and what is written on it. Memo: a note that was saved concerns one paragraph, not the thousands of notes on the others. */
const MarkedParagraph = memo(
  function MarkedParagraph({ number, text, paragraph, place, marks, isCrowded, notes, noting, writing }: MarkedParagraphProps) {
    const words = useWords()
    const all = [...marks, ...notes.over.map(({ place: on, body, color }): Mark => ({ start: on!.start, end: on!.end, kind: noteMark(color), note: body === '' ? words.notes.highlight : body }))]
    return (
      <>
        <p data-paragraph={`¶${number}`}>
          <MarkedText
            key={`${place.start}-${place.end}-${isCrowded}`}
            text={text}
            span={paragraph}
            marks={all}
            placeRef={paragraph.start <= place.start && place.start < paragraph.end ? keepInSight : undefined}
          />
        </p>
        <NotesHere notes={notes.here} noting={noting} writing={writing} place={place} text={text} onClosed={focusText} />
      </>
    )
  },
  (before, now) =>
    sameKeys.every((key) => before[key] === now[key]) && isSameList(before.notes.here, now.notes.here) && isSameList(before.notes.over, now.notes.over)
)

const sameKeys = ['number', 'text', 'paragraph', 'place', 'marks', 'isCrowded', 'noting', 'writing'] as const

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((part, index) => part === b[index])

/** What a person said stands there beside targets: names, headings. */
function byHand({ text, programmes, outline }: Report, words: Words): Mark[] {
  const { parts, byHand: hand } = words.readings
  const mark = ({ start, end }: Span, part: 'programme' | 'outline'): Mark => ({ start, end, kind: 'by-hand', note: `${parts[part]} · ${hand}` })
  return [
    ...programmes.filter(({ by }) => by !== undefined).flatMap(({ occurrences }) => occurrences.map((occurrence) => mark(occurrence, 'programme'))),
    ...outline.filter(({ by }) => by !== undefined).map((entry) => mark(headingSpan(text, entry), 'outline'))
  ]
}

/** After a note the keyboard is back in the text. */
const focusText = (): void => void requestAnimationFrame(() => document.querySelector<HTMLElement>('.source-sheet .sheet-scroll')?.focus({ preventScroll: true }))
