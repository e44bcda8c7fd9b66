import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { begin } from './begin.ts'
import { CallCache } from './host/call-cache.ts'
import type { Host } from './host/host.ts'
import { listenToKeys } from './shortcuts.ts'
import { usePreferences, type Preferences } from './state/preferences.ts'
import { wordsOf } from './use-words.ts'
import './style/tokens.css'
import './style/reset.css'
import './parts/parts.css'
import './screens/frame/frame.css'
import './screens/frame/overlays.css'

const dark = matchMedia('(prefers-color-scheme: dark)')

/** The window, over the host that is being connected; without one it says how to get in again. */
export async function openWindow(connecting: Promise<Host | null>): Promise<void> {
  dressDocument(usePreferences.getState())
  usePreferences.subscribe(dressDocument)
  dark.addEventListener('change', () => dressDocument(usePreferences.getState()))
  listenToKeys()
  // a file dropped beside the window's own area must not navigate the window away
  window.addEventListener('dragover', (event) => event.preventDefault())
  window.addEventListener('drop', (event) => event.preventDefault())

  const host = await connecting
  const cache = host === null ? null : new CallCache(host)
  if (host !== null && cache !== null) {
    void cache.load('reports.list', {})
    await Promise.all([begin(host, cache), cache.load('library.state', {}), cache.load('reports.first', {})])
  }
  window.addEventListener('focus', () => void cache?.lookAgain())
  const element = document.getElementById('window')
  if (element !== null) createRoot(element).render(<App cache={cache} />)
}

/** The document follows the preferences: look, size of quotations, language, title. */
function dressDocument({ look, language, textSize }: Preferences): void {
  const root = document.documentElement
  root.dataset['textSize'] = textSize
  root.dataset['look'] = look === 'dark' || (look === 'system' && dark.matches) ? 'dark' : 'light'
  root.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.title = wordsOf[language].name
}
