import type { Article } from '#core/source/article.ts'

/** An article made of a reading text as it stands, one paragraph for each line. */
export function articleOf(text: string): Article {
  let at = 0
  const paragraphs = text.split('\n').map((line) => {
    const start = at
    at += line.length + 1
    return { start, end: start + line.length }
  })
  const map = { cleanLength: text.length, pieces: [{ clean: 0, source: 0, length: text.length }] }
  return { title: null, text, map, paragraphs, furniture: [], confidence: 1, evidence: [] }
}
