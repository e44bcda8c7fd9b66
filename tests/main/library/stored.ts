import { createHash } from 'node:crypto'
import { textSignature } from '#core/compare/near-duplicates.ts'
import { packReport } from '#core/report/packed-report.ts'
import type { Report } from '#core/report/report.ts'
import { searchTokens } from '../../../src-main/library/folded-text.ts'
import type { StoredCodebook } from '../../../src-main/library/codebooks.ts'
import { addReport, type NewReport } from '../../../src-main/library/reports.ts'
import { addSource } from '../../../src-main/library/sources.ts'
import type { WritableLibrary } from '../../../src-main/library/sql.ts'

// 虚构样例: what a library test stores

export const codebookHash = 'c'.repeat(64)
/** A codebook without themes. */
export const storedCodebook: StoredCodebook = {
  sha256: codebookHash, id: 'test', version: '1', definition: '{"name":{"zh":"试","en":"Test"},"themes":[]}', reading: codebookHash
}
export const now = '2026-03-01T08:00:00.000Z'

/** A report that is `text` from `offset` on in its source, one statement for each sentence. */
export function inventedReport(text: string, { offset = 0, ...fields }: Partial<Report> & { offset?: number } = {}): Report {
  const statements = [...text.matchAll(/[^。\n]+。?/g)].map(({ index, 0: sentence }) => ({
    start: index,
    end: index + sentence.length,
    kind: 'plan' as const,
    themes: sentence.includes('养老')
      ? [{ id: 'elderly_care', score: 0.95, evidence: [{ start: index + sentence.indexOf('养老'), end: index + sentence.indexOf('养老') + 2 }] }]
      : []
  }))
  return {
    title: null, jurisdiction: null, date: null, meeting: null, place: null, officials: [], reporter: null, attribution: null,
    documentNumber: null, issuer: null, outline: [], targets: [], programmes: [], confidence: 1, evidence: [], furniture: [],
    text,
    map: { cleanLength: text.length, pieces: text === '' ? [] : [{ clean: 0, source: offset, length: text.length }] },
    paragraphs: [{ start: 0, end: text.length }],
    statements,
    ...fields
  }
}

export const newReport = (report: Report): NewReport => ({
  packed: packReport(report), tokens: searchTokens(report.text), signature: textSignature(report.text), recognised: null
})

/** Stores a source whose text is that of its reports, one after the other. @returns ids */
export function storeReports(library: WritableLibrary, texts: readonly string[], fields: Partial<Report> = {}): { source: number; reports: number[] } {
  const text = texts.join('')
  const bytes = Buffer.from(text)
  const source = addSource(library, {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    fileName: '虚构.txt', mediaType: 'text/plain', encoding: 'utf-8', bytes, text, folders: [], layout: null, choices: {},
    warnings: '[]', leftOver: '[]', readBy: '1', codebook: codebookHash, importedAt: now
  })
  let offset = 0
  const reports = texts.map((part, position) => {
    const report = inventedReport(part, { ...fields, offset })
    offset += part.length
    return addReport(library, newReport(report), { source, position, reading: codebookHash })
  })
  return { source, reports }
}
