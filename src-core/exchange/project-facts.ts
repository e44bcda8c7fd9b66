import type { ProjectCase, ProjectSource, ProjectVariable, VariableType, VariableValue } from './project.ts'
import type { ReportFacts } from './work.ts'

type GuidOf = (id: string) => string

/** What a report says of itself, as variables of its source. Names are what they are known by when they come back. */
const variables = {
  year: ['年份 Year', 'Integer'],
  date: ['日期 Date', 'Date'],
  month: ['年月 Month', 'Text'],
  level: ['层级 Level', 'Text'],
  place: ['地区 Place', 'Text'],
  placeCode: ['地区代码 Place code', 'Text'],
  meeting: ['会议 Meeting', 'Text'],
  issuer: ['发文机关 Issuer', 'Text'],
  documentNumber: ['发文字号 Document number', 'Text'],
  fileName: ['文件 File', 'Text']
} as const satisfies Record<string, readonly [string, VariableType]>

type Fact = keyof typeof variables

const guidOfFact = (fact: Fact, guidOf: GuidOf): string => guidOf(`variable ${fact}`)

function valuesOf({ date, place, meeting, issuer, documentNumber, fileName }: ReportFacts): Partial<Record<Fact, string | null>> {
  return {
    year: date?.slice(0, 4) ?? null,
    date: date?.length === 10 ? date : null,
    month: date?.length === 7 ? date : null,
    level: place?.level ?? null,
    place: place?.name ?? null,
    placeCode: place?.code ?? null,
    meeting, issuer, documentNumber, fileName
  }
}

export function factValues(facts: ReportFacts, guidOf: GuidOf): VariableValue[] {
  return Object.entries(valuesOf(facts)).flatMap(([fact, value]) => (value === null ? [] : [{ variable: guidOfFact(fact as Fact, guidOf), value }])) // keys of `valuesOf`
}

/** Those that any of the sources has a value of. */
export function factVariables(sources: readonly ProjectSource[], guidOf: GuidOf): ProjectVariable[] {
  const used = new Set(sources.flatMap(({ values }) => values.map(({ variable }) => variable)))
  return Object.entries(variables)
    .map(([fact, [name, type]]): ProjectVariable => ({ guid: guidOfFact(fact as Fact, guidOf), name, type, description: '' })) // keys of `variables`
    .filter(({ guid }) => used.has(guid))
}

/** Each province with its reports is a case, in the order of their first ones. */
export function provinceCases(reports: readonly { readonly about: ReportFacts; readonly source: string }[], guidOf: GuidOf): ProjectCase[] {
  const byProvince = Map.groupBy(reports.filter(({ about }) => about.province !== null), ({ about }) => about.province!.code)
  return [...byProvince].map(([code, own]) => ({ guid: guidOf(`case ${code}`), name: own[0]!.about.province!.name, values: [], sources: own.map(({ source }) => source) }))
}

/** What comes back of them: date and division code, where the variables are these. */
export function factsOf({ values }: Pick<ProjectSource, 'values'>, known: readonly ProjectVariable[]): { readonly date: string | null; readonly placeCode: string | null } {
  const named = new Map(known.map(({ guid, name }) => [name, guid]))
  const valueOf = (fact: Fact): string | null => values.find(({ variable }) => variable === named.get(variables[fact][0]))?.value ?? null
  return { date: valueOf('date') ?? valueOf('month') ?? valueOf('year'), placeCode: valueOf('placeCode') }
}
