import { spawn } from 'node:child_process'
import { existsSync, openSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonPieces } from '../../../src-main/cli/print.ts'
import { duizhao, entry, folderForAll, root, seed } from './command.ts'

const folder = folderForAll()
const library = join(folder, 'none.duizhao')

describe('a call that is wrong', () => {
  const wrong: readonly (readonly string[])[] = [
    [],
    ['frobnicate'],
    ['constructor'],
    ['parse'],
    ['parse', seed, '--format', 'json'],
    ['parse', seed, '--json=yes'],
    ['parse', seed, '--codebook'],
    ['compare'],
    ['compare', seed, '--format', 'docx', '--tables', 'T99'],
    ['compare', seed, '--format', 'html', '--tables', 'T1'],
    ['compare', seed, '--format', 'pdf'],
    ['compare', seed, '--by', 'county'],
    ['compare', seed, '--language', 'fr'],
    ['compare', seed, '--themes', 'elderly_care,nonsense'],
    ['compare', seed, '--library', library],
    ['compare', '--library', library, '--codebook', seed],
    ['compare', '--library', library, '--province', '火星'],
    ['compare', '--library', library, '--year', '23'],
    ['import', seed],
    ['import', '--library', library],
    ['list'],
    ['list', '--library', ''],
    ['list', 'x', '--library', library],
    ['search', '--library', library],
    ['search', '养老', '低保', '--library', library],
    ['search', '养老', '--library', library, '--limit', '0'],
    ['check', 'x', '--library', library],
    ['backup', '--library', library],
    ['backup', 'x', '--library', library, '--output', 'y'],
    ['restore', '--library', library],
    ['serve', 'x'],
    ['serve', '--port', '65536'],
    ['serve', '--port', '-1']
  ]

  it('ends with 2, a sentence and the usage on stderr, nothing on stdout, and makes no file', async () => {
    const waiting = [...wrong]
    const judge = async (): Promise<void> => {
      for (let args = waiting.shift(); args !== undefined; args = waiting.shift()) {
        const { code, text, stderr } = await duizhao(args)
        const [sentence, , usage] = stderr.split('\n')
        expect({ args, code, text, usage }).toEqual({ args, code: 2, text: '', usage: 'duizhao <command> …' })
        expect(sentence!.length, args.join(' ')).toBeGreaterThan(5)
      }
    }
    await Promise.all([judge(), judge()])
    expect(existsSync(library)).toBe(false)
  })

  it('names what is wrong: the option, the table that there is not, the theme that is not there', async () => {
    const [option, format, theme] = await Promise.all([
      duizhao(['parse', '--nope', seed]),
      duizhao(['compare', seed, '--format', 'docx', '--tables', 'T99']),
      duizhao(['compare', seed, '--themes', 'nonsense'])
    ])
    expect(option.stderr).toContain('--nope')
    expect(format.stderr).toMatch(/--tables.*T1.*“T99”/)
    expect(theme.stderr).toMatch(/nonsense.*elderly_care/)
  })

  it('is none when it asks for help: the usage on stdout', async () => {
    const [all, one] = await Promise.all([duizhao(['--help']), duizhao(['compare', '-h'])])
    for (const { code, text, stderr } of [all, one]) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(text).toMatch(/^duizhao <command>/)
    }
  })
})

describe.skipIf(process.platform === 'win32')('stdout that takes nothing (pipes and devices of Unix: not run on Windows)', () => {
  it('a reader who has gone ends the program quietly', async () => {
    for (const args of [['parse', '--json', seed], ['compare', seed, '--format', 'json']]) {
      const child = spawn(process.execPath, [...entry('main'), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
      child.stdout.destroy()
      let stderr = ''
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
      const code = await new Promise((ended) => child.once('close', ended))
      expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' })
    }
  })

  it.skipIf(!existsSync('/dev/full'))('a full disk is a named error (where the system has /dev/full)', async () => {
    const full = openSync('/dev/full', 'w')
    const ended = await duizhao(['parse', '--json', seed], { stdio: ['ignore', full, 'pipe'] })
    closeSync(full)
    expect({ code: ended.code, stderr: ended.stderr.split(':').slice(0, 2) }).toEqual({ code: 1, stderr: ['stdout', ' cannot-write'] })
  })
})

describe('JSON in pieces', () => {
  it('is the JSON of JSON.stringify, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 9 }), (value) => {
        expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value, null, 2) + '\n')
      }),
      { seed: 21, numRuns: 300 }
    )
  })

  it('is the same for long arrays far inside', () => {
    const long = Array.from({ length: 1000 }, (_, i) => (i % 3 === 0 ? [i, [i]] : { i, text: '一\n二' }))
    const value = { a: [{ b: [{ long, empty: [], one: [long.slice(0, 257)] }] }] }
    expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value, null, 2) + '\n')
  })

  it('takes arrays that are made while they are written, and leaves out what is undefined', () => {
    function* numbers(): Generator<unknown> {
      yield* [1, { a: undefined, b: [] }]
    }
    expect(JSON.parse([...jsonPieces({ numbers: numbers(), left: undefined })].join(''))).toEqual({ numbers: [1, { b: [] }] })
  })
})
