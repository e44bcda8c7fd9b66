import { Refusal, type ProblemKind } from '#core/contract/problem.ts'

/** A file that cannot be read, by name. `place` is the file as the caller named it. */
export function refuseFile(kind: ProblemKind, place: string, [zh, en]: readonly [string, string]): Refusal {
  return new Refusal({ kind, message: { zh, en }, place })
}

export function unsupportedFormat(place: string, format: { readonly zh: string; readonly en: string }): Refusal {
  return refuseFile('unsupported-format', place, [
    `暂不支持这种文件：${format.zh}。请另存为文本文件（.txt）后再导入。`,
    `Files of this kind are not supported yet: ${format.en}. Save it as plain text (.txt) and import that.`
  ])
}
