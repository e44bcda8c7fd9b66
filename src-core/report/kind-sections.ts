import type { OutlineEntry } from './report.ts'

/**
 * What the part of a report that a place stands in is for: telling what was done, what will be done,
 * under which guidelines, or explaining words at the end.
 */
export type Section = 'review' | 'plan' | 'guidelines' | 'appendix'

export interface SectionAt {
  readonly start: number
  readonly section: Section | null
  /**
   * The plan period at which a section that its heading calls both (`“十四五”成就和“十五五”目标`)
   * turns from review to plan; '' where any word of the future does; null for a section of one kind.
   */
  readonly turnsAt: string | null
}

const GLOSSARY = /^(?:名词解释|注释|注[:：]?$|名词注释|有关说明)/
const REVIEW = /回顾|工作总结|发展成就|主要成就|工作成效|工作情况|工作进展|(?:过去|这)[一五5]年|主要做了|做了以下|[一五5]年来的?工作/
const PLAN = /安排|部署|打算|重点工作|主要工作|工作任务|主要任务|重大任务|重点任务|目标任务|奋斗目标|政策取向|主要目标|预期目标|下一步|民生实事|工作计划|的建议/
const GUIDELINES = /要求|原则|思路|考虑|遵循|指导思想|总体把握|把握(?:的|好)/

/** A heading that says what was reached or is to be done about one subject heads no section. */
const OF_A_SUBJECT = /取得|得到|展示|实现|办好|必须|迈[上出]|完成/

/** The section that a heading names, or null where it is a heading of its subject only. */
function sectionNamed(heading: string): Section | null {
  if (GLOSSARY.test(heading)) return 'appendix'
  if (OF_A_SUBJECT.test(heading)) return null
  if (REVIEW.test(heading)) return 'review'
  if (GUIDELINES.test(heading) && !/任务|目标|安排/.test(heading)) return 'guidelines'
  return PLAN.test(heading) ? 'plan' : null
}

/** A heading of achievements and aims at once. */
function isFuture(heading: string): boolean {
  return /目标|任务|安排|部署|打算/.test(heading) && /回顾|成就|成效|进展/.test(heading)
}

function turnOf(heading: string): string | null {
  if (!REVIEW.test(heading) || !isFuture(heading)) return null
  return [...heading.matchAll(/十[一二三四五六七八九]五/g)].at(-1)?.[0] ?? ''
}

/**
 * The sections of a report in order, from its headings. Only headings on the outer levels count:
 * deep inside, `目标` and `要求` are words like others. An outer chapter that names no section
 * (`四、加强政府自身建设`) goes on with the plan, but ends a review: its kind is unknown (null).
 */
export function sectionsOf(text: string, outline: readonly OutlineEntry[]): SectionAt[] {
  const sections: SectionAt[] = []
  for (const entry of outline) {
    if (entry.level > 2 || isRunningLabel(entry.label)) continue
    const section = isSectionHeading(text, entry) ? (sectionNamed(entry.heading) ?? sectionOfYear(entry.heading, outline)) : null
    if (section !== null) sections.push({ start: entry.start, section, turnsAt: turnOf(entry.heading) })
    else if (entry.level === 1 && entry.label !== '' && sections.at(-1)?.section === 'review') {
      sections.push({ start: entry.start, section: null, turnsAt: null })
    }
  }
  return sections
}

/** A heading on a line of its own or with a label, not a parallel clause or a topic sentence. */
function isSectionHeading(text: string, entry: OutlineEntry): boolean {
  if (entry.heading.length > LONGEST_SECTION_HEADING) return false
  if (entry.label !== '') return true
  return (entry.start === 0 || text[entry.start - 1] === '\n') && text[entry.start + entry.heading.length] !== '。'
}

const YEAR_OF_WORK = /^(20\d\d)年[^，]{0,8}工作$/

/** `2025年工作` and `2026年工作` side by side: the last year is the one to come. */
function sectionOfYear(heading: string, outline: readonly OutlineEntry[]): Section | null {
  const year = YEAR_OF_WORK.exec(heading)?.[1]
  if (year === undefined) return null
  const years = outline.map((entry) => /^(20\d\d)年/.exec(entry.heading)?.[1] ?? '')
  return years.some((other) => other > year) ? 'review' : 'plan'
}

const LONGEST_SECTION_HEADING = 40

/** Labels of points inside a text; they head measures, not parts of the report. */
function isRunningLabel(label: string): boolean {
  return label === '——' || /[是要]$/.test(label)
}
