import type { Bilingual } from '#core/codebook/codebook.ts'
import { overlaps } from '#core/text/span.ts'
import { statementsAt, statementsOf } from '#core/report/decisions.ts'
import type { Handlers, Parsed } from '#core/contract/calls.ts'
import type { Coding } from '#core/contract/coding-calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import type { Report } from '#core/report/report.ts'
import { codebookNamed, stampInUse } from '../library/codebooks.ts'
import { agreement, codingsOn, person, type StoredCoding } from '../library/codings.ts'
import { currentCoder, isDoneBy, readRound } from '../library/rounds.ts'
import type { StoredReport } from '../library/reports.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { veilOver } from '../library/veil.ts'
import { settingsOfCodings, type Decided } from './coding-settings.ts'
import { labelOf, type EditGround } from './edits.ts'
import type { Setting } from './journal.ts'
import { reportOf } from './reports.ts'
import { assertWords } from './words-there.ts'

export function codingHandlers({ read, journal, now }: EditGround): Pick<Handlers, 'codings.list' | 'codings.decide'> {
  return {
    'codings.list': ({ report }) => {
      const stored = reportOf(read, report)
      const own = handAt(read, stored.id).coder
      return codingsOn(read, stored.id).map(([id, coding]) => codingView(id, coding, { report: stored.report, own }))
    },
    'codings.decide': async (asked) => {
      const { report } = reportOf(read, asked.report)
      if (statementsAt(report, asked).length === 0) throw nothingThere(asked)
      const at = now().toISOString()
      await journal.change(labelOf('coding', 1, report.title?.text ?? ''), (library) => decided(library, asked, at))
      return null
    }
  }
}

/** Who codes a report now: the coder at the desk, in the open round where the report is one of it. */
function handAt(library: ReadableLibrary, report: number): Pick<Decided, 'coder' | 'round'> {
  const current = currentCoder(library)
  if (current === null) return { coder: person, round: null }
  return { coder: current.coder, round: readRound(library, current.round)!.reports.includes(report) ? current.round : null }
}

/** @throws Refusal where the coder is done, where it was agreed what holds, and in a round of another codebook than that in use */
function decided(library: ReadableLibrary, asked: Parsed<'codings.decide'>, codedAt: string): Setting[] {
  const stored = reportOf(library, asked.report)
  const { report: reading, id: report, source } = stored
  assertWords(reading.text, asked)
  const { theme, decision, replacing } = asked
  const hand = handAt(library, report)
  const codebook = stampInUse(library)! // a library with a report has one
  if (hand.round !== null) assertOfRound(library, hand.round, codebook.id)
  if (hand.round !== null && isDoneBy(library, { round: hand.round, report, coder: hand.coder })) throw doneAlready(hand.coder)
  const statements = statementsAt(reading, asked)
  const agrees = (decidedOn: string): boolean => isAgreed(library, stored, { ...asked, theme: decidedOn })
  if (veilOver(library, report) === null && [theme, ...(replacing === undefined ? [] : [replacing])].some(agrees)) throw agreedAlready(asked)
  return settingsOfCodings(library, { report, source, reading, statements, codebook }, {
    replaces: (coding) => (coding.theme === theme || coding.theme === replacing) && coding.coder === hand.coder && coding.round === hand.round,
    made: [
      ...(replacing === undefined ? [] : [{ theme: replacing, decision: 'rejected' as const, codedAt, ...hand }]),
      ...(decision === null ? [] : [{ theme, decision, codedAt, ...hand }])
    ]
  })
}

/** What is coded in a round is compared under its own codebook; under another one it would be lost to the round. @throws Refusal */
function assertOfRound(library: ReadableLibrary, id: number, inUse: string): void {
  const round = readRound(library, id)!
  const codebook = codebookNamed(library, round.codebook)
  if (codebook.id !== inUse) throw ofAnotherCodebook(round.name, codebook.name)
}

function isAgreed(library: ReadableLibrary, { id, report }: StoredReport, asked: Parsed<'codings.decide'>): boolean {
  const agreed = codingsOn(library, id).filter(([, { coder, theme }]) => coder === agreement && theme === asked.theme)
  return agreed.some(([, coding]) => statementsOf(report, coding).some((statement) => overlaps(statement, asked)))
}

function codingView(id: number, coding: StoredCoding, { report, own }: { readonly report: Report; readonly own: string }): Coding {
  const { theme, decision, quote, coder, codedAt } = coding
  const places = statementsOf(report, coding).map(({ start, end }) => ({ start, end }))
  return { id: String(id), report: String(coding.report), theme, decision, places, quote, coder, isOwn: coder === own, codedAt }
}

const nothingThere = ({ start, end }: { readonly start: number; readonly end: number }): Refusal =>
  new Refusal({
    kind: 'bad-request',
    message: { zh: '这里没有可以归入主题的句子。', en: 'There is no sentence here that could have a theme.' },
    place: `${start}–${end}`
  })

const ofAnotherCodebook = (round: string, { zh, en }: Bilingual): Refusal =>
  new Refusal({
    kind: 'bad-request',
    message: {
      zh: `这份报告正在编码轮次“${round}”里编码，用的是编码本“${zh}”，资料库现在用的是另一个编码本，因此没有改动。请先换用编码本“${zh}”。`,
      en: `This report is being coded in the round “${round}” with the codebook “${en}”, and the library is shown by another one, so nothing was changed. Use the codebook “${en}” first.`
    },
    place: round
  })

const doneAlready = (coder: string): Refusal =>
  new Refusal({
    kind: 'bad-request',
    message: {
      zh: `${coder}已完成这份报告的编码，没有改动。其他编码者尚未完成时可以先“继续编码”；都已完成的，请在“编码比较”里合议。`,
      en: `${coder} is done with this report, so nothing was changed. While others are not done, go on with it first; when all are, agree in “Coders”.`
    },
    place: coder
  })

const agreedAlready = ({ start, end }: { readonly start: number; readonly end: number }): Refusal =>
  new Refusal({
    kind: 'bad-request',
    message: { zh: '这里的主题是合议定下的，没有改动；要改请在“编码比较”里重新合议。', en: 'The coders agreed on this theme here, so nothing was changed; agree anew in “Coders”.' },
    place: `${start}–${end}`
  })
