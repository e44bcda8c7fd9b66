import type { Codebook } from '#core/codebook/codebook.ts'
import type { ComparedReport } from '#core/compare/passages.ts'
import type { OutlineEntry, Programme, Report, Statement, StatementKind, Target } from '#core/report/report.ts'
import { sourceFromText } from '#core/source/source.ts'
import type { OffsetMap, Piece } from '#core/text/offset-map.ts'

// 虚构样例: every place, name and sentence that the tests give to these builders is invented.

/** A clause of an invented report with the themes it is about; a clause that begins with ¶ opens a paragraph. */
export type Clause = readonly [text: string, ...themes: string[]]

export interface Invented {
  readonly id?: string
  readonly title?: string | null
  /** Division code and name; null for a report of no province. */
  readonly province?: readonly [string, string] | null
  readonly date?: string | null
  readonly meeting?: string | null
  readonly clauses: readonly Clause[]
  /** What opens an outline entry that reaches to the end of its paragraph -> the label it begins with. */
  readonly outline?: Readonly<Record<string, string>>
  readonly targets?: readonly (Pick<Target, 'theme'> & { readonly quote: string } & Partial<Target>)[]
  readonly programmes?: readonly (readonly [name: string, theme: string | null])[]
  readonly kind?: StatementKind
  /** The original is wrapped after so many characters. */
  readonly width?: number
  readonly sha256?: string
  readonly sourceFile?: string
}

/** A report as the pipeline would hand it over, its original hard-wrapped. */
export function inventedReport(invented: Invented): ComparedReport {
  const { clauses, width = 14, id = 'r1', kind = 'plan' } = invented
  const statements: Statement[] = []
  let text = ''
  for (const [written, ...themes] of clauses) {
    const opens = written.startsWith('¶')
    if (opens && text !== '') text += '\n'
    const clause = opens ? written.slice(1) : written
    statements.push({
      start: text.length,
      end: text.length + clause.length,
      kind,
      themes: themes.map((theme) => ({ id: theme, score: 1, evidence: [] }))
    })
    text += clause
  }
  const { source, map } = wrapped(text, width)
  const paragraphs = paragraphsOf(text)
  const province = invented.province ?? null
  const division = province === null ? null : { code: province[0], name: province[1] }
  const report: Report = {
    title: invented.title === null ? null : { text: invented.title ?? '虚构样例会议召开', spans: [] },
    jurisdiction: division === null ? null : { ...division, level: 'province', province: division, basis: 'title' },
    date:
      invented.date === null || invented.date === undefined
        ? null
        : { iso: invented.date, precision: 'day', asWritten: invented.date, yearBasis: 'text' },
    meeting: invented.meeting ?? null,
    place: null,
    officials: [],
    reporter: null,
    attribution: null,
    documentNumber: null,
    issuer: null,
    text,
    map,
    paragraphs,
    outline: outlineOf(text, invented.outline ?? {}),
    statements,
    targets: (invented.targets ?? []).map((target) => targetIn(text, target)),
    programmes: (invented.programmes ?? []).map(([name, theme]) => programmeIn(text, name, theme)),
    confidence: 1,
    evidence: [],
    furniture: []
  }
  return {
    id,
    report,
    sourceFile: invented.sourceFile ?? `${id}.txt`,
    sha256: invented.sha256 ?? id.padEnd(64, '0'),
    lines: sourceFromText(source).lines
  }
}

/** A codebook of the themes named, without patterns. */
export function inventedCodebook(...themes: readonly string[]): Codebook {
  return {
    format: 'duizhao/codebook@1',
    id: 'invented',
    version: '1.0.0',
    name: { zh: '虚构编码本', en: 'Invented codebook' },
    themes: themes.map((id) => ({
      id,
      name: { zh: `主题${id}`, en: `Theme ${id}` },
      definition: { zh: '', en: '' },
      include: [],
      exclude: [],
      color: { light: '#c08a2b', dark: '#e0b25c' }
    }))
  } as unknown as Codebook
}

export const stamp = { id: 'invented', version: '1.0.0', sha256: 'c'.repeat(64) }

function wrapped(text: string, width: number): { source: string; map: OffsetMap } {
  let source = ''
  let clean = 0
  const pieces: Piece[] = []
  for (const paragraph of text.split('\n')) {
    for (let at = 0; at < paragraph.length; at += width) {
      const line = paragraph.slice(at, at + width)
      pieces.push({ clean: clean + at, source: source.length, length: line.length })
      source += `${line}\n`
    }
    clean += paragraph.length + 1
  }
  return { source, map: { cleanLength: text.length, pieces } }
}

function paragraphsOf(text: string) {
  let start = 0
  return text.split('\n').map((paragraph) => {
    const span = { start, end: start + paragraph.length }
    start = span.end + 1
    return span
  })
}

function outlineOf(text: string, openings: Readonly<Record<string, string>>): OutlineEntry[] {
  return Object.entries(openings).map(([opening, label]) => {
    const start = text.indexOf(opening)
    const end = text.indexOf('\n', start)
    return { level: 1, label, run: 1, heading: opening.slice(label.length), start, end: end < 0 ? text.length : end }
  })
}

function targetIn(text: string, { quote, ...rest }: NonNullable<Invented['targets']>[number]): Target {
  const start = text.indexOf(quote)
  return {
    value: null,
    upper: null,
    unit: null,
    operator: '=',
    deadlineYear: null,
    deadline: null,
    ...rest,
    start,
    end: start + quote.length
  }
}

function programmeIn(text: string, name: string, theme: string | null): Programme {
  const occurrences = [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
    start: index,
    end: index + name.length
  }))
  return { name, theme, occurrences }
}
