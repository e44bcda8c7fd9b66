import type { ExchangeCode } from '../codebook/exchange-codes.ts'
import { childOf, childrenOf, type Element } from './element.ts'
import {
  variableTypes, type Project, type ProjectCase, type ProjectCoding, type ProjectLink, type ProjectNote, type ProjectSelection, type ProjectSet, type ProjectSource,
  type ProjectUser, type ProjectVariable, type VariableValue
} from './project.ts'

/** What stands in a project and is no text: it cannot be taken in. */
export type NotTaken = 'picture' | 'audio' | 'video' | 'pdf-without-text' | 'text-missing' | 'without-guid'

export interface ReadProject {
  readonly project: Project
  readonly notTaken: readonly { readonly what: NotTaken; readonly name: string }[]
}

/** The text at a path that a source names, or null where there is none. */
export type TextAt = (path: string) => string | null

/**
 * A project from its elements, whichever program wrote it: GUIDs lose their braces, a text may stand in
 * the source or beside it, a PDF is taken by its text. What has no GUID cannot be told apart and is left out.
 *
 * @param root the `Project` element, names local
 */
export function projectOfElement(root: Element, textAt: TextAt): ReadProject {
  const notTaken: ReadProject['notTaken'][number][] = []
  const within = (name: string, child: string): Element[] => {
    const holder = childOf(root, name)
    return holder === null ? [] : childrenOf(holder, child).filter((each) => guidOf(each) !== '' || (notTaken.push({ what: 'without-guid', name: nameOf(each) }), false))
  }
  const book = childOf(root, 'CodeBook')
  const codes = book === null ? null : childOf(book, 'Codes')
  const holder = childOf(root, 'Sources')
  const sources: ProjectSource[] = []
  for (const each of holder?.children ?? []) {
    const taken = sourceOf(each, textAt)
    if (typeof taken === 'string') notTaken.push({ what: taken, name: nameOf(each) })
    else sources.push(taken)
  }
  const project: Project = {
    name: nameOf(root),
    origin: root.attributes.get('origin') ?? '',
    users: within('Users', 'User').map(userOf),
    codes: codes === null ? [] : childrenOf(codes, 'Code').map(codeOf),
    variables: within('Variables', 'Variable').map(variableOf),
    cases: within('Cases', 'Case').map(caseOf),
    sources,
    notes: within('Notes', 'Note').map((note) => noteOf(note, textAt)),
    links: within('Links', 'Link').map(linkOf),
    sets: within('Sets', 'Set').map(setOf)
  }
  return { project, notTaken }
}

const plainGuid = (guid: string | undefined): string => (guid ?? '').trim().replace(/^\{(.*)\}$/, '$1').toLowerCase()
const guidOf = ({ attributes }: Element): string => plainGuid(attributes.get('guid'))
const nameOf = ({ attributes }: Element): string => attributes.get('name') ?? ''
const descriptionOf = (each: Element): string => childOf(each, 'Description')?.text ?? ''
const madeOf = ({ attributes }: Element): { by: string | null; at: string | null } => ({
  by: attributes.has('creatingUser') ? plainGuid(attributes.get('creatingUser')) : null,
  at: attributes.get('creationDateTime') ?? null
})
const references = (each: Element, name: string): string[] => childrenOf(each, name).map(({ attributes }) => plainGuid(attributes.get('targetGUID')))

const userOf = (each: Element): ProjectUser => ({ guid: guidOf(each), name: nameOf(each), id: each.attributes.get('id') ?? '' })

function codeOf(each: Element): ExchangeCode {
  const color = each.attributes.get('color') ?? ''
  return {
    guid: guidOf(each),
    name: nameOf(each),
    isCodable: !/^(?:false|0)$/.test(each.attributes.get('isCodable') ?? 'true'),
    color: /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(color) ? color : null,
    description: descriptionOf(each),
    codes: childrenOf(each, 'Code').map(codeOf)
  }
}

const variableOf = (each: Element): ProjectVariable => ({
  guid: guidOf(each), name: nameOf(each), type: variableTypes.find((type) => type === each.attributes.get('typeOfVariable')) ?? 'Text', description: descriptionOf(each)
})

