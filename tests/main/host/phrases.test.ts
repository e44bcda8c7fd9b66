import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Output } from '#core/contract/calls.ts'
import { wholeText } from '#core/phrases/common-text.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { ask, list, openTestHost, type TestHost } from './test-host.ts'

const seed = resolve(import.meta.dirname, '..', '..', '..', 'seeds', '000_8625d94934d53eac.txt')

type Listed = Output<'phrases.list'>

async function withSeed(): Promise<TestHost & { readonly reports: readonly string[] }> {
  const opened = openTestHost()
  await opened.host.importPaths([seed]).ended
  return { ...opened, reports: (await list(opened.host)).map(({ id }) => id) }
}

describe('phrases of the seed', () => {
  it('are listed with who uses them, and each count opens to places with those very characters', async () => {
    const { host, reports } = await withSeed()
    const facts = await ask<Listed>(host, 'phrases.list', { reports, origins: ['programme', 'quoted', 'shared'] })
    expect(facts.total).toBe(facts.phrases.length)
    expect(facts.reports.map(({ id }) => id)).toEqual(reports)
    for (const { text, count } of facts.phrases.slice(0, 10)) {
      const { total, places } = await ask<Output<'phrases.places'>>(host, 'phrases.places', { reports, text })
      expect(total).toBe(count)
      expect(places.every(({ hit }) => hit === text)).toBe(true)
    }
  })

  it('have text in common by pair and theme, and each share opens to its places', async () => {
    const { host, reports } = await withSeed()
    const { shares } = await ask<Output<'phrases.common'>>(host, 'phrases.common', { reports, theme: wholeText })
    expect(shares).toHaveLength(1)
    const { phrases } = await ask<Output<'phrases.pair'>>(host, 'phrases.pair', { pair: reports, theme: wholeText, otherTheme: wholeText })
    expect(shares[0]!.common[0]).toBeGreaterThan(0)
    expect(phrases.every(({ text, own, other }) => [...own, ...other].every(({ start, end }) => end - start === text.length))).toBe(true)
  })

  it('of a report against itself as a baseline leave nothing local', async () => {
    const { host, reports } = await withSeed()
    const { rows } = await ask<Output<'phrases.local'>>(host, 'phrases.local', { reports, baseline: reports[0] })
    const [itself, other] = rows.map(({ shares }) => shares[0]!)
    expect(itself!.common / itself!.characters).toBeGreaterThan(0.85)
    expect(other!.common / other!.characters).toBeLessThan(0.5)
  })

  it('go out as a workbook, a Word table and CSV', async () => {
    const { host, reports } = await withSeed()
    const tables = [{ id: 'phrases', origins: ['programme'] }, { id: 'phrases-common', theme: wholeText }, { id: 'phrases-local', baseline: reports[0] }]
    for (const format of ['xlsx', 'docx', 'csv', 'html']) {
      for (const table of tables) {
        const { base64 } = await ask<{ base64: string }>(host, 'phrases.export', { table: { ...table, reports }, format, language: 'en' })
        expect(base64.length).toBeGreaterThan(200)
      }
    }
  })
})

describe('a phrase as long as a paragraph', () => {
  it('opens to its places as any other does', async () => {
    const { host } = openTestHost()
    const paragraph = Array.from({ length: 40 }, (_, n) => `第${n}处云杉驿站提供助餐助浴服务`).join('，')
    const files = ['甲', '乙'].map((name) => {
      const path = join(temporaryFolder(), `虚构样例${name}.txt`)
      writeFileSync(path, `${name}省民政工作会议\n会议强调：${name}${paragraph}。`)
      return path
    })
    await host.importPaths(files).ended
    const reports = (await list(host)).map(({ id }) => id)
    const { phrases } = await ask<Listed>(host, 'phrases.list', { reports, origins: ['shared'] })
    expect(phrases[0]!.text.length).toBeGreaterThan(200)
    const { total, places } = await ask<Output<'phrases.places'>>(host, 'phrases.places', { reports, text: phrases[0]!.text, offset: 1, limit: 1 })
    expect(total).toBe(phrases[0]!.count)
    expect(places).toHaveLength(1)
  })
})

describe('names of the researcher’s own', () => {
  it('are kept with the library, are looked for, cut words, and can be undone', async () => {
    const { host, reports } = await withSeed()
    await ask(host, 'names.add', { names: ['养老事业和养老产业', ' 养老事业和养老产业 '] })
    expect((await ask<Output<'names.list'>>(host, 'names.list', {})).map(({ name }) => name)).toEqual(['养老事业和养老产业'])
    const { phrases } = await ask<Listed>(host, 'phrases.list', { reports, origins: ['own'] })
    expect(phrases.map(({ text, origins }) => [text, origins])).toEqual([['养老事业和养老产业', ['own']]])
    const asked = { measure: 'frequency', unit: 'words', groups: [{ name: '', reports }], least: 1, top: 2000 }
    expect(JSON.stringify(await ask(host, 'statistics.compute', asked))).toContain('"养老事业和养老产业"')
    await ask(host, 'changes.undo', {})
    expect(await ask(host, 'names.list', {})).toEqual([])
    expect(JSON.stringify(await ask(host, 'statistics.compute', asked))).not.toContain('"养老事业和养老产业"')
  })

  it('of one letter, or over a line’s end, are refused', async () => {
    const { host } = await withSeed()
    for (const name of ['养', '𠮷', '养老\n服务', '']) expect(await host.answer('names.add', { names: [name] })).toMatchObject({ ok: false })
  })
})
