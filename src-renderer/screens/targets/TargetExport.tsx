import { useState } from 'react'
import { useHost } from '../../host/use-call.ts'
import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { saveBytes } from '../../save-bytes.ts'
import { noticeRefusal, noticeSaved } from '../../state/notices.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import type { TargetRow } from './target-rows.ts'

/** A workbook of more rows takes so long to write that the window would wait. */
const mostInWorkbook = 10_000

/** What the table shows, in its order, as a file. */
export function TargetExport({ shown }: { readonly shown: readonly TargetRow[] }) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const [isBusy, setBusy] = useState(false)
  const isLong = shown.length > mostInWorkbook
  const save = async (format: 'xlsx' | 'csv'): Promise<void> => {
    setBusy(true)
    const targets = shown.map(({ report, start, end }) => ({ report, start, end }))
    const reply = await host.call('targets.export', { targets, format, language })
    setBusy(false)
    if (!reply.ok) noticeRefusal(reply.problem)
    else if (reply.value !== null) {
      if (reply.value.base64 !== null) saveBytes(reply.value.fileName, reply.value.base64)
      noticeSaved(reply.value.fileName)
    }
  }
  const { formats } = words.targets
  return (
    <OptionMenu
      label={isBusy ? words.targets.exporting : words.targets.export}
      disabled={shown.length === 0 || isBusy}
      options={[
        { id: 'csv', label: formats.csv, note: '.csv' },
        ...(isLong ? [] : [{ id: 'xlsx', label: formats.xlsx, note: '.xlsx' }])
      ]}
      onChoose={(id) => void save(id === 'xlsx' ? 'xlsx' : 'csv')}
    />
  )
}
