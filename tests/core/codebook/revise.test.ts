import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CodebookChange } from '#core/codebook/changes.ts'
import type { Codebook } from '#core/codebook/codebook.ts'
import { codebookDifference, nextVersion } from '#core/codebook/difference.ts'
import { revise, reviseAll } from '#core/codebook/revise.ts'
import { currentTheme, inTreeOrder } from '#core/codebook/tree.ts'
import { validateCodebook } from '#core/codebook/validate.ts'
import { inventedCodebook, inventedTheme } from './invented-codebook.ts'

// Invented codebooks (虚构样例).

const codebook = inventedCodebook([
  inventedTheme('top', { group: true }),
  inventedTheme('one', { parent: 'top', terms: ['甲', '乙'], together: [['丙', '丁']], examples: ['虚构样例甲。'] }),
  inventedTheme('two', { parent: 'top', terms: ['戊'], lookalikes: ['乙'], examples: ['虚构样例戊。'] }),
  inventedTheme('free', { terms: ['己'] })
])

function after(...changes: CodebookChange[]): Codebook {
  const revision = reviseAll(codebook, changes)
  if ('problem' in revision) throw new Error(JSON.stringify(revision.problem))
  return revision.codebook
}

const theme = (of: Codebook, id: string) => of.themes.find((each) => each.id === id)!
const tree = (of: Codebook) => inTreeOrder(of).map(({ theme: { id }, depth }) => `${'-'.repeat(depth)}${id}`)
const problemOf = (change: CodebookChange, of = codebook) => {
  const revision = revise(of, change)
  return 'problem' in revision ? revision.problem.kind : null
}

describe('a change of a codebook', () => {
  it('edits what it names and leaves the rest', () => {
    const edited = theme(after({ kind: 'edit', theme: 'one', fields: { name: { zh: '新名', en: 'New' }, examples: [] } }), 'one')
    expect(edited.name.zh).toBe('新名')
    expect('examples' in edited).toBe(false)
    expect(edited.patterns).toEqual(theme(codebook, 'one').patterns)
  })

  it('moves a theme with all under it, before a sibling or as the last', () => {
    expect(tree(after({ kind: 'move', theme: 'free', parent: 'top', before: 'two' }))).toEqual(['top', '-one', '-free', '-two'])
    expect(tree(after({ kind: 'move', theme: 'one', parent: 'free', before: null }, { kind: 'move', theme: 'free', parent: 'top', before: null }))).toEqual(['top', '-two', '-free', '--one'])
  })

  it('merges words and examples; a word keeps the part it has where it goes', () => {
    const merged = after({ kind: 'merge', theme: 'one', into: 'two' })
    expect(theme(merged, 'two').patterns).toMatchObject({ terms: ['戊', '甲'], lookalikes: ['乙'], together: [['丙', '丁']] })
    expect(theme(merged, 'two').examples).toEqual(['虚构样例戊。', '虚构样例甲。'])
    expect(theme(merged, 'one').retired).toEqual({ into: 'two' })
    expect(currentTheme(merged, 'one')).toBe('two')
  })

  it('splits: the parts stand under the theme and take their words from it', () => {
    const part = (id: string, terms: string[]) => ({ id, name: { zh: id, en: id }, definition: { zh: id, en: id }, patterns: inventedTheme(id, { terms }).patterns })
    const split = after({ kind: 'split', theme: 'one', parts: [part('first', ['甲']), part('second', ['乙'])] })
    expect(tree(split)).toEqual(['top', '-one', '--first', '--second', '-two', 'free'])
    expect(theme(split, 'one').patterns).toMatchObject({ terms: [], together: [['丙', '丁']] })
    expect(theme(split, 'one').retired).toBeUndefined()
  })

  it('gives the codebook another name, which is a new version that reads nothing otherwise', () => {
    const renamed = after({ kind: 'rename', name: { zh: '新的编码本', en: 'New codebook' } })
    expect(renamed).toEqual({ ...codebook, format: 'duizhao/codebook@2', name: { zh: '新的编码本', en: 'New codebook' } })
    expect(codebookDifference(codebook, renamed)).toEqual({ themes: [], context: false, renamed: { from: codebook.name, to: renamed.name } })
    expect(nextVersion(codebook, renamed)).toBe('1.0.1')
    expect(problemOf({ kind: 'rename', name: { zh: '', en: '' } })).toBe('invalid')
  })

  it('brings a retired theme back as it was, where it stood', () => {
    expect(after({ kind: 'retire', theme: 'one' }, { kind: 'restore', theme: 'one' }).themes).toEqual(codebook.themes)
    const merged = after({ kind: 'merge', theme: 'one', into: 'two' }, { kind: 'restore', theme: 'one' })
    expect(theme(merged, 'one')).toEqual(theme(codebook, 'one'))
    expect(theme(merged, 'two').patterns.terms).toEqual(expect.arrayContaining(['甲']))
  })

  it('brings it under the next above that is in use, where that which it stood under is retired too', () => {
    const back = after({ kind: 'retire', theme: 'one' }, { kind: 'retire', theme: 'two' }, { kind: 'retire', theme: 'top' }, { kind: 'restore', theme: 'one' })
    expect(theme(back, 'one').parent).toBeUndefined()
    expect(theme(back, 'top').retired).toBeDefined()
  })

  it.each<[CodebookChange, string]>([
    [{ kind: 'edit', theme: 'none', fields: {} }, 'no-such-theme'],
    [{ kind: 'add', theme: inventedTheme('one', {}) }, 'id-taken'],
    [{ kind: 'move', theme: 'top', parent: 'one', before: null }, 'under-itself'],
    [{ kind: 'move', theme: 'free', parent: 'top', before: 'free' }, 'no-such-place'],
    [{ kind: 'merge', theme: 'one', into: 'top' }, 'is-group'],
    [{ kind: 'merge', theme: 'one', into: 'one' }, 'under-itself'],
    [{ kind: 'merge', theme: 'top', into: 'one' }, 'under-itself'],
    [{ kind: 'retire', theme: 'top' }, 'has-children'],
    [{ kind: 'restore', theme: 'one' }, 'in-use'],
    [{ kind: 'restore', theme: 'none' }, 'no-such-theme'],
    [{ kind: 'edit', theme: 'top', fields: { patterns: inventedTheme('top', { terms: ['庚'] }).patterns } }, 'invalid']
  ])('%j is refused: %s', (change, problem) => expect(problemOf(change)).toBe(problem))

  it('of a retired theme is refused', () => {
    expect(problemOf({ kind: 'merge', theme: 'two', into: 'one' }, after({ kind: 'retire', theme: 'one' }))).toBe('retired')
  })
})

