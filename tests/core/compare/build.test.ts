import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildComparison } from '#core/compare/build.ts'
import { columnGroupings, type ColumnGrouping } from '#core/compare/comparison.ts'
import { inventedCodebook, inventedReport, stamp, type Clause } from './invented-reports.ts'

const codebook = inventedCodebook('elderly', 'relief', 'charity')

const eastern = inventedReport({
  id: 'east',
  title: '云东召开虚构工作会议',
  province: ['810001', '云东省'],
  date: '2031-02-10',
  clauses: [
    ['¶2月10日，会议在云城召开。'],
    ['¶一是建设云杉驿站，', 'elderly'],
    ['新建山区食堂三百个，', 'elderly'],
    ['开展邻里募捐，', 'charity'],
    ['再建𠮷林驿站。', 'elderly', 'relief'],
    ['会议结束。']
  ],
  outline: { 一是建设云杉驿站: '一是' },
  targets: [{ quote: '新建山区食堂三百个', theme: 'elderly', value: 300, unit: '个' }],
  programmes: [['云杉驿站', 'elderly']]
})

const western = inventedReport({
  id: 'west',
  title: null,
  province: ['800001', '云西省'],
  date: '2031-01-08',
  clauses: [['¶谋划云杉驿站建设，', 'elderly'], ['新建山区食堂。', 'elderly']],
  sourceFile: '云西.txt'
})

describe('a comparison (虚构样例)', () => {
  const comparison = buildComparison([eastern, western], codebook, { codebook: stamp })
  const [elderly, relief, charity] = comparison.rows

  it('has the themes of the codebook down and the reports across, as given', () => {
    expect(comparison.rows.map((row) => row.theme)).toEqual(['elderly', 'relief', 'charity'])
    expect(comparison.columns.map(({ id, title, province, date }) => [id, title, province?.name, date?.iso])).toEqual([
      ['east', '云东召开虚构工作会议', '云东省', '2031-02-10'],
      ['west', '云西.txt', '云西省', '2031-01-08']
    ])
    expect(comparison.codebook).toEqual(stamp)
  })

  it('joins neighbouring statements of a theme into one passage and starts another after a gap', () => {
    expect(elderly?.cells[0]?.passages.map((passage) => passage.text)).toEqual([
      '一是建设云杉驿站，新建山区食堂三百个，',
      '再建𠮷林驿站。'
    ])
  })

  it('gives each passage its outline, paragraph and original lines', () => {
    const [first, second] = elderly?.cells[0]?.passages ?? []
    expect(first).toMatchObject({
      report: 'east',
      outline: ['一是建设云杉驿站'],
      paragraph: 2,
      lastParagraph: 2,
      source: { line: 2, lastLine: 3, unit: 'line', page: null, lastPage: null, recognised: null },
      kinds: ['plan']
    })
    // 14 characters a line: 一是建设云杉驿站，新建山区食 | 堂三百个，开展邻里募捐，再建 | 𠮷林驿站。会议结束。
    expect(second?.source).toEqual({ line: 3, lastLine: 4, unit: 'line', page: null, lastPage: null, recognised: null })
  })

  it('says which headings of a path are a person’s, and nothing where none is', () => {
    expect(elderly?.cells[0]?.passages[0]).not.toHaveProperty('outlineByHand')
    const { report } = eastern
    const said = { ...eastern, report: { ...report, outline: report.outline.map((entry) => ({ ...entry, heading: '建设驿站', by: 'person' as const })) } }
    const [row] = buildComparison([said], codebook, { codebook: stamp }).rows
    expect(row?.cells[0]?.passages[0]).toMatchObject({ outline: ['一是建设驿站'], outlineByHand: [0] })
  })

  it('counts characters without white space, a rare character as one, and shares of the report', () => {
    expect(elderly?.cells[0]).toMatchObject({ state: 'present', characters: 26, rank: 1 })
    expect(elderly?.cells[0]?.share).toBeCloseTo(26 / comparison.columns[0]!.characters)
    expect(comparison.columns[0]?.characters).toBe(52)
  })

  it('ranks themes by characters, equals sharing a rank, and leaves an absent theme without one', () => {
    expect([elderly, relief, charity].map((row) => row?.cells[0]?.rank)).toEqual([1, 2, 2])
    expect(charity?.cells[1]).toEqual({ state: 'absent', verdict: null, characters: 0, share: 0, rank: null, passages: [], targets: [], programmes: [] })
  })

  it('brings the targets and programmes of the theme, with their place', () => {
    expect(elderly?.cells[0]?.targets).toMatchObject([{ text: '新建山区食堂三百个', value: 300, passage: 0, paragraph: 2, source: { line: 2, lastLine: 3 } }])
    expect(elderly?.cells[0]?.programmes).toMatchObject([{ name: '云杉驿站', report: 'east', places: [{ paragraph: 2, source: { line: 2 } }] }])
    expect(relief?.cells[0]?.targets).toEqual([])
  })

  it('marks what passages of different columns share and pairs like passages', () => {
    expect(elderly?.shared).toEqual([{ phrase: '新建山区食堂', columns: [0, 1] }])
    expect(elderly?.pairs).toMatchObject([{ columns: [0, 1], passages: [0, 0] }])
  })

  it('keeps the rank of the whole codebook when only some themes are asked for', () => {
    const some = buildComparison([eastern], codebook, { codebook: stamp, themes: ['charity', 'elderly', 'no-such-theme'] })
    expect(some.rows.map((row) => [row.theme, row.cells[0]?.rank])).toEqual([['elderly', 1], ['charity', 2]])
  })

  it('orders columns by division code and date when asked', () => {
    const nowhere = inventedReport({ id: 'nowhere', clauses: [['无']] })
    const columns = buildComparison([nowhere, eastern, western], codebook, { codebook: stamp, order: 'division' }).columns
    expect(columns.map(({ id }) => id)).toEqual(['west', 'east', 'nowhere'])
  })
})

