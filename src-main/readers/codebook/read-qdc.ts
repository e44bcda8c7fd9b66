import { refuse } from '../refusals.ts'
import { childOf, childrenOf, xmlTree, type XmlElement } from '../xml.ts'

const nameSpace = 'urn:QDA-XML:codebook:1.0'

interface QdcCode {
  readonly guid: string
  readonly name: string
  readonly isCodable: boolean
  readonly color: string | null
  readonly description: string
  readonly codes: readonly QdcCode[]
}

interface QdcFile {
  readonly codes: readonly QdcCode[]
  readonly sets: readonly { readonly guid: string; readonly name: string; readonly members: readonly string[] }[]
}

/** A REFI-QDA codebook (.qdc). GUIDs lose their braces. @throws Refusal damaged-file, forbidden-markup and others of `readXml` */
export function readQdc(bytes: Uint8Array, place: string): QdcFile {
  const root = xmlTree(bytes, { place, damaged: 'damaged-xml' })
  const codes = childOf(root, 'Codes')
  if (root.name !== 'CodeBook' || root.uri !== nameSpace || codes === null) throw refuse('damaged-xml', place)
  const sets = childOf(root, 'Sets')
  return {
    codes: childrenOf(codes, 'Code').map((code) => codeOf(code, place)),
    sets: (sets === null ? [] : childrenOf(sets, 'Set')).map((set) => ({
      guid: guidOf(set, place),
      name: set.attributes.get('name') ?? '',
      members: childrenOf(set, 'MemberCode').map((member) => guidOf(member, place))
    }))
  }
}

function codeOf(element: XmlElement, place: string): QdcCode {
  const color = element.attributes.get('color') ?? ''
  return {
    guid: guidOf(element, place),
    name: element.attributes.get('name') ?? '',
    isCodable: !/^(?:false|0)$/.test(element.attributes.get('isCodable') ?? 'true'),
    color: /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(color) ? color : null,
    description: childOf(element, 'Description')?.text ?? '',
    codes: childrenOf(element, 'Code').map((code) => codeOf(code, place))
  }
}

function guidOf(element: XmlElement, place: string): string {
  const guid = (element.attributes.get('guid') ?? '').replace(/^\{(.*)\}$/, '$1').toLowerCase()
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(guid)) throw refuse('damaged-xml', place)
  return guid
}
