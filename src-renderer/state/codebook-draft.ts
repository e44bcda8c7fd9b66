import { create } from 'zustand'
import type { CodebookChange } from '#core/codebook/changes.ts'
import { keptStore, savedRecord } from './kept.ts'

/** The codebook that is being looked at, and what a person has changed in codebooks and not applied yet. */
interface Drafts {
  /** Null: the one in use. */
  readonly chosen: string | null
  readonly changes: Readonly<Record<string, readonly CodebookChange[]>>
}

/** Comes back after a restart: a draft is work. */
export const useDrafts = keptStore<Drafts>('codebook-draft', { chosen: null, changes: {} }, ({ chosen, changes }) => ({
  chosen: typeof chosen === 'string' ? chosen : null,
  // what another version of the program kept is refused by the host, in words, and can be given up
  changes: Object.fromEntries(Object.entries(savedRecord(changes)).flatMap(([id, list]) => (Array.isArray(list) ? [[id, list as CodebookChange[]]] : [])))
}))

export const chooseCodebook = (chosen: string | null): void => useDrafts.setState({ chosen })

const none: readonly CodebookChange[] = []
export const changesOf = (drafts: Drafts, codebook: string): readonly CodebookChange[] => drafts.changes[codebook] ?? none

/** Goes on with the last change where both write in the same theme, or move it. */
export function draftChange(codebook: string, change: CodebookChange): void {
  const changes = changesOf(useDrafts.getState(), codebook)
  const last = changes.at(-1)
  const joined = last === undefined ? null : joinedChange(last, change)
  setChanges(codebook, joined === null ? [...changes, change] : [...changes.slice(0, -1), joined])
}

function joinedChange(last: CodebookChange, change: CodebookChange): CodebookChange | null {
  if (last.kind === 'rename' && change.kind === 'rename') return change
  if (last.kind === 'edit' && change.kind === 'edit' && last.theme === change.theme) return { ...last, fields: { ...last.fields, ...change.fields } }
  if (last.kind === 'add' && change.kind === 'edit' && last.theme.id === change.theme) return { kind: 'add', theme: { ...last.theme, ...change.fields } }
  return last.kind === 'move' && change.kind === 'move' && last.theme === change.theme ? change : null
}

/** Counts what was taken out of drafts: fields that wait for the draft to be made show what holds again. */
export const useDropped = create<{ readonly count: number }>()(() => ({ count: 0 }))

const noteDrop = (): void => useDropped.setState(({ count }) => ({ count: count + 1 }))

export function dropChange(codebook: string, index: number): void {
  noteDrop()
  setChanges(codebook, changesOf(useDrafts.getState(), codebook).filter((_, at) => at !== index))
}

export function dropDraft(codebook: string): void {
  noteDrop()
  setChanges(codebook, none)
}

/**
 * What was applied is no draft any more. What was drafted since, while reports were coded, goes on as one of the
 * codebook that came of it.
 */
export function endDraft({ codebook, changes: applied }: { readonly codebook: string; readonly changes: readonly CodebookChange[] }, came: string): void {
  const rest = changesOf(useDrafts.getState(), codebook).flatMap((change, at) => (isSame(change, applied[at]) ? [] : [applied[at]?.kind === 'add' ? goingOn(change) : change]))
  noteDrop()
  setChanges(codebook, none)
  if (rest.length > 0) setChanges(came, [...changesOf(useDrafts.getState(), came), ...rest])
}

/** An added theme that was written in since is there by now. */
function goingOn(change: CodebookChange): CodebookChange {
  if (change.kind !== 'add') return change
  const { id, name, definition, include, exclude, examples, color, governs, patterns } = change.theme
  return { kind: 'edit', theme: id, fields: { name, definition, include, exclude, color, governs, patterns, ...(examples === undefined ? {} : { examples }) } }
}

const isSame = (change: CodebookChange, other: CodebookChange | undefined): boolean => JSON.stringify(change) === JSON.stringify(other)

function setChanges(codebook: string, list: readonly CodebookChange[]): void {
  const { [codebook]: _, ...others } = useDrafts.getState().changes
  useDrafts.setState({ changes: list.length === 0 ? others : { ...others, [codebook]: list } })
}

/** Texts of fields that are not in a draft: still being written, or waiting to be put right. By what they are of. */
const useTexts = keptStore<{ readonly texts: Readonly<Record<string, string>> }>('codebook-texts', { texts: {} }, ({ texts }) => ({
  texts: Object.fromEntries(Object.entries(savedRecord(texts)).flatMap(([of, text]) => (typeof text === 'string' ? [[of, text]] : [])))
}))

export const textKept = (of: string): string | undefined => useTexts.getState().texts[of]

/** @param text null: it is in the draft, or as it was */
export function keepText(of: string, text: string | null): void {
  const { [of]: known, ...others } = useTexts.getState().texts
  if (text === null && known === undefined) return
  useTexts.setState({ texts: text === null ? others : { ...others, [of]: text } })
}
