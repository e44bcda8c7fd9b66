import { SourceText } from '#core/source/source-text.ts'
import type { LineRole, Source } from '#core/source/source.ts'
import type { ReadingGround, Warning } from '../reader.ts'
import { refuse } from '../refusals.ts'
import { blocksOf, type PageBlock } from './blocks.ts'
import { findArticle, massesOf } from './find-article.ts'
import type { InfoItems } from './info-lines.ts'
import { factsOf, tight, type PageFacts } from './page-facts.ts'
import { isAttachmentLine, partsOf, type PageParts } from './page-parts.ts'
import { attributeOf, bodyOf, elementsOf, parsePage, rawText, type PageDocument } from './page-tree.ts'

export interface PageReading {
  readonly source: Source
  readonly warnings: readonly Warning[]
}

/**
 * The article of a page: title, day, source and author, then its lines, then the names of its
 * attachments; of a page that has none, all that it shows.
 *
 * @throws Refusal forbidden-markup, too-many-parts, nested-too-deep, empty
 */
export async function readPage(html: string, { fileName, folders }: ReadingGround): Promise<PageReading> {
  const document = parsePage(html, fileName)
  const body = bodyOf(document)
  if (body === null) throw refuse('empty', fileName)
  const facts = factsOf(document)
  const massOf = massesOf(body)
  if (massOf(body).units === 0) throw refuse('empty', fileName)
  const found = await findArticle(document, body, massOf)
  const { blocks, struck } = blocksOf(body, { asBlock: found?.container ?? null, numbered: showsNumbers(document) })
  const text = new SourceText()
  const warnings: Warning[] = []
  if (found === null) {
    writeWhole(text, blocks, facts)
    warnings.push(WHOLE_PAGE)
  } else {
    const parts = partsOf(blocks, { container: found.container, facts, massOf, isDocument: found.by === 'document' })
    writeParts(text, parts, facts)
    if (parts.isPartOnly) warnings.push(PART_ONLY)
    const outside = marksIn(blocks) - marksIn(parts.body)
    if (outside >= 10 && outside > marksIn(blocks) * proseOutside) warnings.push(OUTSIDE)
  }
  if (text.lineCount === 0) throw refuse('empty', fileName)
  if (struck > 0) warnings.push(struckOut(struck))
  return { source: text.source({ fileName, folders }), warnings }
}

function writeParts(text: SourceText, parts: PageParts, facts: PageFacts): void {
  if (parts.title !== null) line(text, parts.title, 'title')
  for (const block of parts.subtitles) line(text, block.text, 'heading')
  const date = agreed(facts.date, itemsOf(parts, 'date'), isSameDay)
  const source = agreed(facts.source, itemsOf(parts, 'source'), sharesName)
  const author = agreed(facts.author, itemsOf(parts, 'author'), sharesName)
  if (date !== null) line(text, date, 'publication-date')
  if (source !== null) line(text, source, 'publisher')
  if (author !== null && author !== source) line(text, author, 'byline')
  const named = new Set<string>()
  for (const block of parts.body) {
    if (isAttachmentLine(block)) named.add(tight(block.text))
    writeBlock(text, block)
  }
  for (const block of parts.attachments) {
    if (named.has(tight(block.text))) continue
    named.add(tight(block.text))
    line(text, block.text, 'attachment')
  }
  for (const item of new Set(parts.items.flatMap(({ editors }) => editors))) line(text, item, 'byline')
}

function writeWhole(text: SourceText, blocks: readonly PageBlock[], { title }: PageFacts): void {
  const headline = title === null ? undefined : blocks.find((block) => tight(block.text) === tight(title))
  for (const block of blocks) {
    if (block === headline) line(text, block.text, 'title')
    else writeBlock(text, block)
  }
}

function writeBlock(text: SourceText, block: PageBlock): void {
  if (isAttachmentLine(block)) {
    line(text, block.text, 'attachment')
    return
  }
  // a line break may be the end of a paragraph or that of a printed line: the text must tell
  text.line(block.text, { ...(block.role === null ? {} : { role: block.role }), ...(block.end === 'block' ? { endsParagraph: true } : {}) })
  if (block.end === 'blank') text.line('')
}

const line = (text: SourceText, words: string, role: LineRole): void => void text.line(words, { role, endsParagraph: true })

const itemsOf = (parts: PageParts, kind: 'date' | 'source' | 'author'): string[] => parts.items.flatMap((items: InfoItems) => items[kind] ?? [])

/** What the head of the page states, in the words that the page shows where these say the same. */
function agreed(stated: string | null, shown: readonly string[], isSame: (a: string, b: string) => boolean): string | null {
  if (stated === null) return shown[0] ?? null
  return shown.find((words) => isSame(words, stated)) ?? stated
}

function isSameDay(a: string, b: string): boolean {
  const day = (words: string): string => (/(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})/.exec(words) ?? []).slice(1, 4).map(Number).join('-')
  return day(a) !== '' && day(a) === day(b)
}

function sharesName(a: string, b: string): boolean {
  const name = (words: string): string => tight(words).replace(/^[^:：]{1,6}[:：]/, '')
  return name(a) !== '' && name(b) !== '' && (name(a).includes(name(b)) || name(b).includes(name(a)))
}

/** More of the page's prose than this outside the article: there may be a second one. */
const proseOutside = 0.3

/** Marks of prose outside links. */
const marksIn = (blocks: readonly PageBlock[]): number =>
  blocks.reduce((sum, { text, linked }) => (linked > 0.5 ? sum : sum + text.replace(/[^，。；！？]/g, '').length), 0)

/** A browser numbers the items of `<ol>` unless a style sheet says otherwise. */
function showsNumbers(document: PageDocument): boolean {
  for (const element of elementsOf(document)) {
    if (element.tagName === 'link' && /stylesheet/i.test(attributeOf(element, 'rel'))) return false
    if (element.tagName === 'style' && /list-style/i.test(rawText(element))) return false
  }
  return true
}

const WHOLE_PAGE: Warning = {
  kind: 'whole-page',
  message: {
    zh: '没有认出网页中的正文（可能是栏目页或首页），已读入页面上的全部文字，包括菜单。',
    en: 'No article was recognised in the page (perhaps an index page): all its visible text was read, menus included.'
  }
}

const OUTSIDE: Warning = {
  kind: 'text-outside-article',
  message: {
    zh: '网页上正文之外还有不少文字，没有读入。若其中有需要的内容，请把网页另存为文本后再导入。',
    en: 'There is much text on the page outside its article that was not read. If some of it is needed, save the page as text and import that.'
  }
}

const PART_ONLY: Warning = {
  kind: 'part-of-article',
  message: {
    zh: '这篇文章分成几页，文件里只有其中一页。',
    en: 'The article is spread over several pages, and this file holds one of them.'
  }
}

const struckOut = (count: number): Warning => ({
  kind: 'struck-out',
  message: {
    zh: `页面上有 ${count} 个字被划去（删除线），没有读入。`,
    en: `${count} characters are struck through on the page and were left out.`
  }
})
