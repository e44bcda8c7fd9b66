import type { CellTarget } from '../compare/comparison.ts'
import { metricText } from '../report/target-metric.ts'
import { NOTHING, column, plainRow, type Drafting } from './ground.ts'
import type { PaperTable } from './paper.ts'

/** T7: the quantified targets of each theme, province by province, with what they count and until when. */
export function targetTable(drafting: Drafting): PaperTable {
  const { comparison, compared, members, labels, words, options } = drafting
  const texts = new Map(compared.map(({ id, report }) => [id, report.text]))
  return {
    template: 'T7',
    title: words.titles.T7,
    columns: [
      column(drafting, 'theme', ['label', 7]), column(drafting, 'metric', ['text', 13]), column(drafting, 'target', ['text', 9]), column(drafting, 'deadline', ['text', 8]),
      column(drafting, 'province', ['text', 6]), column(drafting, 'original', ['text', 33])
    ],
    rows: comparison.rows.flatMap((row) =>
      row.cells.flatMap(({ targets }) =>
        targets.map((target) => ({
          ...plainRow([
            row.label[options.language],
            metricText(texts.get(target.report)!, target) ?? NOTHING,
            valueOf(target),
            target.deadline ?? NOTHING,
            labels.jurisdiction(members.get(target.report)!),
            `${target.text}〔${labels.place(target)}〕`
          ]),
          color: row.color
        }))
      )
    ),
    notes: [words.notes.targets]
  }

  function valueOf({ operator, value, upper, unit }: CellTarget): string {
    const number = [value, upper].filter((part) => part !== null).join('–')
    return [operator === 'range' && number !== '' ? null : labels.operator(operator), number === '' ? null : number + (unit ?? '')].filter((part) => part !== null).join(' ')
  }
}
