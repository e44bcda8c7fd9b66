/**
 * Revealed comparative advantage (RCA, location quotient) of each term in each document:
 * (n_pk / Σ_k n_pk) / (Σ_p n_pk / Σ_pk n): the share of a term in a document by its share in all of them together.
 * Above 1: spoken of more there than in the whole; without a unit, 0 or more.
 *
 * Source: B. Balassa (1965), Trade Liberalisation and "Revealed" Comparative Advantage, The Manchester School 33 (2), 99–123.
 *
 * @param counts document by document, term by term: all terms that are counted, since the sums are of them
 * @returns null where a document has no term at all, or no document has the term.
 */
export function revealedAdvantage(counts: readonly (readonly number[])[]): (number | null)[][] {
  const ofDocument = counts.map((row) => row.reduce((sum, n) => sum + n, 0))
  const ofTerm = (counts[0] ?? []).map((_, term) => counts.reduce((sum, row) => sum + row[term]!, 0))
  const all = ofDocument.reduce((sum, n) => sum + n, 0)
  return counts.map((row, document) =>
    row.map((n, term) => (ofDocument[document] === 0 || ofTerm[term] === 0 ? null : (n * all) / (ofDocument[document]! * ofTerm[term]!)))
  )
}
