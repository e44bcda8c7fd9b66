import type { Codebook, Theme } from './codebook.ts'
import { noPatterns, plainColor } from './empty.ts'
import { describeTheme, readDescription, type ExchangeLanguage } from './exchange-description.ts'
import { validateCodebook, type CodebookFault } from './validate.ts'

/** A codebook as REFI-QDA exchanges it. Sets name codes by their GUIDs. */
export interface ExchangeCodebook {
  readonly codes: readonly ExchangeCode[]
  readonly sets: readonly { readonly guid: string; readonly name: string; readonly members: readonly string[] }[]
}

export interface ExchangeCode {
  readonly guid: string
  readonly name: string
  readonly isCodable: boolean
  /** `#rgb` or `#rrggbb`, or null. */
  readonly color: string | null
  readonly description: string
  readonly codes: readonly ExchangeCode[]
}

/** What a file of the other format cannot hold, or what was left out of it. */
export type ExchangeLoss = 'words' | 'context' | 'dark-colors' | 'governs' | 'name-and-version' | 'sets'

const retiredSet = '已停用 Retired'

export interface ExchangeOptions {
  readonly language: ExchangeLanguage
  /** The GUID of something of this codebook, by its id: always the same for the same. */
  readonly guidOf: (id: string) => string
}

/** The codes of a codebook, and what they do not say of it. */
export function exchangedCodebook(codebook: Codebook, { language, guidOf }: ExchangeOptions): { readonly file: ExchangeCodebook; readonly losses: readonly ExchangeLoss[] } {
  const guids = new Map(codebook.themes.map((theme) => [theme.id, theme.guid ?? guidOf(theme.id)]))
  const under = Map.groupBy(codebook.themes, ({ parent }) => parent)
  const codesUnder = (parent: string | undefined): ExchangeCode[] =>
    (under.get(parent) ?? []).map((theme) => ({
      guid: guids.get(theme.id)!,
      name: theme.name[language],
      isCodable: theme.group === undefined,
      color: theme.color.light,
      description: describeTheme(theme, language, guids.get(theme.retired?.into ?? '') ?? null),
      codes: codesUnder(theme.id)
    }))
  const retired = codebook.themes.filter((theme) => theme.retired !== undefined).map(({ id }) => guids.get(id)!)
  const sets = retired.length === 0 ? [] : [{ guid: guidOf(`set ${retiredSet}`), name: retiredSet, members: retired }]
  return { file: { codes: codesUnder(undefined), sets }, losses: lossesOf(codebook) }
}

function lossesOf({ themes, context }: Codebook): ExchangeLoss[] {
  const hasWords = themes.some(({ patterns }) => Object.values({ ...patterns }).some((list: readonly unknown[]) => list.length > 0))
  const hasContext = context.mostHandedOn !== undefined || [context.listSpoilers, context.rollCallFrames, context.otherSubjects].some(({ length }) => length > 0)
  return [...(hasWords ? (['words'] as const) : []), ...(hasContext ? (['context'] as const) : []), 'dark-colors', 'governs', 'name-and-version']
}

export interface ExchangeBase {
  /** A codebook that the file may come from: its themes, known by their GUIDs, keep what the file cannot hold. */
  readonly base: Codebook
  readonly guidOf: (id: string) => string
}

/** A codebook from its codes. Themes that the base has lend what the file does not say; others have no words yet. */
export function codebookOfExchange(
  file: ExchangeCodebook,
  { base, guidOf }: ExchangeBase
): { readonly codebook: Codebook; readonly losses: readonly ExchangeLoss[] } | { readonly faults: readonly CodebookFault[] } {
  const known = new Map(base.themes.map((theme) => [theme.guid ?? guidOf(theme.id), theme]))
  const idOf = (guid: string) => known.get(guid)?.id ?? `code_${guid.replaceAll('-', '_')}`
  const retired = new Set(file.sets.filter(({ name }) => name === retiredSet).flatMap(({ members }) => members))
  const themes: Theme[] = []
  const take = (codes: readonly ExchangeCode[], parent: string | null): void => {
    for (const code of codes) {
      const id = idOf(code.guid)
      themes.push(themeOf(code, { id, parent, like: known.get(code.guid) ?? null, isRetired: retired.has(code.guid), idOf }))
      take(code.codes, id)
    }
  }
  take(file.codes, null)
  const checked = validateCodebook({ ...base, format: 'duizhao/codebook@2', themes })
  const losses = file.sets.some(({ name }) => name !== retiredSet) ? (['sets'] as const) : []
  return 'codebook' in checked ? { codebook: checked.codebook, losses } : checked
}

interface Whereabouts {
  readonly id: string
  readonly parent: string | null
  readonly like: Theme | null
  readonly isRetired: boolean
  readonly idOf: (guid: string) => string
}

function themeOf(code: ExchangeCode, { id, parent, like, isRetired, idOf }: Whereabouts): Theme {
  const { definition, name, include, exclude, examples, into } = readDescription(code)
  const guid = like === null ? code.guid : like.guid
  return {
    id,
    name,
    definition,
    include,
    exclude,
    color: colorsOf(code.color, like),
    governs: like?.governs ?? true,
    patterns: like?.patterns ?? noPatterns,
    ...(parent === null ? {} : { parent }),
    ...(code.isCodable ? {} : { group: true as const }),
    ...(examples.length === 0 ? {} : { examples }),
    ...(isRetired ? { retired: { into: into === null ? null : idOf(into) } } : {}),
    ...(guid === undefined ? {} : { guid })
  }
}

/** A foreign colour is kept for light paper; for dark paper it is made lighter by half of what it lacks of white. */
function colorsOf(color: string | null, like: Theme | null): Theme['color'] {
  if (color === null) return like?.color ?? plainColor
  const full = (color.length === 4 ? `#${[...color.slice(1)].map((digit) => digit + digit).join('')}` : color).toLowerCase()
  if (like?.color.light === full) return like.color
  const lighter = [1, 3, 5].map((at) => Math.round((Number.parseInt(full.slice(at, at + 2), 16) + 255) / 2).toString(16).padStart(2, '0')).join('')
  return { light: full, dark: `#${lighter}` }
}
