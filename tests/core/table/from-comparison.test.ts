import { describe, expect, it } from 'vitest'
import { buildComparison } from '#core/compare/build.ts'
import { csvText } from '#core/table/csv.ts'
import { comparisonTables, tablesInOrder, type ComparisonTables } from '#core/table/from-comparison.ts'
import { htmlText } from '#core/table/html.ts'
import { markdownText } from '#core/table/markdown.ts'
import { cellText, isQuoted, type Table } from '#core/table/table.ts'
import { terminalText } from '#core/table/terminal.ts'
import { inventedCodebook, inventedReport, stamp } from '../compare/invented-reports.ts'
import { eastern, inventedTables, western } from './invented-comparison.ts'

const texts = ({ columns, rows }: Table) => rows.map(({ cells }) => cells.map((cell, i) => cellText(cell, columns[i]!.kind)))

describe('tables of a comparison (虚构样例)', () => {
  const tables = inventedTables()

  it('come in one order, with names for sheets', () => {
    expect(tablesInOrder(tables).map(({ name }) => name)).toEqual(['原文对照', '频次', '目标', '提法', '共同短语', '相似引文', '引文', '说明'])
    for (const { name } of tablesInOrder(inventedTables('en'))) expect(name.length).toBeLessThanOrEqual(31)
  })

  it('put themes down, provinces across and under each quotation where it stands', () => {
    expect(tables.quotations.columns.map(({ header }) => header)).toEqual([
      '主题',
      '云东省\n云东召开虚构工作会议\n2031-02-10 · 虚构工作会议 · 40字',
      '云西省\n云西召开虚构工作会议\n2031-01-08 · 16字'
    ])
    expect(texts(tables.quotations)).toEqual([
      [
        '主题elderly',
        '一是建设云杉驿站，推进“云杉里”更加优质可及，新建山区食堂三百个。\n〔云东召开虚构工作会议 · 云东省 · 2031-02-10 · 一是建设云杉驿站 · 第1段 · 原文1–3行〕',
        '谋划云杉驿站建设，新建山区食堂。\n〔云西召开虚构工作会议 · 云西省 · 2031-01-08 · 第1段 · 原文1–2行〕'
      ],
      ['主题charity', '开展邻里募捐。\n〔云东召开虚构工作会议 · 云东省 · 2031-02-10 · 一是建设云杉驿站 · 第1段 · 原文3行〕', '待读（程序未找到引文）']
    ])
  })

  it('mark shared phrases, targets and programmes at their characters', () => {
    const cell = tables.quotations.rows[0]!.cells[1]!
    const quotation = isQuoted(cell) ? cell.quotations[0]! : null
    expect(quotation?.marks.map(({ kind, start, end }) => [kind, quotation.text.slice(start, end)])).toEqual([
      ['programme', '云杉里'],
      ['target', '新建山区食堂三百个'],
      ['shared', '新建山区食堂']
    ])
  })

  it('count passages, characters, share, passages per thousand characters, and rank, with sums and bases', () => {
    expect(texts(tables.counts)).toEqual([
      ['主题elderly', '1', '33', '82.5%', '25.0', '1', '1', '16', '100.0%', '62.5', '1', '2', '49'],
      ['主题charity', '1', '7', '17.5%', '25.0', '2', '0', '0', '0.0%', '0.0', '', '1', '7'],
      ['合计', '2', '40', '', '', '', '1', '16', '', '', '', '3', '56'],
      ['报告字数（基数）', '', '40', '', '', '', '', '16', '', '', '', '', '56']
    ])
  })

  it('list targets with their numbers apart, programmes, and shared phrases with who has them', () => {
    expect(texts(tables.targets)).toEqual([
      ['主题elderly', '云东省', '云东召开虚构工作会议', '2031-02-10', '新建山区食堂三百个', '不低于', '300', '', '个', '', '', '一是建设云杉驿站', '1', '2–3']
    ])
    expect(texts(tables.programmes)).toEqual([['主题elderly', '云杉里', '云东省', '云东召开虚构工作会议', '2031-02-10', '1', '一是建设云杉驿站', '1', '1–2']])
    expect(texts(tables.sharedPhrases)).toEqual([['主题elderly', '新建山区食堂', '6', '2', '云东省、云西省']])
  })

  it('set like passages side by side with their similarity', () => {
    expect(texts(tables.similarPassages)).toEqual([
      [
        '主题elderly', expect.stringMatching(/^0\.\d\d$/), '云东省', '云东召开虚构工作会议', '1–3', '一是建设云杉驿站，推进“云杉里”更加优质可及，新建山区食堂三百个。',
        '云西省', '云西召开虚构工作会议', '1–2', '谋划云杉驿站建设，新建山区食堂。'
      ]
    ])
  })

  it('have a long form with one row for each passage and for each absence', () => {
    const rows = texts(tables.passages)
    expect(rows).toHaveLength(4)
    expect(rows[0]).toEqual([
      'elderly', '主题elderly', '810001', '云东省', '云东省', '云东召开虚构工作会议', '2031-02-10', '原文', '虚构工作会议', '有', '1',
      '一是建设云杉驿站，推进“云杉里”更加优质可及，新建山区食堂三百个。', '部署', '33', '82.5%', '一是建设云杉驿站', '1', '1', '1', '3', '', '0', '33', 'east.txt', 'east'.padEnd(64, '0'), ''
    ])
    expect(rows[3]?.[9]).toBe('待读（程序未找到引文）')
  })

  it('say n, units, the codebook and its hash, and every source and its hash', () => {
    const notes = texts(tables.notes).map(([item, content]) => `${item}: ${content}`)
    expect(notes).toEqual(expect.arrayContaining([
      '制表日期: 2031-03-01',
      '报告数 n: 2',
      '引文条数: 3',
      '编码本: invented 1.0.0',
      `编码本 SHA-256: ${'c'.repeat(64)}`,
      `来源 2: 云西召开虚构工作会议 · 云西省 · 2031-01-08 · 16字 · west.txt · SHA-256 ${'west'.padEnd(64, '0')}`
    ]))
    expect(notes.filter((note) => note.startsWith('单位')).length).toBeGreaterThan(5)
  })

  it('have as many cells in every row as columns, in both languages', () => {
    for (const table of [...tablesInOrder(tables), ...tablesInOrder(inventedTables('en'))]) {
      for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length)
    }
  })

  it('speak English of everything but the words of the reports', () => {
    const english = inventedTables('en')
    expect(english.quotations.columns[1]?.header).toBe('云东省\n云东召开虚构工作会议\n2031-02-10 · 虚构工作会议 · 40 characters')
    expect(texts(english.quotations)[1]).toEqual([
      'Theme charity',
      '开展邻里募捐。\n〔云东召开虚构工作会议 · 云东省 · 2031-02-10 · 一是建设云杉驿站 · para. 1 · original lines 3〕',
      'To be read (the program found nothing)'
    ])
  })

  it('say that a year was inferred, and tell columns of one province apart', () => {
    const inferred = { ...western, id: 'west-2', report: { ...western.report, date: { iso: '2032-01-08', precision: 'day', asWritten: '1月8日', yearBasis: 'sibling' } as const } }
    const comparison = buildComparison([western, inferred, eastern], inventedCodebook('elderly'), { codebook: stamp })
    const headers = comparisonTables(comparison, { language: 'zh', madeOn: '2031-03-01' }).quotations.columns.map(({ header }) => header.split('\n')[0])
    expect(headers).toEqual(['主题', '云西省 2031-01-08', '云西省 2032-01-08（年份推定）', '云东省'])
  })

  it('are whole also when there is nothing to compare, or nothing in a report', () => {
    const nothing = inventedReport({ id: 'nothing', title: null, clauses: [['']], sourceFile: 'nothing.txt' })
    for (const reports of [[], [nothing]]) {
      const comparison = buildComparison(reports, inventedCodebook('elderly'), { codebook: stamp })
      const empty = comparisonTables(comparison, { language: 'zh', madeOn: '2031-03-01' })
      for (const table of tablesInOrder(empty)) for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length)
      expect([csvText(empty.passages), markdownText(empty), htmlText(empty), terminalText(comparison, { language: 'zh', width: 80 })].join('')).not.toMatch(/NaN|undefined/)
    }
  })

  it('keep the report of each quotation where a column is a province, and the absence of each report', () => {
    const later = inventedReport({ id: 'west-2', title: '云西又召开虚构会议', province: ['800001', '云西省'], date: '2032-01-08', clauses: [['¶募捐。', 'charity']] })
    const comparison = buildComparison([western, later], inventedCodebook('elderly', 'charity'), { codebook: stamp, by: 'province' })
    const { passages, quotations } = comparisonTables(comparison, { language: 'zh', madeOn: '2031-03-01' })
    expect(quotations.columns[1]?.header).toBe('云西省\n19字')
    expect(texts(passages).map((row) => [row[0], row[5], row[9]])).toEqual([
      ['elderly', '云西召开虚构工作会议', '有'],
      ['elderly', '云西又召开虚构会议', '待读（程序未找到引文）'],
      ['charity', '云西召开虚构工作会议', '待读（程序未找到引文）'],
      ['charity', '云西又召开虚构会议', '有']
    ])
  })
})

