import { describe, expect, it } from 'vitest'
import { dateLabel, jurisdictionName, number, percent, targetLabel } from '../../../src-renderer/language/labels.ts'
import { provinceMark, provinceName } from '../../../src-renderer/language/provinces.ts'
import { en } from '../../../src-renderer/language/en.ts'
import { zh } from '../../../src-renderer/language/zh.ts'

describe('labels', () => {
  it('write numbers and shares the same on every machine', () => {
    expect([number(0), number(999), number(1497), number(1234567), number(3.336, 2)]).toEqual(['0', '999', '1,497', '1,234,567', '3.34'])
    expect([percent(0.049), percent(0), percent(0.0004), percent(1)]).toEqual(['4.9 %', '0.0 %', '< 0.1 %', '100.0 %'])
  })

  it('shorten the names of provinces of every kind', () => {
    const names = [['330000', '浙江省'], ['110000', '北京市'], ['450000', '广西壮族自治区'], ['540000', '西藏自治区'], ['650000', '新疆维吾尔自治区'], ['810000', '香港特别行政区']] as const
    expect(names.map(([code, name]) => provinceName({ code, name }, 'zh'))).toEqual(['浙江', '北京', '广西', '西藏', '新疆', '香港'])
    expect(names.map(([code, name]) => provinceMark({ code, name }, 'zh'))).toEqual(['浙', '京', '桂', '藏', '新', '港'])
    expect(provinceName({ code: '610000', name: '陕西省' }, 'en')).toBe('Shaanxi')
    expect(provinceName({ code: '140000', name: '山西省' }, 'en')).toBe('Shanxi')
  })

  it('name a prefecture with its province', () => {
    const of = { code: '330100', name: '杭州市', level: 'prefecture', province: { code: '330000', name: '浙江省' }, basis: 'title' } as const
    expect(jurisdictionName(of, 'zh', zh)).toBe('浙江 · 杭州市')
    expect(jurisdictionName(null, 'en', en)).toBe('No jurisdiction')
  })

  it('say of a year that it is inferred, and of one that is unknown that it is', () => {
    const date = { precision: 'day', asWritten: '2月8日' } as const
    expect(dateLabel({ ...date, iso: '2023-02-08', yearBasis: 'text' }, zh).mark).toBeNull()
    expect(dateLabel({ ...date, iso: '2023-02-08', yearBasis: 'sibling' }, zh).mark).toBe('年份推定')
    expect(dateLabel({ ...date, iso: null, yearBasis: 'none' }, zh)).toMatchObject({ text: '2月8日', mark: '年份未知' })
  })

  it('write a target as sign, number, unit and deadline, and full coverage in its own words', () => {
    const target = { start: 0, end: 9, value: 75, upper: null, unit: '％', operator: '>=', deadlineYear: 2025, deadline: null, theme: null, text: '达到75％以上' } as const
    expect(targetLabel(target)).toBe('≥ 75 ％ · 2025')
    expect(targetLabel({ ...target, value: 3, upper: 5, unit: '个', operator: 'range', deadlineYear: null })).toBe('3–5 个')
    expect(targetLabel({ ...target, operator: 'coverage', deadline: '到2025年', text: '到2025年甲项全覆盖' })).toBe('甲项全覆盖 · 2025')
  })
})
