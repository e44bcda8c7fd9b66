import { coderAgreement } from '#core/compare/coder-agreement.ts'
import { codedReport, disagreementsIn, type CodedReport } from '#core/compare/coded-units.ts'
import { countReport, placeOf } from '#core/compare/passages.ts'
import type { Bilingual, Codebook } from '#core/codebook/codebook.ts'
import type { Handlers, Parsed } from '#core/contract/calls.ts'
import type { coderCalls, CodingRound, RoundDisagreement } from '#core/contract/coder-calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { wordsOnStatements } from '#core/report/decisions.ts'
import { reliabilityTable } from '#core/paper/reliability-table.ts'
import { agreementTable, type AgreementFacts } from '#core/table/agreement-table.ts'
import { agreement, allCodingsOn, person } from '../library/codings.ts'
import { codebookNamed, codebookOfHash, stampInUse } from '../library/codebooks.ts'
import { nextId } from '../library/next-id.ts'
import { titlesOf } from '../library/reports.ts'
import { currentCoder, doneKey, doneMarks, isCompared, keepCurrentCoder, listRounds, readRound, roundJson, type StoredRound } from '../library/rounds.ts'
import { readSource } from '../library/sources.ts'
import type { Library, ReadableLibrary } from '../library/sql.ts'
import { settingsOfCodings, type CodedStatements } from './coding-settings.ts'
import { codedBy } from './codings-kept.ts'
import { comparedReports, type CodedGround } from './comparisons.ts'
import { labelOf, type EditGround } from './edits.ts'
import { program, tableBytes, tableDocx } from './export-bytes.ts'
import { idOf } from './ids.ts'
import type { ChangeNews } from './jobs.ts'
import type { Setting } from './journal.ts'
import { localDay } from './local-day.ts'
import { reportOf } from './reports.ts'
import { assertWords } from './words-there.ts'

interface CoderGround extends EditGround {
  readonly library: Library
  readonly news: ChangeNews
  readonly shell: CodedGround['shell']
}

export function coderHandlers(ground: CoderGround): Pick<Handlers, keyof typeof coderCalls> {
  const { library, read, journal, now, news, shell } = ground
  return {
    'coders.state': () => {
      const current = currentCoder(read)
      return { rounds: roundViews(read).toReversed(), current: current === null ? null : { round: String(current.round), coder: current.coder } }
    },
    'coders.open': async (asked) => {
      let round = 0
      const openedAt = now().toISOString()
      await journal.change(labelOf('round-opened', asked.reports.length, asked.name), (writable) => {
        const setting = openedRound(writable, asked, openedAt)
        round = Number(setting.key)
        return [setting]
      })
      return { round: String(round) }
    },
    'coders.close': async ({ round }) => {
      const known = roundNamed(read, round)
      const closed = { ...known, closedAt: known.closedAt ?? now().toISOString() }
      await journal.change(labelOf('round-closed', known.reports.length, known.name), [{ subject: 'round', key: String(idOf(round)), value: roundJson(closed) }])
      return null
    },
    'coders.sit': ({ coder }) => {
      const current = currentCoder(read)
      if (current === null || !readRound(read, current.round)!.coders.includes(coder)) throw noSuchCoder(coder)
      library.write((writable) => keepCurrentCoder(writable, coder))
      news.changed({ savedAt: now().toISOString() })
      news.flush()
      return null
    },
    'coders.done': async (asked) => {
      const { report } = reportOf(read, asked.report)
      const at = now().toISOString()
      await journal.change(labelOf(asked.isDone ? 'round-done' : 'round-goes-on', 1, report.title?.text ?? ''), (writable) => [doneSetting(writable, asked, at)])
      return null
    },
    'coders.disagreements': ({ round }) => roundDisagreements(read, idOf(round), roundNamed(read, round)),
    'coders.agree': async (asked) => {
      const { report } = reportOf(read, asked.report)
      const at = now().toISOString()
      await journal.change(labelOf('agreed', 1, report.title?.text ?? ''), (writable) => agreedSettings(writable, asked, at))
      return null
    },
    'coders.agreement': ({ round }) => agreementFacts(read, idOf(round), roundNamed(read, round)),
    'coders.export': async ({ round, format, language }) => {
      const madeOn = localDay(now())
      const facts = agreementFacts(read, idOf(round), roundNamed(read, round))
      const table = agreementTable(facts, { language, program })
      const bytes = format === 'docx' ? await tableDocx(reliabilityTable(table, language), language) : await tableBytes(table, format, { language, madeOn })
      return shell.save(`${language === 'zh' ? '编码信度' : 'coder agreement'} ${madeOn}.${format}`, bytes)
    }
  }
}

