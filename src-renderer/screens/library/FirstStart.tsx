import type { LibraryState } from '#core/contract/calls.ts'
import { useCall, useHost } from '../../host/use-call.ts'
import { addSample } from '../../importing.ts'
import { number } from '../../language/labels.ts'
import { noticeRefusal } from '../../state/notices.ts'
import { startGuide } from '../../state/guide.ts'
import { useWords } from '../../use-words.ts'
import { OpenFilesButton } from './OpenFilesButton.tsx'

interface FirstStartProps {
  readonly shell: LibraryState['shell']
  readonly onOpenBin: () => void
}

/** A library that lists nothing: what this is and the ways to begin, or that all its reports lie in the bin. */
export function FirstStart({ shell, onOpenBin }: FirstStartProps) {
  const binned = useCall('reports.binned', {})
  if (binned.value === null && binned.problem === null) return null
  const ids = (binned.value ?? []).map(({ id }) => id)
  return ids.length > 0 ? <AllInBin shell={shell} ids={ids} onOpenBin={onOpenBin} /> : <NothingYet shell={shell} />
}

function NothingYet({ shell }: Pick<FirstStartProps, 'shell'>) {
  const words = useWords()
  const host = useHost()
  return (
    <div className="first-start">
      <h1>{words.library.firstTitle}</h1>
      <p className="lead">{words.library.firstText}</p>
      <div className="first-actions">
        <button type="button" className="main" onClick={() => void addSample(host)}>
          {words.library.sample}
        </button>
        <OpenFilesButton shell={shell} />
        <button type="button" onClick={startGuide}>
          {words.around.settings.guideStart}
        </button>
      </div>
      <p className="first-note">{words.library.sampleNote}</p>
      <p className="first-note">
        {words.library.formats}
        <br />
        {words.library.firstNote}
      </p>
    </div>
  )
}

function AllInBin({ shell, ids, onOpenBin }: FirstStartProps & { readonly ids: readonly string[] }) {
  const words = useWords()
  const host = useHost()
  const { allInBin } = words.library
  const restore = async (): Promise<void> => {
    const reply = await host.call('reports.restore', { reports: [...ids] })
    if (!reply.ok) noticeRefusal(reply.problem)
  }
  return (
    <div className="first-start">
      <h1>{allInBin.title}</h1>
      <p className="lead">{allInBin.text(number(ids.length))}</p>
      <div className="first-actions">
        <button type="button" className="main" onClick={onOpenBin}>
          {allInBin.open}
        </button>
        <button type="button" onClick={() => void restore()}>
          {allInBin.restore}
        </button>
        <OpenFilesButton shell={shell} />
      </div>
    </div>
  )
}
