import { sourceSpansOf, withoutStatements } from '#core/report/decisions.ts'
import type { Report, Statement } from '#core/report/report.ts'
import { codingJson, codingSubject, allCodingsOn, quotedAt, type StoredCoding } from '../library/codings.ts'
import { nextId } from '../library/next-id.ts'
import { sourceText } from '../library/sources.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import type { Setting } from './journal.ts'

export interface CodedStatements {
  readonly report: number
  readonly source: number
  readonly reading: Report
  readonly statements: readonly Statement[]
  /** Whose themes are decided on. */
  readonly codebook: { readonly id: string; readonly sha256: string }
}

/** Whose, and of which round; what is decided of which theme. */
export type Decided = Pick<StoredCoding, 'theme' | 'decision' | 'coder' | 'codedAt' | 'round'>

/**
 * What was decided of these statements before goes, where it is replaced; what they get now comes. What is replaced
 * keeps the other statements that it speaks of.
 */
export function settingsOfCodings(library: ReadableLibrary, at: CodedStatements, { replaces, made }: { readonly replaces: (coding: StoredCoding) => boolean; readonly made: readonly Decided[] }): Setting[] {
  const { report, reading, statements, codebook: { id: codebookId, sha256: codebook } } = at
  const text = sourceText(library, at.source)
  const settings: Setting[] = []
  const set = (key: number, coding: Omit<StoredCoding, 'quote'>): void => {
    settings.push({ subject: 'coding', key: String(key), value: codingJson({ ...coding, quote: quotedAt(text, coding.sourceSpans) }) })
  }
  for (const [id, coding] of allCodingsOn(library, report, codebookId)) {
    if (!replaces(coding)) continue
    const left = withoutStatements(reading, coding, statements)
    if (left === coding) continue
    if (left === null) settings.push({ subject: 'coding', key: String(id), value: null })
    // under its own number: the later of two words holds, and this one was not said again
    else set(id, { ...coding, ...saidOf(library, id), sourceSpans: left.sourceSpans })
  }
  const first = nextId(library, 'person_codings')
  made.forEach((decided, index) => set(first + index, { ...decided, report, codebook, sourceSpans: sourceSpansOf(reading, statements) }))
  return settings
}

/** The theme that was named, of the codebook of then: a merge may be undone that made it another one. */
function saidOf(library: ReadableLibrary, id: number): Pick<StoredCoding, 'theme' | 'codebook'> {
  const { theme, codebook } = codingSubject.read(library, String(id)) as unknown as StoredCoding // it was listed just now
  return { theme, codebook }
}
