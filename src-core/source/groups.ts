import type { Group } from './assemble.ts'
import type { Placed, Role } from './arrange.ts'
import type { Part } from './parts.ts'

interface Groups {
  readonly groups: readonly Group[]
  readonly leftOver: readonly Part[]
}

/** The parts of each report in reading order, with the furniture that stands between them. */
export function groupsOf(placed: readonly Placed[], parts: readonly Part[]): Groups {
  const runs: Placed[][] = []
  for (const each of placed) {
    if (each.begins || runs.length === 0) runs.push([])
    runs.at(-1)!.push(each)
  }
  const reports = runs.filter((run) => run[0]!.role !== 'stray')
  const leftOver = runs.filter((run) => run[0]!.role === 'stray').flatMap((run) => run.map(({ piece }) => piece.part))
  if (reports.length === 0 || isOnlyFurniture(parts)) return { groups: [], leftOver: parts }
  const starts = reports.map((run, n) => (n === 0 ? 0 : startOf(parts, run[0]!.piece.index)))
  const groups = reports.map((run, n) => {
    const own = parts.slice(starts[n], starts[n + 1] ?? parts.length)
    const around = { furniture: own.filter((part) => part.furniture !== null), notes: own.filter((part) => part.role === 'footnote') }
    return groupOf(run, around, reports.length)
  })
  return { groups, leftOver }
}

/** A menu, with a number or a word between: no report was in the file. */
function isOnlyFurniture(parts: readonly Part[]): boolean {
  const characters = (isFurniture: boolean) =>
    parts.reduce((sum, part) => sum + ((part.furniture !== null) === isFurniture ? part.stretch.text.length : 0), 0)
  return characters(false) < Math.min(12, characters(true))
}

/** A byline above a report is its own; what closes the report before stays there. */
function startOf(parts: readonly Part[], index: number): number {
  let start = index
  while (start > 0 && parts[start - 1]!.furniture === 'reporter' && parts[start - 2]?.furniture !== undefined) start--
  return start
}

function groupOf(run: readonly Placed[], { furniture, notes }: Pick<Group, 'furniture' | 'notes'>, reports: number): Group {
  const having = (...roles: Role[]) => run.filter(({ role }) => roles.includes(role)).map(({ piece }) => piece.part)
  const title = having('title', 'late-title')[0] ?? null
  const text = [...having('late-lead'), ...having('lead', 'body')]
  const kickers = having('kicker', 'subtitle')
  const subtitle = title !== null && text.length > 1 && isSubtitle(text[0]!) ? (text.shift() ?? null) : null
  const evidence = evidenceOf(run, furniture)
  return {
    title,
    text: title === null && text.length === 0 ? kickers : text,
    notes,
    furniture: [...(text.length === 0 && title === null ? [] : kickers), ...(subtitle === null ? [] : [subtitle]), ...furniture],
    confidence: confidenceOf(evidence, reports),
    evidence
  }
}

/** ——浙江省推进社会救助综述; a line that says when and where a speech was given stays in the text. */
export function isSubtitle({ stretch: { text } }: Part): boolean {
  return /^[-—–]{1,4}\S/.test(text) && text.length <= 50 && !/[。；]|上$|\d月\d|月.{1,3}日|^[-—–]+\d+[-—–]*$/.test(text)
}

function evidenceOf(run: readonly Placed[], furniture: readonly Part[]): string[] {
  const has = (role: Role) => run.some((each) => each.role === role)
  const evidence: string[] = []
  if (has('title')) evidence.push('headline')
  if (has('late-title')) evidence.push('headline-after-text')
  if (has('lead') || run.some(({ piece, role }) => role === 'body' && piece.isLead)) evidence.push('dateline')
  if (has('late-lead')) evidence.push('lead-after-text')
  if (run.some(({ piece }) => piece.province !== null)) evidence.push('province')
  if (furniture.some((part) => part.furniture === 'reporter')) evidence.push('byline')
  if (furniture.some((part) => part.furniture === 'attribution')) evidence.push('attribution')
  return evidence
}

function confidenceOf(evidence: readonly string[], reports: number): number {
  const has = (what: string) => evidence.includes(what)
  let confidence = 1
  if (reports > 1) confidence -= 0.1
  if (has('headline-after-text')) confidence -= 0.05
  if (has('lead-after-text')) confidence -= 0.1
  if (!has('headline') && !has('headline-after-text')) confidence -= has('dateline') || has('lead-after-text') ? 0.2 : has('province') || has('attribution') ? 0.5 : 0.7
  return Math.round(confidence * 100) / 100
}
