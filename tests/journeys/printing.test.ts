import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { openSample, startJourney } from './journey.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

describe('a view on paper', () => {
  it('is printed by a command, and draws as before when that is over', async () => {
    const journey = await startJourney(browser, { script: "window.print = () => { window.dispatchEvent(new Event('beforeprint')); window.printed = document.documentElement.dataset.look; window.dispatchEvent(new Event('afterprint')) }" })
    const { page, wrongs } = journey
    await openSample(page)
    await page.keyboard.press('Control+p')
    await page.waitForFunction(() => 'printed' in window)
    expect(await page.evaluate(() => Reflect.get(window, 'printed') as string)).toBe('light')
    expect(wrongs).toEqual([])
    await journey.end()
  })

  it('as a PDF is left to the printing of the browser, where there is no desktop', async () => {
    const journey = await startJourney(browser)
    const { page, wrongs } = journey
    await openSample(page)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('PDF')
    await page.getByText('存储为 PDF').waitFor({ state: 'detached' })
    await page.getByRole('combobox').fill('打印')
    await page.getByRole('option', { name: /打印当前视图/ }).waitFor()
    expect(wrongs).toEqual([])
    await journey.end()
  })
})
