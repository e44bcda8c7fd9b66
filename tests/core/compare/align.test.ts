import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignBlocks, hasNone, inPassing, LEAST_ALIKE, type BlockedText } from '#core/compare/align.ts'
import { foldPieces, LEAST_FOLDED, type FoldMode } from '#core/compare/fold.ts'
import { levelGaps, planLevels } from '#core/compare/level.ts'
import { leadingTheme, themeBlocks } from '#core/compare/theme-blocks.ts'
import type { Statement } from '#core/report/report.ts'
import { charactersOf, countText } from '#core/text/counted-text.ts'
import { read, seedText } from '../../golden/seed/seed.ts'

const blocked = (report: Parameters<typeof themeBlocks>[0]): BlockedText => ({ text: report.text, blocks: themeBlocks(report) })

const reports = read(seedText)
const zhejiang = reports.find(({ title }) => title?.text.startsWith('浙江'))!
const hubei = reports.find(({ title }) => title?.text.startsWith('湖北'))!
const columns = [blocked(zhejiang), blocked(hubei)]
const [left, right] = columns as [BlockedText, BlockedText]
const alignment = alignBlocks(columns)
const textOf = ({ text, blocks }: BlockedText, block: number | null): string | null => (block === null ? null : text.slice(blocks[block]!.start, blocks[block]!.end).trim())
const blockWith = ({ text, blocks }: BlockedText, quote: string): number => blocks.findIndex(({ start, end }) => text.slice(start, end).includes(quote))

describe('the blocks of the seed', () => {
  it('are the sections that a reader sees, not a dozen pieces of each', () => {
    const elderly = right.blocks.filter(({ theme }) => theme === 'elderly_care')
    expect(elderly).toHaveLength(2)
    expect(textOf(right, right.blocks.indexOf(elderly[0]!))).toMatch(/^三是健全基本养老.*公共养老服务的品质。$/)
    expect(textOf(right, right.blocks.indexOf(elderly[1]!))).toMatch(/^一是着力推动养老事业.*县级集中照护。$/)
  })

  it('keep a statement without a theme, and one that leads with another but has this one, where they stand', () => {
    const community = right.blocks[blockWith(right, '协同开展完整社区建设试点')]!
    expect(community.theme).toBe('community_governance')
    const elderly = right.blocks[blockWith(right, '全面推行失能特困对象县级集中照护')]!
    expect(elderly).toMatchObject({ theme: 'elderly_care', others: ['social_assistance'] })
  })

  it('do not run a theme on over the end of its section', () => {
    expect(left.blocks[blockWith(left, '要聚焦养老事业')]).toMatchObject({ theme: 'elderly_care' })
    expect(textOf(left, blockWith(left, '要聚焦养老事业'))).toMatch(/^要聚焦养老事业和养老产业高质量发展.*营造敬老孝老为老氛围。$/)
  })
})

describe('the alignment of the seed', () => {
  const answers = (quote: string): string | null => textOf(right, alignment.units[alignment.unitOf[0]![blockWith(left, quote)]!]!.blocks[1]!)

  it('puts the same theme side by side', () => {
    expect(answers('健全分层分类的社会救助体系')).toMatch(/^一是健全分层分类的社会救助/)
    expect(answers('持续推进村（居）民委员会建设')).toMatch(/^二是健全党建引领城乡社区治理体系/)
    expect(answers('着力提升地名文化服务')).toMatch(/^七是健全智慧区划地名/)
  })

  it('chooses the more alike of two blocks of a theme, and leads from the other to it all the same', () => {
    expect(answers('要聚焦养老事业和养老产业高质量发展')).toMatch(/^三是健全基本养老一体化服务体系/)
    const second = blockWith(right, '一是着力推动养老事业')
    expect(alignment.units[alignment.unitOf[1]![second]!]!.blocks[0]).toBeNull()
    expect(textOf(left, alignment.partners[1]![second]![0]!)).toMatch(/^要聚焦养老事业/)
  })

  it('says what a report does not speak of', () => {
    expect(hasNone(right, 'marriage')).toBe(true)
    expect(inPassing(right, 'marriage')).toBeNull()
    expect(hasNone(left, 'disability_welfare')).toBe(true)
    expect(hasNone(left, 'elderly_care')).toBe(false)
  })

  it('does not call absent what a report mentions in passing', () => {
    expect(hasNone(right, 'party_leadership')).toBe(true)
    expect(textOf(right, inPassing(right, 'party_leadership'))).toContain('党建工作机构落实党建责任')
  })

  it('levels what both tell in one order, and names what crosses', () => {
    const plan = planLevels(columns, alignment, () => true)
    const themes = (units: readonly number[]): (string | null)[] => units.map((unit) => alignment.units[unit]!.theme)
    expect(themes(plan.level)).toEqual(expect.arrayContaining(['social_assistance', 'elderly_care', 'marriage', 'disability_welfare']))
    // Hubei tells of the communities before the old, Zhejiang after them
    expect(themes(plan.crossing)).toContain('community_governance')
    const absent = plan.columns[1]!.filter(({ kind }) => kind === 'none').map(({ unit }) => alignment.units[unit]!.theme)
    expect(absent).toContain('marriage')
    expect(absent).not.toContain('elderly_care')
  })
})