describe('a comparison by province (虚构样例)', () => {
  const later = inventedReport({
    id: 'east-2032',
    title: '云东又召开虚构工作会议',
    province: ['810001', '云东省'],
    date: '2032-02-10',
    clauses: [['¶驿站建到每个乡镇，', 'elderly']],
    targets: [{ quote: '建到每个乡镇', theme: 'elderly', operator: 'coverage' }]
  })
  const nowhere = inventedReport({ id: 'a', clauses: [['不知何处，', 'relief']] })
  const comparison = buildComparison([eastern, nowhere, later, western], codebook, { codebook: stamp, by: 'province' })

  it('puts reports of one province into one column and leaves a report of none by itself', () => {
    expect(comparison.columns.map(({ id, title, reports, date }) => [id, title, reports, date?.iso ?? null])).toEqual([
      ['810001', '云东省', ['east', 'east-2032'], null],
      ['a', '虚构样例会议召开', ['a'], null],
      ['800001', '云西省', ['west'], '2031-01-08']
    ])
    expect(comparison.columns[0]?.members.map(({ title, date }) => [title, date?.iso])).toEqual([
      ['云东召开虚构工作会议', '2031-02-10'],
      ['云东又召开虚构工作会议', '2032-02-10']
    ])
  })

  it('keeps the report of every passage, and counts the passages of a cell through', () => {
    const cell = comparison.rows[0]?.cells[0]
    expect(cell?.passages.map(({ report }) => report)).toEqual(['east', 'east', 'east-2032'])
    expect(cell?.targets.map(({ passage }) => passage)).toEqual([0, 2])
    expect(cell?.share).toBeCloseTo((cell?.characters ?? 0) / comparison.columns[0]!.characters)
  })
})

describe('a comparison by year and by region (虚构样例)', () => {
  const clauses: Clause[] = [['办好山区食堂。', 'elderly']]
  const of = (id: string, province: readonly [string, string] | null, date: string | null) => inventedReport({ id, title: `虚构报告${id}`, province, date, clauses })
  const reports = [
    of('zj-23', ['330000', '浙江省'], '2023-02-10'),
    of('hb-22', ['420000', '湖北省'], '2022-01-05'),
    of('undated', null, null),
    of('js-22', ['320000', '江苏省'], '2022-03-01'),
    of('state', ['000000', '中华人民共和国'], '2023-01-13')
  ]
  const columnsBy = (by: ColumnGrouping) => buildComparison(reports, codebook, { codebook: stamp, by }).columns.map(({ id, by: kind, title, reports: own }) => [id, kind, title, own])

  it('puts the years in order, and a report without one last and alone', () => {
    expect(columnsBy('year')).toEqual([
      ['year:2022', 'year', '2022', ['hb-22', 'js-22']],
      ['year:2023', 'year', '2023', ['zj-23', 'state']],
      ['undated', 'report', '虚构报告undated', ['undated']]
    ])
  })

  it('puts the regions in the order of the division codes, then the whole country, then what lies nowhere', () => {
    expect(columnsBy('region')).toEqual([
      ['region:east', 'region', '华东', ['zj-23', 'js-22']],
      ['region:central', 'region', '华中', ['hb-22']],
      ['000000', 'province', '中华人民共和国', ['state']],
      ['undated', 'report', '虚构报告undated', ['undated']]
    ])
  })

  it('says of a group only what all its reports share', () => {
    const [first] = buildComparison(reports, codebook, { codebook: stamp, by: 'region' }).columns
    expect(first).toMatchObject({ province: null, date: null })
    expect(buildComparison(reports.slice(0, 1), codebook, { codebook: stamp, by: 'region' }).columns[0]).toMatchObject({ province: { code: '330000' }, date: { iso: '2023-02-10' } })
  })
})

