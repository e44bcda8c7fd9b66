/**
 * A codebook as stored in `resources/`: data with a schema, a version and (computed by the host) a hash.
 *
 * The second format adds what a theme has besides its words (`parent` and below). What a theme has
 * nothing of is left out, so that a codebook has one form and one hash, and a codebook of the first
 * format stands as it is.
 */
export interface Codebook {
  readonly format: 'duizhao/codebook@1' | 'duizhao/codebook@2'
  readonly id: string
  readonly version: string
  readonly name: Bilingual
  readonly themes: readonly Theme[]
  readonly context: CodebookContext
}

export interface Bilingual {
  readonly zh: string
  readonly en: string
}

export interface Theme {
  readonly id: string
  readonly name: Bilingual
  readonly definition: Bilingual
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  /** `#rrggbb`, for light and dark paper. */
  readonly color: { readonly light: string; readonly dark: string }
  readonly patterns: ThemePatterns
  /**
   * Whether a heading of the theme speaks for the clauses under it that name nothing themselves.
   * Not for framing themes: what stands under `加强政府自身建设` is of many kinds.
   */
  readonly governs: boolean
  /** The theme above it; without one it stands at the top. */
  readonly parent?: string
  /** It only holds other themes: nothing is coded as it, and it has no words. */
  readonly group?: true
  /** Sentences that are coded so, made up or the researcher's own. */
  readonly examples?: readonly string[]
  /** No longer used: read no more, but what was coded so can still be told. */
  readonly retired?: Retirement
  /** Its id in a codebook exchange file, where it came from one. */
  readonly guid?: string
}

export interface Retirement {
  /** The theme that took it in; null where none did. */
  readonly into: string | null
}

/**
 * What in the words of a clause speaks for a theme. All are literal strings; brackets and digits
 * match in either width. Of two names where one holds the other, the longer is what was written
 * (`养老保险` is not `养老`), whichever theme or list it comes from.
 */
export interface ThemePatterns {
  /** Words that carry the theme wherever they stand: `养老服务`, `最低生活保障`. */
  readonly terms: readonly string[]
  /**
   * Words that carry it where they are what the clause is about, but not as one item in a list
   * (`文旅、养老、家政消费`), unless the list is a roll call of causes (`老龄、慈善、残疾人等事业`).
   */
  readonly items: readonly string[]
  /** Words that carry it only in such a roll call: `妇女、儿童、老年人、残疾人合法权益`. */
  readonly rollCall: readonly string[]
  /** Words that carry it only under a heading or beside a clause of the theme: `村规民约`, `日间照料`. */
  readonly cues: readonly string[]
  /** Each entry carries the theme where all its parts stand in one clause: `["社区", "议事"]`. */
  readonly together: readonly (readonly string[])[]
  /** Longer words that hold a term or item and mean another subject: `养老保险`, `公益性岗位`. */
  readonly lookalikes: readonly string[]
  /** Words of a clause that take the weight of its items away: `消费` from `养老`, `腐败` from `殡葬`. */
  readonly unless: readonly string[]
}

/** What is common to all themes. */
export interface CodebookContext {
  /** Words that say a list names goods, sectors or actors, and is no roll call of causes. */
  readonly listSpoilers: readonly string[]
  /** Words that say a list is a roll call of causes: `事业`, `权益`. */
  readonly rollCallFrames: readonly string[]
  /** Subjects outside the codebook: a clause that names one does not inherit its neighbour's theme. */
  readonly otherSubjects: readonly string[]
  /** A clause that names more themes than this hands none on to the clauses after it: it was a list. 0: no clause does. Without it, any number. */
  readonly mostHandedOn?: number
}

/** The id of the one that a person's words were on before a library could have several. */
export const firstCodebook = 'civil-affairs'
