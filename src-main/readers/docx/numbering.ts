import { childOf, childrenOf, type XmlElement } from '../xml.ts'
import type { StyleSheet } from './styles.ts'
import { isOn, wholeNumber } from './wordml.ts'

export interface ListLevel {
  readonly start: number
  readonly format: string
  /** `第%1章`: each `%n` stands for the number of level n. */
  readonly pattern: string
  readonly suffix: 'tab' | 'space' | 'nothing'
  /** null: begins anew after any higher level; 0: never; n: after level n or a higher one. */
  readonly restart: number | null
  /** Every number in it is decimal. */
  readonly isLegal: boolean
  /** Paragraph style that stands for this level. */
  readonly style: string | null
  /** Of the number. */
  readonly font: string | null
}

export interface List {
  /** Lists of the same abstract definition count on in one another. */
  readonly counts: string
  readonly levels: readonly (ListLevel | null)[]
  /** Where the first paragraph of this list begins to count anew, level by level. */
  readonly startsAnew: readonly (number | null)[]
}

/** A list by the `numId` of a paragraph; null where the file has none. */
export type Numbering = (numId: string) => List | null

/** Longer patterns are nothing that is printed. */
const longestPattern = 64

/** @param root of numbering.xml; null for a document without lists */
export function numberingOf(root: XmlElement | null, styles: StyleSheet): Numbering {
  if (root === null) return () => null
  const abstracts = byId(root, 'abstractNum', 'abstractNumId')
  const nums = byId(root, 'num', 'numId')
  const abstractOf = (num: XmlElement): string => valueOf(num, 'abstractNumId') ?? ''
  /** A definition may only point to the numbering style that holds the real one. */
  const realAbstract = (id: string): string => {
    const link = valueOf(abstracts.get(id) ?? null, 'numStyleLink')
    const linked = nums.get(link === null ? '' : (styles.listOfNumberingStyle(link) ?? ''))
    return linked === undefined ? id : abstractOf(linked)
  }
  const lists = new Map<string, List | null>()
  const build = (numId: string): List | null => {
    const num = nums.get(numId)
    if (num === undefined) return null
    const counts = realAbstract(abstractOf(num))
    const abstract = abstracts.get(counts)
    return abstract === undefined ? null : listOf(counts, abstract, childrenOf(num, 'lvlOverride'))
  }
  return (numId) => {
    let list = lists.get(numId)
    if (list === undefined) lists.set(numId, (list = build(numId)))
    return list
  }
}

function listOf(counts: string, abstract: XmlElement, overrides: readonly XmlElement[]): List {
  const levels: (ListLevel | null)[] = Array.from({ length: 9 }, () => null)
  const startsAnew: (number | null)[] = Array.from({ length: 9 }, () => null)
  const put = (element: XmlElement, index: number | null): void => {
    if (index !== null && index >= 0 && index < 9) levels[index] = levelOf(element, index)
  }
  for (const level of childrenOf(abstract, 'lvl')) put(level, wholeNumber(level.attributes.get('ilvl')))
  for (const override of overrides) {
    const index = wholeNumber(override.attributes.get('ilvl'))
    const level = childOf(override, 'lvl')
    const restart = index === null ? null : (levels[index]?.restart ?? null)
    if (level !== null) put(level, index)
    // Word takes no `lvlRestart` from an override ([MS-OI29500], on lvlRestart)
    if (level !== null && index !== null && levels[index]) levels[index] = { ...levels[index], restart }
    if (index !== null && index >= 0 && index < 9) startsAnew[index] = wholeNumber(valueOf(override, 'startOverride'))
  }
  return { counts, levels, startsAnew }
}

function levelOf(element: XmlElement, index: number): ListLevel {
  const suffix = valueOf(element, 'suff')
  const properties = childOf(element, 'rPr')
  const fonts = properties === null ? null : childOf(properties, 'rFonts')
  const legal = childOf(element, 'isLgl')
  const isPicture = childOf(element, 'lvlPicBulletId') !== null
  const restart = wholeNumber(valueOf(element, 'lvlRestart'))
  return {
    start: wholeNumber(valueOf(element, 'start')) ?? 0,
    format: isPicture ? 'bullet' : formatOf(element),
    pattern: isPicture ? '•' : (valueOf(element, 'lvlText') ?? '').slice(0, longestPattern),
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    restart: restart !== null && restart > index ? null : restart,
    isLegal: legal !== null && isOn(legal.attributes.get('val')),
    style: valueOf(element, 'pStyle'),
    font: fonts?.attributes.get('ascii') ?? fonts?.attributes.get('hAnsi') ?? null
  }
}

/** `001, 002, …` stands behind a choice, with a plain format for programs that do not know it. */
function formatOf(level: XmlElement): string {
  const choice = childOf(level, 'AlternateContent')
  const plain = childOf(level, 'numFmt') ?? descend(choice, 'Choice', 'numFmt')
  const pattern = plain?.attributes.get('format')
  if (plain?.attributes.get('val') !== 'custom') return plain?.attributes.get('val') ?? 'decimal'
  const zeros = /^(0{1,8})1\b/.exec(pattern ?? '')
  if (zeros !== null) return `zeros:${zeros[1]!.length + 1}`
  return descend(choice, 'Fallback', 'numFmt')?.attributes.get('val') ?? 'decimal'
}

const descend = (from: XmlElement | null, ...names: readonly string[]): XmlElement | null =>
  names.reduce<XmlElement | null>((at, name) => (at === null ? null : childOf(at, name)), from)

const valueOf = (parent: XmlElement | null, name: string): string | null => (parent === null ? null : (childOf(parent, name)?.attributes.get('val') ?? null))

const byId = (root: XmlElement, name: string, id: string): Map<string, XmlElement> =>
  new Map(childrenOf(root, name).map((element) => [element.attributes.get(id) ?? '', element]))
