import { describe, expect, it } from 'vitest'
import { codedStatements } from './coded-article.ts'

// Every sentence of this file is invented (虚构样例).

function themesOf(text: string): string[] {
  return [...new Set(codedStatements(text).flatMap(({ themes }) => themes.map(({ id }) => id)))].sort()
}

function cases(title: string, rows: readonly (readonly [sentence: string, ...themes: string[]])[]): void {
  describe(`${title}（虚构样例）`, () => {
    it.each(rows.map(([sentence, ...themes]) => ({ sentence, themes })))('$sentence', ({ sentence, themes }) => {
      expect(themesOf(sentence)).toEqual([...themes].sort())
    })
  })
}

cases('elderly care is care, not pensions, sectors or medicine', [
  ['健全县乡村三级养老服务网络，新建社区长者食堂三百家。', 'elderly_care'],
  ['为经济困难的失能老年人发放护理补贴。', 'elderly_care'],
  ['出台支持银发经济发展的十条措施。', 'elderly_care'],
  ['开展老年人居家适老化改造两万户。', 'elderly_care'],
  ['推进医养结合，公办养老机构护理型床位占比达到七成。', 'elderly_care'],
  ['积极应对人口老龄化。', 'elderly_care'],
  ['完善社区养老设施。', 'elderly_care'],
  ['提高城乡居民基础养老金，扩大企业年金覆盖面。'],
  ['完善城镇职工基本养老保险省级统筹。'],
  ['推行长期护理保险制度。'],
  ['培育文旅、养老、托育等服务消费新热点。'],
  ['壮大首店经济、银发经济、夜间经济等新业态。'],
  ['鼓励保险机构开发健康、养老、科技等领域产品。'],
  ['加强老年医学、儿科、麻醉等紧缺专科建设。'],
  ['做好科技金融、养老金融、数字金融大文章。']
])

cases('social assistance is a mechanism, not relief of disasters or a slogan', [
  ['城乡低保标准再提高百分之五。', 'social_assistance'],
  ['加强低收入人口动态监测，分层分类实施救助。', 'social_assistance'],
  ['开展街面救助，帮助流浪乞讨人员寻亲返乡。', 'social_assistance'],
  ['完善重特大疾病医疗救助制度。', 'social_assistance'],
  ['紧急转移并救助受灾群众三千人。', 'capacity_and_safety'],
  ['守牢不发生规模性返贫底线。'],
  ['加强普惠性、基础性、兜底性民生建设。'],
  ['兜牢基层“三保”底线。'],
  ['做好就业困难群体兜底帮扶。'],
  ['完善大病保险和失业保险政策。']
])

cases('community governance is self-government and community work, not every community', [
  ['健全村（居）民委员会议事协商制度。', 'community_governance'],
  ['深化村（社区）减负增效，规范出具证明事项。', 'community_governance'],
  ['坚持和发展新时代“枫桥经验”。', 'community_governance'],
  ['选优配强社区工作者队伍。', 'community_governance'],
  ['建成社区服务综合体二十个。', 'community_governance'],
  ['社区卫生服务中心全部开设儿科门诊。'],
  ['推进完整社区、零碳社区建设。'],
  ['支持开源社区建设，繁荣人工智能生态。'],
  ['抓好流域治理和扬尘治理。'],
  ['新建社区微花园三十处。']
])

cases('social organisations count as a subject, not as one actor of many', [
  ['加强社会组织登记管理和执法监督。', 'social_organizations'],
  ['推动行业协会商会改革发展。', 'social_organizations'],
  ['培育发展社区社会组织。', 'social_organizations'],
  ['动员企业、社会组织、个人参与乡村建设。'],
  ['加强对企业和行业协会、商会的联系服务。'],
  ['规范中介机构、行业协会、商会涉企收费。']
])

cases('children: care and protection, not schooling, health or crime', [
  ['提高孤儿和事实无人抚养儿童基本生活保障标准。', 'child_protection'],
  ['推动儿童福利机构转型为未成年人救助保护中心。', 'child_protection'],
  ['关爱农村留守儿童和困境儿童。', 'child_protection'],
  ['保障妇女儿童合法权益。', 'child_protection'],
  ['省儿童医院新院区投入使用。'],
  ['适龄儿童入园率达到百分之九十六。'],
  ['全面落实育儿补贴，惠及婴幼儿十万名。'],
  ['加强未成年人违法犯罪预防和治理。', 'capacity_and_safety'],
  ['为适龄妇女免费开展两癌筛查。']
])

