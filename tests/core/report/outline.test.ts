import { describe, expect, it } from 'vitest'
import { readOutline } from '#core/report/outline.ts'
import type { OutlineEntry } from '#core/report/report.ts'
import { articleOf } from './invented-article.ts'

// Every sentence of this file is invented (虚构样例).

const outlineOf = (text: string) => readOutline(articleOf(text))
const shown = (entries: readonly OutlineEntry[]) => entries.map(({ level, label, heading }) => `${level} ${label}${label && ' '}${heading}`)
const stretches = (text: string) => outlineOf(text).map(({ start, end }) => text.slice(start, end).trim())

describe('numbered outlines', () => {
  it('nests the usual styles as they come in this document', () => {
    const text = [
      '一、去年工作回顾',
      '（一）救助网络更密。新增帮办点九处。',
      '1.摸排对象。逐户走访。',
      '2.建立台账。按月更新。',
      '（二）养老设施更多。改造食堂七所。',
      '二、今年工作安排',
      '（一）办好食堂。延长开放时间。',
      '（二）修好道路。方便老人出行。'
    ].join('\n')
    expect(shown(outlineOf(text))).toEqual([
      '1 一、 去年工作回顾',
      '2 （一） 救助网络更密',
      '3 1. 摸排对象',
      '3 2. 建立台账',
      '2 （二） 养老设施更多',
      '1 二、 今年工作安排',
      '2 （一） 办好食堂',
      '2 （二） 修好道路'
    ])
  })

  it('ends an entry where the next of the same or an outer level begins', () => {
    const text = '一、回顾\n（一）做了甲。\n（二）做了乙。\n二、安排\n要做丙。'
    expect(stretches(text)).toEqual(['一、回顾\n（一）做了甲。\n（二）做了乙。', '（一）做了甲。', '（二）做了乙。', '二、安排\n要做丙。'])
  })

  it('reads 一是…二是… inside a paragraph, and 一要 followed by 二是要', () => {
    expect(shown(outlineOf('会议强调，要抓三件事：一是摸清底数，逐村登记。二是补齐短板；三是管好资金。'))).toEqual([
      '1 一是 摸清底数',
      '1 二是 补齐短板',
      '1 三是 管好资金'
    ])
    expect(shown(outlineOf('一要统一思想。二是要压实责任。三要强化督导。'))).toEqual(['1 一要 统一思想', '1 二是 压实责任', '1 三要 强化督导'])
  })

  it('counts the runs of a style: a restart at one is a new run', () => {
    const runs = outlineOf('一是增加床位。二是培训护理员。\n会议要求，抓好两件事。一是定责任。二是定时限。').map(({ label, run }) => `${label}${run}`)
    expect(runs).toEqual(['一是1', '二是1', '一是2', '二是2'])
  })

  it('ends a list where the meeting takes the word again', () => {
    const text = '一是增加床位。\n二是培训护理员。会议要求，各地要抓紧办理。'
    expect(stretches(text)[1]).toBe('二是培训护理员。')
  })

  it('lets the last item have as many paragraphs as the others', () => {
    const text = '一是办好食堂。\n延长开放时间。\n二是修好道路。\n方便老人出行。\n全市还评选了好邻居。'
    expect(stretches(text)).toEqual(['一是办好食堂。\n延长开放时间。', '二是修好道路。\n方便老人出行。'])
  })

  it('reads 第一，…第二，… and 首先…其次…最后…', () => {
    expect(shown(outlineOf('第一，把人找准。第二，把钱发到。'))).toEqual(['1 第一， 把人找准', '1 第二， 把钱发到'])
    expect(shown(outlineOf('首先，把人找准。其次，把钱发到。最后，把账算清。'))).toEqual(['1 首先， 把人找准', '1 其次， 把钱发到', '1 最后， 把账算清'])
  })

  it('reads （1） and ① and dashes', () => {
    expect(shown(outlineOf('（1）把人找准。\n（2）把钱发到。'))).toEqual(['1 （1） 把人找准', '1 （2） 把钱发到'])
    expect(shown(outlineOf('①把人找准；②把钱发到。'))).toEqual(['1 ① 把人找准', '1 ② 把钱发到'])
    expect(shown(outlineOf('——把人找准，不漏一户。\n——把钱发到，不迟一天。'))).toEqual(['1 —— 把人找准', '1 —— 把钱发到'])
  })

  it('does not take other ones for labels', () => {
    expect(outlineOf('第一产业稳定。第二产业回升。')).toEqual([])
    expect(outlineOf('工作讲究一是一、二是二。其中之一是食堂。')).toEqual([])
    expect(outlineOf('1.2万张床位已经投用。\n2.8小时内送达。')).toEqual([])
    expect(outlineOf('一、二线城市都有试点。')).toEqual([])
    expect(outlineOf('（2025年）床位达到九百张。')).toEqual([])
  })
})

