import { create } from 'zustand'
import type { Bilingual } from '#core/codebook/codebook.ts'
import type { FileOutcome } from '#core/contract/calls.ts'
import type { ChangePreview } from '#core/contract/change-calls.ts'
import type { MergeReport } from '#core/contract/exchange-calls.ts'
import type { Events } from '#core/contract/events.ts'
import type { Problem } from '#core/contract/problem.ts'
import { isEffect, noteEffect } from './effect-progress.ts'
import type { Way } from './turning.ts'

/** The page of a file that was recognised last. */
export type RecognisedPage = Omit<Events['page-recognised'], 'job'>

interface Noticed {
  readonly id: string
  /** ISO time. */
  readonly at: string
}

/** One import: running, or ended with what happened to each file. */
export interface ImportNotice extends Noticed {
  readonly kind: 'import'
  readonly done: number
  readonly total: number
  /** The file being read now. */
  readonly file: string
  readonly state: 'running' | 'ended' | 'cancelled'
  /** Files whose pictures are being recognised, one by one in most cases. */
  readonly recognising: readonly RecognisedPage[]
  readonly outcomes: readonly FileOutcome[]
  /** Put aside by the person; still listed among the notices. */
  readonly aside: boolean
}

/** Reports that are coded by another codebook, before they are shown by it. */
export interface CodingNotice extends Noticed {
  readonly kind: 'coding'
  /** Of the codebook. */
  readonly name: Bilingual
  readonly done: number
  readonly total: number
  readonly state: 'running' | 'ended' | 'cancelled'
  readonly aside: boolean
}

/** An action that was refused. */
export interface RefusalNotice extends Noticed {
  readonly kind: 'refusal'
  readonly problem: Problem
  readonly aside: boolean
}

/** Something done that leaves a trace outside the window. */
export interface SavedNotice extends Noticed {
  readonly kind: 'saved'
  readonly fileName: string
  readonly aside: boolean
}

/** A change to the library was undone, or done again. */
export interface ChangeNotice extends Noticed {
  readonly kind: 'change'
  readonly way: Way
  /** As it was before. */
  readonly preview: ChangePreview
  /** What could not go back to a restore point. */
  readonly stayed: number
  readonly aside: boolean
}

/** Another library was opened. */
export interface LibraryNotice extends Noticed {
  readonly kind: 'library'
  readonly name: string
  readonly aside: boolean
}

/** Work from elsewhere was merged: what came of it can be read again. */
export interface MergedNotice extends Noticed {
  readonly kind: 'merged'
  /** Its name. */
  readonly merge: string
  readonly origin: string
  readonly aside: boolean
}

/** Files are being handed over to the host. Gone when they are. */
export interface PreparingNotice extends Noticed {
  readonly kind: 'preparing'
  /** Files read so far, of those known of so far. */
  readonly done: number
  readonly files: number
  readonly stop: () => void
  readonly aside: false
}

/** Files on their way to the host: how far they are is said here, and whether the person has stopped them. */
export interface Preparing {
  readonly signal: AbortSignal
  readonly progress: (done: number, files: number) => void
  /** Takes the notice away. */
  readonly end: () => void
}

export type Notice = ImportNotice | CodingNotice | RefusalNotice | SavedNotice | ChangeNotice | LibraryNotice | MergedNotice | PreparingNotice

/** Newest first. What went wrong never disappears by itself: it can be read later. */
export const useNotices = create<{ readonly list: readonly Notice[] }>()(() => ({ list: [] }))

const keptNotices = 200
let count = 0

export function noticeProgress(job: string, { codebook, isEffect: onlyLooks, ...progress }: Omit<Events['job-progress'], 'job'>): void {
  if (onlyLooks === true) return noteEffect({ job, done: progress.done, total: progress.total })
  if (codebook !== undefined) return noticeCoding(job, { ...progress, name: codebook })
  update(job, (known) =>
    known.state === 'running' ? { ...known, ...progress, recognising: known.recognising.filter(({ file }) => file !== progress.file) } : known
  )
}

function noticeCoding(job: string, { done, total, name }: { readonly done: number; readonly total: number; readonly name: Bilingual }): void {
  const { list } = useNotices.getState()
  const known = list.find((n) => n.id === job)
  if (known === undefined) add({ kind: 'coding', id: job, at: now(), name, done, total, state: 'running', aside: false })
  // a library of another version is read again first, and coded then, in one job
  else if (known.kind === 'coding') useNotices.setState({ list: list.map((n) => (n === known ? { ...known, done, total } : n)) })
}

/** A page was recognised; a page without text leaves the last words in sight. */
export function noticePage(job: string, page: RecognisedPage): void {
  update(job, (known) => {
    if (known.state !== 'running') return known
    const before = known.recognising.find(({ file }) => file === page.file)
    const now = page.text.trim() === '' && before !== undefined ? { ...page, text: before.text } : page
    return { ...known, recognising: [...known.recognising.filter((other) => other !== before), now] }
  })
}

