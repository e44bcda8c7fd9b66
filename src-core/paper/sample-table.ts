import { NOTHING, column, plainRow, shortHash, type Drafting } from './ground.ts'
import type { PaperTable } from './paper.ts'

/** T1: the documents, numbered as the units of analysis are. */
export function sampleTable(drafting: Drafting): PaperTable {
  const { compared, members, labels, words } = drafting
  const reports = compared.map(({ id }) => members.get(id)!)
  return {
    template: 'T1',
    title: words.titles.T1,
    columns: [
      column(drafting, 'number', ['count', 3]), column(drafting, 'province', ['text', 6]), column(drafting, 'document', ['text', 14]), column(drafting, 'issuer', ['text', 7]),
      column(drafting, 'date', ['text', 6]), column(drafting, 'characters', ['count', 4]), column(drafting, 'source', ['text', 10])
    ],
    rows: compared.map(({ report, sourceFile, sha256 }, index) => {
      const member = reports[index]!
      return plainRow([
        index + 1,
        labels.jurisdiction(member),
        [member.title, member.meeting === null || member.title.includes(member.meeting) ? null : words.meeting(member.meeting), report.documentNumber].filter((part) => part !== null).join('\n'),
        report.issuer ?? NOTHING,
        labels.date(member.date),
        member.characters,
        `${sourceFile}\n${shortHash(sha256)}`
      ])
    }),
    notes: [words.sampleSize(reports.length, reports.reduce((sum, { characters }) => sum + characters, 0)), words.notes.sample, words.notes.hash]
  }
}
