import type { Link } from '#core/contract/link-calls.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import { useAnswer, useHost } from './host/use-call.ts'
import { clipped, jurisdictionName } from './language/labels.ts'
import { openPlace, openReport } from './routes.ts'
import { noticeRefusal } from './state/notices.ts'
import { useLanguage, useWords } from './use-words.ts'

const none: readonly never[] = []

/** The links that end at a note, each with the note at its other end. */
export function useLinksOf(note: string): readonly { readonly link: Link; readonly other: Note }[] {
  const links = useAnswer('links.list', {}) ?? none
  return links.flatMap((link) => {
    const [from, to] = link.ends
    return from.id === note ? [{ link, other: to }] : to.id === note ? [{ link, other: from }] : []
  })
}

interface NoteLinksProps {
  readonly note: string
  /** Reached with Tab; within a grid the keys of the grid lead to it. */
  readonly isInOrder: boolean
}

/** Where the links of a note lead: a click goes to the other end. */
export function NoteLinks({ note, isInOrder }: NoteLinksProps) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const reports = useAnswer('reports.list', {}) ?? none
  const links = useLinksOf(note)
  if (links.length === 0) return null
  const tabIndex = isInOrder ? 0 : -1
  const open = ({ report, theme, place }: Note): void => (place === null ? openReport(report) : openPlace({ report, theme, start: place.start, end: place.end }))
  const remove = (link: string): void => void host.call('links.remove', { link }).then((reply) => reply.ok || noticeRefusal(reply.problem))
  return (
    <ul className="note-links" aria-label={words.notes.links}>
      {links.map(({ link, other }) => {
        const name = jurisdictionName(reports.find(({ id }) => id === other.report)?.jurisdiction ?? null, language, words)
        const quote = other.quote === '' ? words.notes.onWhole : clipped(other.quote, 30)
        return (
          <li key={link.id}>
            <button type="button" className="plain" tabIndex={tabIndex} title={words.notes.openLink} onClick={() => open(other)}>
              <span aria-hidden="true">↔</span> {name} <q>{quote}</q>
            </button>
            <button type="button" className="plain note-unlink" tabIndex={tabIndex} aria-label={words.notes.unlink(quote)} title={words.notes.unlink(quote)} onClick={() => remove(link.id)}>
              ×
            </button>
          </li>
        )
      })}
    </ul>
  )
}
