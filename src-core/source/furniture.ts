import { HAN_PATTERN as HAN, withoutSpaces } from '../text/characters.ts'
import type { FurnitureKind } from './article.ts'
import { isMetaLineCandidate, metaLineKind } from './meta-lines.ts'

/**
 * What stands around a report on a page and is not its text, by the form of the whole line: kind,
 * characters of which the line must have one, and pattern. The first that fits decides.
 */

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'
const NAME = `(?:[${SURNAMES}](?:${HAN}{1,2}| ${HAN})|(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|司徒)${HAN}{1,2})`
/** Where a mark or a blank already says that names follow. */
const ANY_NAME = `(?:${HAN} ${HAN}|${HAN}{2,4})(?:·${HAN}{1,6})?`
const JOB = `(?:(?:本报|本网|本刊|全媒体|融媒体|${HAN}{2,8}(?:报|网|社))?(?:全媒体|融媒体|首席|见习|特约|驻${HAN}{1,4})?(?:记者|通讯员)|实习生)`
const BYLINE = `${JOB}(?:[：: ]+${ANY_NAME}|${NAME})(?:[、，,/ ]+(?!${JOB})${ANY_NAME}){0,6}`
const BYLINES = `${BYLINE}(?:[，,、/ ]*${BYLINE}){0,3}`

const MENU = /^首页(?: \S{2,8}){2,12}$/

