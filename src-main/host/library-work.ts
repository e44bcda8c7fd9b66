import { setImmediate } from 'node:timers/promises'
import type { Work, WorkCoding, WorkNote, WorkReport } from '#core/exchange/work.ts'
import type { Report } from '#core/report/report.ts'
import { toClean } from '#core/text/offset-map.ts'
import { mergeSpans } from '#core/text/span.ts'
import { codingsOn, type StoredCoding } from '../library/codings.ts'
import { reportIds } from '../library/reports.ts'
import { sourceNames } from '../library/sources.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import type { CodedGround } from './comparisons.ts'
import { libraryName } from './known-libraries.ts'
import { placedNotes, textHash } from './note-places.ts'
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
    codings: codingsOn(read, Number(id)).map(([, coding]) => codingWork(report, coding)),
    notes: placedNotes(read, [Number(id)]).map(({ place, quote, around, theme, body, author, color, tags, writtenAt, editedAt }): WorkNote => ({
      place: place === null ? null : { start: place.start, end: place.end },
      quote: { exact: quote, ...around },
      theme, body, author, color, tags, writtenAt, editedAt
    }))
  }
}

const codingWork = ({ map }: Report, { theme, decision, sourceSpans, coder, codedAt }: StoredCoding): WorkCoding => ({
  theme, decision, coder, codedAt,
  places: mergeSpans(sourceSpans.flatMap((span) => toClean(map, span)))
})
