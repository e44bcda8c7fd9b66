import type { Handlers, Parsed } from '#core/contract/calls.ts'
import type { ChangeKind, ChangeLabel } from '#core/contract/change-calls.ts'
import type { Json } from '#core/contract/json.ts'
import { Refusal } from '#core/contract/problem.ts'
import { asJurisdiction, NATIONAL } from '#core/report/divisions.ts'
import type { Report, ReportDate } from '#core/report/report.ts'
import { beginImport, endImport } from '../library/begun-imports.ts'
import { person } from '../library/codings.ts'
import { codebookIdInUse } from '../library/codebooks.ts'
import { knownReports } from '../library/reports.ts'
import { addPointBefore } from '../library/restore-points.ts'
import type { Library, ReadableLibrary } from '../library/sql.ts'
import { spansJson } from '../library/subject.ts'
import { verdictKey } from '../library/verdicts.ts'
import { refuseCodedApart } from './coded-apart.ts'
import { idOf } from './ids.ts'
import type { JobWork } from './jobs.ts'
import type { Journal, Setting } from './journal.ts'
import { referenceContext } from './reference.ts'
import { reportOf } from './reports.ts'

export interface EditGround {
  readonly read: ReadableLibrary
  readonly journal: Journal
  readonly now: () => Date
}

export function editHandlers(ground: EditGround): Pick<Handlers, 'reports.correct' | 'reports.bin' | 'reports.restore' | 'cells.judge'> {
  const { read, journal, now } = ground
  return {
    'reports.correct': async ({ report, field, to }) => {
      const { report: stored, read: machine } = reportOf(read, report)
      const at = now().toISOString()
      const value = to.is === 'machine' ? null : { value: fieldValue({ field, to, read: machine }), by: person, at }
      await journal.change(labelOf('correct', 1, stored.title?.text ?? ''), [{ subject: 'correction', key: `${idOf(report)}:${field}`, value }])
      return null
    },
    'reports.bin': async ({ reports }) => {
      const at = now().toISOString()
      await journal.change(labelOfReports(read, 'bin', reports), settingsOf(read, reports, (id) => ({ subject: 'bin', key: id, value: at })))
      return null
    },
    'reports.restore': async ({ reports }) => {
      await journal.change(labelOfReports(read, 'restore', reports), settingsOf(read, reports, (id) => ({ subject: 'bin', key: id, value: null })))
      return null
    },
    'cells.judge': async ({ reports, theme, codebook, verdict }) => {
      refuseCodedApart(read, reports.map(idOf), codedApart)
      await journal.change(
        labelOfReports(read, 'judge', reports),
        settingsOf(read, reports, (id) => ({ subject: 'verdict', key: verdictKey({ report: id, theme, codebook: codebook ?? codebookIdInUse(read) }), value: verdict }))
      )
      return null
    }
  }
}

/** An import can be undone: its reports go to the bin. */
export function journalled({ library, journal, now }: EditGround & { readonly library: Library }, work: JobWork): JobWork {
  return async (signal, listener) => {
    const begun = unlessRefused(() => begin(library, now().toISOString()))
    const outcomes = await work(signal, listener)
    const imported = outcomes.filter(({ state, reports }) => state === 'imported' && reports.length > 0)
    const at = now().toISOString()
    const assignments = imported.flatMap(({ reports }) => reports.map((key) => ({ subject: 'bin', key, before: at, after: null })))
    if (assignments.length > 0) {
      await journal.record(labelOf('import', imported.length, imported.length === 1 ? imported[0]!.file : ''), assignments)
    }
    if (begun !== null) unlessRefused(() => library.write((writable) => endImport(writable, begun)))
    return outcomes
  }
}

/** With a place to go back to. */
const begin = (library: Library, at: string): string =>
  library.write((writable) => {
    addPointBefore(writable, 'import', at)
    return beginImport(writable, at)
  })

