import { Popover } from '@base-ui/react/popover'
import { wholePercent } from '#core/compare/recognised.ts'
import type { LibraryState } from '#core/contract/calls.ts'
import { clockTime, number } from '../../language/labels.ts'
import { useConnection } from '../../state/connection.ts'
import { useNotices, type ImportNotice, type Notice } from '../../state/notices.ts'
import { showSheet, usePanels } from '../../state/panels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import type { Words } from '../../language/zh.ts'
import { LimitsButton } from './LimitsButton.tsx'

interface BottomLineProps {
  readonly library: LibraryState
  readonly compared: { readonly reports: number; readonly characters: number; readonly quotations: number } | null
}

/** The promises, always in sight: saved when, offline, by which codebook; and what the table is made of. */
export function BottomLine({ library, compared }: BottomLineProps) {
  const words = useWords()
  const language = useLanguage()
  const connected = useConnection((s) => s.connected)
  const { codebook } = library
  const sums =
    compared === null
      ? [words.reports(number(library.reportCount)), words.characters(number(library.characterCount))]
      : [words.reports(number(compared.reports)), words.characters(number(compared.characters)), words.quotations(number(compared.quotations))]
  return (
    <footer className="bottom-line">
      {connected ? (
        <span className="saved">{library.savedAt === null ? words.frame.nothingSaved : words.frame.saved(clockTime(library.savedAt))}</span>
      ) : (
        <span className="lost" role="alert">
          {words.frame.lost}
        </span>
      )}
      <span>{words.frame.offline}</span>
      <span title={`${codebook.id} ${codebook.version} SHA-256 ${codebook.sha256}`}>
        {words.frame.codebook} {codebook.name[language]} {codebook.version} · {codebook.sha256.slice(0, 8)}
      </span>
      <span className="grow" />
      <LimitsButton />
      <NoticeButton />
      <span>{sums.join(' · ')}</span>
    </footer>
  )
}

function NoticeButton() {
  const words = useWords()
  const list = useNotices((s) => s.list)
  const running = list.find((notice) => notice.kind === 'import' && notice.state === 'running')
  return (
    <Popover.Root>
      <Popover.Trigger className="link notices-button">
        {running?.kind === 'import'
          ? progressOf(running, words)
          : `${words.frame.notices} ${list.length}`}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" side="top" align="end" sideOffset={8}>
          <Popover.Popup className="notices-popup">
            <Popover.Title>{words.frame.notices}</Popover.Title>
            {list.length === 0 && <p>{words.frame.noNotices}</p>}
            <ul>
              {list.map((notice) => (
                <li key={notice.id}>
                  <PastNotice notice={notice} />
                </li>
              ))}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** Of a scan its pages count, else the files do. */
function progressOf({ done, total, recognising }: ImportNotice, words: Words): string {
  const page = recognising.at(-1)
  if (page === undefined) return words.imports.progress(number(done), number(total))
  return words.imports.recognising(page.page, page.pages, page.confidence === null ? null : wholePercent(page.confidence))
}

function PastNotice({ notice }: { readonly notice: Notice }) {
  const words = useWords()
  const language = useLanguage()
  const settled = usePanels((p) => p.settled)
  if (notice.kind === 'refusal') return notice.problem.message[language]
  if (notice.kind === 'preparing') return words.imports.preparing(number(notice.done), number(notice.files))
  if (notice.kind === 'saved') return words.frame.saveDone(notice.fileName)
  const count = (state: string): number => notice.outcomes.filter((outcome) => outcome.state === state).length
  const counts = { done: count('imported'), already: count('already-there'), failed: count('failed'), asking: notice.outcomes.filter(({ sheet }) => sheet !== undefined && !settled.has(sheet.held)).length }
  return (
    <>
      <p>{words.imports.counts(counts) || (notice.state === 'cancelled' ? words.imports.cancelled : words.imports.progress(number(notice.done), number(notice.total)))}</p>
      {notice.outcomes
        .filter((outcome) => outcome.problem !== null)
        .map((outcome, index) => (
          <p key={index} className="past-failure">
            <b>{outcome.file}</b> {outcome.problem?.message[language]}
          </p>
        ))}
      {notice.outcomes.map(({ file, sheet }) => sheet !== undefined && !settled.has(sheet.held) && <HeldSheet key={sheet.held} file={file} held={sheet.held} />)}
    </>
  )
}

/** A sheet that waits for a person stays at hand when its card was put aside. */
function HeldSheet({ file, held }: { readonly file: string; readonly held: string }) {
  const words = useWords()
  return (
    <p className="past-failure">
      <b>{file}</b>{' '}
      <button type="button" className="link" onClick={() => showSheet(held)}>
        {words.sheets.confirm}
      </button>
    </p>
  )
}
