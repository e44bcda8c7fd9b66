import { describe, expect, it } from 'vitest'
import type { PrintedRule } from '../../../../src-main/readers/layout/printed-page.ts'
import { characters, flat, invented, linesOf, linesRead, page, read, setColumns, setDown, setLine, setLines, shuffled } from './printing.ts'

const all = (paragraphs: readonly string[]) => paragraphs.join('')
const frame = (x: number, y: number, width: number, height: number): PrintedRule => ({ x, y, width, height })

describe('columns', () => {
  for (const columns of [1, 2, 3, 4, 5]) {
    for (const by of ['character', 'word', 'line'] as const) {
      it(`${columns} columns, runs by ${by}, in any order of the file`, () => {
        const text = invented(9)
        const { runs } = setColumns(text, { x: 40, y: 60, columns, measure: columns > 4 ? 11 : 15, by })
        const source = read(page(shuffled(runs)))
        expect(flat(source.text)).toBe(all(text))
      })
    }
  }

  it('columns whose lines are not level with each other', () => {
    const text = invented(6)
    const lines = linesOf(text, 14)
    const half = Math.ceil(lines.length / 2)
    const runs = [...setLines(lines.slice(0, half), { x: 40, y: 60, measure: 14 }), ...setLines(lines.slice(half), { x: 200, y: 67, measure: 14 })]
    expect(flat(read(page(shuffled(runs))).text)).toBe(all(text))
  })

  it('paragraphs set apart by a blank, by chance at one height in all columns', () => {
    const parts = [0, 10, 20, 30].map((from) => linesOf([`${invented(1, from)[0]!.replaceAll('。', '，').slice(0, 62)}。`], 14))
    const runs = parts.flatMap((part, n) => setLines(part, { x: n < 2 ? 40 : 205, y: n % 2 === 0 ? 60 : 150, measure: 14 }))
    const expected = parts.flat().map((line) => line.text).join('')
    expect(flat(read(page(runs)).text)).toBe(expected)
  })

  it('a gutter as narrow as one character, with a rule in it', () => {
    const text = invented(6)
    const { runs, bottom } = setColumns(text, { x: 40, y: 60, columns: 2, measure: 16, gutter: 0.7, by: 'character' })
    const source = read(page(runs, [frame(203.5, 60, 0.5, bottom - 60)]))
    expect(flat(source.text)).toBe(all(text))
  })
})