cases('disability welfare, also under another heading', [
  ['落实残疾人两项补贴动态调整机制。', 'disability_welfare'],
  ['实施精康融合行动。', 'disability_welfare'],
  ['新增残疾人就业四千人。', 'disability_welfare'],
  ['为残疾儿童提供康复救助。', 'disability_welfare'],
  ['支持高校毕业生、退役军人、残疾人等重点群体就业。'],
  ['办好第九届残疾人运动会。']
])

cases('charity, lottery, funeral, marriage', [
  ['大力发展慈善事业，用好慈善信托。', 'charity'],
  ['发挥第三次分配作用。', 'charity'],
  ['开发公益性岗位五千个。'],
  ['办理公益诉讼案件百余件。'],
  ['规范福利彩票发行销售。', 'welfare_lottery'],
  ['体育彩票销量稳步增长。'],
  ['整治私彩赌博。'],
  ['加快城乡公益性公墓建设，推行节地生态安葬。', 'funeral'],
  ['整治殡葬领域不正之风和腐败问题。', 'party_leadership'],
  ['古墓葬群考古取得新发现。'],
  ['推进内地居民婚姻登记“跨省通办”。', 'marriage'],
  ['治理高额彩礼。', 'marriage'],
  ['倡导积极婚育观，完善生育支持政策。'],
  ['延长婚假，落实生育休假。']
])

cases('place names, social work, resettlement', [
  ['规范乡村地名命名，设置地名标志。', 'place_names'],
  ['稳妥推进行政区划调整，完成撤县设市。', 'place_names'],
  ['完善城市主体功能区布局。'],
  ['加强社会工作者队伍建设，发展志愿服务。', 'social_work'],
  ['向广大志愿者致以崇高敬意。'],
  ['做好水库移民后期扶持。', 'resettlement'],
  ['强化易地搬迁后续扶持。', 'resettlement'],
  ['推进地质灾害避险搬迁。', 'capacity_and_safety', 'resettlement'],
  ['探索外籍人才移民政策，优化移民管理服务。'],
  ['市级机关搬迁基本完成。']
])

cases('digital reform is of government, not of the economy', [
  ['加快数字政府建设，推动“高效办成一件事”提质扩面。', 'digital_reform'],
  ['推进政务服务一网通办。', 'digital_reform'],
  ['持续深化数字化改革。', 'digital_reform'],
  ['做大做强数字经济。'],
  ['发展智慧农业，建设智慧口岸。'],
  ['推出一批智慧城市应用场景。']
])

cases('party leadership and safety', [
  ['坚持以习近平新时代中国特色社会主义思想为指导。', 'party_leadership'],
  ['深刻领悟“两个确立”的决定性意义。', 'party_leadership'],
  ['锲而不舍落实中央八项规定精神。', 'party_leadership'],
  ['健全党建引领基层治理机制。', 'community_governance'],
  ['开展养老机构消防安全隐患排查。', 'capacity_and_safety', 'elderly_care'],
  ['提高防灾减灾救灾能力。', 'capacity_and_safety'],
  ['深化城镇燃气“一件事”全链条安全监管。', 'capacity_and_safety'],
  ['更好统筹发展和安全，增强群众安全感。'],
  ['保障粮食安全、能源安全、产业链安全。'],
  ['向消防救援队伍指战员表示衷心感谢。']
])

cases('a list that names causes one by one counts for each', [
  ['老龄、慈善、残疾人、社会组织等事业取得新进步。', 'charity', 'disability_welfare', 'elderly_care', 'social_organizations'],
  ['切实保障妇女、儿童、老年人、残疾人合法权益。', 'child_protection', 'disability_welfare', 'elderly_care'],
  ['引导支持社会组织、志愿服务、公益慈善健康发展。', 'charity', 'social_organizations', 'social_work'],
  ['教育、医疗、养老、住房等领域还有不少短板。']
])
