import { Fragment, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Theme } from '#core/codebook/codebook.ts'
import type { ReportSummary } from '#core/contract/calls.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import { useScreenCommands } from '../../commands.ts'
import type { Mark } from '../../text-view/marks.ts'
import { targetMarks } from '../../text-view/target-marks.ts'
import { useWords } from '../../use-words.ts'
import { ColumnHead } from './ColumnHead.tsx'
import { CurrentTheme } from './CurrentTheme.tsx'
import { Gutter } from './Gutter.tsx'
import { occurrencesOf, phraseAt, phrasesOf, type PhrasePlace } from './phrases.ts'
import { ReaderColumn } from './ReaderColumn.tsx'
import { ReaderMap } from './ReaderMap.tsx'
import { ReaderTools } from './ReaderTools.tsx'
import { answersOf, bandsBetween, foldKey, layOut, type Reading } from './reading.ts'
import { readerCommands } from './reader-commands.ts'
import { keepPlace, unfold, useSideBySide, type ColumnPlace } from '../../state/side-by-side.ts'
import { StageKeeper } from './stage-keeper.ts'

export interface ReaderStageProps {
  readonly reading: Reading
  readonly names: readonly string[]
  readonly choices: readonly ReportSummary[]
  readonly notes: readonly Note[]
  readonly themes: readonly Theme[]
  /** Themes chosen; none means all. */
  readonly chosenThemes: readonly string[]
  readonly onAdd: (() => void) | null
}

/** What is marked in the columns: a phrase with all its places, or, without one, the place that another view led to. */
interface PhraseNow {
  readonly phrase: string
  readonly places: readonly PhrasePlace[]
  readonly at: number
}

/** The reports in their columns, level and together. */
export function ReaderStage({ reading, names, choices, notes, themes, chosenThemes, onAdd }: ReaderStageProps) {
  const words = useWords()
  // the place kept, which changes whenever scrolling rests, is not drawn
  const { mode, fold, phraseLength, unfolded, asLines } = useSideBySide(useShallow(({ place: _, ...shown }) => shown))
  const { columns } = reading
  const ids = useMemo(() => columns.map(({ view }) => view.id), [columns])
  const laid = useMemo(() => layOut(reading, { themes: chosenThemes, mode: fold, unfolded }), [reading, chosenThemes, fold, unfolded])
  const phrases = useMemo(() => phrasesOf(columns.map(({ text }) => text), phraseLength), [columns, phraseLength])
  const [phraseNow, setPhraseNow] = useState<PhraseNow | null>(() => aimAmong(ids))
  const [current, setCurrent] = useState<Pick<ColumnPlace, 'column' | 'key'> | null>(null)
  const [keeper] = useState(() => new StageKeeper({ onCurrent: setCurrent, onRest: ({ column, ...place }) => keepPlace({ ...place, report: ids[column]! }) }, placeAmong(ids)))
  const { attach, watch } = keeper
  useScreenCommands(useMemo(() => readerCommands(keeper, ids.length), [keeper, ids]))
  useLayoutEffect(() => keeper.obey({ mode, answers: answersOf(reading, laid) }), [keeper, mode, reading, laid, asLines])
  const marks = useMemo(() => columns.map((_, column) => marksOf(reading, { column, phrases, phraseNow, target: words.readerView.target, byHand: words.readings.byHand })), [reading, columns, phrases, phraseNow, words])

  const notesOf = useMemo(() => columns.map(({ view }) => notes.filter(({ report }) => report === view.id)), [columns, notes])
  const bands = useMemo(() => columns.slice(1).map((_, column) => bandsBetween(reading, laid, column)), [reading, columns, laid])

  const bring = useCallback(
    (place: PhrasePlace, andThen?: (mark: Element) => void): void => {
      for (const entry of laid.entries[place.column]!) {
        if (entry.kind === 'fold' && entry.start <= place.start && place.start < entry.end) unfold(foldKey(ids[place.column]!, entry.start))
      }
      // once what was folded and what is marked stand on the page
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const mark = document.querySelector(`#reader-column-${place.column} .mark-place`)
          keeper.reveal(place.column, mark)
          if (mark !== null) andThen?.(mark)
        })
      )
    },
    [laid, ids, keeper]
  )
  const goToPhrase = useCallback(
    (now: PhraseNow): void => {
      const place = now.places[now.at]
      if (place === undefined) return
      setPhraseNow(now)
      bring(place)
    },
    [bring]
  )
  // once, when the columns first stand on the page
  const aimed = useRef(phraseNow?.phrase === '' ? (phraseNow.places[0] ?? null) : null)
  useEffect(() => {
    const place = aimed.current
    aimed.current = null
    if (place !== null) bring(place, (mark) => mark.closest('[data-item]')?.querySelector<HTMLElement>('[data-stop]')?.focus({ preventScroll: true }))
  }, [bring])
  const clickPhrase = useCallback(
    (column: number, position: number): void => {
      const phrase = phraseAt(phrases, column, position)
      if (phrase === null) return
      const places = occurrencesOf(phrase, columns.map(({ text }) => text))
      const here = places.findIndex((place) => place.column === column && place.start <= position && position < place.end)
      goToPhrase({ phrase, places, at: (here + 1) % places.length })
    },
    [phrases, columns, goToPhrase]
  )
  const stepPhrase = (by: 1 | -1): void => goToPhrase(nextPhrase({ phrases, now: phraseNow, by, texts: columns.map(({ text }) => text) }))
  const [stable] = useState(() => ({ go: (column: number, key: string): void => keeper.goTo(column, key), scroll: (column: number, share: number): void => keeper.scrollToShare(column, share) }))

  return (
    <div className="side-by-side">
      <ReaderTools
        phrases={phrases}
        onPhraseStep={stepPhrase}
        phraseNow={phraseNow === null || phraseNow.phrase === '' ? '' : words.readerView.phraseAt(phraseNow.at + 1, phraseNow.places.length, phraseNow.phrase)}
        onAdd={onAdd}
      >
        <CurrentTheme current={current} reading={reading} laid={laid} names={names} themes={themes} onStep={(by) => keeper.step(by)} onMatch={() => keeper.match()} />
      </ReaderTools>
      <div className={`reader-stage with-${columns.length}`} ref={attach}>
        {columns.map((of, column) => (
          <Fragment key={of.view.id}>
            {column > 0 && <Gutter index={column - 1} bands={bands[column - 1]!} themes={themes} onGo={stable.go} />}
            <div className="reader-side">
              <ColumnHead index={column} name={names[column]!} shown={ids} choices={choices} asLines={asLines.includes(of.view.id)} />
              <ReaderColumn
                index={column}
                name={names[column]!}
                of={of}
                entries={laid.entries[column]!}
                themes={themes}
                marks={marks[column]!}
                notes={notesOf[column]!}
                asLines={asLines.includes(of.view.id)}
                watch={watch}
                onGo={stable.go}
                onPhrase={clickPhrase}
              />
              <ReaderMap index={column} name={names[column]!} of={of} entries={laid.entries[column]!} onScroll={stable.scroll} />
            </div>
          </Fragment>
        ))}
      </div>
    </div>
  )
}

