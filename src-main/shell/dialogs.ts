import { app, dialog, type BrowserWindow, type FileFilter } from 'electron'
import { extname, join } from 'node:path'
import type { ChosenFiles, Shell } from '../host/shell.ts'
import { writeWholeFile } from '../writers/whole-file.ts'
import type { HandedOver } from './handed.ts'
import type { DesktopWords } from './words.ts'

interface Ground {
  /** The window that asks, or null. */
  readonly window: () => BrowserWindow | null
  readonly words: () => DesktopWords
  readonly handed: HandedOver
}

/** What a file may be called; the content decides what it is, so that any file can be chosen. */
const endings: Readonly<Record<ChosenFiles, readonly string[]>> = {
  reports: ['txt', 'md', 'docx', 'doc', 'wps', 'pdf', 'ofd', 'html', 'htm', 'mhtml', 'mht', 'xml', 'xlsx', 'csv', 'zip', 'png', 'jpg', 'jpeg', 'tif', 'tiff'],
  codebook: ['json', 'qdc'],
  exchange: ['qdpx', 'zip', 'jsonld', 'json']
}

/** The desktop's own ways to choose, to save and to print; paths stay on this side of the bridge. */
export function desktopShell({ window, words, handed }: Ground): Shell {
  const ask = async (options: Electron.OpenDialogOptions): Promise<readonly string[] | null> => {
    const parent = window()
    const { canceled, filePaths } = await (parent === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(parent, options))
    return canceled || filePaths.length === 0 ? null : filePaths
  }
  const anyFile = (): FileFilter => ({ name: words().files.any, extensions: ['*'] })
  return {
    kind: 'desktop',
    chooseFiles: (what) =>
      ask({
        title: words().files.title[what],
        properties: what === 'reports' ? ['openFile', 'multiSelections'] : ['openFile'],
        filters: [{ name: words().files.kind[what], extensions: [...endings[what]] }, anyFile()]
      }),
    chooseLibrary: async () => {
      const chosen = await ask({ title: words().files.openLibrary, properties: ['openFile'], filters: [{ name: words().files.library, extensions: ['duizhao'] }, anyFile()] })
      return chosen?.[0] ?? null
    },
    takeHandedFiles: () => handed.takeFiles(),
    takeHandedLibrary: () => handed.takeLibrary(),
    printView: () => {
      const shown = window()
      return shown === null ? Promise.reject(new Error('there is no window whose view could be printed')) : shown.webContents.printToPDF(onPaper)
    },
    async save(fileName, bytes) {
      const ending = extname(fileName).slice(1)
      const options: Electron.SaveDialogOptions = {
        title: words().files.save,
        defaultPath: join(app.getPath('documents'), fileName),
        filters: [...(ending === '' ? [] : [{ name: ending.toUpperCase(), extensions: [ending] }]), anyFile()]
      }
      const parent = window()
      const { canceled, filePath } = await (parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options))
      if (canceled || filePath === '') return null
      // the dialog has asked before it lets an existing file be chosen
      await writeWholeFile(filePath, bytes, { force: true })
      return { fileName: filePath, base64: null }
    }
  }
}

/** As the sheet of the window says; the marks of the themes are backgrounds. */
const onPaper: Electron.PrintToPDFOptions = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true }
