import { useState } from 'react'
import type { SavedFigure, ShownTable } from '#core/contract/figure-calls.ts'
import type { Reply } from '#core/contract/problem.ts'
import { useHost } from './host/use-call.ts'
import { base64OfText, pngOfSvg } from './parts/png-of-svg.ts'
import { svgText, type Picture } from './parts/picture.ts'
import { saveBytes } from './save-bytes.ts'
import { noticeRefusal, noticeSaved } from './state/notices.ts'
import { useLanguage } from './use-words.ts'

export interface FigureFiles {
  readonly isBusy: boolean
  readonly saveTable: (title: string, table: ShownTable, format: 'xlsx' | 'csv') => Promise<void>
  /** `colors`: theme id -> `#rrggbb`, for white paper. */
  readonly savePicture: (title: string, drawing: { readonly picture: Picture; readonly colors: ReadonlyMap<string, string> }, format: 'svg' | 'png') => Promise<void>
}

/** What is shown as a file: the desktop asks where to put it, the browser saves it itself. */
export function useFigureFiles(): FigureFiles {
  const host = useHost()
  const language = useLanguage()
  const [isBusy, setBusy] = useState(false)
  const save = async (ask: () => Promise<Reply<SavedFigure | null>>): Promise<void> => {
    setBusy(true)
    try {
      const reply = await ask()
      if (!reply.ok) return noticeRefusal(reply.problem)
      if (reply.value === null) return
      if (reply.value.base64 !== null) saveBytes(reply.value.fileName, reply.value.base64)
      noticeSaved(reply.value.fileName)
    } finally {
      setBusy(false)
    }
  }
  return {
    isBusy,
    saveTable: (title, table, format) => save(() => host.call('figures.saveTable', { title, table, format, language })),
    savePicture: (title, { picture, colors }, format) =>
      save(async () => {
        const svg = svgText(picture, colors)
        const base64 = format === 'svg' ? base64OfText(svg) : await pngOfSvg(svg, picture)
        return host.call('figures.savePicture', { title, format, base64 })
      })
  }
}
