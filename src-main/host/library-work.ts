import { setImmediate } from 'node:timers/promises'
import type { Work, WorkCoding, WorkNote, WorkReport } from '#core/exchange/work.ts'
import type { Report } from '#core/report/report.ts'
import { toClean } from '#core/text/offset-map.ts'
import { mergeSpans } from '#core/text/span.ts'
import { codebookIdInUse, codebookIds, themeNow } from '../library/codebooks.ts'
import { allCodingsOn, isSeenThrough, type StoredCoding } from '../library/codings.ts'
import { listNotes } from '../library/notes.ts'
import { reportIds } from '../library/reports.ts'
import { sourceNames } from '../library/sources.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { allVerdictsOn } from '../library/verdicts.ts'
import { veilOver } from '../library/veil.ts'
import type { CodedGround } from './comparisons.ts'
import { libraryName } from './known-libraries.ts'
import { textHash } from '../library/anchorings.ts'
import { placedNotes } from './note-places.ts'
import { reportOf } from './reports.ts'
import { sentCodebooks, sentCorrections, sentLinks, sentReadings, sentSummaries } from './sent-words.ts'

/** A report is unpacked whole; others may be asked for between so many. */
const reportsAtOnce = 8

/** Reports of the library with the work on them. @param ids absent: all @throws Refusal not-found */
export async function libraryWork({ library, coding }: Pick<CodedGround, 'library' | 'coding'>, ids?: readonly string[]): Promise<Work> {
  const wanted = ids ?? reportIds(library.read).map(String)
  const { codebook } = coding()
  const names = sourceNames(library.read)
  const reports: WorkReport[] = []
  const notes: (readonly number[])[] = []
  for (const id of wanted) {
    const { report, noteIds } = reportWork(library.read, id, names)
    reports.push(report)
    notes.push(noteIds)
    if (reports.length % reportsAtOnce === 0) await setImmediate()
  }
  const versions = new Set(reports.flatMap(({ codings }) => codings.flatMap(({ version }) => version ?? [])))
  return {
    name: libraryName(library.path), codebook, reports,
    links: sentLinks(library.read, notes), summaries: sentSummaries(library.read, wanted.map(Number)), codebooks: sentCodebooks(library.read, versions)
  }
}

function reportWork(read: ReadableLibrary, id: string, names: ReadonlyMap<number, string>): { readonly report: WorkReport; readonly noteIds: readonly number[] } {
  const { report, source, words } = reportOf(read, id)
  const { title, text, jurisdiction, date, meeting, issuer, documentNumber, reporter, attribution, place, statements } = report
  const fileName = names.get(source) ?? ''
  const notes = notesWork(read, Number(id))
  const made: WorkReport = {
    title: title?.text ?? fileName,
    text,
    hash: textHash(text),
    about: {
      province: jurisdiction?.province ?? null,
      place: jurisdiction === null ? null : { code: jurisdiction.code, name: jurisdiction.name, level: jurisdiction.level },
      date: date?.iso ?? null,
      meeting, issuer, documentNumber, reporter, attribution, venue: place, fileName
    },
    machine: statements.map(({ start, end, themes }) => ({ place: { start, end }, themes: themes.filter(({ by }) => by === undefined).map((theme) => theme.id) })),
    codings: codingsWork(read, Number(id), report),
    notes: notes.map(({ note }) => note),
    corrections: sentCorrections(read, Number(id)),
    verdicts: allVerdictsOn(read, Number(id)),
    readings: sentReadings(words)
  }
  return { report: made, noteIds: notes.map(({ id: note }) => note) }
}

/** Under their own themes, of whichever codebook; those of the one in use as they count now. */
function notesWork(read: ReadableLibrary, report: number): { readonly id: number; readonly note: WorkNote }[] {
  const inUse = codebookIdInUse(read)
  const kept = new Map(listNotes(read, [report]).map(([id, note]) => [String(id), note]))
  return placedNotes(read, [report]).map(({ id, place, quote, around, theme, body, author, color, tags, writtenAt, editedAt }) => {
    const own = kept.get(id)!
    const isOther = own.theme !== null && own.codebook !== inUse
    const note = {
      place: place === null ? null : { start: place.start, end: place.end },
      quote: { exact: quote, ...around },
      ...(isOther ? { codebook: own.codebook, theme: own.theme } : { codebook: theme === null ? null : inUse, theme }),
      body, author, color, tags, writtenAt, editedAt
    }
    return { id: Number(id), note }
  })
}

function codingsWork(read: ReadableLibrary, id: number, report: Report): WorkCoding[] {
  const [inUse, ids, now, veil] = [codebookIdInUse(read), codebookIds(read), themeNow(read), veilOver(read, id)]
  return allCodingsOn(read, id, null).filter(([, coding]) => isSeenThrough(coding, veil)).flatMap(([, coding]) => {
    const codebook = ids.get(coding.codebook)! // the table of codings refers to it
    const theme = codebook === inUse ? now(coding.theme) : coding.theme
    return theme === null ? [] : [codingWork(report, { ...coding, codebook, theme, version: coding.codebook })]
  })
}

const codingWork = ({ map }: Report, { codebook, version, theme, decision, sourceSpans, coder, codedAt }: StoredCoding & { readonly version: string }): WorkCoding => ({
  codebook, version, theme, decision, coder, codedAt,
  places: mergeSpans(sourceSpans.flatMap((span) => toClean(map, span)))
})
