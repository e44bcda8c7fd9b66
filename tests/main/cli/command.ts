import { spawn, type SpawnOptions } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll } from 'vitest'

/** The command line as a person calls it: a process of its own, judged by what it prints and how it ends. */

export const root = resolve(import.meta.dirname, '..', '..', '..')
export const seed = join(root, 'seeds', '000_8625d94934d53eac.txt')

export interface Ended {
  readonly code: number | null
  readonly stdout: Buffer
  readonly text: string
  readonly stderr: string
}

export const entry = (script: 'main' | 'start'): string[] => [join(root, 'src-main', 'run.mjs'), join(root, 'src-main', 'cli', `${script}.ts`)]

export function duizhao(args: readonly string[], options: SpawnOptions = {}): Promise<Ended> {
  const child = spawn(process.execPath, [...entry('main'), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
  return new Promise((ended, failed) => {
    child.once('error', failed)
    child.once('close', (code) => {
      const stdout = Buffer.concat(out)
      ended({ code, stdout, text: stdout.toString('utf8'), stderr: Buffer.concat(err).toString('utf8') })
    })
  })
}

/** What a script reads: JSON on stdout. */
export async function json<T>(args: readonly string[]): Promise<{ answer: T; code: number | null; stderr: string }> {
  const { text, code, stderr } = await duizhao(args)
  if (text === '') throw new Error(`duizhao ${args.join(' ')} printed nothing and ended with ${code}: ${stderr}`)
  return { answer: JSON.parse(text) as T, code, stderr }
}

/** `FILE: KIND: sentence` lines of stderr, as file -> kind. */
export const namedErrors = (stderr: string): Map<string, string> =>
  new Map([...stderr.matchAll(/^(.+?): ([a-z-]+): .+$/gm)].map(([, file = '', kind = '']) => [file, kind]))

/** A folder for all tests of a file. */
export function folderForAll(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-cli-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface ParsedReport {
  readonly title: string | null
  readonly jurisdiction: { readonly level: string; readonly code: string; readonly name: string; readonly province: { readonly code: string; readonly name: string } | null; readonly basis: string } | null
  readonly date: { readonly iso: string | null; readonly precision: string; readonly asWritten: string; readonly yearBasis: string } | null
  readonly meeting: string | null
  readonly place: string | null
  readonly officials: readonly { readonly name: string; readonly title: string | null }[]
  readonly reporter: string | null
  readonly attribution: string | null
  readonly text: string
  readonly paragraphs: readonly { readonly start: number; readonly end: number }[]
  readonly outline: readonly { readonly level: number; readonly label: string; readonly run: number; readonly heading: string; readonly start: number; readonly end: number }[]
  readonly statements: readonly {
    readonly start: number
    readonly end: number
    readonly kind: string
    readonly themes: readonly { readonly id: string; readonly score: number; readonly evidence: readonly (readonly [number, number])[] }[]
  }[]
  readonly targets: readonly { readonly start: number; readonly end: number; readonly value: number | null; readonly unit: string | null; readonly operator: string | null; readonly deadlineYear: number | null; readonly theme: string | null }[]
  readonly programmes: readonly { readonly name: string; readonly theme: string | null; readonly occurrences: readonly (readonly [number, number])[] }[]
}

/** `duizhao/parse@1`. */
export interface ParseAnswer {
  readonly format: string
  readonly sources: readonly {
    readonly file: string
    readonly sha256: string
    readonly mediaType: string
    readonly encoding: string
    readonly bytes: number
    readonly warnings: readonly { readonly kind: string; readonly message: string }[]
    readonly reports: readonly ParsedReport[]
    readonly leftOver: readonly { readonly text: string; readonly source: readonly (readonly [number, number])[] }[]
  }[]
}

/** `duizhao/compare@1`. */
export interface CompareAnswer {
  readonly format: string
  readonly codebook: { readonly id: string; readonly version: string; readonly sha256: string }
  readonly columns: readonly { readonly id: string; readonly title: string | null; readonly province: { readonly code: string; readonly name: string } | null; readonly date: string | null; readonly characters: number; readonly source: string; readonly reports: readonly { readonly id: string }[] }[]
  readonly rows: readonly {
    readonly theme: string
    readonly label: { readonly zh: string; readonly en: string }
    readonly cells: readonly {
      readonly state: 'present' | 'absent'
      readonly characters: number
      readonly share: number
      readonly rank: number | null
      readonly passages: readonly { readonly start: number; readonly end: number; readonly text: string; readonly outline: readonly string[]; readonly paragraph: number; readonly source: { readonly line: number; readonly page: number | null } }[]
      readonly targets: readonly unknown[]
      readonly programmes: readonly { readonly name: string }[]
    }[]
    readonly shared: readonly { readonly phrase: string; readonly columns: readonly number[] }[]
    readonly pairs: readonly { readonly columns: readonly number[]; readonly passages: readonly number[]; readonly similarity: number }[]
  }[]
}