describe('a word of a person in the tables (虚构样例)', () => {
  const judged = { ...western, verdicts: { charity: 'absent' } } as const
  const tablesOf = (by: 'report' | 'region', language: 'zh' | 'en' = 'zh') =>
    comparisonTables(buildComparison([eastern, judged], inventedCodebook('elderly', 'charity', 'relief'), { codebook: stamp, by }), { language, madeOn: '2031-03-01' })

  it('stands in the cell, told apart from what nobody has read', () => {
    const { quotations } = tablesOf('report')
    expect(quotations.rows[1]?.cells[2]).toMatchObject({ absent: '未提及（已核实）', verdict: 'absent' })
    expect(quotations.rows[2]?.cells[2]).toMatchObject({ absent: '待读（程序未找到引文）', verdict: null })
    expect(tablesOf('report', 'en').quotations.rows[1]?.cells[2]).toMatchObject({ absent: 'Not mentioned (checked)' })
    expect(quotations.notes.join()).toContain('未提及（已核实）：')
  })

  it('stands in the list of passages for each report by itself, also where a column holds several', () => {
    const states = (tables: ComparisonTables) => tables.passages.rows.filter(({ cells }) => cells[0] === 'charity').map(({ cells }) => [cells[5], cells[9]])
    expect(states(tablesOf('report'))).toEqual([['云东召开虚构工作会议', '有'], ['云西召开虚构工作会议', '未提及（已核实）']])
    expect(states(tablesOf('region'))).toEqual(states(tablesOf('report')))
  })

  it('says of quotations that they are a mention in passing, in the cell and in the list', () => {
    const passing = { ...western, verdicts: { relief: 'absent', elderly: 'in-passing' } } as const
    const { quotations, passages } = comparisonTables(buildComparison([passing], inventedCodebook('elderly', 'relief'), { codebook: stamp, by: 'report' }), { language: 'zh', madeOn: '2031-03-01' })
    const cell = quotations.rows[0]!.cells[1]!
    expect(cellText(cell, 'quotations')).toMatch(/^【顺带提及】\n\n/)
    expect(passages.rows.map(({ cells }) => [cells[0], cells[9]])).toEqual([['elderly', '顺带提及'], ['relief', '未提及（已核实）']])
    expect(quotations.notes.join()).toContain('顺带提及：')
  })
})

