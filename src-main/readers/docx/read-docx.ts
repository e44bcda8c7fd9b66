import type { Refusal } from '#core/contract/problem.ts'
import { SourceText } from '#core/source/source-text.ts'
import type { Reader, ReadingGround, SourceFile } from '../reader.ts'
import { refuse } from '../refusals.ts'
import { openDocx } from './docx-package.ts'
import { warningsOf } from './docx-warnings.ts'
import { readParts, type DocxParts } from './parts.ts'
import { areLinesOfAPage } from './pasted-lines.ts'
import { addParagraph, addPastedLine, numbered, type Press } from './print-paragraphs.ts'

/**
 * Word documents of today (.docx, .docm), as they print: with their automatic numbers, tracked changes
 * accepted. After the body come the notes, then headers and footers.
 */
export const readDocx: Reader = async (bytes, ground) => docxFile(bytes, ground)

async function docxFile(bytes: Uint8Array, { fileName, folders }: ReadingGround): Promise<SourceFile | Refusal> {
  const docx = await openDocx(bytes, fileName)
  const parts = await readParts(docx)
  const text = new SourceText()
  const press: Press = { text, styles: parts.styles, numbering: parts.numbering, place: fileName, unknownFormats: new Set() }
  addBody(parts, press)
  addNotes(parts, press)
  const source = text.source({ fileName, folders })
  if (!/[^\s\ufffd\p{Cc}\p{Cf}]/u.test(source.text)) return refuse('empty', fileName)
  addFurniture(parts, press)
  return {
    source: text.source({ fileName, folders }),
    mediaType: docx.isMacroEnabled ? 'application/vnd.ms-word.document.macroEnabled.12' : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    encoding: null,
    warnings: warningsOf({ ...parts.leftovers, comments: parts.comments, damagedParts: parts.damagedParts, unknownFormats: press.unknownFormats, replaced: text.replaced })
  }
}

/** An empty paragraph is an empty line of the page; an empty cell is nothing. Text that was pasted line by line is lines again. */
function addBody({ body }: DocxParts, press: Press): void {
  const isPasted = areLinesOfAPage(body.paragraphs)
  for (const { text, role } of numbered(body.paragraphs, press)) {
    if (isPasted && role === null) addPastedLine(press, text)
    else if (role !== 'cell' || text.trim() !== '') addParagraph(press, text, text.trim() === '' ? null : role)
  }
}

/** In the order in which the text refers to them: those at the foot of pages, then those at the end. */
function addNotes({ body, footnotes, endnotes }: DocxParts, press: Press): void {
  for (const [kind, story] of [['footnote', footnotes], ['endnote', endnotes]] as const) {
    const ids = new Set(body.noteReferences.filter((reference) => reference.kind === kind).map(({ id }) => id))
    const paragraphs = [...ids].flatMap((id) => story?.notes.get(id) ?? [])
    for (const { text } of numbered(paragraphs, press)) if (text.trim() !== '') addParagraph(press, text.trimStart(), 'footnote')
  }
}

/** Each text once for each kind of page, headers first. What stands around a page's number is no words of anybody. */
function addFurniture({ furniture }: DocxParts, press: Press): void {
  const printed = new Set<string>()
  for (const wanted of ['header', 'footer'] as const) {
    for (const { role, pages, story } of furniture) {
      if (role !== wanted) continue
      for (const { text, hasPageNumber } of numbered(story.paragraphs, press)) {
        const key = `${role} ${pages} ${text}`
        if (text.trim() === '' || printed.has(key)) continue
        printed.add(key)
        addParagraph(press, text, hasPageNumber && isAroundPageNumber(text) ? 'page-number' : role)
      }
    }
  }
}

/** `第  页 共  页`, `—  —`, `Page  of ` */
const isAroundPageNumber = (text: string): boolean => !/[^\s\p{P}\p{S}]/u.test(text.replace(/page|of|[第页共总计码]/gi, ''))
