import type { Cell, CellProgramme, CellTarget, Column, Comparison, Passage, Row, SourcePlace } from '../compare/comparison.ts'

/** The public JSON of `compare`: additive changes only. Positions are UTF-16 offsets into the report's text, end exclusive. */
export function compareJson({ codebook, columns, rows }: Comparison) {
  return {
    format: 'duizhao/compare@1',
    codebook: { id: codebook.id, version: codebook.version, sha256: codebook.sha256 },
    columns: columns.map(columnJson),
    rows: rows.map(rowJson)
  }
}

function columnJson({ id, by, title, province, date, characters, source, meeting, sha256, members }: Column) {
  return {
    id,
    title,
    province,
    date: date?.iso ?? null,
    characters,
    source,
    meeting,
    by,
    dateAsWritten: date?.asWritten ?? null,
    yearBasis: date?.yearBasis ?? null,
    sha256,
    reports: members.map((member) => ({
      id: member.id,
      title: member.title,
      jurisdiction: member.jurisdiction,
      date: member.date?.iso ?? null,
      characters: member.characters,
      source: member.source,
      sha256: member.sha256,
      recognised: member.recognised
    }))
  }
}

const rowJson = ({ theme, label, color, cells, shared, pairs }: Row) => ({
  theme,
  label: { zh: label.zh, en: label.en },
  color,
  cells: cells.map(cellJson),
  shared: shared.map(({ phrase, columns }) => ({ phrase, columns: [...columns] })),
  pairs: pairs.map(({ columns, passages, similarity }) => ({ columns: [...columns], passages: [...passages], similarity }))
})

const cellJson = ({ state, verdict, characters, share, rank, passages, targets, programmes }: Cell) => ({
  state,
  verdict,
  characters,
  share,
  rank,
  passages: passages.map(passageJson),
  targets: targets.map(targetJson),
  programmes: programmes.map(programmeJson)
})

const passageJson = ({ start, end, text, outline, outlineByHand, paragraph, source, report, kinds, kindsByHand, characters, lastParagraph }: Passage) => ({
  start,
  end,
  text,
  outline: [...outline],
  ...(outlineByHand === undefined ? {} : { outlineByHand: [...outlineByHand] }),
  paragraph,
  source: placeJson(source),
  report,
  kinds: [...kinds],
  ...(kindsByHand === undefined ? {} : { kindsByHand: [...kindsByHand] }),
  characters,
  lastParagraph
})

const targetJson = (target: CellTarget) => ({
  start: target.start,
  end: target.end,
  text: target.text,
  value: target.value,
  upper: target.upper,
  unit: target.unit,
  operator: target.operator,
  deadlineYear: target.deadlineYear,
  deadline: target.deadline,
  theme: target.theme,
  report: target.report,
  passage: target.passage,
  outline: [...target.outline],
  paragraph: target.paragraph,
  source: placeJson(target.source),
  ...(target.by === undefined ? {} : { by: target.by })
})

const placeJson = ({ line, page, lastLine, lastPage, unit, recognised }: SourcePlace) => ({ line, page, lastLine, lastPage, unit, recognised })

const programmeJson = ({ name, theme, occurrences, report, places, by }: CellProgramme) => ({
  name,
  theme,
  occurrences: occurrences.map(({ start, end }): [number, number] => [start, end]),
  report,
  lines: places.map(({ source }) => source.line),
  ...(by === undefined ? {} : { by })
})
