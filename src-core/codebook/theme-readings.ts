import { mergeSpans, type Span } from '../text/span.ts'

/** One theme as found in one place. */
export interface ThemeReading {
  /** Index into the `themeIds` of the compiled codebook. */
  readonly theme: number
  /** 0..1 */
  readonly score: number
  /** In the order of the text, disjoint. */
  readonly evidence: readonly Span[]
}

/** Collects what speaks for each theme; the best score counts. */
export class ThemeReadings {
  readonly #found = new Map<number, { score: number; evidence: Span[] }>()

  add(theme: number, score: number, span: Span): void {
    const known = this.#found.get(theme)
    if (known === undefined) {
      this.#found.set(theme, { score, evidence: [span] })
    } else {
      known.score = Math.max(known.score, score)
      known.evidence.push(span)
    }
  }

  /** Themes of which some evidence fulfils a condition. */
  themesWhere(condition: (span: Span) => boolean): number[] {
    const themes: number[] = []
    for (const [theme, { evidence }] of this.#found) if (evidence.some(condition)) themes.push(theme)
    return themes
  }

  /** In the order of the codebook. */
  list(): readonly ThemeReading[] {
    if (this.#found.size === 0) return NONE
    const list: ThemeReading[] = []
    for (const [theme, { score, evidence }] of this.#found) {
      list.push({ theme, score, evidence: evidence.length > 1 ? mergeSpans(evidence) : evidence })
    }
    return list.length > 1 ? list.sort((a, b) => a.theme - b.theme) : list
  }
}

const NONE: readonly ThemeReading[] = []