describe('headlines', () => {
  it('across all columns, before the columns beneath', () => {
    const [one, other] = [invented(6), invented(6, 50)]
    const first = setColumns(one, { x: 40, y: 120, columns: 4, measure: 15 })
    const second = setColumns(other, { x: 40, y: first.bottom + 90, columns: 4, measure: 15 })
    const runs = [...first.runs, ...second.runs, ...setLine('云溪县举办虚构样例座谈会', { x: 180, y: 60, size: 30 }), ...setLine('松坪镇安排虚构样例工作', { x: 190, y: first.bottom + 30, size: 30 })]
    expect(flat(read(page(shuffled(runs))).text)).toBe(`云溪县举办虚构样例座谈会${all(one)}松坪镇安排虚构样例工作${all(other)}`)
  })

  it('short, in the middle of three columns', () => {
    const text = invented(7)
    const { runs } = setColumns(text, { x: 40, y: 110, columns: 3, measure: 15 })
    const source = read(page(shuffled([...runs, ...setLine('虚构样例', { x: 240, y: 60, size: 24 })])))
    expect(flat(source.text)).toBe(`虚构样例${all(text)}`)
  })

  it('short, over three of five columns, beside another article that begins at the top', () => {
    const [one, other] = [invented(7), invented(5, 60)]
    const left = setColumns(one, { x: 20, y: 110, columns: 3, measure: 12 })
    const right = setColumns(other, { x: 20 + 3 * 140, y: 60, columns: 2, measure: 12 })
    const source = read(page([...right.runs, ...left.runs, ...setLine('虚构样例', { x: 175, y: 60, size: 24 })]))
    expect(flat(source.text)).toBe(`虚构样例${all(one)}${all(other)}`)
  })

  it('over some of the columns only: two articles side by side, each of two columns', () => {
    const [one, other] = [invented(6), invented(6, 50)]
    const left = setColumns(one, { x: 40, y: 110, columns: 2, measure: 15 })
    const right = setColumns(other, { x: 40 + 2 * 170, y: 110, columns: 2, measure: 15 })
    const titles = [...setLine('云溪县虚构样例会议', { x: 70, y: 60, size: 26 }), ...setLine('松坪镇虚构样例会议', { x: 410, y: 60, size: 26 })]
    expect(flat(read(page(shuffled([...left.runs, ...right.runs, ...titles]))).text)).toBe(`云溪县虚构样例会议${all(one)}松坪镇虚构样例会议${all(other)}`)
  })

  it('of two articles, with no more than the gutter between them', () => {
    const [one, other] = [invented(6), invented(6, 50)]
    const left = setColumns(one, { x: 40, y: 110, columns: 2, measure: 15 })
    const right = setColumns(other, { x: 40 + 2 * 170, y: 110, columns: 2, measure: 15 })
    const titles = [...setLine('云溪县举办虚构样例座谈会', { x: 41, y: 60, size: 26.5, by: 'character' }), ...setLine('松坪镇安排虚构样例工作', { x: 380, y: 60, size: 26.5, by: 'character' })]
    expect(flat(read(page([...left.runs, ...right.runs, ...titles])).text)).toBe(`云溪县举办虚构样例座谈会${all(one)}松坪镇安排虚构样例工作${all(other)}`)
  })

  it('with kicker and subtitle, and a byline centred under them', () => {
    const text = invented(6)
    const { runs } = setColumns(text, { x: 40, y: 160, columns: 3, measure: 15 })
    const heads = [...setLine('虚构样例引题一则', { x: 215, y: 40, size: 14 }), ...setLine('云溪县虚构样例会议', { x: 170, y: 62, size: 26 }), ...setLine('——虚构样例副题', { x: 225, y: 98, size: 14 }), ...setLine('本报记者虚构', { x: 260, y: 124 })]
    const source = read(page(shuffled([...runs, ...heads])))
    expect(flat(source.text)).toBe(`虚构样例引题一则云溪县虚构样例会议——虚构样例副题本报记者虚构${all(text)}`)
  })

  it('of an article in the lower half of three of four columns', () => {
    const [upper, lower, side] = [invented(5), invented(5, 40), invented(7, 80)]
    const top = setColumns(upper, { x: 40, y: 60, columns: 3, measure: 13 })
    const bottom = setColumns(lower, { x: 40, y: top.bottom + 60, columns: 3, measure: 13 })
    const right = setColumns(side, { x: 40 + 3 * 150, y: 60, columns: 1, measure: 13 })
    const source = read(page([...right.runs, ...bottom.runs, ...setLine('松坪镇安排虚构样例', { x: 120, y: top.bottom + 20, size: 24 }), ...top.runs]))
    expect(flat(source.text)).toBe(`${all(upper)}松坪镇安排虚构样例${all(lower)}${all(side)}`)
  })

  it('short, between two articles of which the upper breaks off in every column but the last', () => {
    const [one, other] = [invented(9), invented(6, 50)]
    const first = setColumns(one, { x: 40, y: 60, columns: 4, measure: 15 })
    const second = setColumns(other, { x: 40, y: first.bottom + 60, columns: 4, measure: 15 })
    const source = read(page([...second.runs, ...first.runs, ...setLine('松坪镇虚构样例', { x: 280, y: first.bottom + 20, size: 24 })]))
    expect(flat(source.text)).toBe(`${all(one)}松坪镇虚构样例${all(other)}`)
  })

  it('of one article over three columns and of a brief beside it, over a third article', () => {
    const [one, brief, other] = [invented(8), invented(4, 40), invented(8, 80)]
    const left = setColumns(one, { x: 40, y: 110, columns: 3, measure: 14 })
    const right = setColumns(brief, { x: 40 + 3 * 165, y: 96, columns: 1, measure: 13 })
    const y = Math.max(left.bottom, right.bottom) + 20
    const low = setColumns(other, { x: 40, y: y + 50, columns: 4, measure: 14 })
    const titles = [...setLine('云溪县虚构样例', { x: 180, y: 66, size: 28 }), ...setLine('短讯虚构', { x: 560, y: 66, size: 16 }), ...setLine('松坪镇虚构样例', { x: 260, y, size: 28 })]
    const source = read(page(shuffled([...left.runs, ...right.runs, ...low.runs, ...titles]), [frame(525, 60, 0.5, y - 80)]))
    expect(flat(source.text)).toBe(`云溪县虚构样例${all(one)}短讯虚构${all(brief)}松坪镇虚构样例${all(other)}`)
  })

  it('over columns are titles, kicker and byline are not; nor is a large line over one column', () => {
    const text = invented(6)
    const heads = [...setLine('虚构样例引题一则', { x: 215, y: 40, size: 14 }), ...setLine('云溪县虚构样例会议', { x: 170, y: 62, size: 26 }), ...setLine('作出安排', { x: 240, y: 92, size: 26 })]
    const lines = linesRead(read(page([...setColumns(text, { x: 40, y: 140, columns: 3, measure: 15 }).runs, ...heads])))
    expect(lines.filter((line) => line.role !== undefined).map((line) => [line.text, line.role])).toEqual([['云溪县虚构样例会议', 'title'], ['作出安排', 'title']])
    const single = linesRead(read(page([...setColumns(text, { x: 40, y: 140, columns: 1, measure: 40 }).runs, ...heads])))
    expect(single.some((line) => line.role !== undefined)).toBe(false)
  })

  it('end a paragraph, and blank lines stand around them', () => {
    const text = invented(4)
    const { runs } = setColumns(text, { x: 40, y: 110, columns: 2, measure: 15 })
    const source = read(page([...runs, ...setLine('云溪县虚构样例', { x: 120, y: 60, size: 24 })]))
    expect(source.lines[0]).toMatchObject({ endsParagraph: true, page: 1 })
    expect(source.lines[1]).toMatchObject({ start: source.lines[1]!.end })
    expect(source.lines[1]!.start).toBe(8)
  })
})

