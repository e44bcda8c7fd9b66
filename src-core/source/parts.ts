import { isSentenceEnd } from '../text/sentences.ts'
import type { FurnitureKind } from './article.ts'
import { cutStretch, joinLines, type Stretch } from './clean.ts'
import { furnitureKind } from './furniture.ts'
import { clauseHeadlineLikeness, headlineLikeness, isHeadingForm, isNumberedHeading } from './headlines.ts'
import type { PrintedLine } from './lines.ts'
import { withPageFurniture } from './page-furniture.ts'
import { openSentence, paragraphRuns } from './reflow.ts'
import { furnitureOfRole } from './roles.ts'
import type { LineRole } from './source.ts'

/** A paragraph of the source, read for what it can be in an article. */
export interface Part {
  readonly stretch: Stretch
  /** The printed lines it was read from; a cut part has those of the whole. */
  readonly lines: readonly PrintedLine[]
  /** null for text. */
  readonly furniture: FurnitureKind | null
  /** 0..1, 0 for what cannot be a headline. */
  readonly headline: number
  readonly isHeading: boolean
  /** What the format says it is; null where it does not say. */
  readonly role: LineRole | null
}

/** The paragraphs of a source in printed order, furniture and headlines set apart. */
export function partsOf(text: string, printed: readonly PrintedLine[]): Part[] {
  const lines = withPageFurniture(text, printed)
  const running = withoutAsides(lines)
  const parts = paragraphs(text, running)
  if (running.length === lines.length) return withLinkLists(parts)
  const edges = lines.filter(isPageEdge).flatMap((line): Part[] => {
    const stretch = joinLines(text, [line])
    return stretch.text === '' ? [] : [{ stretch, lines: [line], furniture: line.furniture, headline: 0, isHeading: false, role: line.role }]
  })
  const notes = paragraphs(text, lines.filter(isNote))
  return withLinkLists(merged(parts, notes.length === 0 ? edges : merged(edges, notes)))
}

const paragraphs = (text: string, lines: readonly PrintedLine[]): Part[] =>
  paragraphRuns(text, lines).flatMap(([first, after]) => {
    const own = lines.slice(first, after)
    return cutEnds(joinLines(text, own), own).flatMap((stretch) => (stretch.text === '' ? [] : [classify(stretch, own)]))
  })

/** Headlines of other pages under 相关报道： and the like, at the end of a source. */
function withLinkLists(parts: readonly Part[]): Part[] {
  const lastText = parts.findLastIndex((part) => part.furniture === null && !part.isHeading)
  const label = parts.findIndex((part, n) => n > lastText && part.furniture === 'site-furniture' && /^(?:相关|热门|推荐|延伸)/.test(part.stretch.text))
  if (label === -1) return [...parts]
  return parts.map((part, n) => (n > label && part.isHeading ? { ...part, furniture: 'site-furniture' as const, isHeading: false, headline: 0 } : part))
}

const PAGE_EDGES: ReadonlySet<FurnitureKind | null> = new Set<FurnitureKind | null>(['page-number', 'running-head', 'continuation'])
const isPageEdge = (line: PrintedLine): boolean => PAGE_EDGES.has(line.furniture)

const isNote = (line: PrintedLine): boolean => line.role === 'footnote'

/** The lines of text alone; a sentence goes on across the foot and the head of a page. */
function withoutAsides(lines: readonly PrintedLine[]): PrintedLine[] {
  const running: PrintedLine[] = []
  let isAfterAside = false
  for (const line of lines) {
    if (isPageEdge(line) || isNote(line)) isAfterAside = true
    else {
      running.push(isAfterAside && line.blanksBefore > 0 ? { ...line, blanksBefore: 0 } : line)
      isAfterAside = false
    }
  }
  return running
}

/** Both lists by where they begin in the source. */
function merged(parts: readonly Part[], edges: readonly Part[]): Part[] {
  const beginOf = (part: Part) => part.stretch.pieces[0]?.source ?? part.lines[0]!.start
  const all: Part[] = []
  let next = 0
  for (const part of parts) {
    while (next < edges.length && beginOf(edges[next]!) < beginOf(part)) all.push(edges[next++]!)
    all.push(part)
  }
  return [...all, ...edges.slice(next)]
}

