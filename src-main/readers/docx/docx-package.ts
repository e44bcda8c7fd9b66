import { Refusal } from '#core/contract/problem.ts'
import { refuse } from '../refusals.ts'
import { childrenOf, xmlTree, type XmlElement } from '../xml.ts'
import { documentBounds, ZipPackage } from '../zip-package.ts'
import { partText } from './part-text.ts'

/** A relationship of a part to another part of the package. */
export interface Relationship {
  readonly id: string
  /** Last word of its type: `styles`, `footnotes`, `header`. The rest differs between the two dialects of the standard. */
  readonly type: string
  /** Name of the part, as the archive has it. */
  readonly part: string
}

export interface DocxPackage {
  readonly place: string
  /** The document itself. */
  readonly main: string
  readonly isMacroEnabled: boolean
  /** Relationships of the document, those to the outside left out. */
  readonly related: readonly Relationship[]
  /** XML of a part. @throws Refusal damaged-file and the bounds of a package */
  read(part: string): Promise<string | Uint8Array>
}

const megabyte = 1024 * 1024

/** A report of 16 million characters, the most that is read, has no more markup than this. */
const bounds = { ...documentBounds, partBytes: 64 * megabyte }

/** @throws Refusal */
export async function openDocx(bytes: Uint8Array, place: string): Promise<DocxPackage> {
  const zip = await ZipPackage.open(bytes, place, bounds)
  // names of parts are the same in any case (ECMA-376, part 2, 6.2.2.3)
  const names = new Map(zip.members.map(({ name }) => [name.replace(/^\//, '').toLowerCase(), name]))
  const find = (part: string): string | undefined => names.get(part.toLowerCase())
  const read = async (part: string): Promise<string | Uint8Array> => {
    const found = await zip.read(part)
    if (found === null) throw refuse('damaged-word', place)
    return partText(found)
  }
  const relationshipsOf = async (part: string): Promise<Relationship[]> => {
    const name = find(relationshipPart(part))
    if (name === undefined) return []
    const root = xmlTree(await read(name), { place, damaged: 'damaged-word' })
    return childrenOf(root, 'Relationship').flatMap((element) => relationshipOf(element, part, find))
  }
  const roots = await tolerated(() => relationshipsOf(''))
  const main = roots.find(({ type }) => type === 'officeDocument')?.part ?? find('word/document.xml')
  if (main === undefined) throw refuse('damaged-word', place)
  const types = find('[content_types].xml')
  const typeText = types === undefined ? '' : await read(types)
  return { place, main, isMacroEnabled: typeof typeText === 'string' && typeText.includes('macroEnabled'), related: await tolerated(() => relationshipsOf(main)), read }
}

/** A list of relationships that is damaged leaves the document readable; one that is hostile does not. */
async function tolerated(read: () => Promise<Relationship[]>): Promise<Relationship[]> {
  try {
    return await read()
  } catch (error) {
    if (isDamage(error)) return []
    throw error
  }
}

/** Whether a part is merely broken, so that the rest may be read without it. */
export const isDamage = (error: unknown): boolean => error instanceof Refusal && error.problem.kind === 'damaged-file'

function relationshipOf({ attributes }: XmlElement, from: string, find: (part: string) => string | undefined): Relationship[] {
  if (attributes.get('TargetMode')?.toLowerCase() === 'external') return []
  const part = find(resolved(from, attributes.get('Target') ?? ''))
  if (part === undefined) return []
  return [{ id: attributes.get('Id') ?? '', type: (attributes.get('Type') ?? '').split('/').at(-1)!, part }]
}

/** `word/document.xml` → `word/_rels/document.xml.rels` */
function relationshipPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/** The name of a part that another names: from the top (`/word/a.xml`) or from where that one lies (`../a.xml`). */
function resolved(from: string, target: string): string {
  const path = unescaped(target).replaceAll('\\', '/')
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function unescaped(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch (error) {
    if (error instanceof URIError) return target
    throw error
  }
}
