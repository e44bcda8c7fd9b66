import type { Reader } from '../reader.ts'
import { unsupportedFormat } from '../refusals.ts'

export const readPdf: Reader = (_bytes, { fileName }) => Promise.resolve(unsupportedFormat(fileName, { zh: 'PDF', en: 'PDF' }))
