import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '#core/contract/problem.ts'
import { readDocx } from '../../src-main/readers/docx/read-docx.ts'
import { inList, makeDocx, paragraph, paragraphOf, run, runOf, table } from '../main/readers/make-docx.ts'
import { elapsed, median, type Figure } from './figures.ts'
import { inventedReports } from './invented-reports.ts'

const sources = new URL('../../src-main/readers/docx/read-docx.ts', import.meta.url)
const built = new URL('../../out/main/chunks/', import.meta.url)
const realFiles = new URL('../../../shared/data/formats/', import.meta.url)
const rounds = 3
const pages = 100
const charactersOnPage = 800

interface Document {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Milliseconds for one document; `cold` and `pandoc` are whole processes. */
interface Timing {
  readonly warm: number
  readonly cold: number
  readonly pandoc: number
}

/**
 * Reading of Word documents against `pandoc -t plain`: the real ones where they are on this machine, and
 * an invented one of a hundred pages. Pandoc is a program that starts for each document, as people use it; ours
 * is measured in a process that has read others before, as in a batch, and in one that starts for it alone.
 */
export async function docxFigures(): Promise<Figure[]> {
  const hasPandoc = spawnSync('pandoc', ['--version']).status === 0
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-docx-'))
  try {
    const figures: Figure[] = []
    const all = realDocuments()
    const real = hasPandoc ? all.filter((each) => pandocReads(each, folder)) : all
    const beyond = all.length - real.length
    if (beyond > 0) console.log(`${beyond} of ${all.length} real Word documents are left out of the measuring: pandoc cannot read them`)
    if (real.length > 0) figures.push(figureOf(`${real.length} real Word documents, each`, await timings(real, folder, hasPandoc), hasPandoc))
    const invented = [{ name: 'invented.docx', bytes: inventedDocument() }]
    figures.push(figureOf(`a Word document of ${pages} pages`, await timings(invented, folder, hasPandoc), hasPandoc))
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The goal is for a process that stays, as the program has it; what a start costs is in the note. */
function figureOf(what: string, timings: readonly Timing[], hasPandoc: boolean): Figure {
  const of = (which: keyof Timing): number => median(timings.map((timing) => timing[which]))
  const [warm, cold, pandoc] = [of('warm'), of('cold'), of('pandoc')]
  const alone = `in a process that starts for it: ${cold.toFixed(0)} ms`
  return {
    what,
    measured: hasPandoc ? `${warm.toFixed(1)} ms, ${(pandoc / warm).toFixed(1)} × as fast as pandoc` : `${warm.toFixed(1)} ms`,
    goal: '> 1 ×',
    isMet: hasPandoc ? warm < pandoc : null,
    note: hasPandoc ? `pandoc: ${pandoc.toFixed(0)} ms; ours ${alone}; medians of ${rounds} rounds` : `needs pandoc; ours ${alone}`
  }
}

async function timings(documents: readonly Document[], folder: string, hasPandoc: boolean): Promise<Timing[]> {
  const measured: Timing[] = []
  for (const { name, bytes } of documents) {
    const file = join(folder, name)
    writeFileSync(file, bytes)
    for (let warming = 0; warming < 3; warming++) await read(name, bytes)
    const laps: Timing[] = []
    for (let round = 0; round < rounds; round++) {
      const warm = await elapsed(() => read(name, bytes))
      const cold = await elapsed(() => succeed(process.execPath, ['--no-warnings', '--input-type=module', '-e', coldReading(), file]))
      const pandoc = hasPandoc ? await elapsed(() => succeed('pandoc', ['-f', 'docx', '-t', 'plain', '-o', join(folder, 'out.txt'), file])) : NaN
      laps.push({ warm, cold, pandoc })
    }
    const of = (which: keyof Timing): number => median(laps.map((lap) => lap[which]))
    measured.push({ warm: of('warm'), cold: of('cold'), pandoc: of('pandoc') })
  }
  return measured
}

/** What is built, for that is what a user runs; the sources where nothing is. */
function readerAddress(): string {
  const name = existsSync(built) ? readdirSync(built).find((each) => /^read-docx-.*\.js$/.test(each)) : undefined
  return (name === undefined ? sources : new URL(name, built)).href
}

const coldReading = (): string => `
import { readFileSync } from 'node:fs'
const { readDocx } = await import(${JSON.stringify(readerAddress())})
const file = await readDocx(readFileSync(process.argv[1]), { fileName: 'a.docx', folders: [], encoding: null, columns: null, pageProgress: () => undefined })
if (!('source' in file)) throw new Error('refused')`

function pandocReads({ name, bytes }: Document, folder: string): boolean {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return spawnSync('pandoc', ['-f', 'docx', '-t', 'plain', '-o', join(folder, 'out.txt'), file]).status === 0
}

function succeed(program: string, options: readonly string[]): void {
  const { status, stderr } = spawnSync(program, options, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`)
}

async function read(fileName: string, bytes: Uint8Array): Promise<void> {
  const outcome = await readDocx(bytes, { fileName, folders: [], encoding: null, columns: null, pageProgress: () => undefined })
  if (outcome instanceof Refusal) throw outcome
}

/** Those that are documents: not the ones made to fail. */
function realDocuments(): Document[] {
  if (!existsSync(realFiles)) return []
  const names = readdirSync(realFiles).filter((name) => /^docx-(?!password|truncated|empty).*\.docx$/.test(name))
  return names.map((name) => ({ name, bytes: readFileSync(new URL(name, realFiles)) }))
}

/** 虚构样例: headings and lists with automatic numbers, notes, and a table every few pages. */
function inventedDocument(): Uint8Array {
  const level = (format: string, text: string, n: number): string =>
    `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const levels = level('chineseCountingThousand', '%1、', 0) + level('chineseCountingThousand', '（%2）', 1)
  const numbering = `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
  const fonts = '<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
  const body: string[] = []
  const notes: string[] = []
  for (const [n, { text }] of inventedReports(pages, charactersOnPage).entries()) {
    body.push(paragraph('重点工作', inList(1)))
    for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
      // as Word does, a sentence in several runs
      const runs = line.match(/.{1,24}/gsu)?.map((piece) => run(piece, fonts)).join('') ?? ''
      body.push(paragraphOf(runs, `<w:spacing w:line="560"/><w:ind w:firstLine="640"/>`))
    }
    body.push(paragraphOf(run('落实措施', fonts) + runOf(`<w:footnoteReference w:id="${n + 1}"/>`), inList(1, 1)))
    notes.push(`<w:footnote w:id="${n + 1}">${paragraph('样例注释')}</w:footnote>`)
    if (n % 5 === 0) body.push(table(Array.from({ length: 8 }, (_, row) => ['地区', '数量', '比例'].map((cell) => paragraph(`${cell}${row}`)))))
  }
  return makeDocx({ body: body.join(''), numbering, footnotes: notes.join('') })
}
