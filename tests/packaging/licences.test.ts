import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { licencesFile, licencesText, licensed } from './licences.ts'

const root = resolve(import.meta.dirname, '..', '..')
const all = licensed(root)

describe('the licences of what the program is made with', () => {
  it('are all among those that ask for no more than to be named', () => {
    const free = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Zlib', '(MIT AND Zlib)', '(MIT OR CC0-1.0)']
    expect(all.filter(({ licence }) => !free.includes(licence)).map(({ name, licence }) => [name, licence])).toEqual([])
  })

  it('are those of the packages that are there: what the window, the readers and the networks are built on', () => {
    const names = all.map(({ name }) => name)
    for (const name of ['react', 'scheduler', '@base-ui/react', 'better-sqlite3', 'onnxruntime-web', '@embedpdf/pdfium', 'saxes', 'docx', 'hucre']) expect(names).toContain(name)
    for (const name of ['vitest', 'typescript', 'playwright-core', 'electron-vite', 'fast-check']) expect(names).not.toContain(name)
  })

  it('stand in the file that is packed; if not: npm run licences', () => {
    expect(readFileSync(licencesFile(root), 'utf8')).toBe(licencesText(all))
  })
})
