import type { Input } from '#core/contract/calls.ts'
import { registerCommands, runCommand } from './commands.ts'
import type { CallCache } from './host/call-cache.ts'
import type { Host } from './host/host.ts'
import { followThemes } from './known-themes.ts'
import { laterCopies } from './later-copies.ts'
import { settleBeforeSwitching } from './libraries.ts'
import { takeHanded } from './handed.ts'
import { leaveRoute, resumeRoute } from './routes.ts'
import { frameCommands, frameKeyLists } from './screens/frame/frame-commands.ts'
import { forgetDrafts, keepDrafts, saveDrafts } from './screens/summaries/summary-drafts.ts'
import { noteConnection } from './state/connection.ts'
import { followKept, leaveKept, restoreKept } from './state/kept.ts'
import { noticeEnd, noticeLibrary, noticePage, noticeProgress, noticeRefusal } from './state/notices.ts'
import { keepPreferences } from './state/preferences.ts'
import { endPlacing } from './state/placing.ts'
import { addToComparison } from './state/selection.ts'
import { putHandAway } from './state/hand.ts'
import { endLinking } from './state/linking.ts'
import { noteOpened } from './state/opened.ts'
import { askBeforeTurning } from './state/turning.ts'

/** Ties what lives outside React to the host, before the first render: preferences, the workspace, news, commands. */
export async function begin(host: Host, cache: CallCache): Promise<void> {
  listenToHost(host, cache)
  keepDrafts(cache)
  followThemes(cache)
  const [preferences] = await Promise.all([host.call('preferences.read', {}), restoreWorkspace(host)])
  keepPreferences(preferences.ok ? preferences.value : {}, (change) => void host.call('preferences.write', { change }).then((reply) => reply.ok || noticeRefusal(reply.problem)))
  followWorkspace(host)
  registerCommands(frameCommands({ host: cache.host, cache }), frameKeyLists)
  void sayStartProblem(host)
}

async function sayStartProblem(host: Host): Promise<void> {
  const libraries = await host.call('libraries.recent', {})
  if (libraries.ok && libraries.value.startProblem !== null) noticeRefusal(libraries.value.startProblem)
}

function listenToHost(host: Host, cache: CallCache): void {
  host.watch(noteConnection)
  host.on('job-progress', ({ job, ...progress }) => noticeProgress(job, progress))
  host.on('page-recognised', ({ job, ...page }) => noticePage(job, page))
  host.on('job-ended', ({ job, problem, cancelled, outcomes }) => {
    const end = { cancelled: cancelled || problem !== null, outcomes }
    noticeEnd(job, end)
    if (problem !== null) noticeRefusal(problem)
    const copies = laterCopies(cache.read('reports.list', {}).value ?? [])
    addToComparison(end.outcomes.flatMap((outcome) => outcome.reports).filter((report) => !copies.has(report)))
  })
  host.on('command-asked', ({ id }) => runCommand(id))
  host.on('handed-over', ({ isLibrary }) => void takeHanded(host, isLibrary))
  host.on('library-switched', ({ name }) => void moveTo(name, { host, cache }))
}

/** Nothing of the library before is left in the window: no answer, no filter, no open place. */
async function moveTo(name: string, { host, cache }: { readonly host: Host; readonly cache: CallCache }): Promise<void> {
  leaveKept()
  leaveRoute()
  endPlacing()
  forgetDrafts()
  putHandAway()
  endLinking()
  askBeforeTurning(null)
  await restoreWorkspace(host)
  cache.forget()
  noteOpened()
  noticeLibrary(name)
}

async function restoreWorkspace(host: Host): Promise<void> {
  const workspace = await host.call('workspace.read', {})
  restoreKept(workspace.ok ? workspace.value : {})
  resumeRoute()
}

/** What is kept holds plain JSON, by agreement (`keptStore`). */
const plainJson = (value: object): Input<'workspace.write'>['value'] => value as Input<'workspace.write'>['value']

function followWorkspace(host: Host): void {
  const underway = new Set<Promise<unknown>>()
  const flush = followKept((name, value) => {
    const written = host.call('workspace.write', { name, value: plainJson(value) })
    underway.add(written)
    void written.finally(() => underway.delete(written))
  })
  // whoever leaves a field, the window or the page leaves nothing behind that is not written
  document.addEventListener('focusout', flush)
  document.addEventListener('visibilitychange', flush)
  window.addEventListener('blur', flush)
  window.addEventListener('pagehide', flush)
  settleBeforeSwitching(async () => {
    flush()
    await Promise.all([saveDrafts(), ...underway])
  })
}
