import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReports } from '#core/report/read-reports.ts'
import { sourceFromText } from '#core/source/source.ts'
import { charactersOf } from '#core/text/counted-text.ts'
import { restored } from './restored.ts'
import { standsIn, type Version, type VersionComparison, type VersionRow } from '#core/versions/versions.ts'
import { referenceContext } from '../../../src-main/host/reference.ts'
import { compare } from './compared.ts'

/** 虚构样例 throughout: what a text says here was never said. */
const version = (...paragraphs: readonly string[]): Version => {
  let at = 0
  return {
    text: paragraphs.join('\n'),
    paragraphs: paragraphs.map((text) => {
      const start = at
      at += text.length + 1
      return { start, end: start + text.length }
    })
  }
}

/** `[-taken out-]{+put in+}`, as word diffs are written. */
const written = (row: VersionRow, before: Version, after: Version): string =>
  row.pieces
    .map(({ kind, before: b, after: a }) => (kind === 'same' ? after.text.slice(a.start, a.end) : kind === 'deleted' ? `[-${before.text.slice(b.start, b.end)}-]` : `{+${after.text.slice(a.start, a.end)}+}`))
    .join('')

const kinds = ({ rows }: VersionComparison): string[] => rows.map(({ kind }) => kind)

/** Everything that holds of every comparison of two texts. */
function holds(before: Version, after: Version, comparison: VersionComparison): void {
  const texts = { before: before.text, after: after.text }
  const { rows } = comparison
  expect(restored('after', rows, texts)).toBe(after.text)
  expect(restored('before', rows, texts)).toBe(before.text)
  for (const side of ['before', 'after'] as const) {
    let at = 0
    for (const row of rows.filter((each) => standsIn(each, side))) {
      const { start, end } = row[side]!
      expect(start).toBeGreaterThanOrEqual(at)
      expect(texts[side].slice(at, start).trim()).toBe('')
      at = end
      let inside = start
      for (const piece of row.pieces) {
        expect(piece[side].start).toBe(inside)
        inside = piece[side].end
      }
      if (row.pieces.length > 0) expect(inside).toBe(end)
    }
    expect(texts[side].slice(at).trim()).toBe('')
  }
  rows.forEach((row, index) => {
    for (const piece of row.pieces) {
      const [b, a] = [before.text.slice(piece.before.start, piece.before.end), after.text.slice(piece.after.start, piece.after.end)]
      if (piece.kind === 'same') expect(a).toBe(b)
      else expect(piece.kind === 'deleted' ? a : b).toBe('')
    }
    if (row.kind !== 'moved-away' && row.kind !== 'moved-here') return expect(row.partner).toBeNull()
    const other = rows[row.partner!]!
    expect(other.partner).toBe(index)
    expect(other.kind).toBe(row.kind === 'moved-away' ? 'moved-here' : 'moved-away')
    expect(other.pieces).toEqual(row.pieces)
  })
}

