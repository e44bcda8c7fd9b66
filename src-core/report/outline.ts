import type { Article } from '../source/article.ts'
import type { Span } from '../text/span.ts'
import { labelAt, type Footing, type Label, type LabelStyle } from './outline-labels.ts'
import { LISTS, nestMarks, type Mark } from './outline-nesting.ts'
import { parallelRuns } from './outline-parallel.ts'
import type { OutlineEntry } from './report.ts'

const LONGEST_HEADING_LINE = 45

/**
 * The outline of a report: numbered entries of every usual style, headings on lines of their own,
 * and unnumbered parallel runs, in the order of the text.
 *
 * Levels are what this document makes of them: a style seen for the first time inside another is one
 * level deeper; a style that comes back closes everything below it. A label counts only as part of a
 * run that begins at one and goes on.
 */
export function readOutline(article: Article): OutlineEntry[] {
  const { text, paragraphs } = article
  const sentences = paragraphs.map((paragraph) => sentencesOf(text, paragraph))
  const cells = new Set(article.cells)
  const labelled = keepRuns(collectLabels(text, paragraphs), paragraphs).filter(({ start }) => !cells.has(start))
  const taken = new Set([...labelled.map((mark) => mark.start), ...cells])
  const marks = [...labelled, ...headingLines(text, paragraphs, taken), ...parallelMarks(text, sentences, taken)]
  marks.sort((a, b) => a.start - b.start || depthOrder(a) - depthOrder(b))
  return nestMarks(text, marks, frameStarts(text, sentences))
}

/** Of entries at one place the wider one is outside. */
function depthOrder({ style }: Mark): number {
  return style === 'parallel-clause' ? 3 : style === 'parallel-part' ? 2 : style === 'parallel-sentence' ? 1 : 0
}

function sentencesOf(text: string, paragraph: Span): Span[] {
  const sentences: Span[] = []
  let start = paragraph.start
  for (let i = paragraph.start; i < paragraph.end; i++) {
    const code = text.charCodeAt(i)
    if (code !== FULL_STOP && code !== EXCLAMATION && code !== QUESTION) continue
    let end = i + 1
    while (end < paragraph.end && CLOSING.has(text[end]!)) end++
    sentences.push({ start, end })
    start = end
    i = end - 1
  }
  if (start < paragraph.end) sentences.push({ start, end: paragraph.end })
  return sentences
}

const FULL_STOP = 0x3002
const EXCLAMATION = 0xff01
const QUESTION = 0xff1f
const CLOSING = new Set('”’」』）)。！？')

interface Candidate {
  readonly start: number
  readonly label: Label
  readonly paragraph: number
  readonly footing: Footing
}

/** Every place that looks like a label, wherever a paragraph, a sentence or a clause begins. */
function collectLabels(text: string, paragraphs: readonly Span[]): Candidate[] {
  const found: Candidate[] = []
  paragraphs.forEach((paragraph, index) => {
    let footing: Footing | null = 'paragraph'
    for (let i = paragraph.start; i < paragraph.end; i++) {
      if (footing !== null) {
        const label = labelAt(text, i, footing)
        if (label !== null) found.push({ start: i, label, paragraph: index, footing })
      }
      const code = text.charCodeAt(i)
      footing = code >= 0x4e00 && code <= 0x9fff ? null : footingAfter(text[i]!, footing)
    }
  })
  return found
}

function footingAfter(character: string, before: Footing | null): Footing | null {
  switch (character) {
    case '。':
    case '！':
    case '？':
    case '；':
    case '：':
    case ':':
    case ';':
      return 'sentence'
    case '，':
    case ',':
    case '—':
      return 'clause'
    case '”':
    case '）':
    case '“':
    case ' ':
    case '　':
      return before
    default:
      return null
  }
}

/** Keeps the labels that belong to a run: 1 first, then one more each time, at least two. */
function keepRuns(candidates: readonly Candidate[], paragraphs: readonly Span[]): Mark[] {
  const runs: Candidate[][] = []
  const open = new Map<LabelStyle, Candidate[]>()
  for (const candidate of candidates) {
    const { style, ordinal } = candidate.label
    const run = open.get(style)
    if (run !== undefined && continues(run.at(-1)!, candidate)) run.push(candidate)
    else if (ordinal <= 1) {
      const begun = [candidate]
      runs.push(begun)
      open.set(style, begun)
    }
  }
  return runs.filter((run) => run.length > 1 || standsAlone(run[0]!)).flatMap((run) => marksOfRun(run, paragraphs))
}

/**
 * Whether a label goes on with a run: the next number, or the one after (a number dropped in the
 * text or lost in a copy does not end the run); a dash while no more than two paragraphs lie between.
 */
