import { describe, expect, it } from 'vitest'
import { readDate, type DateEvidence } from '#core/report/date.ts'
import { fileNameYear, periodYear } from '#core/report/year.ts'

const read = (text: string, more: Partial<DateEvidence> = {}): string => {
  const date = readDate({ title: '', text, publication: [], around: [], fileName: '', isWorkReport: false, ...more })
  return date === null ? 'none' : `${date.asWritten} ${date.iso ?? '?'} ${date.yearBasis}`
}

describe('the day of a report (虚构样例)', () => {
  it('opens the lead', () => {
    expect(read('2023年3月15日，全市社会救助工作会议召开。')).toBe('2023年3月15日 2023-03-15 text')
    expect(read('二〇二四年六月三日，全省会议召开。')).toBe('二〇二四年六月三日 2024-06-03 text')
    expect(read('２０２４年６月３日，全省会议召开。')).toBe('２０２４年６月３日 2024-06-03 text')
  })

  it('may stand behind an opening clause, in brackets, or run over several days', () => {
    expect(read('为认真贯彻落实《公告》（某部2025年第4号公告），11月5日，省发展改革委召开座谈会。')).toBe('11月5日 ? none')
    expect(read('某办公室今天（9月12日）举行发布会。')).toBe('9月12日 ? none')
    expect(read('10月25日至26日，某部召开现场会。')).toBe('10月25日至26日 ? none')
    expect(read('12月3日-4日，某省召开座谈会。')).toBe('12月3日-4日 ? none')
    expect(read('19日下午，全市推进会召开。')).toBe('19日下午 ? none')
    expect(read('全国会议24日在京召开。')).toBe('24日 ? none')
    expect(read('本报杭州2023年2月9日电 8日，座谈会召开。')).toBe('8日 2023-02-08 text')
  })

  it('is not that of another meeting, a speech, a document, a deadline or a period', () => {
    expect(read('会议传达2月3日召开的全国会议精神。2月10日，全省民政会议召开。')).toBe('2月10日 ? none')
    expect(read('王某主持会议，传达学习4·13重要讲话精神。')).toBe('none')
    expect(read('截至10月31日，项目全部开工。')).toBe('none')
    expect(read('本办法自2023年5月1日起施行。')).toBe('none')
    expect(read('1-10月全省投资平稳。2023年6月总书记亲临考察。')).toBe('none')
    expect(read('她1995年来到社区。2001年，社区改名。')).toBe('none')
  })

  it('is that of the signature for a document, of the delivery for a work report', () => {
    expect(read('各市民政局：\n现予印发。\n某省民政厅\n2023年3月15日')).toBe('2023年3月15日 2023-03-15 text')
    expect(read('——二〇二六年一月二十七日在某省第十四届人民代表大会第四次会议上\n省长张三\n各位代表：', { isWorkReport: true })).toBe('二〇二六年一月二十七日 2026-01-27 text')
    expect(read('各位代表：现在报告工作。', { title: '2026年某省政府工作报告', isWorkReport: true })).toBe('2026年 2026 text')
  })

  it('stands in brackets at the end of the headline or below it', () => {
    expect(read('10月22日至24日，某会议举行。2023年指数为165.3。', { title: '样例新闻(20241026)' })).toBe('20241026 2024-10-26 text')
    expect(read('某省民政厅厅长 张晨\n同志们：', { title: '在全省会议上的讲话（2024年1月18日）' })).toBe('2024年1月18日 2024-01-18 text')
    expect(read('（2024年1月18日）\n某省民政厅厅长 张晨\n同志们：')).toBe('2024年1月18日 2024-01-18 text')
  })

  it('is kept as written where it is vague', () => {
    expect(read('近日，某厅下达2026年资金。')).toBe('近日 ? none')
    expect(read('某部日前印发通知。')).toBe('日前 ? none')
    expect(read('社区推进改造。今年，近日新命名的道路挂牌。')).toBe('none')
  })
})