describe('boxes', () => {
  const place = { x: 40, y: 60, measure: 13 }
  const whole = invented(9)
  const inside = invented(3, 70)

  /** Four columns; the two in the middle end over a box. */
  function boxedPage(rules: (y: number, bottom: number) => PrintedRule[]) {
    const lines = linesOf(whole, 13)
    const [long, short] = [24, 10]
    const cuts = [0, long, long + short, long + 2 * short, lines.length]
    const columns = cuts.slice(0, 4).flatMap((from, n) => setLines(lines.slice(from, cuts[n + 1]), { ...place, x: 40 + n * 150 }))
    const boxTop = 60 + short * 15 + 10
    const box = setColumns(inside, { x: 200, y: boxTop + 12, columns: 2, measure: 13, gutter: 1.5 })
    return page(shuffled([...columns, ...box.runs]), rules(boxTop, box.bottom))
  }

  it('an article framed by rules is read as a whole and does not cut the text around it', () => {
    const source = read(boxedPage((y, bottom) => [frame(194, y, 287, bottom - y + 4)]))
    expect(flat(source.text)).toBe(`${all(whole)}${all(inside)}`)
  })

  it('the frame drawn as four thin rules', () => {
    const source = read(boxedPage((y, bottom) => [frame(194, y, 287, 0.5), frame(194, bottom + 4, 287, 0.5), frame(194, y, 0.5, bottom + 4 - y), frame(481, y, 0.5, bottom + 4 - y)]))
    expect(flat(source.text)).toBe(`${all(whole)}${all(inside)}`)
  })

  it('a frame around the whole page changes nothing', () => {
    const text = invented(6)
    const { runs } = setColumns(text, { x: 40, y: 60, columns: 3, measure: 15 })
    expect(read(page(runs, [frame(20, 30, 760, 1000)])).text).toBe(read(page(runs)).text)
  })

  it('columns that rules part, each article its own', () => {
    const parts = [invented(3), invented(3, 30), invented(3, 60)]
    const runs = parts.flatMap((part, n) => setColumns(part, { x: 40 + n * 180, y: 60, columns: 1, measure: 15 }).runs)
    const source = read(page(runs, [frame(205, 50, 0.5, 400), frame(385, 50, 0.5, 400)]))
    expect(flat(source.text)).toBe(parts.map(all).join(''))
  })
})

