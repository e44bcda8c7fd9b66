import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildComparison } from '#core/compare/build.ts'
import { readReports } from '#core/report/read-reports.ts'
import { sourceFromText } from '#core/source/source.ts'
import { buildIfStale } from '../../src-main/cli/build.ts'
import { codebookStamp, defaultCodebook, referenceContext } from '../../src-main/host/reference.ts'
import { batchFiles } from '../../src-main/parser/run.ts'
import { docxFigures } from './docx-figures.ts'
import { elapsed, figureTable, median, type Figure } from './figures.ts'
import { inventedReports } from './invented-reports.ts'
import { writeMixedFiles } from './mixed-files.ts'
import { pdfFigures } from './pdf-figures.ts'
import { searchFigures } from './search-figures.ts'
import { windowFigures } from './window-figures.ts'
import { preparedLibrary } from './window-library.ts'

// `npm run bench`: the figures of the README, measured here and now. Medians of several rounds; a
// ratio is taken within each round, so that a slow moment of the machine slows both sides. Measured is
// what is built, for that is what a user runs.

const root = join(import.meta.dirname, '..', '..')
const rounds = 3
const reportCount = 2000
const memoryReportCount = 10_000
const mixedFileCount = 500
const python = '/usr/bin/python3'

interface Run {
  readonly reports: number
  readonly seconds: number
  readonly megabytes?: number
}

/** `npm run bench pdf docx` measures these alone. */
const sections: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = {
  import: importFigures,
  memory: () => [memoryFigure()],
  mixed: mixedFigures,
  comparison: async () => [await comparisonFigure()],
  start: async () => [await startFigure()],
  pdf: pdfFigures,
  docx: docxFigures,
  search: () => searchFigures(preparedLibrary(10_000, 2000), 10_000),
  window: windowFigures
}
const wanted = process.argv.slice(2)

buildIfStale(root)
const work = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
try {
  console.log(`${availableParallelism()} processors, Node ${process.versions.node}; some minutes …\n`)
  const figures: Figure[] = []
  for (const [name, measure] of Object.entries(sections)) if (wanted.length === 0 || wanted.includes(name)) figures.push(...(await measure()))
  console.log(figureTable(figures))
} finally {
  rmSync(work, { recursive: true, force: true })
}

function importFigures(): Figure[] {
  const folder = writeReports(reportCount)
  const hasPython = spawnSync(python, ['-c', 'import jieba, pandas']).status === 0
  const measured = Array.from({ length: rounds }, () => {
    const ours = perReport(importRun(folder))
    return {
      ours,
      script: hasPython ? perReport(scriptRun(folder)) : null,
      alone: perReport(child('insert-once.ts', { folder }))
    }
  })
  const ours = median(measured.map((round) => round.ours))
  const ratio = (of: (round: (typeof measured)[number]) => number): number => median(measured.map(of))
  const toScript = hasPython ? ratio((round) => round.script! / round.ours) : null
  const toAlone = ratio((round) => round.ours / round.alone)
  return [
    {
      what: `import of ${reportCount} reports`,
      measured: `${(1 / ours).toFixed(0)} reports/s`,
      goal: '≥ 850 reports/s',
      isMet: 1 / ours >= 850
    },
    {
      what: 'import against a jieba + pandas script',
      measured: toScript === null ? 'not measured' : `${toScript.toFixed(1)} × as fast`,
      goal: '≥ 10 ×',
      isMet: toScript === null ? null : toScript >= 10,
      note: toScript === null ? 'needs /usr/bin/python3 with jieba and pandas' : `the script: ${(1 / median(measured.map((round) => round.script!))).toFixed(0)} reports/s`
    },
    {
      what: 'import against only storing',
      measured: `${toAlone.toFixed(1)} × its time`,
      goal: '≤ 1.6 ×',
      isMet: toAlone <= 1.6,
      note: `only storing: ${(1 / median(measured.map((round) => round.alone))).toFixed(0)} reports/s, on one core; both ${batchFiles} files a transaction`
    }
  ]
}

function memoryFigure(): Figure {
  const { megabytes = Infinity } = importRun(writeReports(memoryReportCount))
  return {
    what: `memory of an import of ${memoryReportCount} reports`,
    measured: `${megabytes.toFixed(0)} MB at most`,
    goal: '< 400 MB',
    isMet: megabytes < 400,
    note: 'all processes together'
  }
}

