import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PREVIEW_LENGTH, sectionsOf, structureOf, type ReportStructure } from '#core/compare/structure.ts'
import { readReports } from '#core/report/read-reports.ts'
import { sourceFromText } from '#core/source/source.ts'
import { charactersOf } from '#core/text/counted-text.ts'
import { defaultCodebook, referenceContext } from '../../../src-main/host/reference.ts'
import { inventedReport, type Clause } from './invented-reports.ts'

const order = defaultCodebook.themes.map(({ id }) => id)
const bytes = readFileSync(new URL('../../../seeds/000_8625d94934d53eac.txt', import.meta.url))
const [zhejiang, hubei] = readReports(sourceFromText(bytes.toString('utf8'), 'seed.txt'), referenceContext()).reports

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

describe('the strips of Zhejiang and Hubei (the seed reports)', () => {
  for (const [name, report] of [['Zhejiang', zhejiang!], ['Hubei', hubei!]] as const) {
    const structure = structureOf(name, report, order)

    it(`covers every character of ${name} once, in order`, () => {
      expect(structure.segments.map(({ start, end }) => report.text.slice(start, end)).join('')).toBe(report.text)
      expect(sum(structure.segments.map(({ characters }) => characters))).toBe(structure.characters)
      expect(structure.characters).toBe(charactersOf(report.text))
    })

    it(`gives each segment of ${name} the themes of its statements, and shares that add up to one`, () => {
      for (const { start, end, themes } of structure.segments) {
        const statements = report.statements.filter((statement) => statement.start >= start && statement.end <= end)
        expect(statements.length).toBeGreaterThan(0)
        for (const statement of statements) expect(new Set(statement.themes.map(({ id }) => id))).toEqual(new Set(themes.map(({ id }) => id)))
        expect(sum(themes.map(({ share }) => share))).toBeCloseTo(themes.length === 0 ? 0 : 1, 12)
      }
    })

    it(`never lets a segment of ${name} run over the end of its paragraph`, () => {
      expect(structure.paragraphs).toBe(report.paragraphs.length)
      for (const { start, end, paragraph } of structure.segments) {
        const { start: from, end: to } = report.paragraphs[paragraph - 1]!
        expect(start >= from || report.text.slice(start, from).trim() === '').toBe(true)
        expect(report.text.slice(to, Math.max(to, end)).trim()).toBe('')
      }
    })

    it(`previews ${name} in its own words`, () => {
      for (const { start, end, preview } of structure.segments) {
        const plain = preview.replace(/…$/, '')
        expect([...plain].length).toBeLessThanOrEqual(PREVIEW_LENGTH)
        expect(report.text.slice(start, end).replace(/\s+/g, ' ').trim().startsWith(plain)).toBe(true)
      }
    })
  }

  it('shows where Hubei speaks of elderly care: in two sections, one after social assistance', () => {
    const { segments } = structureOf('hubei', hubei!, order)
    const own = segments.filter(({ themes }) => themes.some(({ id }) => id === 'elderly_care'))
    expect(own.some(({ preview }) => preview.includes('三是健全基本养老一体化服务体系'))).toBe(true)
    expect(own.some(({ preview }) => preview.includes('养老事业和养老产业'))).toBe(true)
  })
})

describe('sections of equal length (虚构样例)', () => {
  const clauses: readonly Clause[] = [['甲甲甲甲。', 'a'], ['乙乙乙乙。', 'a', 'b'], ['¶丙丙丙丙丙丙丙丙丙。']]
  const structure = structureOf('r1', inventedReport({ clauses }).report, ['a', 'b'])

  it('split a section between its themes by their characters', () => {
    expect(structure.segments.map(({ characters, paragraph }) => [characters, paragraph])).toEqual([[5, 1], [5, 1], [10, 2]])
    expect(sectionsOf(structure, 2)).toEqual([
      { themes: [{ id: 'a', share: 0.75 }, { id: 'b', share: 0.25 }], bare: 0, segment: 0 },
      { themes: [], bare: 1, segment: 2 }
    ])
  })

  it('say which segment fills most of each', () => {
    expect(sectionsOf(structure, 4).map(({ segment }) => segment)).toEqual([0, 1, 2, 2])
  })

  it('have nothing to show of an empty report', () => {
    expect(sectionsOf({ report: 'r', characters: 0, paragraphs: 0, segments: [] }, 100)).toEqual([])
    expect(structureOf('r', inventedReport({ clauses: [] }).report, []).segments).toEqual([])
  })

  it('keep a theme that the codebook lacks out', () => {
    expect(structureOf('r1', inventedReport({ clauses }).report, ['b']).segments[0]!.themes).toEqual([])
  })
})

describe('laws of sections', () => {
  const structures = fc
    .array(fc.record({ characters: fc.integer({ min: 0, max: 60 }), themes: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }) }), { minLength: 1, maxLength: 30 })
    .map((parts): ReportStructure => {
      let start = 0
      const segments = parts.map(({ characters, themes }) => {
        const span = { start, end: start + characters }
        start = span.end
        return { ...span, paragraph: 1, characters, preview: '', themes: themes.map((id) => ({ id, share: 1 / themes.length })) }
      })
      return { report: 'r', characters: start, paragraphs: 1, segments }
    })

  it('every section adds up to one, and together the sections hold each theme as much as the segments do', () => {
    fc.assert(
      fc.property(structures, fc.integer({ min: 1, max: 120 }), (structure, count) => {
        const sections = sectionsOf(structure, count)
        expect(sections).toHaveLength(structure.characters === 0 ? 0 : count)
        for (const { themes, bare } of sections) expect(bare + sum(themes.map(({ share }) => share))).toBeCloseTo(1, 9)
        if (sections.length === 0) return
        for (const theme of ['a', 'b', 'c']) {
          const bySection = (sum(sections.map(({ themes }) => themes.find(({ id }) => id === theme)?.share ?? 0)) * structure.characters) / count
          const bySegment = sum(structure.segments.map(({ characters, themes }) => characters * (themes.find(({ id }) => id === theme)?.share ?? 0)))
          expect(bySection).toBeCloseTo(bySegment, 6)
        }
      })
    )
  })
})