const valuesOf = (each: Element): VariableValue[] =>
  childrenOf(each, 'VariableValue').flatMap((value) => {
    const [variable] = references(value, 'VariableRef')
    const stated = value.children.find(({ name }) => name.endsWith('Value'))
    return variable === undefined || stated === undefined ? [] : [{ variable, value: stated.text }]
  })

const caseOf = (each: Element): ProjectCase => ({ guid: guidOf(each), name: nameOf(each), values: valuesOf(each), sources: references(each, 'SourceRef') })

const kinds: Readonly<Record<string, NotTaken>> = { PictureSource: 'picture', AudioSource: 'audio', VideoSource: 'video' }

function sourceOf(each: Element, textAt: TextAt): ProjectSource | NotTaken {
  const kind = kinds[each.name]
  if (kind !== undefined) return kind
  if (guidOf(each) === '') return 'without-guid'
  if (each.name !== 'PDFSource') return textSourceOf(each, textAt) ?? 'text-missing'
  // what is coded on its pages as rectangles has no characters; its text has
  const text = childOf(each, 'Representation')
  const taken = text === null ? null : textSourceOf(text, textAt)
  if (taken === null) return 'pdf-without-text'
  const whole = textSourceOf({ ...each, children: each.children.filter(({ name }) => name !== 'PlainTextSelection') }, () => '')!
  return { ...taken, guid: whole.guid, name: whole.name, codings: [...whole.codings, ...taken.codings], notes: [...whole.notes, ...taken.notes], values: [...whole.values, ...taken.values] }
}

function textSourceOf(each: Element, textAt: TextAt): ProjectSource | null {
  const path = each.attributes.get('plainTextPath')
  const text = childOf(each, 'PlainTextContent')?.text ?? textAt(path ?? '')
  if (text === null) return null
  return {
    guid: guidOf(each), name: nameOf(each), description: descriptionOf(each), text, ...madeOf(each),
    selections: childrenOf(each, 'PlainTextSelection').map(selectionOf),
    codings: childrenOf(each, 'Coding').flatMap(codingOf),
    notes: references(each, 'NoteRef'),
    values: valuesOf(each)
  }
}

const selectionOf = (each: Element): ProjectSelection => ({
  guid: guidOf(each), name: nameOf(each), description: descriptionOf(each), ...madeOf(each),
  start: Number(each.attributes.get('startPosition') ?? Number.NaN),
  end: Number(each.attributes.get('endPosition') ?? Number.NaN),
  changedAt: each.attributes.get('modifiedDateTime') ?? null,
  codings: childrenOf(each, 'Coding').flatMap(codingOf),
  notes: references(each, 'NoteRef')
})

function codingOf(each: Element): ProjectCoding[] {
  const [code] = references(each, 'CodeRef')
  return code === undefined ? [] : [{ guid: guidOf(each), code, ...madeOf(each), notes: references(each, 'NoteRef') }]
}

const noteOf = (each: Element, textAt: TextAt): ProjectNote => ({
  guid: guidOf(each), name: nameOf(each), description: descriptionOf(each), ...madeOf(each),
  text: childOf(each, 'PlainTextContent')?.text ?? textAt(each.attributes.get('plainTextPath') ?? '') ?? '',
  changedAt: each.attributes.get('modifiedDateTime') ?? null
})

function linkOf(each: Element): ProjectLink {
  const { attributes } = each
  const end = (name: string): string | null => (attributes.has(name) ? plainGuid(attributes.get(name)) : null)
  const direction = (['Associative', 'OneWay', 'Bidirectional'] as const).find((one) => one === attributes.get('direction')) ?? null
  return { guid: guidOf(each), name: nameOf(each), direction, from: end('originGUID'), to: end('targetGUID'), notes: references(each, 'NoteRef') }
}

const setOf = (each: Element): ProjectSet => ({
  guid: guidOf(each), name: nameOf(each), description: descriptionOf(each),
  codes: references(each, 'MemberCode'), sources: references(each, 'MemberSource'), notes: references(each, 'MemberNote')
})