describe('vertical lines', () => {
  it('a side title of characters under each other is one line, before the columns beside it', () => {
    const text = invented(8)
    const { runs } = setColumns(text, { x: 100, y: 60, columns: 3, measure: 15 })
    const source = read(page(shuffled([...runs, ...setDown('云溪县虚构样例', { x: 40, y: 70, size: 26 })])))
    expect(flat(source.text)).toBe(`云溪县虚构样例${all(text)}`)
    expect(linesRead(source)[0]).toMatchObject({ text: '云溪县虚构样例', isVertical: true })
  })

  it('several of them read from right to left', () => {
    const text = invented(8)
    const { runs } = setColumns(text, { x: 130, y: 60, columns: 3, measure: 15 })
    const title = [...setDown('云溪县虚构', { x: 80, y: 70, size: 26 }), ...setDown('样例会议', { x: 40, y: 70, size: 26 })]
    const source = read(page(shuffled([...runs, ...title])))
    expect(linesRead(source).slice(0, 2).map((line) => line.text)).toEqual(['云溪县虚构', '样例会议'])
    expect(flat(source.text)).toBe(`云溪县虚构样例会议${all(text)}`)
  })

  it('at the right of its columns it still comes first', () => {
    const text = invented(8)
    const { runs, right } = setColumns(text, { x: 40, y: 60, columns: 3, measure: 15 })
    const source = read(page([...runs, ...setDown('云溪县虚构样例', { x: right + 25, y: 70, size: 26 })]))
    expect(flat(source.text)).toBe(`云溪县虚构样例${all(text)}`)
  })

  it('two articles over each other, each with a side title', () => {
    const [one, other] = [invented(8), invented(8, 60)]
    const top = setColumns(one, { x: 100, y: 60, columns: 3, measure: 15 })
    const low = setColumns(other, { x: 100, y: top.bottom + 30, columns: 3, measure: 15 })
    const titles = [...setDown('云溪县虚构样例', { x: 40, y: 62, size: 26 }), ...setDown('松坪镇虚构样例', { x: 40, y: top.bottom + 32, size: 26 })]
    expect(flat(read(page(shuffled([...top.runs, ...low.runs, ...titles]))).text)).toBe(`云溪县虚构样例${all(one)}松坪镇虚构样例${all(other)}`)
  })

  for (const marked of [true, false]) {
    it(`a page of vertical lines in two tiers, ${marked ? 'marked by the format' : 'single characters'}`, () => {
      const text = invented(8)
      const lines = linesOf(text, 20)
      const half = Math.ceil(lines.length / 2)
      const runs = lines.flatMap((line, n) => {
        const [tier, at] = n < half ? [0, n] : [1, n - half]
        const place = { x: 700 - at * 16, y: 60 + tier * 230 + line.indent * 10 }
        return marked
          ? [{ text: line.text, size: 10, isVertical: true, box: { ...place, width: 10, height: line.text.length * 10 } }]
          : setDown(line.text, place)
      })
      const source = read(page(shuffled(runs)))
      expect(flat(source.text)).toBe(all(text))
      expect(linesRead(source).filter((line) => line.isVertical !== true).length).toBe(0)
      expect(linesRead(source).filter((line) => line.endsParagraph === true).length).toBeGreaterThanOrEqual(7)
    })
  }

  it('numbers under each other in a table are not a vertical line', () => {
    const rows = ['甲', '乙', '丙', '丁'].flatMap((name, n) => [...setLine(`${name}镇`, { x: 40, y: 60 + n * 18 }), ...setLine(String(n), { x: 200, y: 60 + n * 18 })])
    expect(linesRead(read(page(rows))).map((line) => line.text)).toEqual(['甲镇', '0', '乙镇', '1', '丙镇', '2', '丁镇', '3'])
  })
})

