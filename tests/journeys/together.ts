import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { buildIfStale } from '../../src-main/cli/build.ts'
import { launchBrowser } from './browser.ts'
import { root, startJourney, type Journey, type JourneyOptions } from './journey.ts'

// What the files of journeys do alike before and after their tests. A hook has the patience that stood when
// it was registered: `vi.setConfig` comes before these.

/** The window as the sources are now, and one browser for all tests of a file. */
export function sharedBrowser(): () => Browser {
  let browser: Browser
  beforeAll(async () => {
    buildIfStale(root)
    browser = await launchBrowser()
  }, 300_000)
  afterAll(() => browser?.close())
  return () => browser
}

/** Copies of one library. */
interface LibraryCopies {
  /** A copy that nothing has touched. */
  next(): string
  /** The path of the last copy: that of the test that is running. */
  now(): string
}

/** A library that is prepared once for all tests of a file. @param prepare makes it at the path; `folder` is for files of its own */
export function preparedOnce(prepare: (library: string, folder: string) => void | Promise<void>): LibraryCopies {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-prepared-'))
  const prepared = join(folder, 'prepared.duizhao')
  let count = 0
  const now = (): string => join(folder, `library-${count}.duizhao`)
  beforeAll(() => prepare(prepared, folder), 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    next: () => {
      count += 1
      copyFileSync(prepared, now())
      return now()
    },
    now
  }
}

/** The journey of the test that is running. */
interface CurrentJourney extends Pick<Journey, 'page' | 'folder'> {
  readonly browser: Browser
  /** Ends it, and starts another in its place. */
  again(options: JourneyOptions): Promise<Page>
}

/** A journey for each test of a file. @param options asked before each test */
export function eachJourney(options: () => JourneyOptions = () => ({})): CurrentJourney {
  const browser = sharedBrowser()
  let journey: Journey
  const start = async (wanted: JourneyOptions): Promise<void> => void (journey = await startJourney(browser(), wanted))
  const end = async (): Promise<void> => {
    const { wrongs } = journey
    await journey.end()
    expect(wrongs, 'nothing leaves this computer, nothing fails unseen').toEqual([])
  }
  beforeEach(() => start(options()))
  afterEach(end)
  return {
    get browser() {
      return browser()
    },
    get page() {
      return journey.page
    },
    get folder() {
      return journey.folder
    },
    again: async (wanted) => {
      await end()
      await start(wanted)
      return journey.page
    }
  }
}
