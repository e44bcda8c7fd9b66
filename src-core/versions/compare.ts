import { charactersOf } from '../text/counted-text.ts'
import type { Span } from '../text/span.ts'
import { alignParagraphs } from './align.ts'
import { blocksOf, stretchOf, type BlockRange } from './blocks.ts'
import { joinDivided } from './join.ts'
import { movedPairs } from './moves.ts'
import type { RowKind, Stretch, Version, VersionComparison, VersionCounts, VersionRow, WordWay } from './versions.ts'
import { compareWords, type CutWords } from './words.ts'

/** Steps for all words of a comparison: some hundreds of milliseconds. What lies beyond is compared by sentences. */
const WORD_STEPS = 6_000_000

export interface HowToCompare {
  readonly cut: CutWords
  readonly steps?: number
  readonly mostWeighed?: number
}

/**
 * Two versions of a text: paragraphs find each other first, then words within those that did. It yields between
 * paragraphs, so that whoever runs it can do other work in between. The same texts give the same comparison on
 * every machine that cuts words alike: what it may cost is counted in steps, never in time.
 */
export function* compareVersions(before: Version, after: Version, how: HowToCompare): Generator<void, VersionComparison> {
  const blocks = { before: blocksOf(before), after: blocksOf(after) }
  const texts = { before: textsOf(before.text, blocks.before), after: textsOf(after.text, blocks.after) }
  const { pairs, likeness, way } = alignParagraphs(texts.before, texts.after, how.mostWeighed)
  yield
  const joined = joinDivided(texts.before, texts.after, pairs)
  const alone = { before: outside(texts.before.length, joined.map((pair) => pair.before)), after: outside(texts.after.length, joined.map((pair) => pair.after)) }
  const moved = movedPairs(texts, alone, likeness)
  yield
  const matches = [
    ...joined.map((pair) => ({ ...pair, isMoved: false })),
    ...moved.map(([b, a]) => ({ before: [b, b] as const, after: [a, a] as const, isMoved: true }))
  ].map((pair): Match => ({ isMoved: pair.isMoved, before: stretchOf(blocks.before, pair.before), after: stretchOf(blocks.after, pair.after) }))
  const compared = yield* comparedMatches({ before: before.text, after: after.text }, matches, how)
  const rows = rowsOf(compared.matches, blocks)
  return { rows, counts: countsOf(rows, before.text, after.text), alignment: way, ways: compared.ways }
}

const textsOf = (text: string, blocks: readonly Span[]): string[] => blocks.map(({ start, end }) => text.slice(start, end))

function outside(length: number, ranges: readonly BlockRange[]): number[] {
  const taken = new Set(ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, n) => first + n)))
  return Array.from({ length }, (_, n) => n).filter((n) => !taken.has(n))
}

interface Match {
  readonly isMoved: boolean
  readonly before: Stretch
  readonly after: Stretch
}

type ComparedMatch = Match & Pick<VersionRow, 'pieces' | 'way'>

function* comparedMatches(texts: { readonly before: string; readonly after: string }, matches: readonly Match[], { cut, steps = WORD_STEPS }: HowToCompare): Generator<void, { readonly matches: ComparedMatch[]; readonly ways: Record<WordWay, number> }> {
  const ways: Record<WordWay, number> = { words: 0, sentences: 0, whole: 0 }
  const compared: ComparedMatch[] = []
  let left = steps
  for (const match of matches) {
    const [one, other] = [{ text: texts.before, span: match.before }, { text: texts.after, span: match.after }]
    if (texts.before.slice(match.before.start, match.before.end) === texts.after.slice(match.after.start, match.after.end)) {
      compared.push({ ...match, pieces: [], way: null })
      continue
    }
    const { pieces, way, spent } = compareWords(one, other, { cut, steps: left })
    left -= spent
    ways[way]++
    compared.push({ ...match, pieces, way })
    yield
  }
  return { matches: compared, ways }
}

/** In the order of the pairs that did not move; between two of them first what only the one has, then what only the other has. */
function rowsOf(matches: readonly ComparedMatch[], blocks: { readonly before: readonly Span[]; readonly after: readonly Span[] }): VersionRow[] {
  const movedAway = new Map(matches.filter(({ isMoved }) => isMoved).map((match) => [match.before.first, match]))
  const movedHere = new Map(matches.filter(({ isMoved }) => isMoved).map((match) => [match.after.first, match]))
  const rows: VersionRow[] = []
  const ends = new Map<ComparedMatch, number>()
  const push = (kind: RowKind, match: ComparedMatch): void => {
    const { before, after, pieces, way } = match
    const partner = ends.get(match) ?? null
    if (partner !== null) rows[partner] = { ...rows[partner]!, partner: rows.length }
    ends.set(match, rows.length)
    rows.push({ kind, before, after, pieces, way, partner })
  }
  const alone = { pieces: [], way: null, partner: null }
  let [b, a] = [1, 1]
  const upTo = (before: number, after: number): void => {
    for (; b < before; b++) {
      const match = movedAway.get(b)
      if (match !== undefined) push('moved-away', match)
      else rows.push({ kind: 'removed', before: stretchOf(blocks.before, [b - 1, b - 1]), after: null, ...alone })
    }
    for (; a < after; a++) {
      const match = movedHere.get(a)
      if (match !== undefined) push('moved-here', match)
      else rows.push({ kind: 'added', before: null, after: stretchOf(blocks.after, [a - 1, a - 1]), ...alone })
    }
  }
  for (const match of matches) {
    if (match.isMoved) continue
    upTo(match.before.first, match.after.first)
    push(match.way === null ? 'same' : 'changed', match)
    b = match.before.last + 1
    a = match.after.last + 1
  }
  upTo(blocks.before.length + 1, blocks.after.length + 1)
  return rows
}

function countsOf(rows: readonly VersionRow[], before: string, after: string): VersionCounts {
  const count = (kind: RowKind): number => rows.filter((row) => row.kind === kind).length
  const characters = { deleted: 0, added: 0 }
  for (const row of rows) {
    if (row.kind === 'removed') characters.deleted += charactersIn(before, row.before!)
    if (row.kind === 'added') characters.added += charactersIn(after, row.after!)
    if (row.kind === 'moved-away') continue
    for (const piece of row.pieces) {
      if (piece.kind === 'deleted') characters.deleted += charactersIn(before, piece.before)
      if (piece.kind === 'added') characters.added += charactersIn(after, piece.after)
    }
  }
  return {
    same: count('same'),
    changed: count('changed'),
    removed: count('removed'),
    added: count('added'),
    moved: count('moved-here'),
    deletedCharacters: characters.deleted,
    addedCharacters: characters.added
  }
}

const charactersIn = (text: string, { start, end }: Span): number => charactersOf(text.slice(start, end))
