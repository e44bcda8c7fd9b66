import { describe, expect, it } from 'vitest'
import { buildGazetteer } from '#core/places/gazetteer.ts'
import { readMeeting, readPlace } from '#core/report/meeting.ts'
import { divisions } from '../../../src-main/host/divisions.ts'

const gazetteer = buildGazetteer(divisions)

describe('the meeting of a report (虚构样例)', () => {
  const meeting = (text: string, title = '') => readMeeting(title, text, [])

  it('is what is held, or what takes place', () => {
    expect(meeting('2月8日，某省召开全省民政工作会议，总结工作。')).toBe('全省民政工作会议')
    expect(meeting('2月10日，某省民政工作座谈会在杭州召开，副省长出席会议并讲话。')).toBe('某省民政工作座谈会')
    expect(meeting('某办今天（9月12日）举行“权威部门说开局”系列主题新闻发布会，介绍情况。')).toBe('“权威部门说开局”系列主题新闻发布会')
  })

  it('has its name in the headline where the lead only counts', () => {
    expect(meeting('12月3日，某委组织召开3场座谈会。', '某委召开某省规划编制工作座谈会')).toBe('某省规划编制工作座谈会')
  })

  it('of a work report is the congress', () => {
    expect(meeting('——2026年2月5日在某省第十四届人民代表大会第四次会议上')).toBe('某省第十四届人民代表大会第四次会议')
  })

  it('is none where a text only tells of work, or of the meetings of others', () => {
    expect(meeting('社区推进改造。居民参与议事。')).toBeNull()
    expect(meeting('项目进展顺利。年初以来推动工作。深入开展调研，召开各类座谈会听取意见。')).toBeNull()
    expect(meeting('深入学习贯彻党的二十届四中全会精神，推动工作。')).toBeNull()
  })
})

describe('the place of a meeting (虚构样例)', () => {
  const place = (text: string) => readPlace('', text, gazetteer)

  it('is as written', () => {
    expect(place('座谈会在杭州召开。')).toBe('杭州')
    expect(place('某部在贵州省遵义市组织召开现场会。')).toBe('贵州省遵义市')
    expect(place('会议在京举行。')).toBe('北京')
    expect(place('报告会在人民大会堂联合举行。')).toBe('人民大会堂')
  })

  it('is none where the words say how, not where', () => {
    expect(place('会议以视频会议形式召开。')).toBeNull()
    expect(place('在第三次会议上召开座谈。')).toBeNull()
  })
})
