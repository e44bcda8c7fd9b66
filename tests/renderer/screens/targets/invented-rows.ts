import { preparedRow, type PlainRow, type TargetRow } from '../../../../src-renderer/screens/targets/target-rows.ts'

// 虚构样例

/** A row of an invented report: `甲省` 2031, 75 per cent of something, unless said otherwise. */
export function targetRow(change: Partial<PlainRow> = {}): TargetRow {
  const row: Omit<PlainRow, 'id'> = {
    kind: 'row',
    report: 'a',
    start: 10,
    end: 20,
    text: '护理床位占比达到75%以上',
    number: [8, 13],
    metric: [[0, 6]],
    metricWords: '护理床位占比',
    metricKey: '护理床位占比',
    value: 75,
    upper: null,
    unit: '％',
    unitKey: '%',
    operator: '>=',
    deadline: '到2035年',
    deadlineYear: 2035,
    theme: 'elderly_care',
    jurisdiction: null,
    province: '330000',
    date: null,
    iso: '2031-03-02',
    year: '2031',
    ...change
  }
  return preparedRow({ id: `${row.report}:${row.start}`, ...row })
}
