import { exchangedCodebook, type ExchangeLoss } from '../codebook/exchange-codes.ts'
import type { ExchangeLanguage } from '../codebook/exchange-description.ts'
import { CodePoints } from '../text/code-points.ts'
import type { Span } from '../text/span.ts'
import { describeMark } from './marks.ts'
import type { Project, ProjectCoding, ProjectNote, ProjectSelection, ProjectSource } from './project.ts'
import { factValues, factVariables, provinceCases } from './project-facts.ts'
import { ownOrigin, utcSeconds, type People } from './people.ts'
import { projectWords } from './project-words.ts'
import type { Work, WorkCoding, WorkNote, WorkReport } from './work.ts'

/** What of a work a project does not hold, or not as others would understand it. */
export type WorkLoss = ExchangeLoss | 'scores' | 'rejected-as-comments' | 'highlights-as-comments' | 'unplaced-notes' | 'unknown-themes' | 'gone-codings' | 'texts' | 'machine-codings' | 'codebook' | 'work' | 'corrections' | 'divisions' | 'rounds' | 'readings' | 'links' | 'other-codebooks'

export interface Lost {
  readonly what: WorkLoss
  /** How many; null where that is no question. */
  readonly count: number | null
}

export interface ProjectOptions {
  readonly language: ExchangeLanguage
  /** The GUID of something by its id: always the same for the same. Codes have theirs by `codeGuidOf`, as in a codebook file. */
  readonly guidOf: (id: string) => string
  readonly codeGuidOf: (theme: string) => string
}

/** The longest name of a selection; one that is longer is cut, and says so. */
const longestName = 200

interface Making extends ProjectOptions {
  readonly people: People
  /** Codes by the themes that they are; of themes that cannot be coded there are none. */
  readonly codes: ReadonlyMap<string, { readonly guid: string; readonly name: string }>
  readonly counts: Map<WorkLoss, number>
  readonly notes: ProjectNote[]
  /** How often something of a name was met: what else would be the same twice is told apart by its number. */
  readonly met: Map<string, number>
}

/** The same work gives the same project, GUID for GUID. */
export function projectOfWork(work: Work, options: ProjectOptions, people: People): { readonly project: Project; readonly losses: readonly Lost[] } {
  const { language, guidOf, codeGuidOf } = options
  const { file, losses } = exchangedCodebook(work.codebook, { language, guidOf: codeGuidOf })
  const codable = work.codebook.themes.filter(({ group }) => group === undefined)
  const codes = new Map(codable.map((theme) => [theme.id, { guid: theme.guid ?? codeGuidOf(theme.id), name: theme.name[language] }]))
  const making: Making = { ...options, people, codes, counts: new Map(), notes: [], met: new Map() }
  // two reports may have one text
  const made = work.reports.map((report) => sourceOf(making, report, guidOf(numbered(making, `source ${report.title}\0${report.hash}`))))
  const themes = new Map(work.codebook.themes.map((theme) => [theme.id, { guid: theme.guid ?? codeGuidOf(theme.id), name: theme.name[language] }]))
  const words = projectWords({ work, guidOf, people, themes, sources: made.map(({ source }) => source), ends: made.map(({ ends }) => ends) })
  if (words.unknownThemes > 0) lose(making, 'unknown-themes', words.unknownThemes)
  const project: Project = {
    name: work.name,
    origin: ownOrigin,
    users: people.users(),
    codes: file.codes,
    variables: [...factVariables(words.sources, guidOf), ...words.variables],
    cases: provinceCases(words.sources.map(({ guid }, n) => ({ about: work.reports[n]!.about, source: guid })), guidOf),
    sources: words.sources,
    notes: [...making.notes, ...words.notes],
    links: words.links,
    sets: file.sets.map(({ guid, name, members }) => ({ guid, name, description: '', codes: members, sources: [], notes: [] }))
  }
  const hasMachine = work.reports.some(({ machine }) => machine.some(({ themes }) => themes.length > 0))
  const counted = [...making.counts].map(([what, count]): Lost => ({ what, count }))
  return { project, losses: [...losses.map((what): Lost => ({ what, count: null })), ...(hasMachine ? [{ what: 'scores', count: null } as const] : []), ...counted] }
}

function numbered({ met }: Making, name: string): string {
  const nth = met.get(name) ?? 0
  met.set(name, nth + 1)
  return nth === 0 ? name : `${name} ${nth}`
}

const lose = ({ counts }: Making, what: WorkLoss, count = 1): void => void counts.set(what, (counts.get(what) ?? 0) + count)

/** `ends`: what each of its notes is joined by. */
function sourceOf(making: Making, report: WorkReport, guid: string): { readonly source: ProjectSource; readonly ends: readonly string[] } {
  const ground: SourceGround = { making, report, guid, points: new CodePoints(report.text) }
  const notes = report.notes.map((note) => noteOn(ground, note))
  const selections = [
    ...report.machine.flatMap(({ place, themes }) => coded(ground, place, { by: making.people.machine, at: null, themes, isRejected: false })),
    ...personSelections(ground),
    ...notes.flatMap(({ selection }) => selection ?? [])
  ]
  const source: ProjectSource = {
    guid, name: report.title, description: '', text: report.text, by: null, at: null, codings: [],
    selections: selections.sort((a, b) => a.start - b.start || a.end - b.end),
    notes: notes.flatMap(({ onSource }) => onSource ?? []),
    values: factValues(report.about, making.guidOf)
  }
  return { source, ends: notes.map(({ selection, onSource }) => selection?.guid ?? onSource!) }
}

