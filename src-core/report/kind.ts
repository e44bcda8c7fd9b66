import type { Article } from '../source/article.ts'
import type { Span } from '../text/span.ts'
import type { OutlineEntry, StatementKind } from './report.ts'

/** Which half of a report a place stands in, as its headings say. */
type Section = 'review' | 'plan' | null

/**
 * The kind of each clause: framing, review, plan or procedure. Decided for whole sentences, by what
 * is said in them and by the section they stand in.
 *
 * @param clauses in order, disjoint; the result has one kind for each.
 */
export function readKinds(article: Article, clauses: readonly Span[], outline: readonly OutlineEntry[]): StatementKind[] {
  const sections = sectionsOf(outline)
  let kind: StatementKind = 'procedure'
  let sentenceEnd = -1
  return clauses.map((clause) => {
    if (clause.start >= sentenceEnd) {
      sentenceEnd = endOfSentence(article.text, clause)
      kind = kindOfSentence(article.text.slice(clause.start, sentenceEnd), sectionAt(sections, clause.start))
    }
    return kind
  })
}

function endOfSentence(text: string, clause: Span): number {
  let end = clause.start
  while (end < text.length && !'。！？\n'.includes(text[end]!)) end++
  return Math.max(end + 1, clause.end)
}

function sectionsOf(outline: readonly OutlineEntry[]): { entry: OutlineEntry; section: Section }[] {
  return outline.map((entry) => ({ entry, section: sectionNamed(entry.heading) })).filter((s) => s.section !== null)
}

function sectionNamed(heading: string): Section {
  if (/回顾|总结|成就|成效|工作情况/.test(heading)) return 'review'
  return /安排|部署|打算|任务|目标|重点工作|主要工作/.test(heading) ? 'plan' : null
}

function sectionAt(sections: readonly { entry: OutlineEntry; section: Section }[], at: number): Section {
  let section: Section = null
  for (const { entry, section: named } of sections) if (entry.start <= at && at < entry.end) section = named
  return section
}

function kindOfSentence(sentence: string, section: Section): StatementKind {
  if (/召开|出席|主持|参加会议|审议|致辞|附件/.test(sentence)) return 'procedure'
  if (/指导思想|两个确立|两个维护|二十大精神|重要讲话/.test(sentence)) return 'framing'
  if (section !== null) return section
  return /了|已|完成|实现|达到|增长|以来|过去/.test(sentence) ? 'review' : 'plan'
}