describe('what interrupts a text', () => {
  const text = invented(10)
  const lines = linesOf(text, 15)

  /** Three columns with a place left free in the middle one, or across the last two. */
  function interrupted(blank: { columns: number[]; after: number; height: number }, extra: ReturnType<typeof setLine>, rules: PrintedRule[] = []) {
    const height = Math.ceil(lines.length / 3)
    const runs = [0, 1, 2].flatMap((n) => {
      const own = lines.slice(n * height, (n + 1) * height)
      const at = { x: 40 + n * 170, measure: 15 }
      if (!blank.columns.includes(n)) return setLines(own, { ...at, y: 60 })
      return [...setLines(own.slice(0, blank.after), { ...at, y: 60 }), ...setLines(own.slice(blank.after), { ...at, y: 60 + blank.after * 15 + blank.height })]
    })
    return page(shuffled([...runs, ...extra]), rules)
  }
  const openAt = (column: number) => {
    const height = Math.ceil(lines.length / 3)
    const own = lines.slice(column * height, (column + 1) * height)
    return own.findIndex((line, n) => n > 2 && own[n + 1]?.indent === 0 && !line.text.endsWith('。')) + 1
  }

  it('a pull quote inside a column', () => {
    const after = openAt(1)
    const y = 60 + after * 15 + 12
    const source = read(interrupted({ columns: [1], after, height: 48 }, setLine('松坪镇虚构样例', { x: 220, y, size: 15 }), [frame(210, y - 8, 150, 0.5), frame(210, y + 24, 150, 0.5)]))
    expect(flat(source.text)).toBe(`${all(text)}松坪镇虚构样例`)
  })

  it('a picture with its caption across two columns', () => {
    const after = openAt(1)
    const source = read(interrupted({ columns: [1, 2], after, height: 120 }, setLine('图为虚构样例中的松坪镇服务点。虚构摄', { x: 230, y: 60 + after * 15 + 96, size: 9 })))
    expect(flat(source.text)).toBe(`${all(text)}图为虚构样例中的松坪镇服务点。虚构摄`)
  })

  it('a picture with its caption in one column', () => {
    const after = openAt(0)
    const source = read(interrupted({ columns: [0], after, height: 120 }, setLine('图为虚构样例。虚构摄', { x: 60, y: 60 + after * 15 + 98, size: 9 })))
    expect(flat(source.text)).toBe(`${all(text)}图为虚构样例。虚构摄`)
  })

  it('a drop cap is the first character of its line', () => {
    const [first, ...rest] = linesOf(text, 15, 0)
    const beside = [first!.text.slice(1), ...rest.map((line) => line.text)]
    const own = beside.join('')
    const cap = { text: first!.text[0]!, size: 26, box: { x: 40, y: 60, width: 26, height: 26 } }
    const body = [...setLine(own.slice(0, 12), { x: 70, y: 60 }), ...setLine(own.slice(12, 24), { x: 70, y: 75 }), ...setLines(linesOf([own.slice(24)], 15, 0), { x: 40, y: 90, measure: 15 })]
    const source = read(page(shuffled([...body, cap])))
    expect(flat(source.text)).toBe(first!.text[0]! + own)
    expect(linesRead(source)[0]!.text).toBe(first!.text[0]! + own.slice(0, 12))
  })
})

