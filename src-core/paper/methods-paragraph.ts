import type { Verdict } from '../compare/comparison.ts'
import type { Drafting } from './ground.ts'
import { shortHash } from './ground.ts'
import type { MethodsParagraph } from './paper.ts'

/**
 * The paragraph on methods, in both languages: what was read, with what program and codebook, what the unit of
 * analysis is, how many there are, and what people decided. Numbers only; whether they suffice is for the author to say.
 */
export function methodsParagraph(drafting: Drafting): MethodsParagraph {
  const facts = factsOf(drafting)
  return { zh: inChinese(facts), en: inEnglish(facts) }
}

interface Facts {
  readonly program: string
  readonly madeOn: string
  readonly reports: number
  readonly places: number
  /** First and last ISO date; null where no report has one. */
  readonly dates: readonly [string, string] | null
  readonly characters: number
  readonly statements: number
  /** Statements with one of the themes compared; by a person's word. */
  readonly coded: number
  readonly byHand: number
  readonly passages: number
  readonly targets: number
  readonly themes: number
  readonly codebook: { readonly zh: string; readonly en: string; readonly version: string; readonly hash: string }
  readonly absent: number
  readonly inPassing: number
  readonly notApplicable: number
  /** Found by the program, and no more than a mention by a person's word. */
  readonly foundInPassing: number
  readonly recognised: number
}

function factsOf({ comparison, compared, members, codebook, options }: Drafting): Facts {
  const cells = comparison.rows.flatMap((row) => row.cells)
  const themes = new Set(comparison.rows.map(({ theme }) => theme))
  const reports = [...members.values()]
  const dates = reports.flatMap(({ date }) => date?.iso ?? []).sort()
  const statements = compared.flatMap(({ report }) => report.statements)
  const coded = statements.filter((statement) => statement.themes.some(({ id }) => themes.has(id)))
  // of each report and theme: what a person said, and whether there is a passage
  const judged = compared.flatMap((report) =>
    comparison.rows.flatMap((row) => {
      const verdict = report.verdicts?.[row.theme]
      return verdict === undefined ? [] : [{ verdict, isFound: row.cells.some(({ passages }) => passages.some((passage) => passage.report === report.id)) }]
    })
  )
  const said = (verdict: Verdict, isFound: boolean): number => judged.filter((one) => one.verdict === verdict && one.isFound === isFound).length
  return {
    program: options.program ?? '对照 duizhao',
    madeOn: options.madeOn,
    reports: reports.length,
    places: new Set(reports.flatMap(({ jurisdiction }) => jurisdiction?.code ?? [])).size,
    dates: dates.length === 0 ? null : [dates[0]!, dates.at(-1)!],
    characters: reports.reduce((sum, { characters }) => sum + characters, 0),
    statements: statements.length,
    coded: coded.length,
    byHand: coded.filter((statement) => statement.themes.some(({ id, by }) => by === 'person' && themes.has(id))).length,
    passages: cells.reduce((sum, { passages }) => sum + passages.length, 0),
    targets: cells.reduce((sum, { targets }) => sum + targets.length, 0),
    themes: comparison.rows.length,
    codebook: { ...codebook.name, version: comparison.codebook.version, hash: shortHash(comparison.codebook.sha256) },
    absent: said('absent', false),
    inPassing: said('in-passing', false),
    notApplicable: said('not-applicable', false),
    foundInPassing: said('in-passing', true),
    recognised: reports.filter(({ recognised }) => recognised !== null).length
  }
}

const inChinese = (of: Facts): string =>
  [
    `本文用 ${of.program} 读取并比较 ${of.reports} 份报告（涉及 ${of.places} 个地区${of.dates === null ? '' : `，${of.dates.join(' 至 ')}`}，合计 ${of.characters} 字，空白不计）。`,
    `分析单元为陈述，即一个分句，共 ${of.statements} 个；同一主题相邻的陈述合为一条引文。`,
    `主题依编码本“${of.codebook.zh}”第 ${of.codebook.version} 版（SHA-256 前 12 位 ${of.codebook.hash}），取 ${of.themes} 个主题，由程序按其词语规则编码，一个单元可属多个主题；`,
    `有所列主题的单元 ${of.coded} 个，其中 ${of.byHand} 个由研究者编入主题，合为引文 ${of.passages} 条，量化目标 ${of.targets} 条。`,
    `程序未找到引文的报告与主题中，经人核实为未提及者 ${of.absent} 处，为顺带提及者 ${of.inPassing} 处，认定为不适用者 ${of.notApplicable} 处，其余尚未核实。`,
    of.foundInPassing === 0 ? '' : `程序找到引文而经人认定只是顺带提及者 ${of.foundInPassing} 处。`,
    of.recognised === 0 ? '' : `${of.recognised} 份报告的文字由图像识别得出。`,
    `制表日期：${of.madeOn}。`
  ].join('')

const inEnglish = (of: Facts): string =>
  [
    `${many(of.reports, 'report')} (${many(of.places, 'jurisdiction')}${of.dates === null ? '' : `, ${of.dates.join(' to ')}`}; ${many(of.characters, 'character')} without white space) were read and compared with ${of.program}.`,
    `The unit of analysis is the statement, one clause; there are ${of.statements}. Neighbouring statements of one theme make one passage.`,
    `Of the codebook “${of.codebook.en}”, version ${of.codebook.version} (SHA-256 ${of.codebook.hash}…), ${many(of.themes, 'theme')} were taken; statements were coded by its rules and may have several themes.`,
    `${many(of.coded, 'unit')} with one of these themes, ${of.byHand} of them given it by a researcher, make ${many(of.passages, 'passage')} with ${many(of.targets, 'quantified target')}.`,
    `Where the program found nothing of a theme in a report, a person confirmed that it is not mentioned (${many(of.absent, 'case')}), mentioned in passing (${many(of.inPassing, 'case')}) or does not apply (${many(of.notApplicable, 'case')}); the rest have not been checked.`,
    ...(of.foundInPassing === 0 ? [] : [`Where it found passages, a person took ${many(of.foundInPassing, 'case')} for a mention in passing.`]),
    ...(of.recognised === 0 ? [] : [`The text of ${many(of.recognised, 'report')} was recognised from pictures.`]),
    `Tables made on ${of.madeOn}.`
  ].join(' ')

const many = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
