import { childOf, childrenOf, type Element } from './element.ts'

/**
 * As much of XML Schema as the schemas of REFI-QDA use: sequences and choices of elements with counts,
 * attributes, and the simple types of their values.
 */
export interface Schema {
  readonly nameSpace: string
  /** Types of the elements that a document may begin with. */
  readonly roots: ReadonlyMap<string, string>
  readonly complex: ReadonlyMap<string, Element>
  readonly simple: ReadonlyMap<string, (value: string) => boolean>
}

const nameOf = ({ attributes }: Element): string => attributes.get('name') ?? ''
const typeOf = ({ attributes }: Element): string => attributes.get('type') ?? ''

/** @param root the `schema` element of an .xsd file, names local */
export function schemaOf(root: Element): Schema {
  return {
    nameSpace: root.attributes.get('targetNamespace') ?? '',
    roots: new Map(childrenOf(root, 'element').map((each) => [nameOf(each), typeOf(each)])),
    complex: new Map(childrenOf(root, 'complexType').map((type) => [nameOf(type), type])),
    simple: new Map(childrenOf(root, 'simpleType').map((type) => [nameOf(type), restricted(childOf(type, 'restriction'))]))
  }
}

function restricted(restriction: Element | null): (value: string) => boolean {
  const facets = (kind: string): string[] => (restriction === null ? [] : childrenOf(restriction, kind).map(({ attributes }) => attributes.get('value') ?? ''))
  const patterns = facets('pattern').map((pattern) => new RegExp(`^(?:${pattern})$`))
  const values = new Set(facets('enumeration'))
  return (value) => patterns.every((pattern) => pattern.test(value)) && (values.size === 0 || values.has(value))
}

const year = String.raw`-?(?:[1-9]\d{3,}|0\d{3})`
const day = String.raw`${year}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`
const zone = String.raw`(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?`

/** The types that XML Schema itself has, of those that the schemas use. */
const builtIn: Readonly<Record<string, RegExp>> = {
  boolean: /^\s*(?:true|false|0|1)\s*$/,
  integer: /^\s*[+-]?\d+\s*$/,
  decimal: /^\s*[+-]?(?:\d+\.?\d*|\.\d+)\s*$/,
  date: new RegExp(String.raw`^\s*${day}${zone}\s*$`),
  dateTime: new RegExp(String.raw`^\s*${day}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?${zone}\s*$`)
}

/** What a document has against its schema, one sentence each; empty where it is valid. */
export function schemaFaults(root: Element, schema: Schema): string[] {
  const type = schema.roots.get(root.name)
  return type === undefined ? [`${root.name} is no root`] : elementFaults(root, type, schema)
}

function elementFaults(element: Element, type: string, schema: Schema): string[] {
  const complex = schema.complex.get(type)
  if (complex === undefined) {
    if (element.children.length > 0) return [`${element.name} is text and holds elements`]
    return fits(element.text, type, schema) ? [] : [`${element.name} is ${element.text}`]
  }
  if (element.text.trim() !== '') return [`${element.name} holds text`]
  return [...attributeFaults(element, complex, schema), ...childFaults(element, complex, schema)]
}

function fits(value: string, type: string, { simple }: Schema): boolean {
  const own = simple.get(type)
  return own === undefined ? (builtIn[type.slice(type.indexOf(':') + 1)]?.test(value) ?? true) : own(value.trim())
}

/** What every document may say of itself besides. */
const ofEveryDocument = new Set(['xmlns', 'xmlns:xsi', 'xsi:schemaLocation', 'xsi', 'schemaLocation'])

function attributeFaults({ name, attributes }: Element, complex: Element, schema: Schema): string[] {
  const declared = new Map(childrenOf(complex, 'attribute').map((each) => [nameOf(each), each]))
  const faults = [...attributes.keys()].filter((key) => !ofEveryDocument.has(key) && !declared.has(key)).map((key) => `${name}@${key} is not declared`)
  for (const [key, each] of declared) {
    const value = attributes.get(key)
    if (value === undefined) {
      if (each.attributes.get('use') === 'required') faults.push(`${name}@${key} is missing`)
    } else if (!fits(value, typeOf(each), schema)) faults.push(`${name}@${key} is ${value}`)
  }
  return faults
}

interface Walk {
  readonly element: Element
  readonly schema: Schema
  readonly faults: string[]
  /** The child that is looked at next. */
  next: number
}

/** The schemas are deterministic: which particle a child belongs to, its name alone tells. */
function childFaults(element: Element, complex: Element, schema: Schema): string[] {
  const walk: Walk = { element, schema, faults: [], next: 0 }
  for (const group of complex.children.filter(({ name }) => name === 'sequence' || name === 'choice')) particle(walk, group)
  const left = element.children[walk.next]
  if (left !== undefined) walk.faults.push(`${element.name}: ${left.name} stands out of order`)
  return walk.faults
}

function particle(walk: Walk, of: Element): void {
  if (of.name === 'element') declaredChildren(walk, of)
  else if (of.name === 'sequence') for (const each of of.children) particle(walk, each)
  else if (of.name === 'choice') chosenChildren(walk, of)
}

const countsOf = ({ attributes }: Element): { least: number; most: number } => {
  const most = attributes.get('maxOccurs') ?? '1'
  return { least: Number(attributes.get('minOccurs') ?? 1), most: most === 'unbounded' ? Infinity : Number(most) }
}

function declaredChildren(walk: Walk, declared: Element): void {
  const { element, schema, faults } = walk
  const { least, most } = countsOf(declared)
  let count = 0
  for (; element.children[walk.next]?.name === nameOf(declared); walk.next++) {
    count++
    faults.push(...elementFaults(element.children[walk.next]!, typeOf(declared), schema))
  }
  if (count < least || count > most) faults.push(`${element.name} has ${count} of ${nameOf(declared)}`)
}

function chosenChildren(walk: Walk, choice: Element): void {
  const { element, schema, faults } = walk
  const { least, most } = countsOf(choice)
  const mayBeNone = choice.children.some((each) => countsOf(each).least === 0)
  let count = 0
  for (let child = element.children[walk.next]; child !== undefined && count < most; child = element.children[++walk.next]) {
    const declared = choice.children.find((each) => nameOf(each) === child.name)
    if (declared === undefined) break
    count++
    faults.push(...elementFaults(child, typeOf(declared), schema))
  }
  if (count < least && !mayBeNone) faults.push(`${element.name} has none of ${choice.children.map(nameOf).join(', ')}`)
}
