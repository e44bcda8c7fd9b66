import type { Reader } from '../reader.ts'
import { unsupportedFormat } from '../refusals.ts'

export const readXmlText: Reader = (_bytes, { fileName }) => Promise.resolve(unsupportedFormat(fileName, { zh: 'XML', en: 'XML' }))
