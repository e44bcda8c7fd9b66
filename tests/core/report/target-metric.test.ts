import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClauses } from '#core/report/clauses.ts'
import type { Report, Target } from '#core/report/report.ts'
import { measureOf, metricKey, unitKey } from '#core/report/target-metric.ts'
import { readTargets } from '#core/report/targets.ts'
import { facts, provinceOf, read, seedText } from '../../golden/seed/seed.ts'

// Every sentence of this file that is not of the seed is invented (虚构样例).

const targetsOf = (text: string): Target[] =>
  readTargets(text, readClauses(text).map(({ start, end }) => ({ start, end, kind: 'plan', themes: [] })), '2031-03-02')

/** `metric ‖ quantity` of each target, the stretches of a metric joined by `…`. */
const measures = (text: string): string[] =>
  targetsOf(text).map((target) => {
    const { metric, quantity } = measureOf(text, target)
    const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end)
    return `${metric.map(slice).join('…')} ‖ ${quantity === null ? '' : slice(quantity)}`
  })

describe('what a target counts', () => {
  it.each([
    ['到2035年农村低保标准占城市的比例达到75%以上。', '农村低保标准占城市的比例 ‖ 75%以上'],
    ['今年力争养老机构护理型床位占比提高到60%。', '养老机构护理型床位占比 ‖ 60%'],
    ['城镇登记失业率控制在5%以内。', '城镇登记失业率 ‖ 5%以内'],
    ['社区服务设施达标率从47%提高到51%。', '社区服务设施达标率 ‖ 51%'],
    ['地区生产总值增长5%左右。', '地区生产总值增长 ‖ 5%左右'],
    ['居民收入实现翻番。', '居民收入 ‖ 翻番']
  ])('stands before its number: %s', (text, expected) => {
    expect(measures(text)).toEqual([expected])
  })

  it('stands around its number, in two stretches', () => {
    expect(measures('新建100个老年食堂。')).toEqual(['新建…老年食堂 ‖ 100个'])
    expect(measures('全省60%以上的乡镇建有社工站。')).toEqual(['全省…乡镇建有社工站 ‖ 60%以上'])
    expect(measures('城市低保平均标准提高到每人每月900元。')).toEqual(['城市低保平均标准…每人每月 ‖ 900元'])
    expect(measures('养老床位到2033年达到30万张。')).toEqual(['养老床位 ‖ 30万张'])
  })

  it('ends where the next number has one of its own', () => {
    expect(measures('新增敬老院20所、日间照料中心30个。')).toEqual(['新增敬老院 ‖ 20所'])
    expect(measures('新建3000张床位、50个驿站。')).toEqual(['新建…床位 ‖ 3000张'])
  })

  it('is the whole clause where coverage is said by all of it', () => {
    expect(measures('每个县都建有照护中心，推动乡村标志设置全覆盖。')).toEqual(['每个县都建有照护中心 ‖ 每个县都建有', '乡村标志设置 ‖ 全覆盖'])
  })

  it('is not guessed where the clause leaves it to another', () => {
    expect(measures('低保标准稳步提高，达到52%以上，占比为60%，新增100万户。')).toEqual([' ‖ 52%以上', ' ‖ 60%', ' ‖ 100万户'])
  })

  it('keeps quotation marks whole', () => {
    expect(measures('建设“邻里好路”600公里。')).toEqual(['建设“邻里好路” ‖ 600公里'])
  })
})

describe('the seed', () => {
  const hubei = read(seedText, facts.source).find((report) => provinceOf(report) === '420000')!

  it('counts what a person reads', () => {
    expect(metricsOf(hubei)).toEqual([
      '全省平均低保标准农村占城市的比例',
      '每个县（市、区）设有养老服务指导中心',
      '所有街道和有条件的乡镇建有综合性社区养老服务机构',
      '社区嵌入式养老服务机构或日间照料中心',
      '乡村地名标志设置'
    ])
  })
})

const meetings = resolve(import.meta.dirname, '../../../../shared/data/long/provincial')

describe('real reports', () => {
  it.skipIf(!existsSync(meetings))('say in nearly every target what it counts', () => {
    const text = readFileSync(join(meetings, 'anhui.txt'), 'utf8')
    const all = read(text, 'anhui.txt').flatMap(metricsOf)
    expect(all.length).toBeGreaterThan(10)
    expect(all.filter((metric) => metric === '').length / all.length).toBeLessThan(0.1)
  })
})

describe('always', () => {
  const words = fc.constantFrom('到2033年', '今年', '新增', '新建', '达到', '提高到', '每人每月', '养老床位', '覆盖率', '困难群众', '全覆盖', '75%', '30万张', '100个', '500元', '以上', '的', '、', '，', '。', '从', '翻番', '（市、区）', '“十四五”末')

  it('a metric and its number are apart, in order, within the target', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 2, maxLength: 14 }), (parts) => {
        const text = `${parts.join('')}。`
        for (const target of targetsOf(text)) {
          const { metric, quantity } = measureOf(text, target)
          let at = target.start
          for (const { start, end } of metric) {
            expect(start).toBeGreaterThanOrEqual(at)
            expect(end).toBeGreaterThan(start)
            at = end
          }
          expect(at).toBeLessThanOrEqual(target.end)
          if (quantity === null || target.operator === 'coverage') continue
          expect(metric.every(({ start, end }) => end <= quantity.start || start >= quantity.end)).toBe(true)
        }
      }),
      { numRuns: 400 }
    )
  })

  it('one thing written in several ways has one key, and a unit one form', () => {
    expect(metricKey('全省 “平安”床位')).toBe(metricKey('平安床位'))
    expect(metricKey('城市低保标准')).not.toBe(metricKey('农村低保标准'))
    expect(unitKey('％')).toBe(unitKey('%'))
    expect(unitKey(null)).toBe('')
  })
})

function metricsOf(report: Report): string[] {
  return report.targets.map((target) =>
    measureOf(report.text, target)
      .metric.map(({ start, end }) => report.text.slice(start, end))
      .join('…')
  )
}
