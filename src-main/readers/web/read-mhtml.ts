import type { Reader } from '../reader.ts'
import { unsupportedFormat } from '../refusals.ts'

export const readMhtml: Reader = (_bytes, { fileName }) => Promise.resolve(unsupportedFormat(fileName, { zh: 'MHTML', en: 'MHTML' }))
