import type { AgreementRow } from '../compare/coder-agreement.ts'
import type { RoundStart } from '../compare/coded-units.ts'
import type { Bilingual, Codebook } from '../codebook/codebook.ts'
import { agreementWords, type AgreementWords, type Unsaid } from './agreement-words.ts'
import type { Table, TableCell, TableRow } from './table.ts'
import type { Language } from './words.ts'

/** What a table of agreement is made of. */
export interface AgreementFacts {
  readonly round: string
  readonly coders: readonly string[]
  readonly start: RoundStart
  readonly codebook: Pick<Codebook, 'id' | 'version' | 'name'> & { readonly sha256: string }
  /** The reports that all coders are done with. */
  readonly reports: readonly { readonly title: string | null; readonly source: string; readonly sha256: string; readonly statements: number }[]
  /** Reports of the round that are not among them. */
  readonly waiting: number
  readonly themes: readonly { readonly id: string; readonly name: Bilingual; readonly color: { readonly light: string } }[]
  readonly rows: readonly AgreementRow[]
}

/** R1: the reliability of a coding, for all themes together and theme by theme, with its formulas below. */
export function agreementTable(facts: AgreementFacts, { language, program }: { readonly language: Language; readonly program?: string }): Table {
  const w = agreementWords[language]
  const themes = new Map(facts.themes.map((theme) => [theme.id, theme]))
  return {
    id: 'agreement',
    name: w.name,
    columns: [
      { header: w.theme, kind: 'label', width: 12 }, { header: w.coders, kind: 'text', width: 12 }, { header: w.units, kind: 'count', width: 8 },
      { header: w.assigned, kind: 'text', width: 10 }, { header: w.shared, kind: 'count', width: 8 },
      { header: w.percent, kind: 'percent', width: 8 }, { header: w.kappa, kind: 'ratio', width: 10 }, { header: w.holsti, kind: 'ratio', width: 8 },
      { header: w.alpha, kind: 'ratio', width: 14 }, { header: w.remark, kind: 'text', width: 20 }
    ],
    rows: facts.rows.map((row): TableRow => {
      const theme = row.theme === null ? undefined : themes.get(row.theme)
      const cells: TableCell[] = [
        row.theme === null ? w.all : (theme?.name[language] ?? row.theme),
        row.coders.map((coder) => facts.coders[coder]).join('–'),
        row.units,
        row.assigned.join(' · '),
        row.shared,
        ...[row.percent, row.kappa, row.holsti, row.alpha].map(figureCell),
        w.reasons[unsaidOf(row)]
      ]
      return { color: theme?.color.light ?? null, isTotal: row.theme === null, cells }
    }),
    notes: notesOf(facts, w, program)
  }
}

/** Why a figure of the row cannot be said. */
function unsaidOf({ units, assigned, kappa, alpha, holsti }: AgreementRow): Unsaid {
  if (units === 0) return 'no-units'
  if (holsti === null || assigned.every((count) => count === 0)) return 'nobody-assigned'
  return kappa === null || alpha === null ? 'nothing-varies' : 'none'
}

/** Absent: no figure of so many coders. */
const figureCell = (figure: number | null | undefined): TableCell => (figure === undefined ? null : (figure ?? '—'))

function notesOf({ round, coders, start, codebook, reports, waiting, themes }: AgreementFacts, w: AgreementWords, program: string | undefined): string[] {
  const statements = reports.reduce((sum, report) => sum + report.statements, 0)
  return [
    w.about({ round, coders, reports: reports.length, statements, themes: themes.length, units: statements * themes.length }),
    ...(waiting === 0 ? [] : [w.waiting(waiting)]),
    w.starts[start],
    w.unit,
    `${w.codebook} ${codebook.id} ${codebook.version} · SHA-256 ${codebook.sha256}`,
    ...w.formulas,
    ...reports.map(({ title, source, sha256, statements: own }, index) => `${w.source} ${index + 1} ${title ?? w.untitled} · ${w.statements(own)} · ${source} · SHA-256 ${sha256}`),
    ...(program === undefined ? [] : [`${w.program} ${program}`])
  ]
}
