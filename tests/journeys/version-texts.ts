/** 虚构样例: two invented reports of one province in two years. Nothing of this was ever said. */

const lead = (year: number, day: string): string => `${year}年${day}，浙江省民政工作会议在杭州召开。会议总结上年工作，部署今年任务。`
const relief = '会议强调，要健全分层分类的社会救助体系，为困难群众发放生活补贴，及时把符合条件的家庭纳入低保。'
const same = ['要推进殡葬移风易俗，倡导节地生态安葬，整治违规建设墓地。', '要做好流浪乞讨人员救助管理，加强站点值守，落实寻亲服务。', '要加强区划地名管理，开展地名文化保护，规范设置地名标志。', '要优化婚姻登记服务，推行跨区域办理，倡导文明简约的婚俗。']
const care = (beds: string): string => `要持续提升养老服务质量，今年新增养老床位${beds}，建设老年助餐点300个，让老年人在家门口享受服务。`
const children = '要做好孤儿和事实无人抚养儿童保障，关爱农村留守儿童，建设未成年人保护工作站。'
const community = '要推进基层治理现代化，开展城乡社区服务能力提升行动，健全村居委会工作机制。'
const charity = '要培育发展慈善组织，规范慈善募捐行为，引导社会力量参与公益事业。'
const organizations = '要加强社会组织登记管理，开展清理整治专项行动，促进行业协会商会健康发展。'

const written = (...paragraphs: readonly string[]): string => ['浙江召开民政工作会议', ...paragraphs].join('\n')

export const reportOf2022 = written(lead(2022, '2月11日'), relief, ...same, care('2.5万张'), community, charity, children)
export const reportOf2023 = written(lead(2023, '2月10日'), children, relief, ...same, care('3万张'), community.replace('能力提升', '质量提升'), organizations)
