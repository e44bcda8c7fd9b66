import { HAN_PATTERN as HAN } from '../text/characters.ts'
import type { FurnitureKind } from './article.ts'

/**
 * The line under a headline that says where, when and by whom a page was published: 多彩贵州网
 * 2024-05-30 08:15, 来源：… 作者：… 时间：…, 潮新闻客户端 记者 …, 浏览次数：3 【打印】. Sites set its items in any
 * order, so the line is read item by item; it is furniture when nothing else is left.
 */

const DATE = '(?:19|20)\\d{2}[-/.年 ]{1,2}\\d{1,2}[-/.月]\\d{1,2}日?'
const TIME = '\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?'
const NAME = `(?:${HAN} ${HAN}|${HAN}{2,4})(?:·${HAN}{1,6})?`
const WHEN =
  '发布时间|发布日期|发表时间|发表日期|发文日期|更新时间|更新日期|成文日期|信息时间|公开日期|公开时间|生成日期|上传时间|录入时间|时间|日期'
const WHENCE = '文章来源|信息来源|稿件来源|新闻来源|来源单位|信息提供|来源|稿源|供稿单位|供稿|发布机构|发布单位|发布者'
const WHO = '作者|撰稿|责任编辑|责编|编辑|编审|审核|校对|初审|复审|终审|值班编辑|监制'
const COUNT = '浏览次数|浏览量|浏览|阅读次数|阅读量|阅读|点击数|点击量|点击次数|点击|访问量|访问次数|人气|字号大小|字体大小|字体|字号|分享到|分享至|分享'
const OUTLET = `(?:${HAN}|[A-Za-z0-9·+]){1,10}(?:网|报|日报|晚报|新闻|客户端|频道|融媒|融媒体中心|发布|在线|头条|APP|App|云|社)(?:·(?:${HAN}|\\d){2,8})?`
const REPORTER = `(?:${HAN}{2,12})?(?:记者|通讯员|实习生)`

/** What an item says; `mere` items stand on the line and do not make it furniture. */
type Item = 'date' | 'source' | 'reporter' | 'site' | 'mere'

const ITEMS: readonly (readonly [Item, RegExp])[] = [
  ['date', new RegExp(`^(?:${WHEN})[:：] ?${DATE}(?: ?${TIME})?`)],
  ['date', new RegExp(`^${DATE}(?: ?${TIME})?`)],
  ['source', new RegExp(`^(?:${WHENCE})[:：] ?(?!${DATE})[^ :：|｜，。；]{0,24}(?= |$|[|｜])`)],
  ['site', new RegExp(`^(?:${COUNT})[:：] ?(?:[\\d.]{1,9}万?次?|[【\\[（(]?(?: ?[大中小]){1,3} ?[】\\]）)]?)?`)],
  ['mere', new RegExp(`^(?:${WHO})[:：] ?${NAME}(?:[、，,/ ]${NAME}(?= |$|[、，,/|｜]))*(?= |$|[|｜])`)],
  ['reporter', new RegExp(`^${REPORTER}[:： ]{1,2}${NAME}(?:[、，,/ ]+(?!${REPORTER})${NAME}(?![报:：]))*(?: ?(?:${HAN}{2,4})?(?:报道|文|摄|整理))?(?= |$|[|｜])`)],
  ['site', /^[【[（(]? ?(?:打印|打印本页|关闭|关闭窗口|关闭本页|收藏|分享|大 ?中 ?小|默认|浏览次数|阅读次数|点击数|访问量|小字号|大字号) ?[】\])）]?(?= |$|[【[|｜])/],
  ['mere', /^(?:星期[一二三四五六日天]|第?[A-Z]?\d{1,2}版(?:[：:][\u3400-\u9fff]{2,4})?|发表于[\u3400-\u9fff]{2,3}|原创|[上下]午)(?= |$|[|｜])/],
  ['mere', new RegExp(`^${OUTLET}(?= |$|[|｜])`)],
  ['mere', /^文[/／]图|^图[/／]文/]
]

const KINDS: readonly (readonly [Item, FurnitureKind])[] = [
  ['date', 'publication-date'], ['source', 'attribution'], ['reporter', 'reporter'], ['site', 'site-furniture']
]

/** A day without a label, a clock time or another item beside it may be the signature of a document. */
const BARE_DAY = /^\d{4}年\d{1,2}月\d{1,2}日$/

/** The kind of a line of such items alone; `line` has single blanks where white space was. */
export function metaLineKind(line: string): FurnitureKind | null {
  if (BARE_DAY.test(line)) return null
  const found = new Set<Item>()
  let rest = line
  while (rest !== '') {
    const item = ITEMS.find(([, pattern]) => pattern.test(rest))
    if (item === undefined && found.has('date') && SENT_FROM.test(rest)) break
    const leading = item ?? (!found.has('date') && FREE_OUTLET.test(rest) ? (['mere', FREE_OUTLET] as const) : null)
    if (leading === null) return null
    found.add(leading[0])
    rest = rest.slice(leading[1].exec(rest)![0].length).replace(/^[ |｜·]+/, '')
  }
  return KINDS.find(([item]) => found.has(item))?.[1] ?? null
}

/** 江西, the place from which an account was written, behind the time. */
const SENT_FROM = new RegExp(`^${HAN}{2,3}$`)

/** 江西民政 2024-05-30 08:15: whatever name stands right before a date in figures. */
const FREE_OUTLET = new RegExp(`^[^，。；：:\\d ]{2,16}(?: (?:${HAN}){2,8}){0,2}(?= ?[|｜]? ?(?:\\d{4}[-/.]\\d|${DATE} ?${TIME}))`)

/** Whether a line can be of that sort, told without a pattern: it has two items, or one with a mark inside. */
export const isMetaLineCandidate = (line: string): boolean =>
  line.includes(' ') || line.includes('|') || line.includes('：') || line.includes(':') || line.includes('-') || line.includes('／') || line.includes('/')
