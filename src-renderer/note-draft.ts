import { create } from 'zustand'
import type { ProblemKind, Reply } from '#core/contract/problem.ts'
import type { Host } from './host/host.ts'
import { noticeRefusal } from './state/notices.ts'
import { usePreferences } from './state/preferences.ts'

/** What a note is written on; `note`: the one that is edited, or null for a new one. */
export interface NoteSubject {
  readonly note: string | null
  readonly report: string
  readonly theme: string | null
  readonly start: number
  readonly end: number
  /** The words that stand there, as they are seen. */
  readonly words: string
}

export interface DraftState {
  readonly body: string
  readonly state: 'same' | 'unsaved' | 'saving' | 'saved' | 'failed'
  /** When it was last saved, ISO. */
  readonly savedAt: string | null
}

const pauseMs = 500

/** A note while it is written: saved whenever the person pauses, one save after the other. */
export class NoteDraft {
  readonly useState
  readonly #host: Host
  readonly #onSaved: (note: string) => void
  #subject: NoteSubject
  #timer: ReturnType<typeof setTimeout> | undefined
  #last: Promise<void> = Promise.resolve()
  #saved: string
  /** Why it was not saved the last time: said once, not at every pause. */
  #refusal: ProblemKind | null = null

  constructor(host: Host, { subject, body, onSaved }: { readonly subject: NoteSubject; readonly body: string; readonly onSaved: (note: string) => void }) {
    this.#host = host
    this.#subject = subject
    this.#saved = body
    this.#onSaved = onSaved
    this.useState = create<DraftState>()(() => ({ body, state: 'same', savedAt: null }))
  }

  /** The note that it has become, or null while nothing was saved. */
  get note(): string | null {
    return this.#subject.note
  }

  write(body: string): void {
    this.useState.setState({ body, state: 'unsaved' })
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.save(), pauseMs)
  }

  /** Now, without waiting for the pause. A blank note is none. */
  save(): Promise<void> {
    clearTimeout(this.#timer)
    this.#last = this.#last.then(async () => {
      const { body } = this.useState.getState()
      if (body.trim() === '' || body === this.#saved) return
      this.useState.setState({ state: 'saving' })
      const reply = await this.#host.call('notes.write', { ...this.#subject, body, author: usePreferences.getState().author })
      if (!reply.ok) {
        this.useState.setState({ state: 'failed' })
        if (reply.problem.kind !== this.#refusal) noticeRefusal(reply.problem)
        this.#refusal = reply.problem.kind
        return
      }
      this.#subject = { ...this.#subject, note: reply.value.id }
      this.#saved = body
      this.#refusal = null
      this.#onSaved(reply.value.id)
      // what was typed meanwhile waits for its own pause
      if (this.useState.getState().body === body) this.useState.setState({ state: 'saved', savedAt: reply.value.editedAt })
    })
    return this.#last
  }

  /** null where there is none to remove yet. */
  async remove(): Promise<Reply<null> | null> {
    clearTimeout(this.#timer)
    await this.#last
    const { note } = this.#subject
    return note === null ? null : this.#host.call('notes.remove', { note })
  }
}
