/** What the work leaves as: a REFI-QDA project, Web Annotations, the sources as CSL-JSON; a bundle of files and work for a colleague. */
export const workFormats = ['qdpx', 'jsonld', 'csl', 'bundle'] as const
export type WorkFormat = (typeof workFormats)[number]
