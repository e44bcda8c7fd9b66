import { attributeOf, hasAttribute, type PageElement } from './page-tree.ts'

/** What of a page is shown, as far as the page itself says it; style sheets are not applied. */

/** Not text of the page, whatever is in them. Controls hold what a reader may type, not what was published. */
const NOT_SHOWN = new Set(
  ('head script style noscript template iframe frame object embed applet audio video canvas svg math map rt rp ' +
    'input select option button textarea datalist output progress meter dialog noembed noframes').split(' ')
)

const BLOCKS = new Set(
  ('address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup p plaintext pre search section summary table tbody td ' +
    'tfoot th thead tr ul xmp').split(' ')
)

/** Struck through: no longer said. */
const STRUCK = new Set(['del', 's', 'strike'])

export const isStruck = ({ tagName }: PageElement): boolean => STRUCK.has(tagName)

export function isHidden(element: PageElement): boolean {
  if (NOT_SHOWN.has(element.tagName) || hasAttribute(element, 'hidden')) return true
  const style = attributeOf(element, 'style')
  return style !== '' && HIDING.test(style)
}

/** `font-size: 0` is how sites hide what search engines shall find. */
const HIDING = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$))/i

export function isBlock(element: PageElement): boolean {
  const display = /(?:^|[;\s])display\s*:\s*([a-z-]+)/i.exec(attributeOf(element, 'style'))?.[1]?.toLowerCase()
  if (display === 'inline' && element.tagName !== 'td') return false
  return BLOCKS.has(element.tagName) || display === 'block' || display === 'flex' || display === 'table'
}

/** Whether line ends in its text are shown. */
export function keepsLineEnds(element: PageElement): boolean | null {
  const space = /white-space\s*:\s*([a-z-]+)/i.exec(attributeOf(element, 'style'))?.[1]?.toLowerCase()
  if (space !== undefined) return space.startsWith('pre') || space === 'break-spaces'
  return ['pre', 'listing', 'xmp', 'plaintext'].includes(element.tagName) ? true : null
}
