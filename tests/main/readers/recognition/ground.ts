import { Refusal } from '#core/contract/problem.ts'
import { readPicture } from '../../../../src-main/readers/recognition/read-picture.ts'
import type { PageProgress, SourceFile } from '../../../../src-main/readers/reader.ts'

export interface Reading {
  readonly file: SourceFile
  readonly progress: readonly PageProgress[]
}

/** Reads a picture that can be read. */
export async function readWell(bytes: Uint8Array, fileName = '样例.png'): Promise<Reading> {
  const progress: PageProgress[] = []
  const file = await readPicture(bytes, { fileName, folders: [], encoding: null, columns: null, pageProgress: (one) => progress.push(one) })
  if (file instanceof Refusal) throw file
  return { file, progress }
}

/** Reads a picture that is to be refused. */
export async function refusalOf(bytes: Uint8Array): Promise<Refusal> {
  const file = await readPicture(bytes, { fileName: '样例.png', folders: [], encoding: null, columns: null, pageProgress: () => undefined })
  if (file instanceof Refusal) return file
  throw new Error(`was read: ${file.source.text.slice(0, 40)}`)
}

export const withoutSpace = (text: string): string => text.replace(/\s+/g, '')
