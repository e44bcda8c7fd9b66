import type { XmlOpening } from '../xml.ts'

/** Vocabularies by the prefix that everybody knows them by, whatever prefix the file has; both the transitional and the strict names. */
const vocabularies: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  // what a prefix that is bound nowhere stands for
  ['w', 'w']
])

/** `w:p`, `mc:Choice`; `:name` for a vocabulary that holds no text. */
export const qualifiedName = ({ name, uri }: XmlOpening): string => `${vocabularies.get(uri) ?? ''}:${name}`

/** The value of a switch element (`<w:vanish/>`, `<w:b w:val="0"/>`). */
export const isOn = (value: string | null | undefined): boolean => !/^(?:0|false|off|none)$/i.test(value ?? '')

/** A whole number of an attribute, else null. */
export function wholeNumber(value: string | null | undefined): number | null {
  return value !== null && value !== undefined && /^\s*[+-]?\d{1,9}\s*$/.test(value) ? Number(value) : null
}
