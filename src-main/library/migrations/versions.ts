import { first } from './0001-first.ts'
import { formats } from './0002-formats.ts'
import { workspace } from './0003-workspace.ts'
import { list } from './0004-list.ts'
import { annotation } from './0005-annotation.ts'
import { bin } from './0006-bin.ts'
import { summaries } from './0007-summaries.ts'
import { restorePoints } from './0008-restore-points.ts'
import { coders } from './0009-coders.ts'
import { links } from './0010-links.ts'
import { codebooks } from './0011-codebooks.ts'
import { readingWords } from './0012-reading-words.ts'
import { ownNames } from './0013-own-names.ts'
import { merges } from './0014-merges.ts'

/** In order: the n-th brings a library to version n. */
export const migrations: readonly string[] = [first, formats, workspace, list, annotation, bin, summaries, restorePoints, coders, links, codebooks, readingWords, ownNames, merges]

/** What a library of this program has in `user_version`. */
export const libraryVersion = migrations.length
