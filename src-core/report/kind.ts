import type { Article } from '../source/article.ts'
import type { Span } from '../text/span.ts'
import {
  beginsWithVerb,
  isAttendance,
  isDemand,
  isFramingWhole,
  isIdeology,
  isMeetingHeld,
  isPrinciple,
  isProcedure,
  looksAhead,
  obliges,
  quotesAuthority
} from './kind-language.ts'
import { moodOf, type Mood } from './kind-mood.ts'
import { sectionsOf, type Section, type SectionAt } from './kind-sections.ts'
import type { OutlineEntry, StatementKind } from './report.ts'

/**
 * The kind of each clause: framing, review, plan or procedure. Decided for whole sentences, by the
 * section they stand in, by the speech-act frame that governs them (`会议强调，…`), and by their
 * own mood and ideology.
 *
 * @param clauses in order, disjoint; the result has one kind for each.
 */
export function readKinds(article: Article, clauses: readonly Span[], outline: readonly OutlineEntry[]): StatementKind[] {
  const { text } = article
  const reader = new KindReader(text, sectionsOf(text, outline))
  const kinds: StatementKind[] = []
  let from = 0
  clauses.forEach((clause, index) => {
    if (index + 1 < clauses.length && !endsSentence(text, clause.end, clauses[index + 1]!.start)) return
    const kind = reader.next({ start: clauses[from]!.start, end: clause.end })
    for (; from <= index; from++) kinds.push(kind)
  })
  return kinds
}

/** Whether a sentence ends between two neighbouring clauses; a line broken after a comma goes on. */
export function endsSentence(text: string, end: number, next: number): boolean {
  let at = end - 1
  while (at > 0 && at >= end - 3 && CLOSING.has(text[at]!)) at--
  const mark = text[at]!
  if (mark === '。' || mark === '！' || mark === '？') return true
  return !GOES_ON.has(mark) && text.slice(at + 1, next).includes('\n')
}

const CLOSING = new Set('”’」』）)》】\n')
const GOES_ON = new Set('，、；,;')

/** What the speaker is doing, until the next frame: telling how things are, or demanding. */
type Frame = 'telling' | 'demanding' | null

const SPEECH = /强调|要求|提出|号召|叮嘱|希望|部署|指出|明确|当前/
const DEMAND = /^.{0,24}?(?:强调|要求|提出|号召|叮嘱|希望|部署)(?:，|：|各|全|要)|^(?:当前和今后)/
const LISTED = /^(?:[一二三四五六七八九十]+[是要、]|（[一二三四五六七八九十]+）|\d+[.．、])/
const TELL = /(?:指出|认为|肯定|介绍|通报|表示|明确|透露|了解到)(?:，|：|了)/
const TELL_OF_TIME = /^.{0,16}(?:以来|年来|(?<!五”?)期间)，|^(?:去年|过去|据)|近年来|目前|截至|如今/

/** `会议指出，…`, `近年来，…`. */
function isTelling(words: string): boolean {
  return TELL.test(words.slice(0, LONGEST_OPENING)) || TELL_OF_TIME.test(words)
}

/** The verb of speech and its mark stand within so many characters. */
const LONGEST_OPENING = 28

/** How much a frame outweighs: a demand two signs of the past, a story what only looks like a measure. */
const FRAME_WEIGHT = { demanding: 8, demandingOfPast: 4, telling: 2 }

/** More of a sentence is not looked at. */
const LONGEST_SENTENCE = 1200

/** A text shorter than this without paragraphs is a quoted passage: nothing says that it tells a story. */
const LONGEST_PASSAGE = 400

const AGENCY = /^(?:[^，。：]{2,8}(?:消息|讯|电)(?:（[^）]{2,12}）)?[：:]?|（[^）]{2,12}）)/

/** Whether a sentence begins the part on what comes next. */
function turnsToPlan(sentence: string, period: string): boolean {
  const opening = sentence.slice(0, 12)
  if (period !== '' && opening.includes(period) && !/以来|建议|期间/.test(opening)) return true
  return /^(?:今后|未来|展望|下一步|明年|做好今年|今年(?:是|的|工作|经济))/.test(opening)
}