function roundViews(read: ReadableLibrary): CodingRound[] {
  const rounds = listRounds(read)
  const titles = titlesOf(read, rounds.flatMap(([, { reports }]) => reports))
  const done = Map.groupBy(doneMarks(read), ({ round, report }) => `${round} ${report}`)
  return rounds.map(([id, { reports, codebook, ...round }]): CodingRound => {
    const named = codebookNamed(read, codebook)
    return {
      ...round,
      id: String(id),
      codebook: { id: named.id, version: named.version },
      themes: codableThemes(named).map(({ id: theme, name, color }) => ({ id: theme, name, color })),
      reports: reports.map((report) => ({ id: String(report), title: titles.get(report) ?? null, done: done.get(`${id} ${report}`)?.map(({ coder }) => coder) ?? [] }))
    }
  })
}

/** @throws Refusal */
function openedRound(library: ReadableLibrary, { name, coders, start, reports: asked }: Parsed<'coders.open'>, openedAt: string): Setting {
  if (currentCoder(library) !== null) throw wrong({ zh: '还有一个编码轮次没有结束，请先结束它。', en: 'Another coding round is open; close it first.' }, name)
  const wrongName = coders.find((coder, index) => coder === agreement || coder === person || coders.indexOf(coder) !== index)
  if (wrongName !== undefined) throw wrong({ zh: `“${wrongName}”不能作编码者的名字（重名，或程序已用）。`, en: `“${wrongName}” cannot be the name of a coder (it is there twice, or the program uses it).` }, wrongName)
  const reports = [...new Set(asked.map((report) => reportOf(library, report).id))]
  const codebook = stampInUse(library)!.sha256 // a library with a report has one
  return { subject: 'round', key: String(nextId(library, 'coding_rounds')), value: roundJson({ name, start, coders, codebook, openedAt, closedAt: null, reports }) }
}

/** @throws Refusal */
function doneSetting(library: ReadableLibrary, asked: Parsed<'coders.done'>, at: string): Setting {
  const current = currentCoder(library)
  const round = roundNamed(library, asked.round)
  const report = idOf(asked.report)
  if (current?.round !== idOf(asked.round) || !round.reports.includes(report)) throw notInRound(asked.report)
  if (!asked.isDone && isCompared(library, current.round, report)) {
    throw wrong({ zh: '编码者都已完成这份报告，彼此的编码已经看得见；不能再继续编码，请合议。', en: 'All coders are done with this report and see each other’s codings; it cannot be coded on. Agree instead.' }, asked.report)
  }
  return { subject: 'round-done', key: doneKey({ round: current.round, report, coder: current.coder }), value: asked.isDone ? at : null }
}

const comparedIn = (library: ReadableLibrary, id: number, { reports }: StoredRound): number[] => reports.filter((report) => isCompared(library, id, report))

/** Reports as the coders of a round had coded them when they were done; what they agreed on later is no part of it. */
function codedIn(library: ReadableLibrary, id: number, round: StoredRound): (report: number) => CodedReport {
  const codebook = codebookOfHash(library, round.codebook)! // the round refers to it
  const machine = codedBy(library, codebook)
  return (report) => {
    const own = allCodingsOn(library, report, codebook.id).filter(([, coding]) => coding.round === id)
    const decisions = round.coders.map((coder) => own.filter(([, coding]) => coding.coder === coder).map(([, coding]) => coding))
    return codedReport(machine(report), round.start, decisions)
  }
}

/** Themes that can be assigned. */
const codableThemes = ({ themes }: Codebook): Codebook['themes'] => themes.filter(({ group, retired }) => group !== true && retired === undefined)

const themesOfRound = (library: ReadableLibrary, { codebook }: StoredRound): Codebook['themes'] => codableThemes(codebookNamed(library, codebook))

function roundDisagreements(library: ReadableLibrary, id: number, round: StoredRound): RoundDisagreement[] {
  const themes = themesOfRound(library, round).map((theme) => theme.id)
  const codedReportOf = codedIn(library, id, round)
  return comparedIn(library, id, round).flatMap((report) => {
    const coded = codedReportOf(report)
    const found = disagreementsIn(coded, themes)
    if (found.length === 0) return []
    const counted = countReport(comparedReports(library, [String(report)])[0]!)
    const agreedOn = wordsOnStatements(coded.report, allCodingsOn(library, report, codebookNamed(library, round.codebook).id).filter(([, coding]) => coding.round === id && coding.coder === agreement).map(([, coding]) => coding))
    return found.map(({ statement, coded: sets, themes: differing }): RoundDisagreement => {
      const words = agreedOn(statement)
      return {
        report: String(report),
        title: counted.report.title?.text ?? null,
        start: statement.start,
        end: statement.end,
        text: coded.report.text.slice(statement.start, statement.end),
        place: placeOf(counted, statement, statement.end - 1),
        coded: sets,
        themes: differing,
        machine: statement.themes.map((theme) => theme.id),
        agreed: differing.every((theme) => words.has(theme)) ? themes.filter((theme) => words.get(theme)?.decision === 'assigned') : null
      }
    })
  })
}

