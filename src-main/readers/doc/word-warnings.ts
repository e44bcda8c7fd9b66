import type { Warning } from '../reader.ts'
import type { WordLines } from './read-word.ts'

/** What a person must know of the reading of a Word document. */
export function wordWarnings(word: WordLines, isWord97: boolean): Warning[] {
  const { deleted, hidden, formulas, symbols } = word.leftOut
  const warnings: Warning[] = []
  const add = (kind: string, zh: string, en: string): void => void warnings.push({ kind, message: { zh, en } })
  if (!isWord97) {
    add('unread-parts', '这是 Word 97 以前的旧格式：只读出文字（按中文或西文编码）；自动编号没有读入，修订中已删除的文字也会显示。', 'The file is older than Word 97: its text was read (as Chinese or Western), its automatic numbers were not, and text that was struck out while tracking shows too.')
  } else if (word.isUnformatted) {
    add('unread-parts', '文档的格式信息已损坏：只读出文字；自动编号没有读入，修订中已删除的文字也会显示。', 'The formatting of the document is damaged: its text was read, its automatic numbers were not, and text that was struck out while tracking shows too.')
  }
  if (word.unnumbered > 0) {
    add('unread-parts', `有 ${word.unnumbered} 段的自动编号没有读出。`, `The automatic numbers of ${word.unnumbered} paragraphs could not be read.`)
  }
  if (word.unknownFormats > 0) {
    add('unread-parts', `有 ${word.unknownFormats} 个自动编号的样式未知，以阿拉伯数字显示。`, `${word.unknownFormats} automatic numbers have a format that is not known and show in Arabic figures.`)
  }
  if (deleted > 0) add('deleted-text', `修订中已删除的 ${deleted} 个字没有读入（按接受全部修订读出）。`, `${deleted} characters that were deleted while tracking changes were left out (read as if all changes were accepted).`)
  if (hidden > 0) add('hidden-text', `有 ${hidden} 个字设为隐藏，没有读入。`, `${hidden} characters are set as hidden and were left out.`)
  if (word.comments > 0) add('unread-parts', `批注（${word.comments} 个字）不属于正文，没有读入。`, `Comments (${word.comments} characters) are no text of the report and were left out.`)
  if (formulas > 0) add('unread-parts', `有 ${formulas} 处公式域（EQ，如带圈数字）没有读出。`, `${formulas} formula fields (EQ, as for circled numbers) could not be read.`)
  if (symbols > 0) add('unread-parts', `有 ${symbols} 个符号字体的字符没有对应文字，以“�”标出。`, `${symbols} characters of symbol fonts have no text and are shown as “�”.`)
  const invalid = word.lines.replaced + word.leftOut.invalid
  if (invalid > 0) add('undecodable-bytes', `有 ${invalid} 个字符无效，以“�”标出。`, `${invalid} characters are not valid and are shown as “�”.`)
  return warnings
}
