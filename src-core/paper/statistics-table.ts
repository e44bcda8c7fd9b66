import type { StatisticsFacts, StatisticsGround, StatisticsResult } from '../compare/statistics-facts.ts'
import { companyValue } from '../compare/term-company.ts'
import type { TermGroup } from '../compare/term-tally.ts'
import type { TermUnit } from '../compare/terms.ts'
import { FEW_DOCUMENTS } from '../statistics/inverse-document-frequency.ts'
import { perThousand } from '../statistics/per-thousand.ts'
import type { Table, TableCell, TableRow } from '../table/table.ts'
import type { Language } from '../table/words.ts'
import { crossTable, type CrossTable } from './cross-table.ts'
import type { CountedPlaces } from './counted-places.ts'
import type { PaperColumn, PaperTable } from './paper.ts'
import { statisticsWords, type StatisticsWords } from './statistics-words.ts'

/** A table of statistics as a paper prints it, and what its numbers lead to. */
export interface StatisticsTable {
  readonly paper: PaperTable
  /** What the reader has to know before believing it; also the first of its notes. */
  readonly warnings: readonly string[]
  /** null: no count (a measure, a name). */
  readonly placesAt: (row: number, column: number) => CountedPlaces | null
}

interface Drafted {
  readonly template: PaperTable['template']
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly TableRow[]
  readonly formulas: readonly string[]
  readonly placesAt: StatisticsTable['placesAt']
}

/** T9, T10 and T11: what was found, with unit, n, bases and formulas below. */
export function statisticsTable({ ground, result }: StatisticsFacts, language: Language): StatisticsTable {
  const words = statisticsWords[language]
  const drafting: Drafting = { ground, words, named: (term) => ground.labels[term]?.[language] ?? term }
  if (result.measure === 'cross') return ofCross(crossTable(result.cross, language), ground, words)
  const { template, columns, rows, formulas, placesAt } = drafted(result, drafting)
  const warnings = warningsOf(ground, result, words)
  const told = result.measure === 'likeness' ? null : rows.length
  return {
    paper: { template, title: words.titles[result.measure], columns, rows, notes: [...warnings, ...groundNotes(ground, words, told), ...formulas] },
    warnings,
    placesAt
  }
}

const ofCross = ({ title, columns, rows, notes, placesAt }: CrossTable, { groups }: StatisticsGround, words: StatisticsWords): StatisticsTable => ({
  paper: { template: 'T8', title, columns, rows, notes: [...groups.map((group) => groupNote(group, 'themes', words)), ...notes] },
  warnings: [],
  placesAt
})

/** The same as one flat table: what stood over several columns is part of each head. */
export const flatTable = ({ title, columns, rows, notes }: PaperTable): Table => ({
  id: 'statistics',
  name: title.slice(0, 31),
  columns: columns.map(({ group, ...column }) => (group === undefined ? column : { ...column, header: `${group}\n${column.header}` })),
  rows,
  notes
})

interface Drafting {
  readonly ground: StatisticsGround
  readonly words: StatisticsWords
  readonly named: (term: string) => string
}

type TermResult = Exclude<StatisticsResult, { measure: 'cross' }>

function drafted(result: TermResult, drafting: Drafting): Drafted {
  switch (result.measure) {
    case 'keyness':
      return keynessTable(result, drafting)
    case 'likeness':
      return likenessTable(result, drafting)
    case 'company':
      return companyTable(result, drafting)
    default:
      return frequencyTable(result, drafting)
  }
}

const plain = (cells: readonly TableCell[]): TableRow => ({ cells, color: null, isTotal: false })

const termColumn = ({ ground, words }: Drafting): PaperColumn => ({ header: words.terms[ground.unit], kind: 'label', width: 8 })

function keynessTable({ rows, correction }: Extract<StatisticsResult, { measure: 'keyness' }>, drafting: Drafting): Drafted {
  const { ground, words, named } = drafting
  const { formulas, heads } = words
  return {
    template: 'T9',
    columns: [
      termColumn(drafting),
      ...ground.groups.flatMap(({ name }): PaperColumn[] => [{ header: heads.count, kind: 'count', width: 5, group: name }, { header: heads.perThousand, kind: 'ratio', width: 5, group: name }]),
      { header: 'G²', kind: 'ratio', width: 6 }, { header: heads.logRatio, kind: 'ratio', width: 6 }, { header: heads.p, kind: 'text', width: 6 }
    ],
    rows: rows.map(({ term, counts, logLikelihood, logRatio, p }) =>
      plain([named(term), ...counts.flatMap((count, group) => [count, perThousand(count, ground.groups[group]!.total)]), logLikelihood, logRatio, probability(p)])
    ),
    formulas: [formulas.perThousand, formulas.logLikelihood, formulas.logRatio, words.corrections[correction](grouped(ground.candidates)), formulas.expected],
    placesAt: (row, column) => (column === 1 || column === 3 ? { terms: [rows[row]!.term], group: column === 1 ? 0 : 1 } : null)
  }
}

