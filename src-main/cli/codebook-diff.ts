import { codebookDifference, type ThemeDifference, type ThemeWord } from '#core/codebook/difference.ts'
import { codebookStamp } from '../host/reference.ts'
import { readArguments } from './arguments.ts'
import { namedCodebook } from './codebook-option.ts'
import { oneLine, WrongCall } from './failure.ts'
import { jsonPieces, print } from './print.ts'

const changes = {
  added: '新增 added', removed: '删去 removed', retired: '停用 retired', merged: '并入 merged into', 'brought-back': '恢复 brought back', changed: '修改 changed'
} as const satisfies Record<ThemeDifference['change'], string>

/** `codebook diff BEFORE AFTER`: what changed from one version to another. */
export async function diffCodebooks(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['json'])
  const [named, namedAfter] = files
  if (named === undefined || namedAfter === undefined || files.length > 2) throw new WrongCall('codebook diff takes two codebooks, the older first.')
  const [before, after] = [await namedCodebook(named), await namedCodebook(namedAfter)]
  const difference = codebookDifference(before, after)
  if (options.json) {
    await print(jsonPieces({ format: 'duizhao/codebook-diff@1', before: codebookStamp(before), after: codebookStamp(after), ...difference }))
    return 0
  }
  const lines = difference.themes.flatMap(describe)
  if (difference.renamed !== undefined) lines.push(`编码本改名 codebook renamed: ${difference.renamed.from.zh} ${difference.renamed.from.en} → ${difference.renamed.to.zh} ${difference.renamed.to.en}`)
  if (difference.context) lines.push('共用词表有改动 what is common to all themes changed')
  await print(lines.length === 0 ? '没有不同 no difference\n' : lines.map((line) => `${oneLine(line)}\n`))
  return 0
}

function describe({ id, name, change, into, renamed, moved, words, rewritten }: ThemeDifference): string[] {
  const lines = [`${changes[change]}${into === undefined ? '' : ` ${into}`}: ${name.zh} ${name.en} (${id})`]
  if (renamed !== undefined) lines.push(`  改名 renamed: ${renamed.from.zh} ${renamed.from.en} → ${renamed.to.zh} ${renamed.to.en}`)
  if (moved !== undefined) lines.push(`  移动 moved: ${moved.from ?? '—'} → ${moved.to ?? '—'}`)
  if (rewritten !== undefined) lines.push(`  改写 rewritten: ${rewritten.join(', ')}`)
  if (words !== undefined) {
    if (words.added.length > 0) lines.push(`  加词 words added: ${listed(words.added)}`)
    if (words.removed.length > 0) lines.push(`  减词 words removed: ${listed(words.removed)}`)
  }
  return lines
}

const listed = (words: readonly ThemeWord[]): string => words.map(({ list, word }) => `${word} (${list})`).join('、')
