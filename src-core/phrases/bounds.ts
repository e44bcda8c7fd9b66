/** Reports whose wordings are listed at once. */
export const mostPhraseReports = 400

/** Reports of which every pair is compared: 40 make 780 pairs. */
export const mostCommonReports = 40

/** Characters of the shortest phrase in common, unless the person asks otherwise. */
export const usualShortest = 5
