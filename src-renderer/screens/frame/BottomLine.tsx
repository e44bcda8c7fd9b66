import type { LibraryState } from '#core/contract/calls.ts'
import { clockTime, number } from '../../language/labels.ts'
import { showView } from '../../routes.ts'
import { useConnection } from '../../state/connection.ts'
import { useWords } from '../../use-words.ts'
import { CodebookMenu } from './CodebookMenu.tsx'
import { LimitsButton } from './LimitsButton.tsx'
import { NoticesPopover } from './NoticesPopover.tsx'

interface BottomLineProps {
  readonly library: LibraryState
  readonly compared: { readonly reports: number; readonly characters: number; readonly quotations: number } | null
}

/** The promises, always in sight: saved when, offline, by which codebook; and what the table is made of. */
export function BottomLine({ library, compared }: BottomLineProps) {
  const words = useWords()
  const connected = useConnection((s) => s.connected)
  const sums =
    compared === null
      ? [words.reports(number(library.reportCount)), words.characters(number(library.characterCount))]
      : [words.reports(number(compared.reports)), words.characters(number(compared.characters)), words.quotations(number(compared.quotations))]
  return (
    <footer className="bottom-line">
      {connected && library.missingAt !== null ? (
        <span className="lost" role="alert" title={library.missingAt}>
          {words.frame.moved(library.missingAt)}
        </span>
      ) : connected ? (
        <span className="saved">{library.savedAt === null ? words.frame.nothingSaved : words.frame.saved(clockTime(library.savedAt))}</span>
      ) : (
        <span className="lost" role="alert">
          {words.frame.lost}
        </span>
      )}
      <span>{words.frame.offline}</span>
      <CodebookMenu codebook={library.codebook} />
      <span className="grow" />
      <button type="button" className="link notices-button" onClick={() => showView('settings')}>
        {words.views.settings}
      </button>
      <LimitsButton />
      <NoticesPopover />
      <span>{sums.join(' · ')}</span>
    </footer>
  )
}
