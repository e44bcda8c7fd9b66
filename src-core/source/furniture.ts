import { withoutSpaces } from '../text/characters.ts'
import type { FurnitureKind } from './article.ts'

/**
 * What stands around a report on a page and is not its text, by the form of the whole line: kind,
 * characters of which the line must have one, and pattern. Patterns see the line without its white
 * space; the first that fits decides.
 */

const NAME = '\\p{Script=Han}{2,4}(?:·\\p{Script=Han}{1,6})?'
const NAMES = `${NAME}(?:[、，,/]?${NAME}){0,4}`

const PATTERNS: readonly (readonly [FurnitureKind, string, RegExp])[] = [
  ['stray-mark', '“”‘’"\'`|｜■□◆◇●○▲△▼▽★☆※▶►◎·•.。,，、;；:：!！…—–-_=+*#~～<>《》【】[]（）()', /^[“”‘’"'`|｜■□◆◇●○▲△▼▽★☆※▶►◎·•.。,，、;；:：!！…—–\-_=+*#~～<>《》【】[\]（）()]{1,2}$|^[-—–_=*#~～·.…■●◆]{3,}$/],
  ['page-number', '0123456789页', /^(?:[-—–－·•]{0,2}\d{1,4}[-—–－·•]{1,2}|[-—–－·•]{1,2}\d{1,4}|第[\d一二三四五六七八九十百]{1,4}页(?:[，,/／]?共\d{1,4}页)?|共\d{1,4}页|\d{1,4}[/／]\d{1,4}|[Pp]age\d{1,4}(?:of\d{1,4})?)$/],
  ['continuation', '接转', /^[（(]?(?:上接|下转|紧接|转|接)(?:第?[A-Za-z]?[\d一二三四五六七八九十]{1,3}版|[A-Z]\d{1,2})(?:[▶►·，,].{0,12})?[）)]?$/],
  ['editor', '编审校监签美版排', /^[（(]?(?:责任编辑|责编|编辑|编审|审核|校对|初审|复审|终审|值班编辑|网络编辑|监制|主编|编校|排版|签发|美编|本版编辑|版式)(?:[：:|｜].{1,40}|\p{Script=Han}{2,4})[）)]?$/u],
  ['publication-date', '间期', /^(?:发布时间|发布日期|发表时间|时间|日期|发文日期|更新时间|成文日期|信息时间|公开日期|生成日期)[：:](?:\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?)(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?:来源[：:].{1,24})?(?:浏览.{0,20}|点击.{0,20})?$/],
  ['publication-date', '-/.', /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\d{1,2}:\d{2}(?::\d{2})?)?(?:来源[：:].{1,24})?$/],
  ['attribution', '源自载稿', /^[（(]?(?:文章来源|信息来源|稿件来源|来源|稿源|转自|摘自|供稿|供稿单位|原载)[：:].{1,40}[）)]?$/],
  ['attribution', '据源载自供', /^[（(](?:据|来源于?|原载|转自|摘自|供稿)[^，。；]{2,30}[）)]$/],
  ['attribution', '社报网闻', /^[（(](?:新华社|人民日报|新华网|人民网|央视新闻)[^，。；]{0,20}[）)]$/],
  ['reporter', '记通作撰文图', new RegExp(`^[■□◆●▲◎/]?[（(]?(?:本报|本网|本刊|全媒体|融媒体|\\p{Script=Han}{2,8}报|\\p{Script=Han}{2,8}[网社])?(?:全媒体|融媒体|首席|见习|驻\\p{Script=Han}{1,4})?(?:记者|通讯员|特约记者|特约通讯员)[：:]?${NAMES}(?:[，,、/]?(?:通讯员|实习生|特约记者|见习记者|记者)[：:]?${NAMES})*(?:摄|摄影报道|报道|文|/文)?[）)]?$`, 'u')],
  ['reporter', '作撰文图', new RegExp(`^[（(]?(?:作者|撰稿|文|撰文|图)[：:／/]${NAMES}[）)]?$`, 'u')],
  ['caption', '记通', new RegExp(`^[^。]{2,40}。?(?:图为.{2,40}。?)?[（(]?[^。]{0,14}(?:记者|通讯员)${NAME}摄?(?:影报道|影)?[）)]?$`, 'u')],
  ['document-number', '号', /^(?:\p{Script=Han}{1,12}[〔[［（(](?:19|20)\d{2}[〕\]］）)](?:第)?\d{1,5}号)$/u],
  ['site-furniture', '下打全收加还减放缩大中小分转点评复返首登注无长手电网联扫用相延热推微Q繁E关设', /^(?:下载|打印|打印本页|打印此页|关闭|关闭窗口|关闭本页|全屏|收藏|加入收藏|设为首页|加大|还原|减小|放大|缩小|大中小|大|中|小|分享|分享到|分享至|转发|点赞|评论|复制链接|返回|返回顶部|返回首页|返回列表|首页|登录|注册|无障碍|长者模式|手机版|电脑版|网站地图|联系我们|扫一扫.{0,16}|用手机.{0,12}|相关报道|相关新闻|相关链接|相关阅读|相关稿件|相关文章|相关附件|相关解读|延伸阅读|热门推荐|推荐阅读|微信|微博|QQ空间|QQ|繁体|繁體|English|EN)[：:】\]]?$/],
  ['site-furniture', '号体', /^【?(?:我要)?(?:字号|字体|字体大小|字号大小)[：:]?.{0,16}】?$/],
  ['site-furniture', '上下', /^(?:上一篇|下一篇|上一条|下一条|上一页|下一页)(?:[：:].{0,60})?$/],
  ['site-furniture', '位在首', /^(?:您?(?:当前|现在|所在)的?(?:位置|栏目)|当前位置|所在位置|首页)(?:[：:]|>|＞|»|›|\/).{0,80}$/],
  ['site-furniture', '>＞»›', /^[^。，；]{0,20}(?:[>＞»›][^。，；>＞»›]{1,20}){2,}$/],
  ['site-furniture', '浏阅点访分', /^(?:浏览次数|浏览量|阅读次数|阅读量|点击数|点击量|访问量|阅读)[：:]\d{0,9}次?$|^分享(?:到)?[：:].{0,40}$/],
  ['site-furniture', '版主承网备技联地公安C', /^(?:版权所有|主办单位|主办|承办单位|承办|网站标识码|备案号|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP备|[\p{Script=Han}]公网安备|Copyright|技术支持|联系电话|地址)[：:©]?.{0,80}$/u]
]

const LONGEST = 90

/** For each character the patterns that a line having it may fit, as bits: most lines fit none. */
const mayFit = buildFilter()

function buildFilter(): Uint32Array {
  const bits = new Uint32Array(0x10000)
  PATTERNS.forEach(([, needs], n) => {
    for (const character of needs) bits[character.charCodeAt(0)]! |= 1 << n
  })
  return bits
}

/** The kind of `[start, end)` when it is furniture as a whole, or null. White space does not count. */
export function furnitureKind(text: string, start: number, end: number): FurnitureKind | null {
  if (end - start > 2 * LONGEST) return null
  let fits = 0
  for (let at = start; at < end; at++) fits |= mayFit[text.charCodeAt(at)]!
  if (fits === 0) return null
  const line = withoutSpaces(text.slice(start, end))
  if (line.length === 0 || line.length > LONGEST || /[。；].*[。；]./.test(line)) return null
  for (let n = 0; n < PATTERNS.length; n++) {
    const [kind, , pattern] = PATTERNS[n]!
    if ((fits & (1 << n)) !== 0 && pattern.test(line)) return kind
  }
  return null
}
