import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { ColumnGrouping } from '#core/compare/comparison.ts'
import type { Bilingual } from '#core/codebook/codebook.ts'

export type Language = keyof Bilingual
export type Look = 'light' | 'dark' | 'system'
export type SourceForm = 'text' | 'lines' | 'both'
/** Of an original that has pages: the pages themselves, or its lines as text. */
export type OriginalForm = 'pages' | 'lines'
export type Grouping = ColumnGrouping

/** How a person likes the window; kept on this machine, never in the library. */
export interface Preferences {
  readonly language: Language
  readonly look: Look
  readonly sourceForm: SourceForm
  readonly originalForm: OriginalForm
  /** Width of a page as a multiple of the pane's. */
  readonly pageZoom: number
  readonly grouping: Grouping
}

const startLanguage: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'

export const usePreferences = create<Preferences>()(
  persist((): Preferences => ({ language: startLanguage, look: 'system', sourceForm: 'both', originalForm: 'pages', pageZoom: 1, grouping: 'report' }), {
    name: 'duizhao.preferences',
    version: 1
  })
)

export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change)
}
