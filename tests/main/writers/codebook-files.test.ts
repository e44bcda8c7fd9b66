import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codebookOfExchange } from '#core/codebook/exchange-codes.ts'
import { codebookOfSheets, codebookSheets } from '#core/codebook/exchange-rows.ts'
import type { Codebook } from '#core/codebook/codebook.ts'
import { Refusal } from '#core/contract/problem.ts'
import { schemaFaults, schemaOf } from '#core/exchange/schema.ts'
import { readQdc } from '../../../src-main/readers/codebook/read-qdc.ts'
import { cellAt } from '../../../src-main/readers/sheet/grid.ts'
import { readWorkbookGrids } from '../../../src-main/readers/sheet/read-workbook.ts'
import { codebookFile, codebookGuids } from '../../../src-main/writers/codebook-files.ts'
import { resourceCodebook } from '../../core/codebook/coded-sentences.ts'
import { inventedCodebook, inventedTheme } from '../../core/codebook/invented-codebook.ts'
import { xmlTree } from '../../../src-main/readers/xml.ts'

// Invented codebooks (虚构样例) beside the ones that come with the program.

const awkward = inventedCodebook([
  inventedTheme('top', { group: true, name: { zh: '分组“<甲>” & 𬭎', en: 'Group "A"' } }),
  inventedTheme('one', { parent: 'top', terms: ['甲+', '=乙'], together: [['丙', '丁']], include: ['第一行\n第二行', '- 二'], examples: ['虚构样例。'] }),
  inventedTheme('old', { parent: 'top', retired: { into: 'one' }, exclude: ['己'] }),
  inventedTheme('foreign', { guid: '00000000-0000-4000-8000-00000000000a', governs: false })
])
const codebooks: readonly Codebook[] = [awkward, resourceCodebook('government-work'), resourceCodebook('policy-instruments')]
const about = { language: 'zh', madeOn: '2026-03-01' } as const

const qdc = async (codebook: Codebook, language: 'zh' | 'en' = 'zh') => Buffer.from((await codebookFile(codebook, 'qdc', { ...about, language })).bytes).toString('utf8')
const fromQdc = (xml: string, base: Codebook) => codebookOfExchange(readQdc(Buffer.from(xml), 'x.qdc'), { base, guidOf: codebookGuids(base.id) })

