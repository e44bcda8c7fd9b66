import type { Reader } from '../reader.ts'
import { unsupportedFormat } from '../refusals.ts'

export const readPicture: Reader = (_bytes, { fileName }) => Promise.resolve(unsupportedFormat(fileName, { zh: 'picture', en: 'picture' }))
