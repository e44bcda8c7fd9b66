import { describe, expect, it } from 'vitest'
import { readReports } from '#core/report/read-reports.ts'
import { sourceFromText } from '#core/source/source.ts'
import { toSource } from '#core/text/offset-map.ts'
import { context, facts, provinceOf, read, seedText } from '../../golden/seed/seed.ts'

const reports = read(seedText, facts.source)
const without = (text: string) => text.replaceAll('\n', '')

describe('the seed page', () => {
  it('holds two reports', () => {
    expect(reports.map(provinceOf).sort()).toEqual(['330000', '420000'])
  })

  describe.each(facts.reports)('$title', (fact) => {
    const report = reports.find((r) => provinceOf(r) === fact.province.code)!
    const text = report.text

    it('says who, where and when, with the basis of what was inferred', () => {
      expect(report.title?.text).toBe(fact.title)
      expect(report.jurisdiction).toMatchObject({ level: 'province', province: fact.province })
      expect(report.meeting).toBe(fact.meeting)
      expect(report.place).toBe(fact.place)
      expect(report.date).toMatchObject({ iso: fact.date.iso, asWritten: fact.date.asWritten, precision: 'day' })
      expect(report.date?.yearBasis).toBe(fact.province.code === '330000' ? 'text' : 'sibling')
      expect(report.officials.map(({ name, title }) => ({ name, title }))).toEqual(fact.officials)
      if ('reporter' in fact) expect(report.reporter).toBe(fact.reporter)
      if ('attribution' in fact) expect(report.attribution).toBe(fact.attribution)
    })

    it('reads as a person would read it: lead first, paragraphs whole', () => {
      expect(text.startsWith(fact.firstWords)).toBe(true)
      for (const opening of fact.paragraphOpenings ?? []) {
        expect(report.paragraphs.some((p) => text.startsWith(opening, p.start)), opening).toBe(true)
      }
      if ('paragraphOpenings' in fact) expect(report.paragraphs).toHaveLength(fact.paragraphOpenings.length)
      expect(text).not.toMatch(/[\u4e00-\u9fff，。、；：“”（）] +|\u3000/)
    })

    it('has its outline', () => {
      const headings = report.outline.filter((entry) => entry.label !== '').map((entry) => entry.heading)
      if ('outline' in fact) expect(headings).toEqual(fact.outline)
    })

    it.each(Object.entries(fact.themes))('covers every quotation on %s with statements of that theme', (theme, quotes) => {
      for (const quote of quotes) {
        const start = without(text).indexOf(quote)
        expect(start, quote).toBeGreaterThanOrEqual(0)
        const at = text.indexOf(quote)
        const within = report.statements.filter((s) => s.start < at + quote.length && s.end > at)
        expect(within.length).toBeGreaterThan(0)
        for (const s of within) expect(s.themes.map((t) => t.id), text.slice(s.start, s.end)).toContain(theme)
      }
    })

    it('is silent on the themes it does not touch', () => {
      const touched = new Set(report.statements.flatMap((s) => s.themes.map((t) => t.id)))
      for (const theme of fact.themesAbsent) expect(touched).not.toContain(theme)
    })

    it('names its programmes and none that are formulas or periods', () => {
      const names = report.programmes.map((p) => p.name)
      for (const name of fact.programmes) expect(names).toContain(name)
      for (const name of ['两个确立', '两个维护', '十四五', '两项补贴']) expect(names).not.toContain(name)
    })

    it('commits to its targets and to nothing else', () => {
      const targets = report.targets.map((t) => ({
        quote: text.slice(t.start, t.end),
        value: t.value,
        unit: t.unit,
        operator: t.operator,
        deadlineYear: t.deadlineYear,
        theme: t.theme
      }))
      expect(targets).toEqual(fact.targets)
    })

    it('consists of statements that cover the text once, in order', () => {
      let at = 0
      for (const s of report.statements) {
        expect(s.start).toBeGreaterThanOrEqual(at)
        expect(text.slice(at, s.start).trim()).toBe('')
        at = s.end
      }
      expect(text.slice(at).trim()).toBe('')
    })

    it('traces every character to the original', () => {
      const original = toSource(report.map, { start: 0, end: text.length }).map((s) => seedText.slice(s.start, s.end)).join('')
      expect(original).toBe(without(text))
    })
  })

  it('puts every character of the page in exactly one place', () => {
    const { reports, leftOver } = readReports(sourceFromText(seedText), context)
    const spans = [
      ...reports.flatMap((r) => [
        ...toSource(r.map, { start: 0, end: r.text.length }),
        ...(r.title?.spans ?? []),
        ...r.furniture.flatMap((f) => f.spans)
      ]),
      ...leftOver.flatMap((l) => l.spans)
    ]
    const times = new Uint8Array(seedText.length)
    for (const { start, end } of spans) for (let at = start; at < end; at++) times[at]! += 1
    const wrong = [...times.keys()].filter((at) => (/\s/.test(seedText[at]!) ? times[at]! > 1 : times[at] !== 1))
    expect(wrong.map((at) => seedText.slice(at, at + 10))).toEqual([])
    expect(reports.flatMap((r) => r.furniture.map((f) => f.kind))).toEqual(expect.arrayContaining(['reporter', 'attribution', 'stray-mark']))
  })

  it('knows its sixteen themes', () => {
    expect(context.codebook.codebook.themes).toHaveLength(16)
  })
})
