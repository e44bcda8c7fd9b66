/**
 * The line under a headline: 发布时间：2023-02-10 09:30　来源：云岭日报　作者：李某　字体：【大 中 小】　打印. Its
 * items are taken apart by their labels; what only serves the screen is left out.
 */
export interface InfoItems {
  /** Each as it is shown, label included; null where there is none. */
  readonly date: string | null
  readonly source: string | null
  readonly author: string | null
  /** 责任编辑 and the like. */
  readonly editors: readonly string[]
  /** Characters of the line that belong to no item and serve no screen: 0 for a line of items alone. */
  readonly left: number
}

const DAY = String.raw`(?:19|20)\d{2} ?(?:[-/.]|年) ?\d{1,2} ?(?:[-/.]|月) ?\d{1,2} ?日?`
const WHEN = String.raw`${DAY}(?:[ T]{0,3}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?`
const DATE_LABEL = '(?:(?:信息)?(?:发布|发表|发文|成文|公开|更新|生成|编辑|录入|印发)?(?:时间|日期)|发布于|时间) ?[:：]? ?'
const SOURCE_LABEL = '(?:(?:文章|信息|稿件|新闻|内容|本文)?(?:来源于|来源|稿源)|来源单位|供稿单位|发布机构|发布单位|信息提供) ?[:：] ?'
const AUTHOR_LABEL = '(?:作者|撰稿人?|撰文|本报记者|记者|通讯员) ?[:：] ?'
const EDITOR_LABEL = '(?:责任编辑|责编|编辑|编审|审核|校对|初审|复审|终审|审稿|签发|监制) ?[:：] ?'
/** Where an item ends: the next label, a bar, a control. */
const END = String.raw`(?=\s*(?:$|[|｜【\[]|${DATE_LABEL}|${SOURCE_LABEL}|${AUTHOR_LABEL}|${EDITOR_LABEL}|浏览|阅读|点击|访问|字体|字号|打印|分享|关闭|收藏|${DAY}|[大中小] [大中小]))`

const LABELLED_DATE = new RegExp(`${DATE_LABEL}${WHEN}`)
const ANY_DATE = new RegExp(WHEN)
const SOURCE = new RegExp(String.raw`${SOURCE_LABEL}([^：:|｜]{1,40}?)${END}`)
const AUTHOR = new RegExp(String.raw`${AUTHOR_LABEL}([^：:|｜]{1,40}?)${END}`)
const EDITOR = new RegExp(String.raw`[【\[(（]?${EDITOR_LABEL}[^：:|｜]{0,30}?[】\])）]?${END}`, 'g')
const EMPTY_LABELS = new RegExp(`${SOURCE_LABEL}|${AUTHOR_LABEL}|${DATE_LABEL}`, 'g')
const CONTROLS =
  /(?:浏览次数|浏览量|浏览|阅读次数|阅读量|阅读|点击数|点击量|点击|访问量|访问次数|人气) ?[:：]? ?[\d.]*万?次?|字体大小|字号大小|字体|字号|小字号|大字号|打印本页|打印|关闭窗口|关闭本页|关闭|收藏本页|收藏|分享到|分享至|分享|放大|正常|缩小|默认|复制链接|朗读|语音播报|微信|微博|新浪微博|QQ空间|QQ好友|扫一扫|评论|纠错|保护视力色|视力保护色|加入收藏|推荐朋友|我要评论|网站首页|返回|A[+-]|\+1|\d+ ?次|[大中小]/g

export const NO_ITEMS: InfoItems = { date: null, source: null, author: null, editors: [], left: 0 }

/** Longer than any such line. */
const longestLine = 240

/** A line that is too long to be one has no items. */
export function infoItems(line: string): InfoItems {
  if (line.length > longestLine) return { ...NO_ITEMS, left: line.length }
  const text = line.replace(/[\u00a0\u3000]/g, ' ')
  // of the same length: what is found in one stands in the other
  const taken = (pattern: RegExp): string | null => {
    const found = pattern.exec(text)
    return found === null ? null : line.slice(found.index, found.index + found[0].length).trim()
  }
  const date = taken(LABELLED_DATE) ?? taken(ANY_DATE)
  const named = (pattern: RegExp): string | null => (/[\p{L}\d]/u.test(pattern.exec(text)?.[1] ?? '') ? taken(pattern) : null)
  const source = named(SOURCE)
  const author = named(AUTHOR)
  const editors = [...text.matchAll(EDITOR)].map(({ index, 0: found }) => line.slice(index, index + found.length).trim()).filter((item) => !/[:：][^\p{L}]*$/u.test(item))
  const rest = [date, source, author].reduce<string>((left, item) => (item === null ? left : left.replace(item, ' ')), line)
  return { date, source, author, editors, left: ownWords(rest.replace(/[\u00a0\u3000]/g, ' ').replace(EDITOR, ' ').replace(EMPTY_LABELS, ' ')) }
}

export const hasItems = ({ date, source, author, editors }: InfoItems): boolean => date !== null || source !== null || author !== null || editors.length > 0

/** How many characters are left when what serves the screen is taken out. */
const ownWords = (text: string): number => text.replace(CONTROLS, '').replace(/[^\p{L}\d]/gu, '').length

/** 【打印】【关闭】, 分享到：微信 微博, 字体：大 中 小: a line that serves the screen. */
export const isControls = (line: string): boolean => line.length <= 80 && /[\p{L}\d+]/u.test(line) && ownWords(line) === 0

/** 上一篇：…, 当前位置：首页 > 要闻 */
export const isWayfinding = (line: string): boolean =>
  /^[\s【[(（>»·<«]*(?:上一篇|下一篇|上一条|下一条|上篇|下篇|上一页|下一页|(?:您)?(?:当前|现在|所在)(?:的)?位置|您(?:现在)?的位置|您现在所在)/.test(line)

/** 相关链接, 延伸阅读: the head of a list of other pages. */
export const isRelatedHead = (line: string): boolean =>
  line.length <= 16 && /^[\s【[■▍|]*(?:相关|延伸|推荐|热点|猜你|更多|热门|最新|精彩|本站)(?:链接|阅读|新闻|文章|稿件|报道|信息|文档|推荐|解读|政策|资讯|内容|喜欢|专题|附件)?[\s】\]:：>]*$/.test(line)

/** 版权所有, 备案号: the foot of a site. */
export const isSiteFoot = (line: string): boolean =>
  /^.{0,24}(?:版权所有|版权声明|copyright|©|ICP备|公网安备|公安备|网站标识码|技术支持[:：]|主办单位?[:：]|承办单位?[:：]|凡本网|免责声明|转载请注明|扫一扫在?手机|扫描二维码|用微信扫)/i.test(line)

/** 【1】【2】【3】 of an article that goes on on other pages. */
export const isPageTurn = (line: string): boolean =>
  line.length <= 60 && (/^(?:[【[(]\d{1,2}[】\])]\s*){2,}(?:下一页|尾页)?$/.test(line) || /^(?:首页|上一页|共 ?\d+ ?页|\d{1,2}|\s)*下一页\s*(?:尾页|末页)?$/.test(line))
