import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ComparedVersions } from '#core/contract/version-calls.ts'
import { restored } from '../../core/versions/restored.ts'
import { reportOf2022, reportOf2023 } from '../../journeys/version-texts.ts'
import { duizhao, folderForAll, json, seed } from './command.ts'

const folder = folderForAll()
const [before, after] = ['前.txt', '后.txt'].map((name) => join(folder, name)) as [string, string]
writeFileSync(before, reportOf2022)
writeFileSync(after, reportOf2023)

describe('versions', () => {
  it('prints every paragraph that changed, its words marked, and counts the rest', async () => {
    const { code, text, stderr } = await duizhao(['versions', before, after])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(text).toContain('今年新增养老床位[-2.5-]{+3+}万张')
    expect(text.split('\n').map((line) => line[0])).toEqual(['~', '<', '~', '~', '-', '>', '+', '改', undefined])
  })

  it('gives both texts back from its JSON', async () => {
    const { answer } = await json<ComparedVersions & { format: string }>(['versions', before, after, '--format', 'json'])
    expect(answer.format).toBe('duizhao/versions@1')
    const texts = { before: answer.before.text, after: answer.after.text }
    expect(restored('after', answer.rows, texts)).toBe(texts.after)
    expect(restored('before', answer.rows, texts)).toBe(texts.before)
  })

  it('prints a table that is named, and refuses what are not two reports', async () => {
    const { text } = await duizhao(['versions', before, after, '--format', 'csv', '--tables', 'themes'])
    expect(text).toContain('"社会组织","新增",0,1,')
    expect((await duizhao(['versions', before])).code).toBe(2)
    const { code, stderr } = await duizhao(['versions', seed, after])
    expect(code).toBe(2)
    expect(stderr).toContain('2 reports')
  })
})
