import { projectOfElement, type ReadProject } from '#core/exchange/project-of-elements.ts'
import { projectNameSpace } from '#core/exchange/project.ts'
import { decodeText } from '../encoding.ts'
import { refuse } from '../refusals.ts'
import { xmlTree } from '../xml.ts'
import { ZipPackage } from '../zip-package.ts'

/**
 * A REFI-QDA project (`.qdpx`) of any program. The folder of texts may be called `sources` or `Sources`;
 * nothing outside the package is opened.
 *
 * @throws Refusal damaged-file, forbidden-markup and others of `ZipPackage` and `readXml`
 */
export async function readQdpx(bytes: Uint8Array, place: string): Promise<ReadProject> {
  const zip = await ZipPackage.open(bytes, place)
  const projects = zip.members.filter(({ name }) => /^[^/]+\.qde$/i.test(name))
  const [member] = projects
  const xml = member === undefined || projects.length > 1 ? null : await zip.read(member.name)
  if (xml === null) throw refuse('damaged-zip', place)
  const root = xmlTree(xml, { place, damaged: 'damaged-xml' })
  if (root.name !== 'Project' || root.uri !== projectNameSpace) throw refuse('damaged-xml', place)
  const texts = new Map<string, string>()
  for (const { name } of zip.members) {
    const file = /^sources\/([^/]+\.txt)$/i.exec(name)?.[1]
    const content = file === undefined ? null : await zip.read(name)
    const decoded = content === null ? null : textOf(content)
    if (file !== undefined && decoded !== null) texts.set(fileOf(file), decoded)
  }
  return projectOfElement(root, (path) => texts.get(fileOf(path)) ?? null)
}

/** UTF-8 as the standard says, its mark kept: programs count it or do not. Some write other encodings. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return decodeText(bytes)?.text ?? null
  }
}

/** `internal://GUID.txt` → `guid.txt`; also where a program writes the folder. */
const fileOf = (path: string): string => path.replace(/^internal:\/\//i, '').replace(/^.*\//, '').replace(/[{}]/g, '').toLowerCase()
