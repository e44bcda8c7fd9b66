import { type Command, type KeyList } from '../../commands.ts'
import type { CallCache } from '../../host/call-cache.ts'
import type { Host } from '../../host/host.ts'
import { addSample, chooseFiles, pickFiles } from '../../importing.ts'
import { openOther } from '../../libraries.ts'
import { routeNow, showView, views, type View } from '../../routes.ts'
import { focusTable } from '../../focus-table.ts'
import { printView, savePdf } from '../../printing.ts'
import { leaveSource } from '../../shortcuts.ts'
import { startGuide } from '../../state/guide.ts'
import { showOverlay } from '../../state/overlays.ts'
import { showDuplicates, showLimits } from '../../state/panels.ts'
import { prefer } from '../../state/preferences.ts'
import { chooseReports, clearFilters, showAllThemes } from '../../state/selection.ts'
import { redo, undo } from '../../undoing.ts'

interface Ground {
  readonly host: Host
  readonly cache: CallCache
}

/** What can be done whatever is in sight. */
export function frameCommands(ground: Ground): Command[] {
  return [...placeCommands(), ...comparisonCommands(ground), ...changeCommands(ground), ...libraryCommands(ground), ...windowCommands()]
}

/** Alt 1 … Alt 9, Alt 0 in the order of the list of views. */
function placeCommands(): Command[] {
  return [
    { id: 'palette', group: 'places', label: (w) => w.around.commands.palette, keys: ['Mod+K', 'Mod+Shift+P'], run: () => showOverlay('palette') },
    { id: 'search', group: 'places', label: (w) => w.around.commands.search, keys: ['/', 'Mod+Shift+F'], run: focusSearch },
    ...views.map((view, index): Command => ({ id: `view-${view}`, group: 'places', label: (w) => w.around.commands[viewWord(view)], keys: index < 10 ? [`Alt+${(index + 1) % 10}`] : (laterKeys[view] ?? []), run: () => showView(view) })),
    { id: 'table', group: 'places', label: (w) => w.around.commands.table, keys: ['Alt+T'], run: focusTable },
    { id: 'close-source', group: 'places', label: (w) => w.around.commands.closeSource, isAvailable: () => routeNow().place !== null, run: leaveSource }
  ]
}

/** Of the views that came after the numbers were taken. */
const laterKeys: Readonly<Partial<Record<View, readonly string[]>>> = { summaries: ['Alt+S'], coders: ['Alt+C'], codebook: ['Alt+B'], review: ['Alt+R'], statistics: ['Alt+A'], phrases: ['Alt+P'], versions: ['Alt+V'] }

const viewWord = (view: View): Exclude<View, 'search'> | 'searchView' => (view === 'search' ? 'searchView' : view)

function focusSearch(): void {
  const field = document.getElementById('search')
  if (field instanceof HTMLInputElement) field.select()
  field?.focus()
}

function comparisonCommands({ cache }: Ground): Command[] {
  const all = (): string[] => (cache.read('reports.list', {}).value ?? []).map(({ id }) => id)
  const hasReports = (): boolean => all().length > 0
  return [
    { id: 'compare-all', group: 'comparison', label: (w) => w.around.commands.allReports, isAvailable: hasReports, run: () => chooseReports(all()) },
    { id: 'compare-none', group: 'comparison', label: (w) => w.around.commands.noReports, isAvailable: hasReports, run: () => chooseReports([]) },
    { id: 'clear-filters', group: 'comparison', label: (w) => w.around.commands.clearFilters, run: clearFilters },
    { id: 'all-themes', group: 'comparison', label: (w) => w.around.commands.allThemes, run: showAllThemes },
    { id: 'by-report', group: 'comparison', label: (w) => w.around.commands.byReport, run: () => prefer({ grouping: 'report' }) },
    { id: 'by-province', group: 'comparison', label: (w) => w.around.commands.byProvince, run: () => prefer({ grouping: 'province' }) }
  ]
}