/** @throws Refusal where not all are done, and of themes that the codebook of the round does not have */
function agreedSettings(library: ReadableLibrary, asked: Parsed<'coders.agree'>, codedAt: string): Setting[] {
  const [id, report] = [idOf(asked.round), idOf(asked.report)]
  const round = roundNamed(library, asked.round)
  if (!round.reports.includes(report) || !isCompared(library, id, report)) throw notInRound(asked.report)
  assertThemes(codebookNamed(library, round.codebook), asked.themes ?? [])
  const coded = codedIn(library, id, round)(report)
  assertWords(coded.report.text, asked)
  const statements = coded.report.statements.filter(({ start, end }) => start === asked.start && end === asked.end)
  if (statements.length === 0) throw notInRound(asked.report)
  const [{ source }, index] = [reportOf(library, asked.report), coded.report.statements.indexOf(statements[0]!)]
  const chosen = new Set(asked.themes)
  // of every theme that anybody spoke for it is said what holds
  const spoken = new Set([...coded.coded.flatMap((own) => [...own[index]!]), ...statements[0]!.themes.map((theme) => theme.id), ...chosen])
  const of = { coder: agreement, codedAt, round: id }
  return settingsOfCodings(library, { report, source, reading: coded.report, statements, codebook: stampOf(library, round) }, {
    replaces: (coding) => coding.coder === agreement && coding.round === id,
    made: asked.themes === null ? [] : [...spoken].map((theme) => ({ ...of, theme, decision: chosen.has(theme) ? 'assigned' : 'rejected' }))
  })
}

/** @throws Refusal */
function assertThemes(codebook: Codebook, themes: readonly string[]): void {
  const known = new Set(codableThemes(codebook).map(({ id }) => id))
  const unknown = themes.find((theme) => !known.has(theme))
  if (unknown !== undefined) throw notOfRound(unknown, codebook.name)
}

/** The codebook of a round, as its newest version where that is in use: a person's word is kept with the themes of now. */
function stampOf(library: ReadableLibrary, round: StoredRound): CodedStatements['codebook'] {
  const inUse = stampInUse(library)
  const { id } = codebookNamed(library, round.codebook)
  return inUse?.id === id ? inUse : { id, sha256: round.codebook }
}

function agreementFacts(library: ReadableLibrary, id: number, round: StoredRound): AgreementFacts {
  const codebook = codebookNamed(library, round.codebook)
  const themes = codableThemes(codebook)
  const compared = comparedIn(library, id, round)
  const coded = compared.map(codedIn(library, id, round))
  return {
    round: round.name,
    coders: round.coders,
    start: round.start,
    codebook: { id: codebook.id, version: codebook.version, name: codebook.name, sha256: round.codebook },
    reports: compared.map((report, index) => {
      const stored = reportOf(library, String(report))
      const { sha256, source } = readSource(library, stored.source)!
      return { title: stored.report.title?.text ?? null, source: source.fileName, sha256, statements: coded[index]!.report.statements.length }
    }),
    waiting: round.reports.length - compared.length,
    themes: themes.map(({ id: theme, name, color }) => ({ id: theme, name, color: { light: color.light } })),
    rows: coderAgreement(coded, round.coders.length, themes.map((theme) => theme.id))
  }
}

/** @throws Refusal not-found */
function roundNamed(library: ReadableLibrary, id: string): StoredRound {
  const round = readRound(library, idOf(id))
  if (round !== null) return round
  throw new Refusal({ kind: 'not-found', message: { zh: '资料库里没有这个编码轮次。', en: 'The library has no such coding round.' }, place: id })
}

const wrong = (message: Refusal['problem']['message'], place: string): Refusal => new Refusal({ kind: 'bad-request', message, place })

const notInRound = (place: string): Refusal =>
  wrong({ zh: '这份报告不在进行中的编码轮次里，或编码者还没有都完成。', en: 'This report is not of the coding round, or not all coders are done with it.' }, place)

const notOfRound = (theme: string, { zh, en }: Bilingual): Refusal =>
  wrong({ zh: `主题“${theme}”不在这个编码轮次的编码本“${zh}”里，没有改动。`, en: `The theme “${theme}” is not of this round’s codebook “${en}”, so nothing was changed.` }, theme)

const noSuchCoder = (coder: string): Refusal => wrong({ zh: `这个编码轮次没有“${coder}”。`, en: `“${coder}” is no coder of this round.` }, coder)
