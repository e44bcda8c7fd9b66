import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../journeys/browser.ts'
import { encodeAs } from '../main/readers/encode.ts'
import { docxOfParagraphs, escaped } from '../main/readers/make-docx.ts'
import { ofdOfLines } from '../main/readers/make-ofd.ts'
import { inventedReports } from './invented-reports.ts'

/** Invented reports (虚构样例) as the files an office sends: of six kinds in turn, `count` in all. */
export async function writeMixedFiles(folder: string, count: number): Promise<void> {
  const reports = inventedReports(count, 2000, 11)
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    for (const [n, { text }] of reports.entries()) {
      const lines = text.split('\n')
      const name = join(folder, `${String(n).padStart(4, '0')}`)
      if (n % 6 === 0) writeFileSync(`${name}.txt`, text)
      else if (n % 6 === 1) writeFileSync(`${name}.gbk.txt`, encodeAs(text, 'gb18030'))
      else if (n % 6 === 2) writeFileSync(`${name}.docx`, docxOfParagraphs(lines))
      else if (n % 6 === 3) writeFileSync(`${name}.html`, htmlOf(lines))
      else if (n % 6 === 4) writeFileSync(`${name}.ofd`, ofdOfLines(lines.flatMap((line) => line.match(/.{1,38}/gu) ?? [''])))
      else {
        await page.setContent(htmlOf(lines))
        writeFileSync(`${name}.pdf`, await page.pdf({ format: 'A4' }))
      }
    }
  } finally {
    await browser.close()
  }
}

function htmlOf(lines: readonly string[]): string {
  const [title = '', ...body] = lines
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>body { font: 12pt/1.8 'Noto Serif CJK SC' }</style></head><body><nav><a href="/">首页</a></nav>
<h1>${escaped(title)}</h1><div class="article-content">${body.map((line) => `<p>${escaped(line)}</p>`).join('')}</div></body></html>`
}
