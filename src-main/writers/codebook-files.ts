import { createHash } from 'node:crypto'
import type { Codebook } from '#core/codebook/codebook.ts'
import { exchangedCodebook, type ExchangeCode, type ExchangeCodebook, type ExchangeLoss } from '#core/codebook/exchange-codes.ts'
import type { ExchangeLanguage } from '#core/codebook/exchange-description.ts'
import { codebookSheets } from '#core/codebook/exchange-rows.ts'
import type { CodebookFormat } from '#core/codebook/formats.ts'
import { attributeText, contentText } from '#core/exchange/element.ts'
import { workbookBytes, type Sheet } from './workbook.ts'

export interface CodebookFile {
  readonly bytes: Uint8Array
  /** What the format cannot hold. */
  readonly losses: readonly ExchangeLoss[]
}

/** A codebook as a file to exchange. */
export async function codebookFile(codebook: Codebook, format: CodebookFormat, { language, madeOn }: { readonly language: ExchangeLanguage; readonly madeOn: string }): Promise<CodebookFile> {
  switch (format) {
    case 'qdc': {
      const { file, losses } = exchangedCodebook(codebook, { language, guidOf: codebookGuids(codebook.id) })
      return { bytes: Buffer.from(qdcText(file)), losses }
    }
    case 'xlsx':
      return { bytes: await workbook(codebook, madeOn), losses: [] }
    case 'json':
      return { bytes: codebookJson(codebook), losses: [] }
  }
}

/** The program's own form, whole. */
export const codebookJson = (codebook: Codebook): Buffer => Buffer.from(`${JSON.stringify(codebook, null, 2)}\n`)

/** Our name space of GUIDs (a random UUID, made once). */
const nameSpace = Buffer.from('7d1c7a5e2f0b4c5f9b0e6a3d8f41c2b7', 'hex')

/** UUIDs of version 5 (RFC 9562) for what a codebook holds: the same id has the same GUID in every file. */
export const codebookGuids = (codebook: string) => (id: string): string => {
  const hash = createHash('sha1').update(nameSpace).update(`${codebook}\0${id}`).digest().subarray(0, 16)
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** REFI-QDA 1.5, codebook. A container that would be empty is left out, as the standard asks. */
function qdcText({ codes, sets }: ExchangeCodebook): string {
  const setText = sets.map(
    ({ guid, name, members }) => `  <Set guid="${guid}" name="${attributeText(name)}">\n${members.map((member) => `   <MemberCode guid="${member}"/>\n`).join('')}  </Set>\n`
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    ' xsi:schemaLocation="urn:QDA-XML:codebook:1.0 http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd" origin="对照 Duizhao">\n',
    ` <Codes>\n${codes.map((code) => codeText(code, 2)).join('')} </Codes>\n`,
    ...(sets.length === 0 ? [] : [' <Sets>\n', ...setText, ' </Sets>\n']),
    '</CodeBook>\n'
  ].join('')
}

function codeText({ guid, name, isCodable, color, description, codes }: ExchangeCode, depth: number): string {
  const indent = ' '.repeat(depth)
  const colored = color === null ? '' : ` color="${color}"`
  return [
    `${indent}<Code guid="${guid}" name="${attributeText(name)}" isCodable="${isCodable}"${colored}>\n`,
    `${indent} <Description>${contentText(description)}</Description>\n`,
    ...codes.map((code) => codeText(code, depth + 1)),
    `${indent}</Code>\n`
  ].join('')
}

function workbook(codebook: Codebook, madeOn: string): Promise<Uint8Array> {
  const { themes, words, about } = codebookSheets(codebook)
  const sheet = (name: string, rows: readonly (readonly string[])[], widths: readonly number[]): Sheet => ({
    name, widths, frozenColumns: 1, rows: rows.map((row, line) => row.map((value) => ({ value, style: line === 0 ? { header: true } : {} })))
  })
  return workbookBytes({
    title: `${codebook.name.zh} ${codebook.version}`,
    madeOn,
    sheets: [
      sheet('主题 themes', themes, [20, 16, 20, 24, 50, 50, 40, 40, 40, 10, 10, 8, 8, 8, 14, 38]),
      sheet('词 words', words, [24, 14, 40]),
      sheet('编码本 codebook', about, [18, 50])
    ]
  })
}
