import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openHost } from '../../src-main/host/open-host.ts'
import { browserShell } from '../../src-main/host/shell.ts'
import { launchBrowser } from '../journeys/browser.ts'
import { startJourney, type Journey } from '../journeys/journey.ts'
import { timesFigure, type Figure } from './figures.ts'
import { measureMatrixScroll } from './matrix-frames.ts'
import { noteFigures } from './note-figures.ts'
import { startFigures } from './start-figures.ts'
import { clickUntilChanged, timingScript, typeUntilChanged } from './window-timing.ts'
import { preparedLibrary } from './window-library.ts'

const reportCount = 10_000
const columns = 31

/** The window on a large library, in Chromium through the loopback host, as a person has it. */
export async function windowFigures(): Promise<Figure[]> {
  const work = mkdtempSync(join(tmpdir(), 'duizhao-bench-open-'))
  const browser = await launchBrowser()
  try {
    const library = join(work, 'large.duizhao')
    copyFileSync(preparedLibrary(reportCount, 2000), library)
    return [
      ...(await startFigures(browser, { library, work })),
      ...(await tableFigures(browser, library)),
      await hostSearchFigure(library),
      ...(await matrixFigures(browser, work)),
      ...(await noteFigures(browser, { library: preparedLibrary(columns, 8000), work }))
    ]
  } finally {
    await browser.close()
    rmSync(work, { recursive: true, force: true })
  }
}

async function tableFigures(browser: Browser, library: string): Promise<Figure[]> {
  return inWindow(browser, library, async ({ page }) => {
    await page.locator('main .reports-body[aria-busy="false"]').waitFor({ timeout: 60_000 })
    const filters: number[] = []
    const find = { field: 'main input.filter-find', watch: 'main .shown-count' }
    for (const text of ['座谈会', '浙江', '2019', '州', '']) filters.push(await typeUntilChanged(page, { ...find, text }))
    const sorts: number[] = []
    for (const column of ['date', 'title', 'characters', 'characters', 'province', 'date']) {
      const head = `main [role="columnheader"].cell-${column}`
      sorts.push(await clickUntilChanged(page, { click: `${head} button`, watch: head, attribute: 'aria-sort' }))
    }
    const themes = await themeSwitches(page)
    const targets = await targetFigures(page)
    const heap = await heapFigure(page)
    return [timesFigure('theme switch', themes, 100), timesFigure(`filter of ${reportCount} reports`, filters, 100), timesFigure(`sort of ${reportCount} reports`, sorts, 100), ...targets, heap]
  })
}

async function themeSwitches(page: Page): Promise<number[]> {
  const times: number[] = []
  for (const name of ['深色', '浅色', '深色', '浅色', '深色', '浅色']) {
    await page.getByRole('button', { name: /^明暗/ }).click()
    const item = page.getByRole('menuitem', { name })
    await item.waitFor()
    await item.evaluate((element) => (element.id = 'bench-look'))
    times.push(await clickUntilChanged(page, { click: '#bench-look', watch: ':root', attribute: 'data-look' }))
    await page.getByRole('menu').waitFor({ state: 'detached' })
  }
  return times
}

async function targetFigures(page: Page): Promise<Figure[]> {
  await show(page, 'targets')
  await page.getByRole('radio', { name: '全资料库' }).check({ force: true })
  await page.getByRole('region', { name: '目标' }).and(page.locator('[aria-busy="false"]')).getByRole('grid').waitFor({ timeout: 240_000 })
  const count = ((await page.locator('.targets-count').textContent()) ?? '').replace(/^.*\/ /, '').replace(/ .*/, '')
  const filters: number[] = []
  for (const text of ['床位', '达到 5', '火化', '']) filters.push(await typeUntilChanged(page, { field: '.targets-bar input[type="search"]', text, watch: '.targets-count' }))
  const sorts: number[] = []
  for (const column of ['value', 'value', 'deadline', 'province', 'metric']) {
    const head = `.targets-head .targets-cell.${column}`
    sorts.push(await clickUntilChanged(page, { click: head, watch: head, attribute: 'aria-sort' }))
  }
  return [timesFigure(`filter of ${count} targets`, filters, 100), timesFigure(`sort of ${count} targets`, sorts, 100)]
}

const views = ['library', 'quotations', 'counts', 'structure', 'ranks', 'targets', 'reader', 'search', 'settings', 'library'] as const
const heapGoal = 250

