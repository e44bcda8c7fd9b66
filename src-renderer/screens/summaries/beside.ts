import type { SummaryCell } from './summary-cells.ts'
import type { SummaryTexts } from './summary-texts.ts'
import type { Linking } from './use-linking.ts'

/** What every form of the sources beside a cell is drawn from. */
export interface BesideProps {
  readonly cell: SummaryCell
  readonly texts: SummaryTexts
  readonly linking: Linking
}
