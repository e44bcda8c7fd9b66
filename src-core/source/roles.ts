import type { FurnitureKind } from './article.ts'
import type { LineRole, SourceLine } from './source.ts'

/** What a format's own word for a line makes of it. */

const KINDS: Partial<Record<LineRole, FurnitureKind>> = {
  header: 'running-head',
  footer: 'running-head',
  'page-number': 'page-number',
  byline: 'reporter',
  'publication-date': 'publication-date',
  publisher: 'attribution',
  attachment: 'attachment',
  field: 'field'
}

/** Longer than any headline, in code units: a whole report in the style of a title. */
export const LONGEST_TITLE = 120

/** The role of a line, or null where the format says none that can be believed: a title is no sentence and no essay. */
export function roleOf({ role, start, end }: SourceLine, endsSentence: boolean): LineRole | null {
  if (role === undefined) return null
  return role === 'title' && (end - start > LONGEST_TITLE || (endsSentence && end - start > LONGEST_TITLE / 3)) ? null : role
}

/** The kind of furniture that a line of this role is as a whole; `form` is what its words look like. */
export function furnitureOfRole(role: LineRole, form: FurnitureKind | null): FurnitureKind | null {
  if (role === 'cell' || role === 'footnote') return null
  if (role === 'title' || role === 'heading') return form
  if ((role === 'header' || role === 'footer') && form === 'page-number') return form
  return role === 'byline' && form === 'editor' ? form : (KINDS[role] ?? form)
}
