import { openReport } from '../../routes.ts'
import { useWords } from '../../use-words.ts'
import type { StripHead } from './structure-picture.ts'

/** Whose the strips are; a name leads to the whole report. */
export function StripHeads({ heads }: { readonly heads: readonly StripHead[] }) {
  const words = useWords()
  return (
    <div className="strip-heads">
      {heads.map(({ id, name, note }) => (
        <button type="button" key={id} title={words.library.read(name)} onClick={() => openReport(id)}>
          <b>{name}</b>
          <small>{note}</small>
        </button>
      ))}
    </div>
  )
}
