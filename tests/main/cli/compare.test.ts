import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { duizhao, folderForAll, json, namedErrors, root, seed, type CompareAnswer, type ParseAnswer } from './command.ts'

const folder = folderForAll()
const at = (name: string): string => join(folder, name)
const seedLines = readFileSync(seed, 'utf8').split('\n')
const compared = json<CompareAnswer>(['compare', seed, '--format', 'json'])
const parsed = json<ParseAnswer>(['parse', seed, '--json'])
const codebookFile = join(root, 'resources', 'codebook.civil-affairs.json')

/** The sixteen themes, as the command line promises them. */
const themeIds = [
  'elderly_care', 'social_assistance', 'community_governance', 'social_organizations', 'child_protection', 'funeral', 'place_names', 'charity',
  'welfare_lottery', 'marriage', 'disability_welfare', 'social_work', 'resettlement', 'digital_reform', 'party_leadership', 'capacity_and_safety'
]

describe('compare --format json', () => {
  it('has a cell for each column in each row, in order, with every theme of the codebook', async () => {
    const { answer, code, stderr } = await compared
    expect({ code, stderr, format: answer.format }).toEqual({ code: 0, stderr: '', format: 'duizhao/compare@1' })
    expect(answer.codebook).toMatchObject({ id: 'civil-affairs', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
    expect(answer.columns.map(({ province, date }) => [province?.name, date])).toEqual([
      ['浙江省', '2023-02-10'],
      ['湖北省', '2023-02-08']
    ])
    expect(answer.rows.map(({ theme }) => theme)).toEqual(themeIds)
    for (const { cells, label, shared, pairs } of answer.rows) {
      expect(cells).toHaveLength(2)
      expect(label.zh !== '' && label.en !== '').toBe(true)
      for (const { columns } of [...shared, ...pairs]) for (const column of columns) expect([0, 1]).toContain(column)
    }
  })

  it('quotes verbatim: every passage is a slice of its report, found again in the line it names', async () => {
    const { answer } = await compared
    const { reports } = (await parsed).answer.sources[0]!
    let passages = 0
    for (const { cells } of answer.rows) {
      for (const [column, cell] of cells.entries()) {
        expect(cell.state).toBe(cell.passages.length > 0 ? 'present' : 'absent')
        expect(cell.rank === null).toBe(cell.state === 'absent')
        for (const { start, end, text, source, paragraph } of cell.passages) {
          passages++
          expect(text).toBe(reports[column]!.text.slice(start, end))
          // the first word may go over the line's end
          const [line, next] = seedLines.slice(source.line - 1, source.line + 1).map((each) => each.replaceAll(/\s/g, ''))
          const found = (line! + next!).indexOf(text.slice(0, 2))
          expect(found >= 0 && found < line!.length).toBe(true)
          expect(paragraph).toBeGreaterThan(0)
        }
      }
    }
    expect(passages).toBeGreaterThan(20)
  })

  it('shares phrases of five characters and more that stand in both columns’ passages', async () => {
    const { answer } = await compared
    const rows = answer.rows.filter(({ shared }) => shared.length > 0)
    expect(rows.length).toBeGreaterThan(0)
    for (const { cells, shared } of rows) {
      for (const { phrase, columns } of shared) {
        expect(phrase.length).toBeGreaterThanOrEqual(5)
        for (const column of columns) expect(cells[column]!.passages.some(({ text }) => text.replaceAll('\n', '').includes(phrase)), phrase).toBe(true)
      }
    }
  })
})

describe('compare', () => {
  it('takes themes in any of the usual ways, in the codebook’s names', async () => {
    const rows = async (...args: string[]): Promise<string[]> =>
      (await json<CompareAnswer>(['compare', seed, '--format', 'json', ...args])).answer.rows.map(({ theme }) => theme)
    const [list, repeated] = await Promise.all([rows('--themes', 'elderly_care,charity'), rows('--themes', 'elderly_care', '--themes=charity')])
    expect(list).toEqual(['elderly_care', 'charity'])
    expect(repeated).toEqual(list)
  })

  it('merges the reports of a province into one column', async () => {
    const { answer } = await json<CompareAnswer>(['compare', seed, seed, '--by', 'province', '--format', 'json'])
    expect(answer.columns.map(({ province, reports }) => [province?.name, reports.length])).toEqual([['浙江省', 2], ['湖北省', 2]])
    expect(answer.rows.every(({ cells }) => cells.length === 2)).toBe(true)
  })

  it('writes each format whole, in either language', async () => {
    const formats = ['text', 'json', 'csv', 'md', 'html', 'xlsx', 'docx'] as const
    const outputs = await Promise.all(
      formats.map(async (format) => {
        const path = at(`table.${format}`)
        const { code, text, stderr } = await duizhao(['compare', seed, '--format', format, '--language', 'en', '--output', path])
        expect({ format, code, text, stderr }).toEqual({ format, code: 0, text: '', stderr: '' })
        return readFileSync(path)
      })
    )
    const [text, jsonText, csv, md, html, xlsx, docx] = outputs.map((bytes) => bytes.toString('utf8')) as [string, string, string, string, string, string, string]
    for (const table of [text, csv, md, html]) expect(table).toContain('Elderly care')
    expect((JSON.parse(jsonText) as CompareAnswer).format).toBe('duizhao/compare@1')
    expect(csv.startsWith('\ufeff"')).toBe(true)
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(html).toContain('</html>')
    for (const zip of [xlsx, docx]) expect(zip.startsWith('PK')).toBe(true)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('writes the tables of a paper that are named, one sheet each, and the paragraph on methods', async () => {
    const path = at('paper.xlsx')
    const { code, stderr } = await duizhao(['compare', seed, '--format', 'xlsx', '--tables', 'T4,T1', '--output', path])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.readFile(path)
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['T1 样本文件一览', 'T4 主题频次与占比', '方法说明'])
    const [sample, , methods] = workbook.worksheets
    expect(sample!.getCell('A1').text).toBe('表1　样本文件一览')
    expect(sample!.getCell('B3').text).toBe('浙江省')
    expect(methods!.getCell('A1').text).toMatch(/读取并比较 2 份报告（涉及 2 个地区，2023-02-08 至 2023-02-10/)
  })

  it('puts on stdout what it would write to a file', async () => {
    const { stdout, code } = await duizhao(['compare', seed, '--format', 'csv'])
    await duizhao(['compare', seed, '--format', 'csv', '--output', at('same.csv')])
    expect(code).toBe(0)
    expect(readFileSync(at('same.csv')).equals(stdout)).toBe(true)
  })

  it('replaces no file without --force, and leaves no part of one anywhere', async () => {
    const path = at('kept.csv')
    writeFileSync(path, 'mine')
    const refused = await duizhao(['compare', seed, '--format', 'csv', '--output', path])
    expect({ code: refused.code, kind: namedErrors(refused.stderr).get(path) }).toEqual({ code: 1, kind: 'file-exists' })
    expect(readFileSync(path, 'utf8')).toBe('mine')
    const nowhere = await duizhao(['compare', seed, '--output', at('no-such-folder/x.txt')])
    expect({ code: nowhere.code, kind: namedErrors(nowhere.stderr).get(at('no-such-folder/x.txt')) }).toEqual({ code: 1, kind: 'cannot-write' })
    expect((await duizhao(['compare', seed, '--format', 'csv', '--output', path, '--force'])).code).toBe(0)
    expect(statSync(path).size).toBeGreaterThan(1000)
    expect(existsSync(at('no-such-folder'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('a codebook of one’s own (虚构样例)', () => {
  interface Editable {
    id: string
    version: string
    themes: { id: string; name: { zh: string; en: string }; patterns: { terms: string[] } }[]
  }
  const changed = (change: (codebook: Editable) => void): string => {
    const codebook = JSON.parse(readFileSync(codebookFile, 'utf8')) as Editable
    change(codebook)
    const path = at(`codebook-${codebook.id}.json`)
    writeFileSync(path, JSON.stringify(codebook))
    return path
  }

  it('changes themes, names and hash of the comparison', async () => {
    const path = changed((codebook) => {
      codebook.id = 'my-own'
      codebook.version = '2.0.0'
      codebook.themes = codebook.themes.filter(({ id }) => ['charity', 'elderly_care'].includes(id))
      codebook.themes[0]!.name = { zh: '我的主题', en: 'My theme' }
    })
    const { answer, code } = await json<CompareAnswer>(['compare', seed, '--codebook', path, '--format', 'json'])
    expect(code).toBe(0)
    expect(answer.codebook).toMatchObject({ id: 'my-own', version: '2.0.0' })
    expect(answer.codebook.sha256).not.toBe((await compared).answer.codebook.sha256)
    expect(answer.rows).toHaveLength(2)
    expect(answer.rows[0]!.label).toEqual({ zh: '我的主题', en: 'My theme' })
    const { answer: understood } = await json<ParseAnswer>(['parse', seed, '--codebook', path, '--json'])
    const themes = understood.sources[0]!.reports.flatMap(({ statements }) => statements.flatMap((statement) => statement.themes.map(({ id }) => id)))
    expect([...new Set(themes)].sort()).toEqual(['charity', 'elderly_care'])
  })

  it('that cannot be used is refused by name, and says where it is wrong', async () => {
    const invalid = changed((codebook) => {
      codebook.id = 'invalid'
      ;(codebook.themes[1]!.patterns as { terms: unknown }).terms = 'not a list'
    })
    writeFileSync(at('broken.json'), '{"format": ')
    const [faulty, broken, missing] = await Promise.all(
      [invalid, at('broken.json'), at('missing.json')].map((path) => duizhao(['compare', seed, '--codebook', path]))
    )
    for (const [path, ended] of [[invalid, faulty!], [at('broken.json'), broken!], [at('missing.json'), missing!]] as const) {
      expect({ code: ended.code, text: ended.text, kind: namedErrors(ended.stderr).get(path) }).toEqual({ code: 1, text: '', kind: 'unreadable-file' })
    }
    expect(faulty!.stderr).toContain('themes.1.patterns.terms')
  })
})