describe('laws of every comparison (虚构样例)', () => {
  const clause: fc.Arbitrary<Clause> = fc
    .tuple(
      fc.string({ unit: fc.constantFrom('山', '水', '云', '食', '堂', ' ', '，', '𠮷'), minLength: 1, maxLength: 12 }),
      fc.subarray(['elderly', 'relief', 'charity']),
      fc.boolean()
    )
    .map(([text, themes, opens]) => [(opens ? '¶' : '') + text, ...themes])
  const reports = fc
    .array(fc.tuple(fc.array(clause, { minLength: 1, maxLength: 20 }), fc.constantFrom(['330000', '甲'] as const, ['420000', '乙'] as const, null)), { maxLength: 4 })
    .map((list) => list.map(([clauses, province], index) => inventedReport({ id: `r${index}`, clauses, province, width: 7 })))
  const by = fc.constantFrom(...columnGroupings)

  it('quotes verbatim, joins neighbours only, adds up, and shares what is really there', () => {
    fc.assert(
      fc.property(reports, by, (compared, grouping) => {
        const comparison = buildComparison(compared, codebook, { codebook: stamp, by: grouping })
        const textOf = new Map(compared.map(({ id, report }) => [id, report.text]))
        for (const row of comparison.rows) {
          row.cells.forEach((cell, column) => {
            for (const { report, start, end, text } of cell.passages) expect(textOf.get(report)?.slice(start, end)).toBe(text)
            const characters = cell.passages.reduce((sum, { text }) => sum + [...text.replace(/\s/g, '')].length, 0)
            expect(cell.characters).toBe(characters)
            expect(cell.share * comparison.columns[column]!.characters).toBeCloseTo(characters)
            expect(cell.share).toBeLessThanOrEqual(1)
            expect(cell.state === 'present').toBe(cell.passages.length > 0)
            expect(cell.rank === null).toBe(cell.state === 'absent')
          })
          for (const { phrase, columns } of row.shared) {
            expect(columns.length).toBeGreaterThan(1)
            for (const column of columns) expect(row.cells[column]?.passages.some(({ text }) => text.includes(phrase))).toBe(true)
          }
          for (const { columns: [a, b], passages: [p, q], similarity } of row.pairs) {
            expect(row.cells[a]?.passages[p] && row.cells[b]?.passages[q] && a < b).toBe(true)
            expect(similarity).toBeGreaterThan(0)
            expect(similarity).toBeLessThanOrEqual(1)
          }
        }
      })
    )
  })

  it('holds every report in exactly one column, however they are grouped', () => {
    fc.assert(
      fc.property(reports, by, (compared, grouping) => {
        const held = buildComparison(compared, codebook, { codebook: stamp, by: grouping }).columns.flatMap((column) => column.reports)
        expect([...held].sort()).toEqual(compared.map(({ id }) => id).sort())
      })
    )
  })

  it('covers exactly the statements of the theme', () => {
    fc.assert(
      fc.property(reports, (compared) => {
        const comparison = buildComparison(compared, codebook, { codebook: stamp })
        for (const row of comparison.rows) {
          compared.forEach(({ report }, column) => {
            const passages = row.cells[column]!.passages
            for (const statement of report.statements) {
              const within = passages.some(({ start, end }) => start <= statement.start && statement.end <= end)
              expect(within).toBe(statement.themes.some(({ id }) => id === row.theme))
            }
          })
        }
      })
    )
  })
})
