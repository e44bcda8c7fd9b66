import type { ShownTable } from '#core/contract/figure-calls.ts'
import type { Row } from '#core/compare/comparison.ts'
import { percent } from '../../language/labels.ts'
import type { Language } from '../../language/provinces.ts'
import type { Words } from '../../language/zh.ts'
import type { RankMark, ThemeLine } from './theme-lines.ts'

/** `2` or, where others share it, `2=`; a dash where there is none. */
export const rankText = ({ rank, isTied }: RankMark): string => (rank === null ? '—' : `${rank}${isTied ? '=' : ''}`)

/** ↑2, ↓3, = where it stays; '' where one side has no rank. */
export function changeText({ change }: RankMark): string {
  if (change === null) return ''
  return change === 0 ? '→' : change > 0 ? `↑${change}` : `↓${-change}`
}

/** Beside a mark within the chart. */
export const innerText = (mark: RankMark): string => [rankText(mark), changeText(mark)].filter((part) => part !== '').join(' ')

/** At the left end, outward from the mark. */
export const leftFigures = (mark: RankMark): string[] => (mark.rank === null ? [rankText(mark)] : [rankText(mark), percent(mark.share)])

/** At the right end; the last column also says what has changed. */
export const rightFigures = (mark: RankMark): string[] => [...leftFigures(mark), ...(changeText(mark) === '' ? [] : [changeText(mark)])]

/** A mark in words, for those who do not see the chart. */
export function markSentence(mark: RankMark, words: Words): string {
  const w = words.figures.ranks
  if (mark.rank === null) return w.absent
  return [
    `${w.rank(mark.rank)}${mark.isTied ? ` (${w.tied})` : ''}`,
    percent(mark.share),
    ...(mark.change === null ? [] : [mark.change === 0 ? w.same : mark.change > 0 ? w.up(mark.change) : w.down(-mark.change)])
  ].join(words.comma)
}

interface RankTableTexts {
  readonly rows: readonly Row[]
  readonly names: readonly string[]
  readonly words: Words
  readonly language: Language
  readonly notes: readonly string[]
}

/** The chart as a table for a file. */
export function rankTable(lines: readonly ThemeLine[], { rows, names, words, language, notes }: RankTableTexts): ShownTable {
  const w = words.figures.ranks
  return {
    columns: [
      { header: w.theme, kind: 'label', width: 14 },
      ...names.flatMap((name, index) => [
        { header: `${name}\n${words.figures.counts.measures.rank}`, kind: 'count' as const, width: 8 },
        { header: `${name}\n${w.share}`, kind: 'percent' as const, width: 8 },
        ...(index === 0 ? [] : [{ header: `${name}\n${w.change}`, kind: 'count' as const, width: 8 }])
      ])
    ],
    rows: lines.map(({ row, marks }) => ({
      cells: [rows[row]?.label[language] ?? '', ...marks.flatMap(({ rank, share, change }, index) => [rank, share, ...(index === 0 ? [] : [change])])],
      color: rows[row]?.color ?? null,
      isTotal: false
    })),
    notes: [...notes]
  }
}
