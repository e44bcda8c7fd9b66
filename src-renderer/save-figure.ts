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

/** A file that the host was asked for: the desktop has asked where to put it (null: nowhere), the browser saves it itself. */
export function keepFile(reply: Reply<SavedFigure | null>): void {
  if (!reply.ok) return noticeRefusal(reply.problem)
  if (reply.value === null) return
  if (reply.value.base64 !== null) saveBytes(reply.value.fileName, reply.value.base64)
  noticeSaved(reply.value.fileName)
}

export interface FileKeeping {
  /** While a file is being made. */
  readonly isBusy: boolean
  readonly keep: (ask: () => Promise<Reply<SavedFigure | null>>) => Promise<void>
}

/** Asks for a file and keeps it. */
export function useFileKeeping(): FileKeeping {
  const [isBusy, setBusy] = useState(false)
  const keep: FileKeeping['keep'] = async (ask) => {
    setBusy(true)
    try {
      keepFile(await ask())
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, keep }
}

/** What is shown as a file. */
export function useFigureFiles(): FigureFiles {
  const host = useHost()
  const language = useLanguage()
  const { isBusy, keep } = useFileKeeping()
  return {
    isBusy,
    saveTable: (title, table, format) => keep(() => host.call('figures.saveTable', { title, table, format, language })),
    savePicture: (title, { picture, colors }, format) =>
      keep(async () => {
        const svg = svgText(picture, colors)
        const base64 = format === 'svg' ? base64OfText(svg) : await pngOfSvg(svg, picture)
        return host.call('figures.savePicture', { title, format, base64 })
      })
  }
}
