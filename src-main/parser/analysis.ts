import { fitting, type KeptArrangement } from '#core/arrangement/arrangement.ts'
import type { Codebook } from '#core/codebook/codebook.ts'
import { textSignature } from '#core/compare/near-duplicates.ts'
import { recognisedShare } from '#core/compare/recognised.ts'
import { packCoding, packReport, unpackReport, type PackedCoding, type PackedReport } from '#core/report/packed-report.ts'
import { readReports, type ReadingContext } from '#core/report/read-reports.ts'
import { recodeReport } from '#core/report/recode.ts'
import { effectOnReport, type ReportRecoded } from '#core/report/recoding-effect.ts'
import type { Source } from '#core/source/source.ts'
import { readingContext, referenceContext } from '../host/reference.ts'
import { searchTokens } from '../library/folded-text.ts'
import type { Analysis, CodedBy } from './messages.ts'

interface AnalysisOptions {
  readonly arrangement: KeptArrangement | null
  readonly context: ReadingContext
}

/** What a library keeps of a source's reports, ready to be stored. */
export function analysisOf(source: Source, { arrangement, context }: AnalysisOptions): Analysis {
  const { reports, leftOver } = readReports(source, context, fitting(arrangement, source.text))
  return {
    reports: reports.map((report) => ({
      packed: packReport(report),
      tokens: searchTokens(report.text),
      signature: textSignature(report.text),
      recognised: recognisedShare(report, source.lines)
    })),
    leftOver: JSON.stringify(leftOver)
  }
}

/** What another codebook makes of reports. */
export const codingsOf = (reports: readonly PackedReport[], { codebook }: ReadingContext): PackedCoding[] =>
  reports.map((report) => packCoding(recodeReport(unpackReport(report), codebook)))

/** Which statements of reports, packed with what they are coded by, another codebook would code otherwise. */
export const effectsOn = (reports: readonly PackedReport[], { codebook }: ReadingContext): ReportRecoded[] =>
  reports.map((report) => effectOnReport(unpackReport(report), codebook))

/** The codebooks that a process was given, made ready. */
export class KnownContexts {
  readonly #known = new Map<string, ReadingContext>()

  /** @param by absent: the codebook that the program reads by of itself */
  of(by: CodedBy | undefined): ReadingContext {
    if (by === undefined) return referenceContext()
    const known = this.#known.get(by.sha256)
    if (known !== undefined) return known
    if (by.definition === null) throw new Error(`The codebook ${by.sha256} was never sent`)
    const context = readingContext(JSON.parse(by.definition) as Codebook) // the host checked it
    this.#known.set(by.sha256, context)
    return context
  }
}
