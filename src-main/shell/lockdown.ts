import { app, session, type WebContents } from 'electron'

/** The scheme of our own files. Nothing else is ever loaded, opened, navigated to or asked for. */
export const windowScheme = 'duizhao'

export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents))
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  session.defaultSession.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !details.url.startsWith(`${windowScheme}://`) && !details.url.startsWith('devtools://') })
  )
}

function lockDownContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