const themeNames = ['a', 'b', 'c', 'd'] as const
/** Statements of random length and themes, cut into paragraphs. */
const reportOf: fc.Arbitrary<Parameters<typeof themeBlocks>[0]> = fc
  .array(
    fc.record({
      words: fc.stringMatching(/^[一-十]{1,9}。$/),
      themes: fc.uniqueArray(fc.record({ id: fc.constantFrom(...themeNames), score: fc.constantFrom(0.5, 0.6, 0.95) }), { selector: ({ id }) => id, maxLength: 2 }),
      newParagraph: fc.boolean()
    }),
    { maxLength: 24 }
  )
  .map((parts) => {
    let text = ''
    const statements: Statement[] = []
    const paragraphs: { start: number; end: number }[] = []
    for (const { words, themes, newParagraph } of parts) {
      const isNew = newParagraph || paragraphs.length === 0
      if (isNew && text !== '') text += '\n'
      const start = text.length
      text += words
      if (isNew) paragraphs.push({ start, end: text.length })
      else paragraphs[paragraphs.length - 1] = { start: paragraphs.at(-1)!.start, end: text.length }
      statements.push({ start, end: text.length, kind: 'plan', themes: themes.map((theme) => ({ ...theme, evidence: [] })) })
    }
    return { text, statements, paragraphs }
  })
const several = fc.array(reportOf, { minLength: 2, maxLength: 4 }).map((list) => list.map(blocked))

describe('blocks of any report', () => {
  it('cover its text in order, none lost, and neighbours differ', () => {
    fc.assert(
      fc.property(reportOf, (report) => {
        const blocks = themeBlocks(report)
        expect(blocks.map(({ start, end }) => report.text.slice(start, end)).join('')).toBe(report.text)
        blocks.forEach((block, i) => {
          expect(block.end).toBeGreaterThan(block.start)
          if (i > 0) expect(block.theme).not.toBe(blocks[i - 1]!.theme)
        })
        expect(blocks.reduce((sum, { characters }) => sum + characters, 0)).toBe(charactersOf(report.text))
      })
    )
  })

  it('each have a statement that leads with their theme, first and last but for one guest', () => {
    fc.assert(
      fc.property(reportOf, (report) => {
        for (const { start, end, theme } of themeBlocks(report)) {
          const inside = report.statements.filter((statement) => statement.start >= start && statement.end <= end)
          expect(leadingTheme(inside[0]!)).toBe(theme)
          if (theme !== null) expect([inside.at(-1)!, inside.at(-2)].some((s) => s !== undefined && leadingTheme(s) === theme)).toBe(true)
        }
      })
    )
  })
})

describe('an alignment of any reports', () => {
  it('has every block in exactly one unit, of one theme and one block a column', () => {
    fc.assert(
      fc.property(several, (texts) => {
        const { units, unitOf } = alignBlocks(texts)
        const seen = units.flatMap(({ blocks }, unit) => blocks.flatMap((block, column) => (block === null ? [] : [[column, block, unit]])))
        expect(seen).toHaveLength(texts.reduce((sum, { blocks }) => sum + blocks.length, 0))
        for (const [column, block, unit] of seen) {
          expect(unitOf[column!]![block!]).toBe(unit)
          expect(texts[column!]!.blocks[block!]!.theme).toBe(units[unit!]!.theme)
        }
        for (const { theme, blocks } of units) if (theme === null) expect(blocks.filter((block) => block !== null)).toHaveLength(1)
      })
    )
  })

  it('leads from every block with a theme to a block of it in every column that has one', () => {
    fc.assert(
      fc.property(several, (texts) => {
        const { partners } = alignBlocks(texts)
        texts.forEach(({ blocks }, column) =>
          blocks.forEach(({ theme }, block) =>
            texts.forEach((other, to) => {
              const partner = partners[column]![block]![to]
              if (theme === null || hasNone(other, theme)) expect(partner).toBe(to === column ? block : null)
              else expect(other.blocks[partner!]!.theme).toBe(theme)
            })
          )
        )
      })
    )
  })

  it('is level in an order that every column keeps; every other joining unit is named as crossing', () => {
    fc.assert(
      fc.property(several, (texts) => {
        const alignment = alignBlocks(texts)
        const plan = planLevels(texts, alignment, () => true)
        texts.forEach((_, column) => {
          const blocks = plan.level.map((unit) => alignment.units[unit]!.blocks[column]!).filter((block) => block !== null)
          expect(blocks).toEqual([...blocks].sort((a, b) => a - b))
          const shown = plan.columns[column]!.filter((item) => item.kind === 'block').map(({ block }) => block)
          expect(shown).toEqual([...texts[column]!.blocks.keys()])
        })
        const joining = [...alignment.units.keys()].filter((unit) => alignment.units[unit]!.blocks.filter((block) => block !== null).length > 1)
        expect(joining.every((unit) => plan.level.includes(unit) !== plan.crossing.includes(unit))).toBe(true)
      })
    )
  })
})

