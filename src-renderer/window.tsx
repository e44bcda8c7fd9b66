import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { begin } from './begin.ts'
import { CallCache } from './host/call-cache.ts'
import { takeHanded } from './handed.ts'
import type { Host } from './host/host.ts'
import { fetchTheRest, fetchView, SourceSheet } from './later-parts.ts'
import { listenToPrinting } from './printing.ts'
import { routeNow } from './routes.ts'
import { listenToKeys } from './shortcuts.ts'
import { usePreferences, type Preferences } from './state/preferences.ts'
import { usePrinting } from './state/printing.ts'
import { wordsOf } from './use-words.ts'

const dark = matchMedia('(prefers-color-scheme: dark)')

/**
 * The window, over the host that is being connected; without one it says how to get in again.
 * @param onFirstSight when the host is free for what takes long
 */
export async function openWindow(connecting: Promise<Host | null>, onFirstSight: () => void): Promise<void> {
  dressDocument(usePreferences.getState())
  usePreferences.subscribe(dressDocument)
  usePrinting.subscribe(() => dressDocument(usePreferences.getState()))
  dark.addEventListener('change', () => dressDocument(usePreferences.getState()))
  listenToKeys()
  listenToPrinting()
  // a file dropped beside the window's own area must not navigate the window away
  window.addEventListener('dragover', (event) => event.preventDefault())
  window.addEventListener('drop', (event) => event.preventDefault())

  const host = await connecting
  const cache = host === null ? null : new CallCache(host)
  if (host !== null && cache !== null) {
    const first = cache.load('reports.first', {}).then(() => {
      // no rows to show before the list: the window cannot do without it
      if (routeNow().view !== 'library' || (cache.read('reports.first', {}).value ?? []).length === 0) onFirstSight()
    })
    void cache.load('reports.list', {}).then(fetchTheRest)
    await Promise.all([begin(host, cache).then(fetchFirstSight), cache.load('library.state', {}), first])
  }
  // what was handed over to the desktop before this window could hear of it
  if (host !== null && cache?.read('library.state', {}).value?.shell === 'desktop') void takeHanded(host, true)
  window.addEventListener('focus', () => void cache?.lookAgain())
  const element = document.getElementById('window')
  if (element !== null) createRoot(element).render(<App cache={cache} />)
  void painted().then(onFirstSight)
}

const longestWaitMs = 1_500

/** What has just been rendered has been painted; of a window that is not in sight nothing is, and nobody waits for long. */
const painted = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, longestWaitMs)
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))
  })

async function fetchFirstSight(): Promise<void> {
  const { view, place } = routeNow()
  await Promise.all([fetchView(view), place !== null && SourceSheet.fetch().catch(() => null)])
}

/** The document follows the preferences: look, size of quotations, language, title. */
function dressDocument({ look, language, textSize }: Preferences): void {
  const root = document.documentElement
  root.dataset['textSize'] = textSize
  // paper is white
  root.dataset['look'] = usePrinting.getState().isPrinting ? 'light' : look === 'dark' || (look === 'system' && dark.matches) ? 'dark' : 'light'
  root.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.title = wordsOf[language].name
}
