import { sourceSpansOf, statementsAt, statementsOf, withoutStatements } from '#core/report/decisions.ts'
import type { Handlers, Parsed } from '#core/contract/calls.ts'
import type { Coding } from '#core/contract/coding-calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import type { Report } from '#core/report/report.ts'
import { codebookOf, codingJson, codingsOn, quotedAt, type StoredCoding } from '../library/codings.ts'
import { nextId } from '../library/next-id.ts'
import { sourceText } from '../library/sources.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { labelOf, person, type EditGround } from './edits.ts'
import type { Setting } from './journal.ts'
import { reportOf } from './reports.ts'
import { assertWords } from './words-there.ts'

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
function decided(library: ReadableLibrary, asked: Omit<Parsed<'codings.decide'>, 'report'> & { readonly report: number }, codedAt: string): Setting[] {
  const { report, source } = reportOf(library, String(asked.report))
  assertWords(report.text, asked)
  const text = sourceText(library, source)
  const statements = statementsAt(report, asked)
  const settings: Setting[] = []
  const set = (key: number, coding: Omit<StoredCoding, 'quote'>): void => {
    settings.push({ subject: 'coding', key: String(key), value: codingJson({ ...coding, quote: quotedAt(text, coding.sourceSpans) }) })
  }
  for (const [id, coding] of codingsOn(library, asked.report)) {
    if (coding.theme !== asked.theme) continue
    const left = withoutStatements(report, coding, statements)
    if (left === coding) continue
    if (left === null) settings.push({ subject: 'coding', key: String(id), value: null })
    // under its own number: the later of two words holds, and this one was not said again
    else set(id, { ...coding, sourceSpans: left.sourceSpans })
  }
  if (asked.decision !== null) {
    const { report: id, theme, decision } = asked
    set(nextId(library, 'person_codings'), { report: id, codebook: codebookOf(library, id), theme, decision, sourceSpans: sourceSpansOf(report, statements), coder: person, codedAt })
  }
  return settings
}

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
