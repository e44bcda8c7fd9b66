import { later, laterOnceFetched } from './parts/later.ts'
import { isComparisonView, type View } from './routes.ts'

export const ComparisonPane = later(() => import('./ComparisonPane.tsx'), 'ComparisonPane')
export const SourceSheet = later(() => import('./screens/reader/SourceSheet.tsx'), 'SourceSheet')
export const SideBySideScreen = later(() => import('./screens/side-by-side/SideBySideScreen.tsx'), 'SideBySideScreen')
export const TargetsScreen = later(() => import('./screens/targets/TargetsScreen.tsx'), 'TargetsScreen')
export const SearchScreen = later(() => import('./screens/search/SearchScreen.tsx'), 'SearchScreen')
export const NotesScreen = later(() => import('./screens/notes/NotesScreen.tsx'), 'NotesScreen')
export const ReviewScreen = later(() => import('./screens/review/ReviewScreen.tsx'), 'ReviewScreen')
export const VersionsScreen = later(() => import('./screens/versions/VersionsScreen.tsx'), 'VersionsScreen')
export const CodersScreen = later(() => import('./screens/coders/CodersScreen.tsx'), 'CodersScreen')
export const CodebookScreen = later(() => import('./screens/codebook/CodebookScreen.tsx'), 'CodebookScreen')
export const PhrasesScreen = later(() => import('./screens/phrases/PhrasesScreen.tsx'), 'PhrasesScreen')
export const StatisticsScreen = later(() => import('./screens/statistics/StatisticsScreen.tsx'), 'StatisticsScreen')
export const SettingsScreen = later(() => import('./screens/settings/SettingsScreen.tsx'), 'SettingsScreen')
export const OverWindow = laterOnceFetched(() => import('./OverWindow.tsx'), 'OverWindow')

const screens: Readonly<Partial<Record<View, () => Promise<void>>>> = {
  reader: SideBySideScreen.fetch,
  targets: TargetsScreen.fetch,
  search: SearchScreen.fetch,
  notes: NotesScreen.fetch,
  review: ReviewScreen.fetch,
  versions: VersionsScreen.fetch,
  coders: CodersScreen.fetch,
  codebook: CodebookScreen.fetch,
  statistics: StatisticsScreen.fetch,
  phrases: PhrasesScreen.fetch,
  settings: SettingsScreen.fetch
}

/** What the window opens with is fetched before it is drawn; the table of reports belongs to the program itself. */
export async function fetchView(view: View): Promise<void> {
  // one that cannot be fetched is asked for again by the view, which says so
  await (isComparisonView(view) ? ComparisonPane.fetch : screens[view])?.().catch(() => null)
}

const retryMs = 2_000

/** All that a person may turn to next, one after the other while the window has nothing else to do: then each is there at once. */
export async function fetchTheRest(): Promise<void> {
  const rest = [OverWindow.fetch, ComparisonPane.fetch, SourceSheet.fetch, ...Object.values(screens)]
  for (const fetch of rest) {
    await new Promise((idle) => requestIdleCallback(idle, { timeout: retryMs }))
    while (!(await fetch().then(() => true, () => false))) await new Promise((later) => setTimeout(later, retryMs))
  }
}
