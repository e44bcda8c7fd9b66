import { codedThemes, inTreeOrder } from '#core/codebook/tree.ts'
import { codebookStamp } from '../host/reference.ts'
import { readArguments } from './arguments.ts'
import { namedCodebook } from './codebook-option.ts'
import { oneLine, WrongCall } from './failure.ts'
import { jsonPieces, print } from './print.ts'

/** `codebook check FILE|ID`: whether it is one; its tree, with the number of words of each theme. */
export async function checkCodebook(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['json'])
  const [named] = files
  if (named === undefined || files.length > 1) throw new WrongCall('codebook check takes one FILE or ID.')
  const codebook = await namedCodebook(named)
  const stamp = codebookStamp(codebook)
  const themes = inTreeOrder(codebook).map(({ theme: { id, name, group, retired, patterns }, depth }) => ({
    id, name, depth, group: group === true, retired: retired ?? null, words: Object.values({ ...patterns }).reduce((sum, list) => sum + list.length, 0)
  }))
  if (options.json) {
    await print(jsonPieces({ format: 'duizhao/codebook-check@1', ...stamp, name: codebook.name, themes }))
    return 0
  }
  await print([
    `${oneLine(`${codebook.name.zh} ${codebook.name.en}`)}: ${stamp.id} ${stamp.version} ${stamp.sha256.slice(0, 12)}\n`,
    `主题 themes ${codedThemes(codebook).length}\n`,
    ...themes.map(({ id, name, depth, words, retired }) =>
      `${'  '.repeat(depth + 1)}${oneLine(`${name.zh} ${name.en}`)} (${id}) ${retired === null ? words : `已停用 retired${retired.into === null ? '' : ` → ${retired.into}`}`}\n`
    )
  ])
  return 0
}
