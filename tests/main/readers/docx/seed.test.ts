import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readReports } from '#core/report/read-reports.ts'
import { sourceFromText, type Source } from '#core/source/source.ts'
import { referenceContext } from '../../../../src-main/host/reference.ts'
import { docxOfParagraphs } from '../make-docx.ts'
import { fileOf } from './reading.ts'

it('the seed as a Word document, each line pasted as a paragraph, gives the reports of the text', async () => {
  const text = readFileSync(new URL('../../../../seeds/000_8625d94934d53eac.txt', import.meta.url), 'utf8')
  const { source } = await fileOf(docxOfParagraphs(text.split('\n')))
  expect(source.text).toBe(text)
  const reportsOf = (of: Source): unknown => readReports({ ...of, fileName: 'seed' }, referenceContext())
  expect(JSON.stringify(reportsOf(source))).toBe(JSON.stringify(reportsOf(sourceFromText(text))))
})
