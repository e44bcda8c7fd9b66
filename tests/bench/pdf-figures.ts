import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Refusal } from '#core/contract/problem.ts'
import { readPdf } from '../../src-main/readers/pdf/read-pdf.ts'
import { elapsed, median, type Figure } from './figures.ts'

const folder = new URL('../../../shared/data/formats/', import.meta.url)
/** Real files of several pages that hold their text; those to be recognised are another matter. */
const files = ['pdf-report-22p.pdf', 'pdf-policy-phrases.pdf', 'pdf-print-moe-gov.pdf', 'pdf-print-to-pdf.pdf', 'pdf-scan-with-ocr-errors.pdf']
const rounds = 5
const goal = 3

interface Timed {
  readonly file: string
  readonly pages: number
  /** Milliseconds for the whole file. */
  readonly cold: number
  readonly warm: number
  readonly plain: number
  readonly layout: number
}

/**
 * Text of real PDFs against poppler's pdftotext, both as they are used: pdftotext a process per file,
 * ours in a process that is warm, and in one of its own that has to load everything first.
 */
export async function pdfFigures(): Promise<Figure[]> {
  const missing = !existsSync(folder) ? '../shared/data is absent' : spawnSync('pdftotext', ['-v']).error ? 'pdftotext (poppler-utils) is absent' : null
  if (missing !== null) return [{ what: 'PDF text, time per page against pdftotext', measured: '–', goal: `≤ ${String(goal)} ×`, isMet: null, note: missing }]
  const timed: Timed[] = []
  for (const file of files) timed.push(await timeOf(file))
  const perPage = (of: (one: Timed) => number): number => timed.reduce((sum, one) => sum + of(one), 0) / timed.reduce((sum, { pages }) => sum + pages, 0)
  const ratio = (of: (one: Timed) => number): number => perPage(of) / perPage(({ layout }) => layout)
  const note = timed.map(({ file, pages, warm, layout }) => `${file} ${(warm / pages).toFixed(1)} / ${(layout / pages).toFixed(1)}`).join(', ')
  return [
    {
      what: 'PDF text, ms per page, warm process',
      measured: `${perPage(({ warm }) => warm).toFixed(1)} (${ratio(({ warm }) => warm).toFixed(1)} × pdftotext -layout ${perPage(({ layout }) => layout).toFixed(1)}, plain ${perPage(({ plain }) => plain).toFixed(1)})`,
      goal: `≤ ${String(goal)} ×`,
      isMet: ratio(({ warm }) => warm) <= goal,
      note: `ours / pdftotext -layout: ${note}`
    },
    {
      what: 'PDF text, ms per page, process of its own',
      measured: `${perPage(({ cold }) => cold).toFixed(1)} (${ratio(({ cold }) => cold).toFixed(1)} × pdftotext -layout)`,
      goal: 'reported',
      isMet: null,
      note: 'start of Node and PDFium included'
    }
  ]
}

async function timeOf(file: string): Promise<Timed> {
  const path = fileURLToPath(new URL(file, folder))
  const bytes = new Uint8Array(readFileSync(path))
  const pages = await pagesOf(bytes)
  const warm: number[] = []
  const cold: number[] = []
  const plain: number[] = []
  const layout: number[] = []
  // in turns, so that whatever else the machine does meets all of them
  for (let round = 0; round < rounds; round++) {
    warm.push(await elapsed(() => pagesOf(bytes)))
    plain.push(await elapsed(() => run('pdftotext', [path, '-'])))
    layout.push(await elapsed(() => run('pdftotext', ['-layout', path, '-'])))
    cold.push(await elapsed(() => run(process.execPath, ['--no-warnings', fileURLToPath(new URL('pdf-once.ts', import.meta.url)), path])))
  }
  return { file, pages, cold: median(cold), warm: median(warm), plain: median(plain), layout: median(layout) }
}

function run(program: string, given: readonly string[]): void {
  const { status, stderr } = spawnSync(program, given, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${given.join(' ')}: ${stderr.slice(0, 300)}`)
}

async function pagesOf(bytes: Uint8Array): Promise<number> {
  const file = await readPdf(bytes, { fileName: '', folders: [], encoding: null, columns: null, pageProgress: () => undefined })
  if (file instanceof Refusal) throw file
  return file.source.pages?.length ?? 0
}
