import type { ExchangeCode } from '../codebook/exchange-codes.ts'
import { CodePoints } from '../text/code-points.ts'
import type { Project, ProjectCoding, ProjectSource } from './project.ts'

/**
 * What a project has against it that its schema cannot say: a GUID that is given twice, a reference to
 * nothing, a position outside its text, words that do not stand where they are said to.
 */
export function projectFaults(project: Project): string[] {
  const { users, codes, variables, cases, sources, notes, links, sets } = project
  const faults: string[] = []
  const selections = sources.flatMap((source) => source.selections)
  const codings = [...sources.flatMap((source) => source.codings), ...selections.flatMap((selection) => selection.codings)]
  const kinds = {
    user: guidsOf(users), code: codeGuids(codes), variable: guidsOf(variables), case: guidsOf(cases), source: guidsOf(sources), note: guidsOf(notes),
    selection: guidsOf(selections), coding: guidsOf(codings), link: guidsOf(links), set: guidsOf(sets)
  }
  const all = new Set<string>()
  for (const [kind, guids] of Object.entries(kinds)) {
    for (const guid of guids) {
      if (all.has(guid)) faults.push(`${kind} ${guid} is there twice`)
      all.add(guid)
    }
  }
  const known = Object.fromEntries(Object.entries(kinds).map(([kind, guids]) => [kind, new Set(guids)])) as Record<keyof typeof kinds, Set<string>> // the same keys
  const must = (kind: keyof typeof kinds, guid: string | null, where: string): void => {
    if (guid !== null && !known[kind].has(guid)) faults.push(`${where}: there is no ${kind} ${guid}`)
  }
  for (const { guid, by, code, notes: own } of codings) {
    must('user', by, guid)
    must('code', code, guid)
    own.forEach((note) => must('note', note, guid))
  }
  for (const { guid, by, notes: own } of [...sources, ...selections]) {
    must('user', by, guid)
    own.forEach((note) => must('note', note, guid))
  }
  for (const note of notes) must('user', note.by, note.guid)
  for (const { guid, values } of [...cases, ...sources]) values.forEach(({ variable }) => must('variable', variable, guid))
  for (const one of [...cases, ...sets]) one.sources.forEach((source) => must('source', source, one.guid))
  for (const set of sets) set.codes.forEach((code) => must('code', code, set.guid))
  for (const link of links) link.notes.forEach((note) => must('note', note, link.guid))
  for (const { guid, from, to } of links) for (const end of [from, to]) if (end !== null && !all.has(end)) faults.push(`${guid}: there is no ${end}`)
  return [...faults, ...codableFaults(codes, codings), ...sources.flatMap(textFaults)]
}

const guidsOf = (list: readonly { readonly guid: string }[]): string[] => list.map(({ guid }) => guid)

const codeGuids = (codes: readonly ExchangeCode[]): string[] => codes.flatMap((code) => [code.guid, ...codeGuids(code.codes)])

function codableFaults(codes: readonly ExchangeCode[], codings: readonly ProjectCoding[]): string[] {
  const groups = new Set<string>()
  const look = (code: ExchangeCode): void => {
    if (!code.isCodable) groups.add(code.guid)
    code.codes.forEach(look)
  }
  codes.forEach(look)
  return codings.filter(({ code }) => groups.has(code)).map(({ guid, code }) => `${guid}: ${code} only holds other codes`)
}

function textFaults({ guid, text, selections }: ProjectSource): string[] {
  const points = new CodePoints(text)
  return selections.flatMap((selection) => {
    const [start, end] = [points.toUnits(selection.start), points.toUnits(selection.end)]
    if (start === null || end === null || end <= start) return [`${selection.guid}: ${selection.start}–${selection.end} is no place of ${guid}`]
    return text.slice(start, end).startsWith(selection.name.replace(/…$/, '')) ? [] : [`${selection.guid}: the words are not at ${selection.start}–${selection.end}`]
  })
}
