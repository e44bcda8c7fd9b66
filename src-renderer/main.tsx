import { createRoot } from 'react-dom/client'
import type { Input } from '#core/contract/calls.ts'
import { App } from './App.tsx'
import { registerCommands } from './commands.ts'
import { CallCache } from './host/call-cache.ts'
import { connect, type Host } from './host/host.ts'
import { laterCopies } from './later-copies.ts'
import { resumeRoute } from './routes.ts'
import { listenToKeys } from './shortcuts.ts'
import { followKept, restoreKept } from './state/kept.ts'
import { noteConnection } from './state/connection.ts'
import { noticeEnd, noticePage, noticeProgress } from './state/notices.ts'
import { usePreferences, type Preferences } from './state/preferences.ts'
import { addToComparison } from './state/selection.ts'
import { wordsOf } from './use-words.ts'
import './style/tokens.css'
import './style/reset.css'
import './parts/parts.css'
import './screens/frame/frame.css'

const dark = matchMedia('(prefers-color-scheme: dark)')

/** The document follows the preferences: look, language, title. */
function dressDocument({ look, language }: Preferences): void {
  const root = document.documentElement
  root.dataset['look'] = look === 'dark' || (look === 'system' && dark.matches) ? 'dark' : 'light'
  root.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.title = wordsOf[language].name
}

function listenToHost(host: Host, cache: CallCache): void {
  host.watch(noteConnection)
  host.on('job-progress', ({ job, ...progress }) => noticeProgress(job, progress))
  host.on('page-recognised', ({ job, ...page }) => noticePage(job, page))
  host.on('job-ended', ({ job, ...end }) => {
    noticeEnd(job, end)
    const copies = laterCopies(cache.read('reports.list', {}).value ?? [])
    addToComparison(end.outcomes.flatMap((outcome) => outcome.reports).filter((report) => !copies.has(report)))
  })
}

/** What is kept holds plain JSON, by agreement (`keptStore`). */
const plainJson = (value: object): Input<'workspace.write'>['value'] => value as Input<'workspace.write'>['value']

dressDocument(usePreferences.getState())
usePreferences.subscribe(dressDocument)
dark.addEventListener('change', () => dressDocument(usePreferences.getState()))

registerCommands([{ id: 'search', group: 'places', label: (words) => words.search.label, keys: ['Mod+K'], run: () => document.getElementById('search')?.focus() }])
listenToKeys()

// a file dropped beside the window's own area must not navigate the window away
window.addEventListener('dragover', (event) => event.preventDefault())
window.addEventListener('drop', (event) => event.preventDefault())

const host = await connect()
const cache = host === null ? null : new CallCache(host)
if (host !== null && cache !== null) {
  listenToHost(host, cache)
  const workspace = await host.call('workspace.read', {})
  restoreKept(workspace.ok ? workspace.value : {})
  resumeRoute()
  const flush = followKept((name, value) => void host.call('workspace.write', { name, value: plainJson(value) }))
  document.addEventListener('visibilitychange', flush)
}
window.addEventListener('focus', () => void cache?.lookAgain())
const element = document.getElementById('window')
if (element !== null) createRoot(element).render(<App cache={cache} />)
