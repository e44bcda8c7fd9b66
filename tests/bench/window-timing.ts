import type { Page } from 'playwright-core'

/**
 * Timing within the page, on its own clock, from an action to the frame that shows what came of it has
 * been painted: what the test's own messages take is not in it. Installed before the page runs.
 */
export const timingScript = `
  globalThis.duizhaoBench = {
    painted: () => new Promise((done) => requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => done(performance.now())
      channel.port2.postMessage(null)
    })),
    until: (test, patience = 120_000) => new Promise((done, failed) => {
      if (test()) return done()
      const late = setTimeout(() => { observer.disconnect(); failed(new Error('nothing came of it')) }, patience)
      const observer = new MutationObserver(() => { if (test()) { clearTimeout(late); observer.disconnect(); done() } })
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
    }),
    type: (input, text) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text)
      input.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }
`

interface Bench {
  readonly painted: () => Promise<number>
  readonly until: (test: () => boolean, patience?: number) => Promise<void>
  readonly type: (input: Element, text: string) => void
}

declare const duizhaoBench: Bench

/** A click on an element (a selector), until an attribute of another differs and is painted. */
export const clickUntilChanged = (page: Page, act: { readonly click: string; readonly watch: string; readonly attribute: string }): Promise<number> =>
  page.evaluate(async ({ click, watch, attribute }) => {
    const read = (): string | null | undefined => document.querySelector(watch)?.getAttribute(attribute)
    const before = read()
    const element = document.querySelector<HTMLElement>(click)
    if (element === null) throw new Error(`nothing is at ${click}`)
    const start = performance.now()
    element.click()
    await duizhaoBench.until(() => read() !== before, 20_000)
    return (await duizhaoBench.painted()) - start
  }, act).catch((error: unknown) => {
    throw new Error(`${JSON.stringify(act)}: ${String(error)}`)
  })

/** Text put into a field, until the words of another element differ and are painted. */
export const typeUntilChanged = (page: Page, act: { readonly field: string; readonly text: string; readonly watch: string }): Promise<number> =>
  page.evaluate(async ({ field, text, watch }) => {
    const read = (): string => document.querySelector(watch)?.textContent ?? ''
    const before = read()
    const input = document.querySelector(field)
    if (input === null) throw new Error(`nothing is at ${field}`)
    const start = performance.now()
    duizhaoBench.type(input, text)
    await duizhaoBench.until(() => read() !== before, 20_000)
    return (await duizhaoBench.painted()) - start
  }, act).catch((error: unknown) => {
    throw new Error(`${JSON.stringify(act)}: ${String(error)}`)
  })
