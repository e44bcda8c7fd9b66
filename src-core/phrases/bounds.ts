/** Reports whose wordings are listed at once. */
export const mostPhraseReports = 120

/** Reports of which every pair is compared: 40 make 780 pairs. */
export const mostCommonReports = 40

/** Characters of the shortest phrase in common, unless the person asks otherwise. */
export const usualShortest = 5

const ownName = { least: 2, most: 40 } as const

/** Whether it is as long as a name of one's own may be, in characters: a rare one is one as well. */
export const isOwnName = (name: string): boolean => {
  const { length } = [...name]
  return length >= ownName.least && length <= ownName.most
}
