import type { Bilingual, Codebook } from '#core/codebook/codebook.ts'
import { currentTheme } from '#core/codebook/tree.ts'
import type { Received, ReceivedReport } from '#core/exchange/received.ts'
import type { ThemeHere } from '#core/exchange/work-of-project.ts'
import { codebookIds, codebookOfHash, keepCodebook, type StoredCodebook } from '../library/codebooks.ts'
import type { Library, ReadableLibrary } from '../library/sql.ts'
import { codebookGuids } from '../writers/codebook-files.ts'
import { parsed, type Codebooks } from './codebooks.ts'

/** A codebook that work from elsewhere may be of. */
interface KnownCodebook {
  readonly stored: StoredCodebook
  readonly codebook: Codebook
  /** One that is not is only kept here, for work that is of it. */
  readonly isListed: boolean
}

/** Which codebooks are known here, while work from elsewhere is merged: the work says of which it is. */
export class ReceivedCodebooks {
  readonly #known: ReadonlyMap<string, KnownCodebook>
  /** What themes count as now, by codebook and theme. */
  readonly #now = new Map<string, string | null>()

  private constructor(listed: readonly StoredCodebook[], kept: readonly StoredCodebook[]) {
    const known = (stored: StoredCodebook, isListed: boolean): [string, KnownCodebook] => [stored.id, { stored, codebook: parsed(stored.definition), isListed }]
    this.#known = new Map([...listed.map((one) => known(one, true)), ...kept.map((one) => known(one, false))])
  }

  static async of(codebooks: Codebooks, read: ReadableLibrary): Promise<ReceivedCodebooks> {
    const listed = await codebooks.stored()
    const ids = new Set(listed.map(({ id }) => id))
    const kept = [...codebookIds(read)].flatMap(([sha256, id]) => (ids.has(id) ? [] : [codebookOfHash(read, sha256)!]))
    return new ReceivedCodebooks(listed, kept)
  }

  stored(id: string): StoredCodebook | null {
    return this.#known.get(id)?.stored ?? null
  }

  /** The theme by which a theme counts now; null where it is used no longer. One that is not known stands for itself. */
  themeNow({ codebook, theme }: ThemeHere): string | null {
    const key = `${codebook}\0${theme}`
    const found = this.#now.get(key)
    if (found !== undefined) return found
    const known = this.#known.get(codebook)?.codebook
    const now = known === undefined || !known.themes.some(({ id }) => id === theme) ? theme : currentTheme(known, theme)
    this.#now.set(key, now)
    return now
  }

  nameOf({ codebook, theme }: ThemeHere): Bilingual {
    return this.#known.get(codebook)?.codebook.themes.find(({ id }) => id === theme)?.name ?? { zh: theme, en: theme }
  }

  /** Themes of the codebooks that are listed, by the GUIDs of their codes; where two codebooks share one, of the codebook in use, which is the first. */
  byGuid(): Map<string, ThemeHere> {
    const themes = new Map<string, ThemeHere>()
    for (const { codebook, isListed } of this.#known.values()) {
      if (!isListed) continue
      const guidOf = codebookGuids(codebook.id)
      for (const { guid, id } of codebook.themes) {
        const code = guid ?? guidOf(id)
        if (!themes.has(code)) themes.set(code, { codebook: codebook.id, theme: id })
      }
    }
    return themes
  }

  /** Without codings of codebooks that are not here, and told of. Notes keep their theme: it is shown when its codebook is there. */
  known(received: Received): Received {
    const left = new Map<string, { codings: number; notes: number }>()
    const isKnown = (codebook: string, kind: 'codings' | 'notes'): boolean => {
      if (this.#known.has(codebook)) return true
      const counts = left.get(codebook) ?? { codings: 0, notes: 0 }
      counts[kind]++
      left.set(codebook, counts)
      return false
    }
    const reports = received.reports.map((report): ReceivedReport => {
      for (const { codebook } of report.notes) if (codebook !== null) isKnown(codebook, 'notes')
      return { ...report, codings: report.codings.filter(({ codebook }) => isKnown(codebook, 'codings')) }
    })
    return { ...received, reports, doubts: [...received.doubts, ...[...left].map(([codebook, counts]) => ({ what: 'unknown-codebook', codebook, ...counts }) as const)] }
  }

  /** Codings refer to the codebook that they are of: it is kept, whether it was ever in use here or not. */
  keepThoseOf({ reports }: Received, library: Library): void {
    const ids = new Set(reports.flatMap(({ codings }) => codings.map(({ codebook }) => codebook)))
    const used = [...ids].flatMap((id) => this.stored(id) ?? [])
    if (used.length > 0) library.write((writable) => used.forEach((stored) => keepCodebook(writable, stored)))
  }
}
