import { describe, expect, it } from 'vitest'
import { buildGazetteer } from '#core/places/gazetteer.ts'
import { readJurisdiction } from '#core/report/jurisdiction.ts'
import { divisions } from '../../../src-main/host/divisions.ts'

const gazetteer = buildGazetteer(divisions)

const read = (title: string, text: string, more: { attribution?: string; fileName?: string; documentNumber?: string } = {}): string => {
  const evidence = { title, text, around: [], attribution: null, fileName: '', officialTitles: [], ...more }
  const found = readJurisdiction(evidence, gazetteer)
  return found === null ? 'none' : `${found.name} (${found.level === 'national' ? 'national' : found.province!.name}, ${found.basis})`
}

describe('whose a report is (虚构样例)', () => {
  it('is said by its headline', () => {
    expect(read('浙江召开全省民政工作座谈会', '会议在杭州召开。')).toBe('浙江省 (浙江省, title)')
    expect(read('四川凉山州越西县：社区新生活', '')).toBe('越西县 (四川省, title)')
    expect(read('陕西省民政厅赴山西考察', '山西省民政厅陪同。')).toBe('陕西省 (陕西省, title)')
    expect(read('辽宁夏日养老服务季启动', '')).toBe('辽宁省 (辽宁省, title)')
  })

  it('is the first host’s where several act together, nobody’s where they stand side by side', () => {
    expect(read('河南省发展改革委联合国家发展改革委某中心召开座谈会', '')).toBe('河南省 (河南省, title)')
    expect(read('江苏省民政厅与上海市民政局签署协议', '')).toBe('江苏省 (江苏省, title)')
    expect(read('江苏、浙江联合召开会议', '江苏省民政厅、浙江省民政厅参加。')).toBe('none')
  })

  it('is the nation’s where a ministry speaks, also from a province', () => {
    expect(read('民政部在浙江召开现场推进会', '10月25日，民政部在浙江杭州召开现场会。')).toBe('全国 (national, title)')
    expect(read('我国规范命名乡村地名', '今年，广东省完成排查。浙江德清推广经验。')).toBe('全国 (national, title)')
    expect(read('部署救助工作', '民政部日前印发通知，要求各地落实。')).toBe('全国 (national, body)')
  })

  it('is not the nation’s where a province without its name passes on a ministry’s words', () => {
    expect(read('省民政厅转发民政部通知', '通知要求抓好落实。')).toBe('none')
    expect(read('全国民政系统先进表彰 我省多人上榜', '近日，表彰名单公布。', { attribution: '湖南日报' })).toBe('湖南省 (湖南省, attribution)')
  })

  it('is not the nation’s where a city only studies national words', () => {
    expect(read('市民政局召开党组会', '3月4日，市民政局召开会议，传达学习全国两会精神。')).toBe('none')
  })

  it('is read from the lead where the headline names nobody', () => {
    expect(read('座谈会召开', '2月8日，湖北省召开全省民政工作会议。')).toBe('湖北省 (湖北省, dateline)')
    expect(read('全省会议召开', '1月12日，全省民政工作会议在南京召开。')).toBe('江苏省 (江苏省, dateline)')
    expect(read('自治区会议召开', '4月2日，自治区党委社会工作部在呼和浩特召开会议。')).toBe('内蒙古自治区 (内蒙古自治区, dateline)')
    expect(read('全市会议召开', '2月9日，会议在温州召开，全市各地参加。我市民政事业稳步发展。')).toBe('温州市 (浙江省, dateline)')
  })

  it('is not that of a place visited, cited or part of another name', () => {
    expect(read('省委召开会议', '10月20日，省委工作会议在成都召开。会议贯彻中央第六次西藏工作座谈会精神。')).toBe('四川省 (四川省, dateline)')
    expect(read('开展义诊', '近日，四川大学华西医院专家开展义诊，西藏自治区民政厅协助。')).toBe('西藏自治区 (西藏自治区, body)')
  })

  it('is nobody’s where many provinces are shown', () => {
    expect(read('多彩活动庆重阳', '各地举办活动。在江苏南京，老人游园。在四川广元，老人登城。河北阜城举办演唱会。')).toBe('none')
  })

  it('is the one that says 我省 among several', () => {
    expect(read('对口协作进展顺利', '近年来，我省支援新疆和田。省民政厅、安徽省财政厅出台政策，安徽全省共办项目。')).toBe('安徽省 (安徽省, body)')
  })

  it('comes from the congress of a work report', () => {
    expect(read('政府工作报告', '——2019年3月4日在呼伦贝尔市海拉尔区第十五届人民代表大会第三次会议上\n区长 张三\n各位代表：')).toBe('海拉尔区 (内蒙古自治区, dateline)')
    expect(read('政府工作报告', '——1999年3月5日在第九届全国人民代表大会第二次会议上')).toBe('全国 (national, dateline)')
  })

  it('may come from the source line or the file name', () => {
    expect(read('我市召开推进会', '19日下午，全市推进会召开。', { attribution: '温州市民政局' })).toBe('温州市 (浙江省, attribution)')
    expect(read('会议召开', '会议要求抓好落实。', { attribution: '湖北日报' })).toBe('湖北省 (湖北省, attribution)')
    expect(read('会议召开', '会议要求抓好落实。', { fileName: '湖南省2024年.txt' })).toBe('湖南省 (湖南省, file-name)')
    expect(read('会议召开', '会议要求抓好落实。')).toBe('none')
  })

  it('is the nation’s where the headline has only the venue', () => {
    expect(read('基本养老服务现场会在杭州召开', '10月25日，民政部在浙江省杭州市召开现场会。')).toBe('全国 (national, body)')
    expect(read('全省养老服务现场会在杭州召开', '10月25日，现场会召开，省民政厅主持。')).toBe('浙江省 (浙江省, title)')
  })

  it('is shown by the province’s character in the document’s number, where nothing else tells', () => {
    expect(read('关于做好发放工作的通知', '各设区市民政局：现将有关事项通知如下。', { documentNumber: '苏民助〔2024〕5号' })).toBe('江苏省 (江苏省, attribution)')
    expect(read('关于做好发放工作的通知', '现将有关事项通知如下。', { documentNumber: '温民〔2024〕5号' })).toBe('none')
  })

  it('is nobody’s where a list of places only follows 在', () => {
    expect(read('宣讲团在各地宣讲', '宣讲团12月9日分别在辽宁、安徽、湖南、青海等地宣讲。')).toBe('none')
  })

  it('may be a short name by itself, where a headline opens with it', () => {
    expect(read('德清：让地名更好找', '走进乡村，路牌一新。')).toBe('德清县 (浙江省, title)')
    expect(read('兵团民政局召开座谈会', '会议强调抓好落实。')).toBe('新疆生产建设兵团 (新疆生产建设兵团, title)')
    expect(read('建设大同世界', '安康是福。')).toBe('none')
  })

  it('is the Corps’ own', () => {
    expect(read('兵团民政工作会议召开', '2月20日，兵团民政工作会议在乌鲁木齐召开。')).toBe('新疆生产建设兵团 (新疆生产建设兵团, title)')
    expect(read('新疆生产建设兵团民政局召开座谈会', '')).toBe('新疆生产建设兵团 (新疆生产建设兵团, title)')
  })
})
