import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { noteColors, type NoteColor } from '#core/annotation/annotation.ts'
import type { ColumnGrouping } from '#core/compare/comparison.ts'
import type { Bilingual } from '#core/codebook/codebook.ts'

export type Language = keyof Bilingual
export type Look = 'light' | 'dark' | 'system'
export type SourceForm = 'text' | 'lines' | 'both'
/** Of an original that has pages: the pages themselves, or its lines as text. */
export type OriginalForm = 'pages' | 'lines'
export type Grouping = ColumnGrouping
/** Of quotations and reading text. */
export type TextSize = 'small' | 'normal' | 'large'

/** How a person likes the window; kept by the program on this machine, never in the library. */
export interface Preferences {
  readonly language: Language
  readonly look: Look
  readonly textSize: TextSize
  readonly sourceForm: SourceForm
  readonly originalForm: OriginalForm
  /** Width of a page as a multiple of the pane's. */
  readonly pageZoom: number
  readonly grouping: Grouping
  /** Whose hand new notes are of; '' for nobody’s by name. */
  readonly author: string
  /** The colour that was highlighted with last. */
  readonly highlight: NoteColor
}

const startLanguage: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'

const atFirst: Preferences = { language: startLanguage, look: 'system', textSize: 'normal', sourceForm: 'both', originalForm: 'pages', pageZoom: 1, grouping: 'report', author: '', highlight: 'yellow' }

/** What each may be: what is kept may come from another version of the program. */
const choices: { readonly [K in keyof Preferences]: (value: unknown) => boolean } = {
  language: oneOf('zh', 'en'),
  look: oneOf('light', 'dark', 'system'),
  textSize: oneOf('small', 'normal', 'large'),
  sourceForm: oneOf('text', 'lines', 'both'),
  originalForm: oneOf('pages', 'lines'),
  pageZoom: (value) => typeof value === 'number' && value >= 0.1 && value <= 10,
  grouping: oneOf('report', 'province', 'year', 'region'),
  author: (value) => typeof value === 'string' && value.length <= 80,
  highlight: oneOf(...noteColors)
}

function oneOf(...allowed: readonly string[]): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && allowed.includes(value)
}

/** The window's own storage is only the copy for the first paint: in a browser it is another one at every start. */
export const usePreferences = create<Preferences>()(persist((): Preferences => atFirst, { name: 'duizhao.preferences', version: 1 }))

/** Those of the saved ones that this version of the program knows. */
function knownPreferences(saved: unknown): Partial<Preferences> {
  if (typeof saved !== 'object' || saved === null) return {}
  return Object.fromEntries(Object.entries(saved).filter(([name, value]) => isPreference(name) && choices[name](value)))
}

const isPreference = (name: string): name is keyof Preferences => Object.hasOwn(choices, name)

type Keeper = (change: Partial<Preferences>) => void

let keep: Keeper = () => {}

/** From here on the program keeps what the person changes. */
export function keepPreferences(saved: unknown, keeper: Keeper): void {
  usePreferences.setState(knownPreferences(saved))
  keep = keeper
}

export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change)
  keep(change)
}
