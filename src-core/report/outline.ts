import type { Article } from '../source/article.ts'
import type { Span } from '../text/span.ts'
import { labelAt, type Footing, type Label, type LabelStyle } from './outline-labels.ts'
import { openingStart, parallelRuns } from './outline-parallel.ts'
import type { OutlineEntry } from './report.ts'

type Style = LabelStyle | 'heading' | 'parallel-sentence' | 'parallel-clause'

/** A place where an entry begins, before levels are known. */
interface Mark {
  readonly start: number
  readonly style: Style
  readonly ordinal: number
  readonly label: string
  readonly paragraph: number
  readonly opensParagraph: boolean
  /** Where a parallel item must end at the latest; null for labels and headings. */
  readonly limit: number | null
  /** Set where a run begins. */
  readonly beginsRun: boolean
}

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
  const labelled = keepRuns(collectLabels(text, paragraphs))
  const marks = [...labelled, ...headingLines(text, paragraphs, labelled), ...parallelMarks(text, sentences, labelled)]
  marks.sort((a, b) => a.start - b.start || depthOrder(a) - depthOrder(b))
  return nest(text, marks, paragraphs, frameStarts(text, sentences))
}

/** Of two entries at one place the numbered one is outside. */
function depthOrder(mark: Mark): number {
  return mark.style === 'parallel-clause' ? 2 : mark.style === 'parallel-sentence' ? 1 : 0
}

function sentencesOf(text: string, paragraph: Span): Span[] {
  const sentences: Span[] = []
  let start = paragraph.start
  for (let i = paragraph.start; i < paragraph.end; i++) {
    const character = text[i]
    if (character !== '。' && character !== '！' && character !== '？') continue
    let end = i + 1
    while (end < paragraph.end && CLOSING.has(text[end]!)) end++
    sentences.push({ start, end })
    start = end
    i = end - 1
  }
  if (start < paragraph.end) sentences.push({ start, end: paragraph.end })
  return sentences
}

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
function keepRuns(candidates: readonly Candidate[]): Mark[] {
  const runs: Candidate[][] = []
  const open = new Map<LabelStyle, Candidate[]>()
  for (const candidate of candidates) {
    const { style, ordinal } = candidate.label
    const run = open.get(style)
    const last = run?.at(-1)?.label.ordinal ?? 0
    if (style === 'dash' && run !== undefined && candidate.paragraph - run.at(-1)!.paragraph <= 3) run.push(candidate)
    else if (run !== undefined && last > 0 && continues(style, last, ordinal)) run.push(candidate)
    else if (ordinal <= 1) {
      const begun = [candidate]
      runs.push(begun)
      open.set(style, begun)
    }
  }
  const marks: Mark[] = []
  for (const run of runs) {
    if (run.length < 2 && !standsAlone(run[0]!)) continue
    run.forEach(({ start, label, paragraph, footing }, index) => {
      marks.push({
        start,
        style: label.style,
        ordinal: label.ordinal,
        label: label.text,
        paragraph,
        opensParagraph: footing === 'paragraph',
        limit: null,
        beginsRun: index === 0
      })
    })
  }
  return marks
}

/** The next number; a number dropped in the text (or lost in a copy) does not end the run. */
function continues(style: LabelStyle, last: number, ordinal: number): boolean {
  if (style === 'sequence') return ordinal > last
  return ordinal === last + 1 || ordinal === last + 2
}

/** A first chapter or section without a second: a cut copy still has its heading. */
function standsAlone(candidate: Candidate): boolean {
  return candidate.footing === 'paragraph' && (candidate.label.style === 'chapter' || candidate.label.style === 'section')
}

/** Headings on lines of their own: short, without a final mark, with text after them. */
function headingLines(text: string, paragraphs: readonly Span[], labelled: readonly Mark[]): Mark[] {
  const taken = new Set(labelled.map((mark) => mark.start))
  const marks: Mark[] = []
  for (let index = 0; index + 1 < paragraphs.length; index++) {
    const { start, end } = paragraphs[index]!
    if (taken.has(start) || !isHeadingLine(text, start, end)) continue
    if (paragraphs[index + 1]!.end - paragraphs[index + 1]!.start < 8) continue
    marks.push({
      start,
      style: 'heading',
      ordinal: 0,
      label: '',
      paragraph: index,
      opensParagraph: true,
      limit: null,
      beginsRun: marks.length === 0
    })
  }
  return marks
}

function isHeadingLine(text: string, start: number, end: number): boolean {
  const length = end - start
  if (length < 4 || length > LONGEST_HEADING_LINE) return false
  const last = text[end - 1]!
  if ('！？；：，、…”）'.includes(last)) return false
  const line = text.slice(start, end)
  if (last === '。') return length <= 20 && !line.includes('，')
  if (line.includes('。') || line.startsWith('——')) return false
  return /^[\u4e00-\u9fff“0-9０-９二]/.test(line) && !/^(?:各位|尊敬的|来源|时间|记者)/.test(line)
}

