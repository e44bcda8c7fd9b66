import type { LibraryState } from '#core/contract/calls.ts'
import { useHost } from '../../host/use-call.ts'
import { chooseFiles, importFiles } from '../../importing.ts'
import { useWords } from '../../use-words.ts'

interface OpenFilesButtonProps {
  readonly shell: LibraryState['shell']
}

/** The native dialog on the desktop, the browser's own elsewhere. */
export function OpenFilesButton({ shell }: OpenFilesButtonProps) {
  const words = useWords()
  const host = useHost()
  if (shell === 'desktop') {
    return (
      <button type="button" onClick={() => void chooseFiles(host)}>
        {words.library.open}
      </button>
    )
  }
  return (
    <label className="file-button">
      <input
        type="file"
        multiple
        className="visually-hidden"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])].map((file) => ({ name: file.name, file }))
          event.target.value = ''
          void importFiles(host, files)
        }}
      />
      <span>{words.library.open}</span>
    </label>
  )
}
