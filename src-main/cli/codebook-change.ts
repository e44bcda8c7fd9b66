import { parseChanges } from '#core/codebook/changes.ts'
import { nextVersion } from '#core/codebook/difference.ts'
import { reviseAll, type RevisionProblem } from '#core/codebook/revise.ts'
import { Refusal } from '#core/contract/problem.ts'
import { codebookJson } from '../writers/codebook-files.ts'
import { writeWholeFile } from '../writers/whole-file.ts'
import { readArguments, required } from './arguments.ts'
import { namedCodebook, parsedFile } from './codebook-option.ts'
import { WrongCall } from './failure.ts'
import { print } from './print.ts'

const problems = {
  'no-such-theme': ['没有这个主题', 'there is no such theme'],
  'id-taken': ['编号已被使用', 'the id is taken'],
  retired: ['主题已停用', 'the theme is retired'],
  'in-use': ['主题本来就在用', 'the theme is in use already'],
  'is-group': ['分组本身不编码', 'a group is not coded itself'],
  'under-itself': ['主题不能放到自己下面', 'a theme cannot stand under itself'],
  'has-children': ['下面还有在用的主题，先移走', 'themes in use stand under it: move them first'],
  'no-such-place': ['没有这个位置', 'there is no such place']
} as const satisfies Record<Exclude<RevisionProblem['kind'], 'invalid'>, readonly [string, string]>

/** `codebook change FILE|ID CHANGES.json --output FILE`: a list of changes, made one after the other. */
export async function changeCodebook(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['output', 'force'])
  const [named, list] = files
  if (named === undefined || list === undefined || files.length > 2) throw new WrongCall('codebook change takes a codebook and a file of changes.')
  const output = required(options.output, 'output')
  const before = await namedCodebook(named)
  const changes = parseChanges(parsedFile(list))
  if ('fault' in changes) throw refusal(list, `不是有效的改动清单（${changes.fault}）。`, `Not a valid list of changes (${changes.fault}).`)
  const revision = reviseAll(before, changes.changes)
  if ('problem' in revision) throw problemRefusal(list, revision.problem)
  const after = { ...revision.codebook, version: nextVersion(before, revision.codebook) }
  await writeWholeFile(output, codebookJson(after), { force: options.force })
  await print(`${after.id} ${before.version} → ${after.version}\n`)
  return 0
}

function problemRefusal(place: string, problem: RevisionProblem): Refusal {
  if (problem.kind === 'invalid') {
    const first = problem.faults.map(({ place: where, message }) => `${where}: ${message}`)[0] ?? ''
    return refusal(place, `改动后不是有效的编码本（${first}）。`, `After the changes it is no valid codebook (${first}).`)
  }
  const [zh, en] = problems[problem.kind]
  return refusal(place, `${problem.theme}：${zh}。`, `${problem.theme}: ${en}.`)
}

const refusal = (place: string, zh: string, en: string): Refusal => new Refusal({ kind: 'unreadable-file', message: { zh, en }, place })
