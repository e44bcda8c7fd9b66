import type { Reader } from '../reader.ts'
import { unsupportedFormat } from '../refusals.ts'

export const readDocx: Reader = (_bytes, { fileName }) => Promise.resolve(unsupportedFormat(fileName, { zh: 'docx', en: 'docx' }))
