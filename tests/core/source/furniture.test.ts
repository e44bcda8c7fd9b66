import { describe, expect, it } from 'vitest'
import { furnitureKind } from '#core/source/furniture.ts'
import { divide, furnitureOf, paragraphsOf } from './division.ts'

const kindOf = (text: string) => furnitureKind(text, 0, text.length)

describe('a line that is furniture (虚构样例)', () => {
  it.each([
    ['reporter', ['■ 本报记者 李庆', '（记者 张三 通讯员 李四）', '本报记者 李 庆', '江西日报记者 张三', '作者：张三', '全媒体记者 张三 李四 文/图'.slice(0, 11)]],
    ['caption', ['张三作政府工作报告。本报记者 李四摄', '图为会议现场。（记者 张三 摄）']],
    ['attribution', ['（据江西省民政厅）', '来源：江西日报', '（来源：新华网）', '信息来源：省民政厅办公室']],
    ['publication-date', ['发布时间：2024-03-12 10:21', '时间：2026-02-11', '发布日期：2024年3月12日', '2024-03-12 10:21 来源：江西省民政厅', '江西省民政厅办公室 2024年3月5日印发']],
    ['editor', ['责任编辑：张三', '编辑：张三 审核：李四', '（责编 张三）', '责任编辑张三']],
    ['document-number', ['赣民发〔2024〕12号', '民发[2023]5号']],
    ['letterhead', ['江西省民政厅文件', '江西省人民政府办公厅文件']],
    ['addressee', ['各市、州、县民政局：', '各设区市人民政府，省政府各部门：', '抄送：省委办公厅。']],
    ['page-number', ['- 3 -', '—12—', '第3页', '第 3 页 共 12 页', '3/12']],
    ['continuation', ['（下转第4版）', '上接第1版', '（上接A1版）'.replace('A1版', '第一版')]],
    ['stray-mark', ['”', '】', '■', '————————', '\ufffd'.repeat(4096)]],
    ['site-furniture', ['首页 > 政务公开 > 工作动态', '【字号：', '字体：【大 中 小】', '打印', '上一篇：没有了', '当前位置：首页 > 新闻', '相关报道：', '版权所有：江西省民政厅', '浏览次数：321次']]
  ] as const)('%s', (kind, lines) => {
    for (const line of lines) expect(kindOf(line), line).toBe(kind)
  })

  it('is not made of words that only look like it', () => {
    const text = [
      '记者调研发现', '记者从省民政厅了解到', '本报讯', '来源多样的社会力量', '审核审定权全部下放', '编辑出版地名志', '第3页案例所示的做法很好', '承办了全国会议', '主办全省大赛',
      '各位代表：', '同志们：', '主要是：', '发布时间表和路线图', '分享发展成果', '2026年', '75％', '一、', '（一）', '附件：', '江西省民政厅', '2024年3月5日', '会议文件', '转型发展', '——2026', '2021—'
    ]
    for (const line of text) expect(kindOf(line), line).toBeNull()
  })
})

describe('furniture around a report (虚构样例)', () => {
  it('of a portal page is all told from the text', () => {
    const page = [
      '首页 > 政务公开 > 工作动态', '江西省民政厅召开全省养老服务工作推进会', '发布时间：2024-03-12 10:21 来源：江西省民政厅 浏览次数：321次', '字体：【大 中 小】 打印 分享到：',
      '　　3月11日，全省养老服务工作推进会在南昌市召开。', '　　会议强调，要健全养老服务网络。（记者 张三 通讯员 李 四）', '责任编辑：王五', '上一篇：没有了', '扫一扫在手机打开当前页'
    ]
    const [article] = divide(page.join('\n')).articles
    expect(paragraphsOf(article!)).toEqual(['3月11日，全省养老服务工作推进会在南昌市召开。', '会议强调，要健全养老服务网络。'])
    expect(furnitureOf(article!).map((each) => each.split(' ')[0])).toEqual([
      'site-furniture', 'publication-date', 'site-furniture', 'reporter', 'editor', 'site-furniture', 'site-furniture'
    ])
  })

  it('under 相关报道 at the end is a list of links; above another report it is not', () => {
    const report = ['江西召开民政工作会议', '2月2日，江西省民政工作会议在南昌召开，总结去年工作。', '相关报道：']
    expect(furnitureOf(divide([...report, '全省民政会议召开', '省民政厅举办培训班'].join('\n')).articles[0]!)).toHaveLength(3)
    expect(divide([...report, '安徽召开民政工作会议', '2月3日，安徽省民政工作会议在合肥召开。'].join('\n')).articles).toHaveLength(2)
  })

  it('of a menu on one line keeps the blanks between its words', () => {
    const [article] = divide('首页 机构概况 政务公开 互动交流\n江西召开民政工作会议\n2月2日，江西省民政工作会议在南昌召开。').articles
    expect(furnitureOf(article!)).toEqual(['site-furniture 首页 机构概况 政务公开 互动交流'])
  })

  it('of an official document leaves text, annex and signature', () => {
    const page = ['江西省民政厅文件', '', '赣民发〔2024〕12号', '', '关于进一步加强困难群众基本', '生活保障工作的通知', '', '各市、县民政局：', '', '　　现就有关事项通知如下。', '　　一、提高思想认识', '　　附件：工作安排表', '', '江西省民政厅', '2024年3月5日']
    const [article] = divide(page.join('\n')).articles
    expect(article!.title!.text).toBe('关于进一步加强困难群众基本生活保障工作的通知')
    expect(furnitureOf(article!)).toEqual(['letterhead 江西省民政厅文件', 'document-number 赣民发〔2024〕12号', 'addressee 各市、县民政局：'])
    expect(paragraphsOf(article!)).toEqual(['现就有关事项通知如下。', '一、提高思想认识', '附件：工作安排表', '江西省民政厅', '2024年3月5日'])
  })

  it('before the report: 本报讯 and 央视网消息 carry the dateline and stay in the text', () => {
    const [article] = divide('江西召开民政工作会议\n本报南昌2月3日讯（记者 张三）2月2日，全省民政工作会议召开。').articles
    expect(paragraphsOf(article!)).toEqual(['本报南昌2月3日讯（记者张三）2月2日，全省民政工作会议召开。'])
  })
})