describe('laws of changing a codebook', () => {
  const ids = ['top', 'one', 'two', 'free', 'new1', 'new2', 'new3']
  const id = fc.constantFrom(...ids)
  const names = { zh: '名', en: 'Name' }
  const part = (partId: string) => ({ id: partId, name: names, definition: names, patterns: inventedTheme(partId, {}).patterns })
  const change: fc.Arbitrary<CodebookChange> = fc.oneof(
    id.map((each) => ({ kind: 'add' as const, theme: inventedTheme(each, { terms: [`词${each}`] }) })),
    fc.record({ kind: fc.constant('move' as const), theme: id, parent: fc.option(id), before: fc.option(id) }),
    fc.record({ kind: fc.constant('merge' as const), theme: id, into: id }),
    fc.tuple(id, id, id).map(([of, a, b]) => ({ kind: 'split' as const, theme: of, parts: [part(a), part(b)] })),
    id.map((each) => ({ kind: 'retire' as const, theme: each })),
    id.map((each) => ({ kind: 'restore' as const, theme: each }))
  )

  it('after any changes ids are unique, the tree is a tree, no theme is gone, and a merged one leads to one in use or to one retired alone', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        let current = codebook
        const seen = new Set(current.themes.map((each) => each.id))
        for (const each of changes) {
          const revision = revise(current, each)
          if ('problem' in revision) continue
          current = revision.codebook
          for (const { id: known } of current.themes) seen.add(known)
          expect(validateCodebook(current)).toHaveProperty('codebook')
          expect(inTreeOrder(current)).toHaveLength(current.themes.length)
          expect(new Set(current.themes.map((theme) => theme.id))).toEqual(seen)
          for (const { id: known, retired } of current.themes) {
            const reached = currentTheme(current, known)
            if (retired === undefined) expect(reached).toBe(known)
            else if (retired.into !== null && reached !== null) expect(theme(current, reached).retired).toBeUndefined()
          }
        }
      })
    )
  })

  it('a merge keeps every coding reachable: each theme that led to the one leads to the other', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 15 }), id, id, (changes, from, into) => {
        const before = changes.reduce((current, each) => {
          const revision = revise(current, each)
          return 'codebook' in revision ? revision.codebook : current
        }, codebook)
        const revision = revise(before, { kind: 'merge', theme: from, into })
        if ('problem' in revision) return
        for (const { id: known } of before.themes) {
          const reached = currentTheme(before, known)
          expect(currentTheme(revision.codebook, known)).toBe(reached === from ? into : reached)
        }
      })
    )
  })
})

describe('the difference of two versions', () => {
  it('is nothing between a codebook and itself', () => {
    expect(codebookDifference(codebook, codebook)).toEqual({ themes: [], context: false })
    expect(nextVersion(codebook, codebook)).toBe('1.0.0')
  })

  it('names what was added, renamed, moved, merged, retired and rewritten, with the words', () => {
    const changed = after(
      { kind: 'add', theme: inventedTheme('new1', {}) },
      { kind: 'edit', theme: 'two', fields: { name: { zh: '新名', en: 'New' } } },
      { kind: 'move', theme: 'two', parent: null, before: null },
      { kind: 'merge', theme: 'one', into: 'two' },
      { kind: 'retire', theme: 'free' }
    )
    const { themes } = codebookDifference(codebook, changed)
    expect(themes.map(({ id: of, change: what, into }) => [of, what, into])).toEqual([
      ['one', 'merged', 'two'], ['free', 'retired', undefined], ['new1', 'added', undefined], ['two', 'changed', undefined]
    ])
    expect(themes[3]).toMatchObject({
      renamed: { from: { zh: '主题two' }, to: { zh: '新名' } }, moved: { from: 'top', to: null }, rewritten: ['examples'],
      words: { added: [{ list: 'terms', word: '甲' }, { list: 'together', word: '丙+丁' }], removed: [] }
    })
    expect(codebookDifference(changed, codebook).themes.at(-1)).toMatchObject({ id: 'new1', change: 'removed' })
  })

  it.each<[CodebookChange, string]>([
    [{ kind: 'retire', theme: 'free' }, '2.0.0'],
    [{ kind: 'add', theme: inventedTheme('new1', {}) }, '1.1.0'],
    [{ kind: 'edit', theme: 'free', fields: { patterns: inventedTheme('free', { terms: ['辛'] }).patterns } }, '1.1.0'],
    [{ kind: 'edit', theme: 'free', fields: { definition: { zh: '新的定义。', en: 'New.' } } }, '1.0.1']
  ])('%j makes version %s', (change, version) => expect(nextVersion(codebook, after(change))).toBe(version))
})
