import { WordTable } from './kind-words.ts'

/**
 * Words by which official prose says, without naming a time, that something was done or is to be
 * done. The weights are quarters of what decides between two even readings; they were estimated on
 * the review and plan parts of some thirty work reports and rounded, with rarer words put beside the
 * common ones of their meaning. Longer words come before the shorter ones in them (`今年` is said
 * of aims, `今年以来` of results).
 */
export interface Cue {
  readonly word: string
  /** Above zero for what was done, below zero for what is to be done. */
  readonly weight: number
  /** Whether the word by itself says that it has happened or that it is wanted; null for a hint. */
  readonly says: 'past' | 'demand' | null
}

const PAST: Readonly<Record<number, string>> = {
  8: '过去一年 过去五年 过去的一年 过去的五年 一年来 五年来 几年来 今年以来 今年开局以来 今年上半年 年初以来 近年来 的五年 这五年',
  6: '累计',
  5: '成功举办 入选 获批 获评 荣获 斩获 喜获',
  4: '建成 成功 圆满 截至 同比 去年 以来 已经 已有 已建 已完 已成 已累 已实 已达 已全 曾 曾经 居全国 居国内 居世界 居全球 居首 名列 列入国家 纳入国家 获国务院 先进水平 首座 首条 首例 全部移交 居全省 位居 跃居 跃升 位列 稳居 列全国 全国第 全省第 跻身 上榜 蝉联 入围 登陆 摘得 被授予 被评为 获得全国 被命名为 被列为 评为 新高 增至 降至 增加到 建成投 投用 投入使用 投入运营 竣工 收官 涌现 揭牌 挂牌成立 首创 再获 通报表扬 转入',
  3: '新培育 出台 取得 成立 落户 开工建设 超额 顺利 未发生 打赢 打响 率先 首个 首家 首次 年来 如今 目前 现已'
}

const TOLD: Readonly<Record<number, string>> = {
  4: '启动运行 广受好评 来之不易 极不平凡 极不寻常',
  3: '我们 新增 制定 启动 举办 推出 组建 新设 连续 成效 成绩 全面完成 面对 存在 仍 亟待 困难 问题 成为 进展 全国',
  2: '扎实 投入 完成 全省 不断 有力 显著 得到 迈上 迈出 开通 通车 创建 惠及 冲击 挑战 疫情 灾害 短板 不足 薄弱 滞后 偏低 压力 一系列 全球 全年 超过 余 多次 多万 多个 多名 多家 近',
  1: '持续 有效 取得新 五年 一批 实现 突破 稳步 蓬勃 全部 调整 化解 清理 开展 下降 增长 步伐 台阶 超 还'
}

const DEMAND: Readonly<Record<number, string>> = {
  8: '力争 明年 下一步 接下来 今后 年底前 年内 下半年 未来一年 未来两年 未来三年 未来五年 拟',
  6: '确保 必须 务必 争取 应当 应该 我们将 我们要 我们必须 拟安排 未来， 希望各 希望企业 希望大家 希望全 希望广大 希望相关 希望有关',
  4: '取得新的更大 取得决定性 取得更大 取得更多 预计 力求 至少'
}

const AHEAD: Readonly<Record<number, string>> = {
  6: '今年',
  4: '打造 更多 继续',
  3: '每个 每县 每村 每所 达到 年均增长 切实 更加 更大 更好 更高 抓紧 奋力 努力 鼓励 办好 用好 能够 一定能 一定要 不低于 不少于 不超过',
  2: '左右 以上 以内 明显 健康 方面 目标 合理 提供 做好 抓好 培育 推动 引导 支持 提升 严格 坚决 逐步 适当 因地制宜 研究 年均 提高到',
  1: '推进 建设 发展 促进 深化 构建 强化 扩大 弘扬 拓展 巩固 规范 突出 提高'
}