/** A library that takes nothing now (a full disk) says so of each file of the import. */
function unlessRefused<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** @throws Refusal not-found, when one of the reports is not there */
function settingsOf(read: ReadableLibrary, reports: readonly string[], setting: (id: string) => Setting): Setting[] {
  const ids = new Map(reports.map((report) => [idOf(report), report]))
  // by number alone: ten thousand reports unpacked would hold the window up for seconds
  const there = new Set(knownReports(read, [...ids.keys()]))
  return [...ids].map(([id, report]) => setting(String(there.has(id) ? id : reportOf(read, report).id)))
}

export const labelOf = (kind: ChangeKind, count: number, what: string): ChangeLabel => ({ kind, count, what })

function labelOfReports(read: ReadableLibrary, kind: ChangeKind, reports: readonly string[]): ChangeLabel {
  const only = reports.length === 1 ? (reportOf(read, reports[0]!).report.title?.text ?? '') : ''
  return labelOf(kind, reports.length, only)
}

type Field = Parsed<'reports.correct'>['field']
type To = Exclude<Parsed<'reports.correct'>['to'], { is: 'machine' }>

/** @throws Refusal bad-request */
function fieldValue({ field, to, read }: { readonly field: Field; readonly to: To; readonly read: Report }): Json {
  if (to.is === 'unknown') return field === 'officials' ? [] : null
  if ((field === 'officials') !== (to.is === 'officials')) throw wrong(`reports.correct.${field}`, { zh: '这一项不能这样填写。', en: 'This field is not given in this form.' })
  if (to.is === 'officials') return to.officials.map((official) => ({ ...official, span: whereNamed(read, official) }))
  // the program's own title, confirmed, keeps its place in the source
  const isRead = field === 'title' && to.value === read.title?.text
  return isRead ? { text: to.value, spans: spansJson(read.title.spans) } : correctedValue(field, to.value)
}

/** Where the program read it, else where the name stands first; 0–0 where the text does not have it. */
function whereNamed({ text, officials }: Report, { name, title }: { readonly name: string; readonly title: string | null }): { start: number; end: number } {
  const known = officials.find((official) => official.name === name && official.title === title)
  if (known !== undefined) return { start: known.span.start, end: known.span.end }
  const start = text.indexOf(name)
  return start < 0 ? { start: 0, end: 0 } : { start, end: start + name.length }
}

/** In the form of the report's own field. @throws Refusal bad-request */
export function correctedValue(field: Field, value: string): Json {
  switch (field) {
    case 'title':
      return { text: value, spans: [] }
    case 'jurisdiction':
      return correctedJurisdiction(value)
    case 'date':
      return { ...correctedDate(value) }
    default:
      return value
  }
}

function correctedJurisdiction(code: string): Json {
  if (code === NATIONAL.code) return { ...NATIONAL, province: null, basis: 'person' }
  const place = referenceContext().gazetteer.byCode.get(code)
  if (place !== undefined) {
    const jurisdiction = asJurisdiction(place, 'person')
    return { ...jurisdiction, province: jurisdiction.province === null ? null : { ...jurisdiction.province } }
  }
  throw wrong('reports.correct.jurisdiction', { zh: `没有代码为“${code}”的行政区划。`, en: `There is no division with the code “${code}”.` })
}

function correctedDate(iso: string): ReportDate {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(iso) ?? []
  const isReal = year !== undefined && (month === undefined || isDay(Number(year), Number(month), Number(day ?? 1)))
  if (!isReal) throw wrong('reports.correct.date', { zh: `“${iso}”不是日期，请写成 2023-02-10、2023-02 或 2023。`, en: `“${iso}” is no date; write 2023-02-10, 2023-02 or 2023.` })
  const precision = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year'
  return { iso, precision, asWritten: iso, yearBasis: 'person' }
}

function isDay(year: number, month: number, day: number): boolean {
  const lengths = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (lengths[month - 1] ?? 0)
}

const codedApart = {
  zh: '这份报告正由几个人分别编码；判断不署名，会让别人看见，因此没有记下。编码者都完成后再作判断。',
  en: 'Several persons are coding this report apart from one another; a verdict bears no name and would be seen by all, so it was not kept. Give it when all coders are done.'
}

const wrong = (place: string, message: { zh: string; en: string }): Refusal => new Refusal({ kind: 'bad-request', message, place })
