import type { PageProgress } from '../readers/reader.ts'
import { oneLine, warn } from './failure.ts'

export interface Progress {
  readonly done: number
  readonly total: number
}

/** A bar on a terminal, one line for every hundred files otherwise. */
export function showProgress({ done, total }: Progress): void {
  if (process.stderr.isTTY) {
    const filled = Math.round((done / Math.max(1, total)) * 30)
    process.stderr.write(`\r${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${done}/${total}${done === total ? '\n' : ''}`)
  } else if (done % 100 === 0 && done > 0) {
    warn(`${done}/${total}`)
  }
}

/** A page of a scan was recognised. */
export function showPage(file: string, { page, pages, confidence }: Pick<PageProgress, 'page' | 'pages' | 'confidence'>): void {
  const sure = confidence === null ? '' : ` ${Math.round(confidence * 100)}%`
  if (page > 0) warn(`${oneLine(file)}: 识别 recognised ${page}/${pages}${sure}`)
}
