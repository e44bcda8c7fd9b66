import type { Span } from '../text/span.ts'
import type { Unweighed, Weighed } from './doubt.ts'
import { endsSentence } from './kind.ts'
import { isFramingWhole, isIdeology, isPrinciple } from './kind-language.ts'
import { moodOf, type Mood } from './kind-mood.ts'
import { sectionsOf, type Section } from './kind-sections.ts'
import type { Report, StatementKind } from './report.ts'

/**
 * How narrowly the kind of each sentence was decided: whether its own words agree with what its part of the report
 * is for, and whether there is such a part at all.
 */
export function kindDoubts(report: Report): Unweighed[] {
  const { text, statements, outline } = report
  const sections = sectionsOf(text, outline)
  let at = -1
  return sentencesOfOneKind(report).map(([from, to]) => {
    const span = { start: statements[from]!.start, end: statements[to]!.end }
    while (at + 1 < sections.length && sections[at + 1]!.start <= span.start) at++
    return sentenceDoubt(text, span, { kind: statements[from]!.kind, section: sections[at]?.section ?? null })
  })
}

/** First and last statement of each sentence, in order: its kind was decided as one. */
export function sentencesOfOneKind({ text, statements }: Pick<Report, 'text' | 'statements'>): (readonly [first: number, last: number])[] {
  const sentences: (readonly [number, number])[] = []
  let from = 0
  statements.forEach((statement, index) => {
    const next = statements[index + 1]
    if (next !== undefined && next.kind === statement.kind && !endsSentence(text, statement.end, next.start)) return
    sentences.push([from, index])
    from = index + 1
  })
  return sentences
}

interface Decided {
  readonly kind: StatementKind
  readonly section: Section | null
}

function sentenceDoubt(text: string, span: Span, decided: Decided): Unweighed {
  const sentence = text.slice(span.start, Math.min(span.end, span.start + LONGEST_SENTENCE)).trim()
  return { key: `kind:${span.start}`, part: 'kind', span, evidence: [span], read: decided.kind, because: reasons(sentence, decided) }
}

/** More of a sentence is not looked at. */
const LONGEST_SENTENCE = 600

const WEIGHT = {
  wordsAgainst: { inSection: 0.08, free: 0.4 },
  even: { inSection: 0.05, free: 0.35 },
  noSection: { review: 0.2, plan: 0.1, framing: 0, procedure: 0 },
  againstSection: 0.4,
  guidelines: 0.35,
  principle: 0.3
} as const

function reasons(sentence: string, { kind, section }: Decided): Weighed[] {
  if (kind === 'procedure') return []
  const because: Weighed[] = []
  if (section === 'guidelines' && !isFramingWhole(sentence)) because.push([{ why: 'against-section', section }, WEIGHT.guidelines])
  if ((section === 'review' && kind === 'plan') || (section === 'plan' && kind === 'review')) because.push([{ why: 'against-section', section }, WEIGHT.againstSection])
  if (kind === 'framing') return because
  if (section === null) because.push([{ why: 'no-section' }, WEIGHT.noSection[kind]])
  if (isLikePrinciple(sentence)) because.push([{ why: 'like-a-principle' }, WEIGHT.principle])
  return [...because, ...moodReasons(moodOf(sentence), { kind, section })]
}

function moodReasons(mood: Mood, { kind, section }: Decided): Weighed[] {
  const lead = (mood.plan - mood.review) * (kind === 'plan' ? 1 : -1)
  const where = section === null ? 'free' : 'inSection'
  if (lead <= -EVEN) return [[{ why: 'words-say', kind: kind === 'plan' ? 'review' : 'plan' }, WEIGHT.wordsAgainst[where]]]
  return lead < EVEN ? [[{ why: 'words-even' }, WEIGHT.even[where]]] : []
}

/** A lead of less than one sign decides nothing. */
const EVEN = 3

/** What speaks of stance, duty and cause rather than of a measure or its outcome. */
const STANCE = /必须|我们(?:要|已|一定|将)|要坚持|坚持以|考验|担当|使命|征程|时刻|理念|观念|思想|伟业|力量|底色|大局|胸襟|心态|勉励|方法论|风险.{0,6}累积/

const isLikePrinciple = (sentence: string): boolean => STANCE.test(sentence) || isPrinciple(sentence) || isIdeology(sentence)
