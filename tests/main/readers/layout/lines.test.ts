import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PrintedRun } from '../../../../src-main/readers/layout/printed-page.ts'
import { characters, flat, invented, linesOf, linesRead, page, read, setColumns, setLine, setLines, shuffled } from './printing.ts'

const one = (runs: readonly PrintedRun[]) => linesRead(read(page(runs))).map((line) => line.text)

/** Words of Latin type, half as wide as high, with gaps in sizes. */
function setWords(words: readonly string[], gap: number, advance = 0.5): PrintedRun[] {
  let x = 40
  return words.map((text) => {
    const box = { x, y: 60, width: text.length * advance * 10, height: 10 }
    x += box.width + gap * 10
    return { text, size: 10, box }
  })
}

describe('spaces', () => {
  it('between Latin words that a gap sets apart', () => {
    expect(one(setWords(['made', 'up', 'sample', '2023'], 0.3))).toEqual(['made up sample 2023'])
    expect(one(setWords([...'sample'], 0))).toEqual(['sample'])
    expect(one([...setWords(['sam', 'ple'], 0.02)])).toEqual(['sample'])
  })

  it('none in a Chinese line that is spaced out, nor in a justified one', () => {
    expect(one(setWords([...'竞争性磋商文件'], 1, 1))).toEqual(['竞争性磋商文件'])
    expect(one(setWords([...'竞争性磋商文件'], 0.3, 1))).toEqual(['竞争性磋商文件'])
    expect(one([{ text: '竞 争 性 磋 商', size: 10, box: { x: 40, y: 60, width: 90, height: 10 } }])).toEqual(['竞争性磋商'])
  })

  it('where one gap in a Chinese line is meant', () => {
    expect(one([...setLine('稳步快跑实现全年胜', { x: 40, y: 60, size: 20 }), ...setLine('精准谋划下好先手棋', { x: 40 + 9.7 * 20, y: 60, size: 20 })])).toEqual(['稳步快跑实现全年胜 精准谋划下好先手棋'])
  })

  it('none between Chinese characters and numbers', () => {
    expect(one([...setLine('到', { x: 40, y: 60 }), { text: '2025', size: 10, box: { x: 52.5, y: 60, width: 20, height: 10 } }, ...setLine('年建成', { x: 75, y: 60 })])).toEqual(['到2025年建成'])
  })
})

describe('places', () => {
  it('each character has its edge, spaces too', () => {
    const [line] = linesRead(read(page(setWords(['ab', 'cd'], 0.5))))
    expect(line).toMatchObject({ text: 'ab cd', box: { x: 40, y: 60, width: 25, height: 10 }, edges: [40, 45, 50, 55, 60, 65] })
  })

  it('edges of the file are kept', () => {
    const run: PrintedRun = { text: '甲i乙', size: 10, box: { x: 40, y: 60, width: 24, height: 10 }, edges: [40, 50, 54, 64], confidence: 0.5 }
    expect(linesRead(read(page([run])))[0]).toMatchObject({ edges: [40, 50, 54, 64], confidence: 0.5 })
  })

  it('a run of several words is cut where its edges leave a gap', () => {
    const edges = [40, 50, 60, 210, 220, 230]
    const runs = [0, 1, 2].map((n): PrintedRun => ({ text: '左格右格外'.slice(0, 5), size: 10, box: { x: 40, y: 60 + n * 18, width: 190, height: 10 }, edges }))
    expect(one(runs)).toEqual(Array.from({ length: 3 }, () => ['左格右', '格外']).flat())
  })
})

describe('ends of paragraphs', () => {
  it('by a short line, by an indent, and not by a full line that goes on', () => {
    const text = invented(4)
    const source = linesRead(read(page(setLines(linesOf(text, 24), { x: 40, y: 60, measure: 24 }))))
    const ends = new Set(text.map((paragraph) => paragraph.slice(-6)))
    for (const line of source.slice(0, -1)) expect([line.text, line.endsParagraph]).toEqual([line.text, ends.has(line.text.slice(-6)) || [...ends].some((end) => end.endsWith(line.text))])
  })

  it('over the columns', () => {
    const text = invented(5)
    const { runs } = setColumns(text, { x: 40, y: 60, columns: 3, measure: 16 })
    const lines = linesRead(read(page(runs)))
    expect(lines.slice(0, -1).filter((line) => line.endsParagraph === undefined).length).toBeLessThanOrEqual(2)
    expect(lines.filter((line) => line.endsParagraph === true).map((line) => line.text.at(-1))).toEqual(text.map(() => '。'))
  })

  it('unknown for hanging lines', () => {
    const lines = ['虚构样例甲乙丙丁戊己庚辛', '虚构样例甲乙丙丁戊己', '虚构样例甲乙丙丁戊己'].map((text, n) => ({ text, indent: n === 0 ? 0 : 2 }))
    expect(linesRead(read(page(setLines(lines, { x: 40, y: 60, measure: 12 }))))[0]!.endsParagraph).toBeUndefined()
  })
})

