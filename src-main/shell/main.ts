import { app } from 'electron'
import { Desktop } from './desktop.ts'
import { pathsOf } from './handed.ts'
import { registerWindowScheme } from './window.ts'

/** The desktop entry. One program per user: a second start hands over what it was given, and shows the windows of the first. */
const paths = pathsOf(process.argv, { folder: process.cwd(), isPackaged: app.isPackaged })

if (app.requestSingleInstanceLock({ paths })) {
  app.enableSandbox()
  app.setAppUserModelId('cn.duizhao.desktop')
  registerWindowScheme()
  const desktop = new Desktop(paths)
  desktop.listen()
  void app.whenReady().then(() => desktop.begin())
} else {
  app.quit()
}
