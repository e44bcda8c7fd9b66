import type { Page } from 'playwright-core'

/**
 * Milliseconds that each key takes in the open note editor, from the key to the end of the painting of the
 * frame that shows it. Keys come as a frame begins, so that no waiting for one is in it; after every ten there
 * is a pause, as long as it takes for the note to be saved, and the answer falls among the keys that follow.
 */
export const typeInNote = (page: Page, keys: number): Promise<number[]> =>
  page.locator('.note-editor textarea').evaluate(async (element, count) => {
    if (!(element instanceof HTMLTextAreaElement)) throw new Error('no note is being written')
    const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
    const oneKey = (letter: string): Promise<number> =>
      new Promise((done) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          const start = performance.now()
          channel.port1.onmessage = () => done(performance.now() - start)
          document.execCommand('insertText', false, letter)
          channel.port2.postMessage(null)
        })
      )
    element.focus()
    const times: number[] = []
    for (let key = 0; key < count; key++) {
      const before = element.value
      times.push(await oneKey('虚构样例批注待核'[key % 8] ?? '字'))
      if (element.value === before) throw new Error('the key wrote nothing')
      await rest(key % 10 === 9 ? 600 : 60)
    }
    return times
  }, keys)
