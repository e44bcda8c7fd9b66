import type { Report } from '#core/report/report.ts'
import { launchBrowser } from '../../journeys/browser.ts'

/** Reports set as a newspaper page: for each a headline across four columns, and its paragraphs in them. */
function pageOf(reports: readonly Report[]): string {
  const articles = reports.map(({ title, text, paragraphs, attribution }) => {
    const body = paragraphs.map(({ start, end }) => `<p>${escaped(text.slice(start, end))}</p>`).join('')
    const source = attribution === null ? '' : `<p class="source">（据${escaped(attribution)}）</p>`
    return `<h1>${escaped(title!.text)}</h1><div class="columns">${body}${source}</div>`
  })
  return `<!doctype html><html lang="zh-CN"><style>
    body { margin: 12mm; font: 9.5pt/1.6 'Noto Serif CJK SC' }
    h1 { font: 700 22pt/1.4 'Noto Serif CJK SC'; margin: 0 0 4mm; text-align: center }
    .columns { columns: 4; column-gap: 7mm; margin-bottom: 8mm; text-align: justify }
    p { margin: 0; text-indent: 2em }
    .source { text-indent: 0; text-align: right }
  </style>${articles.join('')}`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** One page of a small newspaper (A3), printed to PDF. */
export async function newspaperPdf(reports: readonly Report[]): Promise<Uint8Array> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.setContent(pageOf(reports))
    return await page.pdf({ format: 'A3', margin: { top: 0, right: 0, bottom: 0, left: 0 } })
  } finally {
    await browser.close()
  }
}

/** The same page as a picture of 300 dots to the inch. */
export async function newspaperScan(reports: readonly Report[]): Promise<Uint8Array> {
  const browser = await launchBrowser()
  try {
    // 96 CSS pixels to the inch
    const page = await browser.newPage({ viewport: { width: 1123, height: 1100 }, deviceScaleFactor: 300 / 96 })
    await page.setContent(pageOf(reports))
    return await page.screenshot({ type: 'png', fullPage: true })
  } finally {
    await browser.close()
  }
}
