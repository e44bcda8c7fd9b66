import { number } from '../../language/labels.ts'
import type { CodingNotice } from '../../state/notices.ts'
import { useLanguage, useWords } from '../../use-words.ts'

/** How far a codebook is with the reports that it has not coded yet. */
export function CodingCard({ notice }: { readonly notice: CodingNotice }) {
  const { codebooks } = useWords()
  const language = useLanguage()
  const { state, done, total } = notice
  const name = notice.name[language]
  if (state === 'ended') return <p>{codebooks.coded(name)}</p>
  if (state === 'cancelled') return <p>{codebooks.codingStopped(name)}</p>
  const said = codebooks.coding(name, number(done), number(total))
  return (
    <>
      <p>{said}</p>
      <progress max={Math.max(total, 1)} value={done} aria-label={said} />
    </>
  )
}
