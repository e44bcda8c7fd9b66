import { CodePoints } from '../text/code-points.ts'
import type { Span } from '../text/span.ts'
import { linkMark } from './project-words.ts'
import type { Project, ProjectLink, ProjectNote, ProjectSource } from './project.ts'
import type { ReceivedNote, ReceivedReport } from './received.ts'
import { readSummary } from './summary-notes.ts'
import { readVerdict, themeOfVerdicts } from './verdict-variables.ts'
import type { NotePlace, WorkLink, WorkSummary, WorkVerdict } from './work.ts'
import type { ThemeOf } from './theme-here.ts'

/** A link that this program drew between two passages: no note that is joined to words. */
export const isOwnLink = ({ notes: own }: ProjectLink, notes: ReadonlyMap<string, ProjectNote>): boolean => own.some((guid) => notes.get(guid)?.description.trim() === linkMark)

/** What a person said of themes in a report: variables of its source that this program wrote. */
export function verdictsOf({ values }: ProjectSource, { variables }: Project, themeOf: ThemeOf): { readonly verdicts: readonly WorkVerdict[]; readonly unknown: number } {
  const codes = new Map(variables.map((variable) => [variable.guid, themeOfVerdicts(variable)]))
  const said = values.flatMap(({ variable, value }) => {
    const [code, verdict] = [codes.get(variable) ?? null, readVerdict(value)]
    return code === null || verdict === null ? [] : [{ theme: themeOf(code), verdict }]
  })
  const verdicts = said.flatMap(({ theme, verdict }) => (theme === null ? [] : [{ ...theme, verdict }]))
  return { verdicts, unknown: said.length - verdicts.length }
}

export interface WordsOfProject {
  readonly project: Project
  readonly themeOf: ThemeOf
  readonly reports: readonly ReceivedReport[]
  /** Who a user is here. */
  readonly personOf: (by: string | null) => string
}

/** Sentences on cells, by the notes that they came as; null where its theme is none here. A note of which a report is missing is none. */
export function summariesOf({ project, themeOf, reports, personOf }: WordsOfProject): { readonly note: string; readonly summary: WorkSummary | null }[] {
  const places = new Map(project.sources.map(({ guid }, n) => [guid, n]))
  return project.notes.flatMap(({ guid, description, text, by, at, changedAt }) => {
    const mark = readSummary(description)
    if (mark === null) return []
    const own = mark.reports.flatMap((source) => places.get(source) ?? [])
    if (own.length < mark.reports.length || own.length === 0 || (mark.part === 'report' && own.length > 1)) return []
    const theme = themeOf(mark.theme)
    const passages = mark.passages.flatMap(({ source, place, quote }) => {
      const report = places.get(source)
      return report === undefined ? [] : [{ report, place: place === null ? null : inUnits(reports[report]!.text, place), quote }]
    })
    const { part, isFilled } = mark
    return [{ note: guid, summary: theme === null ? null : { ...theme, part, isFilled, reports: own, body: text, author: personOf(by), writtenAt: at ?? '', editedAt: changedAt ?? at ?? '', passages } }]
  })
}

function inUnits(text: string, place: Span): Span | null {
  const points = new CodePoints(text)
  const [start, end] = [points.toUnits(place.start), points.toUnits(place.end)]
  return start === null || end === null || end <= start ? null : { start, end }
}

/** Links of which both ends are notes here. @param noteOf the note that a selection, or a note, came as */
export function linksOf({ project, reports, personOf }: WordsOfProject, noteOf: ReadonlyMap<string, ReceivedNote>): { readonly links: readonly WorkLink[]; readonly used: readonly string[]; readonly loose: number } {
  const notes = new Map(project.notes.map((note) => [note.guid, note]))
  const places = new Map(reports.flatMap((report, n) => report.notes.map((note, m) => [note, { report: n, note: m }] as const)))
  const placeOf = (guid: string | null): NotePlace | undefined => {
    const note = guid === null ? undefined : noteOf.get(guid)
    return note === undefined ? undefined : places.get(note)
  }
  const used: string[] = []
  let loose = 0
  const links = project.links.flatMap((link) => {
    const [from, to] = [placeOf(link.from), placeOf(link.to)]
    if (from === undefined || to === undefined || (from.report === to.report && from.note === to.note)) {
      // a note that is joined to words is taken as one on them
      if (isOwnLink(link, notes) || ![link.from, link.to].some((end) => end !== null && notes.has(end))) loose++
      return []
    }
    const own = isOwnLink(link, notes) ? link.notes.flatMap((guid) => notes.get(guid) ?? []) : []
    used.push(...own.map(({ guid }) => guid))
    const [made] = own
    return [{ from, to, author: made === undefined ? '' : personOf(made.by), linkedAt: made?.at ?? '' }]
  })
  return { links, used, loose }
}
