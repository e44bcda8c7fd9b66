import type { OutlineEntry } from './report.ts'

/**
 * What the part of a report that a place stands in is for: telling what was done, what will be done,
 * under which guidelines, or explaining words at the end.
 */
export type Section = 'review' | 'plan' | 'guidelines' | 'appendix'

export interface SectionAt {
  readonly start: number
  readonly section: Section
}

const GLOSSARY = /^(?:名词解释|注释|注[:：]?$|名词注释|有关说明)/
const REVIEW = /回顾|总结|成就|成效|进展|工作情况|(?:过去|这)[一五5]年|主要做了|做了以下/
const PLAN = /安排|部署|打算|重点工作|主要工作|主要任务|重大任务|重点任务|目标任务|主要目标|预期目标|下一步|民生实事|工作计划|建议/
const GUIDELINES = /要求|原则|思路|考虑|遵循|指导思想|总体把握|把握(?:的|好)/

/** The section that a heading names, or null where it is a heading of its subject only. */
export function sectionNamed(heading: string): Section | null {
  if (GLOSSARY.test(heading)) return 'appendix'
  const review = heading.search(REVIEW)
  const plan = heading.search(PLAN)
  if (review >= 0 && (plan < 0 || !isFuture(heading))) return 'review'
  if (GUIDELINES.test(heading) && plan < 0) return 'guidelines'
  if (plan >= 0) return 'plan'
  return null
}

/** `二、“十四五”成就和“十五五”主要目标` names both: the text itself has to say where one ends. */
export function namesBoth(heading: string): boolean {
  return REVIEW.test(heading) && PLAN.test(heading) && isFuture(heading)
}

/** Two plan periods, or a review and the aims of the next period, in one heading. */
function isFuture(heading: string): boolean {
  return /(?:目标|任务|安排|部署|打算)/.test(heading) && /回顾|成就|成效|进展/.test(heading)
}

/**
 * The sections of a report in order, from its headings. Only headings on the outer levels count:
 * deep inside, `目标` and `要求` are words like others. An outer heading that names none
 * (`四、加强政府自身建设`) goes on with the section before it.
 */
export function sectionsOf(outline: readonly OutlineEntry[]): SectionAt[] {
  const sections: SectionAt[] = []
  for (const entry of outline) {
    if (entry.level > 2 || isRunningLabel(entry.label)) continue
    const named = sectionNamed(entry.heading)
    if (named !== null && entry.heading.length <= LONGEST_SECTION_HEADING) {
      sections.push({ start: entry.start, section: namesBoth(entry.heading) ? 'review' : named })
    }
  }
  return sections
}

const LONGEST_SECTION_HEADING = 40

/** Labels of points inside a text; they head measures, not parts of the report. */
function isRunningLabel(label: string): boolean {
  return label === '——' || /[是要]$/.test(label)
}