const PATTERNS: readonly (readonly [FurnitureKind, string, RegExp])[] = [
  ['page-number', '-—–－·•页/／e', /^(?:[-—–－·•]{1,2}\d{1,4}[-—–－·•]{1,2}|第[\d一二三四五六七八九十百]{1,4}页(?:[，,/／]?共\d{1,4}页)?|共\d{1,4}页|\d{1,4}[/／]\d{1,4}|[Pp]age\d{1,4}(?:of\d{1,4})?)$/],
  ['continuation', '版ABCD', /^[（(]?(?:上接|下转|紧接|转|接)(?:第?[A-Za-z]?[\d一二三四五六七八九十]{1,3}版|[A-Z]\d{1,2})(?:[▶►·，,].{0,12})?[）)]?$/],
  ['editor', '编审校监签美版排', new RegExp(`^[（(【[]?(?:(?:责任编辑|责编|编辑|编审|审核|校对|初审|复审|终审|值班编辑|网络编辑|监制|主编|编校|排版|签发|美编|本版编辑|版式)(?:[：:|｜]| (?=${HAN}{1,2} ?${HAN}{1,2}[）)】\\]]?$)).{1,40}|(?:责任编辑|责编)${HAN}{2,4})[）)】\\]]?$`)],
  ['publication-date', '间期', /^(?:发布时间|发布日期|发表时间|时间|日期|发文日期|更新时间|成文日期|信息时间|公开日期|生成日期)[：:](?:\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?)(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?:来源[：:].{1,24})?(?:浏览.{0,20}|点击.{0,20})?$/],
  ['publication-date', '-/.', /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\d{1,2}:\d{2}(?::\d{2})?)?(?:来源[：:].{1,24})?$/],
  ['publication-date', '：:', /^\d{4}年\d{1,2}月\d{1,2}日(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?:来源|稿源)[：:].{1,24}$/],
  ['publication-date', '-', /^[^，。；：]{2,16}\d{4}-\d{2}-\d{2}(?:\d{1,2}:\d{2}(?::\d{2})?)?$/],
  ['attribution', '：:', /^[（(]?(?:作者单位|文章来源|信息来源|稿件来源|来源|稿源|转自|摘自|供稿|供稿单位|原载)[：:].{1,40}[）)]?$/],
  ['attribution', '（(', /^[（(](?:据|作者系|作者为|来源于?|原载|转自|摘自|供稿)[^，。；]{2,30}[）)]$/],
  ['attribution', '（(', /^[（(](?:新华社|人民日报|新华网|人民网|央视新闻)[^，。；]{0,20}[）)]$/],
  ['reporter', '记通', new RegExp(`^(?:[■□◆●▲◎/] ?)?[（(]?${BYLINES}(?: ?(?:报道|文|/文|整理))?[）)]?$`)],
  ['reporter', '记通', new RegExp(`^[■□◆●▲◎] ?${JOB} ?${ANY_NAME}(?:[、，,/ ]+${ANY_NAME}){0,6}$`)],
  ['reporter', '：:／/', new RegExp(`^[（(]?(?:作者|撰稿|文|撰文|图)[：:／/] ?${ANY_NAME}(?:[、，,/ ]+${ANY_NAME}){0,6}[）)]?$`)],
  ['caption', '记通', new RegExp(`^[^。]{2,40}(?:作[^。]{0,8}报告。[^。]{0,14}记者 ?${ANY_NAME}(?: ?摄)?|[。 （(][^。]{0,14}(?:记者|通讯员) ?${ANY_NAME} ?(?:摄|摄影报道|摄影))[）)]?$`)],
  ['document-number', '号', new RegExp(`^[（(]?${HAN}{1,12}[〔[［（(](?:19|20)\\d{2}[〕\\]］）)](?:第)?\\d{1,5}号[）)]?$`)],
  ['letterhead', '件', new RegExp(`^${HAN}{0,24}(?:厅|局|委|委员会|政府|办公厅|办公室|部|院|会)(?:[、，]?${HAN}{2,20})?文件$`)],
  ['addressee', ':：', new RegExp(`^(?:各[^位。；]|有关|省直|市直|区直|国务院各)[^。；]{2,120}(?:政府|厅|局|委|会|部门|单位|机构|企业|公司|银行|院校|院|办|办公室|组织|各直属${HAN}{1,6})[：:]$`)],
  ['addressee', '抄报送发', /^(?:抄(?:送|报|送单位)|报送?|送|发送?)[：:](?![“‘]).{2,80}$/],
  ['letterhead', '期', new RegExp(`^(?:${HAN}{2,16}(?:简报|专报|快报|信息|动态|情况))?[（(]?(?:总)?第[\\d一二三四五六七八九十百]{1,4}期[）)]?$`)],
  ['letterhead', '编', new RegExp(`^${HAN}{2,20}(?:厅|局|委|办公室|会)编印?(?:\\d{4}年\\d{1,2}月\\d{1,2}日)?$`)],
  ['site-furniture', '：:', /^(?:索引号|信息分类|主题分类|体裁分类|组配分类|发布机构|发文机关|公开方式|公开类别|公开范围|公开属性|有效性|效力状态|主题词|关键词|附件下载)[：:][^。]{0,60}$/],
  ['site-furniture', '开', /^[（(]此件(?:公开|主动公开|依申请公开|不)[^）)]{0,6}[）)]$/],
  ['document-number', '：:', new RegExp(`^(?:文号|发文字号|发布文号)[：:]${HAN}{1,12}[〔[［（(](?:19|20)\\d{2}[〕\\]］）)]\\d{1,5}号$`)],
  ['publication-date', '印', /^.{0,24}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日印发$/],
  ['site-furniture', '扫用', /^(?:扫一扫|用手机).{0,16}$/],
  ['site-furniture', '页', MENU],
  ['site-furniture', '号体', /^[【[]?(?:我要)?(?:字号|字体|字体大小|字号大小)[：:]?.{0,16}】?$/],
  ['site-furniture', '篇条页', /^(?:上一篇|下一篇|上一条|下一条|上一页|下一页)(?:[：:].{0,60})?$/],
  ['site-furniture', '：:>＞»›/', /^(?:您?(?:当前|现在|所在)的?(?:位置|栏目)|当前位置|所在位置|首页)(?:[：:]|>|＞|»|›|\/).{0,80}$/],
  ['site-furniture', '>＞»›', /^[^。，；]{0,20}(?:[>＞»›][^。，；>＞»›]{1,20}){2,}$/],
  ['site-furniture', '：:阅赞发', /^(?:浏览次数|浏览量|阅读次数|阅读量|点击数|点击量|访问量|阅读)[：:]\d{0,9}次?$|^分享(?:到)?[：:].{0,40}$|^(?:阅读|点赞)\d{1,9}[+万]?$|^发表于[\u3400-\u9fff]{2,3}$/],
  ['site-furniture', '权备C：:网', new RegExp(`^(?:版权所有|(?:主办|承办)(?:单位)?[：:]|网站标识码|备案号|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP备|${HAN}公网安备|Copyright|(?:技术支持|联系电话|地址)[：:]).{0,80}$`)]
]

