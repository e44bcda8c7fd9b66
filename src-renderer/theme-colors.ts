import type { CSSProperties } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'

/** `--theme-<id>` for every theme of the codebook; the style sheet's own `color-scheme` says which of the two it is. */
export function themeColors(themes: readonly Pick<Theme, 'id' | 'color'>[]): CSSProperties {
  return Object.fromEntries(themes.map(({ id, color }) => [`--theme-${id}`, `light-dark(${color.light}, ${color.dark})`]))
}
