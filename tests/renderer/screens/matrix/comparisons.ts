import type { Cell, Column, Comparison, Passage, Row } from '#core/compare/comparison.ts'

// 虚构样例：报告、省份编码之外的文字均为虚构。

export const passage = (report: string, text: string, more: Partial<Passage> = {}): Passage => ({
  report,
  text,
  start: 0,
  end: text.length,
  characters: text.length,
  kinds: ['plan'],
  outline: ['一是推进甲项'],
  paragraph: 2,
  lastParagraph: 2,
  source: { line: 3, lastLine: 5, unit: 'line', page: null, lastPage: null, recognised: null },
  ...more
})

export const cell = (passages: readonly Passage[], more: Partial<Cell> = {}): Cell => ({
  state: passages.length > 0 ? 'present' : 'absent',
  verdict: null,
  characters: passages.reduce((sum, { text }) => sum + text.length, 0),
  share: 0.1,
  rank: passages.length > 0 ? 1 : null,
  passages,
  targets: [],
  programmes: [],
  ...more
})

export const row = (theme: string, cells: readonly Cell[], more: Partial<Row> = {}): Row => ({
  theme,
  label: { zh: theme, en: theme },
  color: '#446688',
  cells,
  shared: [],
  pairs: [],
  ...more
})

export const column = (id: string, characters = 1000): Column => ({
  id,
  by: 'report',
  title: `虚构报告 ${id}`,
  province: null,
  date: { iso: '2024-03-01', precision: 'day', asWritten: '3月1日', yearBasis: 'text' },
  meeting: null,
  characters,
  source: `${id}.txt`,
  sha256: '0'.repeat(64),
  reports: [id],
  members: []
})

export const comparison = (columns: readonly Column[], rows: readonly Row[]): Comparison => ({
  codebook: { id: 'invented', version: '1', sha256: '0'.repeat(64) },
  columns,
  rows
})
