import type { Bilingual, Codebook, Theme, ThemePatterns } from './codebook.ts'

/** What became of one theme between two versions; each part is there only where something changed. */
export interface ThemeDifference {
  readonly id: string
  readonly name: Bilingual
  readonly change: 'added' | 'removed' | 'retired' | 'merged' | 'brought-back' | 'changed'
  /** Of a merged theme: into what. */
  readonly into?: string
  readonly renamed?: { readonly from: Bilingual; readonly to: Bilingual }
  /** Ids; null: at the top. */
  readonly moved?: { readonly from: string | null; readonly to: string | null }
  readonly words?: { readonly added: readonly ThemeWord[]; readonly removed: readonly ThemeWord[] }
  /** Of its other parts those that read otherwise now. */
  readonly rewritten?: readonly RewrittenPart[]
}

const rewritable = ['definition', 'include', 'exclude', 'examples', 'color', 'governs', 'group'] as const
export type RewrittenPart = (typeof rewritable)[number]

export interface ThemeWord {
  readonly list: keyof ThemePatterns
  /** The parts of a `together` stand beside each other with `+`. */
  readonly word: string
}

export interface CodebookDifference {
  /** In the order of the newer version, then what it lacks. */
  readonly themes: readonly ThemeDifference[]
  /** What is common to all themes reads otherwise. */
  readonly context: boolean
  /** The codebook itself has another name. */
  readonly renamed?: { readonly from: Bilingual; readonly to: Bilingual }
}

/** What changed from one version of a codebook to another. Themes are the same where their ids are. */
export function codebookDifference(before: Codebook, after: Codebook): CodebookDifference {
  const old = new Map(before.themes.map((theme) => [theme.id, theme]))
  const now = new Set(after.themes.map(({ id }) => id))
  const themes = after.themes.map((theme) => themeDifference(old.get(theme.id), theme)).filter((each) => each !== null)
  const removed = before.themes
    .filter(({ id }) => !now.has(id))
    .map(({ id, name }): ThemeDifference => ({ id, name, change: 'removed' }))
  return {
    themes: [...themes, ...removed],
    context: !equal(before.context, after.context),
    ...(equal(before.name, after.name) ? {} : { renamed: { from: before.name, to: after.name } })
  }
}

/** The next version number: the first part where codings lose their theme, the second where reading changes, else the third. */
export function nextVersion(before: Codebook, after: Codebook): string {
  const { themes, context, renamed } = codebookDifference(before, after)
  const [major, minor, patch] = before.version.split('.').map(Number) as [number, number, number]
  if (themes.some(({ change }) => change === 'removed' || change === 'retired' || change === 'merged')) return `${major + 1}.0.0`
  const readsOtherwise = context || themes.some(({ change, words, rewritten }) => change !== 'changed' || words !== undefined || rewritten?.includes('governs') === true)
  if (readsOtherwise) return `${major}.${minor + 1}.0`
  return themes.length > 0 || renamed !== undefined ? `${major}.${minor}.${patch + 1}` : before.version
}

function themeDifference(before: Theme | undefined, after: Theme): ThemeDifference | null {
  const { id, name } = after
  if (before === undefined) return { id, name, change: 'added' }
  const words = wordDifference(before.patterns, after.patterns)
  const rewritten = rewritable.filter((part) => !equal(before[part], after[part]))
  const parts = {
    ...(equal(before.name, name) ? {} : { renamed: { from: before.name, to: name } }),
    ...(before.parent === after.parent ? {} : { moved: { from: before.parent ?? null, to: after.parent ?? null } }),
    ...(words.added.length + words.removed.length === 0 ? {} : { words }),
    ...(rewritten.length === 0 ? {} : { rewritten })
  }
  const fate = fateOf(before, after)
  if (fate === null && Object.keys(parts).length === 0) return null
  return { id, name, ...(fate ?? { change: 'changed' }), ...parts }
}

function fateOf({ retired: before }: Theme, { retired: after }: Theme): Pick<ThemeDifference, 'change' | 'into'> | null {
  if (equal(before, after)) return null
  if (after === undefined) return { change: 'brought-back' }
  return after.into === null ? { change: 'retired' } : { change: 'merged', into: after.into }
}

function wordDifference(before: ThemePatterns, after: ThemePatterns): NonNullable<ThemeDifference['words']> {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const has = (words: readonly ThemeWord[], { list, word }: ThemeWord) => words.some((each) => each.list === list && each.word === word)
  return { added: now.filter((word) => !has(old, word)), removed: old.filter((word) => !has(now, word)) }
}

/** Every word of a theme with the list it stands in. */
export function wordsOf(patterns: ThemePatterns): ThemeWord[] {
  const { together, ...lists } = patterns
  const plain = Object.entries(lists).flatMap(([list, words]) => words.map((word) => ({ list: list as keyof ThemePatterns, word }))) // keys of the same object
  return [...plain, ...together.map((parts) => ({ list: 'together' as const, word: parts.join('+') }))]
}

/** Both are data of the schema: plain values whose keys come in its order. */
const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
