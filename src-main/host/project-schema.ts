import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaOf, type Schema } from '#core/exchange/schema.ts'
import { xmlTree } from '../readers/xml.ts'
import { programFolder } from './installed.ts'

/** The schema of REFI-QDA projects (18 March 2019, MIT licence), as the program brings it along. */
export function projectSchema(): Schema {
  const file = join(programFolder, 'resources', 'refi-qda', 'Project.xsd')
  return schemaOf(xmlTree(readFileSync(file), { place: file, damaged: 'damaged-xml' }))
}