/** The place that was kept, if its report is one of these. */
function placeAmong(ids: readonly string[]): ColumnPlace | null {
  const { place } = useSideBySide.getState()
  const column = place === null ? -1 : ids.indexOf(place.report)
  return place === null || column < 0 ? null : { column, key: place.key, offset: place.offset }
}

/** The place that another view has sent the person to, if its report is one of these. */
function aimAmong(ids: readonly string[]): PhraseNow | null {
  const { aim } = useSideBySide.getState()
  const column = aim === null ? -1 : ids.indexOf(aim.report)
  return aim === null || column < 0 ? null : { phrase: '', places: [{ column, start: aim.start, end: aim.end }], at: 0 }
}

interface MarkGround {
  readonly column: number
  readonly phrases: ReturnType<typeof phrasesOf>
  readonly phraseNow: PhraseNow | null
  readonly target: string
  readonly byHand: string
}

function marksOf({ columns }: Reading, { column, phrases, phraseNow, ...notes }: MarkGround): Mark[] {
  const { report } = columns[column]!.view
  const now = phraseNow?.places ?? []
  return [
    ...targetMarks(report.targets, notes),
    ...phrases.places[column]!.map(({ start, end }): Mark => ({ start, end, kind: 'shared' })),
    ...now.flatMap((place, at): Mark[] => (place.column === column ? [{ start: place.start, end: place.end, kind: at === phraseNow?.at ? 'place' : 'hit' }] : []))
  ]
}

/** The next place of a phrase; after its last, the first of the next phrase. */
function nextPhrase({ phrases, now, by, texts }: { readonly phrases: MarkGround['phrases']; readonly now: PhraseNow | null; readonly by: 1 | -1; readonly texts: readonly string[] }): PhraseNow {
  const { list } = phrases
  if (now !== null && now.places[now.at + by] !== undefined && list.includes(now.phrase)) return { ...now, at: now.at + by }
  const index = now === null ? (by > 0 ? 0 : list.length - 1) : (list.indexOf(now.phrase) + by + list.length) % list.length
  const phrase = list[index]!
  const places = occurrencesOf(phrase, texts)
  return { phrase, places, at: by > 0 ? 0 : places.length - 1 }
}
