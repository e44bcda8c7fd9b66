import type { Bilingual, Codebook } from '#core/codebook/codebook.ts'
import { currentTheme } from '#core/codebook/tree.ts'
import { validateCodebook } from '#core/codebook/validate.ts'
import type { Received, ReceivedCoding, ReceivedReport } from '#core/exchange/received.ts'
import type { WorkCodebook } from '#core/exchange/work.ts'
import type { ThemeHere } from '#core/exchange/theme-here.ts'
import { codebookIds, codebookOfHash, keepCodebook, type StoredCodebook } from '../library/codebooks.ts'
import type { Library, ReadableLibrary } from '../library/sql.ts'
import { codebookGuids } from '../writers/codebook-files.ts'
import { refuse } from '../readers/refusals.ts'
import { parsed, type Codebooks } from './codebooks.ts'
import { storedForm } from './reference.ts'
import { timeOf } from './stated-time.ts'

/** A codebook that work from elsewhere may be of. */
interface KnownCodebook {
  readonly stored: StoredCodebook
  readonly codebook: Codebook
  /** One that is not is only kept here, for work that is of it. */
  readonly isListed: boolean
}

/** A codebook that came with work, checked. */
export interface ArrivedCodebook {
  readonly id: string
  readonly isOwn: boolean
  /** A file of the same name came before: this is a further version of the codebook that was made of it. */
  readonly goesOn: boolean
  /** Oldest first. */
  readonly versions: readonly { readonly stored: StoredCodebook; readonly madeAt: string }[]
}

/** @throws Refusal damaged-file where a version is no codebook, or another's */
function arrivedCodebook({ id, isOwn, versions }: WorkCodebook): ArrivedCodebook {
  return {
    id, isOwn, goesOn: false,
    versions: versions.map(({ definition, madeAt }) => {
      const checked = validateCodebook(jsonOf(definition))
      if (!('codebook' in checked) || checked.codebook.id !== id) throw refuse('damaged-zip', id)
      return { stored: storedForm(checked.codebook), madeAt: timeOf(madeAt) ?? '' }
    })
  }
}

function jsonOf(definition: string): unknown {
  try {
    return JSON.parse(definition)
  } catch {
    return null
  }
}

/** Which codebooks are known here, while work from elsewhere is merged: the work says of which it is. */
export class ReceivedCodebooks {
  readonly #known: ReadonlyMap<string, KnownCodebook>
  /** What themes count as now, by codebook and theme. */
  readonly #now = new Map<string, string | null>()

  /** Codebooks that came with the work. */
  readonly arrived: ArrivedCodebook[]

  private constructor(listed: readonly StoredCodebook[], kept: readonly StoredCodebook[], arrived: readonly ArrivedCodebook[]) {
    this.arrived = [...arrived]
    const known = (stored: StoredCodebook, isListed: boolean): [string, KnownCodebook] => [stored.id, { stored, codebook: parsed(stored.definition), isListed }]
    this.#known = new Map([...listed.map((one) => known(one, true)), ...kept.map((one) => known(one, false))])
  }

  /** @param sent codebooks that came with the work */
  static async of(codebooks: Codebooks, read: ReadableLibrary, sent: readonly WorkCodebook[] = []): Promise<ReceivedCodebooks> {
    const listed = await codebooks.stored()
    const ids = new Set(listed.map(({ id }) => id))
    const kept = [...codebookIds(read)].flatMap(([sha256, id]) => (ids.has(id) ? [] : [codebookOfHash(read, sha256)!]))
    const known = new Set([...listed, ...kept].map(({ id }) => id))
    const arrived = sent.map(arrivedCodebook)
    return new ReceivedCodebooks(listed, [...kept, ...arrived.flatMap(({ id, versions }) => (known.has(id) ? [] : [versions.at(-1)!.stored]))], arrived)
  }

  arrive(codebook: ArrivedCodebook): void {
    this.arrived.push(codebook)
  }

  stored(id: string): StoredCodebook | null {
    return this.#known.get(id)?.stored ?? null
  }

  /** Hash of the codebook that a coding refers to: the version that it was made by, where that came too. @param coding of a codebook that is known */
  versionOf({ codebook, version }: Pick<ReceivedCoding, 'codebook' | 'version'>): string {
    const came = this.arrived.find(({ id }) => id === codebook)?.versions.find(({ stored }) => stored.sha256 === version)
    return (came ?? this.#known.get(codebook)!).stored.sha256
  }

  titleOf(id: string): Bilingual {
    return this.#known.get(id)?.codebook.name ?? { zh: id, en: id }
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
