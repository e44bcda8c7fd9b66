import { isSentenceEnd } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import type { FurnitureKind } from './article.ts'
import { cutStretch, joinLines, type Stretch } from './clean.ts'
import { furnitureKind } from './furniture.ts'
import { headlineLikeness, isHeadingForm } from './headlines.ts'
import type { PrintedLine } from './lines.ts'
import { withPageFurniture } from './page-furniture.ts'
import { openSentence, paragraphRuns } from './reflow.ts'

/** A paragraph of the source, read for what it can be in an article. */
export interface Part {
  readonly stretch: Stretch
  /** The printed lines it was read from; a cut part has those of the whole. */
  readonly lines: readonly Span[]
  /** null for text. */
  readonly furniture: FurnitureKind | null
  /** 0..1, 0 for what cannot be a headline. */
  readonly headline: number
  readonly isHeading: boolean
}

/** The paragraphs of a source in printed order, furniture and headlines set apart. */
export function partsOf(text: string, printed: readonly PrintedLine[]): Part[] {
  const lines = withPageFurniture(text, printed)
  const running = withoutPageEdges(lines)
  const parts = paragraphRuns(text, running).flatMap(([first, after]) => {
    const own = running.slice(first, after)
    return cutEnds(joinLines(text, own)).map((stretch) => classify(stretch, own))
  })
  const edges = lines.filter(isPageEdge).map((line): Part => ({ ...classify(joinLines(text, [line]), [line]), furniture: line.furniture, headline: 0, isHeading: false }))
  return edges.length === 0 ? parts : merged(parts, edges)
}

const PAGE_EDGES: ReadonlySet<FurnitureKind | null> = new Set<FurnitureKind | null>(['page-number', 'running-head', 'continuation'])
const isPageEdge = (line: PrintedLine): boolean => PAGE_EDGES.has(line.furniture)

/** The lines of text alone; a sentence goes on across the foot and the head of a page. */
function withoutPageEdges(lines: readonly PrintedLine[]): PrintedLine[] {
  const running: PrintedLine[] = []
  let isAfterEdge = false
  for (const line of lines) {
    if (isPageEdge(line)) isAfterEdge = true
    else {
      running.push(isAfterEdge && line.blanksBefore > 0 ? { ...line, blanksBefore: 0 } : line)
      isAfterEdge = false
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

function classify(stretch: Stretch, lines: readonly Span[]): Part {
  const furniture = furnitureKind(stretch.text, 0, stretch.text.length)
  const isHeading = furniture === null && isHeadingForm(stretch.text)
  const headline = isHeading ? headlineLikeness(stretch.text) : 0
  return { stretch, lines, furniture, headline, isHeading }
}

const CREDIT_AT_END = /[（(](?:据|来源|记者|本报记者|通讯员|作者|供稿|新华社记者)[^（）()。，；]{2,40}[）)]$/

/** A headline or a credit that was set in one paragraph with the text before it. */
function cutEnds(stretch: Stretch): Stretch[] {
  const { text } = stretch
  const end = Math.max(0, text.length - 60)
  const credit = '）)'.includes(text.charAt(text.length - 1)) ? CREDIT_AT_END.exec(text.slice(end)) : null
  if (credit !== null && isSentenceEnd(text, end + credit.index)) {
    return [cutStretch(stretch, 0, end + credit.index), cutStretch(stretch, end + credit.index, text.length)]
  }
  if (text.length < 12 || isSentenceEnd(text, text.length)) return [stretch]
  const tail = openSentence(text, 0, text.length)
  if (tail === null || tail.length === text.length || headlineLikeness(tail) < 0.6) return [stretch]
  const at = text.length - tail.length
  return text.endsWith(tail) ? [cutStretch(stretch, 0, at), cutStretch(stretch, at, text.length)] : [stretch]
}
