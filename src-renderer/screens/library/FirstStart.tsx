import type { LibraryState } from '#core/contract/calls.ts'
import { useHost } from '../../host/use-call.ts'
import { addSample } from '../../importing.ts'
import { startGuide } from '../../state/guide.ts'
import { useWords } from '../../use-words.ts'
import { OpenFilesButton } from './OpenFilesButton.tsx'

/** An empty library: what this is, and the two ways to begin. */
export function FirstStart({ shell }: { readonly shell: LibraryState['shell'] }) {
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
