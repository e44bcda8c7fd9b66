import type { StoredCodebook } from '../library/codebooks.ts'
import type { Library } from '../library/sql.ts'
import type { ParserDesk } from '../parser/desk.ts'
import type { ParserPool } from '../parser/pool.ts'
import type { BugLog } from './bugs.ts'
import type { HeldSheets } from './held-sheets.ts'
import type { ChangeNews } from './jobs.ts'

/** What reading into a library stands on. */
export interface ImportGround {
  readonly library: Library
  readonly pool: ParserPool
  readonly newDesk: () => ParserDesk
  readonly sheets: HeldSheets
  /** The codebook in use at this moment. */
  readonly codebook: StoredCodebook
  readonly bugs: BugLog
  readonly now: () => Date
  readonly news: ChangeNews
}

/** With the codebook that is in use now, for work that takes a while: another may be put in use meanwhile. */
export const asOfNow = (ground: ImportGround): ImportGround => ({ ...ground })
