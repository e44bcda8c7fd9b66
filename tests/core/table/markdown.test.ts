import { describe, expect, it } from 'vitest'
import { markdownText } from '#core/table/markdown.ts'
import { inventedTables, tablesOf } from './invented-comparison.ts'

describe('a comparison as Markdown (虚构样例)', () => {
  it('is a document of tables, quotations with their place', () => {
    const text = markdownText(inventedTables())
    expect(text).toContain('# 政策报告对照表\n\n## 原文对照\n\n| 主题 | 云东省<br>云东召开虚构工作会议<br>')
    expect(text).toContain('| 主题charity | 开展邻里募捐。<br>〔云东召开虚构工作会议 · 云东省 · 2031-02-10 · 一是建设云杉驿站 · 第1段 · 原文3行〕 | 待读（程序未找到引文） |')
    expect(text.match(/^## .+$/gm)).toEqual(['## 原文对照', '## 频次', '## 目标', '## 提法', '## 共同短语', '## 说明'])
  })

  it('has as many bars in every line of a table', () => {
    const text = markdownText(tablesOf('甲|乙\n丙 `丁` <b>戊</b> [己](庚) *辛* www.a.example http://b.example'))
    for (const table of text.trimEnd().split('\n\n').filter((part) => part.startsWith('|'))) {
      const bars = table.split('\n').map((line) => line.replace(/\\./g, '').split('|').length)
      expect(new Set(bars).size).toBe(1)
    }
    expect(text).toContain('甲\\|乙<br>丙 \\`丁\\` &lt;b&gt;戊&lt;/b&gt; \\[己\\](庚) \\*辛\\* www&#46;a.example http&#58;//b.example')
  })
})