function continues(last: Candidate, next: Candidate): boolean {
  const { style, ordinal } = next.label
  if (style === 'dash') return next.paragraph - last.paragraph <= 3
  const step = ordinal - last.label.ordinal
  return style === 'sequence' ? step > 0 : step === 1 || step === 2
}

/** A first chapter or section without a second: a cut copy still has its heading. */
function standsAlone({ footing, label }: Candidate): boolean {
  return footing === 'paragraph' && (label.style === 'chapter' || label.style === 'section')
}

function marksOfRun(run: readonly Candidate[], paragraphs: readonly Span[]): Mark[] {
  return run.map(({ start, label, footing }, index) => ({
    start,
    style: label.style,
    label: label.text,
    opensParagraph: footing === 'paragraph',
    limit: index === run.length - 1 && LISTS.has(label.style) ? endOfLast(run, paragraphs) : null,
    beginsRun: index === 0
  }))
}

/** The last item of a list takes as many paragraphs as the one before it, where nothing says more. */
function endOfLast(run: readonly Candidate[], paragraphs: readonly Span[]): number {
  const last = run.at(-1)!.paragraph
  const length = Math.max(1, last - (run.at(-2)?.paragraph ?? last))
  return paragraphs[Math.min(last + length - 1, paragraphs.length - 1)]!.end
}

/** Headings on lines of their own: short, without a final mark, with text after them. */
function headingLines(text: string, paragraphs: readonly Span[], taken: ReadonlySet<number>): Mark[] {
  const marks: Mark[] = []
  const seen = new Set<Mark['style']>()
  for (let index = 0; index + 1 < paragraphs.length; index++) {
    const { start, end } = paragraphs[index]!
    if (end - start > LONGEST_HEADING_LINE || taken.has(start)) continue
    const line = text.slice(start, end)
    const next = paragraphs[index + 1]!
    const style = ANNEX.test(line) ? 'annex' : isHeadingLine(line, next.end - next.start) ? 'heading' : null
    if (style === null) continue
    marks.push({ start, style, label: '', opensParagraph: true, limit: null, beginsRun: !seen.has(style) })
    seen.add(style)
  }
  return marks
}

/** Fewer characters in the next paragraph and a line heads nothing; one with a full stop needs more under it. */
const SHORTEST_BODY = { underHeading: 8, underTopic: 24 }

const ANNEX = /^(?:附件\s*[0-9０-９一二三四五六七八九十]{0,2}|附录|注释|名词解释)[：:]?$/
const NO_HEADING = /^(?:各位|尊敬的|来源|时间|记者|同志们|[（(]|[-—]|\d+[.．]?\d*$|\d{4}[-年/]\d)|[ 　]|代表大会|会议上|(?:省长|市长|区长|县长|主席)$/

function isHeadingLine(line: string, body: number): boolean {
  const last = line[line.length - 1]!
  if (body < SHORTEST_BODY.underHeading || line.length < 4 || '！？；：，、…”）!?;:,'.includes(last) || NO_HEADING.test(line)) return false
  if (last === '。') return line.length <= 20 && body >= SHORTEST_BODY.underTopic && !/[，0-9０-９]/.test(line)
  return !line.includes('。') && /^[\u4e00-\u9fff“0-9０-９]/.test(line) && /[\u4e00-\u9fff]/.test(line)
}

const UNIT_STYLES = { sentence: 'parallel-sentence', part: 'parallel-part', clause: 'parallel-clause' } as const

function parallelMarks(text: string, sentences: readonly (readonly Span[])[], taken: ReadonlySet<number>): Mark[] {
  const marks: Mark[] = []
  for (const own of sentences) {
    for (const { items, unit } of parallelRuns(text, own)) {
      const limit = items[items.length - 1]!.end
      items.forEach(({ start }, index) => {
        if (taken.has(start)) return
        marks.push({ start, style: UNIT_STYLES[unit], label: '', opensParagraph: false, limit, beginsRun: index === 0 })
      })
    }
  }
  return marks
}

/** Sentences with which the meeting takes the word again (`会议要求，…`): they end every list before them. */
function frameStarts(text: string, sentences: readonly (readonly Span[])[]): number[] {
  const starts: number[] = []
  for (const own of sentences) {
    for (const { start, end } of own) {
      if (FRAME.test(text.slice(start, Math.min(end, start + 16)))) starts.push(start)
    }
  }
  return starts
}

const FRAME =
  /^(?:会议|会上|座谈会|与会|下一步|[\u4e00-\u9fff]{2,6})(?:还|最后|同时)?(?:指出|强调|要求|认为|明确|提出|号召|表示|以[\u4e00-\u9fff]{2,4}形式)/
