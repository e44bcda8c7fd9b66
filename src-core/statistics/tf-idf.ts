import { inverseDocumentFrequency } from './inverse-document-frequency.ts'

/**
 * Weight of a term in each of N documents: its frequency there × ln(N / df). The frequency is the raw count; a term that
 * all documents have weighs 0 in each.
 *
 * Source: G. Salton and C. Buckley (1988), Term-weighting Approaches in Automatic Text Retrieval, Information
 * Processing & Management 24 (5), 513–523.
 *
 * @param counts of the term, document by document
 */
export function tfIdf(counts: readonly number[]): number[] {
  const idf = inverseDocumentFrequency(counts.length, counts.filter((count) => count > 0).length) ?? 0
  return counts.map((count) => count * idf)
}
