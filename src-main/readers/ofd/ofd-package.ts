import { refuse } from '../refusals.ts'
import { xmlTree, type XmlElement } from '../xml.ts'
import { ZipPackage } from '../zip-package.ts'

/** An OFD package: XML parts that point to each other by places. */
export interface OfdPackage {
  readonly place: string
  /**
   * The member that a place stands for, as written in the part `from`: from the root of the package
   * where it begins with `/`, else from the part's own folder; what is not there is looked for from the root, and
   * by names that differ in case. null: no such member, or a place outside of the package.
   */
  locate(loc: string, from: string): string | null
  /** The root element of a member. @throws Refusal as `xmlTree` and `ZipPackage.read` */
  xml(name: string): Promise<XmlElement>
  bytes(name: string): Promise<Uint8Array | null>
  /** Whether some place that was asked for points outside of the package; the first such place. */
  readonly unsafe: string | null
  readonly names: readonly string[]
}

/** @throws Refusal damaged-zip, too-many-parts */
export async function openOfd(bytes: Uint8Array, place: string): Promise<OfdPackage> {
  const zip = await ZipPackage.open(bytes, place)
  const names = zip.members.filter(({ isFolder }) => !isFolder).map(({ name }) => name)
  const byName = new Map<string, string>()
  for (const name of names) byName.set(plain(name), name)
  for (const name of names) if (!byName.has(plain(name).toLowerCase())) byName.set(plain(name).toLowerCase(), name)
  let unsafe: string | null = null
  const found = (path: string | null): string | null => (path === null ? null : (byName.get(path) ?? byName.get(path.toLowerCase()) ?? null))
  return {
    place,
    names,
    get unsafe() {
      return unsafe
    },
    locate: (loc, from) => {
      const written = loc.trim().replaceAll('\\', '/')
      const fromRoot = joined('', written)
      const fromHere = written.startsWith('/') ? fromRoot : joined(folderOf(plain(from)), written)
      if (fromHere === null) unsafe ??= written
      return found(fromHere) ?? found(fromRoot)
    },
    xml: async (name) => {
      const part = await zip.read(name)
      if (part === null) throw refuse('damaged-ofd', place)
      return xmlTree(part, { place, damaged: 'damaged-ofd' })
    },
    bytes: (name) => zip.read(name)
  }
}

/** Without what some programs put in front of the names of members. */
const plain = (name: string): string => name.replace(/^(?:\.?\/)+/, '')

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1)

/** A path from the root of the package; null where it leaves it. */
function joined(folder: string, loc: string): string | null {
  const steps: string[] = []
  for (const step of `${folder}${loc}`.split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined) return null
  }
  return steps.join('/')
}
