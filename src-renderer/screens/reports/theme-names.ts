import { createContext, use } from 'react'

/** Theme id -> its name in the language of the window. */
const ThemeNames = createContext<ReadonlyMap<string, string>>(new Map())

export const ThemeNamesProvider = ThemeNames.Provider

export const useThemeNames = (): ReadonlyMap<string, string> => use(ThemeNames)