describe('tables', () => {
  const header = ['地区', '服务点', '床位']
  const cells = [header, ['云溪县', '12', '340'], ['松坪镇', '7', '1,205'], ['虚构样例乡', '30', '88']]
  const set = (pitch = 18) => cells.flatMap((row, r) => row.flatMap((text, c) => setLine(text, { x: 46 + c * 110, y: 104 + r * pitch })))

  it('ruled: cell by cell, row by row, with the role of cells', () => {
    const rules = [...[0, 1, 2, 3, 4].map((r) => frame(40, 100 + r * 18, 330, 0.5)), ...[0, 1, 2, 3].map((c) => frame(40 + c * 110, 100, 0.5, 72))]
    const source = read(page(shuffled([...set(), ...setLine('虚构样例统计表', { x: 130, y: 80 })]), rules))
    const read_ = linesRead(source)
    expect(read_[0]!.text).toBe('虚构样例统计表')
    expect(read_.slice(1).map((line) => line.text)).toEqual(cells.flat())
    expect(read_.slice(1).every((line) => line.role === 'cell' && line.endsParagraph === true)).toBe(true)
  })

  it('a cell that spans two rows, and one of two lines', () => {
    const rules = [frame(40, 100, 220, 0.5), frame(150, 130, 110, 0.5), frame(40, 160, 220, 0.5), frame(40, 100, 0.5, 60), frame(150, 100, 0.5, 60), frame(260, 100, 0.5, 60)]
    const runs = [...setLine('合并格', { x: 50, y: 125 }), ...setLine('上格第一行', { x: 155, y: 103 }), ...setLine('第二行', { x: 155, y: 116 }), ...setLine('下格', { x: 155, y: 140 })]
    const lines = linesRead(read(page(shuffled(runs), rules)))
    expect(lines.map((line) => [line.text, line.role, line.endsParagraph])).toEqual([['合并格', 'cell', true], ['上格第一行', 'cell', false], ['第二行', 'cell', true], ['下格', 'cell', true]])
  })

  it('each cell drawn as a box of its own', () => {
    const rules = cells.flatMap((row, r) => row.map((_, c) => frame(40 + c * 110, 100 + r * 18, 110, 18)))
    expect(linesRead(read(page(shuffled(set()), rules))).map((line) => line.text)).toEqual(cells.flat())
  })

  it('without rules: still row by row', () => {
    expect(linesRead(read(page(shuffled(set())))).map((line) => line.text)).toEqual(cells.flat())
  })

  it('with lines under its rows only', () => {
    const rules = [0, 1, 4].map((r) => frame(40, 100 + r * 18, 330, 0.5))
    expect(linesRead(read(page(shuffled(set()), rules))).map((line) => line.text)).toEqual(cells.flat())
  })
})