/** After a tour of every view, twice: what one of them kept hold of would show. */
async function heapFigure(page: Page): Promise<Figure> {
  const session = await page.context().newCDPSession(page)
  const used = async (): Promise<number> => {
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    return usedSize / 1e6
  }
  let most = 0
  for (const view of [...views, ...views]) {
    await show(page, view)
    most = Math.max(most, await used())
  }
  await session.send('HeapProfiler.collectGarbage')
  const kept = await used()
  return { what: 'renderer heap over two tours of all views', measured: `${most.toFixed(0)} MB at most`, goal: `< ${heapGoal} MB`, isMet: most < heapGoal, note: `${kept.toFixed(0)} MB when what is not needed has been cleared away` }
}

const queries = ['养', '养老', '养老服', '养老服务', '社', '社会', '社会救助', '护理型床位', '一', '的', '２０１９', '到2020年']

/** What the host takes for one letter more: the lines in sight and the counts, as the window asks for them. */
async function hostSearchFigure(library: string): Promise<Figure> {
  const host = openHost({ library, createMissing: false, shell: browserShell, samples: [], now: () => new Date(), log: console.error })
  try {
    await host.answer('search.prepare', {})
    const times: number[] = []
    for (const query of queries) {
      const start = performance.now()
      const reply = await host.answer('search.lines', { query, limit: 60 })
      times.push(performance.now() - start)
      if (!reply.ok) throw new Error(`${query}: ${reply.problem.message.en}`)
    }
    return timesFigure(`search of ${reportCount} reports, in the host`, times, 50)
  } finally {
    await host.close()
  }
}

async function matrixFigures(browser: Browser, work: string): Promise<Figure[]> {
  const library = join(work, 'columns.duizhao')
  copyFileSync(preparedLibrary(columns, 8000), library)
  return inWindow(browser, library, async ({ page }) => {
    await show(page, 'quotations')
    await page.locator('.matrix-scroll blockquote').first().waitFor({ timeout: 60_000 })
    const rows = await page.getByRole('rowheader').count()
    const { frames, longest } = await measureMatrixScroll(page)
    const smooth = frames.filter((ms) => ms < 17.5).length / frames.length
    const what = `scrolling the matrix, ${columns} × ${rows} long cells`
    const note = `${frames.length} frames, ${(smooth * 100).toFixed(0)} % of them within 17 ms`
    return [{ what, measured: `${longest.toFixed(0)} ms the longest frame`, goal: '< 50 ms', isMet: longest < 50, note }, ...(await matrixAnswers(page))]
  })
}

/** What the whole table is drawn anew by, each time until the grid says another number of rows or columns, or a cell other words. */
async function matrixAnswers(page: Page): Promise<Figure[]> {
  const filters: number[] = []
  for (const text of ['服务', '养老', '']) filters.push(await typeUntilChanged(page, { field: '.table-find', text, watch: '.corner p + p' }))
  for (let round = 0; round < 2; round++) filters.push(await clickUntilChanged(page, { click: '.theme-button', watch: '#comparison', attribute: 'aria-rowcount' }))
  await page.getByRole('button', { name: '行列互换' }).evaluate((element) => (element.id = 'bench-transpose'))
  const transposed: number[] = []
  for (let round = 0; round < 4; round++) transposed.push(await clickUntilChanged(page, { click: '#bench-transpose', watch: '#comparison', attribute: 'aria-rowcount' }))
  return [timesFigure('filter of the matrix', filters, 100), timesFigure('transposing the matrix', transposed, 100), timesFigure('theme switch with the matrix shown', await themeSwitches(page), 100)]
}

/** The window as it opens on a library, with the clock of `window-timing.ts` in it. */
async function inWindow<T>(browser: Browser, library: string, use: (journey: Journey) => Promise<T>): Promise<T> {
  const journey = await startJourney(browser, { library, script: timingScript, viewport: { width: 1920, height: 1080 } })
  try {
    return await use(journey)
  } finally {
    await journey.end()
  }
}

/** Goes to a view as an address does, and waits until it has come to rest. */
async function show(page: Page, view: string): Promise<void> {
  await page.evaluate((to) => (location.hash = `#/${to}`), view)
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null && (document.querySelector('main')?.textContent ?? '') !== '', null, { timeout: 60_000 })
}
