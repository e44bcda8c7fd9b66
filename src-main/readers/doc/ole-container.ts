import { read, type CFB$Container } from 'cfb'
import { refuse } from '../refusals.ts'

/** An OLE2 container (`d0cf11e0`): the streams of its root, without those of the objects embedded in it. */
export interface OleContainer {
  /** Names of the root's own streams and storages, in lower case. */
  readonly names: ReadonlySet<string>
  /** A stream of the root; null where there is none. Names are compared without case, as Windows does. */
  stream(name: string): Buffer | null
}

/** @throws Refusal damaged-word */
export function openOle(bytes: Uint8Array, place: string): OleContainer {
  const container = parsed(bytes, place)
  const root = (container.FullPaths[0] ?? '').toLowerCase()
  const indexes = new Map<string, number>()
  container.FullPaths.forEach((path, index) => {
    const name = path.toLowerCase()
    if (index > 0 && name.startsWith(root)) indexes.set(name.slice(root.length).replace(/\/$/, ''), index)
  })
  return {
    names: new Set([...indexes.keys()].filter((name) => !name.includes('/'))),
    stream: (name) => {
      const index = indexes.get(name.toLowerCase())
      const content = index === undefined ? undefined : container.FileIndex[index]?.content
      return content === undefined ? null : Buffer.from(content)
    }
  }
}

function parsed(bytes: Uint8Array, place: string): CFB$Container {
  try {
    return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { type: 'buffer' })
  } catch {
    // cfb throws plain errors and, for broken directories, TypeErrors
    throw refuse('damaged-word', place)
  }
}
