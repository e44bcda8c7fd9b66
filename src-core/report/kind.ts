import type { Article } from '../source/article.ts'
import type { Span } from '../text/span.ts'
import { ideologyShare, isDemand, isFramingWhole, isMeetingNews, isProcedure, planMarks, reviewMarks } from './kind-language.ts'
import { sectionsOf, type Section, type SectionAt } from './kind-sections.ts'
import type { OutlineEntry, StatementKind } from './report.ts'

/**
 * The kind of each clause: framing, review, plan or procedure. Decided for whole sentences, by the
 * section they stand in, by the speech-act frame that governs them (`会议强调，…`), and by their
 * own marks of aspect, obligation and ideology.
 *
 * @param clauses in order, disjoint; the result has one kind for each.
 */
export function readKinds(article: Article, clauses: readonly Span[], outline: readonly OutlineEntry[]): StatementKind[] {
  const reader = new KindReader(article.text, sectionsOf(article.text, outline))
  let kind: StatementKind = 'procedure'
  let sentenceEnd = -1
  return clauses.map((clause) => {
    if (clause.start >= sentenceEnd) {
      sentenceEnd = endOfSentence(article.text, clause)
      kind = reader.next({ start: clause.start, end: sentenceEnd })
    }
    return kind
  })
}

function endOfSentence(text: string, clause: Span): number {
  let end = clause.start
  while (end < text.length && !'。！？\n'.includes(text[end]!)) end++
  return Math.max(Math.min(end + 1, text.length), clause.end)
}

/** What the speaker is doing, until the next frame: reporting, stating, or demanding. */
type Frame = 'telling' | 'demanding' | null

const DEMAND = /^.{0,24}?(?:强调|要求|提出|部署|号召|叮嘱|希望)(?:，|：|各|全|要)|^(?:下一步|今后|接下来|当前和今后)/
const TELL = /^.{0,24}?(?:指出|认为|肯定|介绍|通报|表示|明确|透露|了解到)(?:，|：|了)|^(?:近年来|去年|今年以来|过去|目前|截至|据)/

/** Whether a sentence begins the part on what comes next. */
function turnsToPlan(sentence: string, period: string): boolean {
  const opening = sentence.slice(0, 12)
  if (period !== '' && opening.includes(period) && !/以来|建议|期间/.test(opening)) return true
  return /^(?:今后|未来|展望|下一步|明年|做好今年|今年(?:是|的|工作|经济))/.test(opening)
}

/** Reads the sentences of one report in order; what came before bears on what follows. */
class KindReader {
  readonly #text: string
  readonly #sections: readonly SectionAt[]
  #sectionIndex = -1
  #section: Section | null = null
  #turnsAt: string | null = null
  #frame: Frame = null
  #sentence = 0

  constructor(text: string, sections: readonly SectionAt[]) {
    this.#text = text
    this.#sections = sections
  }

  next(span: Span): StatementKind {
    while (this.#sectionIndex + 1 < this.#sections.length && this.#sections[this.#sectionIndex + 1]!.start <= span.start) {
      const next = this.#sections[++this.#sectionIndex]!
      this.#section = next.section
      this.#turnsAt = next.turnsAt
    }
    const sentence = this.#text.slice(span.start, span.end).trim().replace(/[。！？]$/, '')
    const index = this.#sentence++
    if (this.#turnsAt !== null && turnsToPlan(sentence, this.#turnsAt)) {
      this.#section = 'plan'
      this.#turnsAt = null
    }
    if (this.#section === 'appendix' || isProcedure(sentence)) return 'procedure'
    return this.#section === null ? this.#withoutSection(sentence, index) : this.#inSection(sentence, this.#section)
  }

  #inSection(sentence: string, section: Section): StatementKind {
    if (isFramingWhole(sentence)) return 'framing'
    if (section === 'guidelines') return isDemand(sentence) ? 'plan' : 'framing'
    return section === 'review' ? 'review' : 'plan'
  }

  #withoutSection(sentence: string, index: number): StatementKind {
    if (DEMAND.test(sentence)) this.#frame = 'demanding'
    else if (TELL.test(sentence)) this.#frame = 'telling'
    const review = reviewMarks(sentence)
    const plan = planMarks(sentence)
    if (isMeetingNews(sentence) && (index < 4 || this.#frame !== 'demanding' || plan < 3)) return 'procedure'
    if (isFramingWhole(sentence) || ideologyShare(sentence) >= 0.5) return 'framing'
    const prior = this.#frame === 'demanding' ? 2 : this.#frame === 'telling' ? -2 : 0
    return plan + prior > review ? 'plan' : 'review'
  }
}
