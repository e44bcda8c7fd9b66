import { describe, expect, it } from 'vitest'
import { readAttribution, readReporter } from '#core/report/attribution.ts'
import type { Furniture, FurnitureKind } from '#core/source/article.ts'

const line = (kind: FurnitureKind, text: string): Furniture => ({ kind, text, spans: [] })

describe('reporters (虚构样例)', () => {
  it('are named in the byline', () => {
    expect(readReporter([line('reporter', '■ 本报记者 李青')], '')).toBe('李青')
    expect(readReporter([line('reporter', '（记者 张亮 通讯员 马丽）')], '')).toBe('张亮、马丽')
  })

  it('or in brackets at the ends of the text', () => {
    expect(readReporter([], '本报讯（记者王一）会议召开。')).toBe('王一')
    expect(readReporter([], '会议要求，抓好落实。（记者朱珍）')).toBe('朱珍')
    expect(readReporter([], '记者来到社区，看到新变化。')).toBeNull()
  })
})

describe('one line under a headline (虚构样例)', () => {
  it('may name source, reporter and time together', () => {
    const together = [line('publication-date', '来源：某某日报 记者：张亮 时间：2024-01-20 10:22')]
    expect(readReporter(together, '')).toBe('张亮')
    expect(readAttribution(together, '')).toBe('某某日报')
  })
})

describe('the supplier of a text (虚构样例)', () => {
  it('is named as 据 or 来源', () => {
    expect(readAttribution([line('attribution', '（据某省民政厅）')], '')).toBe('某省民政厅')
    expect(readAttribution([line('attribution', '来源：某某日报')], '')).toBe('某某日报')
    expect(readAttribution([], '会议要求，抓好落实。（据某省民政厅网站）')).toBe('某省民政厅')
    expect(readAttribution([], '据统计，全省有老人百万。')).toBeNull()
  })
})
