/** A theme, with the id of the codebook that it is of. */
export interface ThemeHere {
  readonly codebook: string
  readonly theme: string
}

/** The theme that a code is here, by its GUID; null where it is none. */
export type ThemeOf = (code: string) => ThemeHere | null
