import { articleAt, fitting, normalised, type Arrangement, type KeptArrangement } from '#core/arrangement/arrangement.ts'
import { divideArranged } from '#core/arrangement/divide-arranged.ts'
import { arrangementOf } from '#core/arrangement/machine-arrangement.ts'
import { unitsOf } from '#core/arrangement/units.ts'
import type { ArticleUnit } from '#core/contract/articles-calls.ts'
import { readMetadata } from '#core/report/metadata.ts'
import type { Article, Division, FurnitureKind } from '#core/source/article.ts'
import { joinLines } from '#core/source/clean.ts'
import { divideSource } from '#core/source/divide.ts'
import { lineIndexAt, type Source } from '#core/source/source.ts'
import { packMap } from '#core/text/offset-map.ts'
import type { Span } from '#core/text/span.ts'
import { referenceContext } from '../host/reference.ts'
import type { Divided, DividedReport } from './messages.ts'

/** What a person sees who divides a source by hand: its units, how they lie now, and what comes of it. */
export function dividedBy(source: Source, kept: KeptArrangement | null): Divided {
  const { gazetteer } = referenceContext()
  const own = divideSource(source, gazetteer)
  const machine = arrangementOf(own, source.text)
  const given = fitting(kept, source.text)
  const arrangement = given === null ? machine : normalised(given, source.text)
  const division = given === null ? own : divideArranged(source, arrangement, gazetteer)
  const metadata = readMetadata(division.articles, source, gazetteer)
  return {
    units: readUnits(source, own, [machine, arrangement]),
    machine,
    arrangement,
    reports: division.articles.map((article, n): DividedReport => ({
      article: articleAt(arrangement, beginOf(article)) ?? n,
      title: article.title?.text ?? null,
      characters: article.text.replace(/\s/g, '').length,
      jurisdiction: metadata[n]!.jurisdiction,
      date: metadata[n]!.date,
      map: JSON.stringify(packMap(article.map))
    })),
    leftOver: division.leftOver.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0)
  }
}

const beginOf = ({ map, title }: Article): number => map.pieces[0]?.source ?? title?.spans[0]?.start ?? 0

function readUnits(source: Source, division: Division, arrangements: readonly Arrangement[]): ArticleUnit[] {
  const furniture = division.articles
    .flatMap((article) => article.furniture.flatMap(({ kind, spans }) => spans.map((span) => ({ ...span, kind }))))
    .sort((a, b) => a.start - b.start)
  let next = 0
  return unitsOf(source, arrangements).map((unit): ArticleUnit => {
    const text = joinLines(source.text, [unit], 'headline')
    const begin = text.pieces[0]?.source ?? unit.start
    while (next < furniture.length && furniture[next]!.end <= begin) next++
    const line = lineIndexAt(source.lines, begin)
    return { ...unit, text: text.text, line: line + 1, page: source.lines[line]?.page ?? null, kind: kindAt(furniture[next], begin) }
  })
}

const kindAt = (span: (Span & { readonly kind: FurnitureKind }) | undefined, at: number): FurnitureKind | null =>
  span !== undefined && span.start <= at ? span.kind : null
