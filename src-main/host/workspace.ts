import type { Handlers } from '#core/contract/calls.ts'
import type { Json } from '#core/contract/json.ts'
import { Refusal } from '#core/contract/problem.ts'
import { readSettings, writeSetting } from '../library/settings.ts'
import type { Library } from '../library/sql.ts'

const prefix = 'workspace.'
const mostCharacters = 2_000_000

/** Where the person was in the window. Not a change of the research: it is neither journalled nor told to other windows. */
export function workspaceHandlers(library: Library): Pick<Handlers, 'workspace.read' | 'workspace.write'> {
  return {
    'workspace.read': () => readSettings(library.read, prefix) as Record<string, Json>, // it came in as JSON, by `workspace.write`
    'workspace.write': ({ name, value }) => {
      if (JSON.stringify(value).length > mostCharacters) throw tooMuch(name)
      library.write((writable) => writeSetting(writable, prefix + name, value))
      return null
    }
  }
}

const tooMuch = (place: string): Refusal =>
  new Refusal({ kind: 'too-large', message: { zh: '窗口状态太大，没有保存。', en: 'The state of the window is too large and was not kept.' }, place })