describe('two versions of a text', () => {
  const work = '持续提升养老服务质量，新增护理型床位2.5万张，老年助餐点覆盖所有街道。'
  const relief = '健全分层分类的社会救助体系，为困难群众发放生活补贴。'
  const children = '做好孤儿和事实无人抚养儿童保障，关爱农村留守儿童。'
  const grass = '推进基层治理现代化，开展城乡社区服务能力提升行动。'

  it('says word by word what changed in a paragraph', () => {
    const before = version(relief, work)
    const after = version(relief, work.replace('2.5万张', '3万张').replace('所有街道', '所有街道和八成乡镇'))
    const comparison = compare(before, after)
    expect(kinds(comparison)).toEqual(['same', 'changed'])
    expect(written(comparison.rows[1]!, before, after)).toBe('持续提升养老服务质量，新增护理型床位[-2.5-]{+3+}万张，老年助餐点覆盖所有街道{+和八成乡镇+}。')
    expect(comparison.counts).toEqual({ same: 1, changed: 1, removed: 0, added: 0, moved: 0, deletedCharacters: 3, addedCharacters: 6 })
    expect(comparison.ways).toEqual({ words: 1, sentences: 0, whole: 0 })
    holds(before, after, comparison)
  })

  it('cuts between words, not within them', () => {
    const before = version('各级民政部门要加强对困难群众的走访探视，及时了解他们的生活情况。')
    const after = version('县级以上民政部门要加强对困难群众的走访探视，及时了解他们的生活情况。')
    expect(written(compare(before, after).rows[0]!, before, after)).toMatch(/^\[-各级-\]\{\+县级以上\+\}民政部门要/)
  })

  it('lets no single character in common stand between two changes', () => {
    const before = version('要加快完善制度的建设，推动各项养老服务政策落实到每一位困难老人。')
    const after = version('要稳步健全机制的运行，推动各项养老服务政策落实到每一位困难老人。')
    expect(written(compare(before, after).rows[0]!, before, after)).toBe('要[-加快完善制度的建设-]{+稳步健全机制的运行+}，推动各项养老服务政策落实到每一位困难老人。')
  })

  it('tells a paragraph that came in from one that was taken out', () => {
    const [before, after] = [version(relief, children, grass), version(relief, work, grass)]
    const comparison = compare(before, after)
    expect(kinds(comparison)).toEqual(['same', 'removed', 'added', 'same'])
    expect(comparison.counts.deletedCharacters).toBe(charactersOf(children))
    expect(comparison.counts.addedCharacters).toBe(charactersOf(work))
    holds(before, after, comparison)
  })

  it('shows a paragraph that moved as moved, with both its ends, and what changed on its way', () => {
    const [before, after] = [version(relief, children, grass, work), version(work.replace('2.5', '3'), relief, children, grass)]
    const comparison = compare(before, after)
    expect(kinds(comparison)).toEqual(['moved-here', 'same', 'same', 'same', 'moved-away'])
    const [here] = comparison.rows
    expect(here!.partner).toBe(4)
    expect([here!.before!.first, here!.after!.first]).toEqual([4, 1])
    expect(written(here!, before, after)).toContain('床位[-2.5-]{+3+}万张')
    expect(comparison.counts).toMatchObject({ moved: 1, removed: 0, added: 0, deletedCharacters: 3, addedCharacters: 1 })
    holds(before, after, comparison)
  })

  it('finds a paragraph again that was divided into two', () => {
    const [before, after] = [version(relief, work + children + grass), version(relief, work, children + grass)]
    const comparison = compare(before, after)
    expect(kinds(comparison)).toEqual(['same', 'changed'])
    expect(comparison.rows[1]!.after).toMatchObject({ first: 2, last: 3 })
    expect(written(comparison.rows[1]!, before, after)).toBe(`${work}{+\n+}${children}${grass}`)
    holds(before, after, comparison)
  })

  it('takes the faster way by sentences, and says so, where words would take too long', () => {
    const [before, after] = [version(work + relief), version(work.replace('2.5', '3') + relief)]
    const comparison = compare(before, after, { steps: 0 })
    expect(comparison.ways).toEqual({ words: 0, sentences: 1, whole: 0 })
    expect(comparison.rows[0]!.way).toBe('sentences')
    expect(written(comparison.rows[0]!, before, after)).toBe(`[-${work}-]{+${work.replace('2.5', '3')}+}${relief}`)
    holds(before, after, comparison)
  })

  it('finds equal paragraphs first, and says so, where there are very many', () => {
    const lines = Array.from({ length: 30 }, (_, n) => `第${n + 1}项：${relief}`)
    const changed = lines.map((line, n) => (n === 12 ? line.replace('困难群众', '低收入群众') : line))
    const [before, after] = [version(...lines), version(...changed)]
    const comparison = compare(before, after, { mostWeighed: 10 })
    expect(comparison.alignment).toBe('anchors')
    expect(kinds(comparison).filter((kind) => kind !== 'same')).toEqual(['changed'])
    expect(written(comparison.rows[12]!, before, after)).toContain('[-困难-]{+低收入+}群众')
    holds(before, after, comparison)
  })

  it('compares an empty text with one that is not', () => {
    const comparison = compare(version(), version(relief))
    expect(kinds(comparison)).toEqual(['added'])
    expect(kinds(compare(version(), version()))).toEqual([])
    holds(version(), version(relief), comparison)
  })
})

