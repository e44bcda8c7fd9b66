import { quoteAt } from '#core/annotation/quote.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import type { Span } from '#core/text/span.ts'
import { useCall } from '../../host/use-call.ts'
import { useWords } from '../../use-words.ts'
import { InContext } from './InContext.tsx'
import type { NoteDoings } from './note-doings.ts'

/** What a note stood on, and below it each place where it may stand now. */
export function Candidates({ note, doings }: { readonly note: Note; readonly doings: NoteDoings }) {
  const words = useWords()
  const places = candidatesOf(note)
  const text = useCall('reports.read', places.length === 0 ? null : { id: note.report }).value?.report.text ?? null
  return (
    <div className="note-candidates">
      <h3>{words.notes.was}</h3>
      <blockquote lang="zh-CN" className="note-was">
        <InContext exact={note.quote} {...note.around} />
      </blockquote>
      {places.map((place, index) => (
        <section key={`${place.start}-${place.end}`} aria-label={words.notes.now(index + 1, places.length)}>
          <h3>{words.notes.now(index + 1, places.length)}</h3>
          <blockquote lang="zh-CN">{text !== null && <InContext {...quoteAt(text, place)} />}</blockquote>
          <div className="pane-actions">
            <button type="button" className="hand-button" onClick={() => doings.accept(note, place)} title={String(index + 1)}>
              {words.notes.accept}
            </button>
            <button type="button" onClick={() => doings.openAt(note, place)}>
              {words.notes.open}
            </button>
          </div>
        </section>
      ))}
      <div className="pane-actions">
        <button type="button" onClick={() => doings.byHand(note)} title="M">
          {words.notes.byHand}
        </button>
        <button type="button" onClick={() => doings.leave(note)} title="L">
          {words.notes.leave}
        </button>
      </div>
    </div>
  )
}

export const candidatesOf = ({ anchoring }: Note): readonly Span[] => (anchoring.state === 'to-approve' ? anchoring.candidates : [])
