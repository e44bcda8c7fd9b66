import { memberOf } from '#core/compare/columns.ts'
import { countReport, type CountedReport } from '#core/compare/passages.ts'
import type { Handlers, Parsed } from '#core/contract/calls.ts'
import type { CountedPlace, CountedPlacesPage } from '#core/contract/statistics-calls.ts'
import type { phraseCalls } from '#core/contract/phrase-calls.ts'
import { commonShares, localLanguage } from '#core/phrases/common-shares.ts'
import { commonText, restrictedTo, sideOf, wholeText } from '#core/phrases/common-text.ts'
import { findPhrases } from '#core/phrases/phrases.ts'
import { useIndex } from '#core/phrases/use-index.ts'
import { commonTable, localTable, phrasesTable } from '#core/table/phrase-tables.ts'
import type { Table } from '#core/table/table.ts'
import { listOwnNames } from '../library/own-names.ts'
import { textsOfReports } from '../library/reports.ts'
import { comparedOneByOne, type CodedGround } from './comparisons.ts'
import { namedTableBytes } from './export-bytes.ts'
import { idOf } from './ids.ts'
import { localDay } from './local-day.ts'
import { countedPlace } from './statistics-places.ts'

type PhraseHandlers = Pick<Handlers, Exclude<keyof typeof phraseCalls, `names.${string}`>>
type Answered<N extends 'phrases.list' | 'phrases.common' | 'phrases.local'> = (input: Parameters<PhraseHandlers[N]>[0]) => Promise<Awaited<ReturnType<PhraseHandlers[N]>>>

export function phraseHandlers(ground: CodedGround): PhraseHandlers {
  const { turns } = ground
  const reportsOf = async (ids: readonly string[]): Promise<CountedReport[]> => {
    await ground.current
    return turns.take((turn) => turn.finish(readOneByOne(ground, ids)))
  }
  const list: Answered<'phrases.list'> = async ({ reports: ids, top, ...options }) => {
    const reports = await reportsOf(ids)
    const own = listOwnNames(ground.library.read).map(({ name }) => name)
    const phrases = await turns.take((turn) => turn.finish(findPhrases(reports, { ...options, own })))
    const members = reports.map(memberOf)
    return { reports: members, phrases: phrases.slice(0, top), total: phrases.length, undated: members.filter(({ date }) => (date?.iso ?? null) === null).length }
  }
  const common: Answered<'phrases.common'> = async ({ reports: ids, theme, shortest }) => {
    const reports = await reportsOf(ids)
    return { reports: reports.map(memberOf), shares: await turns.take((turn) => turn.finish(commonShares(reports, theme, shortest))) }
  }
  const local: Answered<'phrases.local'> = async ({ reports: ids, baseline: base, shortest }) => {
    const [baseline, ...reports] = (await reportsOf([base, ...ids])) as [CountedReport, ...CountedReport[]]
    const themes = ground.coding().themes.map(({ id }) => id)
    return { baseline: memberOf(baseline), reports: reports.map(memberOf), rows: await turns.take((turn) => turn.finish(localLanguage(reports, baseline, { themes, shortest }))) }
  }
  return {
    'phrases.list': list,
    'phrases.common': common,
    'phrases.local': local,
    'phrases.places': (asked) => turns.take((turn) => turn.finish(placesOf(ground, asked))),
    'phrases.pair': async ({ pair, theme, otherTheme, shortest }) => {
      const [one, another] = (await reportsOf(pair)) as [CountedReport, CountedReport]
      if (otherTheme !== wholeText) return commonText(sideOf(one, theme), sideOf(another, otherTheme), shortest)
      // as its share was reckoned: the whole of both, then what lies in the theme
      return restrictedTo(commonText(sideOf(one, wholeText), sideOf(another, wholeText), shortest), sideOf(one, theme).spans)
    },
    'phrases.export': async ({ table: asked, format, language }) => {
      const known = new Map(ground.coding().themes.map((theme) => [theme.id, theme]))
      const on = { language, shortest: asked.shortest, known }
      const table: Table =
        asked.id === 'phrases' ? phrasesTable({ ...on, ...(await list(asked)), least: asked.least })
        : asked.id === 'phrases-common' ? commonTable({ ...on, ...(await common(asked)), theme: asked.theme })
        : localTable({ ...on, ...(await local(asked)) })
      const madeOn = localDay(ground.now())
      return ground.shell.save(`${table.name} ${madeOn}.${format}`, await namedTableBytes(table, format, { language, madeOn }))
    }
  }
}

function* placesOf({ library }: CodedGround, { reports, text, offset, limit }: Parsed<'phrases.places'>): Generator<void, CountedPlacesPage> {
  const found = useIndex([text])
  const places: CountedPlace[] = []
  let total = 0
  for (const id of new Set(reports)) {
    const own = textsOfReports(library.read, [idOf(id)]).get(idOf(id))?.text ?? ''
    for (const start of found(own).get(text) ?? []) {
      if (total >= offset && places.length < limit) places.push(countedPlace(id, own, { start, end: start + text.length }))
      total += 1
    }
    yield
  }
  return { total, places }
}

function* readOneByOne({ library, coding }: CodedGround, ids: readonly string[]): Generator<void, CountedReport[]> {
  const reports: CountedReport[] = []
  for (const compared of comparedOneByOne(library.read, ids, coding().codebook.id)) {
    reports.push(countReport(compared))
    yield
  }
  return reports
}
