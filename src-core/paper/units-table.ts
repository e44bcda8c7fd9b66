import type { ComparedReport } from '../compare/passages.ts'
import { countReport, placeOf } from '../compare/passages.ts'
import type { Statement } from '../report/report.ts'
import { outlineText } from '../table/labels.ts'
import type { TableRow } from '../table/table.ts'
import { NOTHING, column, plainRow, type Drafting } from './ground.ts'
import type { PaperTable } from './paper.ts'

/** T3: every unit of analysis that has one of the themes, numbered document–paragraph–place in the paragraph. */
export function unitsTable(drafting: Drafting): PaperTable {
  const { compared, words } = drafting
  const rows = compared.flatMap((report, index) => unitRows(report, index + 1, drafting))
  const all = compared.reduce((sum, { report }) => sum + report.statements.length, 0)
  return {
    template: 'T3',
    title: words.titles.T3,
    columns: [
      column(drafting, 'number', ['label', 6]), column(drafting, 'province', ['text', 6]), column(drafting, 'outline', ['text', 15]), column(drafting, 'original', ['text', 37]),
      column(drafting, 'codes', ['text', 12])
    ],
    rows,
    notes: [words.unitsLeftOut(rows.length, all), words.notes.units]
  }
}

function unitRows(compared: ComparedReport, number: number, drafting: Drafting): TableRow[] {
  const counted = countReport(compared)
  const { text, statements } = compared.report
  const inParagraph = new Map<number, number>()
  return statements.flatMap((statement) => {
    const place = placeOf(counted, statement, statement.end - 1)
    const order = (inParagraph.get(place.paragraph) ?? 0) + 1
    inParagraph.set(place.paragraph, order)
    const codes = codesOf(statement, drafting)
    if (codes.length === 0) return []
    return [
      plainRow([
        `${number}-${place.paragraph}-${order}`,
        drafting.labels.jurisdiction(drafting.members.get(compared.id)!),
        outlineText(place) || NOTHING,
        text.slice(statement.start, statement.end),
        drafting.labels.words.listed(codes)
      ])
    ]
  })
}

/** The themes of the table that a statement has, in the order of the table. */
function codesOf({ themes }: Statement, { comparison, labels, words }: Drafting): string[] {
  return comparison.rows.flatMap((row) => {
    const assigned = themes.find(({ id }) => id === row.theme)
    if (assigned === undefined) return []
    return [row.label[labels.language] + (assigned.by === 'person' ? words.byHand : '')]
  })
}
