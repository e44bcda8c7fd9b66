import type { PageBlock } from './blocks.ts'
import { isFileLink, type MassOf } from './find-article.ts'
import { NO_ITEMS, hasItems, infoItems, isControls, isPageTurn, isRelatedHead, isSiteFoot, isWayfinding, type InfoItems } from './info-lines.ts'
import { headlineOf, tight, type PageFacts } from './page-facts.ts'
import { attributeOf, isWithin, namesOf, parentOf, type PageElement } from './page-tree.ts'

/** The lines of a page, by what they are to the article. */
export interface PageParts {
  readonly title: string | null
  readonly subtitles: readonly PageBlock[]
  readonly items: readonly InfoItems[]
  readonly body: readonly PageBlock[]
  /** Lines with the names of files, outside the body. */
  readonly attachments: readonly PageBlock[]
  /** The article goes on on other pages. */
  readonly isPartOnly: boolean
}

export interface PageGround {
  readonly container: PageElement
  readonly facts: PageFacts
  readonly massOf: MassOf
  /** The container is the whole page: no name of a site has to be cut from its title. */
  readonly isDocument: boolean
}

/** Lines that are looked at before and behind the body for day, source and attachments. */
const around = 10
/** Lines at the begin of the body that may still be its head. */
const headLines = 12

export function partsOf(blocks: readonly PageBlock[], ground: PageGround): PageParts {
  const { container, facts, isDocument } = ground
  const inside = blocks.map(({ element }) => isWithin(element, container))
  const first = inside.indexOf(true)
  const own = blocks.filter((block, n) => inside[n] === true && !isAside(block, ground))
  const asides = blocks.filter((block, n) => inside[n] === true && isAside(block, ground))
  const before = blocks.slice(0, Math.max(first, 0))
  const after = blocks.slice(inside.lastIndexOf(true) + 1)

  const shown = [...before, ...own.slice(0, headLines)].map(({ text }) => text)
  const stated = facts.title ?? headlineOf(facts, shown)
  const title = shown.find((line) => stated !== null && tight(line) === tight(stated)) ?? (isDocument ? onlyHeadline(own) : stated)
  // a headline may be broken into lines
  const isTitle = (block: PageBlock): boolean =>
    title !== null && (tight(block.text) === tight(title) || (block.role === 'heading' && block.text.length >= 4 && tight(title).includes(tight(block.text))))

  const head = headZone(before, isTitle)
  const tail = tailZone(after)
  const main = withoutEnds(own, isTitle)
  const subtitles = head.filter((block) => block.role === 'heading' && !isTitle(block) && isSubtitle(block))
  return {
    title,
    subtitles,
    items: [...[...head, ...main.head].map(({ text }) => infoItems(text)), ...[...main.tail, ...asides, ...tail].map(({ text }) => tailItems(text))].filter(hasItems),
    body: main.body,
    attachments: tail.filter((block, n) => namesFile(block) || (isAttachmentLabel(block.text) && tail[n + 1] !== undefined && namesFile(tail[n + 1]!))),
    isPartOnly: [...own.slice(-6), ...after.slice(0, around)].some((block) => isPageTurn(block.text) && block.links.length > 0)
  }
}

/** A document names itself where it has one first heading. */
function onlyHeadline(blocks: readonly PageBlock[]): string | null {
  const heads = blocks.filter(({ element }) => element.tagName === 'h1')
  return heads.length === 1 ? heads[0]!.text : null
}

/** The lines between the headline and the body. */
function headZone(before: readonly PageBlock[], isTitle: (block: PageBlock) => boolean): readonly PageBlock[] {
  const near = before.slice(-3 * around)
  const title = near.findLastIndex(isTitle)
  const zone = title === -1 ? near.slice(-around) : near.slice(title + 1)
  return zone.filter(({ text }) => text.length <= 200)
}

const isSubtitle = ({ text, linked }: PageBlock): boolean =>
  linked === 0 && text.length >= 4 && text.length <= 80 && !hasItems(infoItems(text)) && !isControls(text) && !isWayfinding(text) && !isRelatedHead(text)

/** The lines behind the body that still belong to the article. */
function tailZone(after: readonly PageBlock[]): readonly PageBlock[] {
  const end = after.findIndex(({ text }) => isWayfinding(text) || isRelatedHead(text) || (isSiteFoot(text) && !hasItems(infoItems(text))))
  return after.slice(0, Math.min(end === -1 ? after.length : end, around)).filter(({ text }) => text.length <= 200)
}

/** Beside and behind the body, only what says what it is counts, on a line of little else. */
function tailItems(text: string): InfoItems {
  const items = infoItems(text)
  if (items.left > 12 || text.length > 120) return NO_ITEMS
  return { ...items, date: items.date === null || /^\d/.test(items.date) ? null : items.date }
}

