import type { Codebook } from '#core/codebook/codebook.ts'
import { defaultCodebook } from './reference.ts'

/** The codebooks that the program brings along, by their ids; each is loaded when it is asked for. */
const shipped: ReadonlyMap<string, () => Promise<Codebook>> = new Map([
  ['civil-affairs', () => Promise.resolve(defaultCodebook)],
  ['government-work', async () => data(await import('../../resources/codebook.government-work.json', { with: { type: 'json' } }))],
  ['policy-instruments', async () => data(await import('../../resources/codebook.policy-instruments.json', { with: { type: 'json' } }))]
])

export const shippedCodebookIds: readonly string[] = [...shipped.keys()]

/** One of them, or null. */
export async function shippedCodebook(id: string): Promise<Codebook | null> {
  return (await shipped.get(id)?.()) ?? null
}

// `npm test` validates the files against their schema; TypeScript widens their literals
const data = (module: { readonly default: unknown }): Codebook => module.default as Codebook
