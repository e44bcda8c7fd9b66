import { childOf, childrenOf, xmlTree, type XmlElement } from '../../../src-main/readers/xml.ts'

/** As much of XML Schema as the schemas of REFI-QDA use: sequences, counts, attributes, string patterns. */

interface Schema {
  readonly nameSpace: string
  readonly elements: ReadonlyMap<string, string>
  readonly complex: ReadonlyMap<string, XmlElement>
  readonly patterns: ReadonlyMap<string, RegExp>
}

const at = { place: 'schema', damaged: 'damaged-xml' } as const
const named = (element: XmlElement) => element.attributes.get('name') ?? ''

export function readSchema(xsd: string): Schema {
  const root = xmlTree(xsd, at)
  return {
    nameSpace: root.attributes.get('targetNamespace') ?? '',
    elements: new Map(childrenOf(root, 'element').map((element) => [named(element), element.attributes.get('type')!])),
    complex: new Map(childrenOf(root, 'complexType').map((type) => [named(type), type])),
    patterns: new Map(
      childrenOf(root, 'simpleType').map((type) => {
        const pattern = childOf(childOf(type, 'restriction')!, 'pattern')!.attributes.get('value')!
        return [named(type), new RegExp(`^(?:${pattern})$`)]
      })
    )
  }
}

/** What a document has against the schema. */
export function schemaFaults(xml: string, schema: Schema): string[] {
  const root = xmlTree(xml, at)
  const type = schema.elements.get(root.name)
  return type === undefined ? [`${root.name} is no root`] : elementFaults(root, type, schema)
}

function elementFaults(element: XmlElement, type: string, schema: Schema): string[] {
  if (element.uri !== schema.nameSpace) return [`${element.name} is not of the name space`]
  const complex = schema.complex.get(type)
  if (complex === undefined) return element.children.length > 0 ? [`${element.name} is text and holds elements`] : []
  if (element.text.trim() !== '') return [`${element.name} holds text`]
  return [...attributeFaults(element, complex, schema), ...sequenceFaults(element, complex, schema)]
}

function attributeFaults({ name, attributes }: XmlElement, complex: XmlElement, { patterns }: Schema): string[] {
  const declared = childrenOf(complex, 'attribute')
  const faults = [...attributes.keys()].filter((key) => key !== 'xmlns' && key !== 'schemaLocation' && !declared.some((each) => named(each) === key)).map((key) => `${name}@${key} is not declared`)
  for (const each of declared) {
    const value = attributes.get(named(each))
    const type = each.attributes.get('type')!
    if (value === undefined) {
      if (each.attributes.get('use') === 'required') faults.push(`${name}@${named(each)} is missing`)
    } else if (type.endsWith(':boolean') ? !/^(?:true|false|0|1)$/.test(value) : patterns.get(type)?.test(value) === false) {
      faults.push(`${name}@${named(each)} is ${value}`)
    }
  }
  return faults
}

function sequenceFaults(element: XmlElement, complex: XmlElement, schema: Schema): string[] {
  const faults: string[] = []
  let next = 0
  const sequence = childOf(complex, 'sequence')
  for (const each of sequence === null ? [] : childrenOf(sequence, 'element')) {
    const from = next
    while (element.children[next]?.name === named(each)) next++
    const count = next - from
    const [least, most] = [Number(each.attributes.get('minOccurs') ?? 1), each.attributes.get('maxOccurs') ?? '1']
    if (count < least || (most !== 'unbounded' && count > Number(most))) faults.push(`${element.name} has ${count} of ${named(each)}`)
    for (const child of element.children.slice(from, next)) faults.push(...elementFaults(child, each.attributes.get('type')!, schema))
  }
  if (next < element.children.length) faults.push(`${element.name}: ${element.children[next]!.name} stands out of order`)
  return faults
}
