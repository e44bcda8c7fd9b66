import { app, dialog, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import type { Shell } from '../host/shell.ts'
import { writeWholeFile } from '../writers/whole-file.ts'

/** The desktop's own ways to choose and to save; paths stay on this side of the bridge. */
export function desktopShell(window: () => BrowserWindow | null): Shell {
  return {
    kind: 'desktop',
    async chooseFiles() {
      const options: Electron.OpenDialogOptions = {
        title: '打开报告 · Open reports',
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: '文本 · Text', extensions: ['txt', 'md'] },
          { name: '所有文件 · All files', extensions: ['*'] }
        ]
      }
      const parent = window()
      const { canceled, filePaths } = await (parent === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(parent, options))
      return canceled ? null : filePaths
    },
    async chooseLibrary() {
      const options: Electron.OpenDialogOptions = {
        title: '打开资料库 · Open a library',
        properties: ['openFile'],
        filters: [{ name: '对照资料库 · Duizhao library', extensions: ['duizhao'] }, { name: '所有文件 · All files', extensions: ['*'] }]
      }
      const parent = window()
      const { canceled, filePaths } = await (parent === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(parent, options))
      return canceled ? null : (filePaths[0] ?? null)
    },
    async save(fileName, bytes) {
      const options: Electron.SaveDialogOptions = { defaultPath: join(app.getPath('documents'), fileName) }
      const parent = window()
      const { canceled, filePath } = await (parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options))
      if (canceled || filePath === '') return null
      // the dialog has asked before it lets an existing file be chosen
      await writeWholeFile(filePath, bytes, { force: true })
      return { fileName: filePath, base64: null }
    }
  }
}
