import { join } from 'node:path'
import { keepCodebook } from '../../../src-main/library/codebooks.ts'
import { createLibrary } from '../../../src-main/library/open.ts'
import type { Library } from '../../../src-main/library/sql.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { codebookHash, now } from './stored.ts'

/** An empty library in a folder of its own. */
export function newLibrary(): Library {
  const library = createLibrary({ path: join(temporaryFolder(), 'library.duizhao'), now })
  library.write((writable) => keepCodebook(writable, { sha256: codebookHash, id: 'test', version: '1', definition: '{}' }))
  return library
}
