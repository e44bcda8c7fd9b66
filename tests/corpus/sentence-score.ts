import { readFileSync } from 'node:fs'
import { readReports } from '#core/report/read-reports.ts'
import type { Report } from '#core/report/report.ts'
import { sourceFromText } from '#core/source/source.ts'
import { toClean, toSource } from '#core/text/offset-map.ts'
import type { Span } from '#core/text/span.ts'
import { referenceContext } from '../../src-main/host/reference.ts'
import { FScore } from './f-score.ts'

/** A labelled sentence: positions are UTF-16 offsets into the decoded file. */
export interface LabelledSentence extends Span {
  readonly file: string
  readonly split: 'dev' | 'heldout'
  readonly themes: readonly string[]
  readonly kind: string
  readonly targets: readonly (readonly [number, number])[]
  readonly trap?: boolean
  readonly doubtful?: boolean
}

export interface SentenceScore {
  readonly themes: FScore
  readonly targets: FScore
  readonly kindRight: number
  readonly sentences: number
  readonly traps: number
  readonly trapsClean: number
  readonly errors: readonly string[]
}

interface SentenceReading {
  readonly themes: ReadonlySet<string>
  readonly kind: string | null
  /** In the coordinates of the labels. */
  readonly targets: readonly Span[]
}

/** Themes of a sentence are the union over its statements; its kind is that of most of its characters. */
function readingOf(report: Report, clean: readonly Span[], toLabel: (s: Span) => Span): SentenceReading {
  const themes = new Set<string>()
  const weight = new Map<string, number>()
  const targets: Span[] = []
  for (const { start, end } of clean) {
    for (const s of report.statements) {
      const shared = Math.min(end, s.end) - Math.max(start, s.start)
      if (shared <= 0) continue
      for (const theme of s.themes) themes.add(theme.id)
      weight.set(s.kind, (weight.get(s.kind) ?? 0) + shared)
    }
    targets.push(...report.targets.filter((t) => t.start < end && t.end > start).map(toLabel))
  }
  const kind = [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
  return { themes, kind, targets }
}

/** Two ranges are the same target when they share at least half of what either covers. */
const sameTarget = (a: Span, b: Span): boolean => {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared > 0 && shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start)) >= 0.5
}

/** `whole`: each file read as it is; `alone`: each sentence as a file of its own, without any context. */
export function scoreSentences(labels: readonly LabelledSentence[], mode: 'whole' | 'alone', dataFolder: URL): SentenceScore {
  const files = new Map<string, { text: string; reports: readonly Report[] }>()
  const load = (file: string) => {
    const known = files.get(file)
    if (known !== undefined) return known
    const text = readFileSync(new URL(file, dataFolder), 'utf8')
    const loaded = { text, reports: mode === 'whole' ? readReports(sourceFromText(text, file), referenceContext()).reports : [] }
    files.set(file, loaded)
    return loaded
  }
  const score = { themes: new FScore(), targets: new FScore(), kindRight: 0, sentences: 0, traps: 0, trapsClean: 0, errors: [] as string[] }
  for (const label of labels) {
    const { text, reports } = load(label.file)
    const reading = mode === 'whole' ? readInPlace(reports, label) : readAlone(text.slice(label.start, label.end), label.start)
    count(score, label, { reading, sentence: text.slice(label.start, label.end) })
  }
  return score
}

function readInPlace(reports: readonly Report[], label: LabelledSentence): SentenceReading {
  for (const report of reports) {
    const clean = toClean(report.map, label)
    if (clean.length === 0) continue
    return readingOf(report, clean, (s) => {
      const spans = toSource(report.map, s)
      return { start: spans[0]!.start, end: spans.at(-1)!.end }
    })
  }
  return { themes: new Set(), kind: null, targets: [] }
}

function readAlone(sentence: string, at: number): SentenceReading {
  const report = readReports(sourceFromText(sentence), referenceContext()).reports[0]
  if (report === undefined) return { themes: new Set(), kind: null, targets: [] }
  return readingOf(report, [{ start: 0, end: report.text.length }], (s) => {
    const spans = toSource(report.map, s)
    return { start: spans[0]!.start + at, end: spans.at(-1)!.end + at }
  })
}

function count(
  score: { -readonly [K in keyof SentenceScore]: SentenceScore[K] } & { errors: string[] },
  label: LabelledSentence,
  { reading, sentence }: { reading: SentenceReading; sentence: string }
): void {
  const wanted = new Set(label.themes)
  score.themes.countSets(reading.themes, wanted)
  score.sentences += 1
  if (reading.kind === label.kind) score.kindRight += 1
  const extra = [...reading.themes].filter((theme) => !wanted.has(theme))
  const missing = label.themes.filter((theme) => !reading.themes.has(theme))
  if (label.trap === true) {
    score.traps += 1
    if (extra.length === 0) score.trapsClean += 1
  }
  const gold = label.targets.map(([start, end]): Span => ({ start, end }))
  const found = gold.filter((g) => reading.targets.some((t) => sameTarget(g, t)))
  const spare = reading.targets.filter((t) => !gold.some((g) => sameTarget(g, t)))
  score.targets.hits += found.length
  score.targets.missed += gold.length - found.length
  score.targets.extra += spare.length
  const wrong = [
    extra.length > 0 ? `+${extra.join(' +')}` : '',
    missing.length > 0 ? `-${missing.join(' -')}` : '',
    reading.kind === label.kind ? '' : `kind ${reading.kind} not ${label.kind}`,
    ...spare.map((s) => `+target ${s.start}`),
    ...gold.filter((g) => !found.includes(g)).map((g) => `-target ${g.start}`)
  ].filter((part) => part !== '')
  if (wrong.length > 0) score.errors.push(`${label.file}:${label.start} ${wrong.join(', ')} | ${sentence.slice(0, 80)}`)
}
