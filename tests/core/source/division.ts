import { divideSource } from '#core/source/divide.ts'
import { sourceFromText } from '#core/source/source.ts'
import type { Article, Division } from '#core/source/article.ts'
import { toSource } from '#core/text/offset-map.ts'
import { context } from '../../golden/seed/seed.ts'

/** Division of texts in tests, in forms that are easy to compare, and the law that holds for each. */

export const divide = (text: string): Division => divideSource(sourceFromText(text), context.gazetteer)

export const titlesOf = (division: Division): (string | null)[] => division.articles.map((article) => article.title?.text ?? null)

export const paragraphsOf = (article: Article): string[] => article.paragraphs.map((p) => article.text.slice(p.start, p.end))

export const withoutBreaks = (article: Article): string => article.text.replaceAll('\n', '')

/** `kind text` of what stands around an article. */
export const furnitureOf = (article: Article): string[] => article.furniture.map(({ kind, text }) => `${kind} ${text}`)

export const wrap = (line: string, width: number): string[] =>
  Number.isFinite(width) ? Array.from({ length: Math.max(1, Math.ceil(line.length / width)) }, (_, i) => line.slice(i * width, (i + 1) * width)) : [line]

/**
 * What is wrong with a division, or null: every character that is not white space is in exactly one
 * place, nothing is altered, nothing is added but white space, paragraphs cover the text.
 */
export function fault(text: string, division: Division): string | null {
  const places = new Uint8Array(text.length)
  const take = (start: number, end: number) => {
    for (let at = start; at < end; at++) places[at]!++
  }
  for (const article of division.articles) {
    const wrong = faultOfArticle(text, article)
    if (wrong !== null) return wrong
    for (const { start, end } of toSource(article.map, { start: 0, end: article.text.length })) take(start, end)
  }
  for (const traced of [...division.articles.flatMap((a) => [...(a.title === null ? [] : [a.title]), ...a.furniture]), ...division.leftOver]) {
    for (const { start, end } of traced.spans) take(start, end)
    const words = traced.spans.map(({ start, end }) => text.slice(start, end)).join('')
    if (words.replace(/\s/g, '') !== traced.text.replace(/\s/g, '')) return `${traced.text} is not what its spans hold`
  }
  for (let at = 0; at < text.length; at++) {
    if (places[at]! > 1) return `${at} is in ${places[at]} places`
    if (places[at] === 0 && !/[\s\u0085]/.test(text[at]!)) return `${JSON.stringify(text[at])} at ${at} is lost`
  }
  return null
}

function faultOfArticle(text: string, article: Article): string | null {
  let at = 0
  for (const { clean, source, length } of article.map.pieces) {
    if (article.text.slice(at, clean).trim() !== '') return `${article.text.slice(at, clean)} was invented`
    if (article.text.slice(clean, clean + length) !== text.slice(source, source + length)) return `altered at ${clean}`
    at = clean + length
  }
  if (article.text.slice(at).trim() !== '') return 'the end was invented'
  const joined = paragraphsOf(article).join('\n')
  return joined === article.text && !paragraphsOf(article).includes('') ? null : 'paragraphs do not cover the text'
}