describe('readings that a person put right, in the tables (虚构样例)', () => {
  const { report } = eastern
  const corrected = {
    ...eastern,
    report: {
      ...report,
      programmes: report.programmes.map((programme) => ({ ...programme, by: 'person' as const })),
      statements: report.statements.map((statement, n) => (n === 0 ? { ...statement, kind: 'review' as const, kindBy: 'person' as const } : statement))
    }
  }
  const tablesWith = (east: typeof eastern) => comparisonTables(buildComparison([east, western], inventedCodebook('elderly', 'charity'), { codebook: stamp }), { language: 'zh', madeOn: '2031-03-01' })
  const column = (table: Table, header: string) => {
    const at = table.columns.findIndex((known) => known.header === header)
    return at < 0 ? null : table.rows.map(({ cells }) => cells[at])
  }

  it('bear a column that says whose word a programme is, and which kinds are a person’s', () => {
    const { programmes, passages } = tablesWith(corrected)
    expect(column(programmes, '识读')).toEqual(['人工'])
    expect(column(passages, '人工所定性质')).toEqual(['回顾', '', '', null])
    for (const { rows, columns } of [programmes, passages]) for (const { cells } of rows) expect(cells).toHaveLength(columns.length)
  })

  it('have no such column where nobody said anything', () => {
    const { programmes, passages } = tablesWith(eastern)
    expect([column(programmes, '识读'), column(passages, '人工所定性质')]).toEqual([null, null])
  })
})
