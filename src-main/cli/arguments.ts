import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { WrongCall } from './failure.ts'

/** Options that `duizhao` commands share; each command names those it takes. */
const known = {
  json: { type: 'boolean' },
  force: { type: 'boolean' },
  'no-open': { type: 'boolean' },
  codebook: { type: 'string' },
  library: { type: 'string' },
  output: { type: 'string' },
  format: { type: 'string' },
  language: { type: 'string' },
  by: { type: 'string' },
  themes: { type: 'string', multiple: true },
  tables: { type: 'string', multiple: true },
  report: { type: 'string', multiple: true },
  province: { type: 'string', multiple: true },
  year: { type: 'string', multiple: true },
  round: { type: 'string' },
  limit: { type: 'string' },
  port: { type: 'string' },
  columns: { type: 'string' },
  encoding: { type: 'string' },
  'line-ends': { type: 'string' },
  conflicts: { type: 'string' },
  memory: { type: 'string' },
  seconds: { type: 'string' },
  'page-seconds': { type: 'string' }
} as const satisfies ParseArgsOptionsConfig

export type OptionName = keyof typeof known

type Values<N extends OptionName> = {
  readonly [K in N]: (typeof known)[K] extends { multiple: true }
    ? readonly string[]
    : (typeof known)[K]['type'] extends 'boolean'
      ? boolean
      : string | null
}

/** Options that take one or more values: `--province 浙江 湖北`. */
const severalValues: ReadonlySet<string> = new Set(['report', 'province', 'year'] satisfies OptionName[])

/** @throws WrongCall, or the TypeError of `parseArgs` for an option the command does not take */
export function readArguments<N extends OptionName>(args: string[], names: readonly N[]): { files: string[]; options: Values<N> } {
  const options: ParseArgsOptionsConfig = Object.fromEntries(names.map((name) => [name, known[name]]))
  const { tokens } = parseArgs({ args, options, allowPositionals: true, tokens: true })
  const files: string[] = []
  const values = new Map<string, string[]>()
  let taking: string[] | null = null
  for (const token of tokens) {
    if (token.kind === 'option') {
      const given = values.get(token.name) ?? []
      values.set(token.name, given)
      if (token.value !== undefined) given.push(token.value)
      taking = severalValues.has(token.name) ? given : null
    } else if (token.kind === 'positional') {
      ;(taking ?? files).push(token.value)
    } else {
      taking = null // after `--` all are files
    }
  }
  return { files, options: Object.fromEntries(names.map((name) => [name, valueOf(name, values.get(name))])) as Values<N> } // `known` gives both
}

function valueOf(name: OptionName, given: string[] | undefined): string | boolean | null | readonly string[] {
  const kind = known[name]
  if ('multiple' in kind) return given ?? []
  if (kind.type === 'boolean') return given !== undefined
  return given?.at(-1) ?? null
}

export function oneOf<T extends string>(value: string | null, allowed: readonly T[], option: string): T | null {
  if (value === null) return null
  const found = allowed.find((candidate) => candidate === value)
  if (found === undefined) throw new WrongCall(`--${option} is one of ${allowed.join(', ')}, not “${value}”.`)
  return found
}

export function wholeNumber(value: string | null, option: string, range: { min: number; max: number }): number | null {
  if (value === null) return null
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
  if (!(number >= range.min && number <= range.max)) {
    throw new WrongCall(`--${option} is a whole number from ${range.min} to ${range.max}, not “${value}”.`)
  }
  return number
}

export function required(value: string | null, option: string): string {
  if (value === null || value === '') throw new WrongCall(`--${option} is missing.`)
  return value
}
