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
  report: { type: 'string', multiple: true },
  province: { type: 'string', multiple: true },
  year: { type: 'string', multiple: true },
  limit: { type: 'string' },
  port: { type: 'string' }
} as const satisfies ParseArgsOptionsConfig

export type OptionName = keyof typeof known

type Values<N extends OptionName> = {
  readonly [K in N]: (typeof known)[K] extends { multiple: true }
    ? readonly string[]
    : (typeof known)[K]['type'] extends 'boolean'
      ? boolean
      : string | null
}

/** @throws WrongCall, or the TypeError of `parseArgs` for an option the command does not take */
export function readArguments<N extends OptionName>(args: string[], names: readonly N[]): { files: string[]; options: Values<N> } {
  const options = Object.fromEntries(names.map((name) => [name, known[name]]))
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const filled = names.map((name) => {
    const value = values[name]
    const empty = 'multiple' in known[name] ? [] : known[name].type === 'boolean' ? false : null
    return [name, value ?? empty]
  })
  return { files: positionals, options: Object.fromEntries(filled) as Values<N> } // built from `names` just above
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