describe('the laws of a comparison', () => {
  const clause = fc.constantFrom('健全社会救助体系，', '新增床位2.5万张。', '新增床位3万张；', '的', '，', '“浙里康养”', '𠮷', 'Wi-Fi 6.0 ', '关爱留守儿童。', '……', '推进基层治理，', '落实、落细', '　')
  const paragraph = fc.array(clause, { minLength: 1, maxLength: 12 }).map((clauses) => clauses.join('')).filter((text) => text.trim() !== '')
  const paragraphs = fc.array(paragraph, { maxLength: 9 })
  /** A text, and the same after a person worked on it. */
  const edited = fc.tuple(paragraphs, fc.infiniteStream(fc.nat(9)), fc.infiniteStream(paragraph)).map(([before, chances, others]) => {
    const after = before.flatMap((text): string[] => {
      const chance = chances.next().value as number
      if (chance === 0) return []
      if (chance === 1) return [text, others.next().value as string]
      if (chance === 2) return [text.slice(0, text.length >> 1) + (others.next().value as string)]
      return [text]
    })
    if ((chances.next().value as number) < 4) after.push(...after.splice(0, 1))
    return [before, after] as const
  })

  it('gives the after text back from all insertions, and the before text from all deletions', () => {
    fc.assert(
      fc.property(fc.oneof(edited, fc.tuple(paragraphs, paragraphs)), fc.constantFrom(6_000_000, 100, 0), fc.constantFrom(2000, 4), ([one, other], steps, mostWeighed) => {
        const [before, after] = [version(...one), version(...other)]
        holds(before, after, compare(before, after, { steps, mostWeighed }))
      }),
      { numRuns: 300 }
    )
  })

  it('finds nothing changed between a text and itself', () => {
    fc.assert(
      fc.property(paragraphs, (one) => {
        const { counts } = compare(version(...one), version(...one))
        expect(counts).toMatchObject({ changed: 0, removed: 0, added: 0, moved: 0, deletedCharacters: 0, addedCharacters: 0 })
      })
    )
  })
})

describe('the report of Zhejiang (the seed) and an invented draft of it (虚构样例)', () => {
  const bytes = readFileSync(new URL('../../../seeds/000_8625d94934d53eac.txt', import.meta.url))
  const [zhejiang, hubei] = readReports(sourceFromText(bytes.toString('utf8'), 'seed.txt'), referenceContext()).reports

  it('compares two real reports without losing a character', () => {
    const comparison = compare(zhejiang!, hubei!)
    holds(zhejiang!, hubei!, comparison)
  })

  it('finds exactly what was edited in the draft', () => {
    const texts = zhejiang!.paragraphs.map(({ start, end }) => zhejiang!.text.slice(start, end))
    const draft = texts.filter((_, n) => n !== 1).map((text) => text.replaceAll('提升', '提高'))
    const comparison = compare(version(...texts), version(...draft))
    holds(version(...texts), version(...draft), comparison)
    expect(comparison.counts.removed).toBe(1)
    const changed = comparison.rows.filter(({ kind }) => kind === 'changed')
    expect(changed.length).toBe(texts.filter((text, n) => n !== 1 && text.includes('提升')).length)
    for (const row of changed) expect(written(row, version(...texts), version(...draft))).toContain('[-提升-]{+提高+}')
  })
})
