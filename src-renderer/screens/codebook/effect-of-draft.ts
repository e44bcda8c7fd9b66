import { create } from 'zustand'
import type { Input } from '#core/contract/calls.ts'
import type { CodebookEffect } from '#core/contract/codebook-calls.ts'
import type { Host } from '../../host/host.ts'
import { noticeRefusal } from '../../state/notices.ts'
import { chooseCodebook, endDraft } from '../../state/codebook-draft.ts'

type Draft = Input<'codebooks.effect'>

/** What is known of what a draft would do. Of another draft it says nothing. */
interface DraftEffect {
  readonly of: string
  readonly job: string | null
  readonly state: 'working' | 'stopped' | 'found'
  readonly effect: CodebookEffect | null
}

export const useDraftEffect = create<{ readonly known: DraftEffect | null; readonly theme: string | null }>()(() => ({ known: null, theme: null }))

export const keyOfDraft = (draft: Draft): string => JSON.stringify(draft)

/** Has the effect of a draft found out; another one that is being found out is given up. */
export async function findEffect(host: Host, draft: Draft): Promise<void> {
  const of = keyOfDraft(draft)
  useDraftEffect.setState({ known: { of, job: null, state: 'working', effect: null }, theme: null })
  const begun = await host.call('codebooks.effect', draft)
  if (!begun.ok) {
    noticeRefusal(begun.problem)
    useDraftEffect.setState({ known: null })
    return
  }
  const { job } = begun.value
  useDraftEffect.setState({ known: { of, job, state: 'working', effect: null } })
  const found = await host.call('codebooks.effectFound', { job })
  if (useDraftEffect.getState().known?.job !== job) return
  const effect = found.ok ? found.value : null
  useDraftEffect.setState({ known: { of, job, state: effect === null ? 'stopped' : 'found', effect } })
}

export const stopEffect = (host: Host, job: string): void => void host.call('jobs.cancel', { job })

/** Only statements of this theme; null: of all. */
export const showEffectOn = (theme: string | null): void => useDraftEffect.setState({ theme })

/** Applies a draft; where reports are coded first it is put away when that is done. @returns the new version of which codebook; null where it was refused or stopped */
export async function applyDraft(host: Host, draft: Input<'codebooks.revise'>): Promise<string | null> {
  const ends = endsOfJobs(host)
  try {
    const reply = await host.call('codebooks.revise', draft)
    if (!reply.ok) {
      noticeRefusal(reply.problem)
      return null
    }
    const { codebook, job } = reply.value
    if (job !== null && (await ends.of(job))) return null
    endDraft(draft, codebook)
    chooseCodebook(codebook)
    return codebook
  } finally {
    ends.forget()
  }
}

/** A job may have ended before the window knows of it. */
function endsOfJobs(host: Host) {
  const ended = new Map<string, boolean>()
  let tell: () => void = () => undefined
  const forget = host.on('job-ended', ({ job, cancelled, problem }) => {
    ended.set(job, cancelled || problem !== null)
    tell()
  })
  const of = async (job: string): Promise<boolean> => {
    while (!ended.has(job)) await new Promise<void>((heard) => (tell = heard))
    return ended.get(job)!
  }
  return { forget, of }
}
