import { readFileSync } from 'node:fs'
import type { Codebook } from '#core/codebook/codebook.ts'
import { compileCodebook } from '#core/codebook/compile.ts'
import { readOutline } from '#core/report/outline.ts'
import type { Statement } from '#core/report/report.ts'
import { readStatements } from '#core/report/statements.ts'
import type { Article } from '#core/source/article.ts'

const codebook = compileCodebook(
  JSON.parse(readFileSync(new URL('../../../resources/codebook.civil-affairs.json', import.meta.url), 'utf8')) as Codebook
)

/** An article that is nothing but its text, a paragraph to a line. */
function articleOf(text: string): Article {
  let at = 0
  const paragraphs = text.split('\n').map((line) => {
    const start = at
    at += line.length + 1
    return { start, end: start + line.length }
  })
  const map = { cleanLength: text.length, pieces: [{ clean: 0, source: 0, length: text.length }] }
  return { title: null, text, map, paragraphs, furniture: [], confidence: 1, evidence: [] }
}

/** The statements of a text, coded by the default codebook. */
export function codedStatements(text: string): Statement[] {
  const article = articleOf(text)
  return readStatements(article, readOutline(article), codebook)
}
