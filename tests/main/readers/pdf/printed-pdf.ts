import { launchBrowser } from '../../../journeys/browser.ts'

/** 虚构样例 as Chromium prints it: one page of A4 without margins for each piece of HTML. */
export async function printedPdf(pages: readonly string[]): Promise<Uint8Array> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const sheets = pages.map((html) => `<section>${html}</section>`).join('')
    const style = "body { margin: 0; font: 12pt 'Noto Sans CJK SC' } section { position: relative; height: 296mm; overflow: hidden; break-after: page } section:last-child { break-after: auto }"
    await page.setContent(`<!doctype html><html lang="zh-CN"><style>${style}</style>${sheets}`)
    return await page.pdf({ format: 'A4', margin: { top: 0, right: 0, bottom: 0, left: 0 } })
  } finally {
    await browser.close()
  }
}

/** 虚构样例 as a scan: a PDF whose one page is the picture of a page. */
export async function scannedPdf(html: string): Promise<Uint8Array> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 794, height: 1122 }, deviceScaleFactor: 2.5 })
    await page.setContent(`<!doctype html><html lang="zh-CN"><style>body { margin: 60px; font: 16pt/2 'Noto Serif CJK SC' }</style>${html}`)
    const picture = (await page.screenshot({ type: 'jpeg', quality: 90 })).toString('base64')
    await page.setContent(`<!doctype html><style>body { margin: 0 } img { width: 794px; height: 1122px; display: block }</style><img src="data:image/jpeg;base64,${picture}">`)
    return await page.pdf({ format: 'A4', margin: { top: 0, right: 0, bottom: 0, left: 0 } })
  } finally {
    await browser.close()
  }
}
