import { WrongCall } from './failure.ts'

/** `exchange <export|import> …`: the work on a library as files of other programs, and theirs into it. */
const tasks: Readonly<Record<string, () => Promise<(args: string[]) => Promise<number>>>> = {
  export: async () => (await import('./exchange-export.ts')).exportWork,
  import: async () => (await import('./exchange-import.ts')).importWork
}

export async function exchange([task, ...args]: string[]): Promise<number> {
  const load = task !== undefined && Object.hasOwn(tasks, task) ? tasks[task] : undefined
  if (load === undefined) throw new WrongCall(`exchange needs one of ${Object.keys(tasks).join(', ')}.`)
  return (await load())(args)
}