/** @example probability(0.00004) // '<0.001' */
const probability = (p: number): string => (p < 0.001 ? '<0.001' : p.toFixed(3))

function frequencyTable({ measure, rows }: Extract<StatisticsResult, { measure: 'frequency' | 'tf-idf' | 'advantage' }>, drafting: Drafting): Drafted {
  const { ground, words, named } = drafting
  const { heads, formulas } = words
  const [head, formula] = { frequency: [heads.perThousand, formulas.perThousand], 'tf-idf': [heads.tfIdf, formulas.tfIdf], advantage: [heads.advantage, formulas.advantage] }[measure] as [string, string]
  return {
    template: 'T9',
    columns: [
      termColumn(drafting),
      { header: heads.sum, kind: 'count', width: 5 }, { header: heads.having, kind: 'count', width: 4 },
      ...ground.groups.flatMap(({ name }): PaperColumn[] => [{ header: heads.count, kind: 'count', width: 4, group: name }, { header: head, kind: 'ratio', width: 5, group: name }])
    ],
    rows: rows.map(({ term, sum, having, groups }) =>
      plain([named(term), sum, having, ...groups.flatMap((own) => [own.count, { frequency: own.perThousand, 'tf-idf': own.tfIdf, advantage: own.advantage }[measure]])])
    ),
    formulas: [formula],
    placesAt: (row, column) => {
      if (column === 1) return { terms: [rows[row]!.term], group: null }
      return column > 2 && column % 2 === 1 ? { terms: [rows[row]!.term], group: (column - 3) / 2 } : null
    }
  }
}

function likenessTable({ matrix, form }: Extract<StatisticsResult, { measure: 'likeness' }>, { ground, words }: Drafting): Drafted {
  return {
    template: 'T11',
    columns: [{ header: '', kind: 'label', width: 8 }, ...ground.groups.map(({ name }): PaperColumn => ({ header: name, kind: 'ratio', width: 6 }))],
    rows: matrix.map((row, group) => plain([ground.groups[group]!.name, ...row])),
    formulas: [words.likeness[form], words.formulas.stopWords],
    placesAt: () => null
  }
}

function companyTable({ company, form, within }: Extract<StatisticsResult, { measure: 'company' }>, drafting: Drafting): Drafted {
  const { words, named } = drafting
  const { terms } = company
  return {
    template: 'T10',
    columns: [termColumn(drafting), ...terms.map((term): PaperColumn => ({ header: named(term), kind: form === 'count' ? 'count' : 'ratio', width: 5 }))],
    rows: terms.map((term, one) => plain([named(term), ...terms.map((_, other) => companyValue(company, form, [one, other]))])),
    formulas: [words.company[form], words.within[within](grouped(company.units))],
    // each cell rests on the units that have both, whatever form it is given in
    placesAt: (row, column) => (column === 0 ? null : { terms: row === column - 1 ? [terms[row]!] : [terms[row]!, terms[column - 1]!], group: null })
  }
}

function groundNotes({ unit, size, names, groups, least, shortest, candidates }: StatisticsGround, words: StatisticsWords, told: number | null): string[] {
  return [
    words.unit(unit, size),
    ...groups.map((group) => groupNote(group, unit, words)),
    told === null ? words.compared(grouped(candidates)) : words.told(grouped(told), grouped(candidates)),
    ...(unit === 'themes' ? [words.formulas.themes] : [words.left(grouped(least), unit === 'words' ? shortest : 1)]),
    ...(unit === 'words' ? [words.division(names)] : [])
  ]
}

const groupNote = ({ name, reports, characters, total }: TermGroup, unit: TermUnit, words: StatisticsWords): string =>
  words.group(name, reports, `${words.characters(grouped(characters))}${words.and}${words.bases[unit](grouped(total))}`)

/** Shorter, a difference of frequencies is soon chance. */
const SMALL_BASE = 1000

function warningsOf({ groups, unit }: StatisticsGround, { measure, ...result }: TermResult, words: StatisticsWords): string[] {
  const { warnings } = words
  const isWeighted = measure === 'tf-idf' || ('form' in result && result.form === 'cosine-tf-idf')
  const small = unit === 'themes' ? [] : groups.filter(({ total }) => total < SMALL_BASE)
  return [
    ...(isWeighted && groups.length === 2 ? [warnings.twoDocuments] : []),
    ...(isWeighted && groups.length > 2 && groups.length < FEW_DOCUMENTS ? [warnings.fewDocuments(groups.length)] : []),
    ...(groups.length === 1 && measure !== 'frequency' && measure !== 'company' ? [warnings.oneGroup] : []),
    ...(small.length > 0 && measure !== 'company' ? [warnings.smallBase(small.map(({ name }) => name).join(words.and))] : [])
  ]
}

const grouped = (count: number): string => count.toString().replace(/\B(?=(\d{3})+$)/g, ',')
