import type { Warning } from '../reader.ts'
import type { Leftovers } from './story-state.ts'

/** What besides the stories the reading left out or did not know. */
export interface Omissions extends Leftovers {
  readonly comments: number
  readonly unknownFormats: ReadonlySet<string>
  /** Names of parts that are damaged. */
  readonly damagedParts: readonly string[]
  /** Characters that no text may hold. */
  readonly replaced: number
}

/** One warning for each kind of thing, with how many there are. */
export function warningsOf(of: Omissions): Warning[] {
  const formats = [...of.unknownFormats].join(', ').slice(0, 200)
  const parts = of.damagedParts.join(', ').slice(0, 400)
  const all: readonly (readonly [count: number, kind: string, zh: string, en: string])[] = [
    [of.changes, 'tracked-changes', `文件带有 ${of.changes} 处修订，按全部接受读出：插入的保留，删除的不读。`, `Tracked changes in ${of.changes} places, read as accepted: insertions kept, deletions left out.`],
    [of.comments, 'comments-left-out', `有 ${of.comments} 条批注没有读入。`, `${of.comments} comments were left out.`],
    [of.hiddenCharacters, 'hidden-text', `有 ${of.hiddenCharacters} 个隐藏的字（打印时不显示）没有读入。`, `${of.hiddenCharacters} hidden characters, which are not printed, were left out.`],
    [of.embedded, 'embedded-documents', `嵌有 ${of.embedded} 个其他文档，其内容没有读入。`, `${of.embedded} embedded documents were not read.`],
    [of.graphics, 'drawn-text', `有 ${of.graphics} 个图表或示意图，其中的文字没有读入。`, `Text in ${of.graphics} charts or diagrams was not read.`],
    [of.silentFields, 'unread-fields', `有 ${of.silentFields} 个域的显示结果没有存在文件里，没有读入。`, `${of.silentFields} fields keep no result in the file; what they print was not read.`],
    [of.unknownSymbols, 'unknown-symbols', `有 ${of.unknownSymbols} 处符号字体的字形无法辨认，以“�”标出。`, `Glyphs of symbol fonts in ${of.unknownSymbols} places are not known, shown as “�”.`],
    [of.unknownFormats.size, 'unknown-numbering', `自动编号的格式无法辨认（${formats}），以阿拉伯数字代替。`, `Formats of automatic numbers are not known (${formats}); decimal digits stand for them.`],
    [of.damagedParts.length, 'damaged-parts', `文件的部分内容已损坏，没有读入：${parts}。`, `Damaged parts of the file were not read: ${parts}.`],
    [of.replaced, 'undecodable-characters', `有 ${of.replaced} 个字符不合规范，以“�”标出。`, `${of.replaced} characters are not well formed, shown as “�”.`]
  ]
  return all.filter(([count]) => count > 0).map(([, kind, zh, en]) => ({ kind, message: { zh, en } }))
}
