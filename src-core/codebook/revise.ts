import type { CodebookChange, ThemeFields, ThemePart } from './changes.ts'
import type { Codebook, Theme, ThemePatterns } from './codebook.ts'
import { ancestorsOf } from './tree.ts'
import { validateCodebook, type CodebookFault } from './validate.ts'

/** Why a change cannot be made. */
export type RevisionProblem =
  | { readonly kind: 'no-such-theme' | 'id-taken' | 'retired' | 'in-use' | 'is-group' | 'under-itself' | 'has-children' | 'no-such-place'; readonly theme: string }
  | { readonly kind: 'invalid'; readonly faults: readonly CodebookFault[] }

export type Revision = { readonly codebook: Codebook } | { readonly problem: RevisionProblem }

/**
 * A codebook after one change. Nothing that was ever coded is lost sight of: a theme is never taken
 * away but retired, and what was merged says into what.
 */
export function revise(codebook: Codebook, change: CodebookChange): Revision {
  if (change.kind === 'rename') return checkedRevision({ ...codebook, name: change.name })
  const changed = changedThemes(new Draft(codebook.themes), change)
  if (!Array.isArray(changed)) return { problem: changed }
  return checkedRevision({ ...codebook, themes: changed })
}

function checkedRevision(revised: Codebook): Revision {
  const checked = validateCodebook({ ...revised, format: 'duizhao/codebook@2' })
  return 'codebook' in checked ? checked : { problem: { kind: 'invalid', faults: checked.faults } }
}

/** Several changes, one after the other; the first that cannot be made ends it (`change`: which, from 0). */
export function reviseAll(codebook: Codebook, changes: readonly CodebookChange[]): { readonly codebook: Codebook } | { readonly problem: RevisionProblem; readonly change: number } {
  let current = codebook
  for (const [index, change] of changes.entries()) {
    const revision = revise(current, change)
    if ('problem' in revision) return { ...revision, change: index }
    current = revision.codebook
  }
  return { codebook: current }
}

type Outcome = Theme[] | RevisionProblem

function changedThemes(draft: Draft, change: Exclude<CodebookChange, { kind: 'rename' }>): Outcome {
  switch (change.kind) {
    case 'add':
      return draft.get(change.theme.id) === undefined ? [...draft.themes, change.theme] : { kind: 'id-taken', theme: change.theme.id }
    case 'edit':
      return draft.inUse(change.theme, (theme) => draft.with(edited(theme, change.fields)))
    case 'move':
      return draft.inUse(change.theme, (theme) => moved(draft, theme, change))
    case 'merge':
      return draft.inUse(change.theme, (theme) => draft.inUse(change.into, (into) => merged(draft, theme, into)))
    case 'split':
      return draft.inUse(change.theme, (theme) => split(draft, theme, change.parts))
    case 'retire':
      return draft.inUse(change.theme, (theme) =>
        draft.childrenInUse(theme.id).length > 0 ? { kind: 'has-children', theme: theme.id } : draft.with({ ...theme, retired: { into: null } })
      )
    case 'restore':
      return restored(draft, change.theme)
  }
}

/** The themes of a codebook while they are changed. */
class Draft {
  readonly themes: readonly Theme[]

  constructor(themes: readonly Theme[]) {
    this.themes = themes
  }

  get(id: string): Theme | undefined {
    return this.themes.find((theme) => theme.id === id)
  }

  /** What is to be done with a theme that is there and not retired. */
  inUse(id: string, change: (theme: Theme) => Outcome): Outcome {
    const theme = this.get(id)
    if (theme === undefined) return { kind: 'no-such-theme', theme: id }
    return theme.retired === undefined ? change(theme) : { kind: 'retired', theme: id }
  }

  childrenInUse(id: string): Theme[] {
    return this.themes.filter(({ parent, retired }) => parent === id && retired === undefined)
  }

  isWithin(id: string, above: string): boolean {
    return id === above || ancestorsOf(new Map(this.themes.map((theme) => [theme.id, theme.parent])), id).includes(above)
  }

  with(...changed: readonly Theme[]): Theme[] {
    return this.themes.map((theme) => changed.find(({ id }) => id === theme.id) ?? theme)
  }
}

/** With the words it had: what was merged leaves to the other what went there. */
function restored(draft: Draft, id: string): Outcome {
  const theme = draft.get(id)
  if (theme === undefined) return { kind: 'no-such-theme', theme: id }
  if (theme.retired === undefined) return { kind: 'in-use', theme: id }
  const { retired: _, ...back } = theme
  const above = ancestorsOf(new Map(draft.themes.map((each) => [each.id, each.parent])), id).find((each) => draft.get(each)?.retired === undefined)
  return draft.with(under(back, above ?? null))
}