describe('a codebook as .qdc', () => {
  const tree = (xml: string) => xmlTree(xml, { place: 'x', damaged: 'damaged-xml' })
  const schema = schemaOf(tree(readFileSync(new URL('../../../resources/refi-qda/Codebook.xsd', import.meta.url), 'utf8')))
  const faultsOf = (xml: string) => schemaFaults(tree(xml), schema)
  it('is valid by the schema of the standard', async () => {
    for (const codebook of codebooks) expect(faultsOf(await qdc(codebook))).toEqual([])
    const written = await qdc(awkward)
    expect(faultsOf(written.replace('isCodable="true"', 'isCodable="yes"'))).toEqual(['Code@isCodable is yes'])
    expect(faultsOf(written.replace(/ guid="[^"]*"/, ''))).toEqual(['Code@guid is missing'])
    expect(faultsOf(written.replace(/<Codes>[^]*<\/Codes>/, ''))).not.toEqual([])
  })

  it.each(['zh', 'en'] as const)('comes back onto its own codebook as it was, in %s', async (language) => {
    for (const codebook of codebooks) expect(fromQdc(await qdc(codebook, language), codebook)).toEqual({ codebook, losses: [] })
  })

  it('has the same GUIDs every time, and those it came with', async () => {
    expect(codebookGuids('invented')('one')).toBe(codebookGuids('invented')('one'))
    expect(codebookGuids('invented')('one')).not.toBe(codebookGuids('other')('one'))
    expect(codebookGuids('invented')('one')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(await qdc(awkward)).toContain('<Code guid="00000000-0000-4000-8000-00000000000a" name="主题foreign"')
  })

  it('says what it does not hold', async () => {
    expect((await codebookFile(codebooks[1]!, 'qdc', about)).losses).toEqual(['words', 'context', 'dark-colors', 'governs', 'name-and-version'])
  })

  it('of another program is read: braces, short colours, no description, sets of its own', () => {
    const xml = `<?xml version="1.0"?><q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0" origin="Other"><q:Codes>
      <q:Code guid="{AAAAAAAA-0000-4000-8000-000000000001}" name="甲" isCodable="false" color="#F80">
        <q:Code guid="aaaaaaaa-0000-4000-8000-000000000002" name="乙" isCodable="true"/>
      </q:Code></q:Codes><q:Sets><q:Set guid="aaaaaaaa-0000-4000-8000-000000000003" name="S"/></q:Sets></q:CodeBook>`
    const read = fromQdc(xml, { ...awkward, themes: [] })
    if ('faults' in read) throw new Error(JSON.stringify(read.faults))
    expect(read.losses).toEqual(['sets'])
    expect(read.codebook.themes).toMatchObject([
      { id: 'code_aaaaaaaa_0000_4000_8000_000000000001', group: true, name: { zh: '甲', en: '甲' }, color: { light: '#ff8800' }, guid: 'aaaaaaaa-0000-4000-8000-000000000001' },
      { id: 'code_aaaaaaaa_0000_4000_8000_000000000002', parent: 'code_aaaaaaaa_0000_4000_8000_000000000001', definition: { zh: '乙' } }
    ])
  })

  it.each([
    ['an entity', '<!DOCTYPE a [<!ENTITY b "c">]><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>', 'forbidden-markup'],
    ['another root', '<Project xmlns="urn:QDA-XML:project:1.0"><Codes/></Project>', 'damaged-file'],
    ['a GUID that is none', '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="a" isCodable="true"/></Codes></CodeBook>', 'damaged-file'],
    ['half a file', '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>', 'damaged-file']
  ])('is refused for %s', (_what, xml, kind) => {
    const refusal = (() => {
      try {
        return readQdc(Buffer.from(xml), 'x.qdc')
      } catch (error) {
        return error
      }
    })()
    expect(refusal).toBeInstanceOf(Refusal)
    expect((refusal as Refusal).problem.kind).toBe(kind)
  })
})

describe('a codebook as a workbook and as JSON', () => {
  it('comes back from the workbook as it was', async () => {
    for (const codebook of codebooks) {
      const sheets: string[][][] = []
      for await (const { grid } of readWorkbookGrids((await codebookFile(codebook, 'xlsx', about)).bytes, 'x.xlsx')) {
        sheets.push(grid.rows.map((row) => Array.from({ length: 16 }, (_, column) => cellAt(row, column)?.text ?? '')))
      }
      expect(codebookOfSheets(sheets)).toEqual({ codebook })
    }
  })

  it('says of each word that it would lose where it stands and why', () => {
    const { themes, words, about: facts } = codebookSheets(awkward)
    const rows = [...words, ['', '', ''], ['two', 'terms', '庚'], ['one', 'term', '辛'], ['', 'cues', '壬']]
    const at = words.length
    expect(codebookOfSheets([themes, rows, facts])).toEqual({
      faults: [
        { place: `词 word.${at + 2}`, message: 'There is no theme two for the word 庚' },
        { place: `词 word.${at + 3}`, message: 'There is no list term for the word 辛' },
        { place: `词 word.${at + 4}`, message: 'There is no list cues for the word 壬' }
      ]
    })
  })

  it('a workbook without a sheet of themes is none', () => {
    expect(codebookOfSheets([[['编号'], ['a']]])).toHaveProperty('faults')
  })

  it('comes back from JSON as it was', async () => {
    for (const codebook of codebooks) expect(JSON.parse(Buffer.from((await codebookFile(codebook, 'json', about)).bytes).toString('utf8'))).toEqual(codebook)
  })
})
