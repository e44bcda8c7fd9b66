import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileCodebook } from '#core/codebook/compile.ts'
import { codedThemes } from '#core/codebook/tree.ts'
import { readOutline } from '#core/report/outline.ts'
import type { Statement } from '#core/report/report.ts'
import { readStatements } from '#core/report/statements.ts'
import { divide } from '../source/division.ts'
import { resourceCodebook } from './coded-sentences.ts'

const data = new URL('../../../../shared/data/long/', import.meta.url)
const isThere = existsSync(data)
const codebook = resourceCodebook('government-work')
const compiled = compileCodebook(codebook)

/** What a person judged of one statement. */
interface Judgement {
  readonly file: string
  readonly statement: string
  readonly right: readonly string[]
  readonly wrong: readonly string[]
}

const facts = JSON.parse(readFileSync(new URL('government-work-facts.json', import.meta.url), 'utf8')) as { readonly statements: readonly Judgement[] }

interface CodedReport {
  readonly text: string
  readonly statements: readonly Statement[]
}

function codedReport(file: string): CodedReport {
  const bytes = readFileSync(new URL(file.split('/').map(encodeURIComponent).join('/'), data))
  const [article] = divide(new TextDecoder(file.includes('.gbk.') ? 'gb18030' : 'utf-8').decode(bytes).trim()).articles
  return { text: article!.text, statements: readStatements(article!, readOutline(article!), compiled) }
}

const files = isThere ? (JSON.parse(readFileSync(new URL('index.json', data), 'utf8')) as { records: { file: string }[] }).records.map(({ file }) => file) : []

/** How a fact names a statement without its words. */
function nameOf(text: string, { start, end }: Statement): string {
  const before = text.slice(Math.max(0, start - 60), start).replaceAll(/\s+/g, ' ').slice(-12)
  return createHash('sha256').update(before + text.slice(start, end).replaceAll(/\s+/g, '')).digest('hex').slice(0, 16)
}

const shareWithTheme = (statements: readonly Statement[]) => statements.filter(({ themes }) => themes.length > 0).length / statements.length

describe.skipIf(!isThere)('the government work codebook on real reports of ../shared/data (skipped where that folder is absent)', () => {
  const reports = new Map(files.map((file) => [file, codedReport(file)]))
  const of = (level: string) => [...reports].filter(([file]) => file.startsWith(level)).map(([, report]) => report)

  it.each([['provincial', 0.9], ['central', 0.85], ['district', 0.87]])('finds a theme in what %s reports plan: %d of it at least', (level, least) => {
    const plans = of(level).flatMap(({ statements }) => statements.filter(({ kind }) => kind === 'plan'))
    expect(plans.length).toBeGreaterThan(1000)
    expect(shareWithTheme(plans)).toBeGreaterThan(least)
  })

  it('finds nearly every theme of a province’s work in each provincial report', () => {
    const rarely = new Set(['diplomacy', 'ethnic_religious', 'defence'])
    for (const { id } of codedThemes(codebook)) {
      const having = of('provincial').filter(({ statements }) => statements.some(({ themes }) => themes.some((theme) => theme.id === id)))
      expect(having.length, id).toBeGreaterThanOrEqual(rarely.has(id) ? 7 : 10)
    }
  })

  it('keeps what was judged right by hand, and most of what was judged wrong does not come back', () => {
    const found = new Map<string, Set<string>>()
    for (const [file, { text, statements }] of reports) {
      for (const statement of statements) found.set(`${file} ${nameOf(text, statement)}`, new Set(statement.themes.map(({ id }) => id)))
    }
    const judged = facts.statements.map(({ file, statement, right, wrong }) => ({ right, wrong, themes: found.get(`${file} ${statement}`) ?? new Set() }))
    const right = judged.flatMap((each) => each.right.map((id) => each.themes.has(id)))
    const wrong = judged.flatMap((each) => each.wrong.map((id) => each.themes.has(id)))
    expect(right.length).toBe(131)
    expect(right.filter((kept) => !kept).length).toBeLessThanOrEqual(2)
    expect(wrong.filter((back) => back).length).toBeLessThanOrEqual(5)
  })
})