interface Main {
  readonly head: readonly PageBlock[]
  readonly body: readonly PageBlock[]
  readonly tail: readonly PageBlock[]
}

/** The body without its head (headline, day, source) and without what serves the screen at both ends. */
function withoutEnds(own: readonly PageBlock[], isTitle: (block: PageBlock) => boolean): Main {
  const head: PageBlock[] = []
  const kept: PageBlock[] = []
  let hasTitle = false
  let at = 0
  for (; at < Math.min(own.length, headLines); at++) {
    const block = own[at]!
    if (isTitle(block) && (!hasTitle || block.role === 'heading')) hasTitle = true
    else if (isWayfinding(block.text) || isControls(block.text) || isButton(block)) continue
    else if (isInfoLine(block)) head.push(block)
    else if (/[，。；]/.test(block.text) || kept.length === 3) break
    else kept.push(block)
  }
  const rest = [...kept, ...own.slice(at)]
  const related = rest.findIndex(({ text }, n) => n > 0 && isRelatedHead(text) && rest.slice(n + 1).every(isListed))
  const whole = related === -1 ? rest : rest.slice(0, related)
  const tail: PageBlock[] = []
  let end = whole.length
  for (; end > 0; end--) {
    const block = whole[end - 1]!
    if (isInfoLine(block) && !/^\s*(?:19|20)\d{2}年/.test(block.text)) tail.unshift(block)
    else if (!isFurniture(block)) break
  }
  const body = whole.slice(0, end).filter((block) => !(isFurniture(block) && block.links.length > 0))
  return { head, body, tail }
}

const isInfoLine = ({ text }: PageBlock): boolean => {
  if (text.length > 160) return false
  const items = infoItems(text)
  return hasItems(items) && items.left === 0
}

/** 图集, 专题: a link of a word over the text. */
const isButton = ({ text, linked, links }: PageBlock): boolean => linked === 1 && text.length <= 6 && !links.some(({ href }) => isFileLink(href))

const isFurniture = ({ text, linked, links }: PageBlock): boolean =>
  isControls(text) || (isWayfinding(text) && linked > 0) || (isPageTurn(text) && links.length > 0) || (isSiteFoot(text) && text.length <= 200 && !/。.*。/.test(text))

/** An entry of a list of other pages. */
const isListed = ({ text, linked }: PageBlock): boolean => linked > 0.5 || text.length <= 12

const ASIDES = new Set(['nav', 'footer', 'menu'])
const ASIDE_NAMES =
  /(?:^|[-_])(?:share|bdshare|bshare|jiathis|social|sns|related|relate|relevant|xgyd|xgwd|xgzc|recommend|prev|next|prenext|pagination|breadcrumb|breadcrumbs|crumb|crumbs|position|toolbar|tools|print|qrcode|ewm|erweima|copyright|comment|comments|sidebar|advert|adbox|nav|menu)(?:$|[-_\d])|sharebutton|bdsharebuttonbox/

/** Whether a line stands in a part of the container that is not the article: by its name, and by being short or links. */
function isAside({ element }: PageBlock, { container, massOf }: PageGround): boolean {
  for (let at: PageElement | null = element; at !== null && at !== container; at = parentOf(at)) {
    const { units, linked, marks } = massOf(at)
    const isList = linked * 2 >= units
    if ((ASIDES.has(at.tagName) || attributeOf(at, 'role') === 'navigation') && (isList || marks === 0)) return true
    if ((isList || (units <= 40 && marks === 0)) && namesOf(at).some((name) => ASIDE_NAMES.test(name))) return true
  }
  return false
}

const namesFile = ({ links }: PageBlock): boolean => links.some(({ href, text }) => text !== '' && isFileLink(href))

const isAttachmentLabel = (text: string): boolean => /^\s*(?:附件|附件下载|相关附件)\s*[:：]?\s*$/.test(text)

/** A line that names files and says nothing else: 附件：1.实施方案.docx */
export function isAttachmentLine({ text, links }: PageBlock): boolean {
  if (text.length > 200 || /[。；]/.test(text)) return false
  if (isAttachmentLabel(text)) return true
  const files = links.filter(({ href, text: words }) => words !== '' && isFileLink(href))
  const rest = files.reduce((left, { text: words }) => left.replace(words, ''), text)
  if (files.length > 0) return tight(rest).length <= 14
  return /^\s*(?:附件|附表|附)?[\s\d一二三四五六七八九十]*[:：.、]?[^，：]{1,100}\.(?:docx?|wps|pdf|ofd|xlsx?|et|pptx?|zip|rar)(?:\s*[（(][^）)]{1,20}[）)])?$/i.test(text)
}
