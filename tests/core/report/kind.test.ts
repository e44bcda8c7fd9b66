import { describe, expect, it } from 'vitest'
import { readClauses } from '#core/report/clauses.ts'
import { readKinds } from '#core/report/kind.ts'
import { readOutline } from '#core/report/outline.ts'
import { articleOf } from './invented-article.ts'

// Every sentence of this file is invented (虚构样例).

/** `review 去年新增床位三百张。`: each sentence with the kind of its clauses, which is one. */
function kindsOf(text: string): string[] {
  const article = articleOf(text)
  const clauses = readClauses(text)
  const kinds = readKinds(article, clauses, readOutline(article))
  const sentences: { kinds: Set<string>; text: string }[] = []
  let isNew = true
  clauses.forEach(({ start, end, endsSentence }, index) => {
    if (isNew) sentences.push({ kinds: new Set(), text: '' })
    const sentence = sentences.at(-1)!
    sentence.kinds.add(kinds[index]!)
    sentence.text += text.slice(start, end).trim()
    isNew = endsSentence
  })
  return sentences.map((sentence) => `${[...sentence.kinds].join('/')} ${sentence.text}`)
}

describe('a report of a meeting', () => {
  it('opens with procedure and then demands', () => {
    expect(
      kindsOf(
        '3月2日，云溪省民政工作会议在临江召开，副省长张三出席会议并讲话。会议强调，各地要守住底线。一是摸清对象。逐户走访，建立台账。各市分管负责人在分会场参加会议。'
      )
    ).toEqual([
      'procedure 3月2日，云溪省民政工作会议在临江召开，副省长张三出席会议并讲话。',
      'plan 会议强调，各地要守住底线。',
      'plan 一是摸清对象。',
      'plan 逐户走访，建立台账。',
      'procedure 各市分管负责人在分会场参加会议。'
    ])
  })

  it('tells what was done under 指出 and what is to be done under 要求', () => {
    expect(
      kindsOf('5月6日，全省养老服务推进会召开。\n会议指出，去年全省新增床位三千一百二十张，老年食堂实现了乡镇全覆盖。\n会议要求，各地要管好用好老年食堂。')
    ).toEqual([
      'procedure 5月6日，全省养老服务推进会召开。',
      'review 会议指出，去年全省新增床位三千一百二十张，老年食堂实现了乡镇全覆盖。',
      'plan 会议要求，各地要管好用好老年食堂。'
    ])
  })

  it('calls doctrine and significance framing', () => {
    const kinds = kindsOf(
      '6月1日，全市民政会议召开。\n张三强调，要深刻领会党的二十大精神，坚决做到“两个维护”。坚持以习近平新时代中国特色社会主义思想为指导，开创民政事业新局面。今年是规划实施的关键之年，做好民政工作意义重大。\n要办好老年食堂，延长开放时间。'
    )
    expect(kinds.map((kind) => kind.split(' ')[0])).toEqual(['procedure', 'framing', 'framing', 'framing', 'plan'])
  })

  it('takes up the plan with 下一步 and lays it down with the paragraph', () => {
    const kinds = kindsOf(
      '近年来，临江区在社区设立了互助小屋，老人有了去处。\n下一步，临江区将增设小屋，培训志愿者。\n社区居民李四每天到小屋下棋。'
    )
    expect(kinds.map((kind) => kind.split(' ')[0])).toEqual(['review', 'plan', 'review'])
  })
})

