import { readFileSync } from 'node:fs'
import type { ReadingContext } from '#core/report/read-reports.ts'
import { readReports } from '#core/report/read-reports.ts'
import { sourceFromText } from '#core/source/source.ts'
import { FScore } from './f-score.ts'

/** One labelled text of `labels.json`, as far as themes are concerned. */
export interface LabelledText {
  readonly file: string
  /** Theme ids that the text plainly covers. */
  readonly topics?: readonly string[]
  /** Theme ids that it names without covering them: counted neither way. */
  readonly topics_in_passing?: readonly string[]
}

export interface ThemeLabels {
  /** The theme ids that were labelled at all; others are not judged. */
  readonly topic_ids: readonly string[]
  readonly records: readonly LabelledText[]
}

export interface ThemeScore {
  /** Micro-averaged over all pairs of text and theme. */
  readonly themes: FScore
  readonly byTheme: ReadonlyMap<string, FScore>
  /** One line for each wrong decision, with the words that a theme was read from. */
  readonly errors: readonly string[]
}

/** Which themes each text covers, against the labels: document level, over all reports of a file. */
export function scoreThemes(labels: ThemeLabels, folder: URL, context: ReadingContext): ThemeScore {
  const themes = new FScore()
  const byTheme = new Map(labels.topic_ids.map((id) => [id, new FScore()]))
  const errors: string[] = []
  for (const { file, topics = [], topics_in_passing: passing = [] } of labels.records) {
    const found = themesOf(readFileSync(new URL(file, folder), 'utf8'), context)
    for (const [id, score] of byTheme) {
      if (passing.includes(id)) continue
      const [isFound, isWanted] = [found.has(id), topics.includes(id)]
      for (const each of [themes, score]) each.countSets(new Set(isFound ? [id] : []), new Set(isWanted ? [id] : []))
      if (isFound && !isWanted) errors.push(`${file} +${id}: ${found.get(id)!.join(' | ')}`)
      if (isWanted && !isFound) errors.push(`${file} -${id}`)
    }
  }
  return { themes, byTheme, errors }
}

/** Theme id -> the statements that carry it. */
function themesOf(text: string, context: ReadingContext): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const report of readReports(sourceFromText(text), context).reports) {
    for (const { start, end, themes } of report.statements) {
      for (const { id } of themes) found.set(id, [...(found.get(id) ?? []), report.text.slice(start, end)])
    }
  }
  return found
}
