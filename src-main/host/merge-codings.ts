import type { ReceivedCoding, ReceivedReport } from '#core/exchange/received.ts'
import type { ThemeHere } from '#core/exchange/theme-here.ts'
import { sourceSpansOf, statementsOf, withoutStatements } from '#core/report/decisions.ts'
import type { Statement } from '#core/report/report.ts'
import { allCodingsOn, codingJson, type StoredCoding } from '../library/codings.ts'
import { sourceText } from '../library/sources.ts'
import { meantStatements, placedAt, type Target } from './received-places.ts'
import { against, type Merging } from './merging.ts'
import { timeOf } from './stated-time.ts'

/** A person's coding here, and those that this merge has added. */
type Standing = [id: number, coding: StoredCoding]

/** Codings of one received report into the reports here: of two that say otherwise of one statement the own stays, or goes where that was asked for. */
export function mergedCodings(merging: Merging, report: ReceivedReport, targets: readonly Target[]): void {
  const standing = new Map(targets.map(({ id }) => [id, allCodingsOn(merging.library, id, null)]))
  const placed = placedAt(report, targets, report.codings.map(({ place }) => place))
  for (const [n, coding] of report.codings.entries()) {
    const at = placed[n]!
    const statements = at === null ? [] : meantStatements(at.target.stored.report.statements, at.place)
    if (at === null || statements.length === 0) {
      merging.unplaced.push({ kind: 'coding', report: report.title, words: report.text.slice(coding.place.start, coding.place.end) })
      continue
    }
    mergeCoding(merging, { coding, title: report.title, target: at.target, statements, standing: standing.get(at.target.id)! })
  }
}

interface Coming {
  readonly coding: ReceivedCoding
  readonly title: string
  readonly target: Target
  readonly statements: readonly Statement[]
  readonly standing: Standing[]
}

function mergeCoding(merging: Merging, coming: Coming): void {
  const { coding, target, statements } = coming
  const { report } = target.stored
  const onTheme = onItsTheme(merging, coming)
  if (onTheme.some(([, own]) => own.decision === coding.decision && own.coder === coding.coder && said(coming, own) === statements.length)) {
    merging.tallies.codings.equal++
    return
  }
  const contrary = contraryTo(merging, coming)
  if (contrary.length === 0) {
    merging.tallies.codings.added++
    addCoding(merging, coming)
    return
  }
  const words = report.text.slice(statements[0]!.start, statements.at(-1)!.end)
  const isOfRound = contrary.some(([, { round }]) => round !== null)
  const conflict = { kind: 'coding', report: coming.title, words, theme: merging.receiving.codebooks.nameOf(coding), coder: coding.coder, mine: contrary[0]![1].decision, theirs: coding.decision, isOfRound } as const
  against(merging, conflict, { report: target.id, take: isOfRound ? null : (later) => takeCoding(later, later === merging ? coming : { ...coming, standing: allCodingsOn(later.library, target.id, null) }) })
}

function takeCoding(merging: Merging, coming: Coming): boolean {
  const contrary = contraryTo(merging, coming)
  if (contrary.length === 0 || contrary.some(([, { round }]) => round !== null)) return false
  for (const own of contrary) giveWay(merging, coming, own)
  addCoding(merging, coming)
  return true
}

function onItsTheme({ codebookIds, receiving: { codebooks } }: Merging, { coding, standing }: Coming): Standing[] {
  // what was merged into another theme here may come under either
  const themeOf = (of: ThemeHere): string => codebooks.themeNow(of) ?? of.theme
  return standing.filter(([, { theme, codebook }]) => {
    const id = codebookIds.get(codebook)! // the table of codings refers to it
    return id === coding.codebook && themeOf({ codebook: id, theme }) === themeOf(coding)
  })
}

const said = ({ target, statements }: Coming, own: StoredCoding): number =>
  statementsOf(target.stored.report, own).filter(({ start }) => statements.some((each) => each.start === start)).length

/** What another coder says otherwise is no conflict: both stand, and are compared where coders are compared. */
const contraryTo = (merging: Merging, coming: Coming): Standing[] =>
  onItsTheme(merging, coming).filter(([, own]) => own.coder === coming.coding.coder && own.decision !== coming.coding.decision && said(coming, own) > 0)

/** What an own coding says of these statements goes; of others it stays. */
function giveWay(merging: Merging, { target, statements, standing }: Coming, [id, own]: Standing): void {
  const left = withoutStatements(target.stored.report, own, statements)
  const value = left === null ? null : { ...own, sourceSpans: left.sourceSpans, quote: quoteOf(merging, target, left.sourceSpans) }
  merging.settings.push({ subject: 'coding', key: String(id), value: value === null ? null : codingJson(value) })
  const at = standing.findIndex(([each]) => each === id)
  if (value === null) standing.splice(at, 1)
  else standing[at] = [id, value]
}

function addCoding(merging: Merging, { coding, target, statements, standing }: Coming): void {
  const { settings, receiving, now } = merging
  const sourceSpans = sourceSpansOf(target.stored.report, statements)
  const { theme, decision, coder } = coding
  const made: StoredCoding = {
    report: target.id, codebook: receiving.ownCodebookOf(coding) ?? receiving.codebooks.versionOf(coding), theme, decision, coder, sourceSpans,
    round: null, quote: quoteOf(merging, target, sourceSpans), codedAt: timeOf(coding.codedAt) ?? now
  }
  const id = merging.next.coding++
  standing.push([id, made])
  settings.push({ subject: 'coding', key: String(id), value: codingJson(made) })
}

function quoteOf({ library }: Merging, { stored }: Target, spans: StoredCoding['sourceSpans']): string {
  const text = sourceText(library, stored.source)
  return spans.map(({ start, end }) => text.slice(start, end)).join('')
}
