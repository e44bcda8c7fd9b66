/** As what a codebook can be written to a file, and read from one. */
export const codebookFormats = ['qdc', 'xlsx', 'json'] as const
export type CodebookFormat = (typeof codebookFormats)[number]
