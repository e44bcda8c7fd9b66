import type { ReactNode } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'

/** What each part of the screen is given. */
export interface PaneProps {
  /** Ids of the reports compared now. */
  readonly chosen: readonly string[]
  /** Of all reports, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly themes: readonly Theme[]
  /** Between the parts of the screen. */
  readonly switches: ReactNode
}