/** Kinds in which a blank parts names; the others are read without white space. */
const SPACED: ReadonlySet<FurnitureKind> = new Set<FurnitureKind>(['reporter', 'caption', 'editor'])

const LONGEST = 90

const MARKS = '“”‘’"\'`|｜■□◆◇●○▲△▼▽★☆※▶►◎·•.。,，、;；:：!！…—–-_=+*#~～<>《》【】[]（）()'
const RULE = /^[-—–_=*#~～·.…■●◆]{3,}$/

/** Words that stand alone on buttons and menus of a site. */
const BUTTONS: ReadonlySet<string> = new Set(
  (
    'END 关注我们 点击蓝字关注我们 在看 赞 小字号 下载 打印 打印本页 打印此页 关闭 关闭窗口 关闭本页 全屏 收藏 加入收藏 设为首页 加大 还原 减小 放大 缩小 大中小 大 中 小 ' +
    '分享 分享到 分享至 转发 点赞 评论 复制链接 返回 返回顶部 返回首页 返回列表 首页 登录 注册 无障碍 长者模式 手机版 电脑版 ' +
    '网站地图 联系我们 相关报道 相关新闻 相关链接 相关阅读 相关稿件 相关文章 相关附件 相关解读 延伸阅读 热门推荐 推荐阅读 ' +
    '微信 微博 QQ空间 QQ 繁体 繁體 English EN'
  ).split(' ')
)

const UNREADABLE = 0xfffd

/** A line of bytes that were no text: what a power cut leaves at the end of a file. */
function isUnreadable(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) !== UNREADABLE) return false
  return true
}

/** A lone mark, a rule, a button: lines of few characters. */
function shortFurniture(line: string): FurnitureKind | null {
  if (line.length <= 10 && BUTTONS.has(line.replace(/[：:】\]]$/, ''))) return 'site-furniture'
  if (!MARKS.includes(line[0]!)) return null
  return (line.length <= 2 && MARKS.includes(line.at(-1)!)) || RULE.test(line) ? 'stray-mark' : null
}

/** For each character the patterns (at most 32) that a line having it may fit, as bits: most lines fit none. */
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
  if (text.charCodeAt(start) === UNREADABLE && isUnreadable(text, start, end)) return 'stray-mark'
  if (end - start > 2 * LONGEST) return null
  let fits = 0
  for (let at = start; at < end; at++) fits |= mayFit[text.charCodeAt(at)]!
  if (fits === 0 && end - start > 10 && !MARKS.includes(text[start]!)) return null
  const spaced = text.slice(start, end).trim().replace(/[\s\u0085]+/g, ' ')
  const line = withoutSpaces(spaced)
  if (line.length === 0 || line.length > LONGEST) return null
  const short = shortFurniture(line)
  if (short !== null || fits === 0 || /[。；].*[。；]./.test(line)) return short
  const published = isMetaLineCandidate(spaced) ? metaLineKind(spaced) : null
  if (published !== null) return published
  for (let n = 0; n < PATTERNS.length; n++) {
    const [kind, , pattern] = PATTERNS[n]!
    if ((fits & (1 << n)) !== 0 && pattern.test(SPACED.has(kind) || pattern === MENU ? spaced : line)) return kind
  }
  return null
}
