import { documentText } from '#core/exchange/element.ts'
import { projectElement } from '#core/exchange/project-elements.ts'
import { projectFaults } from '#core/exchange/project-faults.ts'
import { withCrlf } from '#core/exchange/line-ends.ts'
import { textPathOf, type Project } from '#core/exchange/project.ts'
import { schemaFaults, type Schema } from '#core/exchange/schema.ts'
import { zipBytes } from './zip.ts'

export interface QdpxOptions {
  readonly schema: Schema
  /** `crlf` for MAXQDA; every other program reads line feeds. */
  readonly lineEnds: 'lf' | 'crlf'
}

/**
 * A REFI-QDA project as a `.qdpx`: `project.qde`, and the texts in the folder `sources`. Nothing is
 * written that the schema of the standard, or sense, has anything against.
 *
 * @throws Error where it has: that is a fault of this program
 */
export async function qdpxBytes(project: Project, { schema, lineEnds }: QdpxOptions): Promise<Uint8Array> {
  const written = lineEnds === 'crlf' ? withCrlf(project) : project
  const root = projectElement(written)
  const faults = [...schemaFaults(root, schema), ...projectFaults(written)]
  if (faults.length > 0) throw new Error(`The project is not valid: ${faults.slice(0, 10).join('; ')}`)
  return zipBytes([
    { name: 'project.qde', bytes: Buffer.from(documentText(root)) },
    ...written.sources.map((source) => ({ name: textPathOf(source).replace('internal://', 'sources/'), bytes: Buffer.from(source.text) }))
  ])
}