describe('a work report', () => {
  const report = [
    '各位代表：',
    '现在，我代表省人民政府，向大会报告工作，请予审议。',
    '一、上年工作回顾',
    '推进养老设施建设，改造食堂，培训护理员。',
    '工作中还存在不少短板，设施布局不够均衡。',
    '在此，我代表省人民政府，向全省人民表示衷心的感谢！',
    '二、今后五年的总体要求',
    '坚持以习近平新时代中国特色社会主义思想为指导，稳中求进。',
    '三、今年重点工作',
    '推进养老设施建设，改造食堂，培训护理员。',
    '坚持民生为大的理念，让发展更有温度。',
    '附件',
    '名词解释',
    '互助小屋：指社区里供老人歇脚的场所。'
  ].join('\n')

  it('gives the same words another kind in another part', () => {
    const kinds = kindsOf(report).filter((line) => line.includes('培训护理员'))
    expect(kinds.map((kind) => kind.split(' ')[0])).toEqual(['review', 'plan'])
  })

  it('knows addresses, thanks, problems, guidelines and glossaries', () => {
    const kinds = kindsOf(report)
    expect(kinds).toContain('procedure 各位代表：')
    expect(kinds).toContain('procedure 现在，我代表省人民政府，向大会报告工作，请予审议。')
    expect(kinds).toContain('review 工作中还存在不少短板，设施布局不够均衡。')
    expect(kinds).toContain('procedure 在此，我代表省人民政府，向全省人民表示衷心的感谢！')
    expect(kinds).toContain('framing 坚持以习近平新时代中国特色社会主义思想为指导，稳中求进。')
    expect(kinds).toContain('framing 坚持民生为大的理念，让发展更有温度。')
    expect(kinds.at(-1)).toBe('procedure 互助小屋：指社区里供老人歇脚的场所。')
  })

  it('finds where a part with both in its heading turns to what comes', () => {
    const kinds = kindsOf(
      '一、“十四五”发展成就和“十五五”主要目标\n改造食堂，培训护理员。\n“十五五”时期，推进食堂连锁经营。\n扩大护理员培训。\n二、今年重点工作\n办好食堂。'
    )
    expect(kinds.slice(1, 4).map((kind) => kind.split(' ')[0])).toEqual(['review', 'plan', 'plan'])
  })

  it('tells two years side by side apart', () => {
    const kinds = kindsOf('一、2031年工作\n改造食堂，培训护理员。\n二、2032年工作\n改造食堂，培训护理员。')
    expect(kinds.filter((line) => line.includes('食堂')).map((kind) => kind.split(' ')[0])).toEqual(['review', 'plan'])
  })
})

describe('a sentence alone', () => {
  it.each([
    ['新增助餐点1873个，服务老人增长11.4%。', 'review'],
    ['新增助餐点2000个以上，服务老人增长10%左右。', 'plan'],
    ['助餐网络持续完善，老人满意度明显提升。', 'review'],
    ['持续完善助餐网络，提升老人满意度。', 'plan'],
    ['民政部门将新建食堂，培训护理员。', 'plan'],
    ['各地必须在年底前完成改造。', 'plan'],
    ['全市养老服务设施建设加快推进，助餐网络进一步织密。', 'review'],
    ['云溪区互助小屋建成投用。', 'review'],
    ['入选全国首批试点的社区增至43个。', 'review'],
    ['一年来，加强队伍建设，规范机构管理，推进助餐服务。', 'review'],
    ['投诉办结率达97.6%，居全国第3位。', 'review'],
    ['探访网络还不够健全，护理员数量不足。', 'review'],
    ['行业标准得到完善，老人满意度稳步提高。', 'review'],
    ['培训护理员4326人次。', 'review'],
    ['我们用心用情为老人办实事，让助餐车开进了山村。', 'review'],
    ['完善助餐网络，健全探访制度，提升护理能力。', 'plan'],
    ['到2035年，助餐网络更加完善。', 'plan'],
    ['今年，支持社会力量兴办助餐点。', 'plan'],
    ['每个街道至少建成1个助餐点。', 'plan'],
    ['希望广大护理员爱岗敬业。', 'plan'],
    ['力争持证率提高到九成。', 'plan'],
    ['“十六五”期间，培训护理员。', 'plan'],
    ['把困难老人的事办好，关心困难群众生活。', 'plan'],
    ['打造更多助餐品牌。', 'plan'],
    ['将投诉办理时限控制在3天以内。', 'plan']
  ])('%s is %s', (sentence, kind) => {
    expect(kindsOf(sentence)).toEqual([`${kind} ${sentence}`])
  })
})

it('has one kind for each clause of any text', () => {
  for (const text of ['', '。', '要。', '会议强调，', '\n\n', '一、\n二、']) {
    const clauses = readClauses(text)
    expect(readKinds(articleOf(text), clauses, [])).toHaveLength(clauses.length)
  }
})
