import { describe, expect, it } from 'vitest'
import { revise } from '#core/codebook/revise.ts'
import type { Codebook } from '#core/codebook/codebook.ts'
import { inTreeOrder } from '#core/codebook/tree.ts'
import { dropOf, dropPartAt, type DropPart } from '../../../../src-renderer/screens/codebook/tree-drop.ts'
import { inventedCodebook, inventedTheme } from '../../../core/codebook/invented-codebook.ts'

// An invented codebook (虚构样例).
const codebook = inventedCodebook([
  inventedTheme('top', { group: true }),
  inventedTheme('one', { parent: 'top' }),
  inventedTheme('two', { parent: 'top' }),
  inventedTheme('free', {})
])
const themeOf = (id: string) => codebook.themes.find((theme) => theme.id === id)!

/** The tree after a theme was let go on another; null: nothing is changed. */
function dropped(id: string, part: DropPart, on: string): string[] | null {
  const change = dropOf(codebook, themeOf(id), { on: themeOf(on), part })
  if (change === null) return null
  const revision = revise(codebook, change) as { readonly codebook: Codebook } // it is one that can be made
  return inTreeOrder(revision.codebook).map(({ theme, depth }) => `${'-'.repeat(depth)}${theme.id}`)
}

describe('a theme that is dragged in the tree', () => {
  it('goes before a line at its upper edge, after it at its lower one, and else under it', () => {
    expect([0, 0.2, 0.3, 0.7, 0.8, 1].map(dropPartAt)).toEqual(['before', 'before', 'under', 'under', 'after', 'after'])
  })

  it.each<[string, DropPart, string, string[]]>([
    ['free', 'under', 'one', ['top', '-one', '--free', '-two']],
    ['free', 'before', 'one', ['top', '-free', '-one', '-two']],
    ['free', 'after', 'one', ['top', '-one', '-free', '-two']],
    ['free', 'after', 'two', ['top', '-one', '-two', '-free']],
    ['two', 'before', 'one', ['top', '-two', '-one', 'free']],
    ['one', 'before', 'top', ['one', 'top', '-two', 'free']],
    ['one', 'after', 'free', ['top', '-two', 'free', 'one']]
  ])('%s %s %s', (id, part, on, tree) => expect(dropped(id, part, on)).toEqual(tree))

  it('goes neither to itself, nor under what stands under it, nor to where it is', () => {
    expect([dropped('one', 'under', 'one'), dropped('top', 'under', 'one'), dropped('top', 'before', 'two'), dropped('one', 'before', 'two'), dropped('two', 'after', 'one'), dropped('two', 'under', 'top')]).toEqual([null, null, null, null, null, null])
  })
})
