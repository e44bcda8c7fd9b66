import type { CSSProperties } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'

/** `--theme-<id>` for every theme of the codebook, for light or dark paper. */
export function themeColors(themes: readonly Theme[], isDark: boolean): CSSProperties {
  return Object.fromEntries(themes.map(({ id, color }) => [`--theme-${id}`, isDark ? color.dark : color.light]))
}
