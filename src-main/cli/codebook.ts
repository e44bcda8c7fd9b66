import { WrongCall } from './failure.ts'

/** `codebook <check|diff|change|effect|export|import> …`: codebooks as files; touches no library. */
const tasks: Readonly<Record<string, () => Promise<(args: string[]) => Promise<number>>>> = {
  check: async () => (await import('./codebook-check.ts')).checkCodebook,
  diff: async () => (await import('./codebook-diff.ts')).diffCodebooks,
  change: async () => (await import('./codebook-change.ts')).changeCodebook,
  effect: async () => (await import('./codebook-effect.ts')).effectOfCodebook,
  export: async () => (await import('./codebook-exchange.ts')).exportCodebook,
  import: async () => (await import('./codebook-exchange.ts')).importCodebook
}

export async function codebook([task, ...args]: string[]): Promise<number> {
  const load = task !== undefined && Object.hasOwn(tasks, task) ? tasks[task] : undefined
  if (load === undefined) throw new WrongCall(`codebook needs one of ${Object.keys(tasks).join(', ')}.`)
  return (await load())(args)
}