function changeCommands({ host, cache }: Ground): Command[] {
  // while it is asked what there is the host decides: a key pressed right after another is not lost
  const canTurn = (way: 'undo' | 'redo') => (): boolean => {
    const { value, loading } = cache.read('changes.state', {})
    return loading || (value?.[way] ?? null) !== null
  }
  return [
    { id: 'undo', group: 'changes', label: (w) => w.around.commands.undo, keys: ['Mod+Z'], leavesWriting: true, isAvailable: canTurn('undo'), run: () => void undo(host) },
    { id: 'redo', group: 'changes', label: (w) => w.around.commands.redo, keys: ['Mod+Shift+Z', 'Mod+Y'], leavesWriting: true, isAvailable: canTurn('redo'), run: () => void redo(host) },
    { id: 'history', group: 'changes', label: (w) => w.around.commands.history, keys: ['Alt+H'], run: () => showOverlay('history') },
    { id: 'keep-point', group: 'changes', label: (w) => w.around.commands.keepPoint, run: () => showOverlay('keep-point') }
  ]
}

function libraryCommands({ host, cache }: Ground): Command[] {
  const shell = () => cache.read('library.state', {}).value?.shell ?? 'browser'
  const hasPairs = (): boolean => (cache.read('duplicates.list', {}).value?.length ?? 0) > 0
  return [
    { id: 'open-files', group: 'library', label: (w) => w.around.commands.openFiles, keys: ['Mod+O'], run: () => (shell() === 'desktop' ? void chooseFiles(host) : pickFiles(host)) },
    { id: 'sample', group: 'library', label: (w) => w.around.commands.sample, run: () => void addSample(host) },
    { id: 'new-library', group: 'library', label: (w) => w.around.commands.newLibrary, run: () => showOverlay('new-library') },
    { id: 'open-library', group: 'library', label: (w) => w.around.commands.openLibrary, run: () => void openOther(host, shell()) },
    { id: 'exchange', group: 'library', label: (w) => w.around.exchange.open, run: () => showOverlay('exchange') },
    { id: 'recent-libraries', group: 'library', label: (w) => w.around.libraries.recent, run: () => showOverlay('libraries') },
    { id: 'duplicates', group: 'library', label: (w) => w.around.commands.duplicates, isAvailable: hasPairs, run: () => showDuplicates(true) },
    { id: 'limits', group: 'library', label: (w) => w.around.commands.limits, run: () => showLimits(true) },
    { id: 'print', group: 'library', label: (w) => w.around.commands.print, keys: ['Mod+P'], run: () => void printView() },
    { id: 'save-pdf', group: 'library', label: (w) => w.around.commands.savePdf, isAvailable: () => shell() === 'desktop', run: () => void savePdf(host) }
  ]
}

function windowCommands(): Command[] {
  return [
    { id: 'chinese', group: 'window', label: (w) => w.around.commands.chinese, run: () => prefer({ language: 'zh' }) },
    { id: 'english', group: 'window', label: (w) => w.around.commands.english, run: () => prefer({ language: 'en' }) },
    { id: 'light', group: 'window', label: (w) => w.around.commands.light, run: () => prefer({ look: 'light' }) },
    { id: 'dark', group: 'window', label: (w) => w.around.commands.dark, run: () => prefer({ look: 'dark' }) },
    { id: 'as-system', group: 'window', label: (w) => w.around.commands.system, run: () => prefer({ look: 'system' }) },
    { id: 'text-small', group: 'window', label: (w) => w.around.commands.smaller, run: () => prefer({ textSize: 'small' }) },
    { id: 'text-normal', group: 'window', label: (w) => w.around.commands.normal, run: () => prefer({ textSize: 'normal' }) },
    { id: 'text-large', group: 'window', label: (w) => w.around.commands.larger, run: () => prefer({ textSize: 'large' }) },
    { id: 'notices', group: 'window', label: (w) => w.around.commands.notices, keys: ['Alt+N'], run: () => showOverlay('notices') },
    { id: 'keys', group: 'window', label: (w) => w.around.commands.keySheet, keys: ['?', 'F1'], run: () => showOverlay('keys') },
    { id: 'guide', group: 'window', label: (w) => w.around.commands.guide, run: startGuide }
  ]
}

const rowOf = ([keys, does]: readonly [string, string]): { keys: string; does: string } => ({ keys, does })

/** Keys that lists and grids have for themselves. */
export const frameKeyLists: readonly KeyList[] = [
  { id: 'list', title: (w) => w.around.keys.list, rows: (w) => w.around.keys.listRows.map(rowOf) },
  { id: 'table', title: (w) => w.around.keys.table, rows: (w) => w.around.keys.tableRows.map(rowOf) },
  { id: 'source', title: (w) => w.around.keys.source, rows: (w) => w.around.keys.sourceRows.map(rowOf) }
]
