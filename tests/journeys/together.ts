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
