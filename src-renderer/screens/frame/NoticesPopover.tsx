import { Popover } from '@base-ui/react/popover'
import { wholePercent } from '#core/compare/recognised.ts'
import { clockTime, number } from '../../language/labels.ts'
import type { Words } from '../../language/zh.ts'
import { ChangedText } from '../../ChangedText.tsx'
import { ProblemText } from '../../ProblemText.tsx'
import { forgetNotice, forgetNotices, isRunning, useNotices, type CodingNotice, type ImportNotice, type MergedNotice, type Notice } from '../../state/notices.ts'
import { showMerge, useMerges } from '../../state/merges.ts'
import { showOverlay, useOverlayState } from '../../state/overlays.ts'
import { showSheet, usePanels } from '../../state/panels.ts'
import { useLanguage, useWords } from '../../use-words.ts'

/** What happened, to be read later: of what kind, when, and what to do about it. */
export function NoticesPopover() {
  const words = useWords()
  const language = useLanguage()
  const list = useNotices((s) => s.list)
  const [isOpen, setOpen] = useOverlayState('notices')
  const running = list.find((notice) => notice.kind !== 'preparing' && isRunning(notice))
  const { notices } = words.around
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className="link notices-button">
        {running?.kind === 'import' ? progressOf(running, words) : running?.kind === 'coding' ? words.codebooks.coding(running.name[language], number(running.done), number(running.total)) : `${words.frame.notices} ${list.length}`}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" side="top" align="end" sideOffset={8}>
          <Popover.Popup className="notices-popup">
            <header>
              <Popover.Title>{notices.title}</Popover.Title>
              {list.some((notice) => !isRunning(notice)) && (
                <button type="button" className="link" onClick={() => forgetNotices()}>
                  {notices.clear}
                </button>
              )}
            </header>
            {list.length === 0 && <p className="popup-note">{notices.none}</p>}
            <ul>
              {list.map((notice) => (
                <li key={notice.id}>
                  <p className="notice-head">
                    <b>{notices.kinds[kindOf(notice)]}</b>
                    <time>{clockTime(notice.at)}</time>
                    {!isRunning(notice) ? (
                      <button type="button" className="link" aria-label={notices.remove} title={notices.remove} onClick={() => forgetNotice(notice.id)}>
                        ✕
                      </button>
                    ) : (
                      <span>{notices.running}</span>
                    )}
                  </p>
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

const kindOf = ({ kind }: Notice): keyof Words['around']['notices']['kinds'] => (kind === 'change' || kind === 'library' ? 'done' : kind)

/** Of a scan its pages count, else the files do. */
function progressOf({ done, total, recognising }: ImportNotice, words: Words): string {
  const page = recognising.at(-1)
  if (page === undefined) return words.imports.progress(number(done), number(total))
  return words.imports.recognising(page.page, page.pages, page.confidence === null ? null : wholePercent(page.confidence))
}

function PastNotice({ notice }: { readonly notice: Notice }) {
  const words = useWords()
  const language = useLanguage()
  if (notice.kind === 'refusal') return <ProblemText problem={notice.problem} />
  if (notice.kind === 'preparing') return <p>{words.imports.preparing(number(notice.done), number(notice.files))}</p>
  if (notice.kind === 'saved') return <p>{words.frame.saveDone(notice.fileName)}</p>
  if (notice.kind === 'library') return <p>{words.around.libraries.switched(notice.name)}</p>
  if (notice.kind === 'change') return <ChangedText notice={notice} />
  if (notice.kind === 'merged') return <PastMerge notice={notice} />
  if (notice.kind === 'coding') return <p>{codingSaid(notice, notice.name[language], words)}</p>
  return <PastImport notice={notice} />
}

/** What came of it is read in the dialog again. */
function PastMerge({ notice: { merge, origin } }: { readonly notice: MergedNotice }) {
  const { exchange } = useWords().around
  const isKept = useMerges(({ list }) => list.some((report) => report.merge === merge))
  const read = (): void => {
    showMerge(merge)
    showOverlay('exchange')
  }
  return (
    <p>
      {exchange.merged(origin)}{' '}
      {isKept && (
        <button type="button" className="link" onClick={read}>
          {exchange.readAgain}
        </button>
      )}
    </p>
  )
}

function codingSaid({ state, done, total }: CodingNotice, name: string, { codebooks }: Words): string {
  if (state === 'running') return codebooks.coding(name, number(done), number(total))
  return state === 'ended' ? codebooks.coded(name) : codebooks.codingStopped(name)
}

const mostListed = 200

function PastImport({ notice }: { readonly notice: ImportNotice }) {
  const words = useWords()
  const language = useLanguage()
  const settled = usePanels((p) => p.settled)
  const count = (state: string): number => notice.outcomes.filter((outcome) => outcome.state === state).length
  const waiting = notice.outcomes.flatMap(({ file, sheet }) => (sheet === undefined || settled.has(sheet.held) ? [] : [{ file, held: sheet.held }]))
  const counts = words.imports.counts({ done: count('imported'), already: count('already-there'), failed: count('failed'), asking: waiting.length })
  const otherwise = notice.state === 'cancelled' ? words.imports.cancelled : words.imports.progress(number(notice.done), number(notice.total))
  return (
    <>
      <p>{counts || otherwise}</p>
      {notice.outcomes
        .filter(({ problem }) => problem !== null)
        .slice(0, mostListed)
        .map(({ file, problem }, index) =>
          problem === null ? null : (
            <p key={index} className="past-failure">
              <b>{file}</b> {problem.message[language]} {words.around.next[problem.kind]}
            </p>
          )
      )}
      {waiting.map(({ file, held }) => (
        <HeldSheet key={held} file={file} held={held} />
      ))}
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
