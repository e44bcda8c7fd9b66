/** A codebook as stored in `resources/`: data with a schema, a version and (computed by the host) a hash. */
export interface Codebook {
  readonly format: 'duizhao/codebook@1'
  readonly id: string
  readonly version: string
  readonly name: Bilingual
  readonly themes: readonly Theme[]
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
}
