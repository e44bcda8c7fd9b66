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
import { veilOver } from '../library/veil.ts'
import type { CodedGround } from './comparisons.ts'
import { libraryName } from './known-libraries.ts'
import { textHash } from '../library/anchorings.ts'
import { placedNotes } from './note-places.ts'
import { reportOf } from './reports.ts'

/** A report is unpacked whole; others may be asked for between so many. */
const reportsAtOnce = 8

/** Reports of the library with the work on them. @param ids absent: all @throws Refusal not-found */
export async function libraryWork({ library, coding }: Pick<CodedGround, 'library' | 'coding'>, ids?: readonly string[]): Promise<Work> {
  const wanted = ids ?? reportIds(library.read).map(String)
  const { codebook } = coding()
  const names = sourceNames(library.read)
  const reports: WorkReport[] = []
  for (const id of wanted) {
    reports.push(reportWork(library.read, id, names))
    if (reports.length % reportsAtOnce === 0) await setImmediate()
  }
  return { name: libraryName(library.path), codebook, reports }
}

function reportWork(read: ReadableLibrary, id: string, names: ReadonlyMap<number, string>): WorkReport {
  const { report, source } = reportOf(read, id)
  const { title, text, jurisdiction, date, meeting, issuer, documentNumber, reporter, attribution, place, statements } = report
  const fileName = names.get(source) ?? ''
  return {
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
    notes: notesWork(read, Number(id))
  }
}

/** Under their own themes, of whichever codebook; those of the one in use as they count now. */
function notesWork(read: ReadableLibrary, report: number): WorkNote[] {
  const inUse = codebookIdInUse(read)
  const kept = new Map(listNotes(read, [report]).map(([id, note]) => [String(id), note]))
  return placedNotes(read, [report]).map(({ id, place, quote, around, theme, body, author, color, tags, writtenAt, editedAt }) => {
    const own = kept.get(id)!
    const isOther = own.theme !== null && own.codebook !== inUse
    return {
      place: place === null ? null : { start: place.start, end: place.end },
      quote: { exact: quote, ...around },
      ...(isOther ? { codebook: own.codebook, theme: own.theme } : { codebook: theme === null ? null : inUse, theme }),
      body, author, color, tags, writtenAt, editedAt
    }
  })
}

function codingsWork(read: ReadableLibrary, id: number, report: Report): WorkCoding[] {
  const [inUse, ids, now, veil] = [codebookIdInUse(read), codebookIds(read), themeNow(read), veilOver(read, id)]
  return allCodingsOn(read, id, null).filter(([, coding]) => isSeenThrough(coding, veil)).flatMap(([, coding]) => {
    const codebook = ids.get(coding.codebook)! // the table of codings refers to it
    const theme = codebook === inUse ? now(coding.theme) : coding.theme
    return theme === null ? [] : [codingWork(report, { ...coding, codebook, theme })]
  })
}

const codingWork = ({ map }: Report, { codebook, theme, decision, sourceSpans, coder, codedAt }: StoredCoding): WorkCoding => ({
  codebook, theme, decision, coder, codedAt,
  places: mergeSpans(sourceSpans.flatMap((span) => toClean(map, span)))
})