describe('the room between blocks', () => {
  const measured = fc.array(fc.array(fc.record({ height: fc.integer({ min: 1, max: 500 }), isLevel: fc.boolean() }), { maxLength: 12 }), { minLength: 2, maxLength: 4 }).map((list) =>
    list.map((items) => {
      let level = -1
      return items.map(({ height, isLevel }) => ({ height, level: isLevel ? (level += 1) : null }))
    })
  )

  it('makes the items of one level begin at one height, and all columns end at one', () => {
    fc.assert(
      fc.property(measured, (list) => {
        const gaps = levelGaps(list)
        const tops = new Map<number, number>()
        const ends = list.map((items, column) => {
          let at = 0
          items.forEach(({ height, level }, index) => {
            expect(gaps[column]![index]).toBeGreaterThanOrEqual(0)
            at += gaps[column]![index]!
            if (level !== null) expect(tops.get(level) ?? at).toBe(at)
            if (level !== null) tops.set(level, at)
            at += height
          })
          return at + gaps[column]!.at(-1)!
        })
        expect(new Set(ends).size).toBe(1)
      })
    )
  })

  it('leaves none where nothing asks for it', () => {
    const gaps = levelGaps([[{ height: 10, level: 0 }, { height: 50, level: 1 }, { height: 5, level: 2 }], [{ height: 40, level: 0 }, { height: 20, level: 2 }]])
    expect(gaps).toEqual([[0, 0, 0, 15], [0, 20, 0]])
  })
})

describe('folding', () => {
  const ground = (mode: FoldMode) => ({ counted: countText(hubei.text), paragraphs: hubei.paragraphs, mode, before: true, after: true })
  const from = right.blocks[blockWith(right, '三是健全基本养老')]!.end
  const to = right.blocks[blockWith(right, '一是着力推动养老事业')]!.start
  const parts = (mode: FoldMode) => foldPieces({ start: from, end: to }, ground(mode)).map(({ isFolded, paragraphs, start, end }) => [isFolded, paragraphs, hubei.text.slice(start, end).slice(0, 4)])

  it('leaves a paragraph on either side, all, or nothing', () => {
    expect(parts('margin')).toEqual([[false, 1, '四是健全'], [true, 3, '五是健全'], [false, 1, '会议要求']])
    expect(parts('all')).toEqual([[true, 5, '四是健全']])
    expect(parts('none')).toEqual([[false, 5, '四是健全']])
  })

  it('loses no character and hides no trifle', () => {
    fc.assert(
      fc.property(fc.nat(hubei.text.length - 1), fc.integer({ min: 1, max: 800 }), fc.constantFrom<FoldMode>('none', 'margin', 'all'), (start, length, mode) => {
        const stretch = { start, end: Math.min(hubei.text.length, start + length) }
        const pieces = foldPieces(stretch, ground(mode))
        expect(pieces.map((piece) => hubei.text.slice(piece.start, piece.end)).join('')).toBe(hubei.text.slice(stretch.start, stretch.end))
        for (const { isFolded, characters } of pieces) if (isFolded) expect(characters).toBeGreaterThanOrEqual(LEAST_FOLDED)
      })
    )
  })
})

it('two blocks that have no words in common still answer one another where the theme has no other (虚构样例)', () => {
  const one = (text: string): BlockedText => ({ text, blocks: [{ start: 0, end: text.length, theme: 'a', others: [], characters: text.length }] })
  expect(LEAST_ALIKE).toBeGreaterThan(0)
  expect(alignBlocks([one('东山驿站'), one('西水学堂')]).units).toEqual([{ theme: 'a', blocks: [0, 0] }])
})