/** What lines that make one paragraph are to an article; null where they hold no text. */
export function partOf(text: string, lines: readonly PrintedLine[]): Part | null {
  const stretch = joinLines(text, lines)
  return stretch.text === '' ? null : classify(stretch, lines)
}

function classify(stretch: Stretch, lines: readonly PrintedLine[]): Part {
  const { role } = lines[0]!
  const isLine = lines.length === 1 && stretch.pieces[0]!.source === lines[0]!.start
  const form = (isLine ? lines[0]!.furniture : null) ?? furnitureKind(stretch.text, 0, stretch.text.length)
  if (role !== null) return classifyByRole(role, { stretch, lines, furniture: furnitureOfRole(role, form) })
  const isHeading = form === null && isHeadingForm(stretch.text)
  const headline = form !== null ? 0 : isHeading ? headlineLikeness(stretch.text) : clauseHeadlineLikeness(stretch.text)
  return { stretch, lines, furniture: form, headline, isHeading, role }
}

/** What the format calls a title reads like a headline whatever its words; a heading inside does so by half. */
function classifyByRole(role: LineRole, part: Pick<Part, 'stretch' | 'lines' | 'furniture'>): Part {
  const { text } = part.stretch
  const isHeading = part.furniture === null && (role === 'title' || (role === 'heading' && text.length <= LONGEST_HEADING && !/[。；]/.test(text)))
  const likeness = isHeading ? Math.max(headlineLikeness(text), clauseHeadlineLikeness(text)) : 0
  const isTitle = isHeading && role === 'title' && !isNumberedHeading(text)
  return { ...part, headline: isTitle ? Math.max(likeness, 0.7) : Math.min(likeness, 0.5), isHeading, role }
}

const LONGEST_HEADING = 80

const CREDIT_AT_END = /[（(](?:据|来源|记者|本报记者|通讯员|作者|供稿|新华社记者)[^（）()。，；]{2,40}[）)]$/

/**
 * Headlines and credits that were set in one paragraph with the text around them. Where the format keeps
 * paragraphs, a headline has its own, and only the credit at the end of one is cut.
 */
function cutEnds(stretch: Stretch, lines: readonly PrintedLine[]): Stretch[] {
  const { role, endsParagraph } = lines.at(-1)!
  if (role !== null) return [stretch]
  const cuts = endsParagraph === null ? [...headlineCuts(stretch.text), ...tailCut(stretch.text)] : (creditCut(stretch.text) ?? [])
  if (cuts.length === 0) return [stretch]
  const bounds = [...new Set([0, ...cuts, stretch.text.length])].sort((a, b) => a - b)
  return bounds.slice(1).map((end, n) => cutStretch(stretch, bounds[n]!, end))
}

/** Where the credit begins that ends a text, after a sentence; none inside one; null where no credit ends it. */
function creditCut(text: string): number[] | null {
  const from = Math.max(0, text.length - 60)
  const credit = '）)'.includes(text.charAt(text.length - 1)) ? CREDIT_AT_END.exec(text.slice(from)) : null
  if (credit === null) return null
  return isSentenceEnd(text, from + credit.index) ? [from + credit.index] : []
}

function tailCut(text: string): number[] {
  const credit = creditCut(text)
  if (credit !== null) return credit
  if (text.length < 12 || isSentenceEnd(text, text.length)) return []
  const tail = openSentence(text, 0, text.length)
  const isHeadline = tail !== null && tail.length < text.length && text.endsWith(tail) && headlineLikeness(tail) >= 0.6
  return isHeadline ? [text.length - tail.length] : []
}

/** …活动。湖北召开全省民政工作会议｜2月8日，湖北省…: a dateline right behind a headline, in a text without lines. */
function headlineCuts(text: string): number[] {
  const cuts: number[] = []
  for (let at = text.indexOf('日，'); at !== -1; at = text.indexOf('日，', at + 1)) {
    const day = /(?:\d{4}年)?\d{1,2}月\d{1,2}$/.exec(text.slice(Math.max(0, at - 10), at))
    if (day === null) continue
    const end = at - day[0].length
    const headline = openSentence(text, Math.max(0, end - 90), end)
    if (headline === null || headline.length === 0 || !text.startsWith(headline, end - headline.length)) continue
    if (headlineLikeness(headline) >= 0.7 && !/[\d年至到—~、于在]$/.test(headline)) cuts.push(end - headline.length, end)
  }
  return cuts
}
