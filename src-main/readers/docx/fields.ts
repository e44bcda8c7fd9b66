/** A field that is open: `{ PAGE \* MERGEFORMAT | 3 }`. What stands before the bar is no text, what stands after it is. */
interface Field {
  code: string
  isInResult: boolean
  isPageNumber: boolean
}

/** The fields that are open at one place, outermost first; they may span paragraphs and lie in one another. */
export interface OpenFields {
  readonly stack: Field[]
  /** How many of them are still in their code. */
  inCode: number
  /** How many of them give the number of a page, or how many pages there are. */
  pageNumbers: number
}

/** More fields in one another are no document. */
export const deepestFields = 64

export const noFields = (): OpenFields => ({ stack: [], inCode: 0, pageNumbers: 0 })

export function beginField(fields: OpenFields): void {
  fields.stack.push({ code: '', isInResult: false, isPageNumber: false })
  fields.inCode++
}

/** A piece of the code of the innermost field. */
export function addFieldCode(fields: OpenFields, text: string): void {
  const field = fields.stack.at(-1)
  if (field !== undefined && !field.isInResult && field.code.length < 4096) field.code += text
}

export function beginResult(fields: OpenFields): void {
  const field = fields.stack.at(-1)
  if (field === undefined || field.isInResult) return
  field.isInResult = true
  field.isPageNumber = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(field.code)
  fields.inCode--
  if (field.isPageNumber) fields.pageNumbers++
}

/** What a field without a result prints: text, or null where that is not known; undefined where it prints nothing. */
export type SilentText = string | null | undefined

/** Closes the innermost field. @returns what it prints where the file keeps no result of it */
export function endField(fields: OpenFields): SilentText {
  const field = fields.stack.pop()
  if (field === undefined) return undefined
  if (field.isPageNumber) fields.pageNumbers--
  if (field.isInResult) return undefined
  fields.inCode--
  return silentText(field.code)
}

/** `w:fldSimple`: the code is an attribute, the content is the result. */
export function beginSimpleField(fields: OpenFields, code: string): void {
  beginField(fields)
  addFieldCode(fields, code)
  beginResult(fields)
}

const circles = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/**
 * Word keeps no result of formula fields, with which it writes characters in circles
 * (`eq \o\ac(○,1)`) and readings above characters (`EQ \* jc2 \o\ad(\s\up 9(lǐ),李)`).
 */
function silentText(code: string): SilentText {
  const kind = /^\s*([a-z]+)/i.exec(code)?.[1]?.toUpperCase()
  if (kind === 'SYMBOL' || kind === 'LISTNUM' || kind?.startsWith('AUTONUM') === true) return null
  if (kind !== 'EQ') return undefined
  const circled = /\\o\s*\\a[clr]?\s*\(\s*[○◯〇]\s*[,，;；]\s*([^,，;；()]+?)\s*\)/i.exec(code)?.[1]
  if (circled !== undefined) return (/^\d{1,2}$/.test(circled) ? circles[Number(circled) - 1] : undefined) ?? circled
  return /\\o\s*(?:\\a[cldr]?\s*)?\(\s*\\s\s*\\up[^(]*\([^()]*\)\s*[,，;；]\s*([^()]+?)\s*\)/i.exec(code)?.[1] ?? null
}
