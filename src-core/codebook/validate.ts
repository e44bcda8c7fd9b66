import { z } from 'zod'
import type { Codebook, Theme } from './codebook.ts'
import { bilingual, plainTheme, wholeTheme, words } from './schema.ts'
import { ancestorsOf } from './tree.ts'

/** More themes than a codebook that people use has: what is computed for each pair of them must end. */
const MOST_THEMES = 1000

const common = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  name: bilingual
}

const firstContext = z.strictObject({ listSpoilers: words, rollCallFrames: words, otherSubjects: words })
const context = firstContext.extend({ mostHandedOn: z.int().min(0).exactOptional() })

const schema = z
  .discriminatedUnion('format', [
    z.strictObject({ format: z.literal('duizhao/codebook@1'), ...common, context: firstContext, themes: z.array(plainTheme).min(1).max(MOST_THEMES) }),
    z.strictObject({ format: z.literal('duizhao/codebook@2'), ...common, context, themes: z.array(wholeTheme).min(1).max(MOST_THEMES) })
  ])
  .superRefine(({ themes }, refinement) => {
    for (const { place, message } of [...themeFaults(themes), ...treeFaults(themes)]) {
      refinement.addIssue({ code: 'custom', message, path: place === '' ? ['themes'] : ['themes', ...place.split('.')] })
    }
  })

/** What is wrong with a codebook, in words: where (`themes.0.color.light`) and what. */
export interface CodebookFault {
  readonly place: string
  readonly message: string
}

/** Checks a parsed JSON value against the schemas of `duizhao/codebook@1` and `@2`. */
export function validateCodebook(
  value: unknown
): { readonly codebook: Codebook } | { readonly faults: readonly CodebookFault[] } {
  const result = schema.safeParse(value)
  if (result.success) return { codebook: result.data }
  return { faults: result.error.issues.map(({ path, message }) => ({ place: path.join('.'), message })) }
}

function themeFaults(themes: readonly Theme[]): CodebookFault[] {
  const faults = repeats(themes.map(({ id }) => id)).map((id) => ({ place: '', message: `Theme id ${id} is there twice` }))
  for (const guid of repeats(themes.flatMap(({ guid: own }) => own ?? []))) faults.push({ place: '', message: `GUID ${guid} is there twice` })
  for (const { id, patterns, group } of themes) {
    const { terms, items, rollCall, cues, lookalikes } = patterns
    for (const repeated of repeats([...terms, ...items, ...rollCall, ...cues, ...lookalikes])) {
      faults.push({ place: `${id}.patterns`, message: `${repeated} is there twice` })
    }
    const lists: readonly (readonly unknown[])[] = Object.values({ ...patterns })
    if (group && lists.some(({ length }) => length > 0)) {
      faults.push({ place: `${id}.patterns`, message: 'A group has words of its own' })
    }
  }
  return faults
}

/** The themes are a tree, what is in use stands under nothing retired, and what was merged leads somewhere. */
function treeFaults(themes: readonly Theme[]): CodebookFault[] {
  const faults: CodebookFault[] = []
  const byId = new Map(themes.map((each) => [each.id, each]))
  const parents = new Map(themes.map(({ id, parent }) => [id, parent]))
  const heirs = new Map(themes.map(({ id, retired }) => [id, retired?.into ?? undefined]))
  for (const { id, parent, retired } of themes) {
    if (parent !== undefined && !byId.has(parent)) faults.push({ place: `${id}.parent`, message: `There is no theme ${parent}` })
    if (ancestorsOf(parents, id).includes(id)) faults.push({ place: `${id}.parent`, message: 'The theme stands under itself' })
    if (retired === undefined && parent !== undefined && byId.get(parent)?.retired !== undefined) {
      faults.push({ place: `${id}.parent`, message: `${parent} is retired` })
    }
    const into = retired?.into ?? null
    if (into !== null && !byId.has(into)) faults.push({ place: `${id}.retired`, message: `There is no theme ${into}` })
    if (ancestorsOf(heirs, id).includes(id)) faults.push({ place: `${id}.retired`, message: 'The theme was merged into itself' })
  }
  return faults
}

function repeats(values: readonly string[]): string[] {
  const seen = new Set<string>()
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))]
}
