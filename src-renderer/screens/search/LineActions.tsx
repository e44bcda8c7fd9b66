import { useState } from 'react'
import { useHost } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { keepQuery } from '../../state/searching.ts'
import { noticeRefusal } from '../../state/notices.ts'
import { TableFileMenu } from '../../TableFileMenu.tsx'
import { useLanguage, useWords } from '../../use-words.ts'
import { pageStart } from './asked.ts'
import type { Chosen } from './chosen-lines.ts'
import type { ShownPage } from './use-concordance.ts'

interface LineActionsProps {
  readonly shown: ShownPage
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
      <TableFileMenu
        rows={shown.page.total}
        words={w}
        ask={(format) => {
          const { offset: _, limit: __, ...asked } = shown.input
          keepQuery(shown.input.query)
          return host.call('search.export', { ...asked, format, language })
        }}
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
    const offsets = new Set([...lines].map(pageStart))
    for (const offset of [...offsets].sort((a, b) => a - b)) {
      const reply = await host.call('search.lines', { ...shown.input, offset })
      if (!reply.ok) return noticeRefusal(reply.problem)
      for (const [at, { report, note, start, end }] of reply.value.lines.entries()) {
        if (lines.has(offset + at)) places.push({ report, note, start, end })
      }
    }
    const reply = await host.call('search.cite', { part, ...(width === undefined ? {} : { width }), places, language })
    if (!reply.ok) return noticeRefusal(reply.problem)
    await navigator.clipboard.writeText(reply.value.join('\n'))
    setCopied({ of: lines, count: reply.value.length })
  }
  return [copied !== null && (chosen.lines.size === 0 || copied.of === chosen.lines) ? copied.count : 0, () => void copy(chosen.lines)]
}
