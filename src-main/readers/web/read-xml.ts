import { Refusal } from '#core/contract/problem.ts'
import { SourceText } from '#core/source/source-text.ts'
import type { Reader, SourceFile, Warning } from '../reader.ts'
import { refuse } from '../refusals.ts'
import { readXml } from '../xml.ts'
import { blocksOf, trimmed } from './blocks.ts'
import { decodeMarkup } from './decode-page.ts'
import { bodyOf, parsePage } from './page-tree.ts'
import { holesIn } from './read-html.ts'

/**
 * Any other XML: its text in the order of the file, a line for each element that holds text. Where
 * its tags do not fit together, what stands between them, with a warning.
 */
export const readXmlText: Reader = (bytes, ground) => {
  const { fileName, folders } = ground
  const decoded = decodeMarkup(bytes, { chosen: ground.encoding })
  if (decoded === null) throw refuse('damaged-xml', fileName)
  const text = new SourceText()
  const { runs, isWellFormed } = runsOf(decoded.text, fileName)
  for (const words of runs) {
    for (const line of linesIn(words, fileName)) text.line(line, { endsParagraph: true })
  }
  if (text.lineCount === 0) throw refuse(isWellFormed ? 'empty' : 'damaged-xml', fileName)
  const source = text.source({ fileName, folders })
  const warnings = [...(isWellFormed ? [] : [MALFORMED]), ...holesIn(source.text, decoded)]
  const file: SourceFile = { source, mediaType: 'application/xml', encoding: decoded.encoding, warnings }
  return Promise.resolve(file)
}

function runsOf(xml: string, place: string): { readonly runs: readonly string[]; readonly isWellFormed: boolean } {
  try {
    return { runs: textsOf(xml, place), isWellFormed: true }
  } catch (error) {
    if (error instanceof Refusal && error.problem.kind === 'damaged-file') return { runs: looseTexts(xml), isWellFormed: false }
    throw error
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** What stands between the tags, comments and instructions left out; a sign < before no name is text. */
function looseTexts(xml: string): string[] {
  const runs: string[] = []
  let run = ''
  let at = 0
  const end = (): void => {
    runs.push(run.replace(/&(lt|gt|amp|quot|apos);/g, (_all, name: string) => ENTITIES[name]!).replace(/[ \t\n\r]+/g, ' '))
    run = ''
  }
  while (at < xml.length) {
    const sign = xml.indexOf('<', at)
    run += xml.slice(at, sign === -1 ? undefined : sign)
    if (sign === -1) break
    const [opening, closing] = MARKS.find(([mark]) => xml.startsWith(mark, sign)) ?? [/[\p{L}_/]/u.test(xml[sign + 1] ?? '') ? '<' : '', '>']
    const close = opening === '' ? sign : xml.indexOf(closing, sign + opening.length)
    if (opening === '<![CDATA[') {
      end()
      runs.push(xml.slice(sign + opening.length, close === -1 ? undefined : close))
    } else if (opening === '') run += '<'
    else if (opening === '<') end()
    at = close === -1 ? xml.length : close + (opening === '' ? 1 : closing.length)
  }
  end()
  return runs
}

const MARKS = [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>']] as const

const MALFORMED: Warning = {
  kind: 'malformed-xml',
  message: {
    zh: 'XML 的标签不配对或有其他格式错误，已按标签之间的文字逐段读出。',
    en: 'The tags of this XML do not fit together: what stands between them was read, piece by piece.'
  }
}

/** An element that is open. Its text and its children's stay together where it has text of its own. */
interface Open {
  /** Runs of text, its own and those of its closed children, in order. */
  readonly runs: string[]
  /** Has text of its own that is not white space. */
  isMixed: boolean
  readonly keepsSpace: boolean
}

const mostElements = 400_000

/** The texts of the elements of a file, in order. @throws Refusal as `readXml`, too-many-parts */
function textsOf(xml: string, place: string): readonly string[] {
  const top: Open = { runs: [], isMixed: false, keepsSpace: false }
  const stack: Open[] = [top]
  let count = 0
  readXml(
    xml,
    {
      open: (element) => {
        if (++count > mostElements) throw refuse('too-many-parts', place, { count: mostElements })
        stack.push({ runs: [], isMixed: false, keepsSpace: element.attribute('space') === 'preserve' || stack.at(-1)!.keepsSpace })
      },
      text: (piece) => {
        const element = stack.at(-1)!
        if (/\S/.test(piece)) element.isMixed = true
        else if (!element.isMixed) return
        element.runs.push(element.keepsSpace ? piece : piece.replace(/[ \t\n\r]+/g, ' '))
      },
      close: () => {
        const { runs, isMixed } = stack.pop()!
        const own = isMixed ? [runs.join('')] : runs
        stack.at(-1)!.runs.push(...own)
      }
    },
    { place, damaged: 'damaged-xml' }
  )
  return top.runs
}

/** The text of one element; a feed has whole web pages in its elements, as text. */
function linesIn(words: string, place: string): string[] {
  const lines = /<(?:p|br|div|img|a|span|font|b|strong|table|ul|h\d)\b[^<>]*>/i.test(words) ? pageLines(words, place) : words.split(/\r\n|[\r\n]/)
  return lines.map(trimmed).filter((line) => /\S/.test(line))
}

function pageLines(html: string, place: string): string[] {
  const body = bodyOf(parsePage(html, place))
  return body === null ? [] : blocksOf(body).blocks.map(({ text }) => text)
}