describe('laws', () => {
  it('columns, lines, sizes and the order of the file by chance: the order of reading comes back', () => {
    const layout = fc.record({
      columns: fc.integer({ min: 1, max: 6 }),
      paragraphs: fc.integer({ min: 1, max: 14 }),
      from: fc.integer({ min: 0, max: 500 }),
      measure: fc.integer({ min: 9, max: 26 }),
      size: fc.double({ min: 6, max: 16, noNaN: true }),
      pitch: fc.double({ min: 1.15, max: 2, noNaN: true }),
      gutter: fc.double({ min: 1.2, max: 3, noNaN: true }),
      by: fc.constantFrom('character' as const, 'word' as const, 'line' as const),
      headline: fc.boolean(),
      seed: fc.integer({ min: 1, max: 1e6 })
    })
    fc.assert(
      fc.property(layout, ({ paragraphs, from, headline, seed, ...setting }) => {
        const text = invented(paragraphs, from)
        const set = setColumns(text, { ...setting, x: 40, y: 100 + setting.size * 4 })
        const title = headline ? setLine('虚构样例标题', { x: (40 + set.right) / 2 - setting.size * 6, y: 80, size: setting.size * 2, by: setting.by }) : []
        const printed = page(shuffled([...set.runs, ...title], seed))
        const width = set.right + 40
        const source = read({ ...printed, width, height: set.bottom + 100 })
        expect(flat(source.text)).toBe((headline ? '虚构样例标题' : '') + text.join(''))
      }),
      { numRuns: 150 }
    )
  })

  it('runs whose boxes have no extent are kept', () => {
    const run = (text: string, isVertical: boolean | undefined, box: { x: number; y: number; width: number; height: number }) => ({ text, size: 5, box, ...(isVertical === undefined ? {} : { isVertical }) })
    const runs = [
      run('甲', undefined, { x: 0, y: 175, width: 1, height: 4 }),
      run('乙丙', true, { x: 0, y: 0, width: 0, height: 0 }),
      run('丁', true, { x: 0, y: 175, width: 2, height: 1 }),
      run('戊', false, { x: 0, y: 3, width: 0, height: 0 })
    ]
    expect([...flat(read(page(runs, [{ x: 0, y: 0, width: 400, height: 0.5 }])).text)].sort()).toEqual([...'甲乙丙丁戊'].sort())
  })

  it('runs anywhere: no character is lost, every line has its page, its box and as many edges as characters', () => {
    const run = fc.record({
      text: fc.string({ unit: fc.constantFrom(...'虚构样例ab1 。（'), maxLength: 6 }),
      size: fc.constantFrom(5, 10, 10, 10, 30),
      isVertical: fc.option(fc.boolean(), { nil: undefined }),
      box: fc.record({ x: fc.integer({ min: 0, max: 500 }), y: fc.integer({ min: 0, max: 700 }), width: fc.integer({ min: 0, max: 90 }), height: fc.integer({ min: 0, max: 40 }) })
    })
    const rule = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 400 }), width: fc.constantFrom(0.5, 60, 200, 400), height: fc.constantFrom(0.5, 60, 200, 400) })
    fc.assert(
      fc.property(fc.array(fc.record({ runs: fc.array(run, { maxLength: 40 }), rules: fc.array(rule, { maxLength: 8 }) }), { maxLength: 3 }), (pages) => {
        const printed = pages.map(({ runs, rules }) => page(runs.map(({ isVertical, ...rest }) => (isVertical === undefined ? rest : { ...rest, isVertical })), rules))
        const source = read(...printed)
        expect(characters([source.text])).toBe(characters(pages.flatMap(({ runs }) => runs.map(({ text }) => text))))
        for (const line of linesRead(source)) {
          expect(line.page).toBeGreaterThan(0)
          expect(line.box).toBeDefined()
          expect(line.edges?.length).toBe(line.text.length + 1)
        }
      }),
      { numRuns: 150 }
    )
  })

  it('a page of 20,000 characters set one by one is no quadratic work', () => {
    const paragraphs = invented(240)
    const printed = (share: number) => {
      const text = paragraphs.slice(0, paragraphs.length * share)
      const { runs, bottom, right } = setColumns(text, { x: 20, y: 20, columns: 6, measure: 20, by: 'character' })
      return { width: right + 20, height: bottom + 20, runs: shuffled(runs), rules: [] }
    }
    const timeOf = (page: ReturnType<typeof printed>): number => {
      const begin = performance.now()
      read(page)
      return performance.now() - begin
    }
    const pages = { quarter: printed(0.25), whole: printed(1) }
    // in turns: what else the machine is at slows both
    const rounds = Array.from({ length: 9 }, () => ({ quarter: timeOf(pages.quarter), whole: timeOf(pages.whole) }))
    const best = (page: 'quarter' | 'whole'): number => Math.min(...rounds.map((round) => round[page]))
    expect(pages.whole.runs.length).toBeGreaterThan(20_000)
    expect(best('whole')).toBeLessThan(16 * Math.max(best('quarter'), 5))
  })
})
