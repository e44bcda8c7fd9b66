import { readFileSync } from 'node:fs'
import { ASKED_FROM, type DoubtedReading } from '#core/report/doubt.ts'
import { doubtsOf } from '#core/report/doubts.ts'
import { readReports } from '#core/report/read-reports.ts'
import type { Report } from '#core/report/report.ts'
import { sourceFromText } from '#core/source/source.ts'
import { toClean } from '#core/text/offset-map.ts'
import { overlaps, type Span } from '#core/text/span.ts'
import { referenceContext } from '../../src-main/host/reference.ts'
import type { LabelledSentence } from './sentence-score.ts'

/** How well doubt tells the wrong readings from the right ones. */
export interface DoubtScore {
  readonly readings: number
  readonly wrong: number
  /** Of the fifth that is doubted most: how many of them are wrong. */
  readonly wrongOnTop: number
  readonly top: number
  /** Of those that a person is asked about. */
  readonly asked: number
  readonly wrongAsked: number
  /** How often a wrong reading stands above a right one; 0.5: by chance. */
  readonly order: number
}

interface Judged {
  readonly doubt: number
  readonly isRight: boolean
}

/** Themes, kinds and targets of the labelled sentences, each in its report. */
export function scoreDoubts(labels: readonly LabelledSentence[], dataFolder: URL): DoubtScore {
  const files = new Map<string, readonly { report: Report; doubts: readonly DoubtedReading[] }[]>()
  const load = (file: string) => {
    const known = files.get(file)
    if (known !== undefined) return known
    const { reports } = readReports(sourceFromText(readFileSync(new URL(file, dataFolder), 'utf8'), file), referenceContext())
    const loaded = reports.map((report) => ({ report, doubts: doubtsOf(report, null) }))
    files.set(file, loaded)
    return loaded
  }
  const judged = labels.flatMap((label): Judged[] => {
    for (const { report, doubts } of load(label.file)) {
      const place = cleanOf(report, label)
      if (place !== null) return doubts.flatMap((doubt) => judge(doubt, { label, report, place }) ?? [])
    }
    return []
  })
  return scoreOf(judged)
}

interface Place {
  readonly label: LabelledSentence
  readonly report: Report
  readonly place: Span
}

/** null: not of this sentence, or of a part that has no labels. */
function judge({ part, span, read, doubt }: DoubtedReading, { label, report, place }: Place): Judged | null {
  if (span === null || !overlaps(span, place)) return null
  if (part === 'theme') return { doubt, isRight: label.themes.includes(read!) }
  if (part === 'kind') return span.start > place.start + 2 ? null : { doubt, isRight: read === label.kind }
  if (part !== 'target') return null
  const wanted = label.targets.map(([start, end]) => cleanOf(report, { start, end }))
  return { doubt, isRight: wanted.some((target) => target !== null && isSame(target, span)) }
}

function cleanOf(report: Report, span: Span): Span | null {
  const clean = toClean(report.map, span)
  return clean.length === 0 ? null : { start: clean[0]!.start, end: clean.at(-1)!.end }
}

const isSame = (a: Span, b: Span): boolean => (Math.min(a.end, b.end) - Math.max(a.start, b.start)) * 2 >= Math.max(a.end, b.end) - Math.min(a.start, b.start)

function scoreOf(judged: readonly Judged[]): DoubtScore {
  const ranked = judged.toSorted((a, b) => b.doubt - a.doubt)
  const wrong = ranked.filter(({ isRight }) => !isRight)
  const right = ranked.filter(({ isRight }) => isRight)
  const top = ranked.slice(0, Math.round(ranked.length / 5))
  const asked = ranked.filter(({ doubt }) => doubt >= ASKED_FROM)
  const won = wrong.reduce((sum, { doubt }) => sum + right.reduce((own, other) => own + (doubt > other.doubt ? 1 : doubt === other.doubt ? 0.5 : 0), 0), 0)
  const wrongIn = (some: readonly Judged[]): number => some.filter(({ isRight }) => !isRight).length
  return {
    readings: ranked.length,
    wrong: wrong.length,
    wrongOnTop: wrongIn(top),
    top: top.length,
    asked: asked.length,
    wrongAsked: wrongIn(asked),
    order: won / Math.max(1, wrong.length * right.length)
  }
}
