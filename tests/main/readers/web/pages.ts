import type { SourceFile } from '../../../../src-main/readers/reader.ts'
import { readSourceFile } from '../../../../src-main/readers/read-source.ts'
import { Refusal, type Problem } from '#core/contract/problem.ts'
import type { Encoding } from '../../../../src-main/readers/encoding.ts'

/** 虚构样例: pages built as portals of government and news build theirs; the words are invented. */

export const paragraphs = [
  '　　3月6日，云岭省民政工作会议在澄江市召开。副省长高远出席会议并讲话，会议由省政府副秘书长林泉主持。',
  '　　会议指出，去年全省建成老年食堂120个，新增护理型床位3000张，困难群众救助标准稳步提高。',
  '　　会议要求，要健全分层分类的社会救助体系；要完善基本养老服务清单，扎实做好儿童福利工作；要深化殡葬改革，提升婚姻登记服务水平。',
  '　　各市州人民政府分管负责同志，省直有关单位负责同志参加会议。'
] as const

export const article = paragraphs.map((words) => `<p style="text-indent:0">${words}</p>`).join('\n')

export const title = '云岭省召开全省民政工作会议'

const menu = '首页 要闻 政务公开 政务服务 互动交流 数据开放 走进云岭 领导之窗 机构职能 省民政厅 省财政厅'
  .split(' ')
  .map((words) => `<li><a href="/${words}/">${words}</a></li>`)
  .join('')

/** A provincial portal after the standard for government sites: metas, menus, `#zoom`, attachments, neighbours, foot. */
export function portalPage({ metas = governmentMetas, body = article, head = '' }: { metas?: string; body?: string; head?: string } = {}): string {
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta charset="utf-8" />
${metas}
<title>${title}_云岭省人民政府门户网站</title>${head}
<script>var tip = "<p>脚本里的字，不是正文。</p>";</script><style>.a{color:red}</style></head>
<body><div class="header"><h1 class="logo"><a href="/">云岭省人民政府</a></h1><ul class="nav">${menu}</ul></div>
<div class="path">当前位置：<a href="/">首页</a> &gt; <a href="/yw/">要闻</a> &gt; 正文</div>
<div class="main"><h2>${title}</h2>
<div class="info"><span>发布时间：2023-03-07 09:15</span>　<span>来源： 云岭日报</span>　<span>作者：周舟</span>　<span>浏览次数：<i>28</i></span>　字体：【<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】　<a href="javascript:print()">打印</a></div>
<div id="zoom">${body}
<p style="display:none">隐藏的一段，不应读入。</p><noscript>请启用脚本。</noscript><template><p>模板里的字。</p></template></div>
<div class="fujian"><p>附件：</p><ul><li><a href="./P020230307.docx">云岭省2023年民政工作要点.docx</a></li><li><a href="./P020230308.pdf?v=1">会议日程.pdf</a></li></ul></div>
<p>责任编辑：沈清</p>
<div class="bdsharebuttonbox">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<p>上一篇：<a href="/1.html">全省消防工作会议召开，部署今年任务</a></p><p>下一篇：<a href="/2.html">省领导调研春耕生产</a></p>
<div class="xgyd"><h3>相关链接</h3><ul><li><a href="/3.html">澄江市召开养老服务推进会</a></li><li><a href="/4.html">我省提高低保标准</a></li></ul></div></div>
<div class="footer"><p>主办：云岭省人民政府办公厅　版权所有：云岭省人民政府</p><p>滇ICP备00000000号　网站标识码：0000000000</p></div></body></html>`
}

export const governmentMetas = `<meta name="SiteName" content="云岭省人民政府门户网站" /><meta name="ColumnName" content="要闻" />
<meta name="ArticleTitle" content="${title}" /><meta name="PubDate" content="2023-03-07 09:15" />
<meta name="ContentSource" content="云岭日报" /><meta name="Author" content="周舟" />`

export interface Line {
  readonly role: string | null
  readonly text: string
}

const ground = { folders: [], columns: null, pageProgress: () => undefined }

/** Reads bytes or markup as the program does: what it is, its content tells. */
export async function readFile(content: string | Uint8Array, { fileName = '网页.html', encoding = null }: { fileName?: string; encoding?: Encoding | null } = {}): Promise<SourceFile> {
  const file = await readSourceFile(typeof content === 'string' ? Buffer.from(content) : content, { ...ground, fileName, encoding })
  if (file instanceof Refusal) throw file
  return file
}

export async function problemOf(content: string | Uint8Array): Promise<Problem> {
  const file = await readSourceFile(typeof content === 'string' ? Buffer.from(content) : content, { ...ground, fileName: '网页.html', encoding: null })
  if (file instanceof Refusal) return file.problem
  throw new Error('the file was read')
}

export const linesOf = ({ source }: SourceFile): Line[] => source.lines.map(({ start, end, role }) => ({ role: role ?? null, text: source.text.slice(start, end) }))

export const textsOf = (file: SourceFile): string[] => linesOf(file).map(({ text }) => text)

export const withRole = (file: SourceFile, role: string): string[] => linesOf(file).flatMap((line) => (line.role === role ? [line.text] : []))

export const warningsOf = (file: SourceFile): string[] => file.warnings.map(({ kind }) => kind)