describe('headings on lines of their own', () => {
  const body = '全市新增助餐点十九处，改造老旧床位三百张，群众反映较好。'

  it('are entries without a label', () => {
    expect(shown(outlineOf(`上年工作回顾\n${body}\n本年工作安排\n${body}`))).toEqual(['1 上年工作回顾', '1 本年工作安排'])
  })

  it('are nested where they come under a number', () => {
    expect(shown(outlineOf(`一、民生\n大力发展养老。\n${body}\n完善社会救助。\n${body}\n二、其他\n${body}`))).toEqual([
      '1 一、 民生',
      '2 大力发展养老',
      '2 完善社会救助',
      '1 二、 其他'
    ])
  })

  it('an annex closes everything before it', () => {
    expect(shown(outlineOf(`一、民生\n${body}\n二、其他\n${body}\n附件1\n${body}`)).at(-1)).toBe('1 附件1')
  })

  it('are not salutations, dates, speakers or sentences', () => {
    expect(outlineOf(`各位代表：\n${body}`)).toEqual([])
    expect(outlineOf(`2031年1月5日在第九届代表大会上\n${body}`)).toEqual([])
    expect(outlineOf(`某某省省长 张三\n${body}`)).toEqual([])
  })
})

describe('parallel runs without numbers', () => {
  it('are sentences that open alike', () => {
    const text = '要聚焦兜底，摸清对象。要聚焦养老，增加床位。要聚焦治理，减轻负担。散会后各地抓紧落实。'
    expect(shown(outlineOf(text))).toEqual(['1 聚焦兜底', '1 聚焦养老', '1 聚焦治理'])
    expect(stretches(text).at(-1)).toBe('要聚焦治理，减轻负担。')
  })

  it('are clauses of one sentence, one level deeper than the sentence', () => {
    const text = '要聚焦兜底，着力摸清对象，着力发放到位，着力管好资金。要聚焦养老，增加床位。要聚焦治理，减轻负担。'
    expect(shown(outlineOf(text))).toEqual(['1 聚焦兜底', '2 着力摸清对象', '2 着力发放到位', '2 着力管好资金', '1 聚焦养老', '1 聚焦治理'])
  })

  it('are parts between semicolons', () => {
    const text = '牢牢把握重点，抓实救助；牢牢把握难点，抓实养老；牢牢把握堵点，抓实殡葬。'
    expect(stretches(text)).toEqual(['牢牢把握重点，抓实救助；', '牢牢把握难点，抓实养老；', '牢牢把握堵点，抓实殡葬。'])
  })

  it('need three that open with a verb', () => {
    expect(outlineOf('着力摸清对象，着力发放到位。')).toEqual([])
    expect(outlineOf('民政干部走村，民政热线开通，民政大厅延时。')).toEqual([])
  })
})

it('never throws and never leaves the text', () => {
  for (const text of ['', '一', '一、', '（', '——', '一是二是', '第一，', '一、\n二、\n', '。。。', '要聚焦。要聚焦。要聚焦。']) {
    for (const { start, end } of outlineOf(text)) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeLessThanOrEqual(text.length)
      expect(end).toBeGreaterThan(start)
    }
  }
})
