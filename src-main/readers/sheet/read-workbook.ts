import type { Reader } from '../reader.ts'
import { unsupportedFormat } from '../refusals.ts'

export const readWorkbook: Reader = (_bytes, { fileName }) => Promise.resolve(unsupportedFormat(fileName, { zh: 'xlsx', en: 'xlsx' }))
