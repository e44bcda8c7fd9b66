import type { Theme } from '../codebook/codebook.ts'
import { memberOf } from '../compare/columns.ts'
import { placeOf, type CountedReport } from '../compare/passages.ts'
import type { Target } from '../report/report.ts'
import { metricText } from '../report/target-metric.ts'
import type { Span } from '../text/span.ts'
import { changesOf } from '../versions/changes.ts'
import type { TargetChange } from '../versions/target-changes.ts'
import type { ThemeChange } from '../versions/theme-changes.ts'
import type { VersionComparison } from '../versions/versions.ts'
import { labelsIn, range, type Labels } from './labels.ts'
import type { Table, TableCell, TableColumn, TableRow } from './table.ts'
import { versionWords, type VersionWords } from './version-words.ts'
import type { Language } from './words.ts'

/** What the tables of two versions are made of. */
export interface VersionTableGround {
  readonly language: Language
  readonly before: CountedReport
  readonly after: CountedReport
  readonly comparison: VersionComparison
  readonly themes: readonly ThemeChange[]
  readonly targets: readonly TargetChange[]
  readonly known: ReadonlyMap<string, Pick<Theme, 'name' | 'color'>>
}

export const versionTableIds = ['changes', 'themes', 'targets'] as const

export type VersionTableId = (typeof versionTableIds)[number]

export function versionTable(id: VersionTableId, ground: VersionTableGround): Table {
  const drafting = { ...ground, labels: labelsIn(ground.language), words: versionWords[ground.language] }
  const parts = { changes: changesTable, themes: themesTable, targets: targetsTable }[id](drafting)
  const { words, labels } = drafting
  const named = (side: string, report: CountedReport): string => {
    const { title, date } = memberOf(report)
    return words.versionNote(side, title, labels.date(date))
  }
  return { id: `version-${id}`, name: words.titles[id], ...parts, notes: [named(words.before, ground.before), named(words.after, ground.after), ...parts.notes] }
}

interface Drafting extends VersionTableGround {
  readonly labels: Labels
  readonly words: VersionWords
}

type Parts = Pick<Table, 'columns' | 'rows' | 'notes'>

/** A column for each side: before, then after. */
const bothSides = ({ words }: Drafting, header: keyof VersionWords['headers'], [kind, width]: readonly [TableColumn['kind'], number]): TableColumn[] =>
  [words.before, words.after].map((side) => ({ header: `${side} · ${words.headers[header]}`, kind, width }))

const plain = (cells: readonly TableCell[], color: string | null = null): TableRow => ({ cells, color, isTotal: false })

/** One row for each change, with its words in both versions and where they stand. */
function changesTable(drafting: Drafting): Parts {
  const { words, comparison, before, after } = drafting
  return {
    columns: [
      { header: words.headers.change, kind: 'label', width: 8 },
      ...bothSides(drafting, 'words', ['text', 40]), ...bothSides(drafting, 'place', ['text', 6]), ...bothSides(drafting, 'lines', ['text', 10]), ...bothSides(drafting, 'start', ['count', 6])
    ],
    rows: changesOf(comparison.rows).map((change) => {
      const sides = [sideCells(drafting, before, change.before), sideCells(drafting, after, change.after)] as const
      return plain([words.changes[change.kind], ...sides[0].flatMap((cell, index) => [cell, sides[1][index]!])])
    }),
    notes: [words.notes.changes, ...(comparison.alignment === 'anchors' ? [words.notes.anchors] : []), ...coarser(drafting)]
  }
}

const coarser = ({ words, comparison: { ways } }: Drafting): string[] => (ways.sentences + ways.whole === 0 ? [] : [words.sentencesNote(ways.sentences + ways.whole)])

/** Words, paragraph, place in the original, start. */
function sideCells({ labels }: Drafting, report: CountedReport, span: Span | null): TableCell[] {
  if (span === null) return [null, null, null, null]
  const place = placeOf(report, span, span.end - 1)
  return [report.report.text.slice(span.start, span.end), range(place.paragraph, place.lastParagraph), labels.original(place), span.start]
}

/** One row for each theme that either version speaks of; the base below. */
function themesTable(drafting: Drafting): Parts {
  const { words, themes, known, language, before, after, labels } = drafting
  return {
    columns: [
      { header: words.headers.theme, kind: 'label', width: 12 },
      { header: words.headers.change, kind: 'text', width: 8 },
      ...bothSides(drafting, 'passages', ['count', 8]), ...bothSides(drafting, 'characters', ['count', 8]), ...bothSides(drafting, 'share', ['percent', 8]),
      { header: words.headers.difference, kind: 'percent', width: 8 }
    ],
    rows: [
      ...themes.map(({ theme, kind, before: one, after: other }) =>
        plain(
          [known.get(theme)?.name[language] ?? theme, words.themes[kind], one.passages.length, other.passages.length, one.characters, other.characters, one.share, other.share, other.share - one.share],
          known.get(theme)?.color.light ?? null
        )
      ),
      { cells: [words.base, null, null, null, before.characters, after.characters, null, null, null], color: null, isTotal: true }
    ],
    notes: [words.notes.themes, labels.words.units.passage, labels.words.units.themes]
  }
}

/** One row for each target that changed, with its numbers and its words in both versions. */
function targetsTable(drafting: Drafting): Parts {
  const { words, targets, known, language, before, after } = drafting
  return {
    columns: [
      { header: words.headers.change, kind: 'label', width: 8 },
      { header: words.headers.theme, kind: 'text', width: 10 },
      { header: words.headers.metric, kind: 'text', width: 20 },
      ...bothSides(drafting, 'words', ['text', 32]), ...bothSides(drafting, 'place', ['text', 6]), ...bothSides(drafting, 'lines', ['text', 10]), ...bothSides(drafting, 'start', ['count', 6])
    ],
    rows: targets.map((change) => {
      const theme = known.get((change.after ?? change.before)?.theme ?? '')
      const sides = [sideCells(drafting, before, change.before), sideCells(drafting, after, change.after)] as const
      return plain(
        [words.targets[change.kind], theme?.name[language] ?? null, metricOf(after, change.after) ?? metricOf(before, change.before), ...sides[0].flatMap((cell, index) => [cell, sides[1][index]!])],
        theme?.color.light ?? null
      )
    }),
    notes: [words.notes.targets]
  }
}

const metricOf = ({ report }: CountedReport, target: Target | null): string | null => (target === null ? null : metricText(report.text, target))
