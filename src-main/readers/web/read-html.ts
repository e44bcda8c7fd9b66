import type { Reader } from '../reader.ts'
import { unsupportedFormat } from '../refusals.ts'

export const readHtml: Reader = (_bytes, { fileName }) => Promise.resolve(unsupportedFormat(fileName, { zh: 'HTML', en: 'HTML' }))
