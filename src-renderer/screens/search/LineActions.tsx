import { useState } from 'react'
import { useHost } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { saveBytes } from '../../save-bytes.ts'
import { keepQuery } from '../../state/searching.ts'
import { noticeRefusal, noticeSaved } from '../../state/notices.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { linesAtOnce } from './asked.ts'
import type { Chosen } from './chosen-lines.ts'
import type { ShownPage } from './use-concordance.ts'

/** The host refuses workbooks of more lines: they take minutes to write. */
const mostInWorkbook = 10_000

interface LineActionsProps {
  readonly shown: ShownPage | null
  readonly chosen: Chosen
  readonly copied: number
  readonly onCopy: () => void
}

/** What can be done with the lines: copied with citations, all of them exported. */
export function LineActions({ shown, chosen, copied, onCopy }: LineActionsProps) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const w = words.searching
  const [isBusy, setBusy] = useState(false)
  const save = async (format: 'csv' | 'xlsx'): Promise<void> => {
    if (shown === null) return
    const { offset: _, limit: __, ...asked } = shown.input
    setBusy(true)
    keepQuery(shown.input.query)
    const reply = await host.call('search.export', { ...asked, format, language })
    setBusy(false)
    if (!reply.ok) return noticeRefusal(reply.problem)
    if (reply.value === null) return
    if (reply.value.base64 !== null) saveBytes(reply.value.fileName, reply.value.base64)
    noticeSaved(reply.value.fileName)
  }
  const total = shown?.page.total ?? 0
  return (
    <div className="line-actions">
      {chosen.lines.size > 0 ? (
        <>
          <span>{w.chosen(number(chosen.lines.size))}</span>
          <button type="button" onClick={onCopy}>
            {w.copy}
          </button>
          <button type="button" className="link" onClick={chosen.clear}>
            {w.unchoose}
          </button>
        </>
      ) : null}
      <span role="status">{copied > 0 ? w.copied(number(copied)) : ''}</span>
      <OptionMenu
        label={isBusy ? w.exporting : w.export}
        disabled={total === 0 || isBusy}
        options={[
          { id: 'csv', label: w.formats.csv, note: '.csv' },
          ...(total > mostInWorkbook ? [] : [{ id: 'xlsx', label: w.formats.xlsx, note: '.xlsx' }])
        ]}
        onChoose={(id) => void save(id === 'xlsx' ? 'xlsx' : 'csv')}
      />
    </div>
  )
}

/** Puts the chosen lines on the clipboard, each with report and place. @returns how many there are */
export function useCopyLines(shown: ShownPage | null, chosen: Chosen): readonly [copied: number, copy: () => void] {
  const host = useHost()
  const language = useLanguage()
  const [copied, setCopied] = useState<{ of: ReadonlySet<number>; count: number } | null>(null)
  const copy = async (lines: ReadonlySet<number>): Promise<void> => {
    if (shown === null || lines.size === 0) return
    const { part = 'text', width } = shown.input
    const places = []
    for (const index of [...lines].sort((a, b) => a - b)) {
      const offset = index - (index % linesAtOnce)
      const reply = await host.call('search.lines', { ...shown.input, offset })
      if (!reply.ok) return noticeRefusal(reply.problem)
      const line = reply.value.lines[index - offset]
      if (line !== undefined) places.push({ report: line.report, note: line.note, start: line.start, end: line.end })
    }
    const reply = await host.call('search.cite', { part, ...(width === undefined ? {} : { width }), places, language })
    if (!reply.ok) return noticeRefusal(reply.problem)
    await navigator.clipboard.writeText(reply.value.join('\n'))
    setCopied({ of: lines, count: reply.value.length })
  }
  return [copied !== null && (chosen.lines.size === 0 || copied.of === chosen.lines) ? copied.count : 0, () => void copy(chosen.lines)]
}
