import { join } from 'node:path'
import { useCodebook } from '../../../src-main/library/codebooks.ts'
import { createLibrary } from '../../../src-main/library/open.ts'
import type { Library } from '../../../src-main/library/sql.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { now, storedCodebook } from './stored.ts'

/** An empty library in a folder of its own. */
export function newLibrary(): Library {
  const library = createLibrary({ path: join(temporaryFolder(), 'library.duizhao'), now })
  library.write((writable) => useCodebook(writable, storedCodebook))
  return library
}
