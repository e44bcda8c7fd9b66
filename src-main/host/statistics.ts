import type { Bilingual } from '#core/codebook/codebook.ts'
import { keyTerms } from '#core/compare/keyness.ts'
import type { StatisticsFacts, StatisticsResult } from '#core/compare/statistics-facts.ts'
import { frequentTerms } from '#core/compare/term-frequencies.ts'
import { likenessMatrix } from '#core/compare/term-likeness.ts'
import type { TermForm } from '#core/compare/term-places.ts'
import { candidatesOf, type Tally } from '#core/compare/term-tally.ts'
import type { Handlers, Parsed } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import type { statisticsCalls } from '#core/contract/statistics-calls.ts'
import { flatTable, statisticsTable } from '#core/paper/statistics-table.ts'
import { listOwnNames } from '../library/own-names.ts'
import { program, statisticsBytes } from './export-bytes.ts'
import { localDay } from './local-day.ts'
import type { Subscribers } from './jobs.ts'
import { crossedBy } from './statistics-cross.ts'
import { placesPage } from './statistics-places.ts'
import { TermDesk, type Counting, type StatisticsWork } from './term-desk.ts'
import { wordDivision } from './word-division.ts'

type Asked = Parsed<'statistics.compute'>

export function statisticsHandlers(ground: Omit<StatisticsWork, 'desk'>, subscribers: Subscribers): Pick<Handlers, keyof typeof statisticsCalls> {
  const work: StatisticsWork = { ...ground, desk: new TermDesk(ground.library.read) }
  const running = new Map<AbortController, string>()
  /** When all reports are coded: in slices, newest first, until it is stopped. */
  const counted = async <T>({ reckoning }: Pick<Asked, 'reckoning'>, reckon: (counting: Counting) => Promise<T>): Promise<T> => {
    const controller = new AbortController()
    running.set(controller, reckoning)
    try {
      await ground.current
      return await ground.turns.take((turn) => reckon({ turn, signal: controller.signal, tell: (progress) => subscribers.tell('statistics-progress', { reckoning, ...progress }) }))
    } finally {
      running.delete(controller)
    }
  }
  return {
    'statistics.compute': (asked) => counted(asked, (counting) => statisticsOf(work, asked, counting)),
    'statistics.stop': ({ reckoning }) => {
      for (const [controller, id] of running) if (id === reckoning) controller.abort()
      return null
    },
    'statistics.places': (asked) => counted(asked, (counting) => placesPage(work, { ...asked, form: formOf(work, asked) }, counting)),
    'statistics.export': async ({ format, language, ...asked }) => {
      const madeOn = localDay(ground.now())
      const { paper } = statisticsTable(await counted(asked, (counting) => statisticsOf(work, asked, counting)), language)
      const signed = { ...paper, notes: [...paper.notes, `${program} · ${madeOn}`] }
      const bytes = await statisticsBytes({ paper: signed, flat: flatTable(signed) }, format, { language, madeOn })
      return ground.shell.save(`${paper.title} ${madeOn}.${format}`, bytes)
    }
  }
}

/** The researcher's own names, each of which is one word. */
const namesOf = ({ library }: StatisticsWork): readonly string[] => listOwnNames(library.read).map(({ name }) => name)

function formOf(work: StatisticsWork, { unit, size }: Pick<Asked, 'unit' | 'size'>): TermForm {
  const names = unit === 'words' ? namesOf(work) : []
  return { unit, size, names, divide: wordDivision(names) }
}

async function statisticsOf(work: StatisticsWork, asked: Asked, counting: Counting): Promise<StatisticsFacts> {
  const reports = work.desk.reportsOf(asked.groups)
  const form = formOf(work, asked)
  const groups = asked.groups.map(({ name }, index) => ({ name, reports: reports[index]! }))
  const tallies = await work.desk.tally(groups, asked.measure === 'cross' ? { ...form, unit: 'themes' } : form, counting)
  const { result, candidates } = await resultOf(work, { ...asked, form, tallies, ids: [...new Set(reports.flat())] }, counting)
  const { unit, size, least } = asked
  return {
    ground: {
      unit, size, least,
      names: form.names.length,
      shortest: shortestOf(asked),
      candidates,
      groups: tallies.map(({ counts: _, ...group }) => group),
      labels: unit === 'themes' ? labelsOf(work) : {}
    },
    result
  }
}

/** Ids of themes and runs of characters are as long as they are. */
const shortestOf = ({ unit, shortest }: Pick<Asked, 'unit' | 'shortest'>): number => (unit === 'words' ? shortest : 1)

const labelsOf = ({ coding }: StatisticsWork): Record<string, Bilingual> => Object.fromEntries(coding().codebook.themes.map(({ id, name }) => [id, name]))

/** More terms beside one another are no table that a person can read. */
const mostCompany = 50

type Counted = Asked & { readonly form: TermForm; readonly tallies: readonly Tally[]; readonly ids: readonly number[] }

async function resultOf(work: StatisticsWork, asked: Counted, counting: Counting): Promise<{ result: StatisticsResult; candidates: number }> {
  const { measure, tallies, top, least, correction } = asked
  const { turn } = counting
  const bounds = { least, shortest: shortestOf(asked) }
  switch (measure) {
    case 'keyness': {
      const [target, reference] = tallies
      if (target === undefined || reference === undefined || tallies.length > 2) throw needsTwo()
      const { rows, tested } = await turn.finish(keyTerms([target, reference], { ...bounds, top, correction }))
      return { result: { measure, rows, correction }, candidates: tested }
    }
    case 'likeness': {
      const { matrix, candidates } = await turn.finish(likenessMatrix(tallies, { ...bounds, form: asked.likeness }))
      return { result: { measure, matrix, form: asked.likeness }, candidates }
    }
    case 'company': {
      const candidates = await turn.finish(candidatesOf(tallies, bounds))
      const terms = candidates.slice(0, Math.min(top, mostCompany)).map(({ term }) => term)
      const company = await work.desk.company(asked.ids, asked.form, { within: asked.within, terms, ...counting })
      return { result: { measure, company, form: asked.company, within: asked.within }, candidates: candidates.length }
    }
    case 'cross':
      return { result: { measure, cross: await crossedBy(work, asked, counting) }, candidates: 0 }
    default: {
      const { rows, candidates } = await turn.finish(frequentTerms(tallies, { ...bounds, top }))
      return { result: { measure, rows }, candidates }
    }
  }
}

const needsTwo = (): Refusal =>
  new Refusal({ kind: 'bad-request', message: { zh: '关键性要有一组目标和一组参照。', en: 'Keyness needs a target and a reference.' }, place: 'groups' })
