import type { Furniture } from '../source/article.ts'
import { isPlausibleName } from './names.ts'

/** Who wrote a report and who supplied it. */

const NAME = '[\\u3400-\\u9fff·]{2,6}'
const reporterPattern = new RegExp(`(?:记者|通讯员|特约记者|见习记者)[：:\\s　]*((?:${NAME})(?:[、，,\\s　]+(?:通讯员[：:\\s　]*)?${NAME}){0,4})`)

/** 李庆 of ■ 本报记者 李庆; several are joined by 、. From the page's furniture, else from the ends of the text. */
export function readReporter(furniture: readonly Furniture[], text: string): string | null {
  const lines = linesOf(furniture, 'reporter')
  for (const line of [...lines, bracketed(text.slice(0, 160)), bracketed(text.slice(-120))]) {
    const names = reporterNames(line)
    if (names.length > 0) return names.join('、')
  }
  return null
}

/** One line under a headline often names source, reporter and time together (来源：… 记者：… 时间：…). */
const linesOf = (furniture: readonly Furniture[], kind: Furniture['kind']): string[] =>
  [kind, 'publication-date'].flatMap((wanted) => furniture.filter((piece) => piece.kind === wanted).map((piece) => piece.text))

/** In running text only what stands in brackets (记者张三) is a byline. */
const bracketed = (text: string): string => /[（(]([^（）()]{0,12}(?:记者|通讯员)[^（）()]{2,40})[）)]/.exec(text)?.[1] ?? ''

/** Names alone, as the author of a page is given: 李庆, 李庆 张三; 作者：李庆. */
const namesAlone = new RegExp(`^(?:(?:作者|撰稿|撰文)[：:\\s　]*)?(${NAME}(?:[、，,\\s　]+${NAME}){0,4})$`)

function reporterNames(line: string): string[] {
  const list = reporterPattern.exec(line.replace(/(?<=[\u3400-\u9fff])(?:特约)?通讯员/g, '、'))?.[1]
  if (list === undefined) return namesIn(namesAlone.exec(line.trim())?.[1] ?? '').filter(isName)
  return namesIn(list).filter((name) => isName(name) || (line.length < 24 && name.length <= 4))
}

const namesIn = (list: string): string[] =>
  list
    .split(/[、，,：:\s　]+/)
    .map((name) => name.replace(/(?:报道|文|摄|通讯员|摄影|供稿)$/, ''))
    .filter((name) => name.length >= 2)

const isName = (name: string): boolean => isPlausibleName(name) || name.includes('·')

const sourcePattern = /(?:来源|信息来源|文章来源|稿源|供稿|来稿)(?:于(?=[：:]))?[：:\s　]*([^\s　，。；|）)（(]{2,30})/
const accordingPattern = /^[（(]?(?:据|来源[：:])\s*([\u3400-\u9fffA-Za-z]{2,30}?)(?:消息|报道|供稿|网站|官网)?[）)]?$/

/** 浙江日报: who published, and no word before it. */
const outletAlone = /^[\u3400-\u9fffA-Za-z0-9·]{2,30}$/

/** 浙江省民政厅 of （据浙江省民政厅）; 安徽日报 of 来源：安徽日报. */
export function readAttribution(furniture: readonly Furniture[], text: string): string | null {
  const lines = linesOf(furniture, 'attribution')
  const tail = text.slice(text.lastIndexOf('\n') + 1)
  for (const line of [...lines, ...(tail.length < 40 ? [tail] : []), closingBracket(text)]) {
    const found = accordingPattern.exec(line.trim())?.[1] ?? sourcePattern.exec(line)?.[1]
    if (found !== undefined) return found
  }
  return furniture.find(({ kind, text: outlet }) => kind === 'attribution' && outletAlone.test(outlet.trim()))?.text.trim() ?? null
}

/** …（据浙江省民政厅） at the very end of the text. */
const closingBracket = (text: string): string => /[（(](?:据|来源)[^（）()]{2,34}[）)]\s*$/.exec(text.slice(-48))?.[0] ?? ''
