import { childOf, childrenOf, type XmlElement } from '../xml.ts'
import { isOn, wholeNumber } from './wordml.ts'

/** Which list a paragraph counts in. `null`: not said here. */
export interface ListPlace {
  readonly numId: string | null
  /** 0 to 8. */
  readonly level: number | null
}

/** What styles.xml says that bears on the text. Styles are known by their ids; a chain of `basedOn` is followed. */
export interface StyleSheet {
  /** The style of paragraphs that name none. */
  readonly defaultParagraph: string | null
  /** `outline` is what the paragraph itself says: 0–8, 9 for body text, null where it is silent. */
  role(style: string | null, outline: number | null): 'title' | 'heading' | null
  /** The list that a style or one it is based on counts in. */
  list(style: string | null): string | null
  /** The style and those it is based on, nearest first, each with the level of a list that it names itself. */
  lineage(style: string | null): readonly StyleLevel[]
  /** Whether text in these two is hidden: the property flips with each style that sets it. */
  hides(paragraphStyle: string | null, characterStyle: string | null): boolean
  /** The list of a numbering style. */
  listOfNumberingStyle(style: string): string | null
}

export interface StyleLevel {
  readonly style: string
  readonly level: number | null
}

interface Style {
  readonly name: string
  readonly basedOn: string | null
  readonly outline: number | null
  readonly list: ListPlace
  readonly isHidden: boolean | null
}

/** A chain longer than this is a loop. */
const longestLineage = 32

/** @param root of styles.xml; null for a document without styles */
export function styleSheet(root: XmlElement | null): StyleSheet {
  const styles = new Map<string, Style>()
  let defaultParagraph: string | null = null
  for (const element of root === null ? [] : childrenOf(root, 'style')) {
    const id = element.attributes.get('styleId')
    if (id === undefined) continue
    styles.set(id, styleOf(element))
    const { attributes } = element
    if (attributes.get('type') === 'paragraph' && attributes.has('default') && isOn(attributes.get('default'))) defaultParagraph = id
  }
  const resolved = new Map<string, ResolvedStyle>()
  const resolve = (style: string | null): ResolvedStyle => {
    if (style === null) return unstyled
    let known = resolved.get(style)
    if (known === undefined) resolved.set(style, (known = resolvedStyle(style, styles)))
    return known
  }
  return {
    defaultParagraph,
    lineage: (style) => resolve(style).lineage,
    role: (style, outline) => {
      const { role, outline: inherited } = resolve(style)
      const level = outline ?? inherited
      if (role === 'title') return 'title'
      return level === null ? role : level < 9 ? 'heading' : null
    },
    list: (style) => resolve(style).numId,
    hides: (paragraphStyle, characterStyle) => resolve(paragraphStyle).isHidden !== resolve(characterStyle).isHidden,
    listOfNumberingStyle: (style) => styles.get(style)?.list.numId ?? null
  }
}

/** A style with what it has from those it is based on. */
interface ResolvedStyle {
  readonly lineage: readonly StyleLevel[]
  readonly role: 'title' | 'heading' | null
  readonly outline: number | null
  readonly numId: string | null
  readonly isHidden: boolean
}

const unstyled: ResolvedStyle = { lineage: [], role: null, outline: null, numId: null, isHidden: false }

function resolvedStyle(id: string, styles: ReadonlyMap<string, Style>): ResolvedStyle {
  const chain: Style[] = []
  const lineage: StyleLevel[] = []
  for (let at: string | null = id; at !== null && chain.length < longestLineage;) {
    const style = styles.get(at)
    if (style === undefined || chain.includes(style)) break
    chain.push(style)
    lineage.push({ style: at, level: style.list.level })
    at = style.basedOn
  }
  const first = <T>(of: (style: Style) => T | null): T | null => chain.map(of).find((found) => found !== null) ?? null
  return {
    lineage,
    role: first(({ name }) => roleOfName(name)),
    outline: first(({ outline }) => outline),
    numId: first(({ list }) => list.numId),
    isHidden: first(({ isHidden }) => isHidden) ?? false
  }
}

function styleOf(element: XmlElement): Style {
  const valueOf = (parent: XmlElement | null, name: string): string | null => (parent === null ? null : (childOf(parent, name)?.attributes.get('val') ?? null))
  const paragraph = childOf(element, 'pPr')
  const run = childOf(element, 'rPr')
  const vanish = run === null ? null : childOf(run, 'vanish')
  const list = paragraph === null ? null : childOf(paragraph, 'numPr')
  return {
    name: valueOf(element, 'name') ?? '',
    basedOn: valueOf(element, 'basedOn'),
    outline: wholeNumber(valueOf(paragraph, 'outlineLvl')),
    list: { numId: valueOf(list, 'numId'), level: wholeNumber(valueOf(list, 'ilvl')) },
    isHidden: vanish === null ? null : isOn(vanish.attributes.get('val'))
  }
}

/** Built-in styles have English names in every language of Word; those of people and of WPS may not. */
function roleOfName(name: string): 'title' | 'heading' | null {
  if (/^(?:title|(?:公文|文章|文件|报告|主|大|总)?标题)$/i.test(name.trim())) return 'title'
  return /^(?:heading|标题) ?[1-9]$/i.test(name.trim()) ? 'heading' : null
}