describe('the year of a day without one (虚构样例)', () => {
  it('follows the year a spring meeting looks back on', () => {
    expect(read('2月10日，全省会议召开。会议指出，2022年，全省民政系统取得明显成效。')).toBe('2月10日 2023-02-10 text')
    expect(read('1月12日，会议召开。会议总结2023年工作，部署2024年任务。')).toBe('1月12日 2024-01-12 text')
  })

  it('takes the last year of a plan as past only where its work is told', () => {
    expect(read('1月18日，会议开幕。2025年是“十四五”收官之年，全州深入推进，各项事业取得新成效。')).toBe('1月18日 2026-01-18 text')
    expect(read('1月18日，会议开幕。2025年是“十四五”收官之年，做好今年工作意义重大。')).toBe('1月18日 ? none')
  })

  it('comes before the year an autumn meeting plans', () => {
    expect(read('11月15日，调度会召开。坚决打好收官战，持续谋划2026年项目储备。')).toBe('11月15日 2025-11-15 text')
    expect(read('12月5日，会议召开。会议强调，要谋划好2025年工作。')).toBe('12月5日 2024-12-05 text')
  })

  it('is the one whose goals are still to be reached', () => {
    expect(read('11月12日，调度会召开。坚决完成2025年目标任务。')).toBe('11月12日 2025-11-12 text')
    expect(read('7月12日，推进会召开。确保完成2025年各项目标。')).toBe('7月12日 2025-07-12 text')
    expect(read('12月28日，会议召开。确保完成2025年目标任务。')).toBe('12月28日 ? none')
  })

  it('is that of the headline, of the publication, or just before it', () => {
    expect(read('1月30日，会议召开。', { title: '2024年全省民政工作会议召开' })).toBe('1月30日 2024-01-30 text')
    expect(read('12月30日，会议召开。', { publication: ['发布时间：2023-01-03 09:10'] })).toBe('12月30日 2022-12-30 text')
  })

  it('is fixed by a plan period or an anniversary', () => {
    expect(read('3月1日，会议召开。今年是“十四五”规划开局之年。')).toBe('3月1日 2021-03-01 period')
    expect(periodYear('今年是“十四五”规划收官之年', 6)).toBe(2025)
    expect(periodYear('今年是“十五五”开局之年', 6)).toBe(2026)
    expect(periodYear('今年是“十五”计划开局之年', 6)).toBe(2001)
    expect(periodYear('喜迎新中国成立75周年', 6)).toBe(2024)
    expect(read('12月3日，某省召开“十五五”新兴产业发展规划编制工作座谈会。')).toBe('12月3日 2025-12-03 period')
    expect(read('1月3日，某省召开“十五五”新兴产业发展规划编制工作座谈会。')).toBe('1月3日 ? none')
    expect(read('10月9日，会议召开。坚决打好“十四五”收官战。')).toBe('10月9日 2025-10-09 period')
  })

  it('may be in the file name, but not in the digits of a hash', () => {
    expect(read('2月8日，会议召开。', { fileName: '某省2024年.txt' })).toBe('2月8日 2024-02-08 file-name')
    expect(fileNameYear('000_8620195d94934d53.txt')).toBeNull()
    expect(fileNameYear('20230210_某省.docx')).toBe(2023)
  })

  it('is told by an event that bears its year, by a count just made, by a festival ahead', () => {
    expect(read('11月21日，2024某地养老合作大会举行。')).toBe('11月21日 2024-11-21 text')
    expect(read('8月30日，副市长调研社区助餐。截至2024年7月末，建成助餐点22个。')).toBe('8月30日 2024-08-30 text')
    expect(read('1月5日，会议召开。截至2024年11月末，建成22个。')).toBe('1月5日 2025-01-05 text')
    expect(read('12月27日，会议召开，2023年元旦春节期间要落实值班。')).toBe('12月27日 2022-12-27 text')
    expect(read('11月12日，召开2025年第二次会议。')).toBe('11月12日 2025-11-12 text')
    expect(read('2月8日，会议召开。2024年是实现规划目标的关键一年。')).toBe('2月8日 2024-02-08 text')
  })

  it('is not guessed from history, deadlines, documents or budgets', () => {
    expect(read('11月10日，报告会举行。2004年以来，团队不断扩大。')).toBe('11月10日 ? none')
    expect(read('2月8日，会议召开。到2025年每个县设有中心。')).toBe('2月8日 ? none')
    expect(read('5月8日，会议召开。贯彻《2024年工作要点》。')).toBe('5月8日 ? none')
  })
})