export function noticeEnd(job: string, end: { cancelled: boolean; outcomes: readonly FileOutcome[] }): void {
  if (isEffect(job)) return
  const { cancelled, outcomes } = end
  const coding = useNotices.getState().list.find((n) => n.kind === 'coding' && n.id === job)
  if (coding?.kind === 'coding') {
    // what came of it is in sight: every view has its themes
    const ended: CodingNotice = { ...coding, state: cancelled ? 'cancelled' : 'ended', aside: !cancelled }
    useNotices.setState(({ list }) => ({ list: list.map((n) => (n === coding ? ended : n)) }))
    return
  }
  update(job, (known) => ({
    ...known,
    state: cancelled ? 'cancelled' : 'ended',
    done: outcomes.length,
    total: Math.max(known.total, outcomes.length),
    file: '',
    recognising: [],
    outcomes: [...known.outcomes, ...outcomes]
  }))
}

/** Files that never reached the host: what happened to them, with the job they were meant for, or on their own. */
export function noticeUnread(job: string | null, outcomes: readonly FileOutcome[]): void {
  if (outcomes.length === 0) return
  if (job === null) {
    count += 1
    noticeEnd(`unread-${count}`, { cancelled: false, outcomes })
  } else update(job, (known) => ({ ...known, outcomes: [...outcomes, ...known.outcomes] }))
}

/** The host took a job on. Its events may have come first. */
export const noticeStart = (job: string, total: number): void =>
  update(job, (known) => ({ ...known, total: Math.max(known.total, total) }))

export function noticeRefusal(problem: Problem): void {
  if (problem.kind === 'cancelled') return
  add({ kind: 'refusal', ...fresh('refusal'), problem, aside: false })
}

/** It is read in the dialog, and later among the notices. */
export const noticeMerged = ({ merge, origin }: MergeReport): void => add({ kind: 'merged', ...fresh('merged'), merge, origin, aside: true })

/** One such card at a time: it asks nothing of the person, so the next one puts it aside. */
export function noticeSaved(fileName: string): void {
  putKindAside('saved')
  add({ kind: 'saved', ...fresh('saved'), fileName, aside: false })
}

/** One such card at a time. */
export function noticeChange(way: Way, preview: ChangePreview, stayed = 0): void {
  putKindAside('change')
  add({ kind: 'change', ...fresh('change'), way, preview, stayed, aside: false })
}

/** What was said of the library before is put aside; it can still be read. What was undone there cannot be turned from here: it goes. */
export function noticeLibrary(name: string): void {
  useNotices.setState(({ list }) => ({ list: list.filter(({ kind }) => kind !== 'change').map((n) => (isRunning(n) || n.kind === 'preparing' ? n : { ...n, aside: true })) }))
  add({ kind: 'library', ...fresh('library'), name, aside: false })
}

function putKindAside(kind: 'saved' | 'change'): void {
  useNotices.setState(({ list }) => ({ list: list.map((n) => (n.kind === kind ? { ...n, aside: true } : n)) }))
}

function fresh(kind: string): Noticed {
  count += 1
  return { id: `${kind}-${count}`, at: now() }
}

const now = (): string => new Date().toISOString()

export function noticePreparing(files: number): Preparing {
  const { id, at } = fresh('preparing')
  const stopping = new AbortController()
  add({ kind: 'preparing', id, at, done: 0, files, stop: () => stopping.abort(), aside: false })
  return {
    signal: stopping.signal,
    progress: (done, known) =>
      useNotices.setState(({ list }) => ({ list: list.map((n) => (n.id === id && n.kind === 'preparing' ? { ...n, done, files: known } : n)) })),
    end: () => useNotices.setState(({ list }) => ({ list: list.filter((notice) => notice.id !== id) }))
  }
}

/** Stopped before the host had anything to read. */
export function noticeStopped(): void {
  count += 1
  noticeEnd(`stopped-${count}`, { cancelled: true, outcomes: [] })
}

export const putAside = (id: string): void =>
  useNotices.setState(({ list }) => ({ list: list.map((n) => (n.id === id && n.kind !== 'preparing' ? { ...n, aside: true } : n)) }))

/** Out of the list for good; what still runs stays. */
export const forgetNotice = (id: string): void =>
  useNotices.setState(({ list }) => ({ list: list.filter((notice) => notice.id !== id || isRunning(notice)) }))

export const forgetNotices = (): void => useNotices.setState(({ list }) => ({ list: list.filter(isRunning) }))

export const isRunning = (notice: Notice): boolean => notice.kind === 'preparing' || ((notice.kind === 'import' || notice.kind === 'coding') && notice.state === 'running')

function add(notice: Notice): void {
  useNotices.setState(({ list }) => ({ list: [notice, ...list].slice(0, keptNotices) }))
}

function update(job: string, change: (known: ImportNotice) => ImportNotice): void {
  const known = useNotices.getState().list.find((n): n is ImportNotice => n.kind === 'import' && n.id === job)
  if (known === undefined) {
    add(change({ kind: 'import', id: job, at: now(), done: 0, total: 0, file: '', state: 'running', recognising: [], outcomes: [], aside: false }))
  } else {
    const next = change(known)
    useNotices.setState(({ list }) => ({ list: list.map((n) => (n === known ? next : n)) }))
  }
}
