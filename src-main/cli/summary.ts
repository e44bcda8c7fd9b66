import { charactersOf } from '#core/text/counted-text.ts'
import type { Codebook } from '#core/codebook/codebook.ts'
import type { Reading, Report } from '#core/report/report.ts'
import { printable } from '#core/table/cell-width.ts'
import { oneLine } from './failure.ts'

/** What was read out of one file, for a person at a terminal. */
export function summaryText(file: string, reading: Reading, codebook: Codebook): string {
  const leftOver = reading.leftOver.map(({ text }) => `  剩余文字 left over: ${text}\n`)
  return printable([`${oneLine(file)}\n`, ...reading.reports.map((report) => reportText(report, codebook)), ...leftOver, '\n'].join(''))
}

const unknown = '未知 unknown'

function reportText(report: Report, codebook: Codebook): string {
  const { jurisdiction, date, officials } = report
  const rows: readonly (readonly [string, string])[] = [
    ['标题 title', report.title?.text ?? unknown],
    ['地区 jurisdiction', jurisdiction === null ? unknown : `${jurisdiction.name} ${jurisdiction.code} (${jurisdiction.basis})`],
    ['日期 date', date === null ? unknown : `${date.iso ?? unknown}  “${date.asWritten}” (year: ${date.yearBasis})`],
    ['会议 meeting', report.meeting ?? unknown],
    ['地点 place', report.place ?? unknown],
    ['人员 officials', officials.map(({ name, title }) => (title === null ? name : `${title}${name}`)).join('；') || unknown],
    ['来源 attribution', [report.reporter, report.attribution].filter((part) => part !== null).join('；') || unknown],
    ['主题 themes', themesText(report, codebook) || '—'],
    ['目标 targets', report.targets.map(({ start, end }) => report.text.slice(start, end)).join('；') || '—'],
    ['提法 programmes', report.programmes.map(({ name }) => name).join('、') || '—'],
    ['字数 characters', String(charactersOf(report.text))]
  ]
  return rows.map(([name, value]) => `  ${name}: ${value}\n`).join('')
}

function themesText({ statements }: Report, codebook: Codebook): string {
  return codebook.themes
    .map(({ id, name }) => ({ name, count: statements.filter(({ themes }) => themes.some((theme) => theme.id === id)).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name.zh} ${count}`)
    .join('、')
}
