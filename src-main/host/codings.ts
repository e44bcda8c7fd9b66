import { sourceSpansOf, statementsAt, statementsOf, withoutStatements } from '#core/report/decisions.ts'
import type { Handlers, Parsed } from '#core/contract/calls.ts'
import type { Coding } from '#core/contract/coding-calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import type { Report, Statement } from '#core/report/report.ts'
import { codebookOf, codingJson, codingsOn, nextCodingId, type StoredCoding } from '../library/codings.ts'
import { readSource } from '../library/sources.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { labelOf, type EditGround } from './edits.ts'
import type { Setting } from './journal.ts'
import { reportOf } from './reports.ts'

/** Whose hand a coding is of, until a library knows several. */
const person = 'person'

export function codingHandlers({ read, journal, now }: EditGround): Pick<Handlers, 'codings.list' | 'codings.decide'> {
  return {
    'codings.list': ({ report }) => {
      const stored = reportOf(read, report)
      return codingsOn(read, stored.id).map(([id, coding]) => codingView(id, coding, stored.report))
    },
    'codings.decide': async (asked) => {
      const { report, id } = reportOf(read, asked.report)
      if (statementsAt(report, asked).length === 0) throw nothingThere(asked)
      const at = now().toISOString()
      await journal.change(labelOf('coding', 1, report.title?.text ?? ''), (library) => decided(library, { ...asked, report: id }, at))
      return null
    }
  }
}

/** What was decided of these statements before goes, and what they get now comes; other statements keep theirs. */
function decided(library: ReadableLibrary, asked: Omit<Parsed<'codings.decide'>, 'report'> & { readonly report: number }, at: string): Setting[] {
  const { report, source } = reportOf(library, String(asked.report))
  const { text } = readSource(library, source)!.source // its report refers to it
  const statements = statementsAt(report, asked)
  const settings: Setting[] = []
  let next = nextCodingId(library)
  const add = (coding: StoredCoding): void => void settings.push({ subject: 'coding', key: String(next++), value: codingJson(coding) })
  for (const [id, coding] of codingsOn(library, asked.report)) {
    if (coding.theme !== asked.theme) continue
    const left = withoutStatements(report, coding, statements)
    if (left === coding) continue
    settings.push({ subject: 'coding', key: String(id), value: null })
    if (left !== null) add({ ...coding, sourceSpans: left.sourceSpans, quote: quoteOf(text, left.sourceSpans) })
  }
  if (asked.decision !== null) add(newCoding(library, { asked: { ...asked, decision: asked.decision }, report, statements, text, at }))
  return settings
}

interface NewCoding {
  readonly asked: { readonly report: number; readonly theme: string; readonly decision: StoredCoding['decision'] }
  readonly report: Report
  readonly statements: readonly Statement[]
  readonly text: string
  readonly at: string
}

function newCoding(library: ReadableLibrary, { asked, report, statements, text, at }: NewCoding): StoredCoding {
  const sourceSpans = sourceSpansOf(report, statements)
  return {
    report: asked.report,
    codebook: codebookOf(library, asked.report),
    theme: asked.theme,
    decision: asked.decision,
    sourceSpans,
    quote: quoteOf(text, sourceSpans),
    coder: person,
    codedAt: at
  }
}

const quoteOf = (text: string, spans: StoredCoding['sourceSpans']): string => spans.map(({ start, end }) => text.slice(start, end)).join('')

function codingView(id: number, coding: StoredCoding, report: Report): Coding {
  const { theme, decision, quote, coder, codedAt } = coding
  const places = statementsOf(report, coding).map(({ start, end }) => ({ start, end }))
  return { id: String(id), report: String(coding.report), theme, decision, places, quote, coder, codedAt }
}

const nothingThere = ({ start, end }: { readonly start: number; readonly end: number }): Refusal =>
  new Refusal({
    kind: 'bad-request',
    message: { zh: '这里没有可以归入主题的句子。', en: 'There is no sentence here that could have a theme.' },
    place: `${start}–${end}`
  })
