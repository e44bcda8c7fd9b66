import { describe, expect, it } from 'vitest'
import { en } from '../../../../src-renderer/language/en.ts'
import { zh } from '../../../../src-renderer/language/zh.ts'
import { citation, placeParts } from '../../../../src-renderer/citation.ts'
import { column, passage } from './comparisons.ts'

// 虚构样例

const at = (source: Partial<ReturnType<typeof passage>['source']>) => passage('a', '建设甲乙中心。', { outline: [], source: { ...passage('a', '').source, ...source } })
const parts = (source: Parameters<typeof at>[0], words = zh) => placeParts(at(source), { words })

describe('the place of a quotation', () => {
  it('is cited by line in a text, by page in a paper, by paragraph alone where the original keeps paragraphs', () => {
    expect(parts({})).toEqual(['¶2', '原文 3–5 行'])
    expect(parts({ page: 2, lastPage: 2 })).toEqual(['¶2', '第 2 页'])
    expect(parts({ page: 2, lastPage: 3 })).toEqual(['¶2', '第 2–3 页'])
    expect(parts({ page: 2, lastPage: 3 }, en)).toEqual(['¶2', 'pages 2–3'])
    expect(parts({ unit: 'paragraph' })).toEqual(['¶2'])
  })

  it('says in a copied citation that the words were recognised, and how surely', () => {
    expect(citation(at({ recognised: 0.509 }), column('a'), zh)).toBe('“建设甲乙中心。”（虚构报告 a，2024-03-01，a.txt，¶2，原文 3–5 行，识别文字 50%）')
    expect(citation(at({ recognised: 0.509 }), column('a'), en)).toContain('recognised 50 %')
    expect(citation(at({}), column('a'), zh)).not.toContain('识别')
  })
})
