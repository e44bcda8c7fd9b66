import type { Reader } from '../reader.ts'
import { unsupportedFormat } from '../refusals.ts'

export const readOle: Reader = (_bytes, { fileName }) => Promise.resolve(unsupportedFormat(fileName, { zh: 'doc', en: 'doc' }))
