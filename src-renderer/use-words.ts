import { en } from './language/en.ts'
import type { Language } from './language/provinces.ts'
import { zh, type Words } from './language/zh.ts'
import { usePreferences } from './state/preferences.ts'

export const wordsOf: Readonly<Record<Language, Words>> = { zh, en }

/** The words of the window in the language of now. */
export const useWords = (): Words => wordsOf[usePreferences((p) => p.language)]

export const useLanguage = (): Language => usePreferences((p) => p.language)
