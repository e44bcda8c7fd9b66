import type { LibraryState, ReportSummary } from '#core/contract/calls.ts'
import { FloatingHand } from './FloatingHand.tsx'
import { LinkingBar } from './LinkingBar.tsx'
import { ReadingEditor } from './ReadingEditor.tsx'
import { ArticlesDialog } from './screens/articles/ArticlesDialog.tsx'
import { Overlays } from './screens/frame/Overlays.tsx'
import { Guide } from './screens/guide/Guide.tsx'
import { DuplicatesDialog } from './screens/library/DuplicatesDialog.tsx'
import { SheetDialog } from './screens/library/SheetDialog.tsx'

/** What lies over the window when it is called for. */
export function OverWindow({ library, reports }: { readonly library: LibraryState; readonly reports: readonly ReportSummary[] }) {
  return (
    <>
      <Overlays />
      <LinkingBar />
      <FloatingHand themes={library.themes} />
      <ReadingEditor />
      <Guide library={library} />
      <SheetDialog />
      <DuplicatesDialog reports={reports} />
      <ArticlesDialog reports={reports} />
    </>
  )
}
