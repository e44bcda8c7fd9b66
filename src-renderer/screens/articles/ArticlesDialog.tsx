import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import type { ReportSummary } from '#core/contract/calls.ts'
import { useCall } from '../../host/use-call.ts'
import { openReport, routeNow } from '../../routes.ts'
import { showArticles, usePanels } from '../../state/panels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { ArticlesEditor, type Leaving } from './ArticlesEditor.tsx'
import './articles.css'

/** The articles of one file, to be merged, split and put in order by hand. */
export function ArticlesDialog({ reports }: { readonly reports: readonly ReportSummary[] }) {
  const source = usePanels((p) => p.articles)
  // a division that is not applied is not lost by a press of Esc
  const [isDirty, setDirty] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const close = (): void => {
    setDirty(false)
    setLeaving(false)
    showArticles(null)
  }
  const applied = (ids: readonly string[]): void => {
    const open = routeNow().place?.report
    const isOfSource = reports.some((report) => report.id === open && report.source.id === source)
    close()
    if (isOfSource && ids[0] !== undefined && !ids.includes(open ?? '')) openReport(ids[0])
  }
  return (
    <Dialog.Root
      open={source !== null}
      onOpenChange={(isOpen) => {
        if (isOpen) return
        if (isDirty && !isLeaving) setLeaving(true)
        else close()
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog articles-dialog">
          {source !== null && (
            <Content
              source={source}
              leaving={isLeaving ? { discard: close, goOn: () => setLeaving(false) } : null}
              onDirty={setDirty}
              onApplied={applied}
            />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface ContentProps {
  readonly source: string
  readonly leaving: Leaving | null
  readonly onDirty: (isDirty: boolean) => void
  readonly onApplied: (reports: readonly string[]) => void
}

function Content({ source, leaving, onDirty, onApplied }: ContentProps) {
  const words = useWords()
  const language = useLanguage()
  const { value: page, problem } = useCall('articles.read', { source })
  return (
    <>
      <header>
        <Dialog.Title>
          {words.articles.title}
          {page !== null && <small>{page.fileName}</small>}
        </Dialog.Title>
        <Dialog.Close>{words.articles.cancel}</Dialog.Close>
      </header>
      <Dialog.Description>{words.articles.note}</Dialog.Description>
      {page !== null ? (
        <ArticlesEditor page={page} leaving={leaving} onDirty={onDirty} onApplied={onApplied} />
      ) : problem !== null ? (
        <p role="alert" className="field-problem">
          {problem.message[language]}
        </p>
      ) : (
        <p role="status">{words.articles.loading}</p>
      )}
    </>
  )
}
