import { globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const renderer = resolve(import.meta.dirname, '..', '..', 'src-renderer')

/** The classes that rules of a style sheet begin with: what it claims to style. */
function claimedClasses(css: string): Set<string> {
  const claimed = new Set<string>()
  for (const [, selectors = ''] of css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{/g)) {
    for (const selector of selectors.split(',')) {
      const name = /^(?::root\S*\s+)?[a-z]*\.([\w-]+)/.exec(selector.trim())?.[1]
      if (name !== undefined) claimed.add(name)
    }
  }
  return claimed
}

describe('the style sheets', () => {
  // they all hold for the whole window: a class that two screens style looks different once both are open
  it('of two screens never style one class', () => {
    const claims = new Map<string, Set<string>>()
    for (const path of globSync('screens/**/*.css', { cwd: renderer })) {
      for (const name of claimedClasses(readFileSync(join(renderer, path), 'utf8'))) {
        claims.set(name, (claims.get(name) ?? new Set()).add(dirname(path)))
      }
    }
    expect(claims.size).toBeGreaterThan(100)
    expect([...claims].filter(([, screens]) => screens.size > 1).map(([name, screens]) => `${name}: ${[...screens].join(', ')}`)).toEqual([])
  })
})