interface SourceGround {
  readonly making: Making
  readonly report: WorkReport
  readonly guid: string
  readonly points: CodePoints
}

/** Decisions of one person on one stretch share a selection; what is rejected has none to code, and one of its own. */
function personSelections(ground: SourceGround): ProjectSelection[] {
  const { making, report } = ground
  const placed = report.codings.flatMap((coding) => {
    if (coding.places.length === 0) lose(making, 'gone-codings')
    return coding.places.map((place) => ({ coding, place }))
  })
  const keyOf = ({ coding: { coder, decision, theme, codedAt }, place }: { coding: WorkCoding; place: Span }): string =>
    `${coder}\0${codedAt}\0${decision === 'rejected' ? theme : ''}\0${place.start}-${place.end}`
  return [...Map.groupBy(placed, keyOf).values()].flatMap((own) => {
    const [{ coding, place }] = own as [(typeof own)[number]] // a group has one at least
    const [by, at] = [making.people.guidOf(coding.coder), utcSeconds(coding.codedAt)]
    return coded(ground, place, { by, at, themes: [...new Set(own.map(({ coding: { theme } }) => theme))], isRejected: coding.decision === 'rejected' })
  })
}

interface Coded {
  readonly by: string
  readonly at: string | null
  readonly themes: readonly string[]
  readonly isRejected: boolean
}

function coded(ground: SourceGround, place: Span, { by, at, themes, isRejected }: Coded): ProjectSelection[] {
  const { making, guid: source } = ground
  const known = themes.flatMap((theme) => making.codes.get(theme) ?? [])
  if (known.length < themes.length) lose(making, 'unknown-themes', themes.length - known.length)
  if (known.length === 0) return []
  const selection = selectionAt(ground, place, `${by} ${at ?? ''} ${isRejected ? `rejected ${known[0]!.guid}` : 'coded'}`)
  if (!isRejected) {
    const codings = known.map(({ guid }): ProjectCoding => ({ guid: making.guidOf(`coding ${selection.guid} ${guid}`), code: guid, by, at, notes: [] }))
    return [{ ...selection, by, at, codings }]
  }
  lose(making, 'rejected-as-comments')
  const description = describeMark({ kind: 'rejected', color: null, tags: [], theme: known[0]!, quote: '' })
  return [{ ...selection, guid: making.guidOf(`rejected ${source} ${selection.guid}`), by, at, description }]
}

function selectionAt({ making, report, guid, points }: SourceGround, { start, end }: Span, of: string): ProjectSelection {
  const [from, to] = [points.toPoints(start), points.toPoints(end)]
  return {
    guid: making.guidOf(`selection ${guid} ${from}-${to} ${of}`),
    name: shortened(report.text.slice(start, end)),
    description: '', start: from, end: to, by: null, at: null, changedAt: null, codings: [], notes: []
  }
}

function shortened(text: string): string {
  const characters = text.length > longestName ? [...text] : []
  return characters.length > longestName ? `${characters.slice(0, longestName - 1).join('')}…` : text
}

/** A note on words is one on their selection; a highlight is the selection alone, with a description. */
function noteOn(ground: SourceGround, note: WorkNote): { readonly selection?: ProjectSelection; readonly onSource?: string } {
  const { making } = ground
  const { place, body, color, tags } = note
  const made = { by: making.people.guidOf(note.author), at: utcSeconds(note.writtenAt), changedAt: note.editedAt === note.writtenAt ? null : utcSeconds(note.editedAt) }
  const theme = note.theme === null ? null : (making.codes.get(note.theme) ?? null)
  const id = numbered(making, `${ground.guid} ${note.writtenAt} ${note.author}`)
  const isOnWords = place !== null && place.end > place.start
  if (isOnWords && body === '') {
    lose(making, 'highlights-as-comments')
    const selection = selectionAt(ground, place, `highlight ${id}`)
    return { selection: { ...selection, ...made, description: describeMark({ kind: 'highlight', color, tags, theme, quote: '' }) } }
  }
  if (place === null) lose(making, 'unplaced-notes')
  const guid = making.guidOf(`note ${id}`)
  const quote = place === null ? note.quote.exact : ''
  const description = describeMark({ kind: body === '' ? 'highlight' : 'note', color, tags, theme, quote })
  making.notes.push({ guid, name: nameOf(body), description, text: body, ...made })
  return isOnWords ? { selection: { ...selectionAt(ground, place, `note ${id}`), ...made, notes: [guid] } } : { onSource: guid }
}

const nameOf = (body: string): string => {
  const [line = ''] = body.trim().split('\n')
  return line === '' ? '批注 Note' : [...line].slice(0, 40).join('')
}
