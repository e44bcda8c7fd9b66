import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Output } from '#core/contract/calls.ts'
import { restored } from '../../core/versions/restored.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { ask, list, openTestHost, type TestHost } from './test-host.ts'

const seed = resolve(import.meta.dirname, '..', '..', '..', 'seeds', '000_8625d94934d53eac.txt')

type Compared = Output<'versions.compare'>

/** A library with the seed, and an invented draft of its text (虚构样例) as a report of its own. */
async function twoVersions(edit: (text: string) => string): Promise<TestHost & { readonly before: string; readonly after: string }> {
  const opened = openTestHost()
  const draft = join(temporaryFolder(), '虚构样例.txt')
  writeFileSync(draft, edit(readFileSync(seed, 'utf8')))
  await opened.host.importPaths([seed]).ended
  const first = (await list(opened.host)).map(({ id }) => id)
  await opened.host.importPaths([draft]).ended
  const all = await list(opened.host)
  const of = (isFirst: boolean): string => all.find(({ id, title }) => first.includes(id) === isFirst && title?.includes('浙江') === true)!.id
  return { ...opened, before: of(true), after: of(false) }
}

describe('two versions in a library', () => {
  it('are compared to the character, and give both texts back', async () => {
    const { host, before, after } = await twoVersions((text) => text.replaceAll('持续', '不断'))
    const compared = await ask<Compared>(host, 'versions.compare', { before, after })
    expect(compared.before.report.id).toBe(before)
    expect(compared.after.report.id).toBe(after)
    const texts = { before: compared.before.text, after: compared.after.text }
    expect(restored('after', compared.rows, texts)).toBe(texts.after)
    expect(restored('before', compared.rows, texts)).toBe(texts.before)
    expect(compared.counts.changed).toBeGreaterThan(0)
    for (const row of compared.rows) {
      for (const { kind, before: one, after: other } of row.pieces) {
        if (kind === 'deleted') expect(texts.before.slice(one.start, one.end)).toContain('持续')
        if (kind === 'added') expect(texts.after.slice(other.start, other.end)).toContain('不断')
      }
    }
  })

  it('turn round when the person says that the other came first', async () => {
    const { host, before, after } = await twoVersions((text) => text.replaceAll('持续', '不断'))
    const [one, other] = [await ask<Compared>(host, 'versions.compare', { before, after }), await ask<Compared>(host, 'versions.compare', { before: after, after: before })]
    expect(other.counts.deletedCharacters).toBe(one.counts.addedCharacters)
    expect(other.before.text).toBe(one.after.text)
  })

  it("count themes by the codings in force, a person's word among them", async () => {
    const { host, before, after } = await twoVersions((text) => text.replaceAll('持续', '不断'))
    const { themes, after: version } = await ask<Compared>(host, 'versions.compare', { before, after })
    expect(themes.every(({ kind }) => kind === 'steady')).toBe(true)
    const theme = themes[0]!.theme
    await ask(host, 'codings.decide', { report: after, start: 0, end: version.text.length, words: version.text, theme, decision: 'rejected' })
    const changed = await ask<Compared>(host, 'versions.compare', { before, after })
    expect(changed.themes.find((each) => each.theme === theme)).toMatchObject({ kind: 'dropped', after: { passages: [], characters: 0, share: 0 } })
  })

  it('become files in every format, and refuse a report that is not there', async () => {
    const { host, before, after } = await twoVersions((text) => text.replaceAll('持续', '不断'))
    for (const table of ['changes', 'themes', 'targets'] as const) {
      for (const format of ['csv', 'xlsx', 'html', 'docx'] as const) {
        const saved = await ask<Output<'versions.export'>>(host, 'versions.export', { before, after, table, format, language: 'zh' })
        expect(saved!.fileName).toMatch(new RegExp(`\\.${format}$`))
        const bytes = Buffer.from(saved!.base64!, 'base64')
        expect(bytes.length).toBeGreaterThan(100)
        if (table === 'changes' && (format === 'csv' || format === 'html')) expect(bytes.toString('utf8')).toContain('不断')
      }
    }
    expect(await host.answer('versions.compare', { before, after: '999' })).toMatchObject({ ok: false, problem: { kind: 'not-found' } })
  })
})
