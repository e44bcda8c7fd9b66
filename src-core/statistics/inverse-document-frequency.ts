/** Fewer documents than this: weights by idf hang on a single document more or less, and the reader is told so. */
export const FEW_DOCUMENTS = 10

/**
 * How rare a term is among N documents: idf = ln(N / df), without a unit; 0 for a term that all have, ln N for one that
 * a single one has. With N = 2 it can only be 0 or ln 2: it then says no more than whether both have the term.
 *
 * Source: K. Spärck Jones (1972), A Statistical Interpretation of Term Specificity and its Application in Retrieval,
 * Journal of Documentation 28 (1), 11–21.
 *
 * @param having the documents that have the term
 * @returns null where none has it.
 */
export const inverseDocumentFrequency = (documents: number, having: number): number | null => (having === 0 ? null : Math.log(documents / having))
