import { z } from 'zod'
import type { ColumnReport } from '../compare/comparison.ts'
import { versionTableIds } from '../table/version-tables.ts'
import type { TargetChange } from '../versions/target-changes.ts'
import type { ThemeChange } from '../versions/theme-changes.ts'
import type { VersionComparison } from '../versions/versions.ts'
import { call } from './call.ts'
import type { SavedFigure } from './figure-calls.ts'

/** One of the two, with the text that all spans are of. */
export interface ComparedVersion {
  readonly report: ColumnReport
  readonly text: string
}

/** Two versions compared: their texts, their themes and their targets. */
export interface ComparedVersions extends VersionComparison {
  readonly before: ComparedVersion
  readonly after: ComparedVersion
  /** As `themeChanges` lists them. */
  readonly themes: readonly ThemeChange[]
  readonly targets: readonly TargetChange[]
}

const id = z.string().min(1).max(64)
const pair = { before: id, after: id }

export const versionCalls = {
  /** Two reports as two versions of one text. Which of them is the older is the person's word, never guessed. */
  'versions.compare': call<ComparedVersions>()(z.object(pair)),
  /** One of its tables. Desktop: asks where and saves; browser: answers the bytes. null when cancelled. */
  'versions.export': call<SavedFigure | null>()(z.object({ ...pair, table: z.enum(versionTableIds), format: z.enum(['xlsx', 'csv', 'html', 'docx']), language: z.enum(['zh', 'en']).default('zh') }))
} as const
