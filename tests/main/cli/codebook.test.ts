import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { duizhao, json, folderForAll } from './command.ts'

// Invented changes and an invented report (虚构样例).

const folder = folderForAll()
const at = (name: string) => join(folder, name)

function fileOf(name: string, content: unknown): string {
  const path = at(name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('codebook', () => {
  it('check prints the tree of a codebook that comes with the program', async () => {
    const { answer, code } = await json<{ id: string; themes: { id: string; depth: number; group: boolean }[] }>(['codebook', 'check', 'government-work', '--json'])
    expect(code).toBe(0)
    expect(answer.id).toBe('government-work')
    expect(answer.themes.slice(0, 2)).toMatchObject([{ id: 'economy', depth: 0, group: true }, { id: 'macro_economy', depth: 1, group: false }])
  })

  it('change writes the next version; diff and effect say what it does; the first fault is named', async () => {
    const changes = fileOf('changes.json', [{ kind: 'merge', theme: 'low_carbon', into: 'environment' }])
    const changed = at('changed.json')
    const made = await duizhao(['codebook', 'change', 'government-work', changes, '--output', changed])
    expect(made.stderr).toBe('')
    expect(made.text).toBe('government-work 1.0.0 → 2.0.0\n')
    expect((JSON.parse(readFileSync(changed, 'utf8')) as { version: string }).version).toBe('2.0.0')

    const diff = await duizhao(['codebook', 'diff', 'government-work', changed])
    expect(diff.text).toContain('并入 merged into environment: 绿色低碳与节能')

    const report = fileOf('report.txt', '虚构省召开会议\n会议要求，有序推进碳达峰。要恢复湿地。\n')
    const effect = await duizhao(['codebook', 'effect', 'government-work', changed, report])
    expect(effect.code).toBe(0)
    expect(effect.text).toMatch(/recoded 1 \/ \d+\n {2}\[low_carbon\] → \[environment\] 合并 merged {2}.*有序推进碳达峰。\n$/)

    const again = await duizhao(['codebook', 'change', changed, changes, '--output', at('twice.json')])
    expect(again.code).toBe(1)
    expect(again.stderr).toContain('low_carbon: the theme is retired.')
    expect(existsSync(at('twice.json'))).toBe(false)
  })

  it.each(['qdc', 'xlsx', 'json'])('export and import as %s keep the codebook, with itself as the base', async (format) => {
    const [file, back] = [at(`book.${format}`), at(`back-${format}.json`)]
    const out = await duizhao(['codebook', 'export', 'policy-instruments', '--format', format, '--output', file])
    expect(out.code).toBe(0)
    expect(out.stderr.includes('not-kept')).toBe(format === 'qdc')
    const read = await duizhao(['codebook', 'import', file, '--codebook', 'policy-instruments', '--output', back])
    expect(read.stderr).toBe('')
    expect((await duizhao(['codebook', 'diff', 'policy-instruments', back])).text).toBe('没有不同 no difference\n')
  })

  it('a call that is wrong ends with 2', async () => {
    expect((await duizhao(['codebook', 'polish'])).code).toBe(2)
  })
})