/** Words that hold a cue and are none. */
const NONE = '未来 问题导向 更好结果 进一步 全国性 全球性 新增长 全国人民 全国人大 全国政协 全国统一 全国两会 全国民政 全国各地 全国范围 全国文明 仍需努力 方面军 近亲 附近 亲近 靠近 邻近 近期 近郊 就近 最近 远近 拟定 模拟 虚拟 草拟 多拟 成为例 还原 归还 返还 偿还 还款 还林 还草 还湖 超市 超声 超前 超大 超高 超龄 超长 剩余 多余 业余 余额 结余 余热 目标导向 确保障 加大投入 增加投入 计划投入 投入力度 困难群众 困难老年 特殊困难 困难家庭 困难残 困难人 困难职工 困难学 困难儿 困难居民 困难对象 困难党 就业困难 生活困难 经济困难 家庭困难 问题线索 问题隐患 问题整改 问题整治 防灾 自然灾害 灾害防 灾害救 灾害应 灾害风 在全省 在全市 在全区 在全国'

const ENTRIES: readonly Cue[] = [
  ...entriesOf(PAST, 1, 'past'),
  ...entriesOf(TOLD, 1, null),
  ...entriesOf(DEMAND, -1, 'demand'),
  ...entriesOf(AHEAD, -1, null),
  ...NONE.split(' ').map((word): Cue => ({ word, weight: 0, says: null }))
]

function entriesOf(words: Readonly<Record<number, string>>, sign: 1 | -1, says: Cue['says']): Cue[] {
  return Object.entries(words).flatMap(([weight, list]) => list.split(' ').map((word): Cue => ({ word, weight: sign * Number(weight), says })))
}

const TABLE = new WordTable(ENTRIES.map((cue) => [cue.word, cue] as const))

/** The longest cue that begins at `at`, or null. */
export function cueAt(text: string, at: number): Cue | null {
  return TABLE.at(text, at)?.value ?? null
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Verbs and qualities that end a clause after their subject (`改革纵深推进`, `车站开工`): how things stand. */
export const STATES = words(
  '推进 加强 提升 加快 完成 完善 提高 增强 实施 开展 扩大 加大 稳定 深化 增加 运行 改善 下降 显著 突出 前列 步伐 形成 健全 优化 顺利 壮大 建立 明显 上升 增长 落实 落地 巩固 夯实 好转 平稳 向好 建成 有效 便捷 改进 运营 通车 通航 通水 投产 开工 成立 揭牌 重组 启动 贯通 达标 实现 见效 成长 激活 释放 化解 压减 升级 增效 跃升 跨越 彰显 显现 凸显 增多 活跃 繁荣 到位 覆盖 清零 翻番 突破 领先 领跑 第一 首位 靠前 不足 不高 不强 不够 不多 较重 较大 偏低 脆弱 滞后 提高 减少 缩小 转变 普及 收官 竣工 完工 落成 亮相 举行 举办 获批 开放 使用 运用 向新 提质 趋紧 衔接 全面 有序 坚实 进步 好评 火爆 攀升 回升 回暖 一新 同步 进中 有进'
)

/** Of the states those that are also said of aims, or end a name: half a sign. */
export const HALF_STATES = words('稳定 提高 运行 改善 落实 升级 突破 到位 覆盖 转变 增多 减少')

/** Before the last word of a clause that opens with its subject they make it tell (`项目加快建设`, `活力日益彰显`). */
export const MANNERS = words('持续 不断 加快 加速 全面 深入 有效 有序 有力 日益 全部 一步 稳步 扎实 纵深 蓬勃 竞相 快速 大幅 显著 明显 更加 更为 更趋 基本 同步 广泛 顺利 正式 成功 相继 陆续 普遍 启动 开工 充分 深度 较快 长足 稳健 加力 逐步 初步 渐次 总体')

/** Nouns that end what a bare verb is about (`完善…体系`, `加强…能力`): a measure, not what came of it. */
export const OBJECTS = words(
  '工程 能力 改革 体系 服务 制度 机制 任务 项目 行动 环境 合作 水平 工作 平台 建设 基地 产业 改造 领域 未来 场景 市场 功能 规模 管理 投入 监管 模式 就业 力度 经济 利用 行为 振兴 空间 方式 机遇 责任 负担 作用 资源 需求 修复 生活 条件 投资 底线 消费 设施 格局 人才 范围 质量 供给 队伍 结构 效能 文化 倾斜'
)