/** Whether a sentence demands, or lists what to do. */
function isMeasure(mood: Mood): boolean {
  return mood.demand > 0 || mood.bareVerbs >= 3
}

/** Reads the sentences of one report in order; what came before bears on what follows. */
class KindReader {
  readonly #text: string
  readonly #sections: readonly SectionAt[]
  readonly #isPassage: boolean
  #sectionIndex = -1
  #section: Section | null = null
  #turnsAt: string | null = null
  #frame: Frame = null
  #isOutlook = false
  #sentence = 0

  constructor(text: string, sections: readonly SectionAt[]) {
    this.#text = text
    this.#sections = sections
    this.#isPassage = text.length < LONGEST_PASSAGE && !text.includes('\n')
  }

  next(span: Span): StatementKind {
    while (this.#sectionIndex + 1 < this.#sections.length && this.#sections[this.#sectionIndex + 1]!.start <= span.start) {
      const next = this.#sections[++this.#sectionIndex]!
      this.#section = next.section
      this.#turnsAt = next.turnsAt
    }
    const sentence = this.#text.slice(span.start, Math.min(span.end, span.start + LONGEST_SENTENCE)).trim().replace(/[。！？]$/, '')
    const index = this.#sentence++
    const opensParagraph = span.start === 0 || this.#text[span.start - 1] === '\n'
    if (this.#turnsAt !== null && turnsToPlan(sentence, this.#turnsAt)) {
      this.#section = 'plan'
      this.#turnsAt = null
    }
    if (this.#section === 'appendix' || isProcedure(sentence)) return 'procedure'
    return this.#section === null ? this.#withoutSection(sentence, { index, opensParagraph }) : this.#inSection(sentence, this.#section)
  }

  #inSection(sentence: string, section: Section): StatementKind {
    if (isFramingWhole(sentence)) return 'framing'
    if (section === 'guidelines') return isDemand(sentence) ? 'plan' : 'framing'
    if (section === 'review') return 'review'
    return isPrinciple(sentence) ? 'framing' : 'plan'
  }

  #withoutSection(sentence: string, { index, opensParagraph }: { index: number; opensParagraph: boolean }): StatementKind {
    const words = index === 0 ? sentence.replace(AGENCY, '') : sentence
    const isFramed = SPEECH.test(words)
    if (isFramed && quotesAuthority(words)) return 'framing'
    this.#frame = this.#frameOf(words, { isFramed, opensParagraph })
    if (index <= 1 && isMeetingHeld(words)) return 'procedure'
    if (isAttendance(words) && (this.#frame !== 'demanding' || !isMeasure(moodOf(words)))) return 'procedure'
    if (!looksAhead(words) && (isFramingWhole(words) || isPrinciple(words) || isIdeology(words))) return 'framing'
    const mood = moodOf(words)
    if (this.#frame === 'demanding' && beginsWithVerb(words) && !mood.isPast) return 'plan'
    return this.#isPlan(words, mood) ? 'plan' : 'review'
  }

  /** A frame holds until the next; an outlook (`下一步，…`) for its paragraph and a list that follows it. */
  #frameOf(words: string, { isFramed, opensParagraph }: { isFramed: boolean; opensParagraph: boolean }): Frame {
    if (looksAhead(words)) {
      this.#isOutlook = true
      return 'demanding'
    }
    const isFrame = isFramed && DEMAND.test(words) ? 'demanding' : isTelling(words) ? 'telling' : null
    if (isFrame === null && opensParagraph && this.#isOutlook && !LISTED.test(words)) this.#frame = null
    if (isFrame !== null || opensParagraph) this.#isOutlook = false
    return isFrame ?? (this.#frame === 'telling' && obliges(words) ? 'demanding' : this.#frame)
  }

  /** In a story, and where a sentence of a longer text begins with its subject, only what says so is a plan. */
  #isPlan(words: string, mood: Mood): boolean {
    if (this.#frame === 'telling') return mood.demand >= mood.review + FRAME_WEIGHT.telling
    if (this.#frame === 'demanding') return mood.plan + (mood.isPast ? FRAME_WEIGHT.demandingOfPast : FRAME_WEIGHT.demanding) >= mood.review
    return this.#isPassage || beginsWithVerb(words) ? mood.plan >= mood.review : mood.demand > mood.review
  }
}