function parallelMarks(text: string, sentences: readonly (readonly Span[])[], labelled: readonly Mark[]): Mark[] {
  const taken = new Set(labelled.map((mark) => mark.start))
  const marks: Mark[] = []
  sentences.forEach((own, paragraph) => {
    for (const run of parallelRuns(text, own)) {
      run.items.forEach((item, index) => {
        if (taken.has(item.start)) return
        marks.push({
          start: item.start,
          style: run.unit === 'sentence' ? 'parallel-sentence' : 'parallel-clause',
          ordinal: index + 1,
          label: '',
          paragraph,
          opensParagraph: false,
          limit: run.items[run.items.length - 1]!.end,
          beginsRun: index === 0
        })
      })
    }
  })
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

const FRAME = /^(?:会议|会上|座谈会|与会|下一步|[\u4e00-\u9fff]{2,6})(?:还|最后|同时)?(?:指出|强调|要求|认为|明确|提出|号召|表示|以[\u4e00-\u9fff]{2,4}形式)/

const LISTS: ReadonlySet<Style> = new Set(['point', 'ordinal', 'sequence', 'dash', 'circled', 'parallel-sentence', 'parallel-clause'])

interface OpenEntry {
  readonly mark: Mark
  readonly level: number
  readonly run: number
}

/** Gives each mark its level, run, heading and stretch. */
function nest(text: string, marks: readonly Mark[], paragraphs: readonly Span[], frames: readonly number[]): OutlineEntry[] {
  const runs = new Map<Style, number>()
  const stack: OpenEntry[] = []
  const entries: (OpenEntry & { end: number })[] = []
  const close = (depth: number, at: number): void => {
    while (stack.length > depth) {
      const closed = entries.find((entry) => entry.mark === stack.at(-1)!.mark)
      if (closed !== undefined) closed.end = Math.min(closed.end, at)
      stack.pop()
    }
  }
  let frame = 0
  marks.forEach((mark) => {
    for (; frame < frames.length && frames[frame]! <= mark.start; frame++) {
      const list = stack.findIndex((open) => LISTS.has(open.mark.style))
      if (list >= 0) close(list, frames[frame]!)
    }
    while (stack.length > 0 && isOver(stack, mark, paragraphs)) close(stack.length - 1, listEnd(stack.at(-1)!.mark, paragraphs))
    const same = stack.findIndex((open) => open.mark.style === mark.style)
    if (same >= 0) close(same, mark.start)
    if (mark.beginsRun) runs.set(mark.style, (runs.get(mark.style) ?? 0) + 1)
    const entry = { mark, level: stack.length + 1, run: runs.get(mark.style) ?? 1, end: mark.limit ?? text.length }
    stack.push(entry)
    entries.push(entry)
  })
  for (; frame < frames.length; frame++) {
    const list = stack.findIndex((open) => LISTS.has(open.mark.style))
    if (list >= 0) close(list, frames[frame]!)
  }
  while (stack.length > 0 && LISTS.has(stack.at(-1)!.mark.style)) close(stack.length - 1, listEnd(stack.at(-1)!.mark, paragraphs))
  return entries.map(({ mark, level, run, end }) => ({
    level,
    label: mark.label,
    run,
    heading: headingOf(text, mark),
    start: mark.start,
    end
  }))
}

/** A list inside a paragraph is over when the next mark stands in another one and does not go on with it. */
function isOver(stack: readonly OpenEntry[], mark: Mark, paragraphs: readonly Span[]): boolean {
  const open = stack.at(-1)!.mark
  if (!LISTS.has(open.style) || open.style === mark.style && !mark.beginsRun) return false
  return listEnd(open, paragraphs) <= mark.start
}

function listEnd(mark: Mark, paragraphs: readonly Span[]): number {
  return mark.limit ?? paragraphs[mark.paragraph]!.end
}

/** The heading: the rest of a line of its own, else the first sentence or clause after the label. */
function headingOf(text: string, mark: Mark): string {
  const start = skipBlank(text, openingStart(text, skipBlank(text, mark.start + mark.label.length)))
  const wholeSentence = mark.opensParagraph && !LISTS.has(mark.style)
  let end = start
  while (end < text.length && !(wholeSentence ? SENTENCE_STOPS : CLAUSE_STOPS).has(text[end]!)) end++
  return text.slice(start, end).trimEnd()
}

const SENTENCE_STOPS = new Set('。！？；：\n')
const CLAUSE_STOPS = new Set('。！？；：，\n')

function skipBlank(text: string, at: number): number {
  let next = at
  while (text[next] === ' ' || text[next] === '　') next++
  return next
}
