/**
 * The verbs and adverbs with which official prose begins a measure and leaves out who takes it
 * (`持续推进…`, `扎实做好…`).
 */

const ADVERBS: ReadonlySet<string> = new Set(
  '持续 不断 进一步 加快 深入 大力 全面 积极 扎实 切实 着力 统筹 协同 有序 稳步 稳妥 高质量 高水平 高标准 高起点 严格 坚决 纵深 系统 分类 创新 精准 健康 依法 常态化 因地制宜 千方百计 继续 更好 充分 毫不松懈 牢牢 认真 合理 逐步 探索 全力 奋力 努力 务必 再 新 免费 要 并 同时，'.split(' ')
)
const VERBS: ReadonlySet<string> = new Set(
  (
    '推进 推动 加强 完善 健全 深化 实施 开展 支持 建设 打造 优化 提升 落实 强化 做好 抓好 促进 培育 构建 建立 扩大 提高 聚焦 鼓励 引导 规范 加大 发展 发挥 组织 制定 出台 统筹 坚持 巩固 拓展 推广 保障 防范 整治 守牢 守住 用好 办好 探索 加快 新建 新增 续建 新改 改扩 改造 创建 开发 着眼 着力 增强 激发 壮大 完成 引进 打好 狠抓 协调 督促 指导 改革 启动 建成 举办 发放 提供 安排 选取 选送 确保 力争 争取 织牢 织密 兜牢 筑牢 营造 倡导 弘扬 贯彻 履行 严守 严控 严惩 遏制 化解 排查 围绕 适应 立足 紧扣 实现 保持 稳定 丰富 突出 更新 整合 疏解 拆除 治理 修复 改善 减少 降低 压减 开通 打通 畅通 升级 运行 实行 推行 依托 利用 精简 清理 规划 布局 谋划 储备 攻坚 招引 吸引 引育 培养 选派 评选 评定 认定 公布 公开 简化 下放 调整 理顺 明确 压实 严肃 严厉 防止 杜绝 避免 关爱 关心 帮助 帮扶 救助 资助 补贴 奖励 表彰 宣传 普及 传承 保护 开放 共享 共建 联动 衔接 对接 融入 服务 覆盖 全省 全区 全市 为 对 将 以 把'
  ).split(' ')
)

/** Whether a bare verb, after at most four adverbs, begins at `start`. */
export function isVerbAt(sentence: string, start: number): boolean {
  let at = start
  for (let adverbs = 0; adverbs < 4; adverbs++) {
    if (VERBS.has(sentence.slice(at, at + 2)) || (at === start && VERBS.has(sentence[at] ?? ''))) return true
    const width = [2, 3, 4, 1].find((length) => ADVERBS.has(sentence.slice(at, at + length)))
    if (width === undefined) return false
    at += width
  }
  return false
}

/** Whether two characters open a measure: a verb, or an adverb before one (`持续…`, `更加…`). */
export function opensMeasure(pair: string): boolean {
  return VERBS.has(pair) || ADVERBS.has(pair) || OPENERS.has(pair)
}

const OPENERS: ReadonlySet<string> = new Set('更加 始终 必须 牢记 把握 把牢 对标 瞄准 用心 用足 做大 做强 做优 兜住 兜准 答好 走好 打赢 抢抓 紧盯 注重 以更 一手 实施'.split(' '))
