import { useHost } from '../../host/use-call.ts'
import { TableFileMenu } from '../../TableFileMenu.tsx'
import { useLanguage, useWords } from '../../use-words.ts'
import type { TargetRow } from './target-rows.ts'

/** What the table shows, in its order, as a file. */
export function TargetExport({ shown }: { readonly shown: readonly TargetRow[] }) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  return (
    <TableFileMenu
      rows={shown.length}
      words={words.targets}
      ask={(format) => host.call('targets.export', { targets: shown.map(({ report, start, end }) => ({ report, start, end })), format, language })}
    />
  )
}
