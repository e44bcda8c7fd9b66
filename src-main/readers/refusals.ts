import { Refusal, type ProblemKind } from '#core/contract/problem.ts'

/**
 * Every way in which a file can fail to be read, with its sentences. A reader names one of these and
 * nothing else; `{…}` is filled in. Each says what happened and what to do next: nobody adds to it. Each comes true in a test of its own (`named-errors.test.ts`).
 */
export const refusals = {
  'missing-format': ['unsupported-format', '暂不支持这种文件：{zh}。请另存为 .docx、.pdf 或 .txt 后再导入。', 'Files of this kind are not supported: {en}. Save it as .docx, .pdf or .txt and import that.'],
  'not-text': ['damaged-file', '这个文件不是文字：无法按任何中文编码读出。它可能已损坏，或是改了扩展名的其他文件。请用原来的软件打开并另存。', 'This file is not text in any Chinese encoding: it may be damaged, or something else under this name. Open it in its own program and save it anew.'],
  'damaged-zip': ['damaged-file', '文件的压缩结构已损坏（可能没有下载完整），无法打开。请重新取得这个文件。', 'The file’s compressed structure is damaged (perhaps an incomplete download): fetch it again.'],
  'damaged-word': ['damaged-file', 'Word 文档的内部结构已损坏，无法读出。请用 Word 或 WPS 打开并另存后再导入。', 'The inner structure of this Word document is damaged: open it in Word or WPS, save it anew, and import that.'],
  'damaged-pdf': ['damaged-file', 'PDF 的内部结构已损坏，无法读出。请从原处重新取一份。', 'The inner structure of this PDF is damaged: fetch it again from where it came.'],
  'damaged-ofd': ['damaged-file', 'OFD 的内部结构已损坏，无法读出。请从原处重新取一份。', 'The inner structure of this OFD is damaged: fetch it again from where it came.'],
  'damaged-picture': ['damaged-file', '图片已损坏，无法读出。请从原处重新取一份。', 'The picture is damaged: fetch it again from where it came.'],
  'damaged-sheet': ['damaged-file', '表格文件的内部结构已损坏，无法读出。请用 Excel 或 WPS 打开并另存后再导入。', 'The inner structure of this sheet is damaged: open it in Excel or WPS, save it anew, and import that.'],
  'damaged-page': ['damaged-file', '网页文件已损坏，无法读出。请重新保存这个网页。', 'The saved web page is damaged: save the page again.'],
  'damaged-xml': ['damaged-file', 'XML 文件的内部结构已损坏，无法读出。请从原处重新取一份。', 'The inner structure of this XML file is damaged: fetch it again from where it came.'],
  'needs-password': ['password-protected', '文件设有密码。请先用原来的软件去掉密码，再导入。', 'The file is protected by a password: remove it in the program that made the file, then import it.'],
  'file-too-large': ['too-large', '文件过大（{megabytes} MB），不像是一份报告，没有读取。请拆成几份再导入。', 'The file is too large ({megabytes} MB) for a report and was not read: split it and import the parts.'],
  empty: ['no-text', '文件里没有文字。如是扫描件，请用更清晰的图像或 PDF。', 'There is no text in this file; if it is a scan, use a sharper picture or a PDF.'],
  'no-bytes': ['no-text', '这是一个空文件（0 字节）。请从原处重新取一份。', 'This file is empty (0 bytes): fetch it again from where it came.'],
  'took-too-long': ['timeout', '读取超过了 {seconds} 秒的时限，已停止。可以放宽时限后重试。', 'Reading passed the limit of {seconds} s and was stopped. Raise the limit and try again.'],
  'too-much-memory': ['too-much-memory', '读取超过了 {megabytes} MB 的内存限额，已停止。可以放宽限额后重试。', 'Reading passed the memory limit of {megabytes} MB and was stopped. Raise the limit and try again.'],
  'parser-fell': ['damaged-file', '读取这个文件时解析进程意外终止：文件可能已损坏。请重新取一份或另存为别的格式；其他文件不受影响。', 'The process that read this file came down over it: the file may be damaged. Fetch it again or save it in another format; no other file is affected.'],
  'inflates-too-far': ['inflates-too-far', '压缩内容展开后超过 {megabytes} MB，像是“压缩炸弹”，已停止。请核对来源；确是报告的，请在原来的软件里另存后再导入。', 'Its compressed content unfolds to more than {megabytes} MB, as a “zip bomb” does; it was stopped. Check where it came from; if it is a report, save it anew in its own program and import that.'],
  'forbidden-markup': ['forbidden-markup', '文件内含文档类型定义或实体（DTD），正常的报告不会有，出于安全没有读取。请另存为 .docx、.pdf 或 .txt 后再导入。', 'The file holds a document type definition or entities (DTD), which no report needs; for safety it was not read. Save it as .docx, .pdf or .txt and import that.'],
  'unsafe-name': ['unsafe-name', '压缩包里的文件名“{name}”指向包外，没有读取。请先解压，再导入里面的文件。', 'A name in the archive, “{name}”, points outside of it; it was not read. Unpack it and import the files inside.'],
  'nested-too-deep': ['nested-too-deep', '内容嵌套过深（超过 {levels} 层），已停止。请先解压里层的文件，或另存后再导入。', 'Its content is nested too deep (more than {levels} levels); it was stopped. Unpack what lies inside, or save it anew, and import that.'],
  'too-many-parts': ['too-many-parts', '内部条目过多（超过 {count} 个），不像是一份报告，已停止。请拆成几份再导入。', 'It has too many parts (more than {count}) for a report; it was stopped. Split it and import the parts.'],
  'page-too-large': ['page-too-large', '页面或图片的尺寸异常（{width} × {height}），没有读取。请按常用纸张大小另存后再导入。', 'A page or picture has an absurd size ({width} × {height}); it was not read. Save it at an ordinary paper size and import that.'],
  'needs-columns': ['needs-columns', '这是一张表格：请指明哪一列是正文（以及省份、日期、标题），命令行用 --columns 正文=…。现有：{columns}。', 'This is a sheet: say which column holds the text (and which the province, the date, the title), on the command line by --columns text=…. It has: {columns}.'],
  'no-such-column': ['needs-columns', '表格里没有“{name}”这一列。现有：{columns}。', 'The sheet has no column “{name}”. It has: {columns}.']
} as const satisfies Record<string, readonly [ProblemKind, string, string]>

export type RefusalName = keyof typeof refusals

/** A refusal of the list. `place` is the file as the caller named it. */
export function refuse(name: RefusalName, place: string, values: Readonly<Record<string, string | number>> = {}): Refusal {
  const [kind, zh, en] = refusals[name]
  const filled = (sentence: string): string => sentence.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole))
  return new Refusal({ kind, message: { zh: filled(zh), en: filled(en) }, place })
}

/** A file that cannot be read, by a sentence of the caller's own (the operating system's errors). */
export function refuseFile(kind: ProblemKind, place: string, [zh, en]: readonly [string, string]): Refusal {
  return new Refusal({ kind, message: { zh, en }, place })
}

export function unsupportedFormat(place: string, format: { readonly zh: string; readonly en: string }): Refusal {
  return refuse('missing-format', place, { zh: format.zh, en: format.en })
}
