import { CodePoints } from '../text/code-points.ts'
import type { Span } from '../text/span.ts'
import { utcSeconds, type People } from './people.ts'
import type { Made, ProjectLink, ProjectNote, ProjectSource, ProjectVariable } from './project.ts'
import { describeSummary, nameOfSummary, type SummaryMark } from './summary-notes.ts'
import { verdictValue, verdictVariable } from './verdict-variables.ts'
import type { Work, WorkLink, WorkNote, WorkSummary } from './work.ts'

/** What a note on a link says it is. */
export const linkMark = '类型 Kind：连接 Link'

interface Code {
  readonly guid: string
  readonly name: string
}

export interface WordsGround {
  readonly work: Work
  readonly guidOf: (id: string) => string
  readonly people: People
  /** All themes of its codebook, those that only hold others too. */
  readonly themes: ReadonlyMap<string, Code>
  /** For each report. */
  readonly sources: readonly ProjectSource[]
  /** What each note of each report is joined by: its selection, or itself. */
  readonly ends: readonly (readonly string[])[]
}

/** What stands on cells and between passages, as a project holds it. */
export interface ProjectWords {
  /** With the verdicts on them, and the summaries of them alone. */
  readonly sources: readonly ProjectSource[]
  readonly variables: readonly ProjectVariable[]
  readonly notes: readonly ProjectNote[]
  readonly links: readonly ProjectLink[]
  /** Verdicts and summaries on themes that the codebook does not have. */
  readonly unknownThemes: number
}

export function projectWords(ground: WordsGround): ProjectWords {
  const { work, themes, sources } = ground
  const isKnown = ({ theme }: { readonly theme: string }): boolean => themes.has(theme)
  const summaries = work.summaries.filter(isKnown).map((summary) => ({ summary, note: summaryNote(ground, summary) }))
  const said = work.reports.map(({ verdicts }) => verdicts.filter(isKnown))
  const met = new Map<string, number>()
  const links = work.links.map((link) => linkOf(ground, link, met))
  const variableOf = (theme: string): string => ground.guidOf(`variable verdict ${themes.get(theme)!.guid}`)
  const judged = [...new Set(said.flat().map(({ theme }) => theme))]
  return {
    sources: sources.map((source, n) => ({
      ...source,
      notes: [...source.notes, ...summaries.flatMap(({ summary: { reports }, note }) => (reports.length === 1 && reports[0] === n ? [note.guid] : []))],
      values: [...source.values, ...said[n]!.map(({ theme, verdict }) => ({ variable: variableOf(theme), value: verdictValue(verdict) }))]
    })),
    variables: judged.map((theme) => verdictVariable(variableOf(theme), themes.get(theme)!)),
    notes: [...summaries.map(({ note }) => note), ...links.map(({ note }) => note)],
    links: links.map(({ link }) => link),
    unknownThemes: work.summaries.length - summaries.length + work.reports.flatMap(({ verdicts }) => verdicts).length - said.flat().length
  }
}

function summaryNote({ work, guidOf, people, themes, sources }: WordsGround, summary: WorkSummary): ProjectNote {
  const { theme, part, body, isFilled, author, writtenAt, editedAt } = summary
  const mark: SummaryMark = {
    part, isFilled, theme: themes.get(theme)!,
    reports: summary.reports.map((n) => ({ title: work.reports[n]!.title, guid: sources[n]!.guid })),
    passages: summary.passages.map(({ report, place, quote }) => ({ source: sources[report]!.guid, quote, place: place === null ? null : inPoints(work.reports[report]!.text, place) }))
  }
  const guid = guidOf(`summary ${mark.theme.guid} ${part} ${mark.reports.map((report) => report.guid).join(' ')}`)
  return { guid, name: nameOfSummary(mark), description: describeSummary(mark), text: body, ...madeBy(people, author, writtenAt), changedAt: editedAt === writtenAt ? null : utcSeconds(editedAt) }
}

function inPoints(text: string, { start, end }: Span): Span {
  const points = new CodePoints(text)
  return { start: points.toPoints(start), end: points.toPoints(end) }
}

const madeBy = (people: People, person: string, at: string): Made => ({ by: people.guidOf(person), at: utcSeconds(at) })

/** The standard's links name nobody: who drew it, and when, is with a note on it. */
function linkOf({ work, guidOf, people, ends }: WordsGround, { from, to, author, linkedAt }: WorkLink, met: Map<string, number>): { readonly link: ProjectLink; readonly note: ProjectNote } {
  const [origin, target] = [ends[from.report]![from.note]!, ends[to.report]![to.note]!]
  // of two between the same ends each has a GUID of its own
  const nth = met.get(`${origin} ${target}`) ?? 0
  met.set(`${origin} ${target}`, nth + 1)
  const id = `${origin} ${target}${nth === 0 ? '' : ` ${nth}`}`
  const text = [from, to].map(({ report, note }) => quoted(work.reports[report]!.notes[note]!)).join(' — ')
  const note: ProjectNote = { guid: guidOf(`note of link ${id}`), name: '连接 Link', description: linkMark, text, ...madeBy(people, author, linkedAt), changedAt: null }
  return { note, link: { guid: guidOf(`link ${id}`), name: '连接 Link', direction: 'Associative', from: origin, to: target, notes: [note.guid] } }
}

const quoted = ({ quote, body }: WorkNote): string => `“${quote.exact === '' ? body : quote.exact}”`
