import type { Reader } from '../reader.ts'
import { unsupportedFormat } from '../refusals.ts'

export const readOfd: Reader = (_bytes, { fileName }) => Promise.resolve(unsupportedFormat(fileName, { zh: 'OFD', en: 'OFD' }))
