import { resolve } from 'node:path'
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { Output } from '#core/contract/calls.ts'
import type { ShownTable } from '#core/contract/figure-calls.ts'
import { list, openTestHost, type TestHost } from './test-host.ts'

const seed = resolve(import.meta.dirname, '..', '..', '..', 'seeds', '000_8625d94934d53eac.txt')

async function ask<T>({ host }: TestHost, name: string, input: unknown): Promise<T> {
  const reply = await host.answer(name, input)
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem))
  return reply.value as T
}

// 虚构样例
const table: ShownTable = {
  columns: [{ header: '主题', kind: 'label', width: 10 }, { header: '甲省', kind: 'percent', width: 8 }, { header: '乙省', kind: 'percent', width: 8 }],
  rows: [
    { cells: ['=养老', 0.125, null], color: '#c08a2b', isTotal: false },
    { cells: ['全文字数', 1466, 2033], color: null, isTotal: true, kind: 'count' }
  ],
  notes: ['n = 2 列。']
}

describe('figures', () => {
  it('give the structure of each report in the order asked for, without its text', async () => {
    const opened = openTestHost()
    await opened.host.importPaths([seed]).ended
    const reports = await list(opened.host)
    const ids = reports.map(({ id }) => id).reverse()
    const structures = await ask<Output<'structure.read'>>(opened, 'structure.read', { reports: ids })
    expect(structures.map(({ report }) => report)).toEqual(ids)
    for (const { report, characters, segments } of structures) {
      expect(characters).toBe(reports.find(({ id }) => id === report)!.characters)
      expect(segments.reduce((sum, segment) => sum + segment.characters, 0)).toBe(characters)
    }
    expect(await opened.host.answer('structure.read', { reports: ['999'] })).toMatchObject({ ok: false, problem: { kind: 'not-found' } })
  })

  it('save a table as CSV, its notes at the foot, no text run as a formula', async () => {
    const saved = await ask<{ fileName: string; base64: string }>(openTestHost(), 'figures.saveTable', { title: '频次表 / 占比', table, format: 'csv', language: 'zh' })
    expect(saved.fileName).toBe('频次表 占比 2026-03-01.csv')
    expect(Buffer.from(saved.base64, 'base64').toString()).toBe(
      '\ufeff"主题","甲省","乙省"\r\n"\'=养老",0.125,\r\n"全文字数",1466,2033\r\n"",,\r\n"n = 2 列。",,\r\n'
    )
  })

  it('save a table as a workbook: shares as per cent, the base below them as a count, notes on a sheet of their own', async () => {
    const saved = await ask<{ base64: string }>(openTestHost(), 'figures.saveTable', { title: '频次表', table, format: 'xlsx', language: 'zh' })
    const book = new exceljs.Workbook()
    await book.xlsx.load(Buffer.from(saved.base64, 'base64') as unknown as ArrayBuffer)
    const [sheet, notes] = book.worksheets
    expect(sheet!.getCell('B2').value).toBe(0.125)
    expect(sheet!.getCell('B2').numFmt).toBe('0.0%')
    expect(sheet!.getCell('B3').value).toBe(1466)
    expect(sheet!.getCell('B3').numFmt ?? 'General').not.toContain('%')
    expect(notes!.getCell('A1').value).toBe('n = 2 列。')
  })
})
