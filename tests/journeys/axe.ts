import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Serious and critical violations: the rule and the elements. */
export async function violations(page: Page): Promise<string[]> {
  // evaluated by the browser's own protocol: the page's policy forbids script elements, and rightly so
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: { run: (context: object, options: object) => Promise<AxeResults> } }
    // the spans around an open menu that send the focus back into it: no one ever stays on them
    const results = await checker.run({ exclude: [['[data-base-ui-focus-guard]']] }, { resultTypes: ['violations'] })
    // the rule compares words between spaces, of which Chinese has none: 语句类别 is in 按语句类别筛选
    const isInName = (selector: unknown): boolean => {
      const element = typeof selector === 'string' ? document.querySelector(selector) : null
      return element !== null && (element.getAttribute('aria-label') ?? '').includes(element.textContent.trim())
    }
    return results.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, help, nodes }) =>
        nodes.filter(({ target }) => id !== 'label-content-name-mismatch' || !isInName(target[0])).map(({ html }) => `${id} (${help}): ${html.slice(0, 160)}`)
      )
  })
  return found
}