function edited(theme: Theme, { examples, ...fields }: ThemeFields): Theme {
  const { examples: before, ...rest } = theme
  const now = examples ?? before ?? []
  return { ...rest, ...fields, ...(now.length > 0 ? { examples: now } : {}) }
}

function moved(draft: Draft, theme: Theme, { parent, before }: Extract<CodebookChange, { kind: 'move' }>): Outcome {
  if (parent !== null) {
    const above = draft.inUse(parent, () => [])
    if (!Array.isArray(above)) return above
    if (draft.isWithin(parent, theme.id)) return { kind: 'under-itself', theme: theme.id }
  }
  const others = draft.themes.filter(({ id }) => id !== theme.id)
  const place = before === null ? others.length : others.findIndex(({ id, parent: above }) => id === before && (above ?? null) === parent)
  if (place < 0) return { kind: 'no-such-place', theme: theme.id }
  return [...others.slice(0, place), under(theme, parent), ...others.slice(place)]
}

function under(theme: Theme, parent: string | null): Theme {
  const { parent: _, ...rest } = theme
  return parent === null ? rest : { ...rest, parent }
}

/** The words, examples and children of a theme go to the other; the theme itself stays, retired. */
function merged(draft: Draft, theme: Theme, into: Theme): Outcome {
  if (into.group && !theme.group) return { kind: 'is-group', theme: into.id }
  if (draft.isWithin(into.id, theme.id)) return { kind: 'under-itself', theme: theme.id }
  const examples = union(into.examples ?? [], theme.examples ?? [])
  const richer: Theme = {
    ...into,
    include: union(into.include, theme.include),
    ...(examples.length > 0 ? { examples } : {}),
    patterns: joinedPatterns(into.patterns, theme.patterns)
  }
  const children = draft.themes.filter(({ parent }) => parent === theme.id).map((child) => under(child, into.id))
  return draft.with(richer, ...children, { ...theme, retired: { into: into.id } })
}

/** Words of both. A word has one part to play in a theme: the one that the theme it goes to gives it. */
function joinedPatterns(own: ThemePatterns, others: ThemePatterns): ThemePatterns {
  const known = new Set([...own.terms, ...own.items, ...own.rollCall, ...own.cues, ...own.lookalikes])
  const fresh = (list: readonly string[]) => list.filter((word) => !known.has(word))
  return {
    terms: [...own.terms, ...fresh(others.terms)],
    items: [...own.items, ...fresh(others.items)],
    rollCall: [...own.rollCall, ...fresh(others.rollCall)],
    cues: [...own.cues, ...fresh(others.cues)],
    together: [...own.together, ...others.together.filter((parts) => !own.together.some((each) => each.join('\0') === parts.join('\0')))],
    lookalikes: [...own.lookalikes, ...fresh(others.lookalikes)],
    unless: union(own.unless, others.unless)
  }
}

/** The parts come under the theme, with the words they take from it; what was coded as it stays coded so. */
function split(draft: Draft, theme: Theme, parts: readonly ThemePart[]): Outcome {
  if (theme.group) return { kind: 'is-group', theme: theme.id }
  const taken = parts.find(({ id }, index) => draft.get(id) !== undefined || parts.findIndex((part) => part.id === id) < index)
  if (taken !== undefined) return { kind: 'id-taken', theme: taken.id }
  const children = parts.map((part): Theme => ({ ...part, include: [], exclude: [], color: theme.color, governs: theme.governs, parent: theme.id }))
  const left: Theme = { ...theme, patterns: parts.reduce((rest, part) => without(rest, part.patterns), theme.patterns) }
  const at = draft.themes.findIndex(({ id }) => id === theme.id) + 1
  const themes = draft.with(left)
  return [...themes.slice(0, at), ...children, ...themes.slice(at)]
}

/** Only what speaks for a theme moves; what speaks against it stays in both. */
function without(own: ThemePatterns, taken: ThemePatterns): ThemePatterns {
  const gone = new Set([...taken.terms, ...taken.items, ...taken.rollCall, ...taken.cues])
  const kept = (list: readonly string[]) => list.filter((word) => !gone.has(word))
  const pairs = new Set(taken.together.map((parts) => parts.join('\0')))
  return {
    ...own,
    terms: kept(own.terms),
    items: kept(own.items),
    rollCall: kept(own.rollCall),
    cues: kept(own.cues),
    together: own.together.filter((parts) => !pairs.has(parts.join('\0')))
  }
}

const union = (own: readonly string[], others: readonly string[]): string[] => [...new Set([...own, ...others])]