async function mixedFigures(): Promise<Figure[]> {
  const folder = join(work, 'mixed')
  mkdirSync(folder)
  await writeMixedFiles(folder, mixedFileCount)
  const measured = Array.from({ length: rounds }, () => ({ one: importRun(folder, { onOneCore: true }), both: importRun(folder) }))
  const gain = median(measured.map(({ one, both }) => one.seconds / both.seconds))
  const megabytes = Math.max(...measured.map(({ both }) => both.megabytes ?? Infinity))
  const imported = Math.min(...measured.flatMap(({ one, both }) => [one.reports, both.reports]))
  const note = `${imported} of ${mixedFileCount} read; both: ${median(measured.map(({ both }) => both.seconds)).toFixed(1)} s; txt, GBK, docx, html, ofd, pdf in turn`
  return [
    { what: `${mixedFileCount} mixed files, both cores against one`, measured: `${gain.toFixed(2)} × as fast`, goal: '≥ 1.6 ×', isMet: gain >= 1.6, note },
    { what: `memory of an import of ${mixedFileCount} mixed files`, measured: `${megabytes.toFixed(0)} MB at most`, goal: '< 600 MB', isMet: megabytes < 600, note: 'all processes together' }
  ]
}

async function comparisonFigure(): Promise<Figure> {
  const context = referenceContext()
  const reports = inventedReports(31, 2000, 7).map(({ name, text }, index) => {
    const source = sourceFromText(text, name)
    return { id: String(index + 1), report: readReports(source, context).reports[0]!, sourceFile: name, sha256: '', lines: source.lines }
  })
  const codebook = codebookStamp(defaultCodebook)
  const times: number[] = []
  for (let i = 0; i < 15; i++) times.push(await elapsed(() => buildComparison(reports, defaultCodebook, { codebook })))
  const ms = median(times.slice(3))
  return { what: 'comparison of 31 reports × 16 themes', measured: `${ms.toFixed(1)} ms`, goal: '< 50 ms', isMet: ms < 50 }
}

async function startFigure(): Promise<Figure> {
  const what = 'command line: start to first output on the seed'
  const program = join(root, 'out', 'main', 'cli.js')
  const seed = join(root, 'seeds', '000_8625d94934d53eac.txt')
  const times: number[] = []
  for (let i = 0; i < 9; i++) times.push(await firstOutput([program, 'parse', seed, '--json']))
  const ms = median(times.slice(2))
  return { what, measured: `${ms.toFixed(0)} ms`, goal: '< 400 ms', isMet: ms < 400 }
}

function firstOutput(args: readonly string[]): Promise<number> {
  const start = performance.now()
  const program_ = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    program_.once('error', reject)
    program_.stdout.once('data', () => resolve(performance.now() - start))
    program_.stdout.resume()
    program_.once('exit', (code) => reject(new Error(`parse ended with ${code} and said nothing`)))
  })
}

function writeReports(count: number): string {
  const folder = join(work, String(count))
  mkdirSync(folder)
  for (const { name, text } of inventedReports(count, 2000)) writeFileSync(join(folder, name), text)
  return folder
}

function importRun(folder: string, { onOneCore = false } = {}): Run {
  return child('import-once.ts', { folder, more: [join(root, 'out', 'main', 'parser-process.js')], onOneCore })
}

interface ChildRun {
  readonly folder: string
  readonly more?: readonly string[]
  /** All of it, the processes that it starts included (Linux: taskset). */
  readonly onOneCore?: boolean
}

function child(script: string, { folder, more = [], onOneCore = false }: ChildRun): Run {
  const into = mkdtempSync(join(work, 'library-'))
  const call = [process.execPath, join(import.meta.dirname, script), folder, into, ...more]
  const [program = '', ...rest] = onOneCore ? ['taskset', '-c', '0', ...call] : call
  const output = execFileSync(program, rest, { encoding: 'utf8' })
  rmSync(into, { recursive: true })
  return JSON.parse(output) as Run
}

function scriptRun(folder: string): Run {
  const script = join(import.meta.dirname, 'theme_counts.py')
  const codebook = join(root, 'resources', 'codebook.civil-affairs.json')
  return JSON.parse(execFileSync(python, [script, folder, codebook], { encoding: 'utf8' })) as Run
}

/** Seconds. */
function perReport({ seconds, reports }: Run): number {
  return seconds / reports
}
