import type { ReceivedCoding, ReceivedReport } from '#core/exchange/received.ts'
import type { ThemeHere } from '#core/exchange/theme-here.ts'
import { sourceSpansOf, statementsOf } from '#core/report/decisions.ts'
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
  const made = codingOf(merging, coming)
  const mine = onTheme.map(([id, { theme, codebook }]) => ({ id, theme, codebook }))
  const proposal = { kind: 'coding', made: codingJson(made), starts: statements.map(({ start }) => start), hash: target.hash, mine } as const
  if (against(merging, conflict, { report: target.id, proposal: isOfRound ? null : proposal })) coming.standing.splice(0, coming.standing.length, ...standingNow(merging, coming))
}

/** With what was taken. */
function standingNow({ codings }: Merging, { standing, target }: Coming): Standing[] {
  const known = new Set(standing.map(([id]) => id))
  const made = [...codings].flatMap(([id, coding]): Standing[] => (coding !== null && coding.report === target.id && !known.has(id) ? [[id, coding]] : []))
  return [...standing.flatMap(([id, own]): Standing[] => (codings.get(id) === null ? [] : [[id, codings.get(id) ?? own]])), ...made]
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

function addCoding(merging: Merging, coming: Coming): void {
  const made = codingOf(merging, coming)
  const id = merging.next.coding++
  coming.standing.push([id, made])
  merging.codings.set(id, made)
  merging.settings.push({ subject: 'coding', key: String(id), value: codingJson(made) })
}

function codingOf(merging: Merging, { coding, target, statements }: Coming): StoredCoding {
  const { receiving, now } = merging
  const sourceSpans = sourceSpansOf(target.stored.report, statements)
  const { theme, decision, coder } = coding
  return {
    report: target.id, codebook: receiving.ownCodebookOf(coding) ?? receiving.codebooks.versionOf(coding), theme, decision, coder, sourceSpans,
    round: null, quote: quoteOf(merging, target, sourceSpans), codedAt: timeOf(coding.codedAt) ?? now
  }
}

function quoteOf({ library }: Merging, { stored }: Target, spans: StoredCoding['sourceSpans']): string {
  const text = sourceText(library, stored.source)
  return spans.map(({ start, end }) => text.slice(start, end)).join('')
}
