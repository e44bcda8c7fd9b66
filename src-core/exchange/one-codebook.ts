import type { Work } from './work.ts'

/** A work with what is of its codebook alone, as a format needs it that has one codebook; `others`: how many codings, verdicts, summaries and themes of notes are of others. */
export function ofItsCodebook(work: Work): { readonly work: Work; readonly others: number } {
  let others = 0
  const isOwn = (codebook: string | null): boolean => {
    if (codebook === null || codebook === work.codebook.id) return true
    others++
    return false
  }
  const reports = work.reports.map((report) => ({
    ...report,
    codings: report.codings.filter(({ codebook }) => isOwn(codebook)),
    verdicts: report.verdicts.filter(({ codebook }) => isOwn(codebook)),
    notes: report.notes.map((note) => (isOwn(note.codebook) ? note : { ...note, codebook: null, theme: null }))
  }))
  const summaries = work.summaries.filter(({ codebook }) => isOwn(codebook))
  return { work: { ...work, reports, summaries }, others }
}
