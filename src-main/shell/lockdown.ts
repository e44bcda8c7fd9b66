import { app, session, type WebContents } from 'electron'

/** The scheme of our own files. Nothing else is ever loaded, opened, navigated to or asked for. */
export const windowScheme = 'duizhao'

/** The window itself. */
export const windowAddress = `${windowScheme}://window/`

/** Where the pages lie that say why the window has stopped. */
export const stoppedAddress = `${windowAddress}stopped/`

/** Whether an address is of our own files: what a frame shows before it may ask the host anything. */
export const isOurs = (address: string): boolean => address.startsWith(windowAddress)

export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents))
  const { defaultSession } = session
  // the one thing a page of ours is given: what the person copies goes to the clipboard
  defaultSession.setPermissionRequestHandler((...[, permission, decide, { requestingUrl, isMainFrame }]) =>
    decide(permission === mayCopy && isMainFrame && isOurs(requestingUrl))
  )
  defaultSession.setPermissionCheckHandler((...[, permission, origin, { isMainFrame }]) => permission === mayCopy && isMainFrame && isOurs(`${origin.replace(/\/$/, '')}/`))
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.setSpellCheckerEnabled(false)
  defaultSession.on('will-download', (event) => event.preventDefault())
  defaultSession.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !stays.some((scheme) => url.startsWith(scheme)) }))
}

const mayCopy = 'clipboard-sanitized-write'

/** Addresses that lead nowhere else; which of them a page may use is said by its policy. */
const stays = [`${windowScheme}://`, 'data:', 'devtools://']

function lockDownContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    // the one link there is: from the page that says why the window stopped back to the window
    if (event.url !== windowAddress || !contents.getURL().startsWith(stoppedAddress)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
