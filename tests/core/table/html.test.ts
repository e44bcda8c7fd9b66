import { describe, expect, it } from 'vitest'
import { htmlText } from '#core/table/html.ts'
import { comparisonTables } from '#core/table/from-comparison.ts'
import { comparisonOf, inventedComparison, inventedTables, tablesOf } from './invented-comparison.ts'

describe('a comparison as a page (虚构样例)', () => {
  const page = htmlText(inventedTables())

  it('stands alone: no script, no reference to anything outside, a policy that forbids both', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`)
    expect(page).not.toMatch(/<script|<img|<link|<iframe|src=|url\(|@import|https?:|\son\w+=/i)
    expect([...page.matchAll(/href="(.)/g)].every(([, first]) => first === '#')).toBe(true)
  })

  it('draws shared phrases, targets and programmes, also where they lie over one another', () => {
    expect(page).toContain('<span class="target shared">新建山区食堂</span><span class="target">三百个</span>。')
    expect(page).toContain('“<span class="programme">云杉里</span>”')
  })

  it('says where each quotation stands and what is not mentioned', () => {
    expect(page).toContain('<figcaption>云东召开虚构工作会议 · 云东省 · 2031-02-10 · 一是建设云杉驿站 · 第1段 · 原文1–3行</figcaption>')
    expect(page).toContain('<td class="absent unread"><span>待读（程序未找到引文）</span></td>')
  })

  it('gives themes their colours, and takes no colour that is none', () => {
    expect(page).toContain('.t0{--theme:#c08a2b}')
    const evil = { ...inventedComparison, rows: inventedComparison.rows.map((row) => ({ ...row, color: '#fff}body{display:none' })) }
    expect(htmlText(comparisonTables(evil, { language: 'zh', madeOn: '2031-03-01' }))).not.toContain('display:none}body')
    expect(htmlText(comparisonTables(evil, { language: 'zh', madeOn: '2031-03-01' }))).not.toContain('#fff}')
  })

  it.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='x", '</style><b>', '&lt;b&gt;', ']]>'])('escapes %s wherever a report may bring it in', (text) => {
    const hostile = htmlText(tablesOf(text))
    const ours = htmlText(tablesOf('山'))
    expect(tagsOf(hostile)).toEqual(tagsOf(ours))
    expect(comparisonOf(text).rows[0]?.cells[0]?.passages[0]?.text).toBe(text)
  })
})

/** The tags with their attributes: what a browser would take as markup. */
const tagsOf = (page: string): string[] => [...page.matchAll(/<[^>]*>/g)].map(([tag]) => tag)
