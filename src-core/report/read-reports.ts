import type { Arrangement } from '../arrangement/arrangement.ts'
import { divideArranged } from '../arrangement/divide-arranged.ts'
import type { CompiledCodebook } from '../codebook/compile.ts'
import type { Gazetteer } from '../places/gazetteer.ts'
import { divideSource } from '../source/divide.ts'
import type { Article } from '../source/article.ts'
import type { Source } from '../source/source.ts'
import { readMetadata } from './metadata.ts'
import { readOutline } from './outline.ts'
import { readProgrammes } from './programmes.ts'
import type { Reading, Report } from './report.ts'
import { readStatements } from './statements.ts'
import { readTargets } from './targets.ts'

/** What a reading depends on besides the source: same source, same context, same reading. */
export interface ReadingContext {
  readonly codebook: CompiledCodebook
  readonly gazetteer: Gazetteer
}

/**
 * One source to its reports: division into articles, metadata, outline, statements, targets,
 * programmes. The only file that knows the order of the steps.
 *
 * @param arrangement how a person divides it; null: the machine divides it
 */
export function readReports(source: Source, context: ReadingContext, arrangement: Arrangement | null = null): Reading {
  const division = arrangement === null ? divideSource(source, context.gazetteer) : divideArranged(source, arrangement, context.gazetteer)
  const metadata = readMetadata(division.articles, source, context.gazetteer)
  const reports = division.articles.map((article, index): Report => ({
    ...metadata[index]!,
    ...readContent(article, context, metadata[index]!.date?.iso ?? null)
  }))
  return { reports, leftOver: division.leftOver }
}

function readContent(article: Article, context: ReadingContext, isoDate: string | null) {
  const { title, text, map, paragraphs, furniture, confidence, evidence } = article
  const outline = readOutline(article)
  const statements = readStatements(article, outline, context.codebook)
  const targets = readTargets(text, statements, isoDate)
  const programmes = readProgrammes(text, statements)
  return { title, text, map, paragraphs, outline, statements, targets, programmes, furniture, confidence, evidence }
}
