import type { ReportSummary } from '#core/contract/calls.ts'
import type { JurisdictionLevel } from '#core/report/report.ts'

/** What a report is filtered and grouped by: '' where it does not tell. */

export type Level = JurisdictionLevel | ''

/** In the order of lists: from the whole country down. */
export const levels: readonly Level[] = ['national', 'province', 'prefecture', 'county', '']

export const isLevel = (value: unknown): value is Level => (levels as readonly unknown[]).includes(value)

/** Code of the provincial unit; 000000 for the whole country. */
export const provinceCode = ({ jurisdiction }: ReportSummary): string => jurisdiction?.province?.code ?? jurisdiction?.code ?? ''

export const levelOf = ({ jurisdiction }: ReportSummary): Level => jurisdiction?.level ?? ''

/** Four digits. */
export const yearOf = ({ date }: ReportSummary): string => date?.iso?.slice(0, 4) ?? ''

/** Whether a person has put right something that the machine read. */
export const isCorrected = ({ machine }: ReportSummary): boolean => Object.keys(machine).length > 0
