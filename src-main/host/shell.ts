import { Refusal } from '#core/contract/problem.ts'

/** What the person is asked for: the dialog offers the files that can be it. */
export type ChosenFiles = 'reports' | 'codebook' | 'exchange'

/** What differs between the desktop window and the browser's. */
export interface Shell {
  readonly kind: 'desktop' | 'browser'
  /** Asks which files or folders to open; null when the person closed the dialog. */
  chooseFiles(what: ChosenFiles): Promise<readonly string[] | null>
  /** Asks which library to open; null when the person closed the dialog. */
  chooseLibrary(): Promise<string | null>
  /** Files that the system has handed over: opened with the program, dropped on its icon. They are handed on once. */
  takeHandedFiles(): readonly string[]
  /** A library that was handed over likewise. */
  takeHandedLibrary(): string | null
  /** The view in sight, as a PDF. */
  printView(): Promise<Uint8Array>
  /** Desktop: asks where and saves; browser: answers the bytes. null when the person closed the dialog. */
  save(fileName: string, bytes: Uint8Array): Promise<{ readonly fileName: string; readonly base64: string | null } | null>
}

/** A browser chooses and saves by itself: the page holds the bytes. */
export const browserShell: Shell = {
  kind: 'browser',
  chooseFiles: () =>
    Promise.reject(
      new Refusal({
        kind: 'bad-request',
        message: { zh: '请在页面中选择或拖入文件。', en: 'Choose or drop the files in the page.' },
        place: 'sources.choose'
      })
    ),
  chooseLibrary: () =>
    Promise.reject(
      new Refusal({
        kind: 'bad-request',
        message: { zh: '请从列表中选择，或写出资料库文件的完整路径。', en: 'Choose one from the list, or give the whole path of the library file.' },
        place: 'libraries.open'
      })
    ),
  takeHandedFiles: () => [],
  takeHandedLibrary: () => null,
  printView: () =>
    Promise.reject(
      new Refusal({
        kind: 'bad-request',
        message: { zh: '请用浏览器的“打印”，目标选“另存为 PDF”。', en: 'Print in the browser, with “Save as PDF” as the destination.' },
        place: 'view.savePdf'
      })
    ),
  save: (fileName, bytes) => Promise.resolve({ fileName, base64: Buffer.from(bytes).toString('base64') })
}