describe('heads, feet and notes', () => {
  const bodies = [0, 30, 60].map((from) => invented(4, from))
  const numbered = (extra: (n: number) => ReturnType<typeof setLine>) => bodies.map((body, n) => page(shuffled([...setColumns(body, { x: 40, y: 90, columns: 2, measure: 20 }).runs, ...extra(n)])))

  it('page numbers and running heads are known by coming back', () => {
    const source = read(...numbered((n) => [...setLine('虚构样例汇编', { x: 300, y: 30, size: 9 }), ...setLine(String(n + 4), { x: 400, y: 1060, size: 9 })]))
    const lines = linesRead(source)
    expect(lines.filter((line) => line.role === 'header').map((line) => line.text)).toEqual(['虚构样例汇编', '虚构样例汇编', '虚构样例汇编'])
    expect(lines.filter((line) => line.role === 'page-number').map((line) => [line.text, line.page])).toEqual([['4', 1], ['5', 2], ['6', 3]])
    expect(flat(lines.filter((line) => line.role === undefined).map((line) => line.text).join(''))).toBe(bodies.map(all).join(''))
  })

  it('a paragraph goes on over the foot of a page', () => {
    const text = invented(9)
    const lines = linesOf(text, 30)
    const cut = lines.findIndex((line, n) => n > 4 && lines[n + 1]?.indent === 0) + 1
    const pages = [lines.slice(0, cut), lines.slice(cut)].map((own, n) => page([...setLines(own, { x: 40, y: 90, measure: 30 }), ...setLine(`— ${n + 1} —`, { x: 380, y: 1060 })]))
    const read_ = linesRead(read(...pages))
    expect(read_.filter((line) => line.role === 'page-number').length).toBe(2)
    expect(read_[cut - 1]).toMatchObject({ endsParagraph: false, page: 1 })
  })

  it('a number that does not count the pages is text', () => {
    const lines = linesRead(read(...numbered(() => setLine('7', { x: 400, y: 1060 }))))
    expect(lines.some((line) => line.role === 'page-number')).toBe(false)
  })

  it('address, date and number that a browser prints in the margins', () => {
    const runs = [...setColumns(invented(5), { x: 40, y: 60, columns: 1, measure: 60 }).runs, ...setLine('2023/2/10 09:15', { x: 20, y: 12, size: 8 }), ...setLine('虚构样例网', { x: 380, y: 12, size: 8 }), ...setLine('https://example.org/a/1.html', { x: 20, y: 1080, size: 5 }), ...setLine('1/3', { x: 770, y: 1080, size: 8 })]
    const lines = linesRead(read(page(shuffled(runs))))
    expect(lines.filter((line) => line.role !== undefined).map((line) => [line.text, line.role])).toEqual([
      ['2023/2/10 09:15', 'header'],
      ['虚构样例网', 'header'],
      ['https://example.org/a/1.html', 'footer'],
      ['1/3', 'page-number']
    ])
  })

  it('notes at the foot of a column come after the text of the page', () => {
    const text = invented(8)
    const { runs, bottom } = setColumns(text, { x: 40, y: 60, columns: 2, measure: 20 })
    const notes = setLines(linesOf(['①虚构样例注释，说明服务点的来历。', '②虚构样例注释之二。'], 24, 0), { x: 40, y: bottom + 12, size: 8, measure: 24 })
    const source = read(page(shuffled([...runs, ...notes]), [frame(40, bottom + 4, 60, 0.5)]))
    expect(flat(source.text)).toBe(`${all(text)}①虚构样例注释，说明服务点的来历。②虚构样例注释之二。`)
    expect(linesRead(source).filter((line) => line.role === 'footnote').length).toBe(2)
  })
})

describe('scans that are a little askew', () => {
  for (const degrees of [-2, -1, 0.5, 1, 2]) {
    for (const by of ['word', 'line'] as const) {
      it(`by ${degrees} degrees, boxes of ${by}s`, () => {
        const text = invented(12)
        const { runs } = setColumns(text, { x: 60, y: 120, columns: 3, measure: 16, by, gutter: 2 })
        const angle = (degrees * Math.PI) / 180
        const turned = [...runs, ...setLine('云溪县虚构样例', { x: 200, y: 60, size: 30 })].map((run) => {
          const corners = [0, 1].flatMap((right) => [0, 1].map((low) => [run.box.x + right * run.box.width, run.box.y + low * run.box.height] as const))
          const at = corners.map(([x, y]) => [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)] as const)
          const [xs, ys] = [at.map(([x]) => x), at.map(([, y]) => y)]
          const box = { x: Math.min(...xs), y: Math.min(...ys), width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) }
          return { ...run, box, confidence: 0.9 }
        })
        const source = read(page(turned))
        expect(flat(source.text)).toBe(`云溪县虚构样例${all(text)}`)
        expect(source.lines[0]!.confidence).toBeCloseTo(0.9)
      })
    }
  }
})

it('no character is lost or invented, whatever stands where', () => {
  const runs = shuffled([...setColumns(invented(7), { x: 40, y: 60, columns: 3, measure: 15, by: 'character' }).runs, ...setDown('竖排虚构样例', { x: 300, y: 100, size: 20 }), { text: ' A\u0000b\u200b ', size: 10, box: { x: Number.NaN, y: 5, width: -3, height: 0 } }, { text: '𠮷野', size: 0, box: { x: 1e9, y: -1e9, width: 20, height: 10 } }])
  const source = read(page(runs, [frame(Number.NaN, 0, 1, 1), frame(0, 0, -5, 900)]))
  expect(characters([source.text])).toBe(characters([runs.map((run) => run.text).join('').replace('\u0000', '\ufffd')]))
})
