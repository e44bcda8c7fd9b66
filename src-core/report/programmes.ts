import type { Span } from '../text/span.ts'
import type { Programme, Statement } from './report.ts'

/** Coined names of programmes, each with every place where it stands in the text, quoted or not. */
export function readProgrammes(text: string, statements: readonly Statement[]): Programme[] {
  const programmes: Programme[] = []
  const seen = new Set<string>()
  for (const match of text.matchAll(/“([\u4e00-\u9fff]{3,12})”/g)) {
    const name = match[1]!
    if (seen.has(name) || /^两个|^十[一二三四五]五$|补贴$/.test(name)) continue
    seen.add(name)
    const statement = statements.find((s) => s.start <= match.index && match.index < s.end)
    programmes.push({ name, theme: statement?.themes[0]?.id ?? null, occurrences: occurrencesOf(text, name) })
  }
  return programmes
}

function occurrencesOf(text: string, name: string): Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    found.push({ start: at, end: at + name.length })
  }
  return found
}
